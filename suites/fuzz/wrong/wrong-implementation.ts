import type { Adapter } from '../../../adapters/adapter.ts'
import { referenceAdapter } from '../../../adapters/reference.ts'
import { virtualAsyncio } from '../../../reference-impl/virtual-asyncio.ts'
import type { Focus } from '../program-options.ts'

/** The reference with one small mistake, which the fuzzer has to find. */
export interface WrongImplementation {
  /** Lowercase words joined by `-`. */
  readonly name: string
  /** The mistake, as a sentence without its full stop. */
  readonly mistake: string
  /** What programs are about that show it soonest. */
  readonly area: Focus
  /** Whether programs of the default mixture show it too rarely to be found within 10 000 of them. */
  readonly rare?: true
  /** The names of asyncio that are another thing than in the reference, made anew for each program. */
  readonly asyncio: () => object
}

/** The reference with the mistake made in every program. */
export function wrongAdapter({ name, asyncio }: WrongImplementation): Adapter {
  return referenceAdapter({ name: `reference (${name})`, asyncio: () => ({ ...virtualAsyncio(), ...asyncio() }) })
}

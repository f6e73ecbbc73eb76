import type { Adapter } from '../../../adapters/adapter.ts'

/** The reference with one small mistake, which the fuzzer has to find. */
export interface WrongImplementation {
  readonly name: string
  /** What it does wrong, in one sentence. */
  readonly mistake: string
  readonly adapter: Adapter
}

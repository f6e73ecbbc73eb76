import type { Adapter } from '../../adapters/adapter.ts'

/** CPython's asyncio with one mistake in it: what the suites must notice. */
export interface WrongImplementation {
  /** Lowercase words joined by `-`. */
  readonly name: string
  /** The mistake, as a sentence without its full stop. */
  readonly mistake: string
  /** Python statements that make the mistake; they run before the program, out of its sight, and may change `asyncio` and its classes. */
  readonly patch: string
  /** Rules whose scenarios must fail; others may too. */
  readonly breaks: readonly [string, ...string[]]
  /** Rules whose properties must fail; others may too. */
  readonly breaksProperties?: readonly string[]
}

/** `adapter`, an implementation in Python whose programs may change asyncio for themselves, with the mistake made in every program. */
export function wrongAdapter(adapter: Adapter, { name, patch }: WrongImplementation): Adapter {
  const body = patch.trim().split('\n').map(line => `    ${line}`).join('\n')
  const prelude = `def make_mistake():\n${body}\nmake_mistake()\ndel make_mistake\n`
  return {
    ...adapter,
    name: `${adapter.name} (${name})`,
    run: ({ id, source }, limits) => adapter.run({ id, source: prelude + source }, limits),
  }
}

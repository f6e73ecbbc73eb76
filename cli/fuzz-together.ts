import { exitCode } from './exit-code.ts'
import { limitOptions } from './limits.ts'
import { UserError } from './user-error.ts'

const drawing = ['focus', 'size', 'version', 'without']
const comparing = ['adapter', 'against', 'level', 'corpus', 'out', 'show', ...Object.keys(limitOptions)]

/** The options of `fuzz` that make another kind of run, with all those that mean something beside them. */
const together: Readonly<Record<string, readonly string[]>> = {
  constructs: [],
  merge: ['out'],
  laws: ['adapter', 'runs', 'time', 'seed', 'out', ...Object.keys(limitOptions)],
  replay: [...comparing, ...drawing],
  exhaustive: [...comparing, 'time', 'workers', 'shard'],
}

/** Throws `UserError` for an option that would be passed over because of another one. */
export function refuseContradiction(given: readonly string[]): void {
  for (const [kind, beside] of Object.entries(together)) {
    const idle = given.includes(kind) ? given.find((option) => option !== kind && !beside.includes(option)) : undefined
    if (idle !== undefined) throw new UserError(exitCode.badInput, `--${idle} means nothing with --${kind}: leave out one of the two\nUsage: asyncio-conformance fuzz --help`)
  }
}

import type { Adapter } from '../../adapters/adapter.ts'
import { neededCapabilities } from '../needed-capabilities.ts'
import type { CompareOptions } from './difference.ts'
import type { GeneratedProgram } from './generate.ts'

/** What two adapters can be asked, and what of their answers can be compared. */
export interface Terms extends Required<CompareOptions> {
  /** Whether both have what the program needs. */
  fits(program: GeneratedProgram): boolean
}

/** The terms on which two adapters meet: by their clocks and what they lack. */
export function termsOf(adapters: readonly [Adapter, Adapter], exact: boolean): Terms {
  const lacking = new Set(adapters.flatMap(({ lacks }) => lacks))
  const constructs = [...lacking].filter(capability => generated.has(capability))
  return {
    times: adapters.every(({ clock }) => clock === 'virtual'),
    reports: !lacking.has('gc-reports'),
    exact,
    // The text of a program costs more than most answers: it is made only where something may be missing.
    fits: program => constructs.length === 0 || !neededCapabilities([program.source]).some(capability => lacking.has(capability)),
  }
}

/** The capabilities that generated programs use. */
const generated: ReadonlySet<string> = new Set(['executors', 'contextvars', 'async-generators', 'eager-tasks', 'exception-groups', 'debug-mode', 'frames'])

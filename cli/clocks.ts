import type { Clock } from '../spec/rule.ts'

/** What `--clock` takes. */
export const clocks: readonly Clock[] = ['virtual', 'real']

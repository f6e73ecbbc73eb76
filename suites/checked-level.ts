import type { Adapter } from '../adapters/adapter.ts'
import { isLevel, levels, type Level } from '../spec/level.ts'

/** The strictest level to run: the one asked for, or else the one that `adapter` claims. Throws a TypeError for what is none: no rule would be run. */
export function checkedLevel(adapter: Adapter, asked: Level | undefined): Level {
  const level = asked ?? adapter.level ?? 'SHOULD'
  if (!isLevel(level)) throw new TypeError(`level is ${JSON.stringify(level)}, and should be one of ${levels.join(', ')}`)
  return level
}

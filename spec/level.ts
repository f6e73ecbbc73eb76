/** From what everyone must keep (documented), through what is the same in every CPython release, to exact scheduling, for those who claim it. */
export const levels = ['MUST', 'SHOULD', 'CPYTHON'] as const

/** How much a rule asks. */
export type Level = typeof levels[number]

/** Whether `name` is one of `levels`. */
export function isLevel(name: string | undefined): name is Level {
  return levels.some(level => level === name)
}

/** Whether rules of a level count where `strictest` is the strictest level asked for. */
export function isWithin(level: Level, strictest: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(strictest)
}

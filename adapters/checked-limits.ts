import type { Limits } from './adapter.ts'

/** The most seconds that a program may be given, a day: timers take that and a few times as much. */
export const mostSeconds = 86_400

/** `limits`; throws a TypeError that names what is wrong with them, which the compiler has not seen. */
export function checkedLimits(limits: Limits): Limits {
  const given: unknown = limits
  if (typeof given !== 'object' || given === null) throw new TypeError(`limits are ${String(given)}, and should be { steps, seconds, output }, as defaultLimits`)
  for (const name of ['steps', 'seconds', 'output']) {
    const value: unknown = Reflect.get(given, name)
    const most = name === 'seconds' ? mostSeconds : Infinity
    if (typeof value === 'number' && value > 0 && value <= most) continue
    throw new TypeError(`limits.${name} is ${JSON.stringify(value) ?? 'missing'}, and should be a number above 0${most === Infinity ? '' : ` and at most ${most}`}`)
  }
  return limits
}

import { unboundAround, unboundName } from '../runtime/index.ts'
import type { Frame } from './frame.ts'

/** The value of a name. @throws NameError @throws UnboundLocalError */
export function read(frame: Frame, name: string): unknown {
  const { module } = frame.program
  let isLocal = true
  for (let each: Frame | undefined = frame; each !== undefined; each = each.outer) {
    const value = each.values.get(name)
    if (value !== undefined) return value
    if (each === module || each.scope.globals.has(name)) break
    if (each.scope.locals.has(name)) return isLocal ? unboundName(name) : unboundAround(name)
    isLocal &&= each.scope.isInlined
  }
  const value = module.values.get(name)
  return value === undefined ? frame.program.builtin(name) : value
}

/** Gives a name a value. */
export function write(frame: Frame, name: string, value: unknown): void {
  frameOf(frame, name).values.set(name, value === undefined ? null : value)
}

/** Takes its value from a name: Python does so at the end of `except … as name`. */
export function forget(frame: Frame, name: string): void {
  frameOf(frame, name).values.delete(name)
}

/** The frame whose variable a name is that is given a value. */
function frameOf(frame: Frame, name: string): Frame {
  if (frame.scope.locals.has(name)) return frame
  if (!frame.scope.globals.has(name)) {
    for (let each = frame.outer; each !== undefined; each = each.outer) if (each.scope.locals.has(name)) return each
  }
  return frame.program.module
}

import type { Expression, Statement } from './python-tree.ts'
import { statements, text } from './template.ts'
import type { Writer } from './writer.ts'

/** Logs a value, or the exception that comes in its place. */
export function tried(w: Writer, value: Expression): Statement[] {
  return w.chance(85) ? statements`
    try:
        log(${text(w.label())}, ${value})
    except Exception as error:
        log(${text(w.label())}, error)` : statements`
    try:
        log(${text(w.label())}, ${value})
    except BaseException as error:
        log(${text(w.label())}, error)`
}

import { typeName } from '../type-name.ts'
import { BaseException } from './base-exception.ts'
import { TypeError, ValueError } from './errors.ts'
import { Exception } from './exception.ts'
import { isExceptionClass, type ExceptionClass } from './is-exception-class.ts'

/** What `split` and `subgroup` select by: a class, several, or a predicate. */
export type GroupCondition = ExceptionClass | Iterable<ExceptionClass> | ((error: unknown) => unknown)

/** What both kinds of group have. */
export interface Group extends BaseException {
  readonly message: string
  readonly exceptions: readonly unknown[]
  /** A group of the same kind with other exceptions; subclasses override it. */
  derive(exceptions: readonly unknown[]): Group
  /** The part that matches and the rest, nesting kept; `null` where empty. */
  split(condition: GroupCondition): readonly [Group | null, Group | null]
  /** The part that matches, nesting kept, or `null`. */
  subgroup(condition: GroupCondition): Group | null
}

const methods = {
  derive(this: Group, exceptions: readonly unknown[]): Group { return new BaseExceptionGroup(this.message, exceptions) },
  split(this: Group, condition: GroupCondition): readonly [Group | null, Group | null] { return Object.freeze(split(this, matcher(condition))) },
  subgroup(this: Group, condition: GroupCondition): Group | null { return split(this, matcher(condition))[0] },
}

function matcher(condition: GroupCondition): (error: unknown) => boolean {
  if (isExceptionClass(condition)) return error => error instanceof condition
  if (typeof condition === 'function' && !(Symbol.iterator in condition)) {
    const predicate: (error: unknown) => unknown = condition
    return error => Boolean(predicate(error))
  }
  if (typeof condition === 'object' && condition !== null && Symbol.iterator in condition) {
    const classes = [...condition]
    if (classes.every(isExceptionClass)) return error => classes.some(c => error instanceof c)
  }
  throw new TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)')
}

function isGroup(error: unknown): error is Group {
  return error instanceof ExceptionGroup || error instanceof BaseExceptionGroup
}

function split(group: Group, matches: (error: unknown) => boolean): [Group | null, Group | null] {
  if (matches(group)) return [group, null]
  const yes: unknown[] = []
  const no: unknown[] = []
  for (const error of group.exceptions) {
    if (isGroup(error)) {
      const [matching, rest] = split(error, matches)
      if (matching !== null) yes.push(matching)
      if (rest !== null) no.push(rest)
    } else (matches(error) ? yes : no).push(error)
  }
  return [part(group, yes), part(group, no)]
}

function part(group: Group, errors: readonly unknown[]): Group | null {
  if (errors.length === 0) return null
  const made = group.derive(errors)
  made.__cause__ = group.__cause__
  made.__context__ = group.__context__
  if ('__notes__' in group && Array.isArray(group.__notes__)) Object.assign(made, { __notes__: [...group.__notes__] })
  return made
}

function checked(message: unknown, exceptions: Iterable<unknown>): unknown[] {
  if (typeof message !== 'string') throw new TypeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message)}`)
  if (typeof exceptions !== 'object' || exceptions === null || !(Symbol.iterator in exceptions) || exceptions instanceof Set) {
    throw new TypeError('second argument (exceptions) must be a sequence')
  }
  const list = [...exceptions]
  if (list.length === 0) throw new ValueError('second argument (exceptions) must be a non-empty sequence')
  const wrong = list.findIndex(e => !(e instanceof Error))
  if (wrong >= 0) throw new ValueError(`Item ${wrong} of second argument (exceptions) is not an exception`)
  return list
}

/** A native JavaScript error counts as an ordinary one. */
function isOrdinary(error: unknown): boolean {
  return error instanceof Exception || !(error instanceof BaseException)
}

function countText(message: string, exceptions: readonly unknown[]): string {
  return `${message} (${exceptions.length} sub-exception${exceptions.length === 1 ? '' : 's'})`
}

/** Several exceptions raised together; made of ordinary exceptions only, it is an `ExceptionGroup`. */
export class BaseExceptionGroup extends BaseException implements Group {
  readonly exceptions: readonly unknown[]
  declare derive: Group['derive']
  declare split: Group['split']
  declare subgroup: Group['subgroup']

  /** Every ExceptionGroup is one, though JavaScript lets it inherit only from `Exception`. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (Function.prototype[Symbol.hasInstance].call(this, value)) return true
    return this === BaseExceptionGroup && value instanceof ExceptionGroup
  }

  constructor(message: string, exceptions: Iterable<unknown>) {
    const list = checked(message, exceptions)
    super(message, exceptions)
    this.message = message
    this.exceptions = list
    // As BaseExceptionGroup.__new__ does.
    if (new.target === BaseExceptionGroup && list.every(isOrdinary)) return new ExceptionGroup(message, exceptions)
  }

  /** Python's `str` of it. */
  __str__(): string { return countText(this.message, this.exceptions) }
}

/** Several ordinary exceptions raised together. */
export class ExceptionGroup extends Exception implements Group {
  readonly exceptions: readonly unknown[]
  declare derive: Group['derive']
  declare split: Group['split']
  declare subgroup: Group['subgroup']

  constructor(message: string, exceptions: Iterable<unknown>) {
    const list = checked(message, exceptions)
    if (!list.every(isOrdinary)) throw new TypeError('Cannot nest BaseExceptions in an ExceptionGroup')
    super(message, exceptions)
    this.message = message
    this.exceptions = list
  }

  /** Python's `str` of it. */
  __str__(): string { return countText(this.message, this.exceptions) }
}

Object.assign(BaseExceptionGroup.prototype, methods)
Object.assign(ExceptionGroup.prototype, methods)

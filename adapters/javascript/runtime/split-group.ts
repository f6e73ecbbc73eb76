import { callValue, methodOf } from './callable.ts'
import { currentExceptions } from './exceptions.ts'
import { isClassLike } from './class-name.ts'
import { isGroup, type GroupLike } from './exception-group.ts'
import { matches } from './matches.ts'
import { truthy } from './truth.ts'
import { Tuple } from './tuple.ts'

/** What `BaseExceptionGroup.derive` gives: a plain group with the same message. */
export function derivedGroup(group: GroupLike, errors: readonly unknown[]): Error {
  const { BaseExceptionGroup, ExceptionGroup, Exception } = currentExceptions()
  return new (errors.every((error) => error instanceof Exception) ? ExceptionGroup : BaseExceptionGroup)(group.message, [...errors])
}

/** A group like `group` over other exceptions, its causes and notes taken over. CPython 3.14 Objects/exceptions.c, exceptiongroup_subset */
export function partOfGroup(group: GroupLike, errors: readonly unknown[]): Error {
  const derived = methodOf(group, 'derive')?.call(group, [...errors])
  const part = derived instanceof Error ? derived : derivedGroup(group, errors)
  for (const key of ['__cause__', '__context__', '__notes__']) {
    if (Object.hasOwn(group, key)) Reflect.set(part, key, Reflect.get(group, key))
  }
  return part
}

/**
 * Parts `error` into what matches and what does not, as `BaseExceptionGroup.split`; `null` for an empty side.
 * `condition` is an exception class, a tuple of them, or a function.
 */
export function splitGroup(error: Error, condition: unknown): readonly [matched: Error | null, rest: Error | null] {
  const isMatch = typeof condition === 'function' && !isClassLike(condition) ? truthy(callValue(condition, error)) : matches(error, condition)
  if (isMatch) return [error, null]
  if (!isGroup(error)) return [null, error]
  const parts = error.exceptions.map((inner) => splitGroup(inner, condition))
  const matched = parts.flatMap(([part]) => (part === null ? [] : [part]))
  const rest = parts.flatMap(([, part]) => (part === null ? [] : [part]))
  return [matched.length === 0 ? null : partOfGroup(error, matched), rest.length === 0 ? null : partOfGroup(error, rest)]
}

/** What `except* condition` binds: a naked exception is first put into a group. */
export function matchStar(error: Error, condition: unknown): readonly [matched: Error | null, rest: Error | null] {
  if (isGroup(error) || !matches(error, condition)) return splitGroup(error, condition)
  const { BaseExceptionGroup, ExceptionGroup, Exception } = currentExceptions()
  return [new (error instanceof Exception ? ExceptionGroup : BaseExceptionGroup)('', Tuple.of(error)), null]
}

import { caught, isUncatchable } from './matches.ts'
import { currentExceptions } from './exceptions.ts'
import { callValue, isClass } from './callable.ts'
import { isGroup } from './exception-group.ts'
import { matchStar, partOfGroup } from './split-group.ts'
import { raise } from './raise.ts'

/** What Python's `raise x` throws: an exception as it is, a class instantiated. */
export function raised(x: unknown): unknown {
  if (x instanceof Error) return x
  if (isClass(x) && x.prototype instanceof Error) return callValue(x)
  return raise('TypeError', 'exceptions must derive from BaseException')
}

/** What Python's `raise x from cause` throws. */
export function raisedFrom(x: unknown, cause: unknown): unknown {
  const error = raised(x)
  if (error instanceof Error) {
    const from = cause === null || cause === undefined ? null : isException(cause) ? raised(cause) : raise('TypeError', 'exception causes must derive from BaseException')
    Object.assign(error, { __cause__: from, __suppress_context__: true })
  }
  return error
}

function isException(x: unknown): boolean {
  return x instanceof Error || (isClass(x) && x.prototype instanceof Error)
}

/** A bare `raise` outside a handler. */
export function reraise(): never {
  return raise('RuntimeError', 'No active exception to reraise')
}

/** A name that is nowhere defined, read. */
export function undefinedName(name: string): never {
  return raise('NameError', `name '${name}' is not defined`)
}

/** A local variable that has no value yet, read. */
export function unboundName(name: string): never {
  return raise('UnboundLocalError', `cannot access local variable '${name}' where it is not associated with a value`)
}

/** A variable of a function around that has no value yet, read. */
export function unboundAround(name: string): never {
  return raise('NameError', `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`)
}

/** `later` was raised while `earlier` was being handled: Python's implicit `__context__`. Returns `later`. */
export function chained(later: unknown, earlier: unknown): unknown {
  if (isUncatchable(later) || earlier === undefined) return later
  const [error, context] = [caught(later), caught(earlier)]
  const earlierOnes = contexts(context)
  const last = contexts(error).findLast((each) => !earlierOnes.includes(each))
  if (last !== undefined && Reflect.get(last, '__context__') !== context) Reflect.set(last, '__context__', context)
  return error
}

/** An exception, and what it was raised while handling, and so on. */
function contexts(error: Error): Error[] {
  const all: Error[] = []
  for (let next: unknown = error; next instanceof Error && !all.includes(next); next = Reflect.get(next, '__context__')) all.push(next)
  return all
}

/** The clauses of one `except*` at work on one exception. CPython 3.14 Objects/exceptions.c, _PyExc_PrepReraiseStar */
export class ExceptStar {
  matched: Error | null = null
  readonly #original: Error
  #rest: Error | null
  readonly #raised: unknown[] = []
  readonly #again: Error[] = []

  constructor(error: unknown) {
    if (isUncatchable(error)) throw error
    this.#original = caught(error)
    this.#rest = this.#original
  }

  /** Whether a clause for `types` has anything to do: `matched` is what it handles. */
  split(types: unknown): boolean {
    if (this.#rest === null) return false
    ;[this.matched, this.#rest] = matchStar(this.#rest, types)
    return this.matched !== null
  }

  /** A clause raised `error`. */
  raised(error: unknown): void {
    if (isUncatchable(error)) throw error
    if (error === this.matched && this.matched !== null) this.#again.push(this.matched)
    else this.#raised.push(error)
  }

  /** Raises what the clauses raised and what none of them handled. */
  finish(): void {
    if (!isGroup(this.#original)) {
      const [first] = this.#raised
      if (first !== undefined) throw first
      if (this.#again.length > 0 || this.#rest !== null) throw this.#original
      return
    }
    const unhandled = this.#rest === null ? this.#again : [...this.#again, this.#rest]
    const left = project(this.#original, new Set(unhandled.flatMap(leaves)))
    if (this.#raised.length === 0) {
      if (left !== null) throw left
      return
    }
    const all = left === null ? this.#raised : [...this.#raised, left]
    const { BaseExceptionGroup, ExceptionGroup, Exception } = currentExceptions()
    throw new (all.every((error) => error instanceof Exception) ? ExceptionGroup : BaseExceptionGroup)('', all)
  }
}

function leaves(error: Error): unknown[] {
  return isGroup(error) ? error.exceptions.flatMap((inner) => (inner instanceof Error ? leaves(inner) : [inner])) : [error]
}

function project(error: Error, kept: ReadonlySet<unknown>): Error | null {
  if (!isGroup(error)) return kept.has(error) ? error : null
  const parts = error.exceptions.map((inner) => (inner instanceof Error ? project(inner, kept) : null)).filter((part) => part !== null)
  if (parts.length === 0) return null
  return parts.length === error.exceptions.length && parts.every((part, i) => part === error.exceptions[i]) ? error : partOfGroup(error, parts)
}

export function exceptStar(error: unknown): ExceptStar {
  return new ExceptStar(error)
}

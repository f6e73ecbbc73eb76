import * as exceptions from './exceptions/index.ts'

/** What was thrown in another thread, as `worker-thread.mjs` tells it. */
export type WorkerError =
  | { readonly value: unknown }
  | { readonly list: readonly WorkerError[] }
  | {
    /** Names, from its own class upwards. */
    readonly classes: readonly string[]
    readonly message: string
    readonly stack: string | undefined
    /** Of a Python exception. */
    readonly args: readonly WorkerError[] | null
    readonly fields: object
  }

type ErrorClass = new (...args: never[]) => Error

const ofPython = new Map(Object.entries<unknown>({ ...exceptions }).filter(([, each]) => isException(each)))
const ofJavaScript = new Map<string, unknown>([Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(each => [each.name, each]))

/** What was thrown, made anew; of the nearest class that is one of `raises`, asyncio's or JavaScript's. */
export function revive(thrown: WorkerError, raises: readonly ErrorClass[]): unknown {
  if ('value' in thrown) return thrown.value
  if ('list' in thrown) return thrown.list.map(each => revive(each, raises))
  const own = new Map<string, unknown>(raises.map(each => [each.name, each]))
  const shared = thrown.args === null ? ofJavaScript : ofPython
  const found = thrown.classes.map(name => own.get(name) ?? shared.get(name)).find(each => each !== undefined) ?? Error
  const args = thrown.args === null ? [thrown.message] : thrown.args.map(each => revive(each, raises))
  const error: unknown = Reflect.construct(isClass(found) ? found : Error, args)
  return error instanceof Error ? Object.assign(error, thrown.fields, { stack: thrown.stack }) : error
}

function isClass(value: unknown): value is Function { return typeof value === 'function' }

function isException(value: unknown): boolean {
  return isClass(value) && (value === exceptions.BaseException || value.prototype instanceof exceptions.BaseException)
}

import { withDefault } from '../anext-awaitable.ts'
import { builtinMethod } from '../builtin-methods.ts'
import { methodOf } from '../callable.ts'
import { raise } from '../raise.ts'
import { typeName } from '../type-name.ts'

/** Python's `aiter(x)`. @throws TypeError `'int' object is not an async iterable` */
export function aiter(x: unknown): unknown {
  const own = methodOf(x, '__aiter__') ?? builtinMethod(x, '__aiter__')
  return own === undefined ? raise('TypeError', `'${typeName(x)}' object is not an async iterable`) : own.call(x)
}

/** Python's `anext(iterator)` and `anext(iterator, default)`: an awaitable. @throws TypeError `'int' object is not an async iterator` */
export function anext(iterator: unknown, ...otherwise: readonly unknown[]): unknown {
  const own = methodOf(iterator, '__anext__') ?? builtinMethod(iterator, '__anext__')
  const step = own === undefined ? raise('TypeError', `'${typeName(iterator)}' object is not an async iterator`) : own.call(iterator)
  return otherwise.length === 0 ? step : withDefault(step, otherwise[0])
}

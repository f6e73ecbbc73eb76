/**
 * Python's builtins for compiled programs.
 *
 * Conventions: `None` is `null`; keyword arguments are a plain object behind the positional ones
 * (`sorted(xs, { key, reverse })`, `print('a', { end: '' })`); attribute and method names given as strings are
 * Python's (`attribute(x, 'get_name')`, `invoke(xs, 'append', 1)`); a callable argument may be a function, a class
 * or an object with `__call__`. What the runtime raises is of the classes of the implementation last given to
 * `useImplementation`. Outside: integers beyond 2**53, `True` and `1` as the same key, the iteration order of CPython's sets.
 */
import { registerBuiltins } from './register-builtins.ts'

registerBuiltins()

export { makeExceptions, useImplementation, currentExceptions, isExceptionName } from './exceptions.ts'
export type { Exceptions, ExceptionClass, ExceptionName } from './exceptions.ts'
export { raise, exception } from './raise.ts'
export { caught, matches, isUncatchable } from './matches.ts'
export { matchStar, splitGroup } from './split-group.ts'
export { exceptionArgs, exceptionRepr } from './exception-repr.ts'
export { repr, logRepr, str } from './repr.ts'
export { makeOutput, timeText } from './output.ts'
export type { Output, OutputWorld } from './output.ts'
export { scrub } from './scrub.ts'
export { framed, framedMethods } from './framed.ts'
export { truthy, and, or } from './truth.ts'
export { eq, ne, is_ } from './equality.ts'
export { lt, le, gt, ge } from './compare.ts'
export { add, sub, mul, div, floorDiv, mod, pow, divmod, matMul, neg, pos, bitNot, bitAnd, bitOr, bitXor, shiftLeft, shiftRight } from './arithmetic.ts'
export { iadd, isub, imul, ior, iand, ixor, inPlace } from './in-place.ts'
export { contains } from './contains.ts'
export { item, setItem, delItem, slice, updateItem } from './subscript.ts'
export { makeSlice, Slice } from './slice.ts'
export { iterate, unpack } from './iterate.ts'
export { format } from './format.ts'
export { formatPercent } from './format-percent.ts'
export { attribute, invoke, getattr, setattr, delattr, hasattr, strFormat, vars } from './attribute.ts'
export { bound, bind } from './bind.ts'
export { callable, callValue, isClass } from './callable.ts'
export { camelCase, snakeCase } from './camel-case.ts'
export { typeName } from './type-name.ts'
export { Tuple } from './tuple.ts'
export { Dict } from './dict.ts'
export { PySet, FrozenSet } from './set.ts'
export { NotImplemented, Ellipsis } from './singletons.ts'
export { int, float, bool, list, tuple, dict, set, frozenset, bytes, bytearray, object, type_ } from './types.ts'
export { isinstance, issubclass } from './isinstance.ts'
export { len } from './length.ts'
export { range } from './range.ts'
export { hash, id } from './hash.ts'
export { iter, next, enumerate, zip, map, filter, reversed } from './builtins/iterators.ts'
export { sorted, min, max, sum, any, all } from './builtins/folds.ts'
export { aiter, anext } from './builtins/async-iterators.ts'
export { dir } from './builtins/dir.ts'
export { ascii } from './builtins/ascii.ts'
export { abs, round, bin, oct, hex, chr, ord } from './builtins/numbers.ts'


export * from './call-protocol.ts'
export { isWaitingName, makeWaiting } from './waiting.ts'
export { makePythonModule } from './modules/index.ts'
export type { FilterWarnings } from './modules/warnings.ts'
export type { ModuleWorld } from './modules/index.ts'
export type { ProgramClock } from './modules/time.ts'

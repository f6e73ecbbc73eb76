import { instanceTest, isClassLike, pythonClassName } from './class-name.ts'
import { iterate } from './iterate.ts'
import { Dict } from './dict.ts'
import { FrozenSet, PySet } from './set.ts'
import { isGenerator, isNativeCoroutine, typeName } from './type-name.ts'
import { methodOf } from './callable.ts'
import { numberFrom, integerFrom } from './parse-number.ts'
import { options } from './options.ts'
import { raise } from './raise.ts'
import { setOf } from './set-methods.ts'
import { str } from './repr.ts'
import { truthy } from './truth.ts'
import { isTuple, Tuple } from './tuple.ts'
import { updateDict } from './dict-methods.ts'
import { writeRepr } from './python-repr.ts'

/** Makes a function one of Python's builtin types: `isinstance` asks `test`, `repr` shows a class. */
function builtinType<T extends object>(name: string, make: T, test: (x: unknown) => boolean): T {
  Object.defineProperties(make, { [instanceTest]: { value: test }, __name__: { value: name }, __module__: { value: 'builtins' } })
  return make
}

/** Python's `int(x, base)`. @throws ValueError `invalid literal for int() with base 10: 'x'` */
export const int = builtinType('int', (x: unknown = 0, base?: unknown) => integerFrom(x, base), (x) => typeof x === 'boolean' || Number.isInteger(x))

/** Python's `float(x)`. @throws ValueError `could not convert string to float: 'x'` */
export const float = builtinType('float', (x: unknown = 0) => numberFrom(x), (x) => typeof x === 'number' && !Number.isInteger(x))

/** Python's `bool(x)`. */
export const bool = builtinType('bool', (x: unknown = false) => truthy(x), (x) => typeof x === 'boolean')

builtinType('str', str, (x) => typeof x === 'string')

/** Python's `list(iterable)`. */
export const list = builtinType('list', (x: unknown = []): unknown[] => [...iterate(x)], (x) => Array.isArray(x) && !isTuple(x))

/** Python's `tuple(iterable)`; the display `(1, 2)` is `Tuple.of(1, 2)`. */
export const tuple = builtinType('tuple', (x: unknown = []): Tuple => Tuple.of(...iterate(x)), isTuple)

/** Python's `dict(source, **keywords)`: pairs, a mapping, or nothing. */
export const dict = builtinType(
  'dict',
  (...args: unknown[]): Dict => {
    const [[source], keywords] = options(args)
    const made = new Dict()
    updateDict(made, source, keywords)
    return made
  },
  (x) => x instanceof Map,
)

/** Python's `set(iterable)`; also the display `{1, 2}` as `set([1, 2])`. */
export const set = builtinType('set', (x: unknown = []): PySet => setOf(iterate(x)), (x) => x instanceof Set && !(x instanceof FrozenSet))

/** Python's `frozenset(iterable)`. */
export const frozenset = builtinType('frozenset', (x: unknown = []): PySet => setOf(iterate(x), new FrozenSet()), (x) => x instanceof FrozenSet)

/** Python's `bytes(x)`; of a text its characters' codes, which is how a literal is written. */
export const bytes = builtinType(
  'bytes',
  (x: unknown = []) => {
    if (typeof x === 'number') return new Uint8Array(x)
    return Uint8Array.from(iterate(x), (element) => (typeof element === 'string' ? element.charCodeAt(0) : Number(element)))
  },
  (x) => x instanceof Uint8Array,
)

class PlainObject {
  [writeRepr](): string {
    return '<object object at 0x…>'
  }

  static readonly [pythonClassName]: string = 'object'

  /** What an implementation calls it. */
  get __typename__(): string {
    return 'object'
  }
}

/** Python's `bytearray(x)`, which is `bytes` here. */
export const bytearray = bytes

/** Python's `object()`. */
export const object = builtinType('object', () => new PlainObject(), () => true)

const NoneType = builtinType('NoneType', () => null, (x) => x === null || x === undefined)
const functionType = builtinType('function', () => raise('TypeError', 'function() is not for programs'), (x) => typeof x === 'function' && !isClassLike(x))
const generatorType = builtinType('generator', () => raise('TypeError', "cannot create 'generator' instances"), (x) => typeof x === 'object' && x !== null && isGenerator(x))
const coroutineType = builtinType('coroutine', () => raise('TypeError', "cannot create 'coroutine' instances"), (x) => typeof x === 'object' && x !== null && isNativeCoroutine(x))

const byName: Readonly<Record<string, object>> = {
  int, float, bool, str, list, tuple, dict, set, frozenset, bytes, object, NoneType, function: functionType, generator: generatorType, coroutine: coroutineType,
}

/** Python's `type(x)`; for objects the JavaScript class. */
export const type_ = builtinType('type', (x: unknown): object => {
  if (typeof x === 'function' && isClassLike(x)) return type_
  if (typeof x === 'object' && x !== null && !(x instanceof PlainObject)) {
    const own = methodOf(x, 'constructor')
    const builtin = [Array, Tuple, Map, Dict, Set, PySet, FrozenSet, Uint8Array, Object, Promise].some((cls) => own === cls)
    if (own !== undefined && !builtin && !isGenerator(x) && !isNativeCoroutine(x)) return own
  }
  return byName[typeName(x)] ?? object
}, (x) => isClassLike(x))

/** The types module's names for what has no builtin name. */
export const namedTypes = { NoneType, FunctionType: functionType, GeneratorType: generatorType, CoroutineType: coroutineType }

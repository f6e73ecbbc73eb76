import { callValue, type Callable } from '../callable.ts'
import { Dict } from '../dict.ts'
import { isOptions, options, type Options } from '../options.ts'
import { iterate } from '../iterate.ts'
import { lt } from '../compare.ts'
import { makeModule } from '../module.ts'
import { pythonClassName } from '../class-name.ts'
import { raise } from '../raise.ts'
import { Tuple } from '../tuple.ts'
import { writeRepr, type Writer } from '../python-repr.ts'

/** Calls a function of the program with keywords; the call protocol of compiled programs provides it. */
export type CallWithKeywords = (f: unknown, args: readonly unknown[], keywords: Options) => unknown

/** Copies onto `wrapper` what `functools.wraps` copies. */
function dressed(wrapper: object, wrapped: object): object {
  for (const key of ['__name__', '__qualname__']) {
    const value: unknown = Reflect.get(wrapped, key) ?? Reflect.get(wrapped, 'name')
    Object.defineProperty(wrapper, key, { value, configurable: true, writable: true })
  }
  return Object.defineProperty(wrapper, '__wrapped__', { value: wrapped, configurable: true, writable: true })
}

function makePartial(callWith: CallWithKeywords) {
  return function partial(f: unknown, ...given: unknown[]): Callable {
    const [args, keywords] = options(given)
    const made: Callable = (...rest) => {
      const [more, named] = options(rest)
      const merged = { ...keywords, ...named }
      return Object.keys(merged).length === 0 ? callValue(f, ...args, ...more) : callWith(f, [...args, ...more], merged)
    }
    const named = Object.entries(keywords)
    return Object.defineProperties(made, {
      func: { value: f },
      args: { value: Tuple.of(...args) },
      keywords: { value: keywords },
      [pythonClassName]: { value: 'functools.partial' },
      [writeRepr]: { value: (write: Writer) => `functools.partial(${[f, ...args].map(write).concat(named.map(([key, value]) => `${key}=${write(value)}`)).join(', ')})` },
    })
  }
}

function reduce(f: unknown, x: unknown, ...initial: readonly unknown[]): unknown {
  let total = initial[0]
  let empty = initial.length === 0
  for (const element of iterate(x)) {
    total = empty ? element : callValue(f, total, element)
    empty = false
  }
  return empty ? raise('TypeError', 'reduce() of empty iterable with no initial value') : total
}

function remembering(f: object, maxsize: unknown): Callable {
  const known = new Dict()
  let [hits, misses] = [0, 0]
  const made: Callable = (...args) => {
    const key = Tuple.of(...args.map((arg) => (isOptions(arg) ? Tuple.of(...Object.entries(arg).flat()) : arg)))
    if (known.has(key)) {
      hits++
      const value = known.get(key)
      known.delete(key)
      known.set(key, value)
      return value
    }
    misses++
    const value = callValue(f, ...args)
    known.set(key, value)
    if (typeof maxsize === 'number' && known.size > maxsize) for (const oldest of known.keys()) { known.delete(oldest); break }
    return value
  }
  dressed(made, f)
  return Object.assign(made, {
    cacheClear() {
      known.clear();
      [hits, misses] = [0, 0]
      return null
    },
    cacheInfo: () => ({ hits, misses, maxsize, currsize: known.size, [writeRepr]: (write: Writer) => `CacheInfo(hits=${hits}, misses=${misses}, maxsize=${write(maxsize)}, currsize=${known.size})` }),
  })
}

function lruCache(first: unknown = 128, ...rest: readonly unknown[]): unknown {
  if (typeof first === 'function') return remembering(first, 128)
  const [, keywords] = options([first, ...rest])
  const maxsize = isOptions(first) ? ('maxsize' in keywords ? keywords['maxsize'] : 128) : first
  return (f: object) => remembering(f, maxsize)
}

function cmpToKey(compare: unknown) {
  return (value: unknown) => ({
    value,
    __lt__(other: { readonly value: unknown }) {
      return lt(callValue(compare, value, other.value), 0)
    },
  })
}

/** Python's `functools`, as far as programs use it. */
export function makeFunctools(callWith: CallWithKeywords) {
  return makeModule('functools', {
    partial: makePartial(callWith),
    wraps: (wrapped: object) => (wrapper: object) => dressed(wrapper, wrapped),
    updateWrapper: dressed,
    reduce,
    lruCache,
    cache: (f: object) => remembering(f, null),
    cmpToKey,
  })
}

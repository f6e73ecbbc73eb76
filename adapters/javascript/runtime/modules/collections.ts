import { callable } from '../callable.ts'
import { Counter, defaultdict, OrderedDict } from './dict-classes.ts'
import { deque } from './deque.ts'
import { isCoroutineObject, isGenerator } from '../type-name.ts'
import { makeModule } from '../module.ts'
import { namedtuple } from './namedtuple.ts'
import { Tuple } from '../tuple.ts'

function abstract(name: string, test: (x: object) => boolean): object {
  return { __name__: name, [Symbol.hasInstance]: (x: unknown) => (typeof x === 'string' ? test(Tuple.of()) : typeof x === 'object' && x !== null && test(x)) }
}

const has = (...names: readonly string[]) => (x: object): boolean => names.every((name) => name in x)

/** Python's `collections.abc`: classes for `isinstance`, told by what an object has. */
const abc = makeModule('collections.abc', {
  Awaitable: abstract('Awaitable', (x) => isCoroutineObject(x) || '__await__' in x || 'then' in x || ('addDoneCallback' in x && Symbol.iterator in x)),
  Coroutine: abstract('Coroutine', (x) => isCoroutineObject(x) && !isGenerator(x)),
  AsyncIterable: abstract('AsyncIterable', has('__aiter__')),
  AsyncIterator: abstract('AsyncIterator', has('__aiter__', '__anext__')),
  AsyncGenerator: abstract('AsyncGenerator', has('__anext__', 'asend', 'athrow', 'aclose')),
  Iterable: abstract('Iterable', (x) => ('__iter__' in x || Symbol.iterator in x) && !isCoroutineObject(x)),
  Iterator: abstract('Iterator', (x) => '__next__' in x || isGenerator(x)),
  Generator: abstract('Generator', isGenerator),
  Sequence: abstract('Sequence', (x) => Array.isArray(x)),
  Mapping: abstract('Mapping', (x) => x instanceof Map),
  Set: abstract('Set', (x) => x instanceof Set),
  Sized: abstract('Sized', (x) => Array.isArray(x) || x instanceof Map || x instanceof Set || '__len__' in x),
  Hashable: abstract('Hashable', (x) => !(Array.isArray(x) && !(x instanceof Tuple)) && !(x instanceof Map)),
  Callable: { __name__: 'Callable', [Symbol.hasInstance]: callable },
})

/** Python's `collections`. */
export const collections = makeModule('collections', { deque, defaultdict, OrderedDict, Counter, namedtuple, abc })

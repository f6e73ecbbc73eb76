import { expect, test } from 'vitest'
import {
  Context, ContextVar, coroutine, Exception, ExceptionGroup, Future, getRunningLoop, newEventLoop, PriorityQueue, runVirtual, sleep, TypeError, ValueError, wait, asCompleted, asyncGenerator, emit,
} from '../../reference-impl/index.ts'

class Point {
  readonly x = 1
}

class Coin {
  __repr__(): string { return 'Coin()' }
}

class Sequence extends Array<number> {}

test.each<[string, unknown, string]>([
  ['undefined', undefined, 'None'],
  ['null', null, 'None'],
  ['a boolean', true, 'True'],
  ['the other one', false, 'False'],
  ['a number', 1.5, '1.5'],
  ['no number', NaN, 'nan'],
  ['more than every number', Infinity, 'inf'],
  ['less than every number', -Infinity, '-inf'],
  ['a bigint', 12n, '12'],
  ['a symbol', Symbol('mark'), 'Symbol(mark)'],
  ['a text', 'it', "'it'"],
  ['a text with an apostrophe', "it's", '"it\'s"'],
  ['a text with both quotes', `it's "so"`, `'it\\'s "so"'`],
  ['a text of several lines', 'a\\b\n\r\tc', "'a\\\\b\\n\\r\\tc'"],
  ['a function', Math.max, '<function max at 0x…>'],
  ['an array', [1, 'two'], "[1, 'two']"],
  ['a map', new Map([['a', 1]]), "{'a': 1}"],
  ['a set', new Set([1, 2]), '{1, 2}'],
  ['an empty set', new Set(), 'set()'],
  ['an exception', new ValueError('a', 1), "ValueError('a', 1)"],
  ['an error', new RangeError('far'), "RangeError('far')"],
  ['an error without a text', new Error(), 'Error()'],
  ['an object with a text of its own', new URL('https://a.b/'), 'https://a.b/'],
  ['an object with a repr of its own', new Coin(), 'Coin()'],
  ['another object', new Point(), '<Point object at 0x…>'],
  ['an object without a class', Object.assign(Object.create(null), { toString: () => 'bare' }), 'bare'],
  ['a promise', Promise.resolve(), '<Promise object at 0x…>'],
  ['a generator', (function* () {})(), '<generator object at 0x…>'],
])('outside of a virtual world %s is shown as in Python', (_what, value, shown) => {
  const loop = newEventLoop()
  const future = new Future<never>({ loop })
  future.setException(new ValueError(value))
  expect([String(future), future.exception() instanceof ValueError]).toEqual([`<Future finished exception=ValueError(${shown})>`, true])
  loop.close()
})

test('a result that is long is cut', () => {
  const loop = newEventLoop()
  const shown = [Array.from({ length: 9 }, (_, n) => n), new Map([[1, [[]]]]), 'long '.repeat(9), new Set([1, 2]), 7].map(value => {
    const future = new Future({ loop })
    future.setResult(value)
    return String(future)
  })
  expect(shown).toEqual([
    '<Future finished result=[0, 1, 2, 3, 4, 5, ...]>',
    '<Future finished result={1: [[]]}>',
    "<Future finished result='long long lo...ng long long '>",
    '<Future finished result={1, 2}>',
    '<Future finished result=7>',
  ])
  loop.close()
})

test.each<[string, unknown, string]>([
  ['a set of numbers is', new Set([3, 1, 2]), '{1, 2, 3}'],
  ['the keys of a map are', new Map([['b', 1], ['a', 2]]), "{'a': 2, 'b': 1}"],
  ['what has no order is not', new Set([2, NaN, 1]), '{2, nan, 1}'],
])('in a result %s put in order', (_what, result, shown) => {
  const loop = newEventLoop()
  const future = new Future({ loop })
  future.setResult(result)
  expect(String(future)).toBe(`<Future finished result=${shown}>`)
  loop.close()
})

test('a class of exceptions that makes something else is no exception', () => {
  class Odd extends Exception {
    constructor() {
      super()
      return Object(5)
    }
  }
  const loop = newEventLoop()
  const future = new Future({ loop })
  expect(() => future.setException(Odd)).toThrow(new TypeError('invalid exception object'))
  expect(future.done()).toBe(false)
  loop.close()
})

test('an object after the arguments of a callback is the last of them, unless there is nothing in it but a context', () => {
  const context = new Context()
  const called: unknown[] = []
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    for (const last of [{ context }, { context: 'mine' }, { context, more: 1 }, {}]) loop.callSoon((...args: unknown[]) => { called.push(args) }, 1, last)
    yield* sleep(0)
  })
  runVirtual(main())
  expect(called).toEqual([[1], [1, { context: 'mine' }], [1, { context, more: 1 }], [1]])
})

test.each<[string, unknown, string]>([
  ['undefined', undefined, 'NoneType'], ['null', null, 'NoneType'], ['a boolean', true, 'bool'], ['a text', 'a', 'str'], ['an integer', 1, 'int'],
  ['another number', 1.5, 'float'], ['a bigint', 1n, 'int'], ['a function', Math.max, 'function'], ['a symbol', Symbol('mark'), 'object'],
  ['an array', [], 'list'], ['an array of a class of its own', new Sequence(), 'sequence'], ['a map', new Map(), 'dict'], ['a set', new Set(), 'set'],
  ['a coroutine', sleep(0), 'coroutine'], ['a generator', (function* () {})(), 'generator'], ['an object', new Point(), 'Point'],
  ['an object without a class', Object.create(null), 'object'],
])('%s is called by its Python type', (_what, value, name) => {
  const queue = new PriorityQueue<unknown>()
  queue.putNowait(new Coin())
  expect(() => queue.putNowait(value)).toThrow(new TypeError(`'<' not supported between instances of '${name}' and 'Coin'`))
})

test('what cannot be gone over is refused by its type', () => {
  const numbers = asyncGenerator(function* numbers() { yield* emit(1) })
  const main = coroutine(function* main() {
    const refusals: unknown[] = []
    for (const values of [5, numbers(), { __iter__: () => [] }]) {
      try {
        Reflect.apply(asCompleted, undefined, [values])
      } catch (error) {
        refusals.push(String(error))
      }
    }
    try {
      yield* Reflect.apply(wait, undefined, [new Point()])
    } catch (error) {
      refusals.push(String(error))
    }
    return refusals
  })
  expect(runVirtual(main())).toEqual([
    "TypeError: 'int' object is not iterable", "TypeError: 'async_generator' object is not iterable", "TypeError: 'Point' object is not iterable",
  ])
})

test('a group of exceptions takes native errors, and any iterable of classes to select by', () => {
  const group = new ExceptionGroup('group', new Map([['a', new RangeError('a')], ['b', new ValueError('b')]]).values())
  const [matching, rest] = group.split(new Set([RangeError]))
  expect([matching?.exceptions.map(String), rest?.exceptions.map(String)]).toEqual([['RangeError: a'], ['ValueError: b']])
})

test('an exception may be given a name of its own', () => {
  const error = new ValueError('text')
  error.name = 'OwnError'
  expect([String(error), String(new ValueError('text'))]).toEqual(['OwnError: text', 'ValueError: text'])
})

test('a context is a map of its variables', () => {
  const variable = new ContextVar<string>('variable')
  const other = new ContextVar<string>('other')
  const context = new Context()
  context.run(() => variable.set('value'))
  expect([context.size, context.has(variable), context.has(other), [...context], [...context.entries()]])
    .toEqual([1, true, false, [variable], [[variable, 'value']]])
})

test('timers are ordered by their time, and not comparable with anything else', () => {
  const loop = newEventLoop()
  const [early, late] = [loop.callAt(1, () => {}), loop.callAt(2, () => {})]
  expect([early.__lt__(late), early.__le__(late), early.__gt__(late), early.__ge__(late)]).toEqual([true, true, false, false])
  expect([early.__lt__(1), early.__le__(1), early.__gt__(1), early.__ge__(1)]).toEqual([undefined, undefined, undefined, undefined])
  loop.close()
})

import { threadId } from 'node:worker_threads'
import { expect, test } from 'vitest'
import {
  concurrentFutures, coroutine, gather, getRunningLoop, ProcessPoolExecutor, run, RuntimeError, runVirtual, sleep, ThreadPoolExecutor, TypeError,
  ValueError, workerFunction, wrapFuture,
} from '../../reference-impl/index.ts'
import * as blocking from './fixtures/blocking.mjs'

const fixture = new URL('fixtures/blocking.mjs', import.meta.url)
const block = workerFunction(fixture, blocking.block)
const prepare = workerFunction(fixture, blocking.prepare)
const prepared = workerFunction(fixture, blocking.prepared)

function double(number: number): number { return number * 2 }

test('a function that no thread has taken yet is cancelled with who waits', async () => {
  const main = coroutine(function* main() {
    const executor = new ThreadPoolExecutor(1)
    const first = executor.submit(block, 20)
    const second = executor.submit(block, 20)
    const waiting = wrapFuture(second)
    yield* sleep(0)
    waiting.cancel()
    yield* sleep(0)
    executor.shutdown()
    return [first, second].map(future => future.cancelled())
  })
  expect(await run(main())).toEqual([false, true])
})

test.each([1, 2])('more functions than workers wait for a free one: never more than %i at once', (maxWorkers) => {
  const executor = new ThreadPoolExecutor({ maxWorkers })
  const spans = Array.from(executor.map(block, [10, 10, 10, 10, 10]))
  const atOnce = spans.map(({ start }) => spans.filter(other => other.start <= start && start < other.end).length)
  expect({ threads: new Set(spans.map(span => span.threadId)).size, tooMany: atOnce.filter(many => many > maxWorkers) }).toEqual({ threads: maxWorkers, tooMany: [] })
  executor.shutdown()
})

test('shutdown() waits for what is at work, and takes no more', () => {
  const executor = new ThreadPoolExecutor(1)
  const futures = [executor.submit(block, 10), executor.submit(block, 10), executor.submit(block, 10)]
  executor.shutdown(true, { cancelFutures: true })
  expect(futures.map(future => future.cancelled())).toEqual([false, true, true])
  expect(futures[0]?.done()).toBe(true)
  expect(() => executor.submit(block, 10)).toThrow(new RuntimeError('cannot schedule new futures after shutdown'))
})

test('every thread is prepared by the initializer before its first function', () => {
  const executor = new ThreadPoolExecutor({ maxWorkers: 2, initializer: prepare, initargs: ['ready'] })
  expect([executor.submit(prepared), executor.submit(prepared), executor.submit(prepared)].map(future => future.result())).toEqual(['ready', 'ready', 'ready'])
  executor.shutdown()
})

test('the number of workers may stand by itself before the options', () => {
  const executor = new ThreadPoolExecutor(1, { initializer: prepare, initargs: ['ready'] })
  expect(executor.submit(prepared).result()).toBe('ready')
  executor.shutdown()
})

test.each([
  ['thread', ThreadPoolExecutor, 'BrokenThreadPool', 'A thread initializer failed, the thread pool is not usable anymore'],
  ['process', ProcessPoolExecutor, 'BrokenProcessPool', 'A process in the process pool was terminated abruptly while the future was running or pending.'],
])('an initializer that fails breaks a %s pool', (_, Pool, name, text) => {
  const executor = new Pool({ maxWorkers: 1, initializer: prepare, initargs: ['fail'] })
  const futures = [executor.submit(prepared), executor.submit(prepared)]
  const errors = futures.map(future => future.exception())
  expect(errors.map(error => error instanceof concurrentFutures.BrokenExecutor ? [error.name, error.message, error.cause] : error))
    .toEqual([[name, text, new RangeError('no start')], [name, text, new RangeError('no start')]])
  expect(() => executor.submit(prepared)).toThrow(text)
  executor.shutdown()
})

test('a thread that ends in the middle breaks its pool', async () => {
  const executor = new ThreadPoolExecutor()
  const main = coroutine(function* main() {
    return yield* getRunningLoop().runInExecutor(executor, workerFunction(fixture, blocking.leave))
  })
  await expect(run(main())).rejects.toThrow('A thread of the thread pool ended abruptly while the future was running or pending.')
  expect(() => executor.submit(prepared)).toThrow(concurrentFutures.BrokenExecutor)
})

test('any other function of a thread pool runs in this thread, in its turn or when somebody blocks on it', () => {
  const executor = new ThreadPoolExecutor({ initializer: (text: string) => { order.push(text) }, initargs: ['initializer'] })
  const order: string[] = []
  const futures = ['first', 'second'].map(name => executor.submit(() => { order.push(name) }))
  expect(order).toEqual([])
  futures[0]?.result()
  expect(order).toEqual(['initializer', 'first'])
  executor.shutdown()
  expect(order).toEqual(['initializer', 'first', 'second'])
})

test('the functions of an executor have turns of their own, up to so many at a time', async () => {
  const order: string[] = []
  const call = (name: string): string => {
    order.push(name)
    return name
  }
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    const executor = new ThreadPoolExecutor(1)
    const [first, second, third] = ['first', 'second', 'third'].map(name => loop.runInExecutor(executor, call, name))
    third?.cancel()
    // The executor hears of it in the next pass.
    yield* sleep(0)
    executor.shutdown()
    return yield* gather(...[first, second].filter(future => future !== undefined))
  })
  expect(await run(main())).toEqual(['first', 'second'])
  expect(order).toEqual(['first', 'second'])
})

test('run waits for what still runs in the default executor', async () => {
  const order: string[] = []
  const main = coroutine(function* main() {
    getRunningLoop().runInExecutor(null, () => order.push('function'))
    order.push('main ends')
  })
  await run(main())
  expect(order).toEqual(['main ends', 'function'])
})

test('a process pool takes functions that a worker can find, and no others', async () => {
  const main = coroutine(function* main() {
    const executor = new ProcessPoolExecutor()
    const span = yield* getRunningLoop().runInExecutor(executor, block, 1)
    try {
      yield* getRunningLoop().runInExecutor(executor, double, 2)
    } catch (error) {
      executor.shutdown()
      return [span.threadId === threadId, error]
    }
    return null
  })
  expect(await run(main())).toEqual([false, new TypeError("cannot send 'double' to another process: see workerFunction")])
  expect(() => runVirtual(main())).not.toThrow()
})

test('workers are at least one, an initializer can be called, a worker function has a name', () => {
  expect(() => new ThreadPoolExecutor(0)).toThrow(new ValueError('max_workers must be greater than 0'))
  expect(() => Reflect.construct(ThreadPoolExecutor, [{ initializer: 1 }])).toThrow(new TypeError('initializer must be a callable'))
  expect(() => workerFunction(fixture, () => 1)).toThrow(new TypeError('a worker function needs the name under which its module exports it'))
  const executor = new ThreadPoolExecutor({ initializer: () => {} })
  expect(executor.submit(prepared).exception()).toEqual(new TypeError('the initializer of threads must be a workerFunction'))
  executor.shutdown()
})

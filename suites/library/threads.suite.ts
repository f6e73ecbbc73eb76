import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { threadId } from 'node:worker_threads'
import { expect, test } from 'vitest'
import {
  asyncWith, concurrentFutures, coroutine, createTask, gather, getRunningLoop, ProcessPoolExecutor, run, RuntimeError, runVirtual,
  sleep, ThreadPoolExecutor, timeout, TimeoutError, toThread, TypeError, ValueError, workerFunction, wrapFuture,
} from '../../reference-impl/index.ts'
import * as blocking from './fixtures/blocking.mjs'
import { half } from './fixtures/typed.ts'

const fixture = new URL('fixtures/blocking.mjs', import.meta.url)
const block = workerFunction(fixture, blocking.block)
const fail = workerFunction(fixture, blocking.fail, { raises: [blocking.HashError] })
const prepare = workerFunction(fixture, blocking.prepare)
const prepared = workerFunction(fixture, blocking.prepared)

function double(number: number): number { return number * 2 }

/** Whether all of them were under way at one moment. */
function overlap(spans: readonly blocking.Span[]): boolean {
  return Math.max(...spans.map(({ start }) => start)) < Math.min(...spans.map(({ end }) => end))
}

test('blocking calls in threads run side by side, and the loop ticks meanwhile', async () => {
  const main = coroutine(function* main() {
    const seen = { ticks: 0 }
    const ticker = coroutine(function* ticker() {
      for (;;) {
        yield* sleep(0.005)
        seen.ticks++
      }
    })
    // Threads that are there already: one need not wait for the start of the other.
    yield* gather(toThread(block, 50), toThread(block, 50))
    const ticking = createTask(ticker())
    const spans = yield* gather(toThread(block, 100), toThread(block, 100))
    ticking.cancel()
    return { spans, ticks: seen.ticks }
  })
  const { spans, ticks } = await run(main())
  expect({ overlap: overlap(spans), threads: new Set([threadId, ...spans.map(span => span.threadId)]).size }).toEqual({ overlap: true, threads: 3 })
  expect(ticks).toBeGreaterThan(2)
})

test('what a thread throws comes back with its class, its fields and its stack', async () => {
  const thrown = coroutine(function* thrown(what: unknown) {
    try {
      return yield* toThread(fail, what)
    } catch (error) {
      return error
    }
  })
  const main = coroutine(function* main() { return yield* gather(...['RangeError', 'ValueError', 'HashError'].map(thrown)) })
  const [native, python, own] = await run(main())
  expect([native, python, own]).toEqual([
    new RangeError('too far'), new ValueError('as asyncio makes it', 2), new blocking.HashError('no hash'),
  ])
  expect([native, python, own].map(error => error instanceof Error ? [error.constructor, error.stack?.includes('blocking.mjs')] : null))
    .toEqual([[RangeError, true], [ValueError, true], [blocking.HashError, true]])
})

test('what is no exception comes as the cause of one, as from any function', () => {
  const executor = new ThreadPoolExecutor()
  const futures = [executor.submit(fail, ['text', 1]), executor.submit(() => { throw ['text', 1] })]
  expect(futures.map(future => future.exception())).toEqual([1, 2].map(() => Object.assign(new TypeError('exceptions must derive from BaseException'), { __cause__: ['text', 1] })))
  executor.shutdown()
})

test('a class that nobody named comes back as the nearest above it', () => {
  const executor = new ThreadPoolExecutor()
  const future = executor.submit(workerFunction(fixture, blocking.fail), 'HashError')
  expect(future.exception()).toEqual(Object.assign(new Error('no hash'), { name: 'HashError', code: 7 }))
  executor.shutdown()
})

test('cancelling who waits leaves the thread at work', async () => {
  const executor = new ThreadPoolExecutor()
  const submitted = executor.submit(block, 60)
  const main = coroutine(function* main() {
    try {
      yield* asyncWith(timeout(0.01), function* () { yield* wrapFuture(submitted) })
    } catch (error) {
      return [error instanceof TimeoutError, submitted.running()]
    }
    return null
  })
  expect(await run(main())).toEqual([true, true])
  expect(submitted.result().end).toBeGreaterThan(0)
  executor.shutdown()
})

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

test('without an event loop, result() blocks until the thread is through, or until its time is over', () => {
  const executor = new ThreadPoolExecutor()
  const future = executor.submit(block, 200)
  expect(() => future.result(0.01)).toThrow(TimeoutError)
  expect([future.running(), future.result().threadId === threadId, future.done()]).toEqual([true, false, true])
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

test('run waits for the threads of the default executor', async () => {
  const submitted: { done(): boolean }[] = []
  const main = coroutine(function* main() { submitted.push(getRunningLoop().runInExecutor(null, block, 30)) })
  await run(main())
  expect(submitted.map(future => future.done())).toEqual([true])
})

test('every thread is prepared by the initializer before its first function', () => {
  const executor = new ThreadPoolExecutor({ maxWorkers: 2, initializer: prepare, initargs: ['ready'] })
  expect([executor.submit(prepared), executor.submit(prepared), executor.submit(prepared)].map(future => future.result())).toEqual(['ready', 'ready', 'ready'])
  executor.shutdown()
})

test.each([
  ['thread', ThreadPoolExecutor, 'BrokenThreadPool', 'A thread initializer failed, the thread pool is not usable anymore'],
  ['process', ProcessPoolExecutor, 'BrokenProcessPool', 'A process in the process pool was terminated abruptly while the future was running or pending.'],
])('an initializer that fails breaks a %s pool', (_, Pool, name, text) => {
  const executor = new Pool({ maxWorkers: 1, initializer: prepare, initargs: ['fail'] })
  const futures = [executor.submit(prepared), executor.submit(prepared)]
  const errors = futures.map(future => future.exception())
  expect(errors.map(error => error instanceof concurrentFutures.BrokenExecutor ? [error.name, error.message, error.__cause__] : error))
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

test('what cannot be copied fails the future, and the pool goes on', () => {
  const executor = new ThreadPoolExecutor(1)
  const uncopied = executor.submit(workerFunction(fixture, blocking.uncopied))
  const ungiven = executor.submit(fail, () => {})
  const unknown = executor.submit(workerFunction(fixture, () => 1, { name: 'unknown' }))
  expect([uncopied, ungiven].map(future => future.exception())).toEqual([
    expect.objectContaining({ message: expect.stringContaining('could not be cloned') }), expect.objectContaining({ message: expect.stringContaining('could not be cloned') }),
  ])
  expect(() => unknown.result()).toThrow(`${fixture.href} exports no function 'unknown'`)
  expect(executor.submit(prepared).result()).toBe('none')
  executor.shutdown()
})

test('a worker function may stand in a module in TypeScript', () => {
  const executor = new ThreadPoolExecutor()
  expect(executor.submit(workerFunction(new URL('fixtures/typed.ts', import.meta.url), half), 3).result()).toBe(1.5)
  executor.shutdown()
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

test('on the virtual clock a worker function is a function like any other', () => {
  const main = coroutine(function* main() { return [(yield* toThread(block, 1)).threadId, yield* toThread(prepared)] })
  expect(runVirtual(main())).toEqual([threadId, 'none'])
})

test('whoever blocks on what only this thread could do is told so', () => {
  const pending = new concurrentFutures.Future()
  expect(() => pending.result()).toThrow(new RuntimeError('this thread would block for ever: it would have to do itself what it waits for; await wrapFuture() instead'))
  expect(() => pending.result(0.001)).toThrow(TimeoutError)
})

test('workers are at least one, an initializer can be called, a worker function has a name', () => {
  expect(() => new ThreadPoolExecutor(0)).toThrow(new ValueError('max_workers must be greater than 0'))
  expect(() => Reflect.construct(ThreadPoolExecutor, [{ initializer: 1 }])).toThrow(new TypeError('initializer must be a callable'))
  expect(() => workerFunction(fixture, () => 1)).toThrow(new TypeError('a worker function needs the name under which its module exports it'))
  const executor = new ThreadPoolExecutor({ initializer: () => {} })
  expect(executor.submit(prepared).exception()).toEqual(new TypeError('the initializer of threads must be a workerFunction'))
  executor.shutdown()
})

test('threads that have nothing to do keep no process alive, those at work do', () => {
  const script = fileURLToPath(new URL('fixtures/unfinished.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8', timeout: 20_000 })
  expect({ stdout, stderr, status }).toEqual({ stdout: 'idle none\nat work until its end\n', stderr: '', status: 0 })
})

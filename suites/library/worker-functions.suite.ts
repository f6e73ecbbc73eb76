import { threadId } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { coroutine, gather, run, runVirtual, ThreadPoolExecutor, toThread, TypeError, ValueError, workerFunction } from '../../reference-impl/index.ts'
import * as blocking from './fixtures/blocking.mjs'
import { half } from './fixtures/typed.ts'

const fixture = new URL('fixtures/blocking.mjs', import.meta.url)
const block = workerFunction(fixture, blocking.block)
const fail = workerFunction(fixture, blocking.fail, { raises: [blocking.HashError] })
const prepared = workerFunction(fixture, blocking.prepared)

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

test('on the virtual clock a worker function is a function like any other', () => {
  const main = coroutine(function* main() { return [(yield* toThread(block, 1)).threadId, yield* toThread(prepared)] })
  expect(runVirtual(main())).toEqual([threadId, 'none'])
})

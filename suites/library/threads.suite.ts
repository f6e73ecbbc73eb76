import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { threadId } from 'node:worker_threads'
import { expect, test } from 'vitest'
import {
  asyncWith, concurrentFutures, coroutine, createTask, gather, getRunningLoop, run, RuntimeError, sleep, ThreadPoolExecutor, timeout, TimeoutError,
  toThread, workerFunction, wrapFuture,
} from '../../reference-impl/index.ts'
import * as blocking from './fixtures/blocking.mjs'

const fixture = new URL('fixtures/blocking.mjs', import.meta.url)
const block = workerFunction(fixture, blocking.block)

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

test('without an event loop, result() blocks until the thread is through, or until its time is over', () => {
  const executor = new ThreadPoolExecutor()
  const future = executor.submit(block, 200)
  expect(() => future.result(0.01)).toThrow(TimeoutError)
  expect([future.running(), future.result().threadId === threadId, future.done()]).toEqual([true, false, true])
  executor.shutdown()
})

test('run waits for the threads of the default executor', async () => {
  const submitted: { done(): boolean }[] = []
  const main = coroutine(function* main() { submitted.push(getRunningLoop().runInExecutor(null, block, 30)) })
  await run(main())
  expect(submitted.map(future => future.done())).toEqual([true])
})

test('whoever blocks on what only this thread could do is told so', () => {
  const pending = new concurrentFutures.Future()
  expect(() => pending.result()).toThrow(new RuntimeError('this thread would block for ever: it would have to do itself what it waits for; await wrapFuture() instead'))
  expect(() => pending.result(0.001)).toThrow(TimeoutError)
})

test('threads that have nothing to do keep no process alive, those at work do', () => {
  const script = fileURLToPath(new URL('fixtures/unfinished.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8', timeout: 20_000 })
  expect({ stdout, stderr, status }).toEqual({ stdout: 'idle none\nat work until its end\n', stderr: '', status: 0 })
})

import { expect, test } from 'vitest'
import {
  asyncWith, awaiting, coroutine, createTask, ensureFuture, fromPromise, gather, getRunningLoop, isfuture, newEventLoop, run, runCoroutineThreadsafe,
  sleep, timeout, TimeoutError, toPromise, TypeError, ValueError, wait, waitFor,
} from '../../reference-impl/index.ts'

test('a promise becomes a future of the running loop', async () => {
  const main = coroutine(function* main() {
    const future = ensureFuture(Promise.resolve('value'))
    return [isfuture(future), future.getLoop() === getRunningLoop(), future.done(), yield* future]
  })
  expect(await run(main())).toEqual([true, true, false, 'value'])
})

test('what is rejected with anything but an error is an error with that as its cause', async () => {
  const main = coroutine(function* main() {
    const [plain, own] = yield* gather(
      fromPromise(Promise.reject('no')), fromPromise(Promise.reject(new ValueError('own'))), { returnExceptions: true },
    )
    return [String(plain), plain instanceof Error && plain.cause, String(own)]
  })
  expect(await run(main())).toEqual(['Error: no', 'no', 'ValueError: own'])
})

test('a future that was cancelled meanwhile takes nothing from its promise', async () => {
  const main = coroutine(function* main() {
    const reports: unknown[] = []
    getRunningLoop().setExceptionHandler((_loop, context) => { reports.push(context.get('exception')) })
    const future = fromPromise(new Promise<number>(resolve => { setTimeout(() => resolve(1), 2) }))
    future.cancel()
    yield* sleep(0.01)
    return [future.cancelled(), reports]
  })
  expect(await run(main())).toEqual([true, []])
})

test('a loop that was closed meanwhile is left alone', async () => {
  const loop = newEventLoop()
  const promise = Promise.resolve(1)
  const future = fromPromise(promise, { loop })
  loop.close()
  await promise
  expect(future.done()).toBe(false)
})

test('waitFor gives up a promise that takes too long', async () => {
  const main = coroutine(function* main() { return yield* waitFor(new Promise<never>(() => {}), 0.002) })
  await expect(run(main())).rejects.toBeInstanceOf(TimeoutError)
})

test('a promise and a task are waited for alike', async () => {
  const main = coroutine(function* main() {
    const task = createTask(sleep(3600))
    const [done, pending] = yield* wait([task, fromPromise(Promise.resolve(1))], { returnWhen: 'FIRST_COMPLETED' })
    task.cancel()
    return [done.size, pending.has(task)]
  })
  expect(await run(main())).toEqual([1, true])
})

test.each<[unknown]>([[5], ['text'], [null], [{}], [JSON.parse('{"then":5}')]])('%j is nothing to be awaited', async value => {
  const loop = newEventLoop()
  const refused = new TypeError('An asyncio.Future, a coroutine or an awaitable is required')
  // What the types forbid, a program in JavaScript may still pass.
  expect(() => Reflect.apply(ensureFuture, undefined, [value, { loop }])).toThrow(refused)
  loop.close()
})

test('code that is no coroutine awaits a task of a loop that runs beside it', async () => {
  const loop = newEventLoop()
  const running = loop.runForever()
  const task = loop.createTask(sleep(0.002, 'slept'))
  const failing = runCoroutineThreadsafe(coroutine(function* failing() { throw new ValueError('no') })(), loop)
  expect(await toPromise(task)).toBe('slept')
  await expect(toPromise(failing)).rejects.toThrow(new ValueError('no'))
  loop.stop()
  await running
  loop.close()
})

test('promises are awaitable, fulfilled and rejected', async () => {
  const main = coroutine(function* main() {
    const both = yield* gather(Promise.resolve(1), new Promise<string>(resolve => { setTimeout(() => resolve('two'), 5) }))
    try {
      yield* awaiting(Promise.reject(new ValueError('no')))
    } catch (error) {
      return [both, error instanceof ValueError]
    }
    return [both, null]
  })
  expect(await run(main())).toEqual([[1, 'two'], true])
})

test('a timeout cancels what waits for a promise', async () => {
  const main = coroutine(function* main() {
    try {
      yield* asyncWith(timeout(0.005), function* () { yield* awaiting(new Promise<never>(() => {})) })
    } catch (error) {
      return error instanceof TimeoutError
    }
    return null
  })
  expect(await run(main())).toBe(true)
})

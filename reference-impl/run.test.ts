import { expect, test } from 'vitest'
import { awaiting, coroutine, gather, run, runVirtual, shield, sleep, timeout, asyncWith, TimeoutError, ValueError, CancelledError, createTask, getRunningLoop, toThread } from './index.ts'

test('run on the real clock resolves with what the coroutine returns, in the order of the timers', async () => {
  const order: string[] = []
  const child = coroutine(function* child(name: string, delay: number) {
    yield* sleep(delay)
    order.push(name)
    return name
  })
  const main = coroutine(function* main() { return yield* gather(child('slow', 0.02), child('fast', 0.001)) })
  expect(await run(main())).toEqual(['slow', 'fast'])
  expect(order).toEqual(['fast', 'slow'])
})

test('run on the real clock rejects with what the coroutine throws, and cancels the rest', async () => {
  const ends: unknown[] = []
  const rest = coroutine(function* rest() {
    try {
      yield* sleep(3600)
    } catch (error) {
      ends.push(error instanceof CancelledError)
      throw error
    }
  })
  const main = coroutine(function* main() {
    createTask(rest())
    yield* sleep(0)
    throw new ValueError('a')
  })
  await expect(run(main())).rejects.toEqual(new ValueError('a'))
  expect(ends).toEqual([true])
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

test('loops on the real clock run side by side', async () => {
  const seen: string[] = []
  const main = coroutine(function* main(name: string) {
    for (let turn = 0; turn < 2; turn++) {
      seen.push(`${name}${turn}`)
      yield* sleep(0.01)
    }
    return getRunningLoop()
  })
  const loops = await Promise.all([run(main('a')), run(main('b'))])
  // Both sleep the same time: who wakes first is the system's business.
  expect([seen.slice(0, 2), seen.slice(2).toSorted()]).toEqual([['a0', 'b0'], ['a1', 'b1']])
  expect(loops[0]).not.toBe(loops[1])
})

test('runVirtual returns the value at once, however long it sleeps', () => {
  const main = coroutine(function* main() {
    yield* shield(sleep(3600))
    return [getRunningLoop().time(), yield* toThread(() => 'done')]
  })
  expect(runVirtual(main())).toEqual([3600, 'done'])
})

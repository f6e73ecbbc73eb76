import { expect, test } from 'vitest'
import {
  asyncGenerator, asyncWith, awaiting, CancelledError, coroutine, createTask, emit, gather, getRunningLoop, newEventLoop, RuntimeError, run, Runner, runVirtual,
  shield, sleep, SystemExit, ThreadPoolExecutor, timeout, TimeoutError, toThread, ValueError,
} from '../../reference-impl/index.ts'

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

test('run refuses to be nested', async () => {
  const inner = coroutine(function* inner() { return 1 })
  const main = coroutine(function* main() {
    const coro = inner()
    try {
      yield* awaiting(run(coro))
    } catch (error) {
      coro.close()
      return error
    }
    return null
  })
  expect(await run(main())).toEqual(new RuntimeError('asyncio.run() cannot be called from a running event loop'))
})

test('run takes a promise as well, and a loop of one\'s own', async () => {
  const loop = newEventLoop()
  const main = coroutine(function* main() { return getRunningLoop() === loop })
  expect(await run(Promise.resolve('value'))).toBe('value')
  expect(await run(main(), { loopFactory: () => loop })).toBe(true)
  expect(loop.isClosed()).toBe(true)
})

test('a runner runs several coroutines in one loop, and at its end ends what is left', async () => {
  const ends: string[] = []
  const numbers = asyncGenerator(function* numbers() {
    try {
      yield* emit(1)
      yield* emit(2)
    } finally {
      ends.push('generator')
    }
  })
  const rest = coroutine(function* rest() {
    try {
      yield* sleep(3600)
    } finally {
      ends.push('task')
    }
  })
  const first = coroutine(function* first() {
    createTask(rest())
    yield* sleep(0)
    return [getRunningLoop(), yield* numbers().__anext__()]
  })
  const second = coroutine(function* second() { return getRunningLoop() })

  const runner = new Runner()
  const [loop, number] = await runner.run(first())
  expect([number, (await runner.run(second())) === loop, ends]).toEqual([1, true, []])
  await runner.close()
  expect(ends).toEqual(['task', 'generator'])
})

test('what fails while a runner is closed comes out of close, and the loop is closed all the same', async () => {
  const stubborn = coroutine(function* stubborn() {
    try {
      yield* sleep(3600)
    } finally {
      // A second program in the loop that is being closed.
      getRunningLoop().stop()
      yield* sleep(3600)
    }
  })
  const main = coroutine(function* main() {
    createTask(stubborn())
    yield* sleep(0)
  })
  const runner = new Runner()
  await runner.run(main())
  const loop = runner.getLoop()
  await expect(runner.close()).rejects.toEqual(new RuntimeError('Event loop stopped before Future completed.'))
  expect(loop.isClosed()).toBe(true)
})

test('an event loop rests until it is woken from outside, by a callback or by stop', async () => {
  const loop = newEventLoop()
  const calls: string[] = []
  setTimeout(() => loop.callSoonThreadsafe(() => calls.push('callback')), 5)
  setTimeout(() => {
    calls.push('stop')
    loop.stop()
  }, 15)
  await loop.runForever()
  expect([calls, loop.isRunning()]).toEqual([['callback', 'stop'], false])
  loop.close()
})

test('a timer that is set from outside shortens the rest', async () => {
  const loop = newEventLoop()
  const calls: string[] = []
  loop.callLater(3600, () => calls.push('late'))
  setTimeout(() => {
    loop.callSoonThreadsafe(() => {
      loop.callLater(0.001, () => {
        calls.push('early')
        loop.stop()
      })
    })
  }, 5)
  await loop.runForever()
  expect(calls).toEqual(['early'])
  loop.close()
})

test('a program that never rests leaves Node its turns', async () => {
  const node = { turns: 0 }
  const counting = setInterval(() => { node.turns++ }, 1)
  const main = coroutine(function* main() {
    while (node.turns < 3) yield* sleep(0)
    return node.turns
  })
  expect(await run(main())).toBeGreaterThanOrEqual(3)
  clearInterval(counting)
})

test('run_until_complete rejects when the loop is stopped before, and with what a callback throws to end it all', async () => {
  const loop = newEventLoop()
  loop.callLater(0.001, () => loop.stop())
  await expect(loop.runUntilComplete(sleep(0.01))).rejects.toEqual(new RuntimeError('Event loop stopped before Future completed.'))
  const exit = new SystemExit(3)
  loop.callSoon(() => { throw exit })
  await expect(loop.runUntilComplete(sleep(0.01))).rejects.toBe(exit)
  const exiting = coroutine(function* exiting() { throw exit })
  await expect(loop.runUntilComplete(exiting())).rejects.toBe(exit)
  loop.close()
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

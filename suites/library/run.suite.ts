import { expect, test } from 'vitest'
import {
  asyncGenerator, CancelledError, coroutine, createTask, emit, gather, getRunningLoop, newEventLoop, run, Runner, RuntimeError, sleep,
  ValueError,
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

test('what runs a loop throws inside a running one, at once', async () => {
  const loop = newEventLoop()
  const other = newEventLoop()
  const inner = coroutine(function* inner() { return 1 })
  const main = coroutine(function* main() {
    const coro = inner()
    const nested = [
      () => run(coro), () => new Runner().run(coro), () => other.runUntilComplete(coro), () => other.runForever(), () => loop.runForever(),
    ]
    const errors = nested.map(attempt => {
      try {
        return attempt()
      } catch (error) {
        return error
      }
    })
    coro.close()
    return errors
  })
  const another = new RuntimeError('Cannot run the event loop while another loop is running')
  expect(await run(main(), { loopFactory: () => loop })).toEqual([
    new RuntimeError('asyncio.run() cannot be called from a running event loop'), new RuntimeError('Runner.run() cannot be called from a running event loop'),
    another, another, new RuntimeError('This event loop is already running'),
  ])
  other.close()
  expect(() => other.runForever()).toThrow(new RuntimeError('Event loop is closed'))
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

import { expect, test } from 'vitest'
import {
  asyncGenerator, coroutine, createTask, emit, Future, getRunningLoop, RuntimeError, runVirtual, shield, sleep, toThread, ValueError, virtualAsyncio,
  VirtualEventLoop, VirtualWorld,
} from '../../reference-impl/index.ts'

const asyncio = virtualAsyncio()

test('each world counts its tasks and its time from the beginning', () => {
  const main = coroutine(function* main() {
    yield* sleep(1)
    return String(createTask(sleep(0)))
  })
  const programs = [1, 2].map(() => {
    const world = new VirtualWorld()
    return [world.enter(() => asyncio.run(main())), world.clock.now()]
  })
  expect(programs).toEqual(Array.from({ length: 2 }, () => ["<Task pending name='Task-2' coro=<sleep() running>>", 1]))
})

test('a loop on virtual time lives in a world', () => {
  expect(() => new VirtualEventLoop()).toThrow(new RuntimeError('a VirtualEventLoop lives in a VirtualWorld: make it inside of world.enter()'))
})

test('runVirtual returns the value at once, however long it sleeps', () => {
  const main = coroutine(function* main() {
    yield* shield(sleep(3600))
    return [getRunningLoop().time(), yield* toThread(() => 'done')]
  })
  expect(runVirtual(main())).toEqual([3600, 'done'])
})

test('run ends asynchronous generators that were begun', () => {
  const seen: string[] = []
  const numbers = asyncGenerator(function* numbers() {
    try {
      for (let n = 0; ; n++) yield* emit(n)
    } finally {
      yield* sleep(1)
      seen.push('ended')
    }
  })
  const main = coroutine(function* main() {
    const generator = numbers()
    return [yield* generator.__anext__(), yield* generator.__anext__()]
  })
  expect(new VirtualWorld().enter(() => asyncio.run(main()))).toEqual([0, 1])
  expect(seen).toEqual(['ended'])
})

test('a world shows values as it is told to', () => {
  const world = new VirtualWorld({ repr: value => `«${value}»` })
  const main = coroutine(function* main() {
    const future = new Future()
    future.setException(new ValueError('a'))
    return `${future} ${future.exception() instanceof ValueError}`
  })
  expect(world.enter(() => runVirtual(main()))).toBe('<Future finished exception=«ValueError: a»> true')
})

test('blocking lets the world\'s time pass, and what is to be recorded is recorded then', () => {
  const world = new VirtualWorld()
  const lines: string[] = []
  const log = (text: string): void => world.record(() => { lines.push(`${world.now()} ${text}`) })
  const main = coroutine(function* main() {
    getRunningLoop().runInExecutor(null, () => {
      world.sleep(2)
      log('thread')
    })
    log('main')
    world.sleep(1)
    log('main goes on')
    yield* sleep(3)
    log('main ends')
  })
  world.enter(() => runVirtual(main()))
  expect(lines).toEqual(['0 main', '1 main goes on', '2 thread', '4 main ends'])
})

test('in debug mode a function in an executor is told that it is not in the loop\'s thread', () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    return yield* loop.runInExecutor(null, () => {
      try {
        loop.callSoon(() => {})
      } catch (error) {
        return error
      }
      return null
    })
  })
  expect(runVirtual(main(), { debug: true })).toEqual(new RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one'))
})

test('a world tells its time and writes down what is said also while no program runs in it', () => {
  const world = new VirtualWorld()
  const said: number[] = []
  world.sleep(2)
  world.record(() => { said.push(world.now()) })
  expect(said).toEqual([2])
})

test('a timer for NaN is due at once, and does not stop the clock for the others', () => {
  const seen: unknown[] = []
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    for (const delay of [NaN, 1]) loop.callLater(delay, () => seen.push([delay, loop.time()]))
    yield* sleep(2)
  })
  runVirtual(main())
  expect(seen).toEqual([[NaN, 0], [1, 1]])
})

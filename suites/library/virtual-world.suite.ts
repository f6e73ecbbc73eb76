import { expect, test, vi } from 'vitest'
import {
  coroutine, createTask, Deadlock, Event, Future, getRunningLoop, RuntimeError, runVirtual, VirtualEventLoop, VirtualRunner, sleep, StepLimit, Task, ValueError, virtualAsyncio, VirtualWorld, asyncGenerator, emit,
} from '../../reference-impl/index.ts'

function reports(program: () => void): string[] {
  const lines: string[] = []
  const world = new VirtualWorld({
    report: context => { lines.push(`${world.clock.now()} ${context.get('message')}: ${context.get('exception')}`) },
    warn: (category, text) => { lines.push(`${category}: ${text}`) },
    unraisable: error => { lines.push(`ignored ${error}`) },
  })
  world.enter(program)
  world.finish()
  return lines
}
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

test('what garbage collection would report comes at the end', () => {
  const failing = coroutine(function* failing() { throw new ValueError('a') })
  const stubborn = coroutine(function* stubborn() {
    try {
      yield* new Future()
    } finally {
      yield* sleep(1)
    }
  })
  expect(reports(() => {
    const loop = asyncio.newEventLoop()
    loop.createTask(failing())
    loop.createTask(stubborn())
    loop.callLater(1, () => loop.stop())
    asyncio.setEventLoop(loop)
    loop.runForever()
    failing()
    loop.close()
  })).toEqual([
    '1 Task was destroyed but it is pending!: undefined',
    '1 Task exception was never retrieved: ValueError: a',
    'ignored RuntimeError: no running event loop',
    "RuntimeWarning: coroutine 'failing' was never awaited",
  ])
})

test('a program that can never go on is a deadlock, which it cannot catch', () => {
  const caught: unknown[] = []
  const main = coroutine(function* main() {
    try {
      yield* new Event().wait()
    } catch (error) {
      caught.push(error)
    }
  })
  const world = new VirtualWorld()
  expect(() => world.enter(() => asyncio.run(main()))).toThrow(Deadlock)
  expect(world.halted).toBeInstanceOf(Deadlock)
  expect(() => world.enter(() => asyncio.newEventLoop().runForever())).toThrow(Deadlock)
  expect(caught).toEqual([])
})

test('a program that goes on for ever comes to the step limit', () => {
  const main = coroutine(function* main() { for (;;) yield* sleep(0) })
  const world = new VirtualWorld({ steps: 50 })
  expect(() => world.enter(() => asyncio.run(main()))).toThrow(StepLimit)
})

test('a task that is eager runs before createTask returns', () => {
  const seen: string[] = []
  const child = coroutine(function* child() {
    seen.push('runs')
    return 1
  })
  const main = coroutine(function* main() {
    const task = createTask(child(), { eagerStart: true })
    seen.push(String(task))
    return yield* task
  })
  expect(new VirtualWorld().enter(() => asyncio.run(main()))).toBe(1)
  expect(seen).toEqual(['runs', "<Task finished name='Task-2' result=1>"])
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

test('a subclass of Task may be made by the task factory', () => {
  class Own<T> extends Task<T> {}
  const loop = new VirtualWorld().enter(() => {
    const made = asyncio.newEventLoop()
    made.setTaskFactory((of, coro, options) => new Own(coro, { ...options, loop: of }))
    return String(made.createTask(sleep(0)))
  })
  expect(loop).toBe("<Own pending name='Task-1' coro=<sleep() running>>")
})

test('a loop on virtual time lives in a world', () => {
  expect(() => new VirtualEventLoop()).toThrow(new RuntimeError('a VirtualEventLoop lives in a VirtualWorld: make it inside of world.enter()'))
})

test('a world that nobody listens to prints its reports, drops its warnings, and shows values as Python does', () => {
  const printed: unknown[][] = []
  const print = vi.spyOn(console, 'error').mockImplementation((...values) => { printed.push(values) })
  const world = new VirtualWorld()
  const error = new ValueError('a')
  const failing = coroutine(function* failing() { throw error })
  const main = coroutine(function* main() {
    createTask(failing())
    failing()
    const future = new Future()
    future.setResult(['value', null])
    yield* sleep(0)
    return String(future)
  })
  expect(world.enter(() => runVirtual(main()))).toBe("<Future finished result=['value', None]>")
  world.finish()
  print.mockRestore()
  expect(printed).toEqual([[
    "Task exception was never retrieved\nfuture: <Task finished name='Task-2' coro=<failing() done> exception=ValueError('a')>", error,
  ]])
})

test('what a coroutine throws while it is closed at the end is dropped', () => {
  const world = new VirtualWorld()
  const ends: string[] = []
  const stubborn = coroutine(function* stubborn() {
    try {
      yield* new Future()
    } catch {
      ends.push('stubborn')
      throw new ValueError('a')
    }
  })
  world.enter(() => {
    const loop = new VirtualEventLoop()
    loop.setExceptionHandler(() => {})
    const coro = stubborn()
    loop.callSoon(() => {
      coro.send(null)
      loop.stop()
    })
    loop.runForever()
    loop.close()
  })
  world.finish()
  expect(ends).toEqual(['stubborn'])
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

test('the step limit counts the passes of all loops of a world, and after it nothing runs', () => {
  const seen: string[] = []
  const main = coroutine(function* main() {
    try {
      for (;;) yield* sleep(0)
    } finally {
      seen.push('cleaned up')
    }
  })
  const world = new VirtualWorld({ steps: 5 })
  expect(() => world.enter(() => runVirtual(main()))).toThrow('step limit: the event loops made more than 5 passes')
  expect(world.halted).toBeInstanceOf(StepLimit)
  expect(() => world.enter(() => new VirtualEventLoop().runUntilComplete(sleep(0)))).toThrow(StepLimit)
  world.finish()
  expect(seen).toEqual([])
})

test('a runner on virtual time stands still with its world', () => {
  const world = new VirtualWorld()
  const waiting = coroutine(function* waiting() { yield* new Event().wait() })
  expect(() => world.enter(() => {
    const runner = new VirtualRunner()
    runner.run(waiting())
  })).toThrow(Deadlock)
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

import { expect, test, vi } from 'vitest'
import { coroutine, createTask, Future, runVirtual, sleep, ValueError, virtualAsyncio, VirtualEventLoop, VirtualWorld } from '../../reference-impl/index.ts'

const asyncio = virtualAsyncio()

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

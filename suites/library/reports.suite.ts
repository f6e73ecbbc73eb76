import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coroutine, createTask, Event, getRunningLoop, iscoroutinefunction, newEventLoop, run, sleep, ValueError } from '../../reference-impl/index.ts'

const printed: unknown[][] = []

beforeEach(() => {
  printed.length = 0
  vi.spyOn(console, 'error').mockImplementation((...values) => { printed.push(values) })
  vi.spyOn(console, 'warn').mockImplementation((...values) => { printed.push(values) })
})
afterEach(() => { vi.restoreAllMocks() })

test('on the real clock an exception that nobody asked for is reported when its task is collected', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const messages: unknown[] = []
  const failing = coroutine(function* failing(text: string) { throw new ValueError(text) })
  const main = coroutine(function* main() {
    getRunningLoop().setExceptionHandler((_loop, context) => {
      messages.push([context.get('message'), String(context.get('exception'))])
    })
    createTask(failing('lost'))
    try {
      yield* createTask(failing('found'))
    } catch {
      yield* sleep(0)
    }
  })
  await run(main())
  for (let round = 0; round < 50 && messages.length === 0; round++) {
    await new Promise(resolve => { setTimeout(resolve, 5) })
    collect()
  }
  expect(messages).toEqual([['Task exception was never retrieved', 'ValueError: lost']])
})

test('what a callback throws is printed, with what it concerns', async () => {
  const error = new ValueError('failed')
  const main = coroutine(function* main() {
    getRunningLoop().callSoon(function fails() { throw error })
    yield* sleep(0)
  })
  await run(main())
  expect(printed).toEqual([['Exception in callback fails()\nhandle: <Handle fails()>', error]])
})

test('a report needs no exception, no message and no order', () => {
  const loop = newEventLoop()
  loop.callExceptionHandler(new Map<string, unknown>([['message', 'said'], ['exception', null], ['b', 2], ['a', 'one']]))
  loop.callExceptionHandler(new Map())
  expect(printed).toEqual([["said\na: 'one'\nb: 2"], ['Unhandled exception in event loop']])
  loop.close()
})

test('a handler that fails is reported itself', () => {
  const loop = newEventLoop()
  const error = new ValueError('handler')
  loop.setExceptionHandler(() => { throw error })
  loop.callExceptionHandler(new Map([['message', 'said']]))
  expect(printed).toEqual([["Unhandled error in exception handler\ncontext: {'message': 'said'}", error]])
  loop.close()
})

test('when Node ends because nothing is left to wake a loop, what waits is printed', async () => {
  const event = new Event()
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    setTimeout(() => {
      process.emit('beforeExit', 0)
      loop.callSoonThreadsafe(() => { event.set() })
    }, 1)
    yield* event.wait()
  })
  await run(main())
  process.emit('beforeExit', 0)
  // Tasks are numbered through the process.
  expect(printed.map(values => values.map(value => String(value).replace(/Task-\d+/, 'Task-1')))).toEqual([[
    "asyncio: nothing is left that could wake the event loop; what still waits:\n  <Task pending name='Task-1' coro=<main() running> "
    + 'wait_for=<Future pending cb=[Task.task_wakeup()]> cb=[_run_until_complete_cb()]>\n',
  ]])
})

test('a warning is printed with its category', () => {
  expect(iscoroutinefunction(coroutine(function* child() {}))).toBe(true)
  expect(printed.map(([text]) => String(text).split(':')[0])).toEqual(['DeprecationWarning'])
})

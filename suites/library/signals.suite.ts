import { constants } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { coroutine, KeyboardInterrupt, newEventLoop, RealWorld, run, RuntimeError, sleep, TypeError, ValueError } from '../../reference-impl/index.ts'

const { SIGINT, SIGUSR1, SIGUSR2 } = constants.signals

/** A listener of somebody else's. */
function usual(): void {}

/** What `action` throws, or gives. */
function outcome(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}

test.runIf(isMainThread)('a signal is a number that Node can catch, and the loop is open', () => {
  const loop = newEventLoop()
  const add = (number: unknown): unknown => outcome(() => Reflect.apply(loop.addSignalHandler, loop, [number, () => {}]))
  expect([1.5, 'SIGUSR1', 0, 65, 9].map(add)).toEqual([
    new TypeError('sig must be an int, not 1.5'), new TypeError("sig must be an int, not 'SIGUSR1'"),
    new ValueError('invalid signal number 0'), new ValueError('invalid signal number 65'), new RuntimeError('sig 9 cannot be caught'),
  ])
  expect([add(true), loop.removeSignalHandler(1)]).toEqual([undefined, true])
  loop.close()
  expect([add(SIGUSR1), loop.removeSignalHandler(SIGUSR1)]).toEqual([new RuntimeError('Event loop is closed'), false])
})

test.runIf(isMainThread)('a signal has one action: the handler of the loop that came last, whoever listened before when that is gone', () => {
  process.on('SIGUSR2', usual)
  const [first, second] = [newEventLoop(), newEventLoop()]
  for (const loop of [first, second]) loop.addSignalHandler(SIGUSR2, () => {})
  expect(process.listeners('SIGUSR2')).not.toContain(usual)
  second.close()
  expect(process.listeners('SIGUSR2')).toEqual([usual])
  first.close()
  expect(process.listeners('SIGUSR2')).toEqual([usual])
  process.off('SIGUSR2', usual)
})

test.runIf(isMainThread)('SIGINT ends the run of a loop, and is listened to no longer than a world or a loop needs', async () => {
  const before = process.listeners('SIGINT')
  const notes: unknown[] = []
  const main = coroutine(function* main() {
    process.kill(process.pid, SIGINT)
    try {
      yield* sleep(60)
    } finally {
      notes.push('cancelled')
    }
  })
  const both = async (): Promise<void> => {
    const loop = newEventLoop()
    loop.callSoon(() => process.kill(process.pid, SIGINT))
    notes.push(await loop.runForever().catch((error: unknown) => error))
    loop.close()
    notes.push(await run(main()).catch((error: unknown) => error))
  }
  await new RealWorld().enter(both)
  expect(notes).toEqual([new KeyboardInterrupt(), 'cancelled', new KeyboardInterrupt()])
  // The world is left after its promise is settled.
  await new Promise(resolve => { setImmediate(resolve) })
  expect(process.listeners('SIGINT')).toEqual(before)
})

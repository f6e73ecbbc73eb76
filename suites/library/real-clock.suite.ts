import { expect, test } from 'vitest'
import { coroutine, getRunningLoop, newEventLoop, run, RuntimeError, sleep, SystemExit, ValueError } from '../../reference-impl/index.ts'

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

test('an event loop rests until it is woken from outside, by a callback or by stop', async () => {
  const loop = newEventLoop()
  const calls: string[] = []
  setTimeout(() => loop.callSoonThreadsafe(() => {
    calls.push('callback')
    setTimeout(() => {
      calls.push('stop')
      loop.stop()
    }, 5)
  }), 5)
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

test('a timer for NaN ends the run when there is nothing else to do, as CPython 3.13 and newer do', async () => {
  const main = coroutine(function* main() {
    getRunningLoop().callAt(NaN, () => {})
    yield* sleep(0.01)
  })
  await expect(run(main())).rejects.toEqual(new ValueError('cannot convert float NaN to integer'))
})

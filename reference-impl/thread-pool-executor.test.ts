import { expect, test } from 'vitest'
import { coroutine } from './coroutine.ts'
import { gather } from './gather.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { runVirtual } from './run-virtual.ts'
import { run } from './run.ts'
import { active } from './runtime-state.ts'
import { ThreadPoolExecutor } from './thread-pool-executor.ts'
import { toThread } from './to-thread.ts'

/** A function that takes so many seconds: when it began and ended on its own clock. */
function busy(seconds: number): [start: number, end: number] {
  const start = active.clock?.now() ?? NaN
  active.clock?.sleep(seconds)
  return [start, active.clock?.now() ?? NaN]
}

test('workers take functions one after the other, each on a clock of its own', () => {
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    const executor = new ThreadPoolExecutor(2)
    const spans = yield* gather(...[2, 1, 1].map(seconds => loop.runInExecutor(executor, busy, seconds)))
    return { spans, end: loop.time() }
  })

  expect(runVirtual(main())).toEqual({ spans: [[0, 2], [0, 1], [1, 2]], end: 2 })
})

test('on the real clock a function gets a turn of its own', async () => {
  const main = coroutine(function* main() {
    return yield* toThread((a: number, b: number) => a + b, 1, 2)
  })

  expect(await run(main())).toBe(3)
})

import { expect, test } from 'vitest'
import { asyncWith } from './async-with.ts'
import { coroutine } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { Lock } from './lock.ts'
import { runVirtual } from './run-virtual.ts'
import { sleep } from './sleep.ts'
import { wait } from './wait.ts'

test('a lock is handed on in the order of asking, past those who were cancelled', () => {
  const lines: string[] = []
  const hold = coroutine(function* hold(lock: Lock, name: string) {
    yield* asyncWith(lock, function* () {
      lines.push(`${getRunningLoop().time()} ${name} ${lock}`)
      yield* sleep(1)
    })
  })
  const main = coroutine(function* main() {
    const lock = new Lock()
    const tasks = ['a', 'b', 'c'].map(name => getRunningLoop().createTask(hold(lock, name)))
    yield* sleep(0.5)
    tasks[1]?.cancel()
    yield* wait(tasks)
    return String(lock)
  })

  expect(runVirtual(main())).toBe('<asyncio.locks.Lock object at 0x… [unlocked]>')
  expect(lines).toEqual([
    '0 a <asyncio.locks.Lock object at 0x… [locked]>',
    '1 c <asyncio.locks.Lock object at 0x… [locked]>',
  ])
})

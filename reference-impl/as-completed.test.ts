import { expect, test } from 'vitest'
import { asCompleted } from './as-completed.ts'
import { coroutine } from './coroutine.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { runVirtual } from './run-virtual.ts'
import { sleep } from './sleep.ts'

test('results come in the order in which the awaitables end', () => {
  const child = coroutine(function* child(name: string, delay: number) {
    yield* sleep(delay)
    return name
  })
  const main = coroutine(function* main() {
    const lines: string[] = []
    for (const next of asCompleted([child('slow', 2), child('fast', 1)])) {
      const name = yield* next
      lines.push(`${getRunningLoop().time()} ${name}`)
    }
    return lines
  })

  expect(runVirtual(main())).toEqual(['1 fast', '2 slow'])
})

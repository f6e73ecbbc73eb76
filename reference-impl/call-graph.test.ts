import { expect, test } from 'vitest'
import { captureCallGraph, type FutureCallGraph } from './call-graph.ts'
import { coroutine } from './coroutine.ts'
import { createTask } from './create-task.ts'
import { formatCallGraph } from './format-call-graph.ts'
import type { Future } from './future.ts'
import { getRunningLoop } from './get-running-loop.ts'
import { runVirtual } from './run-virtual.ts'
import { sleep } from './sleep.ts'
import { VirtualWorld } from './virtual-world.ts'

const inner = coroutine(function* inner(future: Future<null>) { return yield* future })
const child = coroutine(function* child(future: Future<null>) {
  yield* sleep(0)
  return yield* inner(future)
})
const waiter = coroutine(function* waiter(task: Future<null>) { return yield* task })

/** Runs `look` while `watcher` waits for `watched`, which is inside of two coroutines. */
function watching<T>(look: (watched: Future<null>) => T): T {
  const main = coroutine(function* main() {
    const future = getRunningLoop().createFuture<null>()
    const watched = createTask(child(future), { name: 'watched' })
    const watcher = createTask(waiter(watched), { name: 'watcher' })
    yield* sleep(1)
    const seen = look(watched)
    future.setResult(null)
    yield* watcher
    return seen
  })
  return new VirtualWorld().enter(() => runVirtual(main()))
}

const names = (graph: FutureCallGraph | null): readonly string[] => graph?.callStack.map(({ frame }) => frame?.fCode.coName ?? '') ?? []

test('the stack holds the coroutines that are still awaited, the innermost first', () => {
  const stacks = watching(watched => [null, 1, 5, -1, 0].map(limit => names(captureCallGraph(watched, { limit }))))
  expect(stacks).toEqual([['inner', 'child'], ['child'], ['inner', 'child'], ['inner'], []])
})

test('the running task is inside of its own coroutine only', () => {
  expect(watching(() => names(captureCallGraph()))).toEqual(['main'])
})

test('the text has the stack and who waits', () => {
  expect(watching(watched => formatCallGraph(watched).split('\n'))).toEqual([
    "* Task(name='watched', id=0x…)",
    '  + Call stack:',
    '  |   in async inner()',
    '  |   in async child()',
    '  + Awaited by:',
    "    * Task(name='watcher', id=0x…)",
    '      + Call stack:',
    '      |   in async waiter()',
  ])
})

import { coroutine } from '../../../reference-impl/coroutine.ts'
import { ensureFuture, type FutureLike } from '../../../reference-impl/ensure-future.ts'
import { TimeoutError } from '../../../reference-impl/exceptions/os-errors.ts'
import type { Callback } from '../../../reference-impl/format-callback.ts'
import { Future, type CallOptions } from '../../../reference-impl/future.ts'
import { gather } from '../../../reference-impl/gather.ts'
import { qualified } from '../../../reference-impl/qualified.ts'
import { shield } from '../../../reference-impl/shield.ts'
import { Task as RightTask } from '../../../reference-impl/task.ts'
import { waitFor } from '../../../reference-impl/wait-for.ts'
import { withTasks } from './changed-loop.ts'
import type { WrongImplementation } from './wrong-implementation.ts'

function gatherInOrderOfEnding(...awaitables: Parameters<typeof gather>): Future<unknown> {
  const outer: Future<unknown> = gather(...awaitables)
  const children: unknown = Reflect.get(outer, 'children')
  if (!Array.isArray(children)) return outer
  const ended: unknown[] = []
  for (const child of new Set(children)) if (child instanceof Future && !child.done()) child.addDoneCallback(() => ended.push(child))
  outer.setResult = results => {
    const pairs = Array.isArray(results) ? results.map((result, index) => [ended.indexOf(children[index]), result] as const) : []
    Future.prototype.setResult.call(outer, pairs.toSorted(([a], [b]) => (a < 0 ? Infinity : a) - (b < 0 ? Infinity : b)).map(([, result]) => result))
  }
  return outer
}

const hastyWaitFor = coroutine(function* wait_for(awaitable: FutureLike<unknown>, timeout: number | null) {
  if (timeout === null || timeout > 0) return yield* waitFor(awaitable, timeout)
  const future = ensureFuture(awaitable)
  if (future.done()) return future.result()
  future.cancel()
  throw new TimeoutError()
})

function leakyShield(awaitable: FutureLike<unknown>): Future<unknown> {
  const inner = ensureFuture(awaitable)
  const outer = shield(inner)
  if (outer !== inner) outer.addDoneCallback(() => { if (outer.cancelled()) inner.cancel() })
  return outer
}

/** Tasks of groups, which hear of a failure in their group but are not cancelled by it. */
function deafTasks(): typeof RightTask {
  const groups = new WeakMap<Callback, Set<RightTask<unknown>>>()
  let failing: Set<RightTask<unknown>> | undefined
  return class Task<T> extends RightTask<T> {
    override addDoneCallback(callback: (future: this) => unknown, options: CallOptions = {}): void {
      if (Reflect.get(callback, '__qualname__') !== 'TaskGroup._on_task_done') return super.addDoneCallback(callback, options)
      const group = groups.get(callback) ?? new Set()
      groups.set(callback, group.add(this))
      super.addDoneCallback(qualified('TaskGroup._on_task_done', (future: this) => {
        failing = group
        try {
          callback(future)
        } finally {
          failing = undefined
        }
      }), options)
    }

    override cancel(message: unknown = null): boolean {
      return failing?.has(this) === true ? false : super.cancel(message)
    }
  }
}

/** Mistakes of what waits for others. */
export const wrongCombinators: readonly WrongImplementation[] = [
  { name: 'gather-in-order-of-ending', area: 'gather', mistake: 'the results of gather come in the order in which its children ended', asyncio: () => ({ gather: gatherInOrderOfEnding }) },
  { name: 'hasty-wait-for', area: 'timeouts', mistake: 'wait_for without time does not wait for the end of what it cancelled', asyncio: () => ({ waitFor: hastyWaitFor }) },
  { name: 'leaky-shield', area: 'shield', mistake: 'cancelling a shield cancels what it protects', asyncio: () => ({ shield: leakyShield }) },
  { name: 'group-forgets-siblings', area: 'groups', mistake: 'a task group does not cancel its other tasks when one fails', asyncio: () => withTasks(deafTasks()) },
]

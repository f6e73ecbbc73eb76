import { callStack } from './call-stack.ts'
import { Coroutine } from './coroutine.ts'
import { RuntimeError, TypeError } from './exceptions/errors.ts'
import { Frame } from './frame.ts'
import { Future } from './future.ts'
import { checkComparable } from './operands.ts'
import { repr } from './repr.ts'
import { active } from './runtime-state.ts'
import { Task } from './task.ts'

/** One function of a call stack; a coroutine that has ended has no frame. */
export class FrameCallGraphEntry {
  readonly frame: Frame | null
  constructor(frame: Frame | null) { this.frame = frame }
  toString(): string { return `FrameCallGraphEntry(frame=${repr(this.frame)})` }
}

/** A future, the coroutines it stands in from the innermost out, and the graphs of those that wait for it. */
export class FutureCallGraph {
  readonly future: Future<unknown>
  readonly callStack: readonly FrameCallGraphEntry[]
  readonly awaitedBy: readonly FutureCallGraph[]

  constructor(future: Future<unknown>, callStack: readonly FrameCallGraphEntry[], awaitedBy: readonly FutureCallGraph[]) {
    this.future = future
    // Frozen as Python's tuples are: by that the programs' runtime tells them from lists.
    this.callStack = Object.freeze([...callStack])
    this.awaitedBy = Object.freeze([...awaitedBy])
  }

  toString(): string {
    return `FutureCallGraph(future=${repr(this.future)}, call_stack=${repr(this.callStack)}, awaited_by=${repr(this.awaitedBy)})`
  }
}

/** How much of each stack is wanted. */
export interface CallGraphOptions {
  /** How many entries of each stack are kept: the outermost, for a negative number the innermost; `null` for all. */
  readonly limit?: number | null
  /** How many frames of the running task are left out, the innermost ones: 1, which is `captureCallGraph` itself, unless given. */
  readonly depth?: number
}

/**
 * Who waits for `future`, the current task when it is left out; `null` where no task runs. The stack of the running task
 * has the plain functions in it that it is inside of. Throws TypeError for what is no future, RuntimeError when it is left
 * out and no loop runs. CPython 3.14 graph.py.
 */
export function captureCallGraph(future?: Future<unknown> | null, options: CallGraphOptions = {}): FutureCallGraph | null {
  return callGraph(future, options, ['capture_call_graph'])
}

/** The same for `own`, the functions of asyncio that were called, the innermost first. @internal */
export function callGraph(future: Future<unknown> | null | undefined, { limit = null, depth = 1 }: CallGraphOptions, own: readonly string[]): FutureCallGraph | null {
  const loop = active.runningLoop
  const current = loop?._currentTask ?? null
  if (future !== undefined && future !== null && future !== current) return suspended(future, limit)
  if (loop === null) {
    throw new RuntimeError('capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided')
  }
  if (current === null) return null
  const stack = limit === 0 ? [] : callStack(own, depth).map(frame => new FrameCallGraphEntry(frame))
  return new FutureCallGraph(current, limited(stack, limit), awaiters(current, limit))
}

function suspended(future: unknown, limit: number | null): FutureCallGraph {
  if (!(future instanceof Future)) throw new TypeError(`${repr(future)} object does not appear to be compatible with asyncio.Future`)
  return new FutureCallGraph(future, limited(awaited(future), limit), awaiters(future, limit))
}

function awaiters(future: Future<unknown>, limit: number | null): FutureCallGraph[] {
  return [...future._awaiters()].map(awaiter => suspended(awaiter, limit))
}

function awaited(future: Future<unknown>): FrameCallGraphEntry[] {
  const entries: FrameCallGraphEntry[] = []
  let coroutine: unknown = future instanceof Task ? future.getCoro() : null
  while (coroutine instanceof Coroutine) {
    entries.unshift(new FrameCallGraphEntry(coroutine._ended ? null : new Frame(coroutine.__qualname__, 'async')))
    coroutine = coroutine.crAwait
  }
  return entries
}

function limited<T>(innermostFirst: readonly T[], limit: number | null): readonly T[] {
  if (limit === null) return innermostFirst
  checkComparable(limit, '>')
  if (limit === 0) return []
  return limit > 0 ? innermostFirst.slice(-limit) : innermostFirst.slice(0, -limit)
}

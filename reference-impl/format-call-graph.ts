import { callGraph, type CallGraphOptions, type FutureCallGraph } from './call-graph.ts'
import { AttributeError } from './exceptions/errors.ts'
import type { Future } from './future.ts'
import { repr } from './repr.ts'
import { Task } from './task.ts'

/** The call graph as text, empty where there is none; files and lines are not known. Throws as `captureCallGraph`. CPython 3.14 graph.py. */
export function formatCallGraph(future?: Future<unknown> | null, options: CallGraphOptions = {}): string {
  return callGraphText(future, options, [])
}

/** The same for `own`, the functions of asyncio that called, the innermost first. @internal */
export function callGraphText(future: Future<unknown> | null | undefined, options: CallGraphOptions, own: readonly string[]): string {
  const graph = callGraph(future, { ...options, depth: (options.depth ?? 1) + 1 }, ['capture_call_graph', 'format_call_graph', ...own])
  return graph === null ? '' : lines(graph, '').join('\n')
}

function lines(graph: FutureCallGraph, indent: string): string[] {
  const { future, callStack, awaitedBy } = graph
  const title = future instanceof Task ? `* Task(name=${repr(future.getName())}, id=0x…)` : '* Future(id=0x…)'
  return [
    `${indent}${title}`,
    ...callStack.length === 0 ? [] : [`${indent}  + Call stack:`],
    ...callStack.map(({ frame }) => {
      // CPython asks every frame, also one that is not there any more.
      if (frame === null) throw new AttributeError("'NoneType' object has no attribute 'f_generator'")
      return `${indent}  |   in ${frame._kind === 'function' ? '' : `${frame._kind} `}${frame.fCode.coQualname}()`
    }),
    ...awaitedBy.length === 0 ? [] : [`${indent}  + Awaited by:`],
    ...awaitedBy.flatMap(awaiter => lines(awaiter, `${indent}    `)),
  ]
}

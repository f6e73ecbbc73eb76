import { caught, chained, exceptStar, matches, raised, raisedFrom, reraise } from '../runtime/index.ts'
import type { Of } from '../compiler/parse.ts'
import { normal, type Completion } from './completion.ts'
import type { Frame } from './frame.ts'
import { forget, write } from './variable.ts'

/** `try`, with `except` or `except*`, of which no part waits. */
export function tryStatement(f: Frame, node: Of<'Try'> | Of<'TryStar'>): Completion {
  if (node.finalbody.length === 0) return clauses(f, node)
  let completion: Completion = normal
  let failure: unknown
  try {
    completion = clauses(f, node)
  } catch (error) {
    throw (failure = error)
  } finally {
    const { result, failed } = f
    f.failed = failure
    const final = finallyRun(f, node, failure)
    f.failed = failed
    // oxlint-disable-next-line no-unsafe-finally -- Python does it
    if (final !== normal) return final
    f.result = result
  }
  return completion
}

function clauses(f: Frame, node: Of<'Try'> | Of<'TryStar'>): Completion {
  return node.nodeType === 'Try' ? handled(f, node) : starHandled(f, node)
}

function handled(f: Frame, node: Of<'Try'>): Completion {
  let completion: Completion
  try {
    completion = f.run(node.body)
  } catch (error) {
    const failure = caught(error)
    const handler = handlerOf(f, node, failure)
    if (handler === undefined) throw failure
    const outer = beginHandler(f, handler, failure)
    try {
      return f.run(handler.body)
    } catch (later) {
      throw chainedTo(f, later, failure)
    } finally {
      endHandler(f, handler, outer)
    }
  }
  return completion === normal ? f.run(node.orelse) : completion
}

function finallyRun(f: Frame, node: Of<'Try'> | Of<'TryStar'>, failure: unknown): Completion {
  try {
    return f.run(node.finalbody)
  } catch (later) {
    throw chainedTo(f, later, failure)
  }
}

/** What was raised while `earlier` was handled, which it remembers where the program looks at that. */
export function chainedTo(f: Frame, later: unknown, earlier: unknown): unknown {
  return f.program.outline.chains ? chained(later, earlier) : later
}

/** The clause for an exception; its types are computed in their order. */
export function handlerOf(f: Frame, node: Of<'Try'>, failure: Error): Of<'ExceptHandler'> | undefined {
  return node.handlers.find((handler) => !handler.type || matches(failure, f.evaluate(handler.type)))
}

/** What a clause is within. */
export interface Around {
  readonly handled: unknown
  readonly failed: unknown
}

/** Begins a clause; what it is within. */
export function beginHandler(f: Frame, handler: Of<'ExceptHandler'>, failure: Error): Around {
  const { handled, failed } = f
  if (f.program.outline.chains) chained(failure, failed ?? handled)
  f.handled = failure
  f.failed = undefined
  if (handler.name) write(f, handler.name, failure)
  return { handled, failed }
}

export function endHandler(f: Frame, handler: Of<'ExceptHandler'>, { handled, failed }: Around): void {
  f.handled = handled
  f.failed = failed
  if (handler.name) forget(f, handler.name)
}

/** `raise` with what stands behind it. */
export function raise(f: Frame, node: Of<'Raise'>, x: unknown, cause: unknown): never {
  if (!node.exc) {
    if (f.handled === undefined) reraise()
    throw f.handled
  }
  throw node.cause ? raisedFrom(x, cause) : raised(x)
}

function starHandled(f: Frame, node: Of<'TryStar'>): Completion {
  let completion: Completion
  try {
    completion = f.run(node.body)
  } catch (error) {
    const group = exceptStar(error)
    for (const handler of node.handlers) {
      if (!handler.type || !group.split(f.evaluate(handler.type)) || group.matched === null) continue
      const outer = beginHandler(f, handler, group.matched)
      try {
        f.run(handler.body)
      } catch (raisedIn) {
        group.raised(raisedIn)
      } finally {
        endHandler(f, handler, outer)
      }
    }
    group.finish()
    return normal
  }
  return completion === normal ? f.run(node.orelse) : completion
}

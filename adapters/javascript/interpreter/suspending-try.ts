import { caught, exceptStar } from '../runtime/index.ts'
import type { Of } from '../compiler/parse.ts'
import { normal, type Completion } from './completion.ts'
import type { Frame } from './frame.ts'
import type { Steps } from './steps.ts'
import { beginHandler, chainedTo, endHandler, handlerOf } from './try.ts'

/** `try`, with `except` or `except*`, parts of which may wait. */
export function* suspendingTry(f: Frame, node: Of<'Try'> | Of<'TryStar'>): Steps<Completion> {
  const clauses = node.nodeType === 'Try' ? handled(f, node) : starHandled(f, node)
  if (node.finalbody.length === 0) return yield* clauses
  let completion: Completion = normal
  let failure: unknown
  try {
    completion = yield* clauses
  } catch (error) {
    throw (failure = error)
  } finally {
    const { result, failed } = f
    f.failed = failure
    const final = yield* finallyStepped(f, node, failure)
    f.failed = failed
    // oxlint-disable-next-line no-unsafe-finally -- Python does it
    if (final !== normal) return final
    f.result = result
  }
  return completion
}

function* handled(f: Frame, node: Of<'Try'>): Steps<Completion> {
  let completion: Completion
  try {
    completion = yield* f.step(node.body)
  } catch (error) {
    const failure = caught(error)
    const handler = handlerOf(f, node, failure)
    if (handler === undefined) throw failure
    const outer = beginHandler(f, handler, failure)
    try {
      return yield* f.step(handler.body)
    } catch (later) {
      throw chainedTo(f, later, failure)
    } finally {
      endHandler(f, handler, outer)
    }
  }
  return completion === normal ? yield* f.step(node.orelse) : completion
}

function* finallyStepped(f: Frame, node: Of<'Try'> | Of<'TryStar'>, failure: unknown): Steps<Completion> {
  try {
    return yield* f.step(node.finalbody)
  } catch (later) {
    throw chainedTo(f, later, failure)
  }
}

function* starHandled(f: Frame, node: Of<'TryStar'>): Steps<Completion> {
  let completion: Completion
  try {
    completion = yield* f.step(node.body)
  } catch (error) {
    const group = exceptStar(error)
    for (const handler of node.handlers) {
      if (!handler.type || !group.split(f.evaluate(handler.type)) || group.matched === null) continue
      const outer = beginHandler(f, handler, group.matched)
      try {
        yield* f.step(handler.body)
      } catch (raisedIn) {
        group.raised(raisedIn)
      } finally {
        endHandler(f, handler, outer)
      }
    }
    group.finish()
    return normal
  }
  return completion === normal ? yield* f.step(node.orelse) : completion
}

import { asyncIterate, enter, enterAsync, truthy } from '../runtime/index.ts'
import type { Of, Statement } from '../compiler/parse.ts'
import { assign, augment } from './assign.ts'
import { broken, normal, returned, type Completion } from './completion.ts'
import type { Frame } from './frame.ts'
import { iterated, run } from './statement.ts'
import type { Steps } from './steps.ts'
import { value } from './suspending-expression.ts'
import { suspendingTry } from './suspending-try.ts'
import { raise } from './try.ts'

/** Steps through statements of which some may wait. */
export function* stepAll(f: Frame, statements: readonly Statement[]): Steps<Completion> {
  const { suspending } = f.program.outline
  for (const node of statements) {
    // Not by `step`: most of what waits is one of these two, and a generator more.
    if (!suspending.has(node)) {
      const completion = run(f, node)
      if (completion !== normal) return completion
    } else if (node.nodeType === 'Expr') yield* value(f, node.value)
    else if (node.nodeType === 'Assign') {
      const given = yield* value(f, node.value)
      for (const target of node.targets) assign(f, target, given)
    } else {
      const completion = yield* step(f, node)
      if (completion !== normal) return completion
    }
  }
  return normal
}

function* step(f: Frame, node: Statement): Steps<Completion> {
  const { suspending } = f.program.outline
  switch (node.nodeType) {
    case 'Return':
      f.result = node.value ? yield* value(f, node.value) : null
      return returned
    case 'If': return yield* stepAll(f, truthy(suspending.has(node.test) ? yield* value(f, node.test) : f.evaluate(node.test)) ? node.body : node.orelse)
    case 'Try': case 'TryStar': return yield* suspendingTry(f, node)
    case 'Raise': return raise(f, node, node.exc ? yield* value(f, node.exc) : undefined, node.cause ? yield* value(f, node.cause) : undefined)
    case 'For': return yield* loop(f, node)
    case 'AsyncFor': return yield* asyncLoop(f, node)
    case 'While': return yield* whileLoop(f, node)
    case 'AugAssign':
      augment(f, node, yield* value(f, node.value))
      return normal
    case 'With': return yield* entered(f, node, 0)
    case 'AsyncWith': return yield* asyncEntered(f, node, 0)
    default: throw new Error(`${node.nodeType} that waits is not interpreted`)
  }
}

function* loop(f: Frame, node: Of<'For'>): Steps<Completion> {
  for (const each of iterated(yield* value(f, node.iter), node)) {
    assign(f, node.target, each)
    const completion = yield* stepAll(f, node.body)
    if (completion === broken) return normal
    if (completion === returned) return returned
  }
  return yield* stepAll(f, node.orelse)
}

function* asyncLoop(f: Frame, node: Of<'AsyncFor'>): Steps<Completion> {
  for (const each = asyncIterate(yield* value(f, node.iter)); yield* each.next();) {
    assign(f, node.target, each.value)
    const completion = yield* stepAll(f, node.body)
    if (completion === broken) return normal
    if (completion === returned) return returned
  }
  return yield* stepAll(f, node.orelse)
}

function* whileLoop(f: Frame, node: Of<'While'>): Steps<Completion> {
  while (truthy(yield* value(f, node.test))) {
    const completion = yield* stepAll(f, node.body)
    if (completion === broken) return normal
    if (completion === returned) return returned
  }
  return yield* stepAll(f, node.orelse)
}

function* entered(f: Frame, node: Of<'With'>, index: number): Steps<Completion> {
  const item = node.items[index]
  if (item === undefined) return yield* stepAll(f, node.body)
  const guard = enter(yield* value(f, item.context_expr))
  let completion: Completion = normal
  try {
    if (item.optional_vars) assign(f, item.optional_vars, guard.value)
    completion = yield* entered(f, node, index + 1)
  } catch (error) {
    guard.failed(error)
  } finally {
    guard.exit()
  }
  return completion
}

function* asyncEntered(f: Frame, node: Of<'AsyncWith'>, index: number): Steps<Completion> {
  const item = node.items[index]
  if (item === undefined) return yield* stepAll(f, node.body)
  const manager = f.program.outline.suspending.has(item.context_expr) ? yield* value(f, item.context_expr) : f.evaluate(item.context_expr)
  const guard = yield* enterAsync(manager)
  let completion: Completion = normal
  try {
    if (item.optional_vars) assign(f, item.optional_vars, guard.value)
    completion = yield* asyncEntered(f, node, index + 1)
  } catch (error) {
    yield* guard.failed(error)
  } finally {
    yield* guard.exit()
  }
  return completion
}

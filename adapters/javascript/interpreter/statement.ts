import { enter, iterate, resumable, truthy } from '../runtime/index.ts'
import type { Of, Statement } from '../compiler/parse.ts'
import { assign, augment } from './assign.ts'
import { broken, continued, normal, returned, type Completion } from './completion.ts'
import { evaluate } from './expression.ts'
import type { Frame } from './frame.ts'
import { makeClass } from './class.ts'
import { makeFunction } from './function.ts'
import { raise, tryStatement } from './try.ts'
import { write } from './variable.ts'

/** Runs statements of which none waits. */
export function runAll(f: Frame, statements: readonly Statement[]): Completion {
  for (const node of statements) {
    const completion = run(f, node)
    if (completion !== normal) return completion
  }
  return normal
}

/** Runs a statement that does not wait. */
export function run(f: Frame, node: Statement): Completion {
  switch (node.nodeType) {
    case 'Expr':
      if (node.value.nodeType !== 'Constant') evaluate(f, node.value)
      return normal
    case 'Assign': {
      const value = evaluate(f, node.value)
      for (const target of node.targets) assign(f, target, value)
      return normal
    }
    case 'Return':
      f.result = node.value ? evaluate(f, node.value) : null
      return returned
    case 'If': return runAll(f, truthy(evaluate(f, node.test)) ? node.body : node.orelse)
    case 'Try': case 'TryStar': return tryStatement(f, node)
    case 'AsyncFunctionDef': case 'FunctionDef':
      write(f, node.name, makeFunction(f, node, f.nested(node.name)))
      return normal
    case 'Raise': return raise(f, node, node.exc ? evaluate(f, node.exc) : undefined, node.cause ? evaluate(f, node.cause) : undefined)
    case 'For': return loop(f, node)
    case 'While': {
      while (truthy(evaluate(f, node.test))) {
        const completion = runAll(f, node.body)
        if (completion === broken) return normal
        if (completion === returned) return returned
      }
      return runAll(f, node.orelse)
    }
    case 'AugAssign':
      augment(f, node, evaluate(f, node.value))
      return normal
    case 'ClassDef':
      write(f, node.name, makeClass(f, node))
      return normal
    case 'With': return entered(f, node, 0)
    case 'Break': return broken
    case 'Continue': return continued
    case 'Import':
      for (const { name } of node.names) {
        const [first = ''] = name.split('.')
        write(f, first, f.program.imported(first))
      }
      return normal
    case 'Pass': case 'Global': return normal
    default: throw new Error(`${node.nodeType} is not interpreted`)
  }
}

function loop(f: Frame, node: Of<'For'>): Completion {
  for (const each of iterated(evaluate(f, node.iter), node)) {
    assign(f, node.target, each)
    const completion = runAll(f, node.body)
    if (completion === broken) return normal
    if (completion === returned) return returned
  }
  return runAll(f, node.orelse)
}

/** JavaScript closes an iterator whose loop is left; Python does not, which shows when something still has it. */
export function iterated(x: unknown, node: Of<'For'>): Iterable<unknown> {
  return node.iter.nodeType === 'Name' ? resumable(x) : iterate(x)
}

function entered(f: Frame, node: Of<'With'>, index: number): Completion {
  const item = node.items[index]
  if (item === undefined) return runAll(f, node.body)
  const guard = enter(evaluate(f, item.context_expr))
  let completion: Completion = normal
  try {
    if (item.optional_vars) assign(f, item.optional_vars, guard.value)
    completion = entered(f, node, index + 1)
  } catch (error) {
    guard.failed(error)
  } finally {
    guard.exit()
  }
  return completion
}

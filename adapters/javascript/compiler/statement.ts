import { assign, assignTo, augmented } from './assignment.ts'
import { at, block, indent, precedence, quote } from './code.ts'
import { classStatement } from './class.ts'
import type { Compilation } from './compilation.ts'
import { functionStatement } from './function.ts'
import { importStatement } from './import.ts'
import { loop } from './loop.ts'
import { match } from './match.ts'
import { variableName } from './names.ts'
import { raise, tryStar, tryStatement } from './try.ts'
import { refuse, type Expression, type Of, type Statement } from './parse.ts'
import { test } from './operators.ts'
import { withStatement } from './with.ts'

/** Any statement as lines; a piece of code of several may stand in one. */
export function statement(c: Compilation, node: Statement): string[] {
  const written = lines(c, node)
  const [first] = written
  if (first !== undefined && continuesLines(first)) written[0] = `;${first}`
  return written
}

/** Without semicolons, such a beginning would continue the line before. */
function continuesLines(line: string): boolean {
  switch (line[0]) {
    case '(': case '[': case '`': case '/': case '+': case '-': return true
    default: return false
  }
}

function lines(c: Compilation, node: Statement): string[] {
  switch (node.nodeType) {
    case 'Expr': return node.value.nodeType === 'Constant' ? [] : [c.expression(node.value).text]
    case 'Assign': return assign(c, node)
    case 'AnnAssign': return node.value ? assignTo(c, node.target, c.expression(node.value), node, node.value) : []
    case 'AugAssign': return augmented(c, node)
    case 'Return': return [returned(c, node)]
    case 'If': return conditional(c, node)
    case 'For': case 'AsyncFor': case 'While': return loop(c, node)
    case 'Break': {
      const label = c.frame.breaks.at(-1) ?? ''
      return [label === '' ? 'break' : `break ${label}`]
    }
    case 'Continue': return ['continue']
    case 'Try': return tryStatement(c, node)
    case 'TryStar': return tryStar(c, node)
    case 'Raise': return raise(c, node)
    case 'With': case 'AsyncWith': return withStatement(c, node)
    case 'FunctionDef': case 'AsyncFunctionDef': return functionStatement(c, node)
    case 'ClassDef': return classStatement(c, node)
    case 'Import': case 'ImportFrom': return importStatement(c, node)
    case 'Assert': {
      const condition = test(c, node.test)
      return [`if (!${at(condition, precedence.unary)}) throw new ${c.use('AssertionError')}(${node.msg ? c.expression(node.msg).text : ''})`]
    }
    case 'Delete': return node.targets.flatMap((target) => deletion(c, target))
    case 'Match': return match(c, node)
    case 'Global': case 'Nonlocal': case 'Pass': case 'Comment': return []
    case 'TypeAlias': return refuse(node, 'type aliases are outside the subset', 'leave it out')
  }
}

function returned(c: Compilation, node: Of<'Return'>): string {
  if (!node.value || (node.value.nodeType === 'Constant' && node.value.value === null)) return c.frame.constructs || !node.value ? 'return' : 'return null'
  return `return ${c.expression(node.value).text}`
}

/** `if`, on one line where the body is one short jump. */
function conditional(c: Compilation, node: Of<'If'>): string[] {
  const head = `if (${test(c, node.test).text})`
  const inner = c.statements(node.body)
  const [only] = inner
  if (node.orelse.length === 0 && inner.length === 1 && only !== undefined && /^(return|throw|break|continue)\b/.test(only) && only.length < 60) return [`${head} ${only}`]
  const first = block(head, inner)
  if (node.orelse.length === 0) return first
  const [elif] = node.orelse
  if (node.orelse.length === 1 && elif?.nodeType === 'If') {
    const rest = conditional(c, elif)
    return [...first.slice(0, -1), ...(inner.length === 0 ? [`${head} {`] : []), `} else ${rest[0] ?? ''}`, ...rest.slice(1)]
  }
  const otherwise = c.statements(node.orelse)
  return [...(inner.length === 0 ? [`${head} {`] : first.slice(0, -1)), '} else {', ...indent(otherwise), '}']
}

function deletion(c: Compilation, target: Expression): string[] {
  switch (target.nodeType) {
    case 'Name': return deleted(c, target)
    case 'Subscript': return [`${c.use('delItem')}(${c.expression(target.value).text}, ${at(c.expression(target.slice), 1)})`]
    case 'Attribute': return [`${c.use('delattr')}(${c.expression(target.value).text}, ${quote(target.attr)})`]
    case 'Tuple': case 'List': return target.elts.flatMap((element) => deletion(c, element))
    default: return refuse(target, 'this cannot be deleted')
  }
}

function deleted(c: Compilation, target: Of<'Name'>): string[] {
  const variable = c.analysis.variables.get(target)
  if (variable?.declaration.keyword === 'const') return []
  if (variable === undefined || !c.unsure.variables.has(variable)) return [`${c.expression(target).text} = undefined`]
  return [...c.unsure.reads.has(target) ? [c.expression(target).text] : [], `${variableName(target.id)} = ${c.use('unassigned')}`]
}

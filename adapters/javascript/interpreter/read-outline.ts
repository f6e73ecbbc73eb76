import type { FunctionNode, Of, Statement } from '../compiler/parse.ts'
import { isModuleKnown } from './interpreted.ts'
import { Outline } from './outline.ts'
import { readAtOnce, readExpression, readOptional } from './read-expression.ts'
import { beginFunction, endFunction, type Reading } from './reading.ts'

/** Reads a program once, from its beginning to its end. */
export function readOutline(module: Of<'Module'>): Outline {
  const outline = new Outline()
  readStatements({ outline, scope: outline.open(module), suspends: false, plainClasses: new Set() }, module.body)
  return outline
}

function readStatements(r: Reading, nodes: readonly Statement[]): void {
  for (const node of nodes) {
    const outer = r.suspends
    r.suspends = false
    statement(r, node)
    if (r.suspends) r.outline.suspending.add(node)
    else r.suspends = outer
  }
}

function statement(r: Reading, node: Statement): void {
  switch (node.nodeType) {
    case 'Expr': return readExpression(r, node.value)
    case 'Assign':
      for (const target of node.targets) readAtOnce(r, target)
      return readExpression(r, node.value)
    case 'AugAssign':
      readAtOnce(r, node.target)
      return readExpression(r, node.value)
    case 'Return': return readOptional(r, node.value)
    case 'If': case 'While':
      readExpression(r, node.test)
      readStatements(r, node.body)
      return readStatements(r, node.orelse)
    case 'For': case 'AsyncFor': return loop(r, node)
    case 'With': case 'AsyncWith': return withStatement(r, node)
    case 'Try': case 'TryStar': return tryStatement(r, node)
    case 'Raise':
      readOptional(r, node.exc)
      return readOptional(r, node.cause)
    case 'FunctionDef': case 'AsyncFunctionDef':
      r.scope.locals.add(node.name)
      if (node.decorator_list.length > 0) r.outline.isBeyond = true
      return functionStatement(r, node)
    case 'ClassDef': return classStatement(r, node)
    case 'Global':
      r.scope.globals = new Set([...r.scope.globals, ...node.names])
      return
    case 'Import':
      for (const { name, asname } of node.names) {
        r.scope.locals.add(name.replace(/\..*/, ''))
        if (asname || !isModuleKnown(name)) r.outline.isBeyond = true
      }
      return
    case 'Break': case 'Continue': case 'Pass': return
    default: r.outline.isBeyond = true
  }
}

function loop(r: Reading, node: Of<'For'> | Of<'AsyncFor'>): void {
  if (node.nodeType === 'AsyncFor') r.suspends = true
  readAtOnce(r, node.target)
  readExpression(r, node.iter)
  readStatements(r, node.body)
  readStatements(r, node.orelse)
}

function withStatement(r: Reading, node: Of<'With'> | Of<'AsyncWith'>): void {
  if (node.nodeType === 'AsyncWith') r.suspends = true
  for (const item of node.items) {
    readExpression(r, item.context_expr)
    readAtOnce(r, item.optional_vars)
  }
  readStatements(r, node.body)
}

function tryStatement(r: Reading, node: Of<'Try'> | Of<'TryStar'>): void {
  readStatements(r, node.body)
  for (const { name, type, body } of node.handlers) {
    if (name) r.scope.locals.add(name)
    readAtOnce(r, type)
    readStatements(r, body)
  }
  readStatements(r, node.orelse)
  readStatements(r, node.finalbody)
}

function functionStatement(r: Reading, node: FunctionNode): void {
  for (const value of [...node.args.defaults, ...node.args.kw_defaults]) readAtOnce(r, value)
  const outer = beginFunction(r, node)
  readStatements(r, node.body)
  endFunction(r, outer)
}

function classStatement(r: Reading, node: Of<'ClassDef'>): void {
  const { outline } = r
  r.scope.locals.add(node.name)
  if (node.decorator_list.length > 0 || node.keywords.length > 0 || node.bases.length > 1) outline.isBeyond = true
  for (const base of node.bases) readAtOnce(r, base)
  let isPlain = node.bases.length === 0
  for (const member of node.body) {
    switch (member.nodeType) {
      case 'Pass': break
      case 'FunctionDef': case 'AsyncFunctionDef':
        if (member.name === '__init__') isPlain = false
        if (!isKnownMethod(r, node, member)) outline.isBeyond = true
        functionStatement(r, member)
        break
      case 'Assign':
        // Names in a class body may mean members of the class.
        if (member.value.nodeType !== 'Constant' || member.targets.some((target) => target.nodeType !== 'Name')) outline.isBeyond = true
        break
      default: outline.isBeyond = true
    }
  }
  if (isPlain) r.plainClasses.add(node.name)
}

const beyondMethods: ReadonlySet<string> = new Set(['__new__', '__init_subclass__', '__getattr__', '__set_name__', '__class_getitem__'])

function isKnownMethod({ plainClasses }: Reading, cls: Of<'ClassDef'>, { name, args, decorator_list }: FunctionNode): boolean {
  if (args.posonlyargs.length + args.args.length === 0 || decorator_list.length > 0 || beyondMethods.has(name)) return false
  // Where there is something above to be initialised, the compiler finds the place for it.
  return name !== '__init__' || cls.bases.every((base) => base.nodeType === 'Name' && plainClasses.has(base.id))
}

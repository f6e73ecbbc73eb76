import { eachChild } from './children.ts'
import { isExpression, isPattern } from './node-kinds.ts'
import { inner, type Notes } from './notes.ts'
import { refuse, type FunctionNode, type Of, type Pattern, type Statement } from './parse.ts'
import { readAll, readBelow, readDefaults, readExpression, readParameters, readTarget } from './read-expression.ts'
import type { Block } from './scope.ts'

/** Reads statements: their names, and the scopes in them. */
export function readStatements(notes: Notes, body: readonly Statement[], block: Block): void {
  for (const statement of body) readStatement(notes, statement, block)
}

function readStatement(notes: Notes, node: Statement, block: Block): void {
  switch (node.nodeType) {
    case 'Expr': return readExpression(notes, node.value, block)
    case 'FunctionDef': case 'AsyncFunctionDef': return readFunction(notes, node, block)
    case 'ClassDef': return readClass(notes, node, block)
    case 'Assign':
      readExpression(notes, node.value, block)
      for (const target of node.targets) readTarget(notes, target, { kind: 'assign', value: node.value }, block, node.targets.length === 1 ? node : undefined)
      return
    case 'AnnAssign':
      if (node.value !== undefined) {
        readExpression(notes, node.value, block)
        readTarget(notes, node.target, { kind: 'assign', value: node.value }, block, node)
      } else if (node.target.nodeType === 'Name') notes.store(node.target.id, { kind: 'declared' }, block, undefined, node.target)
      return
    case 'AugAssign': return readAugmented(notes, node, block)
    case 'For': case 'AsyncFor': {
      readExpression(notes, node.iter, block)
      const body = inner(block, true)
      readTarget(notes, node.target, { kind: node.nodeType === 'For' ? 'for' : 'async for', value: node.iter }, body, node)
      readStatements(notes, node.body, body)
      return readStatements(notes, node.orelse, inner(block))
    }
    case 'While':
      readExpression(notes, node.test, inner(block, true))
      readStatements(notes, node.body, inner(block, true))
      return readStatements(notes, node.orelse, inner(block))
    case 'If':
      readExpression(notes, node.test, block)
      readStatements(notes, node.body, inner(block))
      return readStatements(notes, node.orelse, inner(block))
    case 'With': case 'AsyncWith': return readWith(notes, node, block)
    case 'Try': case 'TryStar': return readTry(notes, node, block)
    case 'Match':
      readExpression(notes, node.subject, block)
      for (const each of node.cases) {
        readPattern(notes, each.pattern, block)
        if (each.guard) readExpression(notes, each.guard, block)
        readStatements(notes, each.body, inner(block))
      }
      return
    case 'Import':
      for (const { name, asname } of node.names) {
        const [first = name] = name.split('.')
        notes.store(asname ?? first, { kind: 'import', module: asname === undefined ? first : name, member: undefined }, block, node)
      }
      return
    case 'ImportFrom':
      for (const { name, asname } of node.names) notes.store(asname ?? name, { kind: 'import', module: node.module ?? '', member: name }, block, node)
      return
    case 'Global':
      for (const name of node.names) {
        block.scope.declare(name, 'global')
        notes.module.own(name)
      }
      return
    case 'Nonlocal':
      for (const name of node.names) {
        block.scope.declare(name, 'nonlocal')
        if (block.scope.parent?.kind === 'module' || block.scope.kind === 'module') refuse(node, `SyntaxError: no binding for nonlocal '${name}' found`)
      }
      return
    case 'Delete': return readAll(notes, node.targets, block)
    default: readBelow(notes, node, block)
  }
}

function readAugmented(notes: Notes, node: Of<'AugAssign'>, block: Block): void {
  const { target, op, value, lineno, col_offset } = node
  readExpression(notes, value, block)
  if (target.nodeType === 'Name') {
    notes.load(target, block)
    notes.store(target.id, { kind: 'augmented', node }, block, undefined, target)
    return
  }
  readExpression(notes, target, block)
  if (target.nodeType === 'Attribute') notes.attribute(target.attr, { nodeType: 'BinOp', left: target, op, right: value, lineno, col_offset })
}

function readWith(notes: Notes, node: Of<'With'> | Of<'AsyncWith'>, block: Block): void {
  const kind = node.nodeType === 'With' ? 'with' : 'async with'
  let inside = block
  for (const item of node.items) {
    readExpression(notes, item.context_expr, inside)
    inside = inner(inside)
    if (item.optional_vars) readTarget(notes, item.optional_vars, { kind, value: item.context_expr }, inside, item)
  }
  readStatements(notes, node.body, inside)
}

function readTry(notes: Notes, node: Of<'Try'> | Of<'TryStar'>, block: Block): void {
  readStatements(notes, node.body, inner(block))
  for (const handler of node.handlers) {
    const inside = inner(block)
    if (handler.type) readExpression(notes, handler.type, inside)
    if (handler.name) notes.store(handler.name, { kind: 'except' }, inside, handler)
    readStatements(notes, handler.body, inside)
  }
  readStatements(notes, node.orelse, inner(block))
  readStatements(notes, node.finalbody, inner(block))
}

function readFunction(notes: Notes, node: FunctionNode, block: Block): void {
  readAll(notes, node.decorator_list, block)
  readDefaults(notes, node.args, block)
  notes.store(node.name, { kind: 'function', node }, block, node)
  const scope = notes.open('function', node, block)
  readParameters(notes, node.args, scope)
  readStatements(notes, node.body, scope.root)
}

function readClass(notes: Notes, node: Of<'ClassDef'>, block: Block): void {
  readAll(notes, node.decorator_list, block)
  readAll(notes, node.bases, block)
  for (const keyword of node.keywords) readExpression(notes, keyword.value, block)
  const scope = notes.open('class', node, block)
  readStatements(notes, node.body, scope.root)
  notes.store(node.name, { kind: 'class', node }, block, node)
}

function readPattern(notes: Notes, pattern: Pattern, block: Block): void {
  if ((pattern.nodeType === 'MatchAs' || pattern.nodeType === 'MatchStar') && pattern.name !== undefined && pattern.name !== null) notes.store(pattern.name, { kind: 'match' }, block, undefined)
  if (pattern.nodeType === 'MatchMapping' && pattern.rest) notes.store(pattern.rest, { kind: 'match' }, block, undefined)
  eachChild(pattern, (child) => {
    if (isPattern(child)) readPattern(notes, child, block)
    else if (isExpression(child)) readExpression(notes, child, block)
  })
}

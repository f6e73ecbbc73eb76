import { eachChild } from './children.ts'
import type { Notes } from './notes.ts'
import { isExpression } from './node-kinds.ts'
import { refuse, type ComprehensionNode, type Expression, type Node, type Of } from './parse.ts'
import type { Block, Scope, Site } from './scope.ts'

/** Reads an expression: its names, and the scopes in it. */
export function readExpression(notes: Notes, node: Expression, block: Block): void {
  switch (node.nodeType) {
    case 'Constant': return
    case 'Name': return notes.load(node, block)
    case 'Attribute': case 'Await': return readExpression(notes, node.value, block)
    case 'Call': return readCall(notes, node, block)
    case 'Lambda': {
      readDefaults(notes, node.args, block)
      const scope = notes.open('function', node, block)
      readParameters(notes, node.args, scope)
      return readExpression(notes, node.body, scope.root)
    }
    case 'ListComp': case 'SetComp': case 'GeneratorExp': case 'DictComp': return readComprehension(notes, node, block)
    case 'NamedExpr': {
      readExpression(notes, node.value, block)
      let target = block
      while (target.scope.kind === 'comprehension' && target.scope.place !== undefined) target = target.scope.place
      if (node.target.nodeType === 'Name') notes.store(node.target.id, { kind: 'walrus', value: node.value }, target, undefined, node.target)
      return
    }
    default: readBelow(notes, node, block)
  }
}

/** Reads the expressions directly below a node. */
export function readBelow(notes: Notes, node: Node, block: Block): void {
  eachChild(node, (child) => {
    if (isExpression(child)) readExpression(notes, child, block)
  })
}

export function readAll(notes: Notes, nodes: readonly (Expression | null | undefined)[], block: Block): void {
  for (const node of nodes) if (node !== null && node !== undefined) readExpression(notes, node, block)
}

function readCall(notes: Notes, node: Of<'Call'>, block: Block): void {
  if (node.func.nodeType === 'Name') notes.load(node.func, block, node)
  else readExpression(notes, node.func, block)
  readAll(notes, node.args, block)
  for (const keyword of node.keywords) readExpression(notes, keyword.value, block)
}

function readComprehension(notes: Notes, node: ComprehensionNode, block: Block): void {
  const scope = notes.open('comprehension', node, block)
  for (const [i, generator] of node.generators.entries()) {
    readExpression(notes, generator.iter, i === 0 ? block : scope.root)
    readTarget(notes, generator.target, { kind: generator.is_async ? 'async for' : 'for', value: generator.iter }, scope.root, node)
    readAll(notes, generator.ifs, scope.root)
  }
  readAll(notes, node.nodeType === 'DictComp' ? [node.key, node.value] : [node.elt], scope.root)
}

/** Reads what is given a value. */
export function readTarget(notes: Notes, node: Expression, site: Site, block: Block, statement: Node | undefined): void {
  switch (node.nodeType) {
    case 'Name': return notes.store(node.id, site, block, statement, node)
    case 'Tuple': case 'List':
      for (const element of node.elts) readTarget(notes, element, { kind: 'unpack' }, block, statement)
      return
    case 'Starred': return readTarget(notes, node.value, { kind: 'unpack' }, block, statement)
    case 'Attribute':
      notes.attribute(node.attr, site.kind === 'assign' ? site.value : undefined)
      return readExpression(notes, node.value, block)
    default: return readExpression(notes, node, block)
  }
}

/** The defaults of parameters belong to the place where the function is made. */
export function readDefaults(notes: Notes, node: Of<'Arguments'>, block: Block): void {
  readAll(notes, node.defaults, block)
  readAll(notes, node.kw_defaults, block)
}

export function readParameters(notes: Notes, node: Of<'Arguments'>, scope: Scope): void {
  let index = 0
  for (const arg of node.posonlyargs) readParameter(notes, arg, index++, scope)
  for (const arg of node.args) readParameter(notes, arg, index++, scope)
  for (const arg of [node.vararg, ...node.kwonlyargs, node.kwarg]) if (arg) readParameter(notes, arg, -1, scope)
}

function readParameter(notes: Notes, node: Of<'Arg'>, index: number, scope: Scope): void {
  notes.words.add(node.arg)
  const binding = scope.own(node.arg)
  if (binding.sites.length > 0) refuse(node, `SyntaxError: duplicate parameter '${node.arg}' in function definition`)
  binding.sites.push({ kind: 'parameter', node, index })
  binding.mayHaveValue = true
}

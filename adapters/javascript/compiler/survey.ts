import { builtinExceptions, builtinTypes } from './builtins.ts'
import type { ClassInfo, Compilation } from './compilation.ts'
import { EscapingFunctions } from './escaping.ts'
import { children, type FunctionNode, type Node, type Of } from './parse.ts'
import { asyncioClasses } from './signatures.ts'

/** Collects what the parts of the compiler need to know of the whole program: classes, methods, classes used as values. */
export function survey(c: Compilation, module: Of<'Module'>): void {
  const escaping = new EscapingFunctions()
  const visit = (node: Node, parent: Node | undefined): void => {
    escaping.visit(c, node, parent)
    if (node.nodeType === 'ClassDef') enrol(c, node)
    if (node.nodeType === 'Await' && node.value.nodeType === 'Call') c.awaited.add(node.value)
    if (node.nodeType === 'Expr' && node.value.nodeType === 'Call') c.valueless.add(node.value)
    if (node.nodeType === 'Lambda' && node.body.nodeType === 'Call') c.valueless.add(node.body)
    if (node.nodeType === 'Attribute' && node.attr === 'set_task_factory') c.makesTasks = true
    if (node.nodeType === 'Name' && node.ctx.nodeType === 'Load' || node.nodeType === 'Attribute') noteClassValue(c, node, parent)
    if (node.nodeType === 'Name' || node.nodeType === 'Constant') return
    for (const child of children(node)) visit(child, node)
  }
  // Classes first: a name may be read before the class that gives it its meaning.
  const classes = (node: Node): void => {
    if (node.nodeType === 'ClassDef') enrol(c, node)
    for (const child of children(node)) if (mayHoldClasses(child)) classes(child)
  }
  classes(module)
  visit(module, undefined)
  c.escaping = escaping.all(c)
}

const withBodies: ReadonlySet<string> = new Set(['ClassDef', 'FunctionDef', 'AsyncFunctionDef', 'If', 'For', 'AsyncFor', 'While', 'With', 'AsyncWith', 'Try', 'TryStar', 'ExceptHandler', 'Match', 'MatchCase'])

function mayHoldClasses(node: Node): boolean {
  return withBodies.has(node.nodeType)
}

function enrol(c: Compilation, node: Of<'ClassDef'>): void {
  if (c.classOfNode.has(node)) return
  const methods = new Map<string, FunctionNode>()
  const attributes = new Set<string>()
  for (const statement of node.body) {
    if (statement.nodeType === 'FunctionDef' || statement.nodeType === 'AsyncFunctionDef') {
      methods.set(statement.name, statement)
      c.methods.set(statement.name, [...(c.methods.get(statement.name) ?? []), statement])
      if (statement.decorator_list.some((decorator) => decorator.nodeType === 'Name' && decorator.id === 'property')) c.properties.add(statement.name)
    } else if (statement.nodeType === 'Assign') {
      for (const target of statement.targets) if (target.nodeType === 'Name') attributes.add(target.id)
    } else if (statement.nodeType === 'AnnAssign' && statement.target.nodeType === 'Name') attributes.add(statement.target.id)
    else if (statement.nodeType === 'ClassDef') attributes.add(statement.name)
  }
  for (const name of attributes) c.attributeNames.add(name)
  const info: ClassInfo = { node, name: node.name, methods, attributes, bases: node.bases }
  c.classOfNode.set(node, info)
  c.classes.set(node.name, info)
}

/** Notes a class that appears where a value is wanted, not where it is called, raised, caught or inherited from. */
function noteClassValue(c: Compilation, node: Of<'Name'> | Of<'Attribute'>, parent: Node | undefined): void {
  const meaning = c.meaning(node)
  const isClass = meaning?.kind === 'class' || (meaning?.kind === 'exception' && builtinExceptions.has(meaning.name)) || (meaning?.kind === 'builtin' && builtinTypes.has(meaning.name)) || (meaning?.kind === 'asyncio' && asyncioClasses.has(meaning.name))
  if (!isClass || parent === undefined) return
  switch (parent.nodeType) {
    case 'Call':
      if (parent.func === node) return
      if (parent.func.nodeType === 'Name' && (parent.func.id === 'isinstance' || parent.func.id === 'issubclass')) return
      break
    case 'Raise': case 'ExceptHandler': case 'ClassDef': case 'Attribute': case 'Arg': case 'AnnAssign': case 'FunctionDef': case 'AsyncFunctionDef': case 'Compare': case 'MatchClass': case 'Subscript': return
    default:
  }
  c.classesAreValues = true
}

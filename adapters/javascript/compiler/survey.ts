import { builtinExceptions, builtinTypes } from './builtins.ts'
import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import { escapingFunctions } from './escaping.ts'
import type { FunctionNode, Of } from './parse.ts'
import { asyncioClasses } from './signatures.ts'

/** Collects what the parts of the compiler need to know of the whole program: classes, methods, functions and classes used as values. */
export function survey(c: Compilation): void {
  for (const node of c.facts.classes) enrol(c, node)
  c.classesAreValues = c.facts.values.some((node) => isClass(c, node))
  c.escaping = escapingFunctions(c)
}

function enrol(c: Compilation, node: Of<'ClassDef'>): void {
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

function isClass(c: Compilation, node: Of<'Name'> | Of<'Attribute'>): boolean {
  const meaning = c.meaning(node)
  switch (meaning?.kind) {
    case 'class': return true
    case 'exception': return builtinExceptions.has(meaning.name)
    case 'builtin': return builtinTypes.has(meaning.name)
    case 'asyncio': return asyncioClasses.has(meaning.name)
    default: return false
  }
}

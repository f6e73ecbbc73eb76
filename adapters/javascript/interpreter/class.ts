import { camelCase, isClass, raise, shared } from '../runtime/index.ts'
import type { Callable, Constructor } from '../runtime/callable.ts'
import type { Of } from '../compiler/parse.ts'
import { define, definitionOf } from './definition.ts'
import type { Frame } from './frame.ts'
import { makeMethod } from './function.ts'

/** A `class` where it is executed. */
export function makeClass(f: Frame, node: Of<'ClassDef'>): Constructor {
  const [baseNode] = node.bases
  const base = baseNode === undefined || (baseNode.nodeType === 'Name' && baseNode.id === 'object') ? undefined : f.evaluate(baseNode)
  if (base !== undefined && !isClass(base)) raise('TypeError', 'a base class that is none')
  const qualname = f.nested(node.name)
  const inits: { init?: Callable } = {}
  const made = emptyClass(node.name, base, inits)
  if (qualname !== node.name) Object.defineProperty(made, '__qualname__', { value: qualname, writable: true, configurable: true, enumerable: true })
  for (const statement of node.body) {
    if (statement.nodeType === 'FunctionDef' || statement.nodeType === 'AsyncFunctionDef') {
      const key = camelCase(statement.name)
      const method = makeMethod(f, statement, `${qualname}.${statement.name}`, key)
      if (statement.name === '__init__') inits.init = method
      else Object.defineProperty(made.prototype, key, { value: method, writable: true, configurable: true })
    } else if (statement.nodeType === 'Assign') {
      const value = f.evaluate(statement.value)
      for (const target of statement.targets) {
        if (target.nodeType !== 'Name') continue
        const key = camelCase(target.id)
        Object.defineProperty(made, key, { value, writable: true, configurable: true, enumerable: true })
        shared(made, key)
      }
    }
  }
  const definition = definitionOf(inits.init)
  return definition === undefined ? made : define(made, definition)
}

/** A class of that name whose objects are initialised by `init`, once there is one. */
function emptyClass(name: string, base: Constructor | undefined, inits: { init?: Callable }): Constructor {
  const { [name]: made } = base === undefined
    // oxlint-disable-next-line no-extraneous-class -- its methods come later
    ? { [name]: class { constructor(...args: unknown[]) { inits.init?.apply(this, args) } } }
    : { [name]: class extends base { constructor(...args: unknown[]) { super(...(inits.init === undefined ? args : [])); inits.init?.apply(this, args) } } }
  if (made === undefined) throw new Error(`no class ${name}`)
  return made
}

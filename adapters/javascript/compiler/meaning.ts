import { builtinExceptions, builtinFunctions, givenModules, refusedBuiltins } from './builtins.ts'
import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import type { FunctionNode } from './parse.ts'
import type { Binding } from './scope.ts'
import { asyncioSubmodules } from './signatures.ts'

/** What a name or dotted name means when it can be told before the program runs. */
export type Meaning =
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly binding: Binding }
  | { readonly kind: 'class'; readonly info: ClassInfo }
  | { readonly kind: 'asyncio'; readonly name: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'member'; readonly module: string; readonly name: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'exception'; readonly name: string }
  | { readonly kind: 'variable'; readonly binding: Binding }
  | { readonly kind: 'undefined'; readonly name: string }

const unbound: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...[...Object.keys(builtinFunctions), ...Object.keys(refusedBuiltins), 'super', '__name__', 'NotImplemented', 'Ellipsis'].map((name): [string, Meaning] => [name, { kind: 'builtin', name }]),
  ...[...builtinExceptions].map((name): [string, Meaning] => [name, { kind: 'exception', name }]),
  ...[...givenModules].map((name): [string, Meaning] => [name, { kind: 'module', name }]),
])

/** What a name means that the program binds nowhere. */
export function unboundMeaning(name: string): Meaning {
  return unbound.get(name) ?? { kind: 'undefined', name }
}

/** What a variable means. */
export function boundMeaning(c: Compilation, binding: Binding): Meaning {
  const { sites, scope, onlySite } = binding
  if (sites.length > 1 && sites.every((each) => each.kind === 'import')) return importMeaning(sites[0])
  switch (onlySite?.kind) {
    case 'function': return onlySite.node.decorator_list.length === 0 && scope.kind !== 'class' ? { kind: 'function', node: onlySite.node, binding } : { kind: 'variable', binding }
    case 'class': {
      const info = c.classOfNode.get(onlySite.node)
      return info === undefined || scope.kind === 'class' || onlySite.node.decorator_list.length > 0 ? { kind: 'variable', binding } : { kind: 'class', info }
    }
    case 'import': return importMeaning(onlySite)
    default: return { kind: 'variable', binding }
  }
}

/** What an import makes a name mean. */
function importMeaning(site: { readonly kind: string; readonly module?: string; readonly member?: string | undefined } | undefined): Meaning {
  const module = site?.module ?? ''
  return site?.member === undefined ? moduleMeaning(module) : memberOf(module, site.member)
}

function moduleMeaning(name: string): Meaning {
  const [first = '', second] = name.split('.')
  if (first === 'asyncio' && second !== undefined && asyncioSubmodules.has(second)) return { kind: 'module', name: 'asyncio' }
  return { kind: 'module', name }
}

/** What `module.name` means. */
export function memberOf(module: string, name: string): Meaning {
  if (module === 'asyncio' || module.startsWith('asyncio.')) return asyncioSubmodules.has(name) ? { kind: 'module', name: 'asyncio' } : { kind: 'asyncio', name }
  if (module === 'concurrent' && name === 'futures') return { kind: 'module', name: `${module}.${name}` }
  if (module === 'builtins') return builtinExceptions.has(name) ? { kind: 'exception', name } : { kind: 'builtin', name }
  return { kind: 'member', module, name }
}

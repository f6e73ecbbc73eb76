import { builtinExceptions, modules } from './builtins.ts'
import type { ClassInfo } from './compilation.ts'
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

/** What an import makes a name mean. */
export function importMeaning(site: { readonly kind: string; readonly module?: string; readonly member?: string | undefined } | undefined): Meaning {
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
  if (modules.has(`${module}.${name}`) || (module === 'concurrent' && name === 'futures')) return { kind: 'module', name: `${module}.${name}` }
  if (module === 'builtins') return builtinExceptions.has(name) ? { kind: 'exception', name } : { kind: 'builtin', name }
  return { kind: 'member', module, name }
}

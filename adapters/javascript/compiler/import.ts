import { asyncioSubmodules } from './signatures.ts'
import { modules, outsideModules } from './builtins.ts'
import type { Compilation } from './compilation.ts'
import { refuse, type Of } from './parse.ts'

/** Imports leave no line: what is used of them stands in the header. */
export function importStatement(_c: Compilation, node: Of<'Import'> | Of<'ImportFrom'>): string[] {
  if (node.nodeType === 'ImportFrom') {
    allowed(node, node.module ?? '')
    if (node.names.some((alias) => alias.name === '*')) refuse(node, 'import * is outside the subset', 'name what you import')
  } else for (const alias of node.names) allowed(node, alias.name)
  return []
}

/** Modules of which every member is refused where it is used: an annotation may name them. */
const withoutMembers: ReadonlySet<string> = new Set(['dataclasses', 'enum', 'traceback'])

function allowed(node: Of<'Import'> | Of<'ImportFrom'>, module: string): void {
  const [first = '', second] = module.split('.')
  const isKnown = modules.has(first) && (first !== 'asyncio' || second === undefined || asyncioSubmodules.has(second))
  if (!isKnown) refuse(node, `module ${module} is outside the subset`, `there are ${[...modules].filter((name) => !name.startsWith('_') && !outsideModules.has(name) && !withoutMembers.has(name)).join(', ')}, and on the real clock ${[...outsideModules].join(', ')}`)
}

import { someChild } from './children.ts'
import type { Node, Of } from './parse.ts'

const drivers = new Set(['run', 'run_until_complete', 'run_forever', 'Runner'])

/**
 * Whether the program defines `async def main()` and never drives asyncio itself at its top level.
 *
 * The same rule as the Python harness, which looks for these names in the module's code outside functions.
 */
export function runsMain(module: Of<'Module'>): boolean {
  const main = module.body.findLast((node) => (node.nodeType === 'AsyncFunctionDef' || node.nodeType === 'FunctionDef' || node.nodeType === 'ClassDef') && node.name === 'main')
  if (main?.nodeType !== 'AsyncFunctionDef') return false
  const { args } = main
  const takes = args.posonlyargs.length + args.args.length + args.kwonlyargs.length > 0 || args.vararg || args.kwarg
  return !takes && !module.body.some(drives)
}

function drives(node: Node): boolean {
  switch (node.nodeType) {
    case 'FunctionDef': case 'AsyncFunctionDef': return drivers.has(node.name) || node.decorator_list.some(drives) || node.args.defaults.some(drives)
    case 'Lambda': return false
    case 'ClassDef': return drivers.has(node.name) || node.bases.some(drives)
    case 'Name': return drivers.has(node.id)
    case 'Attribute': return drivers.has(node.attr) || drives(node.value)
    case 'Alias': return drivers.has(node.asname ?? node.name)
    case 'Constant': case 'Comment': return false
    default: return someChild(node, drives)
  }
}

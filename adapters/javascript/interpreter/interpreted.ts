import { modules, outsideModules, refusedBuiltins } from '../compiler/builtins.ts'
import { asyncioOutside, asyncioReal, insides, loopMethodsOutside } from '../compiler/signatures.ts'

/** Names whose programs are compiled: what they mean is made, or refused, by the compiler. */
export const refusedNames: ReadonlySet<string> = new Set([...Object.keys(refusedBuiltins), 'super', '__name__'])

/** Attributes of such programs. */
export const refusedAttributes: ReadonlySet<string> = new Set([
  ...insides, ...loopMethodsOutside, ...asyncioOutside, ...asyncioReal, '__traceback__', 'with_traceback', 'exc_info', '__init__',
])

const compiledModules: ReadonlySet<string> = new Set(['traceback', 'typing', '__future__', 'dataclasses', 'enum', 'contextlib', 'sys', ...outsideModules])

/** Whether the programs of a module, by its dotted name, are interpreted. */
export function isModuleKnown(name: string): boolean {
  const [first = '', second] = name.split('.')
  return modules.has(first) && !compiledModules.has(first) && (second === undefined || name === 'concurrent.futures')
}

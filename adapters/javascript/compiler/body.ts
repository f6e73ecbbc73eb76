import type { Compilation } from './compilation.ts'
import type { Frame } from './frame.ts'
import type { Statement } from './parse.ts'
import type { Scope } from './scope.ts'
import { variableName } from './names.ts'

/** The statements of a function, behind the declarations of the variables that live in all of it. */
export function body(c: Compilation, frame: Frame, statements: readonly Statement[], first: readonly string[] = []): string[] {
  c.open(frame)
  const [head, ...tail] = statements
  const isDocumented = head?.nodeType === 'Expr' && head.value.nodeType === 'Constant'
  const own = isDocumented ? tail : statements
  const lines = frame.kind === 'module' ? parted(own.map((statement) => c.statements([statement]))) : c.statements(own)
  const names = [...hoisted(c, frame.scope), ...c.close()]
  if (names.length === 0) return first.length === 0 ? lines : [...first, ...lines]
  return [...first, `let ${names.join(', ')}`, ...lines]
}

/** The statements of a module, an empty line around those that define something over several lines. */
function parted(statements: readonly string[][]): string[] {
  const lines: string[] = []
  let wasLong = false
  for (const statement of statements) {
    if (statement.length === 0) continue
    const isLong = statement.length > 2 && /^(?:const \w+ = (?:asyncio\.|blocking\()|function|class)/.test(statement[0] ?? '')
    if (lines.length > 0 && (isLong || wasLong)) lines.push('')
    lines.push(...statement)
    wasLong = isLong
  }
  return lines
}

function hoisted(c: Compilation, scope: Scope): string[] {
  const names: string[] = []
  for (const binding of scope.bindings.values()) {
    const { name, declaration, sites } = binding
    if (declaration.statement !== 'top' || (sites.length === 0 && scope.kind !== 'module')) continue
    names.push(c.unsure.variables.has(binding) ? `${variableName(name)} = ${c.use('unassigned')}` : variableName(name))
  }
  return names
}

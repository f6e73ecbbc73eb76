import { camelCase } from '../runtime/camel-case.ts'
import { member, primary, quote, type Code } from './code.ts'
import { asyncioMember, moduleMember, moduleText } from './attribute.ts'
import { refusedBuiltins } from './builtins.ts'
import { runtimeName } from './builtin-call.ts'
import type { Compilation } from './compilation.ts'
import { variableName } from './names.ts'
import { refuse, type Of } from './parse.ts'

/** A name, wherever it comes from. */
export function name(c: Compilation, node: Of<'Name'>): Code {
  const meaning = c.meaning(node)
  switch (meaning?.kind) {
    case 'asyncio': return asyncioMember(c, node, meaning.name)
    case 'module': return primary(moduleText(c, meaning.name))
    case 'member': return moduleMember(c, node, meaning.module, meaning.name)
    case 'exception': return primary(c.use(meaning.name))
    case 'undefined': return member(`${c.use('undefinedName')}(${quote(meaning.name)})`)
    case 'builtin': {
      if (meaning.name === '__name__') return primary("'__main__'")
      const hint = refusedBuiltins[meaning.name]
      return hint === undefined ? primary(c.use(runtimeName(meaning.name))) : refuse(node, `${meaning.name} is outside the subset`, hint)
    }
    default: return variable(c, node)
  }
}

function variable(c: Compilation, node: Of<'Name'>): Code {
  const binding = c.analysis.variables.get(node)
  if (binding === undefined) return primary(variableName(node.id))
  if (binding.scope.kind === 'class') return member(`this.${camelCase(node.id)}`)
  if (c.analysis.early.has(node)) return member(`${c.use(binding.scope.kind === 'module' ? 'undefinedName' : 'unboundName')}(${quote(node.id)})`)
  for (const { scope, self } of c.frames) if (self?.name === node.id && scope === binding.scope) return primary(self.text)
  const text = variableName(node.id)
  return c.unsure.reads.has(node) ? member(`${c.use(c.unsure.fromWithin.has(node) ? 'assignedAround' : 'assigned')}(${text}, ${quote(node.id)})`) : primary(text)
}

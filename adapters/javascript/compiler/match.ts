import { at, indent, precedence, quote } from './code.ts'
import type { Compilation } from './compilation.ts'
import { test } from './operators.ts'
import { refuse, type Of, type Pattern } from './parse.ts'
import { variableName } from './names.ts'

/** `match` as a chain of conditions; names are bound on the way. */
export function match(c: Compilation, node: Of<'Match'>): string[] {
  const subject = c.fresh('subject')
  const lines = [`const ${subject} = ${c.expression(node.subject).text}`]
  for (const [i, each] of node.cases.entries()) {
    const tests = [pattern(c, each.pattern, subject), ...(each.guard ? [at(test(c, each.guard), precedence.and + 1)] : [])].filter((text) => text !== 'true')
    const head = tests.length === 0 ? (i === 0 ? 'if (true)' : '} else') : `${i === 0 ? '' : '} else '}if (${tests.join(' && ')})`
    lines.push(`${head} {`, ...indent(c.statements(each.body)))
    if (tests.length === 0) break
  }
  return [...lines, '}']
}

function pattern(c: Compilation, node: Pattern, value: string): string {
  switch (node.nodeType) {
    case 'MatchValue': return `${c.use('eq')}(${value}, ${c.expression(node.value).text})`
    case 'MatchSingleton': return node.value === null || node.value === undefined ? `${value} == null` : `${value} === ${String(node.value)}`
    case 'MatchAs': {
      const bind = node.name ? `(${variableName(node.name)} = ${value}, true)` : 'true'
      if (!node.pattern) return bind
      const inner = pattern(c, node.pattern, value)
      return inner === 'true' ? bind : `${inner} && ${bind}`
    }
    case 'MatchOr': return `(${node.patterns.map((each) => pattern(c, each, value)).join(' || ')})`
    case 'MatchSequence': {
      const star = node.patterns.findIndex((each) => each.nodeType === 'MatchStar')
      const length = star === -1 ? `${value}.length === ${node.patterns.length}` : `${value}.length >= ${node.patterns.length - 1}`
      const parts = node.patterns.map((each, i) => {
        if (each.nodeType === 'MatchStar') return each.name ? `(${variableName(each.name)} = [...${value}.slice(${i}${i === node.patterns.length - 1 ? '' : `, ${i - node.patterns.length + 1}`})], true)` : 'true'
        return pattern(c, each, star !== -1 && i > star ? `${value}.at(${i - node.patterns.length})` : `${value}[${i}]`)
      })
      return [`Array.isArray(${value})`, length, ...parts.filter((part) => part !== 'true')].join(' && ')
    }
    case 'MatchMapping': {
      if (node.rest) return refuse(node, '** in a mapping pattern is outside the subset', 'copy the dict')
      const parts = node.keys.map((key, i) => {
        const text = c.expression(key).text
        const inner = node.patterns[i]
        return `${value}.has(${text})${inner === undefined ? '' : ` && ${pattern(c, inner, `${value}.get(${text})`)}`}`
      })
      return [`${value} instanceof Map`, ...parts].join(' && ').replaceAll(' && true', '')
    }
    case 'MatchClass': {
      const cls = c.meaning(node.cls)
      const isBuiltin = cls?.kind === 'builtin'
      if (node.patterns.length > (isBuiltin ? 1 : 0)) return refuse(node, 'positional patterns of a class are outside the subset', 'name the attributes')
      const own = node.patterns[0] === undefined ? [] : [pattern(c, node.patterns[0], value)]
      const parts = node.kwd_patterns.map((each, i) => pattern(c, each, `${c.use('attribute')}(${value}, ${quote(node.kwd_attrs[i] ?? '')})`))
      return [`${c.use('isinstance')}(${value}, ${c.expression(node.cls).text})`, ...own, ...parts].filter((part) => part !== 'true').join(' && ')
    }
    case 'MatchStar': return refuse(node, 'a starred pattern outside a sequence')
  }
}

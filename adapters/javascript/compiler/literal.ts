import { arrowBody, at, code, member, precedence, primary, quote, templateText, type Code } from './code.ts'
import type { Compilation } from './compilation.ts'
import { isBytes } from './type.ts'
import { refuse, type Expression, type Of } from './parse.ts'
import { spread } from './spread.ts'

/** `1`, `'a'`, `True`, `None`, `b'…'`, `...` */
export function constant(c: Compilation, node: Of<'Constant'>): Code {
  const value: unknown = node.value
  switch (typeof value) {
    case 'number': return Number.isFinite(value) ? primary(value < 0 || Object.is(value, -0) ? `(${value})` : String(value)) : primary('Infinity')
    case 'string':
      if (isBytes(node)) return member(`${c.use('bytes')}(${quote(value)})`)
      return node.quote_style === undefined && value === '...' ? primary(c.use('Ellipsis')) : primary(quote(value))
    case 'boolean': return primary(String(value))
    case 'bigint': return refuse(node, 'the integer is larger than JavaScript counts exactly', 'stay below 2**53')
    default: return value === null || value === undefined ? primary('null') : refuse(node, 'complex numbers are outside the subset')
  }
}

/** An f-string as a template literal. */
export function formatted(c: Compilation, node: Of<'JoinedStr'>): Code {
  const text = node.values.map((part) => {
    if (part.nodeType === 'Constant') return templateText(String(part.value))
    return part.nodeType === 'FormattedValue' ? `\${${replacement(c, part)}}` : refuse(part, 'this part of an f-string is outside the subset')
  })
  return primary(`\`${text.join('')}\``)
}

function replacement(c: Compilation, node: Of<'FormattedValue'>): string {
  const value = c.expression(node.value)
  const type = c.type(node.value)
  const converted = node.conversion === 114 || node.conversion === 97 ? member(`${c.use('repr')}(${value.text})`) : node.conversion === 115 ? member(`${c.use('str')}(${value.text})`) : value
  if (node.format_spec) {
    const spec = node.format_spec.nodeType === 'JoinedStr' ? specification(c, node.format_spec) : c.expression(node.format_spec).text
    return `${c.use('format')}(${converted.text}, ${spec})`
  }
  if (node.conversion === 114 || node.conversion === 97 || node.conversion === 115 || type === 'str' || (type === 'number' && printsAlike(node.value))) return converted.text
  if (c.methods.has('__format__')) return `${c.use('format')}(${converted.text})`
  return `${c.use('str')}(${converted.text})`
}

/** Whether JavaScript writes the number as Python does: exponents and infinities differ. */
function printsAlike(node: Expression): boolean {
  if (node.nodeType === 'Constant') return Number.isInteger(node.value) && Math.abs(Number(node.value)) < 1e16
  return node.nodeType !== 'BinOp' || (node.op.nodeType !== 'Div' && node.op.nodeType !== 'Pow')
}

function specification(c: Compilation, node: Of<'JoinedStr'>): string {
  const constantOnly = node.values.every((part) => part.nodeType === 'Constant')
  return constantOnly ? quote(node.values.map((part) => (part.nodeType === 'Constant' ? String(part.value) : '')).join('')) : formatted(c, node).text
}

/** The elements of a display, starred ones spread. */
export function elements(c: Compilation, nodes: readonly Expression[]): string {
  return nodes.map((node) => (node.nodeType === 'Starred' ? spread(c, node.value) : at(c.expression(node), precedence.assignment))).join(', ')
}

export function list(c: Compilation, node: Of<'List'>): Code {
  return primary(`[${elements(c, node.elts)}]`)
}

export function tuple(c: Compilation, node: Of<'Tuple'>): Code {
  return member(`${c.use('Tuple')}.of(${elements(c, node.elts)})`)
}

export function set(c: Compilation, node: Of<'Set'>): Code {
  return member(`${c.use('set')}([${elements(c, node.elts)}])`)
}

export function dict(c: Compilation, node: Of<'Dict'>): Code {
  const entries = node.values.map((value, i) => {
    const key = node.keys[i]
    return key === null || key === undefined ? `...${c.use('dict')}(${c.expression(value).text})` : `[${at(c.expression(key), 1)}, ${at(c.expression(value), 1)}]`
  })
  return member(`${c.use('dict')}(${entries.length === 0 ? '' : `[${entries.join(', ')}]`})`)
}

/** `a if test else b`. */
export function conditional(c: Compilation, node: Of<'IfExp'>, test: string): Code {
  return code(`${test} ? ${at(c.expression(node.body), precedence.assignment)} : ${at(c.expression(node.orelse), precedence.assignment)}`, precedence.conditional)
}

/** The expression as a function of nothing, for what is computed only when it is needed. */
export function thunk(piece: Code): string {
  return `() => ${arrowBody(piece)}`
}

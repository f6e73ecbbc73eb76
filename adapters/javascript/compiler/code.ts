/** How tightly JavaScript binds: a piece of code with a smaller number needs parentheses in a place that asks for a larger one. */
export const precedence = {
  assignment: 1, conditional: 2, or: 4, and: 5, bitOr: 6, bitXor: 7, bitAnd: 8, equality: 9, relational: 10,
  shift: 11, additive: 12, multiplicative: 13, exponent: 14, unary: 15, member: 18, primary: 20,
} as const

/** A JavaScript expression and how tightly it binds. */
export interface Code {
  readonly text: string
  readonly precedence: number
}

/** Code that needs no parentheses behind a dot: names, literals. */
export function primary(text: string): Code {
  return { text, precedence: precedence.primary }
}

/** A call or member access. */
export function member(text: string): Code {
  return { text, precedence: precedence.member }
}

/** `callee(a, b)`; the callee is a text that stands before parentheses without its own. */
export function invocation(callee: string, args: readonly string[]): Code {
  return member(`${callee}(${args.join(', ')})`)
}

export function code(text: string, binding: number): Code {
  return { text, precedence: binding }
}

/** The text of `code`, in parentheses where a place that asks for `binding` needs them. */
export function at(piece: Code, binding: number): string {
  return piece.precedence < binding ? `(${piece.text})` : piece.text
}

/** An arrow function's body: an object literal would be read as a block. */
export function arrowBody(piece: Code): string {
  return piece.text.startsWith('{') ? `(${piece.text})` : at(piece, precedence.assignment)
}

/** A string literal in single quotes, on one line. */
export function quote(text: string): string {
  if (isPlain(text)) return `'${text}'`
  return `'${text.replaceAll(/[\\'\u2028\u2029]|\p{Cc}/gu, escape)}'`
}

/** Whether nothing in a text needs to be escaped. */
function isPlain(text: string): boolean {
  return /^[ !#-&(-[\]-_a-~]*$/.test(text)
}

/** The text of a template literal between its quotes and braces. */
export function templateText(text: string): string {
  return text.replaceAll(/[\\`\u2028\u2029]|\p{Cc}|\$(?=\{)/gu, escape)
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', "'": "\\'", '`': '\\`', $: '\\$' }

function escape(character: string): string {
  return escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Lines, one level further in. */
export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`))
}

/** Lines with `before` in front of the first and `after` behind the last. */
export function enclosed(before: string, lines: readonly string[], after: string): string[] {
  const all = [...lines]
  all[0] = `${before}${all[0] ?? ''}`
  all[all.length - 1] = `${all.at(-1) ?? ''}${after}`
  return all
}

/** `head {`, the lines, `}`. */
export function block(head: string, lines: readonly string[], tail = '}'): string[] {
  return lines.length === 0 ? [`${head} {${tail}`] : [`${head} {`, ...indent(lines), tail]
}

import type { Of } from './parse.ts'

/**
 * What is known of a value: a builtin type, `awaitable`, an object of asyncio (`asyncio:Queue`) or of a class of the
 * program (`instance:C`), `exception`; `unknown` when nothing is, `never` while it is being found out.
 */
export type Type = string

/** Of what is just being found out. */
export const inProgress = 'never'

/** The type that all of them have. */
export function join(types: readonly Type[]): Type {
  let found: Type = inProgress
  for (const type of types) {
    if (type === inProgress || type === found) continue
    if (found !== inProgress) return 'unknown'
    found = type
  }
  return types.length === 0 ? 'unknown' : found
}

/** What an operator makes of two values. */
export function binary(left: Type, op: string, right: Type): Type {
  if (left === 'str' && op === 'Mod') return 'str'
  if (left === inProgress || right === inProgress) return left === inProgress ? right : left
  if (left === 'number' && right === 'number') return 'number'
  if (op === 'Add' && left === right && (left === 'str' || left === 'list' || left === 'tuple')) return left
  if (op === 'Mult' && (left === 'str' || left === 'list') && right === 'number') return left
  return 'unknown'
}

/** The type of a literal. */
export function constantType(node: Of<'Constant'>): Type {
  const value: unknown = node.value
  switch (typeof value) {
    case 'number': case 'bigint': return 'number'
    case 'string': return isBytes(node) ? 'unknown' : 'str'
    case 'boolean': return 'bool'
    default: return value === null ? 'none' : 'unknown'
  }
}

/** Whether a literal is `b'…'`. */
export function isBytes(node: Of<'Constant'>): boolean {
  return /^[rR]?[bB]/.test(node.quote_style ?? '')
}

import type { Module, Statement } from '../python-tree.ts'
import type { Edit } from './edit.ts'
import { sizeOf } from './size-of.ts'

type Coroutine = Extract<Statement, { nodeType: 'AsyncFunctionDef' }>

/** Each coroutine merged with its neighbour: that does its work too, or instead. */
export function merges(tree: Module): Edit[] {
  const coroutines = tree.body.filter(isCoroutine).filter(({ name }) => name !== 'main')
  return coroutines.flatMap((one, index) => {
    const other = coroutines[(index + 1) % coroutines.length]
    if (other === undefined || other === one) return []
    return [merged(tree, one, other, other.body, sizeOf(one)), merged(tree, one, other, [...one.body, ...other.body], 0.3)].flatMap(edit => edit ?? [])
  })
}

function isCoroutine(statement: Statement): statement is Coroutine {
  return statement.nodeType === 'AsyncFunctionDef'
}

/** The program without `one`, every mention of which becomes `other`; nothing when that would then call itself. */
function merged(tree: Module, one: Coroutine, other: Coroutine, body: Statement[], gain: number): Edit | undefined {
  const both = { ...other, body: renamed(body, one.name, other.name) }
  if (mentions(both.body, other.name)) return undefined
  const into = tree.body.flatMap(statement => statement === one ? [] : [statement === other ? both : renamed(statement, one.name, other.name)])
  return { path: ['body', 0], count: tree.body.length, into, gain }
}

function mentions(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, field]) => (key === 'id' && field === name) || mentions(field, name))
}

/** A copy with every mention of a name replaced. */
function renamed<T>(value: T, from: string, to: string): T {
  // A copy has the type of what it is a copy of.
  return copy(value, from, to) as T
}

function copy(value: unknown, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => copy(element, from, to))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, key === 'id' && field === from ? to : copy(field, from, to)]))
}

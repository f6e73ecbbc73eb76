import type { Clock } from '../spec/rule.ts'
import { utf8Text } from '../spec/utf8-text.ts'
import { clocks } from './clocks.ts'

/** A line of `exec`'s standard input: a program to run, or why it is none. */
export type BatchLine =
  | { readonly kind: 'program'; readonly id: string | number; readonly source: string; readonly clock?: Clock }
  | { readonly kind: 'bad'; readonly error: string }

/** Reads `{"id":…,"program":"…"}`, `"clock"` if there is one; without `id` the program is named by its line, counted from 1. */
export function batchLine(bytes: Buffer, line: number): BatchLine {
  let value: unknown
  try {
    value = JSON.parse(utf8Text(bytes))
  } catch (error) {
    return bad(`not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('not an object: {"id":"a","program":"…"}')
  const source: unknown = Reflect.get(value, 'program')
  if (source === undefined) return bad('"program" is missing')
  if (typeof source !== 'string') return bad(`"program" is ${typeof source}, and should be the text of a Python program`)
  const id: unknown = Reflect.get(value, 'id') ?? line
  if (typeof id !== 'string' && typeof id !== 'number') return bad(`"id" is ${typeof id}, and should be a string or a number`)
  if (typeof id === 'number' && (!Number.isFinite(id) || (Number.isInteger(id) && !Number.isSafeInteger(id)))) return bad('"id" is a number that would not come back as it is: write it as a string')
  const named: unknown = Reflect.get(value, 'clock')
  const clock = clocks.find((each) => each === named)
  if (named !== undefined && clock === undefined) return bad(`"clock" is ${JSON.stringify(named)}, and should be "virtual" or "real"`)
  return { kind: 'program', id, source, ...(clock === undefined ? {} : { clock }) }
}

function bad(error: string): BatchLine {
  return { kind: 'bad', error }
}

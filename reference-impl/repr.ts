import { builtinRepr } from './builtin-repr.ts'
import { active } from './runtime-state.ts'

/** Python's `repr` of a value, as far as the texts of asyncio need it; a world may bring a fuller one. */
export function repr(value: unknown): string {
  return active.repr === null ? builtinRepr(value) : active.repr(value)
}

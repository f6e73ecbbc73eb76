import { repr } from '../repr.ts'

/** Python's `ascii(x)`: the `repr` with everything beyond ASCII escaped. */
export function ascii(x: unknown): string {
  return repr(x).replaceAll(/\P{ASCII}/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x100) return `\\x${code.toString(16)}`
    return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`
  })
}

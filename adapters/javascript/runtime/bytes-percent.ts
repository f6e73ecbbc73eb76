import { bytesOf, latin1 } from './bytes-methods.ts'
import { formatPercent } from './format-percent.ts'
import { methodOf } from './callable.ts'
import { raise } from './raise.ts'
import { repr } from './repr.ts'
import { typeName } from './type-name.ts'

/** Python's `template % values` of bytes. @throws TypeError `%b requires a bytes-like object, …` */
export function bytesPercent(template: Uint8Array, values: unknown): Uint8Array {
  return bytesOf(formatPercent(latin1(template), values, { text, of: 'bytes' }))
}

function text(value: unknown, type: string): string {
  switch (type) {
    case 's': case 'b': {
      const bytes = value instanceof Uint8Array ? value : methodOf(value, '__bytes__')?.call(value)
      return bytes instanceof Uint8Array ? latin1(bytes) : raise('TypeError', `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`)
    }
    case 'c':
      if (value instanceof Uint8Array && value.length === 1) return latin1(value)
      if (typeof value === 'number' && value >= 0 && value < 256) return String.fromCharCode(value)
      if (typeof value === 'number') raise('OverflowError', '%c arg not in range(256)')
      return raise('TypeError', `%c requires an integer in range(256) or a single byte, not ${value instanceof Uint8Array ? `a bytes object of length ${value.length}` : typeName(value)}`)
    default: return asciiOnly(repr(value))
  }
}

function asciiOnly(written: string): string {
  return written.replaceAll(/[^\0-\x7f]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`
  })
}

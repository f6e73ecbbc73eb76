const plain = /^[ -&(-[\]-~]*$/
const special = /[\\\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu
const named: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escape(character: string): string {
  const short = named[character]
  if (short !== undefined) return short
  const code = character.codePointAt(0) ?? 0
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`
}

/** Python's `repr` of a string: single quotes unless it holds only those, escapes for what cannot be printed. CPython unicodeobject.c */
export function strRepr(text: string): string {
  if (plain.test(text)) return `'${text}'`
  const body = text.replaceAll(special, escape)
  if (!body.includes("'")) return `'${body}'`
  return body.includes('"') ? `'${body.replaceAll("'", String.raw`\'`)}'` : `"${body}"`
}

/** Python's `repr` of bytes. */
export function bytesRepr(bytes: Uint8Array): string {
  let body = ''
  for (const byte of bytes) {
    const character = String.fromCharCode(byte)
    body += named[character] ?? (byte < 0x20 || byte > 0x7e ? `\\x${byte.toString(16).padStart(2, '0')}` : character)
  }
  if (!body.includes("'")) return `b'${body}'`
  return body.includes('"') ? `b'${body.replaceAll("'", String.raw`\'`)}'` : `b"${body}"`
}

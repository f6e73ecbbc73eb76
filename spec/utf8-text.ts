import { isUtf8 } from 'node:buffer'

const newline = 0x0A

/** The text of UTF-8, without the byte order mark that may open it. Throws an `Error` that names the first byte that is none, in CPython's words, and its line, where there are several. */
export function utf8Text(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Error(complaint(bytes))
  const text = bytes.toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function complaint(bytes: Buffer): string {
  const position = firstBad(bytes)
  const byte = (bytes[position] ?? 0).toString(16).padStart(2, '0')
  const line = bytes.includes(newline) ? ` (line ${lineOf(bytes, position)})` : ''
  return `'utf-8' codec can't decode byte 0x${byte} in position ${position}${line}; write it as UTF-8`
}

/** Where decoding and encoding, which puts U+FFFD for what is bad, gives something else; a difference within a U+FFFD belongs to its beginning. */
function firstBad(bytes: Buffer): number {
  const encoded = Buffer.from(bytes.toString('utf8'))
  let position = 0
  while (position < bytes.length && bytes[position] === encoded[position]) position++
  while (((encoded[position] ?? 0) & 0xC0) === 0x80) position--
  return position
}

/** From 1. */
function lineOf(bytes: Buffer, position: number): number {
  let line = 1
  for (let at = bytes.indexOf(newline); at !== -1 && at < position; at = bytes.indexOf(newline, at + 1)) line++
  return line
}

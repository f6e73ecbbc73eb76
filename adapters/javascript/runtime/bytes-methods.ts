import { iterate } from './iterate.ts'
import { strMethods } from './str-methods.ts'
import { Tuple } from './tuple.ts'

type BytesMethod = (bytes: Uint8Array, ...args: unknown[]) => unknown

/** The methods that do to bytes what those of the same name do to text. */
const asText = ['strip', 'lstrip', 'rstrip', 'removeprefix', 'removesuffix', 'startswith', 'endswith', 'find', 'rfind', 'index', 'rindex', 'count', 'partition',
  'rpartition', 'split', 'rsplit', 'splitlines', 'replace', 'ljust', 'rjust', 'center', 'zfill'] as const

/** A text whose characters have the bytes as codes. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

/** Bytes as a text of the characters with their codes, inside tuples and lists too. */
function toText(value: unknown): unknown {
  if (value instanceof Uint8Array) return latin1(value)
  return Array.isArray(value) ? value.map(toText) : value
}

function toBytes(value: unknown): unknown {
  if (typeof value === 'string') return bytesOf(value)
  if (!Array.isArray(value)) return value
  const made = value.map(toBytes)
  return value instanceof Tuple ? Tuple.of(...made) : made
}

/** The bytes that are the codes of a text's characters. */
export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function throughText(name: string): BytesMethod {
  return (bytes, ...args) => toBytes(strMethods[name]?.(latin1(bytes), ...args.map(toText)))
}

/** Changes the case of ASCII letters only. */
function cased(letters: RegExp, change: 'toUpperCase' | 'toLowerCase'): BytesMethod {
  return bytes => bytesOf(latin1(bytes).replaceAll(letters, letter => letter[change]()))
}

/** Python's methods of `bytes`. */
export const bytesMethods: Readonly<Record<string, BytesMethod>> = {
  ...Object.fromEntries(asText.map(name => [name, throughText(name)])),
  upper: cased(/[a-z]/g, 'toUpperCase'),
  lower: cased(/[A-Z]/g, 'toLowerCase'),
  isdigit: bytes => /^[0-9]+$/.test(latin1(bytes)),
  join: (separator, values) => bytesOf(Array.from(iterate(values), toText).join(latin1(separator))),
  decode: bytes => new TextDecoder().decode(bytes),
  hex: bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(''),
}

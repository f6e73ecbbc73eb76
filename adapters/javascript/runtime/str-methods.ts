import { iterate } from './iterate.ts'
import { len } from './length.ts'
import { options } from './options.ts'
import { raise } from './raise.ts'
import { slice } from './subscript.ts'
import { str } from './repr.ts'
import { isWhite, splitText, splitTextFromRight } from './split-text.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'

type StrMethod = (text: string, ...args: unknown[]) => unknown


function strip(text: string, characters: unknown, left: boolean, right: boolean): string {
  const drop = (character: string): boolean => (typeof characters === 'string' ? characters.includes(character) : isWhite(character))
  const all = [...text]
  const start = left ? all.findIndex((character) => !drop(character)) : 0
  const stop = right ? all.findLastIndex((character) => !drop(character)) + 1 : all.length
  return start === -1 ? '' : all.slice(start, stop).join('')
}

function part(text: string, start: unknown, stop: unknown): string {
  return start === undefined && stop === undefined ? text : str(slice(text, start, stop))
}

/** `startswith` and its like take one affix or a tuple of them. */
function anyAffix(affix: unknown, test: (affix: string) => boolean): boolean {
  return Array.isArray(affix) ? affix.some((one) => test(str(one))) : test(str(affix))
}

function find(text: string, wanted: unknown, start: unknown, stop: unknown, last: boolean): number {
  const offset = typeof start === 'number' ? (start < 0 ? Math.max(0, start + text.length) : start) : 0
  const within = part(text, start, stop)
  const at = last ? within.lastIndexOf(str(wanted)) : within.indexOf(str(wanted))
  return at === -1 ? -1 : at + offset
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()
}

function justify(text: string, width: unknown, fill: unknown, side: 'left' | 'right' | 'both'): string {
  const missing = Number(width) - len(text)
  const filler = fill === undefined ? ' ' : str(fill)
  if (missing <= 0) return text
  if (side === 'left') return text + filler.repeat(missing)
  if (side === 'right') return filler.repeat(missing) + text
  // CPython's str.center puts the odd one to the left when the width is odd.
  const left = Math.floor(missing / 2) + (missing & Number(width) & 1)
  return filler.repeat(left) + text + filler.repeat(missing - left)
}

function join(separator: string, values: unknown): string {
  if (typeof values !== 'string' && (typeof values !== 'object' || values === null || !(Symbol.iterator in values || '__iter__' in values))) {
    raise('TypeError', 'can only join an iterable')
  }
  const texts = [...iterate(values)]
  const wrong = texts.findIndex((text) => typeof text !== 'string')
  if (wrong !== -1) raise('TypeError', `sequence item ${wrong}: expected str instance, ${typeName(texts[wrong])} found`)
  return texts.join(separator)
}

function partition(text: string, separator: unknown, at: number, otherwise: Tuple): Tuple {
  const size = str(separator).length
  if (size === 0) raise('ValueError', 'empty separator')
  return at === -1 ? otherwise : Tuple.of(text.slice(0, at), separator, text.slice(at + size))
}

/** Python's methods of `str`; `self` comes first. */
export const strMethods: Readonly<Record<string, StrMethod>> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase(),
  capitalize,
  title: (text) => text.replaceAll(/\p{L}+/gu, capitalize),
  swapcase: (text) => text.replaceAll(/\p{L}/gu, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase())),
  strip: (text, characters) => strip(text, characters, true, true),
  lstrip: (text, characters) => strip(text, characters, true, false),
  rstrip: (text, characters) => strip(text, characters, false, true),
  removeprefix: (text, prefix) => (text.startsWith(str(prefix)) ? text.slice(str(prefix).length) : text),
  removesuffix: (text, suffix) => (str(suffix) !== '' && text.endsWith(str(suffix)) ? text.slice(0, -str(suffix).length) : text),
  startswith: (text, prefix, start, stop) => anyAffix(prefix, (one) => part(text, start, stop).startsWith(one)),
  endswith: (text, suffix, start, stop) => anyAffix(suffix, (one) => part(text, start, stop).endsWith(one)),
  find: (text, wanted, start, stop) => find(text, wanted, start, stop, false),
  rfind: (text, wanted, start, stop) => find(text, wanted, start, stop, true),
  index(text, wanted, start, stop) {
    const at = find(text, wanted, start, stop, false)
    return at === -1 ? raise('ValueError', 'substring not found') : at
  },
  rindex(text, wanted, start, stop) {
    const at = find(text, wanted, start, stop, true)
    return at === -1 ? raise('ValueError', 'substring not found') : at
  },
  count: (text, wanted, start, stop) => (wanted === '' ? len(part(text, start, stop)) + 1 : part(text, start, stop).split(str(wanted)).length - 1),
  replace(text, old, replacement, count) {
    if (count === undefined || Number(count) < 0) return text.replaceAll(str(old), () => str(replacement))
    let left = Number(count)
    return text.replaceAll(str(old), (found) => (left-- > 0 ? str(replacement) : found))
  },
  split(text, ...args) {
    const [[separator, limit], keywords] = options(args)
    return splitText(text, separator ?? keywords['sep'], Number(limit ?? keywords['maxsplit'] ?? -1))
  },
  rsplit(text, ...args) {
    const [[separator, limit], keywords] = options(args)
    return splitTextFromRight(text, separator ?? keywords['sep'], Number(limit ?? keywords['maxsplit'] ?? -1))
  },
  splitlines(text, ...args) {
    const [[keep], keywords] = options(args)
    const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
    return (keep ?? keywords['keepends']) === true ? [...lines] : lines.map((line) => line.replace(/[\r\n]+$/, ''))
  },
  join,
  partition: (text, separator) => partition(text, separator, text.indexOf(str(separator)), Tuple.of(text, '', '')),
  rpartition: (text, separator) => partition(text, separator, text.lastIndexOf(str(separator)), Tuple.of('', '', text)),
  ljust: (text, width, fill) => justify(text, width, fill, 'left'),
  rjust: (text, width, fill) => justify(text, width, fill, 'right'),
  center: (text, width, fill) => justify(text, width, fill, 'both'),
  zfill(text, width) {
    const sign = /^[+-]/.exec(text)?.[0] ?? ''
    return sign + text.slice(sign.length).padStart(Number(width) - sign.length, '0')
  },
  expandtabs: (text, size = 8) => text.replaceAll(/([^\t\n]*)\t/g, (_, before: string) => before + ' '.repeat(Number(size) - (before.length % Number(size)))),
  isdigit: (text) => /^\p{Nd}+$/u.test(text),
  isdecimal: (text) => /^\p{Nd}+$/u.test(text),
  isnumeric: (text) => /^\p{N}+$/u.test(text),
  isalpha: (text) => /^\p{L}+$/u.test(text),
  isalnum: (text) => /^[\p{L}\p{N}]+$/u.test(text),
  isspace: (text) => text !== '' && [...text].every((character) => isWhite(character)),
  isupper: (text) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text),
  islower: (text) => /\p{Ll}/u.test(text) && !/\p{Lu}/u.test(text),
  isidentifier: (text) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text),
  istitle: (text) => /\p{L}/u.test(text) && text === text.replaceAll(/\p{L}+/gu, capitalize),
  isascii: (text) => [...text].every((character) => character <= '\u007f'),
  encode: (text) => new TextEncoder().encode(text),
}

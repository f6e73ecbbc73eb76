import { raise } from './raise.ts'
import { str } from './repr.ts'

// Python counts the four separators U+001C to U+001F and U+0085 as white space, JavaScript does not.
const white = String.raw`[\s\x1c-\x1f\x85]`
const gap = new RegExp(`${white}+`)
const oneWhite = new RegExp(white)

export function isWhite(character: string): boolean {
  return oneWhite.test(character)
}

/** Python's `text.split(separator, limit)`; without a separator at runs of white space. @throws ValueError `empty separator` */
export function splitText(text: string, separator: unknown, limit: number): string[] {
  if (separator === undefined || separator === null) return splitAtGaps(text.trim(), limit)
  const mark = str(separator)
  if (mark === '') raise('ValueError', 'empty separator')
  const parts = text.split(mark)
  return limit < 0 || parts.length <= limit + 1 ? parts : [...parts.slice(0, limit), parts.slice(limit).join(mark)]
}

function splitAtGaps(text: string, limit: number): string[] {
  if (text === '') return []
  if (limit < 0) return text.split(gap)
  const parts: string[] = []
  let rest = text
  for (let match = gap.exec(rest); match !== null && parts.length < limit; match = gap.exec(rest)) {
    parts.push(rest.slice(0, match.index))
    rest = rest.slice(match.index + match[0].length)
  }
  return [...parts, rest]
}

/** Python's `text.rsplit(separator, limit)`. */
export function splitTextFromRight(text: string, separator: unknown, limit: number): string[] {
  const parts = splitText(text, separator, -1)
  const kept = parts.length - limit
  if (limit < 0 || kept <= 1) return parts
  if (typeof separator === 'string') return [parts.slice(0, kept).join(separator), ...parts.slice(kept)]
  return splitAtGaps([...text.trim()].toReversed().join(''), limit).map((part) => [...part].toReversed().join('')).toReversed()
}

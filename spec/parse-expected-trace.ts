import type { ExpectedLine, ExpectedPart, ExpectedTrace } from './expected-trace.ts'

/** What is wrong with the notation of a trace, and in which of its lines, from 1. */
export class NotationError extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

const outcome = /^=> ./
const event = /^(?:\d+(?:\.\d+)?(?:e[+-]?\d+)? |! )/

/** Reads the text of a trace fence. Throws a NotationError. */
export function parseExpectedTrace(text: string): ExpectedTrace {
  const lines = text.split('\n').map((line, index): ExpectedLine => ({ text: line, line: index + 1 }))
  const parts: ExpectedPart[] = []
  let i = 0
  for (let line = lines[i]; line !== undefined; line = lines[i]) {
    if (line.text === 'unordered {') {
      const { block, end } = readBlock(lines, i)
      if (end.text !== '}') throw new NotationError(end.line, `'unordered' has one block: write '}' instead of '${end.text}'`)
      parts.push({ kind: 'unordered', lines: block })
      i = end.line
    } else if (line.text === 'either {') {
      const alternatives: (readonly ExpectedLine[])[] = []
      for (let more = true; more;) {
        const { block, end } = readBlock(lines, i)
        alternatives.push(block)
        more = end.text === '} or {'
        i = more ? end.line - 1 : end.line
      }
      if (alternatives.length < 2) throw new NotationError(line.line, `'either' has one alternative only: add '} or {'`)
      parts.push({ kind: 'either', alternatives })
    } else {
      parts.push({ kind: 'line', line: checked(line) })
      i++
    }
  }
  const end = parts.at(-1)
  if (end?.kind !== 'line' || !outcome.test(end.line.text)) throw new NotationError(lines.length, `a trace ends with its outcome, '=> …'`)
  const early = parts.slice(0, -1).find(part => part.kind === 'line' && outcome.test(part.line.text))
  if (early?.kind === 'line') throw new NotationError(early.line.line, 'lines follow the outcome')
  return { text, parts }
}

/** The lines of the block opened at index `open`, and the line that closes it. */
function readBlock(lines: readonly ExpectedLine[], open: number): { readonly block: readonly ExpectedLine[], readonly end: ExpectedLine } {
  const block: ExpectedLine[] = []
  for (const line of lines.slice(open + 1)) {
    if (line.text === '}' || line.text === '} or {') return { block, end: line }
    if (line.text.endsWith(' {') && !event.test(line.text)) throw new NotationError(line.line, `blocks do not nest: '${line.text}'`)
    if (outcome.test(line.text)) throw new NotationError(line.line, `'${lines[open]?.text}' is not closed by '}' before the outcome`)
    block.push(checked(line))
  }
  throw new NotationError(open + 1, `'${lines[open]?.text}' is never closed by '}'`)
}

/** `line` if it is an event or an outcome. */
function checked(line: ExpectedLine): ExpectedLine {
  if (event.test(line.text) || outcome.test(line.text)) return line
  throw new NotationError(line.line, `'${line.text}' is no trace line: write '<time> <text>', '! <report>' or '=> <outcome>'`)
}

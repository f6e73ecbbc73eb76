import { CompileError } from './compile-error.ts'

/** CPython's. */
const deepestBrackets = 200
const deepestIndentation = 100

/** What decides how deep a place is. */
const tokens = /["'#([{)\]}\n\\]/g

/** Refuses what CPython refuses however it goes on: null bytes, halves of surrogate pairs, and too many brackets and blocks inside each other. */
export function checkSource(source: string): void {
  const nul = source.indexOf('\0')
  if (nul !== -1) refuseAt(source, nul, 'SyntaxError: source code cannot contain null bytes')
  const surrogate = source.search(/\p{Surrogate}/u)
  if (surrogate !== -1) refuseAt(source, surrogate, `SyntaxError: 'utf-8' codec can't encode character '\\u${source.charCodeAt(surrogate).toString(16)}' in position ${surrogate}: surrogates not allowed`)
  if (source.length > 2 * deepestBrackets) checkDepth(source)
}

function checkDepth(source: string): void {
  let brackets = 0
  const indentation = [0]
  tokens.lastIndex = 0
  for (let token = tokens.exec(source); token !== null; token = tokens.exec(source)) {
    const { 0: character, index } = token
    switch (character) {
      case '"': case "'": tokens.lastIndex = endOfString(source, index); break
      case '#': tokens.lastIndex = endOfLine(source, index); break
      case '\\': tokens.lastIndex = index + 2; break
      case '(': case '[': case '{':
        brackets += 1
        if (brackets > deepestBrackets) refuseAt(source, index, 'SyntaxError: too many nested parentheses')
        break
      case '\n': {
        if (brackets > 0) break
        const width = widthAt(source, index + 1)
        if (width === undefined) break
        while (width < (indentation.at(-1) ?? 0)) indentation.pop()
        if (width > (indentation.at(-1) ?? 0)) indentation.push(width)
        if (indentation.length > deepestIndentation) refuseAt(source, index + 1, 'IndentationError: too many levels of indentation')
        break
      }
      default: brackets -= 1
    }
  }
}

/** Behind the string that begins at `start`; an unfinished one ends with its line, or all of the text. */
function endOfString(source: string, start: number): number {
  const quote = source.charAt(start)
  const close = source.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote
  const stops = /["'\\\n]/g
  stops.lastIndex = start + close.length
  for (let stop = stops.exec(source); stop !== null; stop = stops.exec(source)) {
    if (stop[0] === '\\') stops.lastIndex = stop.index + 2
    else if (source.startsWith(close, stop.index)) return stop.index + close.length
    else if (stop[0] === '\n' && close === quote) return stop.index
  }
  return source.length
}

function endOfLine(source: string, start: number): number {
  const end = source.indexOf('\n', start)
  return end === -1 ? source.length : end
}

/** How far the line that begins at `start` is indented; undefined when nothing stands on it. */
function widthAt(source: string, start: number): number | undefined {
  let end = start
  while (' \t\f'.includes(source.charAt(end)) && end < source.length) end += 1
  return end === source.length || '\n\r#'.includes(source.charAt(end)) ? undefined : end - start
}

function refuseAt(source: string, index: number, what: string): never {
  const before = source.slice(0, index).split('\n')
  throw new CompileError(before.length, (before.at(-1) ?? '').length + 1, what)
}

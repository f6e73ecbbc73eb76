import { CompileError } from './compile-error.ts'

/** CPython's. */
const deepestBrackets = 200
const deepestIndentation = 100

/** Strings, comments, lines that go on, brackets, and the beginnings of lines with something in them. */
const tokens = /'''(?:[^\\]|\\[^])*?'''|"""(?:[^\\]|\\[^])*?"""|'(?:[^\\\n]|\\[^])*?'|"(?:[^\\\n]|\\[^])*?"|#.*|\\\n|[([{]|[)\]}]|\n[ \t\f]*(?=[^\s#])/g

/** Refuses what CPython's tokenizer refuses however it goes on: null bytes, and too many brackets and blocks inside each other. */
export function checkSource(source: string): void {
  const nul = source.indexOf('\0')
  if (nul !== -1) refuseAt(source, nul, 'SyntaxError: source code cannot contain null bytes')
  if (source.length > 2 * deepestBrackets) checkDepth(source)
}

function checkDepth(source: string): void {
  let brackets = 0
  const indentation = [0]
  for (const { 0: token, index } of source.matchAll(tokens)) {
    if ('([{'.includes(token)) {
      brackets += 1
      if (brackets > deepestBrackets) refuseAt(source, index, 'SyntaxError: too many nested parentheses')
    } else if (')]}'.includes(token)) brackets -= 1
    else if (token.startsWith('\n') && brackets === 0) {
      const width = token.length - 1
      while (width < (indentation.at(-1) ?? 0)) indentation.pop()
      if (width > (indentation.at(-1) ?? 0)) indentation.push(width)
      if (indentation.length > deepestIndentation) refuseAt(source, index + 1, 'IndentationError: too many levels of indentation')
    }
  }
}

function refuseAt(source: string, index: number, what: string): never {
  const before = source.slice(0, index).split('\n')
  throw new CompileError(before.length, (before.at(-1) ?? '').length + 1, what)
}

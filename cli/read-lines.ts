import type { Readable } from 'node:stream'

const newline = 0x0A
const carriageReturn = 0x0D

/**
 * The lines of a stream, as bytes without their ends, as many at a time as have come in; the last one also when no newline follows it.
 *
 * Together rather than one by one, so that whoever starts work for each can start it for all of them at once.
 */
export async function* readLines(input: Readable): AsyncGenerator<readonly Buffer[]> {
  /** Pieces of the line that is not complete, joined once: a long line is not copied for each chunk. */
  let pieces: Buffer[] = []
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk)
    const lines: Buffer[] = []
    let start = 0
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      const rest = bytes.subarray(start, end)
      lines.push(withoutReturn(pieces.length === 0 ? rest : Buffer.concat([...pieces, rest])))
      pieces = []
      start = end + 1
    }
    pieces.push(bytes.subarray(start))
    if (lines.length > 0) yield lines
  }
  const last = Buffer.concat(pieces)
  if (last.length > 0) yield [withoutReturn(last)]
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line
}

import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'

/**
 * The lines of a stream, without their ends, as many at a time as have come in; the last one also when no newline follows it.
 *
 * Together rather than one by one, so that whoever starts work for each can start it for all of them at once.
 */
export async function* readLines(input: Readable): AsyncGenerator<readonly string[]> {
  const decoder = new StringDecoder('utf8')
  /** Pieces of the line that is not complete, joined once: a long line is not copied for each chunk. */
  let pieces: string[] = []
  for await (const chunk of input) {
    const lines = decoder.write(chunk).split('\n')
    const open = lines.pop() ?? ''
    const [first, ...rest] = lines
    if (first === undefined) {
      pieces.push(open)
      continue
    }
    yield [pieces.join('') + first, ...rest].map(withoutReturn)
    pieces = [open]
  }
  const last = pieces.join('') + decoder.end()
  if (last !== '') yield [withoutReturn(last)]
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

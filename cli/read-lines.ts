import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'

/** The lines of a stream as they come in, without their ends; the last one also when no newline follows it. */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  /** Pieces of the line that is not complete, joined once: a long line is not copied for each chunk. */
  let pieces: string[] = []
  for await (const chunk of input) {
    const [first = '', ...rest] = decoder.write(chunk).split('\n')
    pieces.push(first)
    for (const next of rest) {
      yield pieces.join('').replace(/\r$/, '')
      pieces = [next]
    }
  }
  const last = pieces.join('') + decoder.end()
  if (last !== '') yield last.replace(/\r$/, '')
}

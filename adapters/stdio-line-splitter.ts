import { StringDecoder } from 'node:string_decoder'

/** Cuts a stream of UTF-8 into lines. `pending` is the length of the line that has not ended, in characters. */
export class LineSplitter {
  #decoder = new StringDecoder('utf8')
  #pieces: string[] = []
  pending = 0

  push(data: Buffer): readonly string[] {
    const lines = this.#decoder.write(data).split('\n')
    const rest = lines.pop() ?? ''
    if (lines.length > 0) {
      lines[0] = this.#pieces.join('') + (lines[0] ?? '')
      this.#pieces = []
      this.pending = 0
    }
    if (rest !== '') this.#pieces.push(rest)
    this.pending += rest.length
    return lines
  }
}

/** Bytes that are put in at the end and taken out at the beginning, as Python's `bytearray` serves a reader. */
export class ByteBuffer {
  private bytes = new Uint8Array(0)
  private start = 0
  private end = 0

  /** How many bytes are in it. */
  get length(): number { return this.end - this.start }

  /** Puts a copy of `data` at the end. */
  extend(data: Uint8Array): void {
    if (this.end + data.length > this.bytes.length) this.makeRoom(data.length)
    this.bytes.set(data, this.end)
    this.end += data.length
  }

  /** Takes the first `count` bytes out, or as many as there are. */
  take(count: number): Uint8Array {
    const stop = Math.min(this.start + count, this.end)
    const taken = this.bytes.slice(this.start, stop)
    this.start = stop
    return taken
  }

  /** Drops all bytes. */
  clear(): void { this.start = this.end }

  /** Where `wanted` first begins, at `from` or behind; -1 when it does not. */
  find(wanted: Uint8Array, from: number): number {
    const at = Buffer.from(this.bytes.buffer, this.start, this.length).indexOf(wanted, from)
    return from > this.length - wanted.length ? -1 : at
  }

  private makeRoom(more: number): void {
    const needed = this.length + more
    const room = needed <= this.bytes.length / 2 ? this.bytes : new Uint8Array(2 * needed)
    room.set(this.bytes.subarray(this.start, this.end))
    this.bytes = room
    this.end = this.length
    this.start = 0
  }
}

/** A timer or immediate of a `HostClock`: as much of Node's `Timeout` as people use. */
export class HostTimer {
  /** Milliseconds on the clock. */
  due: number
  /** Milliseconds. */
  readonly delay: number
  readonly repeats: boolean
  readonly callback: () => void
  readonly #cancel: (timer: HostTimer) => void

  constructor(due: number, delay: number, repeats: boolean, callback: () => void, cancel: (timer: HostTimer) => void) {
    this.due = due
    this.delay = delay
    this.repeats = repeats
    this.callback = callback
    this.#cancel = cancel
  }

  ref(): this { return this }
  unref(): this { return this }
  hasRef(): boolean { return true }
  close(): this {
    this.#cancel(this)
    return this
  }

  [Symbol.dispose](): void { this.close() }
}

import type { ThreadWait } from './thread-wait.ts'

interface Waiter {
  readonly wait: ThreadWait
  readonly goOn: () => void
}

/** The threads of a program that wait, and the loops that one of their tasks blocks. */
export class ThreadWaits {
  readonly #waiting = new Set<Waiter>()
  #timer: NodeJS.Timeout | null = null
  #isDue = false
  #hasEnded = false

  /** Calls `goOn` when the wait is over, from outside of all loops and threads. */
  until(wait: ThreadWait, goOn: () => void): void {
    if (this.#hasEnded) return
    this.#waiting.add({ wait, goOn })
    this.changed()
  }

  /** No thread goes on any more. */
  end(): void {
    this.#hasEnded = true
    this.#waiting.clear()
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  /** Lets those go on whose wait is over. */
  goOn(): void { if (this.#waiting.size > 0) this.look() }

  /** Something has happened that a thread may wait for. */
  changed(): void {
    if (this.#isDue || this.#waiting.size === 0) return
    this.#isDue = true
    setImmediate(() => this.look())
  }

  /** Lets those go on whose wait is over; in how many milliseconds another's will be. */
  look(): number {
    this.#isDue = false
    if (this.#timer !== null) clearTimeout(this.#timer)
    for (const waiter of this.#waiting) {
      if (waiter.wait.isOver && this.#waiting.delete(waiter)) waiter.goOn()
    }
    const next = Math.min(...[...this.#waiting].map(({ wait }) => wait.done() ? 0 : wait.deadline)) - performance.now()
    this.#timer = next === Infinity ? null : setTimeout(() => this.changed(), Math.max(0, Math.ceil(next)))
    return Math.max(0, next)
  }
}

import type { Run } from './adapter.ts'
import { settle, type Job } from './stdio-job.ts'

/** How long an answer is held back while other programs are under way, at most. */
const heldMilliseconds = 20

/** The latest answer, not yet told: it may be followed by another for the same program. */
export class HeldAnswer {
  #held: { readonly job: Job, readonly since: number, run: Run } | undefined
  #timer: NodeJS.Timeout | undefined

  /** Holds an answer back until the next one comes, or a moment, or one turn of Node's loop when nothing else is under way. */
  hold(job: Job, run: Run, others: boolean): void {
    this.tell()
    const held = this.#held = { job, run, since: performance.now() }
    if (others) {
      if (this.#timer === undefined) this.#timer = setTimeout(() => this.#tellInTime(), heldMilliseconds)
    } else setImmediate(() => { if (this.#held === held) this.tell() })
  }

  /** Puts `run` in the place of the answer to the request `id`; says whether that is the one held. */
  replace(id: string, run: Run): boolean {
    if (this.#held?.job.id !== id) return false
    this.#held.run = run
    return true
  }

  tell(): void {
    const held = this.#held
    this.#held = undefined
    if (held !== undefined) settle(held.job, held.run)
  }

  /** Tells it for the last time. */
  close(): void {
    clearTimeout(this.#timer)
    this.tell()
  }

  #tellInTime(): void {
    this.#timer = undefined
    const held = this.#held
    if (held === undefined) return
    const rest = held.since + heldMilliseconds - performance.now()
    if (rest < 1) this.tell()
    else this.#timer = setTimeout(() => this.#tellInTime(), rest)
  }
}

import type { Job } from './stdio-job.ts'

/** How long our own process may have been too busy to read an answer that is there. */
const secondLookMilliseconds = 25

/** Sees to it that the program that runs is ended when its time is over. */
export class Deadline {
  readonly #running: () => Job | undefined
  readonly #over: (job: Job) => void
  #head: Job | undefined
  #headSince = 0
  #timer: NodeJS.Timeout | undefined
  #timerAt = Infinity

  constructor(running: () => Job | undefined, over: (job: Job) => void) {
    this.#running = running
    this.#over = over
  }

  /** Looks which program runs now; the time of another begins. */
  watch(): void {
    const running = this.#running()
    if (running !== this.#head) {
      this.#head = running
      this.#headSince = performance.now()
    }
    if (running === undefined) return this.#setTimer(Infinity)
    const deadline = this.#headSince + running.limits.seconds * 1000
    if (deadline < this.#timerAt) this.#setTimer(deadline)
  }

  #setTimer(at: number): void {
    clearTimeout(this.#timer)
    this.#timerAt = at
    this.#timer = at === Infinity ? undefined : setTimeout(() => this.#look(), Math.max(0, at - performance.now()))
  }

  #look(): void {
    const running = this.#head
    this.#timerAt = Infinity
    if (running === undefined) return
    if (performance.now() < this.#headSince + running.limits.seconds * 1000) return this.watch()
    const since = this.#headSince
    setTimeout(() => {
      if (this.#head === running && this.#headSince === since) this.#over(running)
    }, secondLookMilliseconds)
  }
}

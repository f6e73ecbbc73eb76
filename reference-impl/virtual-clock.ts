import { Deadlock } from './exceptions/halt.ts'
import { active } from './runtime-state.ts'

interface OutsideEvent {
  readonly time: number
  readonly arrive: (() => void) | null
  readonly deliver: (() => void) | null
}

/**
 * Virtual time, in seconds from 0, and what is due to happen outside of the event loops.
 *
 * A world has one for its program; a function in an executor has one of its own, which starts when a worker takes the
 * function and runs ahead of its parent's.
 */
export class VirtualClock {
  private time: number
  private readonly parent: VirtualClock | null
  /** By time; equal times in the order they were added. */
  private readonly outside: OutsideEvent[] = []
  /** What happened and is still to be told to a loop. */
  private due: (() => void)[] = []

  constructor(time = 0, parent: VirtualClock | null = null) {
    this.time = time
    this.parent = parent
  }

  /** Seconds. */
  now(): number { return this.time }

  /** Whether it is the clock of a function in an executor. */
  get inThread(): boolean { return this.parent !== null }

  /** Blocks whoever calls it: time passes while no loop runs. */
  sleep(seconds: number): void { this.advance(this.time + seconds) }

  /** Something happens at `time`: `arrive` is called as soon as the clock gets there, `deliver` when a loop looks after that. */
  at(time: number, deliver: (() => void) | null, arrive: (() => void) | null = null): void {
    let index = this.outside.length
    for (; index > 0; index--) {
      const before = this.outside[index - 1]
      if (before === undefined || before.time <= time) break
    }
    this.outside.splice(index, 0, { time, arrive, deliver })
  }

  /** Moves the clock forward to `time`, never back; what is to happen until then happens. */
  advance(time: number): void {
    for (let event = this.outside[0]; event !== undefined && event.time <= time; event = this.outside[0]) {
      this.outside.shift()
      if (event.time > this.time) this.time = event.time
      if (event.deliver !== null) this.due.push(event.deliver)
      event.arrive?.()
    }
    if (time > this.time) this.time = time
  }

  /** When something happens next, or Infinity. */
  get next(): number { return this.outside[0]?.time ?? Infinity }

  /** Tells the loops what has happened up to now; returns whether there was anything to tell. */
  deliverDue(): boolean {
    this.advance(this.time)
    if (this.due.length === 0) return false
    while (this.due.length > 0) {
      for (const deliver of this.due.splice(0)) deliver()
    }
    return true
  }

  /**
   * What an event loop selects on: tells what has happened, and if that is nothing and the loop has nothing `ready`,
   * jumps to what comes first, its earliest timer or an outside event. Throws Deadlock when there is neither.
   */
  select(ready: boolean, timer: number): void {
    // A timer set for NaN is due.
    if (this.deliverDue() || ready || Number.isNaN(timer)) return
    const earliest = Math.min(timer, this.next)
    if (earliest === Infinity) throw deadlock()
    this.advance(earliest)
    this.deliverDue()
  }

  /**
   * Lets time pass, as a thread that waits does, until `done()` or for `timeout` seconds; returns whether it is done.
   * Throws Deadlock when nothing is left to happen.
   */
  block(done: () => boolean, timeout: number | null = null): boolean {
    const deadline = timeout === null ? Infinity : this.time + timeout
    for (;;) {
      this.deliverDue()
      if (done()) return true
      const next = this.next
      if (next !== Infinity && next <= deadline) this.advance(next)
      else if (deadline === Infinity) throw deadlock()
      else {
        this.advance(deadline)
        this.deliverDue()
        return done()
      }
    }
  }

  /** Lets all that is to happen happen. */
  exhaust(): void {
    this.deliverDue()
    while (this.next !== Infinity) {
      this.advance(this.next)
      this.deliverDue()
    }
  }

  /** Does `action` when the program's own clock has come to this one's time: at once, unless this one runs ahead. */
  record(action: () => void): void {
    const parent = this.parent
    if (parent === null) action()
    else if (this.time <= parent.time) parent.record(action)
    else parent.at(this.time, null, () => parent.record(action))
  }

  /** Runs `work` as a thread that starts at `start`, on a clock of its own and without a running loop; says when it ended. */
  thread<T>(start: number, work: () => T): { readonly end: number, readonly result: T } {
    const state = active
    const { clock, runningLoop } = state
    const own = new VirtualClock(start, this)
    state.clock = own
    state.runningLoop = null
    try {
      const result = work()
      return { end: own.time, result }
    } finally {
      state.clock = clock
      state.runningLoop = runningLoop
    }
  }
}

/** Noted at once: whatever the program does on the way out counts no more. */
function deadlock(): Deadlock {
  const halt = new Deadlock()
  active.halt = halt
  return halt
}

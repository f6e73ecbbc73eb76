import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import { HostTimer } from './host-timer.ts'
import { patchHost, type Host } from './patch-host.ts'
import { Uncaught } from './uncaught.ts'

const current = new AsyncLocalStorage<HostClock | undefined>()

/** Real milliseconds without a timer or immediate after which nothing is thought to come any more. */
const longestIdle = 100
/** Looks at a clock that stands after which each further one costs so many milliseconds: who spins until it has gone on would spin for ever. */
const freeLooks = 1000
const look = 0.01

/**
 * Node's timers and clocks as one program and all that it starts see them: time begins at 0 and jumps to the next timer when
 * there is nothing else to do. Whoever runs beside the program keeps Node's own.
 *
 * Reached are the globals, `node:timers`, `node:timers/promises`, `performance`, `Date.now` and `process.hrtime`; a module that
 * has put them into variables of its own before the first clock was made keeps the real ones.
 */
export class HostClock {
  /** Since the program's beginning. */
  milliseconds = 0
  /** Why the program cannot go on, when that is so: nothing was left that could wake it, or it took more turns than it may. */
  halted: 'deadlock' | 'step limit' | undefined
  /** Rejects then, and with an `Uncaught` when a timer's callback throws. */
  readonly halting: Promise<never>
  #reject: (error: Error) => void = () => {}
  #steps: number
  #ended = false
  /** Since the last timer or immediate. */
  #looks = 0
  readonly #host: Host
  /** In the order in which they were set. */
  readonly #immediates = new Set<HostTimer>()
  readonly #timers = new Set<HostTimer>()

  /** `steps` is how often it may be looked at, timers and immediates that come due included. */
  constructor(steps: number) {
    this.#steps = steps
    this.#host = patchHost(() => current.getStore())
    this.halting = new Promise((_, reject) => (this.#reject = reject))
    this.halting.catch(() => {})
  }

  /** Gives whoever calls Node's clocks back, when a program was stopped in its tracks and could not leave its own. */
  static leave(): void {
    if (current.getStore() !== undefined) current.enterWith(undefined)
  }

  /** Lets nothing of the program come any more. */
  giveUp(): void {
    this.#ended = true
  }

  /** What the program reads. */
  read(): number {
    this.#step()
    if (++this.#looks > freeLooks) this.milliseconds += look
    return this.milliseconds
  }

  /** Has `callback` called in so many milliseconds, when it `repeats` again and again. */
  after(delay: number, repeats: boolean, callback: () => void): HostTimer {
    return this.#add(this.#timers, Math.max(0, Number(delay) || 0), repeats, callback)
  }

  /** Has `callback` called before any timer. */
  immediately(callback: () => void): HostTimer {
    return this.#add(this.#immediates, 0, false, callback)
  }

  /** Runs `program` under this clock, and when it gives a promise drives the clock until that settles or nothing can go on. */
  enter<T>(program: () => T): T {
    const value = current.run(this, program)
    if (value instanceof Promise) this.#drive(value)
    return value
  }

  #add(to: Set<HostTimer>, delay: number, repeats: boolean, callback: () => void): HostTimer {
    const timer = new HostTimer(this.milliseconds + delay, delay, repeats, AsyncResource.bind(callback), (cancelled) => to.delete(cancelled))
    to.add(timer)
    return timer
  }

  #drive(program: Promise<unknown>): void {
    let settled = false
    let idleSince: number | undefined
    const end = (): void => void (settled = true)
    program.then(end, end)
    const turn = (): void => {
      if (settled || this.#ended || this.halted !== undefined) return
      const timer = this.#next()
      if (timer === undefined) {
        idleSince ??= this.#host.now()
        if (this.#host.now() - idleSince > longestIdle) this.#halt('deadlock')
        else this.#host.setTimeout(turn, 1)
        return
      }
      idleSince = undefined
      this.#step()
      this.#looks = 0
      try {
        timer.callback()
      } catch (error) {
        this.#reject(new Uncaught(error))
        return
      }
      this.#host.setImmediate(turn)
    }
    this.#host.setImmediate(turn)
  }

  #step(): void {
    if (--this.#steps === 0) this.#halt('step limit')
  }

  #halt(how: 'deadlock' | 'step limit'): void {
    this.halted = how
    this.#reject(new Error(how))
  }

  /** The next that is due, taken from its list; the clock has jumped to its time. */
  #next(): HostTimer | undefined {
    const [immediate] = this.#immediates
    if (immediate !== undefined) {
      this.#immediates.delete(immediate)
      return immediate
    }
    let next: HostTimer | undefined
    for (const timer of this.#timers) if (next === undefined || timer.due < next.due) next = timer
    if (next === undefined) return undefined
    this.milliseconds = Math.max(this.milliseconds, next.due)
    this.#timers.delete(next)
    if (next.repeats) {
      next.due = this.milliseconds + Math.max(1, next.delay)
      this.#timers.add(next)
    }
    return next
  }
}

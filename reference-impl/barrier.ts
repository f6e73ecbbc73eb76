import { Condition } from './condition.ts'
import { coroutine, type Coroutine } from './coroutine.ts'
import { BrokenBarrierError } from './exceptions/asyncio-errors.ts'
import { ValueError } from './exceptions/errors.ts'
import { LoopBound } from './loop-bound.ts'
import { checkComparable } from './operands.ts'

type BarrierState = 'filling' | 'draining' | 'resetting' | 'broken'

/**
 * A point at which a fixed number of tasks wait for each other.
 * CPython 3.14 `locks.py`, `Barrier`.
 */
export class Barrier extends LoopBound {
  static readonly __module__: string = 'asyncio.locks'
  protected readonly _cond = new Condition()
  protected readonly _parties: number
  protected _state: BarrierState = 'filling'
  protected _count = 0

  /** `parties`: how many tasks must have come; throws `ValueError` below 1. */
  constructor(parties: number) {
    super()
    checkComparable(parties, '<', 1)
    if (parties < 1) throw new ValueError('parties must be >= 1')
    this._parties = parties
  }

  protected override _detail(): string {
    return this.broken ? this._state : `${this._state}, waiters:${this.nWaiting}/${this._parties}`
  }

  __aenter__(): Coroutine<number> {
    return enter(this)
  }

  __aexit__(_type?: unknown, _error?: unknown, _traceback?: unknown): Coroutine<null> {
    return exit()
  }

  /**
   * Waits until all parties have come; returns a number of its own for each, from 0 to `parties - 1`.
   * Throws `BrokenBarrierError` when the barrier is or gets aborted, or is reset meanwhile.
   */
  wait(): Coroutine<number> {
    return Barrier.#wait(this)
  }

  static readonly #wait = coroutine(function* wait(barrier: Barrier) {
    const condition = barrier._cond
    yield* condition.acquire()
    try {
      yield* Barrier.#block(barrier)
      try {
        const index = barrier._count
        barrier._count += 1
        if (index + 1 === barrier._parties) barrier.#drain()
        else yield* Barrier.#filled(barrier)
        return index
      } finally {
        barrier._count -= 1
        barrier.#leave()
      }
    } finally {
      condition.release()
    }
  }, 'Barrier.wait')

  /** Waits while the barrier is draining or being reset. */
  static readonly #block = coroutine(function* _block(barrier: Barrier) {
    yield* barrier._cond.waitFor(() => barrier._state !== 'draining' && barrier._state !== 'resetting')
    if (barrier._state === 'broken') throw new BrokenBarrierError('Barrier aborted')
  }, 'Barrier._block')

  #drain(): void {
    this._state = 'draining'
    this._cond.notifyAll()
  }

  static readonly #filled = coroutine(function* _wait(barrier: Barrier) {
    yield* barrier._cond.waitFor(() => barrier._state !== 'filling')
    if (barrier._state === 'broken' || barrier._state === 'resetting') throw new BrokenBarrierError('Abort or reset of barrier')
  }, 'Barrier._wait')

  /** The last one to leave opens the barrier for the next round. */
  #leave(): void {
    if (this._count !== 0) return
    if (this._state === 'resetting' || this._state === 'draining') this._state = 'filling'
    this._cond.notifyAll()
  }

  /** Empties the barrier: who waits gets `BrokenBarrierError`. */
  reset(): Coroutine<null> {
    return Barrier.#reset(this)
  }

  static readonly #reset = coroutine(function* reset(barrier: Barrier) {
    yield* barrier._cond.acquire()
    try {
      barrier._state = barrier._count > 0 ? 'resetting' : 'filling'
      barrier._cond.notifyAll()
    } finally {
      barrier._cond.release()
    }
    return null
  }, 'Barrier.reset')

  /** Breaks the barrier: who waits or comes later gets `BrokenBarrierError`. */
  abort(): Coroutine<null> {
    return Barrier.#abort(this)
  }

  static readonly #abort = coroutine(function* abort(barrier: Barrier) {
    yield* barrier._cond.acquire()
    try {
      barrier._state = 'broken'
      barrier._cond.notifyAll()
    } finally {
      barrier._cond.release()
    }
    return null
  }, 'Barrier.abort')

  /** How many tasks open it. */
  get parties(): number {
    return this._parties
  }

  /** How many tasks wait in it. */
  get nWaiting(): number {
    return this._state === 'filling' ? this._count : 0
  }

  /** Whether it was aborted. */
  get broken(): boolean {
    return this._state === 'broken'
  }
}

const enter = coroutine(function* __aenter__(barrier: Barrier) {
  return yield* barrier.wait()
}, 'Barrier.__aenter__')

const exit = coroutine(function* __aexit__() {
  return null
}, 'Barrier.__aexit__')

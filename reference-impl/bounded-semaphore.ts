import { ValueError } from './exceptions/errors.ts'
import { Semaphore } from './semaphore.ts'

/**
 * A semaphore that never has more permits than at the start.
 * CPython 3.14 `locks.py`, `BoundedSemaphore`.
 */
export class BoundedSemaphore extends Semaphore {
  static override readonly __module__: string = 'asyncio.locks'
  protected readonly _boundValue: number

  constructor(value = 1) {
    super(value)
    this._boundValue = value
  }

  /** Gives a permit back; throws `ValueError` when all are there already. */
  override release(): void {
    if (this._value >= this._boundValue) throw new ValueError('BoundedSemaphore released too many times')
    super.release()
  }
}

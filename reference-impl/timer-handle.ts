import type { Context } from './context.ts'
import type { Callback } from './format-callback.ts'
import { Handle } from './handle.ts'
import { repr } from './repr.ts'
import type { Scheduler } from './scheduler.ts'

/** A callback for a time of the loop's clock. CPython 3.14 events.py. */
export class TimerHandle extends Handle {
  /** @internal Whether it is in the loop's heap. */
  _scheduled = false
  /** @internal */
  readonly _when: number

  constructor(when: number, callback: Callback, args: readonly unknown[], loop: Scheduler, context: Context | null | undefined) {
    super(callback, args, loop, context)
    this._when = when
  }

  override cancel(): void {
    if (!this._cancelled) this._loop._timerHandleCancelled(this)
    super.cancel()
  }

  // How Python compares them; `undefined` is its NotImplemented.
  __lt__(other: unknown): boolean | undefined { return other instanceof TimerHandle ? this._when < other._when : undefined }
  __le__(other: unknown): boolean | undefined { return other instanceof TimerHandle ? this._when < other._when || this.__eq__(other) : undefined }
  __gt__(other: unknown): boolean | undefined { return other instanceof TimerHandle ? this._when > other._when : undefined }
  __ge__(other: unknown): boolean | undefined { return other instanceof TimerHandle ? this._when > other._when || this.__eq__(other) : undefined }
  __eq__(other: unknown): boolean {
    return other instanceof TimerHandle && this._when === other._when && this._callback === other._callback
      && this._args.length === other._args.length && this._args.every((arg, index) => arg === other._args[index])
      && this._cancelled === other._cancelled
  }
  __hash__(): number { return this._when }

  /** Seconds of the loop's clock. */
  when(): number { return this._when }

  protected override _describe(): string[] {
    const parts = super._describe()
    parts.splice(this._cancelled ? 2 : 1, 0, `when=${repr(this._when)}`)
    return parts
  }
}

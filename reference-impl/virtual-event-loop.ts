import type { FutureLike } from './ensure-future.ts'
import { EventLoop } from './event-loop.ts'
import { RuntimeError } from './exceptions/errors.ts'
import { Halt, StepLimit } from './exceptions/halt.ts'
import type { Handle } from './handle.ts'
import { active, type RuntimeState } from './runtime-state.ts'
import { UntilComplete } from './until-complete.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** An event loop on its world's virtual clock: nothing waits, time jumps to whatever comes next. */
export class VirtualEventLoop extends EventLoop {
  private readonly clock: VirtualClock

  /** Throws RuntimeError outside of a virtual world. */
  constructor() {
    super()
    if (active.clock === null) throw new RuntimeError('a VirtualEventLoop lives in a VirtualWorld: make it inside of world.enter()')
    this.clock = active.clock
  }

  /** Seconds of the world's clock. */
  time(): number { return this.clock.now() }

  /** Runs until `stop()`. Throws Deadlock when nothing can happen any more, StepLimit when the world has had enough. */
  runForever(): void {
    this._runForeverSetup()
    const state = active
    state.runningLoop = this
    try {
      do {
        countStep(state)
        this._runOnce()
      } while (!this._stopping)
    } catch (error) {
      if (error instanceof Halt) state.halt = error
      throw error
    } finally {
      state.runningLoop = null
      this._runForeverCleanup()
    }
  }

  /** Runs until the awaitable is done: its result. Throws its exception, or RuntimeError when the loop is stopped before. */
  runUntilComplete<T>(awaitable: FutureLike<T>): T {
    const waited = new UntilComplete(this, awaitable)
    try {
      this.runForever()
    } catch (error) {
      waited.failed()
      throw error
    } finally {
      waited.ended()
    }
    return waited.result()
  }

  /** A program sees the loop that CPython makes. */
  protected override _className(): string {
    return this.constructor === VirtualEventLoop ? '_UnixSelectorEventLoop' : super._className()
  }

  protected _select(idle: boolean): void {
    this.clock.select(!idle, this._scheduled.first?._when ?? Infinity)
  }

  /** From inside an executor's function it arrives when the program's clock gets to that function's time. */
  protected override _pushThreadsafe(handle: Handle): void {
    const clock = active.clock
    if (clock === null || clock === this.clock) this._push(handle)
    else this.clock.at(clock.now(), () => { if (!this.isClosed()) this._push(handle) })
  }
}

/** A world that stands still does so for all its loops. */
function countStep(state: RuntimeState): void {
  if (state.halt !== null) throw state.halt
  if (++state.steps > state.stepLimit) throw new StepLimit(state.stepLimit)
}

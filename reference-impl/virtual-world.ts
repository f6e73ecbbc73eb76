import { ProgramWorld, type WorldOptions } from './program-world.ts'
import { VirtualClock } from './virtual-clock.ts'
import { VirtualEventLoop } from './virtual-event-loop.ts'

export type { WorldOptions as VirtualWorldOptions } from './program-world.ts'

/**
 * A world of its own for one program, on a virtual clock from 0.
 *
 * `enter` runs the program in it, `finish` then delivers the reports.
 */
export class VirtualWorld extends ProgramWorld {
  readonly clock: VirtualClock

  constructor(options: WorldOptions = {}) {
    const clock = new VirtualClock()
    super(options, clock, () => new VirtualEventLoop())
    this.clock = clock
  }

  /** Seconds; inside an executor's function the time of that function. */
  now(): number { return this.present.now() }

  /** Python's `time.sleep`: blocks whoever calls it. */
  sleep(seconds: number): void { this.present.sleep(seconds) }

  /** Waits, as Python does before it ends, for what still runs in executors; before `finish`. */
  joinThreads(): void {
    if (this.halted === null) this.enter(() => this.clock.exhaust())
  }

  /** Does `action`, which writes down what a program says, when the program's clock gets to the time of who says it. */
  record(action: () => void): void { this.present.record(action) }

  /** The clock of whoever runs now: of an executor's function, which runs ahead, its own. */
  private get present(): VirtualClock { return this.state.clock ?? this.clock }
}

import { HostClock } from './host-clock.ts'
import { ownCopy } from './own-copy.ts'
import type { WorldFactory } from './world.ts'

/** The world of an implementation that is just a module, one for all programs, with a virtual clock under each: time in whole milliseconds, as Node's timers have it. */
export function hostedWorld(asyncio: object): WorldFactory {
  return ({ steps }) => {
    const clock = new HostClock(steps)
    return {
      asyncio: ownCopy(asyncio),
      now: () => Math.round(clock.milliseconds) / 1000,
      record: (action) => action(),
      sleep: (seconds) => void (clock.milliseconds += seconds * 1000),
      enter: (program) => clock.enter(program),
      finish() {},
      halted: () => clock.halted,
      halting: clock.halting,
      giveUp: () => clock.giveUp(),
    }
  }
}

import { makeModule } from '../module.ts'
import { raise } from '../raise.ts'

/** The clock a program's `time` reads; seconds. `sleep` lets that much time pass while nothing else runs. */
export interface ProgramClock {
  now(): number
  sleep(seconds: number): void
  /** What other clocks said when this one began: the machine's monotonic one and that of the day, seconds; all 0 on a virtual one. */
  readonly began?: { readonly monotonic: number, readonly time: number }
}

/** Python's `time` on a clock of the adapter's. */
export function makeTime(clock: ProgramClock) {
  const { monotonic, time } = clock.began ?? { monotonic: 0, time: 0 }
  const now = (): number => clock.now() + monotonic
  const ofDay = (): number => clock.now() + time
  const nanoseconds = (): number => Math.round(now() * 1e9)
  return makeModule('time', {
    time: ofDay,
    monotonic: now,
    perfCounter: now,
    processTime: now,
    timeNs: () => Math.round(ofDay() * 1e9),
    monotonicNs: nanoseconds,
    perfCounterNs: nanoseconds,
    sleep(seconds: number): null {
      if (seconds < 0) raise('ValueError', 'sleep length must be non-negative')
      clock.sleep(seconds)
      return null
    },
  })
}

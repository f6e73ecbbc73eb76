import { makeModule } from '../module.ts'
import { raise } from '../raise.ts'

/** The clock a program's `time` reads; seconds. `sleep` lets that much time pass while nothing else runs. */
export interface ProgramClock {
  now(): number
  sleep(seconds: number): void
}

/** Python's `time` on a clock of the adapter's. */
export function makeTime(clock: ProgramClock) {
  const now = (): number => clock.now()
  const nanoseconds = (): number => Math.round(clock.now() * 1e9)
  return makeModule('time', {
    time: now,
    monotonic: now,
    perfCounter: now,
    processTime: now,
    timeNs: nanoseconds,
    monotonicNs: nanoseconds,
    perfCounterNs: nanoseconds,
    sleep(seconds: number): null {
      if (seconds < 0) raise('ValueError', 'sleep length must be non-negative')
      clock.sleep(seconds)
      return null
    },
  })
}

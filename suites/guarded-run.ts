import { inspect } from 'node:util'
import { checkedLimits, type Adapter, type Faulted, type Limits, type Run } from '../adapters/adapter.ts'
import type { Program } from '../spec/program.ts'

/** Time for an adapter to notice a hanging program itself, and to start its implementation anew, beyond the program's own seconds. */
const graceSeconds = 10

/**
 * Runs programs on an adapter that may be wrong in every way: one that throws, rejects, answers with something that is no run
 * or does not answer at all gives a `Faulted`. `patience` is in seconds: how long it may be silent with programs under way; the
 * oldest of them is then called hanging, and when it stays silent all the rest too. Throws a TypeError for limits that are none.
 */
export function guardedRun(adapter: Adapter, limits: Limits, patience = 2 * limits.seconds + graceSeconds): (program: Program) => Promise<Run> {
  checkedLimits(limits)
  const pending = new Map<Program, (run: Run) => void>()
  let timer: NodeJS.Timeout | undefined
  let silences = 0

  const silent = () => {
    silences++
    const message = `adapter ${adapter.name} did not answer for ${patience} s`
    for (const [program, answer] of [...pending].slice(0, silences > 1 ? pending.size : 1)) {
      pending.delete(program)
      answer({ kind: 'faulted', fault: 'hang', message })
    }
    watch()
  }
  const watch = () => {
    clearTimeout(timer)
    timer = pending.size === 0 ? undefined : setTimeout(silent, patience * 1000)
  }

  return program => new Promise<Run>(resolve => {
    if (silences > 1) return resolve({ kind: 'faulted', fault: 'hang', message: `adapter ${adapter.name} stopped answering` })
    pending.set(program, resolve)
    if (pending.size === 1) watch()
    const answer = (run: Run) => {
      silences = 0
      pending.delete(program)
      watch()
      resolve(run)
    }
    const failed = (how: string) => (error: unknown) => answer(crash(`adapter ${adapter.name} ${how}: ${errorText(error)}`))
    try {
      const value: unknown = adapter.run(program, limits)
      Promise.resolve(value).then(run => checkedRun(run, adapter.name)).then(answer, failed('rejected, which it never must'))
    } catch (error) {
      failed('threw')(error)
    }
  })
}

function checkedRun(value: unknown, name: string): Run {
  return isRun(value) ? value : { kind: 'faulted', fault: 'protocol', message: `adapter ${name} answered with something that is no Run: ${valueText(value)}` }
}

/** Whether a value that an adapter answered with has the shape its type promises. */
function isRun(value: unknown): value is Run {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  if (value.kind === 'faulted') return 'fault' in value && typeof value.fault === 'string' && 'message' in value && typeof value.message === 'string'
  if (value.kind !== 'finished' || !('trace' in value) || !('milliseconds' in value) || typeof value.milliseconds !== 'number') return false
  const { trace } = value
  return typeof trace === 'object' && trace !== null && 'outcome' in trace && typeof trace.outcome === 'string'
    && 'lines' in trace && Array.isArray(trace.lines) && trace.lines.every(line => typeof line === 'string')
}

function crash(message: string): Faulted {
  return { kind: 'faulted', fault: 'crash', message }
}

function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

/** What JSON has no text for too: a circle, a bigint. */
function valueText(value: unknown): string {
  return inspect(value, { breakLength: Infinity, compact: true }).slice(0, 200)
}

import type { Capability } from '../spec/capability.ts'
import type { Clock, Level } from '../spec/rule.ts'
import type { Program } from '../spec/program.ts'
import type { Trace } from '../spec/trace.ts'

export type { Capability }

/** Bounds on one program; `seconds` is wall time, `steps` counts passes of the event loop, `output` characters of trace. */
export interface Limits {
  readonly steps: number
  readonly seconds: number
  readonly output: number
}

export const defaultLimits: Limits = { steps: 100_000, seconds: 10, output: 1_000_000 }

/** The program ended by itself, or was seen to be deadlocked or over its step limit. */
export interface Finished {
  readonly kind: 'finished'
  readonly trace: Trace
  /** Milliseconds the adapter spent on it, parse and compilation included. */
  readonly milliseconds: number
}

/**
 * Why there is no trace. `refused`: the program is outside the subset or does not parse; the message says line and column.
 * `not-run`: an earlier program has left the implementation unable to run this one and all that follow.
 */
export type FaultKind = 'refused' | 'hang' | 'crash' | 'flood' | 'protocol' | 'not-run'

export interface Faulted {
  readonly kind: 'faulted'
  readonly fault: FaultKind
  readonly message: string
}

export type Run = Finished | Faulted

/** An implementation of asyncio, ready to run programs. `run` never rejects: whatever goes wrong is a `Faulted`. */
export interface Adapter {
  /** `'reference'`, `'cpython-3.13.0'`. */
  readonly name: string
  /** The asyncio version it means to be: `'3.13'` or `'3.13.0'`. */
  readonly claims: string
  /** The strictest level of rules it means to keep; `'SHOULD'` when absent. `'CPYTHON'`: exact scheduling too. */
  readonly level?: Level
  readonly clock: Clock
  readonly lacks: readonly Capability[]
  /** Calls may overlap: an adapter queues or pipelines them itself and answers each once. */
  run(program: Program, limits: Limits): Promise<Run>
  close(): Promise<void>
}

/** The most seconds that a program may be given, a day: timers take that and a few times as much. */
export const mostSeconds = 86_400

/** `limits`; throws a TypeError that names what is wrong with them, which the compiler has not seen. */
export function checkedLimits(limits: Limits): Limits {
  const given: unknown = limits
  if (typeof given !== 'object' || given === null) throw new TypeError(`limits are ${String(given)}, and should be { steps, seconds, output }, as defaultLimits`)
  for (const name of ['steps', 'seconds', 'output']) {
    const value: unknown = Reflect.get(given, name)
    const most = name === 'seconds' ? mostSeconds : Infinity
    if (typeof value === 'number' && value > 0 && value <= most) continue
    throw new TypeError(`limits.${name} is ${JSON.stringify(value) ?? 'missing'}, and should be a number above 0${most === Infinity ? '' : ` and at most ${most}`}`)
  }
  return limits
}

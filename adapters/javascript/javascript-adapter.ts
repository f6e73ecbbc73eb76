import { checkedLimits, type Adapter, type Capability, type Limits, type Run } from '../adapter.ts'
import type { Clock, Level } from '../../spec/rule.ts'
import type { Program } from '../../spec/program.ts'
import { checkedOptions } from './checked-options.ts'
import { checkedWorld } from './checked-world.ts'
import type { Style } from './compile.ts'
import { HostClock } from './host-clock.ts'
import { hostedWorld } from './hosted-world.ts'
import { moduleWorld, type WorldFactory } from './world.ts'
import { runProgram, type Target } from './run-program.ts'
import { SharedModule } from './shared-module.ts'
import { underWay } from './under-way.ts'
import { watched } from './watchdog.ts'

/** An implementation of asyncio in JavaScript, as `adapters/javascript/README.md` wants it. */
export interface JavaScriptAdapterOptions {
  readonly name: string
  /** The asyncio version it means to be. */
  readonly claims: string
  /** A module with asyncio's names in camelCase, or what makes a world of its own for each program. */
  readonly asyncio: object | WorldFactory
  /** What makes a world on the real clock, for programs that ask for one; without it they run in the module, or in `asyncio`'s world. */
  readonly realClock?: WorldFactory
  /** How its coroutines are written; `generator` unless said otherwise. */
  readonly style?: Style
  /**
   * `virtual` unless said otherwise: a module then finds Node's timers and clocks replaced by virtual ones (`host-clock.ts`).
   * `real` for a module that takes its time from elsewhere: every program takes as long as it says, and only orders are compared.
   */
  readonly clock?: Clock
  /** Whether programs that come as trees, as the fuzzer's do, are executed node by node where that can be done, which is faster; false unless said. For style `generator`. */
  readonly interprets?: boolean
  readonly lacks?: readonly Capability[]
  /** The strictest level of rules it means to keep. */
  readonly level?: Level
}

interface Job {
  readonly program: Program
  readonly limits: Limits
  readonly answer: (run: Run | Promise<Run>) => void
}

/** An adapter that compiles programs to JavaScript and runs them in this process. Throws a TypeError for options that are none. */
export function javascriptAdapter(options: JavaScriptAdapterOptions): Adapter {
  const { name, claims, asyncio, realClock, style = 'generator', clock = 'virtual', interprets = false, lacks = [], level } = checkedOptions(options)
  const real = realClock === undefined ? (isWorldFactory(asyncio) ? undefined : moduleWorld(asyncio)) : checkedWorld(realClock, 'realClock')
  const makeWorld = isWorldFactory(asyncio) ? checkedWorld(asyncio, 'asyncio') : clock === 'real' ? moduleWorld(asyncio) : hostedWorld(asyncio)
  const queue = new Queue(name, { style, claims, makeWorld, clock }, real, isWorldFactory(asyncio) ? undefined : new SharedModule(asyncio), interprets && style === 'generator')
  return {
    name, claims, clock,
    lacks: [...lacks, 'sockets', 'aiohttp'],
    ...(level === undefined ? {} : { level }),
    run: (program, limits) => queue.run(program, limits),
    close: () => queue.empty(),
  }
}

function isWorldFactory(asyncio: object | WorldFactory): asyncio is WorldFactory {
  return typeof asyncio === 'function'
}

interface Pending {
  readonly job: Job
  readonly run: Run | Promise<Run>
}

/** Milliseconds after which the watch over a batch is begun anew, at most: a hundredth of a program's time, so that every one has its own. */
const longestBatch = 200

/** Runs programs one after the other; those that wait together are run under one watch. */
class Queue {
  #target: Target
  readonly #realTarget: Target
  readonly #jobs: Job[] = []
  readonly #interprets: boolean
  /** What all programs share; undefined where each has a world of its own. */
  readonly #shared: SharedModule | undefined
  readonly #name: string
  /** Why the shared module runs no more programs. */
  #unusable: string | undefined
  #pumping: Promise<void> | undefined

  constructor(name: string, target: Target, realClock: WorldFactory | undefined, shared: SharedModule | undefined, interprets: boolean) {
    this.#name = name
    this.#target = target
    this.#interprets = interprets
    this.#shared = shared
    this.#realTarget = realClock === undefined ? target : { ...target, makeWorld: realClock, clock: 'real' }
  }

  run(program: Program, limits: Limits): Promise<Run> {
    return new Promise((answer) => {
      this.#jobs.push({ program, limits: checkedLimits(limits), answer })
      this.#pumping ??= this.#pump()
    })
  }

  async empty(): Promise<void> {
    await this.#pumping
  }

  async #pump(): Promise<void> {
    await Promise.resolve()
    // Loaded for the first program that wants it: most adapters' programs are texts.
    if (this.#interprets && this.#target.interpret === undefined && this.#jobs.some(({ program }) => program.tree !== undefined)) {
      const { interpret } = await import('./interpreter/interpret.ts')
      this.#target = { ...this.#target, interpret }
    }
    while (this.#jobs.length > 0) {
      const last = this.#batch()
      if (last === undefined) continue
      const run = await last.run
      this.#shared?.forgetLoop()
      this.#unusable ??= await this.#shared?.unusable(last.job.program, run, last.job.limits, this.#target)
    }
    this.#pumping = undefined
  }

  /** Runs what is queued for a short while, or up to a program that is not ended when it returns, or whose module others share: that one. */
  #batch(): Pending | undefined {
    const seconds = this.#jobs[0]?.limits.seconds ?? 0
    const end = performance.now() + Math.min(longestBatch, seconds * 10)
    let current: Job | undefined
    let isCompiled = false
    let pending: Pending | undefined
    const ended = watched(() => {
      do {
        current = this.#jobs.shift()
        if (current === undefined) return
        isCompiled = false
        underWay.set(this.#name, current.program.id)
        const run = this.#unusable === undefined
          ? runProgram(current.program, current.limits, current.program.clock === 'real' ? this.#realTarget : this.#target, () => (isCompiled = true))
          : { kind: 'faulted', fault: 'not-run', message: this.#unusable } as const
        current.answer(run)
        if (run instanceof Promise || this.#shared !== undefined) pending = { job: current, run }
      } while (pending === undefined && performance.now() < end && this.#jobs[0]?.limits.seconds === seconds)
    }, seconds)
    if (ended || current === undefined) return pending
    HostClock.leave()
    const run = { kind: 'faulted', fault: 'hang', message: isCompiled ? `the program ran for ${seconds} s without coming back to the event loop` : `the program was not compiled within ${seconds} s` } as const
    current.answer(run)
    return { job: current, run }
  }
}

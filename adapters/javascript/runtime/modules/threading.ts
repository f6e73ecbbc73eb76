import { call } from '../call-keywords.ts'
import { iterate } from '../iterate.ts'
import { makeModule, type Module } from '../module.ts'
import { pythonModule } from '../module-name.ts'
import { options, type Options } from '../options.ts'
import { raise } from '../raise.ts'
import { truthy } from '../truth.ts'

/** The threads of a program, as the implementation has them. */
export interface PythonThreads {
  call(fn: unknown, args?: readonly unknown[]): Generator<unknown, unknown>
  block(done: () => boolean, timeout: number | null): boolean
  start(thread: { readonly name: string }, steps: Generator<unknown, unknown>, ended: () => void): void
  current(): object | null
}

/** Python's `threading` for one program, with whose last line all threads end. What a thread raises is told to nobody. CPython 3.14 `threading.py`. */
export function makeThreading(threads: PythonThreads): Module {
  let made = 0

  class Thread {
    static readonly [pythonModule]: string = 'threading'
    name: string
    daemon: boolean
    readonly #target: unknown
    readonly #args: readonly unknown[]
    #state: 'initial' | 'started' | 'stopped' = 'initial'

    constructor(...given: unknown[]) {
      const { target = null, name = null, args = [], kwargs = null, daemon = false } = keywordsOf(given, ['group', 'target', 'name', 'args', 'kwargs', 'daemon'])
      this.#target = target
      this.#args = [...iterate(args), ...(kwargs instanceof Map && kwargs.size > 0 ? [Object.fromEntries(kwargs)] : [])]
      this.name = typeof name === 'string' ? name : `Thread-${++made}`
      this.daemon = truthy(daemon)
    }

    start(): null {
      if (this.#state !== 'initial') raise('RuntimeError', 'threads can only be started once')
      this.#state = 'started'
      const isOwn = this.run !== Thread.prototype.run
      const steps = isOwn || this.#target === null ? threads.call(() => this.run()) : threads.call(this.#target, this.#args)
      threads.start(this, steps, () => { this.#state = 'stopped' })
      return null
    }

    run(): unknown { return this.#target === null ? null : call(this.#target, this.#args) }

    join(...given: unknown[]): null {
      const { timeout = null } = keywordsOf(given, ['timeout'])
      if (this.#state === 'initial') raise('RuntimeError', 'cannot join thread before it is started')
      if (threads.current() === this) raise('RuntimeError', 'cannot join current thread')
      threads.block(() => this.#state === 'stopped', seconds(timeout))
      return null
    }

    isAlive(): boolean { return this.#state === 'started' }
  }

  class Event {
    static readonly [pythonModule]: string = 'threading'
    #isSet = false

    isSet(): boolean { return this.#isSet }

    set(): null {
      this.#isSet = true
      return null
    }

    clear(): null {
      this.#isSet = false
      return null
    }

    wait(...given: unknown[]): boolean {
      const { timeout = null } = keywordsOf(given, ['timeout'])
      return this.#isSet || threads.block(() => this.#isSet, seconds(timeout))
    }
  }

  class Lock {
    static readonly [pythonModule]: string = '_thread'
    #isLocked = false

    acquire(...given: unknown[]): boolean {
      const { blocking = true, timeout = null } = keywordsOf(given, ['blocking', 'timeout'])
      if (this.#isLocked && (!truthy(blocking) || !threads.block(() => !this.#isLocked, seconds(timeout)))) return false
      return this.#isLocked = true
    }

    release(): null {
      if (!this.#isLocked) raise('RuntimeError', 'release unlocked lock')
      this.#isLocked = false
      return null
    }

    locked(): boolean { return this.#isLocked }
    __enter__(): boolean { return this.acquire() }
    __exit__(): null { return this.release() }
  }

  const main = { name: 'MainThread', daemon: false, isAlive: () => true }
  return makeModule('threading', {
    Thread,
    Event: () => new Event(),
    Lock: () => new Lock(),
    currentThread: () => threads.current() ?? main,
    mainThread: () => main,
  })
}

/** Arguments by name, those by position under the names of theirs. */
function keywordsOf(given: readonly unknown[], names: readonly string[]): Options {
  const [positional, named] = options(given)
  return { ...Object.fromEntries(positional.map((value, i) => [names[i], value])), ...named }
}

/** Seconds; `None` and what is negative set no limit. */
function seconds(timeout: unknown): number | null { return timeout === null || Number(timeout) < 0 ? null : Number(timeout) }

import { blockReally } from './blocking.ts'
import { Context } from './context.ts'
import { KeyboardInterrupt } from './exceptions/exits.ts'
import { callObject } from './operands.ts'
import { activate, active, type RuntimeState } from './runtime-state.ts'
import { ThreadWait } from './thread-wait.ts'
import { ThreadWaits } from './thread-waits.ts'

/** What runs in a thread; it yields where it has to wait. */
export type ThreadSteps<T = unknown> = Generator<ThreadWait, T, unknown>

/** How what ran in a thread ended. */
export type ThreadEnd<T = unknown> = { readonly kind: 'value', readonly value: T } | { readonly kind: 'error', readonly error: unknown }

type Body = (...args: unknown[]) => ThreadSteps

/** Whether who is called can wait instead of blocking; a wait: it has waited so already. */
type Caller = 'blocks' | 'waits' | ThreadWait

const bodies = new WeakMap<object, Body>()

/**
 * Threads of one program on the real clock. They share all objects, as Python's do: generators that take turns in Node's
 * one thread and change places where they block. A coroutine that blocks stops its whole loop, and nobody else.
 *
 * A function that may block is a generator made callable by `blocking`; its likes call it by `call`, and what of the
 * library may block by `wait`.
 */
export class Threads {
  /** The threads that wait, and the loops that one of their tasks blocks. */
  readonly waits = new ThreadWaits()
  readonly #main: RuntimeState
  /** Ends the program by an error that nobody may catch. */
  #fail: (error: unknown) => void = () => {}
  /** Ends the wait of the main thread, while it waits, by KeyboardInterrupt. */
  #interrupt: (() => void) | null = null
  /** What `block` does to whoever is called just now. */
  #caller: Caller = 'blocks'

  constructor(main: RuntimeState) { this.#main = main }

  /** A function that may block. Called by anything but `call`, it blocks Node's thread. */
  blocking(body: Body): (...args: unknown[]) => unknown {
    const run = (steps: ThreadSteps): unknown => {
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) return step.value
        const { done, deadline } = step.value
        this.block(done, deadline === Infinity ? null : Math.max(0, deadline - performance.now()) / 1000)
      }
    }
    function made(this: unknown, ...args: unknown[]): unknown { return run(Reflect.apply(body, this, args)) }
    bodies.set(made, body)
    return Object.defineProperty(made, 'name', { value: body.name, configurable: true })
  }

  /** Whether it was made by `blocking`. */
  isBlocking(fn: unknown): boolean { return typeof fn === 'function' && bodies.has(fn) }

  /** Calls a function, or a method of `self`: what blocks in one made by `blocking` waits, in any other it blocks Node's thread. */
  *call(fn: unknown, args: readonly unknown[] = [], self?: unknown): ThreadSteps {
    const body = typeof fn === 'function' ? bodies.get(fn) : undefined
    return body === undefined ? yield* this.#settled(this.#as('blocks', () => callObject(fn, args))) : yield* Reflect.apply(body, self, args)
  }

  /** Calls what of the library may block, by `attempt`: again, when it had to wait. That must change nothing before it blocks. */
  *wait(attempt: () => unknown): ThreadSteps {
    for (let caller: 'waits' | ThreadWait = 'waits'; ; yield caller) {
      try {
        return yield* this.#settled(this.#as(caller, attempt))
      } catch (error) {
        if (!(error instanceof ThreadWait)) throw error
        caller = error
      }
    }
  }

  /** Calls what has nothing to do with who called: a turn of an event loop. */
  apart<T>(run: () => T): T { return this.#as('blocks', run) }

  /** Blocks the thread of whoever is called until `done()` holds or `timeout` seconds are over; says whether it holds. */
  block(done: () => boolean, timeout: number | null): boolean {
    if (done()) return true
    const caller = this.#caller
    if (caller === 'blocks') return blockReally(done, timeout, () => this.waits.look())
    if (caller === 'waits') throw new ThreadWait(done, inSeconds(timeout))
    if (performance.now() >= caller.deadline) return false
    throw new ThreadWait(done, caller.deadline)
  }

  /** Starts a thread; `ended` is told how it ended. */
  start<T>(thread: { readonly name: string }, steps: ThreadSteps<T>, ended: (end: ThreadEnd<T>) => void): void {
    const state = stateOf(thread, this.#main)
    // In a turn of its own, as if it had waited.
    this.waits.until(new ThreadWait(() => true), () => this.#step(state, steps, ended))
  }

  /** What `start` was given for the thread that runs now; `null` in the main one. */
  current(): object | null { return active.thread }

  /** Runs the program itself; the other threads end with it. */
  main<T>(steps: ThreadSteps<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#fail = error => {
        this.end()
        reject(error)
      }
      this.#step(this.#main, this.#interruptible(steps), end => {
        this.end()
        if (end.kind === 'value') resolve(end.value)
        else reject(end.error)
      })
    })
  }

  /** Raises KeyboardInterrupt where the main thread waits; whether it does. */
  interrupt(): boolean {
    this.#interrupt?.()
    return this.#interrupt !== null
  }

  /** No thread goes on any more. */
  end(): void {
    this.#interrupt = null
    this.waits.end()
  }

  #step<T>(state: RuntimeState, steps: ThreadSteps<T>, ended: (end: ThreadEnd<T>) => void): void {
    const outer = activate(state)
    let end: ThreadEnd<T> | null = null
    try {
      const step = steps.next()
      if (step.done === true) end = { kind: 'value', value: step.value }
      else this.waits.until(step.value, () => this.#step(state, steps, ended))
    } catch (error) {
      if (isUncatchable(error)) this.#fail(error)
      end = { kind: 'error', error }
    } finally {
      activate(outer)
    }
    if (end !== null) ended(end)
    this.waits.changed()
  }

  /** The steps of the main thread, in whose waits `interrupt` raises. */
  *#interruptible<T>(steps: ThreadSteps<T>): ThreadSteps<T> {
    for (let step = steps.next(); ;) {
      if (step.done === true) return step.value
      const { done, deadline } = step.value
      let interrupted = false
      this.#interrupt = () => {
        interrupted = true
        this.waits.changed()
      }
      yield new ThreadWait(() => interrupted || done(), deadline)
      this.#interrupt = null
      step = interrupted ? steps.throw(new KeyboardInterrupt()) : steps.next()
    }
  }

  #as<T>(caller: Caller, run: () => T): T {
    const outer = this.#caller
    this.#caller = caller
    try {
      return run()
    } finally {
      this.#caller = outer
    }
  }

  /** What a promise comes to; anything else is that itself. */
  *#settled(value: unknown): ThreadSteps {
    if (!(value instanceof Promise)) return value
    let end: ThreadEnd | null = null
    const settle = (made: ThreadEnd): void => {
      end = made
      this.waits.changed()
    }
    value.then((value: unknown) => settle({ kind: 'value', value }), (error: unknown) => settle({ kind: 'error', error }))
    yield new ThreadWait(() => end !== null)
    return valueOf(end)
  }
}

/** When so many seconds from now are over. */
function inSeconds(timeout: number | null): number { return timeout === null ? Infinity : performance.now() + timeout * 1000 }

function isUncatchable(error: unknown): boolean { return error instanceof Error && 'uncatchable' in error }

function valueOf(end: ThreadEnd | null): unknown {
  if (end?.kind === 'error') throw end.error
  return end?.value
}

/** What asyncio keeps for a thread: the program's, but for loops and contexts. */
function stateOf(thread: { readonly name: string }, main: RuntimeState): RuntimeState {
  const state: RuntimeState = Object.create(main, {
    thread: { value: thread },
    runningLoop: { value: null, writable: true },
    eventLoop: { value: null, writable: true },
    context: { value: new Context(), writable: true },
    taskNames: { get: () => main.taskNames, set: (names: number) => { main.taskNames = names } },
  })
  return state
}

import type { FutureLike } from './ensure-future.ts'
import { EventLoop } from './event-loop.ts'
import { Handle } from './handle.ts'
import type { CoroutineBody } from './coroutine.ts'
import { ValueError } from './exceptions/errors.ts'
import { KeyboardInterrupt } from './exceptions/exits.ts'
import { interrupts } from './interrupts.ts'
import type { ProcessOptions } from './process-options.ts'
import { Processes } from './processes.ts'
import type { Protocol } from './protocol.ts'
import { activate, active, type RuntimeState } from './runtime-state.ts'
import type { Server } from './server.ts'
import type { SocketTransport } from './socket-transport.ts'
import type { SubprocessProtocol } from './subprocess-protocol.ts'
import type { SubprocessTransport } from './subprocess-transport.ts'
import { SignalHandlers } from './signal-handlers.ts'
import type { ConnectionOptions, ConnectionTarget, ServerOptions, ServerTarget } from './socket-options.ts'
import { Sockets } from './sockets.ts'
import { LoopBlocked, ThreadWait } from './thread-wait.ts'
import { UntilComplete } from './until-complete.ts'

/** How long passes may follow each other before Node gets its turn, in milliseconds. */
const longestTurn = 4
/** Node's timers take no more. */
const longestTimeout = 2 ** 31 - 1

/** An event loop on the real clock, in turns of Node's own loop; several may run side by side. */
export class RealEventLoop extends EventLoop {
  private wakeUp: (() => void) | null = null
  /** Of the thread in which it runs. */
  private home: RuntimeState = active
  /** What SIGINT does instead of ending the run; whether it did. @internal */
  _onInterrupt: (() => boolean) | null = null
  /** What SIGINT ends the run by. */
  private interruption: KeyboardInterrupt | null = null
  /** What a task blocks on, and so the thread. */
  private blockedOn: ThreadWait | null = null
  /** What is left of the pass in which it did. */
  private interrupted: readonly Handle[] = []
  private readonly sockets = new Sockets(this)
  private readonly processes = new Processes(this)
  private readonly signals = new SignalHandlers(this)

  /** Seconds since Node started. */
  time(): number { return performance.now() / 1000 }

  /** Runs until `stop()`. Rejects when a callback throws KeyboardInterrupt or SystemExit, and on SIGINT. Throws RuntimeError when it is closed, or inside a running loop. */
  runForever(): Promise<void> {
    this._runForeverSetup()
    this.home = active
    return this.turns()
  }

  /** Runs until the awaitable is done: its result. Rejects with its exception, or RuntimeError when the loop is stopped before. Throws as `runForever`. */
  runUntilComplete<T>(awaitable: FutureLike<T>): Promise<T> { return this.complete(new UntilComplete(this, awaitable)) }

  override _push(handle: Handle): void {
    super._push(handle)
    // Only `callSoonThreadsafe` wakes the loop of another thread.
    if (!this._isForeign()) this.wakeUp?.()
  }

  protected override _pushThreadsafe(handle: Handle): void {
    super._push(handle)
    this.wakeUp?.()
  }

  /** A signal has come. @internal */
  _pushSignal(handle: Handle): void { this._pushThreadsafe(handle) }

  /** What Node calls is in no thread of the program. */
  protected override _isForeign(): boolean { return active.thread !== null && active.thread !== this.home.thread }

  override stop(): void {
    super.stop()
    this.wakeUp?.()
  }

  override close(): void {
    super.close()
    this.sockets.close()
    this.processes.close()
    this.signals.close()
  }

  /** Has the loop call `callback` when the signal of this number comes. Throws as CPython's does. */
  addSignalHandler<A extends unknown[]>(signal: number, callback: (...args: A) => unknown, ...args: A): void {
    this.signals.add(signal, callback, args)
  }

  /** Gives the signal its default action back; whether there was a handler. */
  removeSignalHandler(signal: number): boolean { return this.signals.remove(signal) }

  override _connect<P extends Protocol>(factory: () => P, target: ConnectionTarget, options?: ConnectionOptions): CoroutineBody<readonly [SocketTransport, P]> {
    return this.sockets.connect(factory, target, options)
  }

  override _start<P extends SubprocessProtocol>(factory: () => P, words: readonly unknown[], options: ProcessOptions): CoroutineBody<readonly [SubprocessTransport, P]> {
    return this.processes.start(factory, words, options)
  }

  override _listen(factory: () => Protocol, target: ServerTarget, options?: ServerOptions): CoroutineBody<Server> {
    return this.sockets.listen(factory, target, options)
  }

  private async turns(): Promise<void> {
    const uninterrupted = this.home.thread === null ? interrupts.ofLoop(() => this.interrupt()) : null
    try {
      if (this.watches) await this.rest()
      while (!this.turn()) {
        await this.rest()
        if (this.interruption !== null) throw this.interruption
      }
    } finally {
      uninterrupted?.()
      this.interruption = null
      this._runForeverCleanup()
    }
  }

  private async complete<T>(waited: UntilComplete<T>): Promise<T> {
    try {
      await this.runForever()
    } catch (error) {
      waited.failed()
      throw error
    } finally {
      waited.ended()
    }
    return waited.result()
  }

  /** SIGINT has come. */
  private interrupt(): true {
    if (this._onInterrupt?.() === true) return true
    this.interruption = new KeyboardInterrupt()
    this.wakeUp?.()
    this.home.threads?.waits.changed()
    return true
  }

  /** What comes from outside comes between turns. A selector refuses to wait until NaN. */
  protected _select(idle: boolean): void {
    if (idle && Number.isNaN(this._scheduled.first?._when)) throw new ValueError('cannot convert float NaN to integer')
  }

  /** A task that blocks the thread interrupts the pass. */
  protected override _runBatch(batch: readonly Handle[]): void {
    const added = this._ready
    try {
      super._runBatch(batch)
    } catch (error) {
      if (!(error instanceof LoopBlocked)) throw error
      this.blockedOn = error.wait
      this.interrupted = [new Handle(error.goOn, [], this, error.context), ...this._ready.slice(0, this._ready.length - added.length)]
      this._ready = added
      throw error
    }
  }

  /** Whether the system may have something to tell: then it is asked once a pass, as CPython does. */
  private get watches(): boolean { return this.sockets.inUse || this.processes.inUse || this.signals.inUse }

  /** Passes until nothing is ready or Node must have its turn; whether the loop was stopped. */
  private turn(): boolean {
    const { home } = this
    // Threads that can go on do so before a timer is due.
    home.threads?.waits.goOn()
    const outer = activate(home)
    const { runningLoop, context } = home
    const end = performance.now() + longestTurn
    home.runningLoop = this
    try {
      const passes = (): boolean => {
        const { interrupted } = this
        if (interrupted.length > 0) {
          this.interrupted = []
          this._runBatch(interrupted)
          if (this._stopping) return true
        }
        do {
          this._runOnce()
          if (this._stopping) return true
        } while (this._ready.length > 0 && !this.watches && performance.now() < end)
        return false
      }
      return home.threads === null ? passes() : home.threads.apart(passes)
    } catch (error) {
      if (!(error instanceof LoopBlocked)) throw error
      return false
    } finally {
      home.runningLoop = runningLoop
      home.context = context
      activate(outer)
      home.threads?.waits.changed()
    }
  }

  /** Until something is ready or a timer is due, or the thread is no longer blocked. */
  private rest(): Promise<void> {
    return new Promise(resolve => {
      const { blockedOn } = this
      if (blockedOn !== null) {
        this.blockedOn = null
        this.home.threads?.waits.until(new ThreadWait(() => this.interruption !== null || blockedOn.done(), blockedOn.deadline), resolve)
        return
      }
      let timeout: NodeJS.Timeout | null = null
      // Node asks the system after its timers and before its immediates: what is there by now comes into the same pass.
      const woken = (): void => {
        if (timeout !== null) clearTimeout(timeout)
        this.wakeUp = null
        setImmediate(resolve)
      }
      const due = this._ready.length > 0 || this._stopping ? 0 : this._scheduled.first?._when ?? Infinity
      const left = Math.ceil((due - this.time()) * 1000)
      // For NaN too, which the pass refuses.
      if (!(left > 0)) return woken()
      if (left < Infinity) timeout = setTimeout(woken, Math.min(left, longestTimeout))
      this.wakeUp = woken
    })
  }
}

import { constants } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { refuseCoroutine } from './check-callback.ts'
import type { EventLoop } from './event-loop.ts'
import { RuntimeError, TypeError, ValueError } from './exceptions/errors.ts'
import { repr } from './repr.ts'
import { active } from './runtime-state.ts'
import { takeSignal } from './take-signal.ts'

type Signal = keyof typeof constants.signals

/** The signals that one event loop answers, over `process.on`. CPython 3.14 `unix_events.py`, `add_signal_handler`. */
export class SignalHandlers {
  private readonly loop: EventLoop
  /** What takes each handler away again. */
  private readonly handlers = new Map<Signal, () => void>()
  /** Node does not stay for the sake of a signal. */
  private stay: NodeJS.Timeout | null = null

  constructor(loop: EventLoop) { this.loop = loop }

  /** Throws TypeError for coroutines, ValueError for what is no signal, RuntimeError for one that nobody can catch and outside the main thread. */
  add(number: number, callback: unknown, call: () => unknown): void {
    refuseCoroutine(callback, 'add_signal_handler')
    const signal = signalOf(number)
    if (!isMainThread || active.thread !== null) throw new RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
    if (signal === 'SIGKILL' || signal === 'SIGSTOP') throw new RuntimeError(`sig ${number} cannot be caught`)
    this.forget(signal)
    const listener = (): void => { if (!this.loop.isClosed()) this.loop.callSoonThreadsafe(call) }
    const giveBack = takeSignal(signal)
    process.on(signal, listener)
    this.handlers.set(signal, () => {
      process.off(signal, listener)
      giveBack()
    })
    this.stay ??= setInterval(() => {}, 2 ** 31 - 1)
  }

  /** Whether there was a handler. Throws ValueError for what is no signal. */
  remove(number: number): boolean { return this.forget(signalOf(number)) }

  /** Whether the system may have something to tell. */
  get inUse(): boolean { return this.handlers.size > 0 }

  close(): void {
    for (const signal of this.handlers.keys()) this.forget(signal)
  }

  private forget(signal: Signal): boolean {
    const remove = this.handlers.get(signal)
    if (remove === undefined) return false
    remove()
    this.handlers.delete(signal)
    if (this.handlers.size === 0 && this.stay !== null) {
      clearInterval(this.stay)
      this.stay = null
    }
    return true
  }
}

function signalOf(number: number): Signal {
  if (typeof number !== 'number') throw new TypeError(`sig must be an int, not ${repr(number)}`)
  for (const [name, value] of Object.entries(constants.signals)) if (value === number && isSignal(name)) return name
  throw new ValueError(`invalid signal number ${number}`)
}

function isSignal(name: string): name is Signal { return name in constants.signals }

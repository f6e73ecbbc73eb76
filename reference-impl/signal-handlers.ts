import { constants } from 'node:os'
import { isMainThread } from 'node:worker_threads'
import { refuseCoroutine } from './check-callback.ts'
import { RuntimeError, TypeError, ValueError } from './exceptions/errors.ts'
import type { Callback } from './format-callback.ts'
import { Handle } from './handle.ts'
import { interrupts } from './interrupts.ts'
import type { RealEventLoop } from './real-event-loop.ts'
import { repr } from './repr.ts'
import { active } from './runtime-state.ts'
import { takeSignal } from './take-signal.ts'

type Signal = keyof typeof constants.signals

/** What a loop set a signal's action to: a signal has one, whoever set it. */
interface Action {
  readonly owner: SignalHandlers
  /** Makes the action the usual one again. */
  readonly reset: () => void
}

const actions = new Map<Signal, Action>()

/** The signals that one event loop answers, over `process.on`. CPython 3.14 `unix_events.py`, `add_signal_handler`. */
export class SignalHandlers {
  private readonly loop: RealEventLoop
  private readonly handlers = new Map<Signal, Handle>()
  /** Node does not stay for the sake of a signal. */
  private stay: NodeJS.Timeout | null = null

  constructor(loop: RealEventLoop) { this.loop = loop }

  /** Throws TypeError for coroutines and what is no number, ValueError for what is no signal, RuntimeError for one that nobody can catch and outside the main thread. */
  add(number: unknown, callback: Callback, args: readonly unknown[]): void {
    refuseCoroutine(callback, 'add_signal_handler')
    const signal = signalOf(number)
    this.loop._checkClosed()
    if (!isMainThread || active.thread !== null) throw new RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
    if (signal === null || signal === 'SIGKILL' || signal === 'SIGSTOP') throw new RuntimeError(`sig ${Number(number)} cannot be caught`)
    this.handlers.set(signal, new Handle(callback, args, this.loop, null))
    this.stay ??= setInterval(() => {}, 2 ** 31 - 1)
    if (actions.get(signal)?.owner === this) return
    actions.get(signal)?.reset()
    const giveBack = takeSignal(signal)
    const listener = (): void => this.handle(signal)
    process.on(signal, listener)
    actions.set(signal, {
      owner: this,
      reset: () => {
        process.off(signal, listener)
        giveBack()
      },
    })
  }

  /** Whether there was a handler. Throws TypeError for what is no number, ValueError for what is no signal. */
  remove(number: unknown): boolean {
    const signal = signalOf(number)
    return signal !== null && this.forget(signal)
  }

  /** Whether the system may have something to tell. */
  get inUse(): boolean { return this.handlers.size > 0 }

  close(): void {
    for (const signal of this.handlers.keys()) this.forget(signal)
  }

  /** CPython 3.14 `unix_events.py`, `_handle_signal`. */
  private handle(signal: Signal): void {
    const handle = this.handlers.get(signal)
    if (handle !== undefined) this.loop._pushSignal(handle)
  }

  private forget(signal: Signal): boolean {
    if (!this.handlers.delete(signal)) return false
    actions.get(signal)?.reset()
    actions.delete(signal)
    if (signal === 'SIGINT') {
      // What a runner had set is not the usual action.
      this.loop._onInterrupt = null
      interrupts.changed()
    }
    if (this.handlers.size === 0 && this.stay !== null) {
      clearInterval(this.stay)
      this.stay = null
    }
    return true
  }
}

/** `null` for Linux' real-time signals, which Node cannot catch. CPython 3.14 `unix_events.py`, `_check_signal`. */
function signalOf(number: unknown): Signal | null {
  if (typeof number !== 'boolean' && !Number.isInteger(number)) throw new TypeError(`sig must be an int, not ${repr(number)}`)
  const signal = Number(number)
  for (const [name, value] of Object.entries(constants.signals)) if (value === signal && isSignal(name)) return name
  if (process.platform === 'linux' && signal >= 34 && signal <= 64) return null
  throw new ValueError(`invalid signal number ${signal}`)
}

function isSignal(name: string): name is Signal { return name in constants.signals }

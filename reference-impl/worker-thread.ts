import { existsSync } from 'node:fs'
import type { MessagePort, Worker } from 'node:worker_threads'
import { signal, working } from './blocking.ts'
import { revive, type WorkerError } from './worker-error.ts'
import type { WorkerFunction } from './worker-function.ts'

/** How a call in a thread ended; `broken` when the initializer before it failed, `lost` when the thread ended in the middle. */
export type ThreadOutcome =
  | { readonly kind: 'value', readonly value: unknown }
  | { readonly kind: 'error' | 'broken' | 'lost', readonly error: unknown }

/** As `worker-thread.mjs` sends it. */
type Answer = { readonly kind: 'value', readonly value: unknown } | { readonly kind: 'error' | 'broken', readonly error: WorkerError }

/** A function that another thread finds, and what it is called with. */
export interface ThreadCall extends WorkerFunction { readonly args: readonly unknown[] }

interface Job {
  readonly raises: WorkerFunction['raises']
  readonly ended: (outcome: ThreadOutcome) => void
}

/** What a thread runs: beside this file in a checkout, in the package for what was built into `dist`. */
function source(): URL {
  const beside = new URL('worker-thread.mjs', import.meta.url)
  return existsSync(beside) ? beside : new URL('../../reference-impl/worker-thread.mjs', import.meta.url)
}

/** A thread of Node's for the functions of an executor, one at a time. It keeps the process alive while it is at work. */
export class WorkerThread {
  readonly #worker: Worker
  readonly #port: MessagePort
  readonly #receiveMessage: (port: MessagePort) => { readonly message: Answer } | undefined
  #initializer: ThreadCall | null
  #job: Job | null = null

  /** `initializer` is called in it before the first function; `exited` when it is no more. */
  constructor(initializer: ThreadCall | null, exited: () => void) {
    // Not imported: most programs have no use for it.
    const { MessageChannel, receiveMessageOnPort, Worker } = process.getBuiltinModule('node:worker_threads')
    const { port1, port2 } = new MessageChannel()
    this.#initializer = initializer
    this.#port = port1
    this.#receiveMessage = receiveMessageOnPort
    this.#worker = new Worker(source(), { workerData: { port: port2, signal }, transferList: [port2] })
    let reason: unknown = null
    this.#worker.on('error', error => { reason = error })
    this.#worker.on('exit', () => {
      this.receive()
      exited()
      this.#ended({ kind: 'lost', error: reason })
    })
    this.#port.on('message', (answer: Answer) => this.#answered(answer))
    this.#port.unref()
    this.#worker.unref()
  }

  /** Has the thread do the call, and calls `ended` from outside of all loops. Throws when the arguments cannot be copied. */
  perform(call: ThreadCall, ended: (outcome: ThreadOutcome) => void): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of worker_threads has no origin
    this.#port.postMessage({ initializer: sendable(this.#initializer), work: sendable(call) })
    this.#job = { raises: [...call.raises, ...this.#initializer?.raises ?? []], ended }
    this.#initializer = null
    this.#worker.ref()
    working.add(this)
  }

  /** Takes what the thread has sent while this one was blocked. */
  receive(): void {
    const received = this.#receiveMessage(this.#port)
    if (received !== undefined) this.#answered(received.message)
  }

  /** Lets the thread end; it has nothing to do. */
  end(): void { this.#port.close() }

  #answered(answer: Answer): void {
    this.#ended(answer.kind === 'value' ? answer : { kind: answer.kind, error: revive(answer.error, this.#job?.raises ?? []) })
  }

  #ended(outcome: ThreadOutcome): void {
    const job = this.#job
    this.#job = null
    working.delete(this)
    this.#worker.unref()
    job?.ended(outcome)
  }
}

/** Without the classes, which cannot be sent. */
function sendable(call: ThreadCall | null): object | null {
  return call === null ? null : { module: call.module, name: call.name, args: call.args }
}

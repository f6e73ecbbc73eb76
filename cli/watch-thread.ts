import { isMainThread, Worker } from 'node:worker_threads'

const key = Symbol.for('asyncio-conformance.stuck')

/** Counts seconds in which this thread has taken no turn, from a thread of its own; then calls what `key` names, by way of the inspector, which interrupts whatever runs. */
const watcher = `
const { Session } = require('node:inspector')
const { workerData: { turns, tick, ticks } } = require('node:worker_threads')
let seen = -1
let silent = 0
const timer = setInterval(() => {
  const now = Atomics.load(turns, 0)
  silent = now === seen ? silent + 1 : 0
  seen = now
  if (silent < ticks) return
  clearInterval(timer)
  const session = new Session()
  session.connectToMainThread()
  session.post('Runtime.evaluate', { expression: "globalThis[Symbol.for('asyncio-conformance.stuck')]()" }, () => session.disconnect())
}, tick)
`

/**
 * Calls `stuck` once this thread, the main one, has taken no turn of its event loop for so many seconds, in the middle of whatever it does
 * instead: an endless loop, also one of microtasks. Until the function that it gives is called;
 * in other threads nothing is done.
 */
export function watchThread(seconds: number, stuck: () => void): () => void {
  if (!isMainThread) return () => {}
  const turns = new Int32Array(new SharedArrayBuffer(4))
  const tick = Math.min(1000, seconds * 250)
  const beat = setInterval(() => Atomics.add(turns, 0, 1), tick / 2).unref()
  Reflect.set(globalThis, key, stuck)
  const worker = new Worker(watcher, { eval: true, execArgv: [], workerData: { turns, tick, ticks: Math.ceil(seconds * 1000 / tick) } })
  worker.unref()
  // A Node without an inspector watches nobody.
  worker.on('error', () => {})
  return () => {
    clearInterval(beat)
    Reflect.deleteProperty(globalThis, key)
    void worker.terminate()
  }
}

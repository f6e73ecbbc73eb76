// What a thread of an executor does. Plain JavaScript: a worker is loaded without our compiler.
// Messages in: { initializer, work }, each { module, name, args }, the first perhaps null; out: { kind, value } or { kind, error }.
/* oxlint-disable unicorn/require-post-message-target-origin -- a port of worker_threads has no origin */
import { workerData } from 'node:worker_threads'

const { port, signal } = workerData

async function load(module) {
  try {
    return await import(module)
  } catch (error) {
    if (error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error
    // TypeScript; where tsx runs the program, it does not follow into threads by itself.
    const { tsImport } = await import('tsx/esm/api').catch(() => { throw error })
    return tsImport(module, import.meta.url)
  }
}

/** Boxed, for nobody to await it: a promise is a result like any other, one that cannot be sent. */
async function call({ module, name, args }) {
  const fn = (await load(module))[name]
  if (typeof fn !== 'function') throw new TypeError(`${module} exports no function '${name}'`)
  return { kind: 'value', value: fn(...args) }
}

/** What was thrown. Errors lose their class and their fields on the way: both go beside them. */
function described(error) {
  if (Array.isArray(error)) return { list: error.map(described) }
  if (!(error instanceof Error)) return { value: error }
  const classes = []
  for (let each = Object.getPrototypeOf(error); each !== Object.prototype; each = Object.getPrototypeOf(each)) classes.push(each.constructor.name)
  const { args, ...fields } = error
  return { classes, fields, message: error.message, stack: error.stack, args: Array.isArray(args) ? args.map(described) : null }
}

async function answer({ initializer, work }) {
  try {
    if (initializer !== null) await call(initializer)
  } catch (error) {
    return { kind: 'broken', error: described(error) }
  }
  try {
    return await call(work)
  } catch (error) {
    return { kind: 'error', error: described(error) }
  }
}

function send(message) {
  try {
    port.postMessage(message)
  } catch (error) {
    // Something in it cannot be copied: what is sent instead says so.
    port.postMessage({ kind: 'error', error: described(error) })
  }
  // Whoever blocks on a result is in no event loop that would tell.
  Atomics.add(signal, 0, 1)
  Atomics.notify(signal, 0)
}

port.on('message', async request => send(await answer(request)))

import { Worker } from 'node:worker_threads'
import { AdapterStartError } from '../adapter-start-error.ts'
import type { Channel, ChannelEvents } from '../stdio-channel.ts'
import { readAnswer, readHello } from '../stdio-protocol.ts'
import { packagedFile } from './packaged-file.ts'
import { pyodideCache } from './pyodide-releases.ts'

/** Python sees the end of its own stack, and the engine's must not come first: 256 is enough for that, and only what is used is taken. */
const stackSizeMb = 256

/**
 * Starts the Pyodide in `folder` in a thread of its own, which can be ended in the middle of an endless loop. The folder `cache`
 * keeps what makes the next start fast. Rejects with `AdapterStartError`.
 */
export function openPyodide(folder: string, events: ChannelEvents, cache = pyodideCache): Promise<Channel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(packagedFile('pyodide-worker.mjs'), {
      // Options of our own process, such as a loader of TypeScript, have no business in there.
      execArgv: [], resourceLimits: { stackSizeMb }, workerData: { folder, cache, harness: packagedFile('asyncio_harness') }, stdout: true, stderr: true,
    })
    // Read and thrown away: unread, it would pile up.
    worker.stdout.resume()
    worker.stderr.resume()
    let state: 'starting' | 'open' | 'ended' = 'starting'
    const end = (reason: string) => {
      if (state === 'ended') return
      const starting = state === 'starting'
      state = 'ended'
      void worker.terminate()
      if (starting) reject(new AdapterStartError(`pyodide ${reason}`))
      else events.onEnd(reason, 'crash')
    }
    const kill = async () => {
      state = 'ended'
      await worker.terminate()
    }
    worker.on('message', (line: string) => {
      if (state === 'ended') return
      if (state === 'open') return events.onAnswers([readAnswer(line)])
      const hello = readHello(line)
      if ('kind' in hello) return end(hello.reason)
      state = 'open'
      resolve({
        hello,
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of worker_threads has no origin
        send: requests => worker.postMessage(requests.map(request => JSON.stringify(request))),
        hold: held => held ? worker.ref() : worker.unref(),
        kill,
        close: kill,
      })
    })
    worker.on('error', error => end(`failed: ${error.message.split('\n')[0] ?? ''}`))
    worker.on('exit', code => end(`ended with exit code ${code}`))
  })
}

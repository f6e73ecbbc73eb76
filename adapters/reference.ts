import { isMainThread } from 'node:worker_threads'
import type { Adapter } from './adapter.ts'
import { javascriptAdapter } from './javascript/javascript-adapter.ts'
import { virtualAsyncio } from '../reference-impl/virtual-asyncio.ts'
import { realAsyncio } from '../reference-impl/real-asyncio.ts'
import { RealWorld } from '../reference-impl/real-world.ts'
import { VirtualWorld } from '../reference-impl/virtual-world.ts'
import { Deadlock } from '../reference-impl/exceptions/halt.ts'

/** The bundled implementation, each program in a world of its own; `asyncio` makes another module for those on the virtual clock to see. */
export function referenceAdapter({ name = 'reference', asyncio = virtualAsyncio, interprets = true }: { readonly name?: string, readonly asyncio?: () => object, readonly interprets?: boolean } = {}): Adapter {
  return javascriptAdapter({
    name,
    // The release that Pyodide is, the CPython that everybody has from npm: later ones of 3.14 changed details (spec/versions.md).
    claims: '3.14.2',
    level: 'CPYTHON',
    interprets,
    // Node gives signals to its main thread only.
    lacks: isMainThread ? [] : ['signals'],
    asyncio: (options) => {
      const world = new VirtualWorld(options)
      return {
        asyncio: asyncio(),
        now: () => world.now(),
        record: (action) => world.record(action),
        sleep: (seconds) => world.sleep(seconds),
        enter: (program) => world.enter(program),
        joinThreads: () => world.joinThreads(),
        finish: () => world.finish(),
        halted: () => (world.halted === null ? undefined : world.halted instanceof Deadlock ? 'deadlock' : 'step limit'),
      }
    },
    realClock: (options) => {
      const world = new RealWorld(options)
      return {
        asyncio: realAsyncio(),
        now: () => world.now(),
        record: (action) => action(),
        sleep: (seconds) => world.sleep(seconds),
        enter: (program) => world.enter(program),
        finish: () => world.finish(),
        halted: () => undefined,
        began: world.began,
        threads: world.threads,
      }
    },
  })
}

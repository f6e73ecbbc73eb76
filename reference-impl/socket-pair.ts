import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CoroutineBody } from './coroutine.ts'
import type { EventLoop } from './event-loop.ts'
import { outside } from './outside.ts'
import { readSize } from './read-size.ts'
import { socketError } from './socket-error.ts'

/** Two connected Unix sockets, the second one for a child process. Node offers no `socketpair`. Throws `OSError`. */
export function* socketPair(loop: EventLoop): CoroutineBody<readonly [ours: Socket, theirs: Socket]> {
  const folder = mkdtempSync(join(tmpdir(), 'asyncio-'))
  const path = join(folder, 'pair')
  const server = createServer({ pauseOnConnect: true, allowHalfOpen: true })
  const options = { path, allowHalfOpen: true, readableHighWaterMark: readSize }
  let ours: Socket | null = null
  let theirs: Socket | null = null
  try {
    yield* outside<null>(loop, (resolve, reject) => {
      server.once('error', error => { reject(socketError(error)) })
      server.listen(path, () => { resolve(null) })
    })
    const one = connect(options)
    ours = one
    one.pause()
    const other = yield* outside<Socket>(loop, (resolve, reject) => {
      const connected = (): void => { if (theirs !== null && !one.connecting) resolve(theirs) }
      one.once('error', error => { reject(socketError(error)) })
      one.once('connect', connected)
      server.once('connection', socket => {
        theirs = socket
        connected()
      })
    })
    one.removeAllListeners()
    return Object.freeze([one, other] as const)
  } catch (error) {
    ours?.destroy()
    server.once('connection', socket => { socket.destroy() })
    throw error
  } finally {
    server.close()
    rmSync(folder, { recursive: true })
  }
}

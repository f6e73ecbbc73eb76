import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  asCompleted, asyncWith, CancelledError, coroutine, createTask, ExceptionGroup, fromPromise, gather, run, Semaphore, sleep, TaskGroup, TimeoutError, waitFor,
} from '../../reference-impl/index.ts'

/* Node's own fetch, whose promises coroutines await, against a server that counts. */

let server: Server
let base = ''
const counted = { inFlight: 0, most: 0, gone: 0 }

function handle(request: IncomingMessage, response: ServerResponse): void {
  counted.inFlight++
  counted.most = Math.max(counted.most, counted.inFlight)
  response.on('close', () => {
    counted.inFlight--
    if (!response.writableFinished) counted.gone++
  })
  const { pathname, searchParams } = new URL(request.url ?? '/', base)
  const answer = (status: number, body: unknown, headers = {}) => {
    setTimeout(() => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body)), Number(searchParams.get('after') ?? 10))
  }
  if (pathname === '/never') return
  if (request.method !== 'POST') return answer(pathname.startsWith('/users/') ? 200 : 404, { id: Number(pathname.split('/').at(-1)) })
  let text = ''
  request.on('data', (data: Buffer) => { text += data.toString() })
  request.on('end', () => answer(201, { created: JSON.parse(text), by: request.headers['x-client'] }, { location: '/users/1' }))
}

beforeAll(async () => {
  server = createServer(handle)
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  base = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
})
beforeEach(() => { Object.assign(counted, { inFlight: 0, most: 0, gone: 0 }) })
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Ends the request when the task that awaits it is cancelled. */
const fetched = coroutine(function* fetched(path: string, init: RequestInit = {}) {
  const controller = new AbortController()
  try {
    return yield* fromPromise(fetch(base + path, { ...init, signal: controller.signal }))
  } catch (error) {
    if (error instanceof CancelledError) controller.abort()
    throw error
  }
})

const idAt = coroutine(function* idAt(path: string) {
  const response = yield* fetched(path)
  const user: unknown = yield* fromPromise(response.json())
  return Number(typeof user === 'object' && user !== null && 'id' in user && user.id)
})

test('ten requests through a semaphore of three: answered in the order of the requests, never more than three in flight', async () => {
  const limited = coroutine(function* limited(semaphore: Semaphore, id: number) {
    return yield* asyncWith(semaphore, function* () { return yield* idAt(`/users/${id}`) })
  })
  const main = coroutine(function* main() {
    const semaphore = new Semaphore(3)
    return yield* gather(...Array.from({ length: 10 }, (_, id) => limited(semaphore, id)))
  })
  expect(await run(main())).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(counted.most).toBe(3)
})

test('without one they are all in flight; awaited one by one, one is', async () => {
  const main = coroutine(function* main() {
    yield* gather(...Array.from({ length: 5 }, (_, id) => idAt(`/users/${id}?after=50`)))
    const most = counted.most
    counted.most = 0
    for (let id = 0; id < 3; id++) yield* idAt(`/users/${id}`)
    return [most, counted.most]
  })
  expect(await run(main())).toEqual([5, 1])
})

test('POST with JSON and headers; status, headers and JSON of the response', async () => {
  const main = coroutine(function* main() {
    const response = yield* fetched('/users', { method: 'POST', headers: { 'X-Client': 'notes' }, body: JSON.stringify({ name: 'ada' }) })
    return [response.status, response.headers.get('Location'), yield* fromPromise(response.json())]
  })
  expect(await run(main())).toEqual([201, '/users/1', { created: { name: 'ada' }, by: 'notes' }])
})

test('a status that says that something is wrong is a response like any other', async () => {
  const main = coroutine(function* main() {
    const { ok, status } = yield* fetched('/nobody')
    return { ok, status }
  })
  expect(await run(main())).toEqual({ ok: false, status: 404 })
})

test('a deadline ends the request, and the server hears of it', async () => {
  const main = coroutine(function* main() {
    try {
      yield* waitFor(fetched('/never'), 0.05)
    } catch (error) {
      while (counted.gone === 0) yield* sleep(0.001)
      return [error instanceof TimeoutError, yield* idAt('/users/7')]
    }
    return []
  })
  expect(await run(main())).toEqual([true, 7])
})

test('a request that fails ends the others of its group', async () => {
  const refused = coroutine(function* refused() {
    while (counted.inFlight === 0) yield* sleep(0.001)
    return yield* fetched('/nobody', { method: 'NO METHOD' })
  })
  const main = coroutine(function* main() {
    try {
      yield* asyncWith(new TaskGroup(), function* (group) {
        group.createTask(fetched('/never'))
        group.createTask(refused())
      })
    } catch (error) {
      while (counted.gone === 0) yield* sleep(0.001)
      return error instanceof ExceptionGroup && error.exceptions.map(String)
    }
    return []
  })
  expect(await run(main())).toEqual([expect.stringMatching(/^TypeError: .*NO METHOD/)])
})

test('answers are handled in the order in which they come', async () => {
  const main = coroutine(function* main() {
    const tasks = [90, 10, 50].map(after => createTask(idAt(`/users/${after}?after=${after}`)))
    const order: number[] = []
    for (const next of asCompleted(tasks)) order.push(yield* next)
    return order
  })
  expect(await run(main())).toEqual([10, 50, 90])
})

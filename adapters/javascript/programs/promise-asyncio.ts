/** A little asyncio whose coroutines are promises, to run programs of the `async` style on. */

type Settle = () => void

export async function run<T>(main: Promise<T>): Promise<T> {
  return await main
}

export function sleep<T>(delay: number, result: T | null = null): Promise<T | null> {
  return new Promise((resolve) => setTimeout(resolve, delay * 1000, result))
}

export async function gather(...all: readonly unknown[]): Promise<unknown[]> {
  const last = all.at(-1)
  const options = typeof last === 'object' && last !== null && 'returnExceptions' in last ? last : undefined
  const awaitables = options === undefined ? all : all.slice(0, -1)
  if (options?.returnExceptions !== true) return await Promise.all(awaitables)
  return (await Promise.allSettled(awaitables)).map((each) => (each.status === 'fulfilled' ? each.value : each.reason))
}

/** A future is a promise that others settle. */
export class Future extends Promise<unknown> {
  readonly #settle: readonly [(value: unknown) => void, (error: unknown) => void]

  constructor() {
    let settle: [(value: unknown) => void, (error: unknown) => void] = [() => {}, () => {}]
    super((...both) => (settle = both))
    this.#settle = settle
  }

  /** What `then` gives is a mere promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise
  }

  setResult(value: unknown): void {
    this.#settle[0](value)
  }

  setException(error: unknown): void {
    this.#settle[1](error)
  }
}

export function createTask(coro: Promise<unknown>): Promise<unknown> {
  return coro
}

export class Event {
  #set = false
  readonly #waiting: Settle[] = []

  isSet(): boolean {
    return this.#set
  }

  set(): void {
    this.#set = true
    for (const settle of this.#waiting.splice(0)) settle()
  }

  async wait(): Promise<true> {
    if (!this.#set) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    return true
  }
}

export class Lock {
  #locked = false
  readonly #waiting: Settle[] = []

  locked(): boolean {
    return this.#locked
  }

  async acquire(): Promise<true> {
    if (this.#locked) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#locked = true
    return true
  }

  release(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#locked = false
    else next()
  }

  async __aenter__(): Promise<null> {
    await this.acquire()
    return null
  }

  async __aexit__(): Promise<null> {
    this.release()
    return null
  }
}

export class Queue {
  readonly #items: unknown[] = []
  readonly #takers: ((item: unknown) => void)[] = []

  async put(item: unknown): Promise<null> {
    this.putNowait(item)
    return null
  }

  putNowait(item: unknown): void {
    const taker = this.#takers.shift()
    if (taker === undefined) this.#items.push(item)
    else taker(item)
  }

  async get(): Promise<unknown> {
    return this.#items.length > 0 ? this.#items.shift() : await new Promise((resolve) => this.#takers.push(resolve))
  }
}

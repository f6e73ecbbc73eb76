import { className } from './type-name.ts'
import { coroutine, type Coroutine, type CoroutineBody } from './coroutine.ts'
import { Event } from './event.ts'
import { QueueEmpty, QueueFull, QueueShutDown } from './exceptions/asyncio-errors.ts'
import { ValueError } from './exceptions/errors.ts'
import { length } from './length.ts'
import { LoopBound } from './loop-bound.ts'
import { repr } from './repr.ts'
import { removeWaiter, type Waiters } from './waiters.ts'

/**
 * Items handed from producers to consumers, first in first out.
 * A subclass gives another order by overriding `_init`, `_get` and `_put`, as in Python.
 * CPython 3.14 `queues.py`, `Queue`.
 */
export class Queue<T = unknown> extends LoopBound {
  protected readonly _maxsize: number
  protected readonly _getters: Waiters = []
  protected readonly _putters: Waiters = []
  protected readonly _finished = new Event()
  protected _unfinishedTasks = 0
  protected _isShutdown = false
  declare protected _queue: T[]

  /** `maxsize`: how many items it holds before `put()` waits; 0 or less for no limit. */
  constructor(maxsize = 0) {
    super()
    this._maxsize = maxsize
    this._finished.set()
    this._init(maxsize)
  }

  protected _init(_maxsize: number): void {
    this._queue = []
  }

  protected _get(): T {
    const [item] = this._queue.splice(0, 1)
    // Called only while there are items; `T` itself may include undefined.
    return item as T
  }

  protected _put(item: T): void {
    this._queue.push(item)
  }

  override toString(): string {
    return `<${className(this)} at 0x… ${this._format()}>`
  }

  /** CPython's `str`: its `repr` without the address. */
  __str__(): string {
    return `<${className(this)} ${this._format()}>`
  }

  protected _format(): string {
    let text = `maxsize=${repr(this._maxsize)}`
    if (!this.empty()) text += ` _queue=${repr(this._queue)}`
    if (this._getters.length > 0) text += ` _getters[${this._getters.length}]`
    if (this._putters.length > 0) text += ` _putters[${this._putters.length}]`
    if (this._unfinishedTasks !== 0) text += ` tasks=${this._unfinishedTasks}`
    return this._isShutdown ? `${text} shutdown` : text
  }

  /** How many items are in it. */
  qsize(): number {
    return Number(length(this._queue))
  }

  /** How many items it holds before `put()` waits; 0 or less for no limit. */
  get maxsize(): number {
    return this._maxsize
  }

  /** Whether there is nothing in it. */
  empty(): boolean {
    return this.qsize() === 0
  }

  /** Whether it holds `maxsize` items; never when there is no limit. */
  full(): boolean {
    return this._maxsize > 0 && this.qsize() >= this._maxsize
  }

  /** Puts an item in, waiting for room; throws `QueueShutDown` when the queue is shut down. */
  put(item: T): Coroutine<null> {
    return Queue.#put(this, item)
  }

  static readonly #put = coroutine(function* put<T>(queue: Queue<T>, item: T) {
    while (queue.full()) {
      if (queue._isShutdown) throw new QueueShutDown()
      yield* queue.turn(queue._putters, () => !queue.full())
    }
    queue.putNowait(item)
    return null
  }, 'Queue.put')

  /** Waits among `waiters` to be woken; a wake-up that this task cannot take goes to the next, if there is work for it. */
  private *turn(waiters: Waiters, isWork: () => boolean): CoroutineBody<void> {
    const waiter = this._getLoop().createFuture<null>()
    waiters.push(waiter)
    try {
      yield* waiter
    } catch (error) {
      waiter.cancel()
      removeWaiter(waiters, waiter)
      if (isWork() && !waiter.cancelled()) wakeUpNext(waiters)
      throw error
    }
  }

  /** Puts an item in; throws `QueueFull` when there is no room, `QueueShutDown` when the queue is shut down. */
  putNowait(item: T): void {
    if (this._isShutdown) throw new QueueShutDown()
    if (this.full()) throw new QueueFull()
    this._put(item)
    this._unfinishedTasks += 1
    this._finished.clear()
    wakeUpNext(this._getters)
  }

  /** Takes an item out, waiting for one; throws `QueueShutDown` when the queue is empty and shut down. */
  get(): Coroutine<T> {
    return Queue.#get(this)
  }

  static readonly #get = coroutine(function* get<T>(queue: Queue<T>) {
    while (queue.empty()) {
      if (queue._isShutdown) throw new QueueShutDown()
      yield* queue.turn(queue._getters, () => !queue.empty())
    }
    return queue.getNowait()
  }, 'Queue.get')

  /** Takes an item out; throws `QueueEmpty` when there is none, `QueueShutDown` when there will be none. */
  getNowait(): T {
    if (this.empty()) throw this._isShutdown ? new QueueShutDown() : new QueueEmpty()
    const item = this._get()
    wakeUpNext(this._putters)
    return item
  }

  /** Says that an item taken out has been dealt with; throws `ValueError` when called more often than items were put in. */
  taskDone(): void {
    if (this._unfinishedTasks <= 0) throw new ValueError('task_done() called too many times')
    this._unfinishedTasks -= 1
    if (this._unfinishedTasks === 0) this._finished.set()
  }

  /** Waits until every item that was put in has been dealt with. */
  join(): Coroutine<null> {
    return Queue.#join(this)
  }

  static readonly #join = coroutine(function* join(queue: Queue) {
    if (queue._unfinishedTasks > 0) yield* queue._finished.wait()
    return null
  }, 'Queue.join')

  /**
   * From now on nothing can be put in, and nothing taken out once the queue is empty: who tries or waits gets
   * `QueueShutDown`. With `immediate` the items still in it are dropped and count as dealt with.
   */
  shutdown(immediate = false): void {
    this._isShutdown = true
    if (immediate) {
      while (!this.empty()) {
        this._get()
        if (this._unfinishedTasks > 0) this._unfinishedTasks -= 1
      }
      if (this._unfinishedTasks === 0) this._finished.set()
    }
    wakeUpAll(this._getters)
    wakeUpAll(this._putters)
  }
}

function wakeUpNext(waiters: Waiters): void {
  for (;;) {
    const waiter = waiters.shift()
    if (waiter === undefined) return
    if (waiter.done()) continue
    waiter.setResult(null)
    return
  }
}

function wakeUpAll(waiters: Waiters): void {
  for (const waiter of waiters.splice(0)) {
    if (!waiter.done()) waiter.setResult(null)
  }
}

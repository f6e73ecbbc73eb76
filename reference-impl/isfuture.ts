import { isForeignFuture } from './foreign-future.ts'
import { Future } from './future.ts'

/** Whether it is a future, or an object that says that it is one: what asyncio asks of it, it must have. CPython 3.14 base_futures.py. */
export function isfuture<T>(value: unknown): value is Future<T> { return value instanceof Future || isForeignFuture(value) }

import { isForeignFuture } from './foreign-future.ts'
import { Future } from './future.ts'

/** Whether it is a future, or an object that says that it is one. CPython 3.14 base_futures.py. */
export function isfuture(value: unknown): boolean { return value instanceof Future || isForeignFuture(value) }

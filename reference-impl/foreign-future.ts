import type { CallOptions } from './future.ts'

/** A future of the program's own: its class has `_asyncioFutureBlocking`, as asyncio's protocol wants it. */
export interface ForeignFuture {
  _asyncioFutureBlocking: boolean
  getLoop?(): unknown
  addDoneCallback(callback: (future: { result(): unknown }) => unknown, options: CallOptions): void
  cancel(message?: unknown): boolean
}

/** CPython 3.14 base_futures.py, isfuture, for what is no Future of ours. */
export function isForeignFuture(value: unknown): value is ForeignFuture {
  if (typeof value !== 'object' || value === null || !('_asyncioFutureBlocking' in value.constructor)) return false
  return '_asyncioFutureBlocking' in value && value._asyncioFutureBlocking !== null && value._asyncioFutureBlocking !== undefined
}

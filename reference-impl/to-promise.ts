import type { ConcurrentFuture } from './concurrent-future.ts'
import type { Future } from './future.ts'

/**
 * A promise that becomes what the future or task does, for code that is no coroutine; the other way round is
 * `fromPromise`. The loop must be running, or run later, for it to settle.
 */
export function toPromise<T>(future: Future<T> | ConcurrentFuture<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    future.addDoneCallback(() => {
      try {
        resolve(future.result())
      } catch (error) {
        reject(error)
      }
    })
  })
}

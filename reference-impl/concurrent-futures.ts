// Python's module `concurrent.futures`, under its names, as far as asyncio meets it.
export { BrokenExecutor, ConcurrentCancelledError as CancelledError, ConcurrentInvalidStateError as InvalidStateError } from './concurrent-errors.ts'
export { ConcurrentFuture as Future } from './concurrent-future.ts'
export { Executor } from './executor.ts'
export { TimeoutError } from './exceptions/os-errors.ts'
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION } from './return-when.ts'
export { ThreadPoolExecutor } from './thread-pool-executor.ts'

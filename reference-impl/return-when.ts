/** `wait` returns as soon as one has ended. */
export const FIRST_COMPLETED = 'FIRST_COMPLETED'
/** `wait` returns as soon as one has raised an exception, or all have ended. */
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION'
/** `wait` returns when all have ended. */
export const ALL_COMPLETED = 'ALL_COMPLETED'

/** When `wait` returns; the values are those of CPython's `concurrent.futures`. */
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED

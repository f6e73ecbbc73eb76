/**
 * What an exception handler is told: `message`, and as far as they apply `exception`, `future`, `task`,
 * `handle`, `asyncgen`, `context`. A Map, as a Python dict is.
 */
export type ExceptionContext = Map<string, unknown>

/**
 * What an exception handler is told: `message`, and as far as they apply `exception`, `future`, `task`,
 * `handle`, `asyncgen`, `context`. A Map, as a Python dict is.
 */
export type ExceptionContext = Map<string, unknown>

/** The context of something made in debug mode also says where; places in source are outside of what is compared. */
export function withSource(made: { readonly _madeAt: object | null }, context: ExceptionContext): ExceptionContext {
  return made._madeAt !== null ? context.set('source_traceback', []) : context
}

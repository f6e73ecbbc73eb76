import { typeName } from './type-name.ts'

/** How a task shows its coroutine: name and state, without places in source. CPython 3.14 coroutines.py, _format_coroutine. */
export function formatCoroutine(coro: object): string {
  const name = '__qualname__' in coro ? `${String(coro.__qualname__)}()` : `<${typeName(coro)} without __name__>()`
  if (!('state' in coro)) return name
  return `${name} ${coro.state === 'CORO_CLOSED' ? 'done' : 'running'}`
}

import { future, primitive } from './module-objects.ts'
import type { Expression } from './python-tree.ts'
import { expression, text } from './template.ts'
import type { Writer } from './writer.ts'

/** Something to await, to gather, to put a deadline on: a coroutine, a task, a future, or these wrapped in each other. */
export function awaitable(w: Writer, depth = 0): Expression {
  const drawn = w.below(depth < 2 ? 24 : 14)
  if (drawn < 6) return coroutine(w)
  if (drawn < 8) return w.chance(50) ? expression`asyncio.sleep(${w.delay()})` : expression`asyncio.sleep(${w.delay()}, ${text(w.label())})`
  if (drawn < 11) return task(w)
  if (drawn < 12) return expression`${primitive(w, 'event')}.wait()`
  if (drawn < 13) return expression`${future(w)}`
  if (drawn < 14) return expression`${primitive(w, 'queue')}.get()`
  if (drawn < 16) return gathered(w, depth + 1)
  if (drawn < 19) return expression`asyncio.wait_for(${awaitable(w, depth + 1)}, ${w.delay()})`
  if (drawn < 22 && w.mixture.version === '3.14') return expression`asyncio.shield(${awaitable(w, depth + 1)})`
  return expression`asyncio.ensure_future(${awaitable(w, depth + 1)})`
}

/** A call of a later coroutine. */
export function coroutine(w: Writer): Expression {
  const callee = w.callee('coroutine')
  return callee === undefined ? expression`asyncio.sleep(${w.delay()}, ${text(w.label())})` : expression`${callee.name}()`
}

/** A task or future: one that is there, or a new one. */
export function task(w: Writer): Expression {
  const held = w.chance(60) ? w.held() : undefined
  if (held !== undefined) return expression`${held}`
  if (w.chance(25)) return expression`${future(w)}`
  return w.mixture.version === '3.14' && w.chance(8)
    ? expression`asyncio.create_task(${coroutine(w)}, eager_start=${w.chance(70) ? expression`True` : expression`False`})`
    : expression`asyncio.create_task(${coroutine(w)})`
}

/** A gather of none to four. */
export function gathered(w: Writer, depth: number): Expression {
  const children = awaitables(w, depth, w.pick([0, 1, 2, 2, 3, 4]))
  return w.chance(40) ? expression`asyncio.gather(${children}, return_exceptions=True)` : expression`asyncio.gather(${children})`
}

/** Several awaitables. */
export function awaitables(w: Writer, depth: number, count: number): Expression[] {
  return Array.from({ length: count }, () => awaitable(w, depth))
}

/** Several tasks or futures. */
export function tasks(w: Writer, count: number): Expression[] {
  return Array.from({ length: count }, () => task(w))
}


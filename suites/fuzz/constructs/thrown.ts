import type { Expression } from '../python-tree.ts'
import { expression, text } from '../template.ts'
import type { Writer } from '../writer.ts'

/** `receiver.throw(…)` with what can be thrown and what cannot, in all the forms that `throw` takes. */
export function thrownInto(w: Writer, receiver: string | Expression): Expression {
  const label = text(w.label())
  return w.pick([
    () => expression`${receiver}.throw(ValueError(${label}))`, () => expression`${receiver}.throw(ValueError(${label}))`, () => expression`${receiver}.throw(KeyError)`, () => expression`${receiver}.throw(GeneratorExit())`,
    () => expression`${receiver}.throw(asyncio.CancelledError())`, () => expression`${receiver}.throw(asyncio.CancelledError)`, () => expression`${receiver}.throw(1)`, () => expression`${receiver}.throw(None)`,
    () => expression`${receiver}.throw(log)`, () => expression`${receiver}.throw(asyncio.Lock)`, () => expression`${receiver}.throw()`, () => expression`${receiver}.throw(KeyError, ${label})`, () => expression`${receiver}.throw(KeyError, (${label}, 1))`,
    () => expression`${receiver}.throw(KeyError, KeyError(${label}))`, () => expression`${receiver}.throw(KeyError, None, None)`, () => expression`${receiver}.throw(KeyError(1), ${label})`, () => expression`${receiver}.throw(KeyError(1), None)`,
    () => expression`${receiver}.throw(KeyError, ${label}, 2)`, () => expression`${receiver}.throw(ExceptionGroup, (${label}, [KeyError(1)]))`,
  ])()
}

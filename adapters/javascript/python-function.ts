import { framed } from './runtime/index.ts'
import type { Callable } from './runtime/callable.ts'

/**
 * A JavaScript function that stands for one of an interpreted program, by whose `name` it is known; `isSeen` where the
 * program looks at the functions that are under way: V8's stack then has it by its `qualname`. What does the work stands in
 * `interpreter/`, which no call graph shows (`reference-impl/source-place.ts`); that is why this file does not.
 */
export function pythonFunction(name: string, qualname: string, isSeen: boolean, action: (self: unknown, args: unknown[]) => unknown): Callable {
  const { [name]: made } = { [name](this: unknown, ...args: unknown[]): unknown { return action(this, args) } }
  if (made === undefined) throw new Error(`no function ${name}`)
  return isSeen ? framed(made, qualname) : made
}

/** A generator that V8's stack has by its qualified name while it runs. */
export function pythonGenerator(qualname: string, steps: Generator<unknown, unknown, unknown>): Generator<unknown, unknown, unknown> {
  return framed(function* () { return yield* steps }, qualname)()
}

import { currentExceptions } from './exceptions.ts'
import { throwInto } from './thrown-as-given.ts'

type AsyncGeneratorMethod = (generator: AsyncGenerator, ...args: unknown[]) => unknown

/** What a step emitted. @throws StopAsyncIteration at the end */
async function emitted(step: Promise<IteratorResult<unknown>>): Promise<unknown> {
  const { done, value } = await step
  if (done === true) throw new (currentExceptions().StopAsyncIteration)()
  return value
}

/** Ends the generator with GeneratorExit. @throws RuntimeError when it emits another value instead */
async function closed(generator: AsyncGenerator): Promise<null> {
  const { GeneratorExit, RuntimeError } = currentExceptions()
  const exit = new GeneratorExit()
  try {
    if ((await generator.throw(exit)).done !== true) throw new RuntimeError('async generator ignored GeneratorExit')
  } catch (error) {
    if (error !== exit) throw error
  }
  return null
}

/** Python's methods of asynchronous generators, on JavaScript's; `self` comes first. */
export const asyncGeneratorMethods: Readonly<Record<string, AsyncGeneratorMethod>> = {
  __aiter__: (generator) => generator,
  __anext__: (generator) => emitted(generator.next(null)),
  asend: (generator, value) => emitted(generator.next(value)),
  athrow: (generator, ...thrown) => throwInto(thrown, (error) => emitted(generator.throw(error))),
  aclose: closed,
}

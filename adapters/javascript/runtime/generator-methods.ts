import { currentExceptions } from './exceptions.ts'
import { throwInto } from './thrown-as-given.ts'

type GeneratorMethod = (generator: Generator, ...args: unknown[]) => unknown

function yielded(result: IteratorResult<unknown>): unknown {
  if (result.done !== true) return result.value
  const { StopIteration } = currentExceptions()
  throw result.value === undefined || result.value === null ? new StopIteration() : new StopIteration(result.value)
}

/** Python's methods of generators, on JavaScript's; `self` comes first. */
export const generatorMethods: Readonly<Record<string, GeneratorMethod>> = {
  send: (generator, value) => yielded(generator.next(value)),
  throw: (generator, ...thrown) => yielded(throwInto(thrown, (error) => generator.throw(error))),
  close(generator) {
    generator.return(null)
    return null
  },
  __next__: (generator) => yielded(generator.next(null)),
  __iter__: (generator) => generator,
}

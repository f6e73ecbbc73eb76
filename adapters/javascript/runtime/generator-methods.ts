import { callValue } from './callable.ts'
import { isClass } from './callable.ts'
import { currentExceptions } from './exceptions.ts'

type GeneratorMethod = (generator: Generator, ...args: unknown[]) => unknown

function yielded(result: IteratorResult<unknown>): unknown {
  if (result.done !== true) return result.value
  const { StopIteration } = currentExceptions()
  throw result.value === undefined || result.value === null ? new StopIteration() : new StopIteration(result.value)
}

/** Python's methods of generators, on JavaScript's; `self` comes first. */
export const generatorMethods: Readonly<Record<string, GeneratorMethod>> = {
  send: (generator, value) => yielded(generator.next(value)),
  throw: (generator, error) => yielded(generator.throw(isClass(error) ? callValue(error) : error)),
  close(generator) {
    generator.return(null)
    return null
  },
  __next__: (generator) => yielded(generator.next(null)),
  __iter__: (generator) => generator,
}

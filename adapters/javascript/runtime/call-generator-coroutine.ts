import { generatorCoroutines } from './call-await.ts'
import { isCallable } from './callable.ts'
import { isGenerator } from './type-name.ts'

/** Python's `types.coroutine`: what the generator function makes can be awaited. */
export function generatorCoroutine(f: unknown): unknown {
  if (!isCallable(f)) return f
  return Object.defineProperties((...args: unknown[]) => {
    const made = f(...args)
    if (typeof made === 'object' && made !== null && isGenerator(made)) generatorCoroutines.add(made)
    return made
  }, { name: { value: f.name }, __qualname__: { value: Reflect.get(f, '__qualname__') } })
}

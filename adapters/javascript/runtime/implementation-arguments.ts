import { camelCase, snakeCase } from './camel-case.ts'
import { currentImplementation } from './exceptions.ts'
import { functionArgumentError } from './asyncio-parameters.ts'

/** What is wrong with a call of `f`, when it is a function or class that the implementation exports by its name. */
export function implementationArgumentError(f: object, given: number, keywords: readonly string[]): string | undefined {
  if (typeof f !== 'function' || f.name === '' || Reflect.get(currentImplementation(), camelCase(f.name)) !== f) return undefined
  return functionArgumentError(/^[A-Z]/.test(f.name) ? f.name : snakeCase(f.name), given, keywords)
}

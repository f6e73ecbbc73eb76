import { generatorCoroutine } from '../call-generator-coroutine.ts'
import { makeModule } from '../module.ts'
import { namedTypes } from '../types.ts'
import { isOptions } from '../options.ts'
import { pythonModule } from '../module-name.ts'
import { repr } from '../repr.ts'
import { camelCase, snakeCase } from '../camel-case.ts'

/** Python's `types.SimpleNamespace`. */
class SimpleNamespace {
  static readonly [pythonModule]: string = 'types'

  constructor(attributes: unknown) {
    if (!isOptions(attributes)) return
    for (const [name, value] of Object.entries(attributes)) Reflect.set(this, camelCase(name), value)
  }

  __repr__(): string {
    return `namespace(${Object.entries(this).map(([name, value]) => `${snakeCase(name)}=${repr(value)}`).join(', ')})`
  }
}

/** Python's `types`. */
export const types = makeModule('types', {
  ...namedTypes,
  SimpleNamespace: Object.assign((attributes: unknown) => new SimpleNamespace(attributes), { prototype: SimpleNamespace.prototype }),
  coroutine: generatorCoroutine,
})

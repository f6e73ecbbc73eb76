import { writeRepr } from './python-repr.ts'
import { pythonClassName } from './class-name.ts'

class Singleton {
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  [writeRepr](): string {
    return this.#name
  }
}

class NotImplementedType extends Singleton {
  static readonly [pythonClassName]: string = 'NotImplementedType'
}

class EllipsisType extends Singleton {
  static readonly [pythonClassName]: string = 'ellipsis'
}

/** What an operator method returns to let the other operand try. */
export const NotImplemented: object = new NotImplementedType('NotImplemented')

export const Ellipsis: object = new EllipsisType('Ellipsis')

import { camelCase } from '../camel-case.ts'
import { iterate } from '../iterate.ts'
import { instanceTest } from '../class-name.ts'
import { isOptions, options } from '../options.ts'
import { raise } from '../raise.ts'
import { splitText } from '../split-text.ts'
import { str } from '../repr.ts'
import { Dict } from '../dict.ts'
import { Tuple } from '../tuple.ts'
import { writeRepr, type Writer } from '../python-repr.ts'

class NamedTuple extends Tuple {
  [writeRepr](write: Writer): string {
    const { fields, pythonName } = this.shape()
    return `${pythonName}(${this.map((value, index) => `${fields[index] ?? ''}=${write(value)}`).join(', ')})`
  }

  shape(): { readonly fields: readonly string[]; readonly pythonName: string } {
    const cls: unknown = this.constructor
    const fields: unknown = typeof cls === 'function' ? Reflect.get(cls, 'fieldNames') : undefined
    return { fields: Array.isArray(fields) ? fields.map(str) : [], pythonName: typeof cls === 'function' ? cls.name : 'namedtuple' }
  }

  _asdict(): Dict {
    const { fields } = this.shape()
    const made = new Dict()
    for (const [index, field] of fields.entries()) made.set(field, this[index])
    return made
  }

  _replace(changes: unknown): unknown {
    const { fields } = this.shape()
    const values = fields.map((field, index) => (isOptions(changes) && field in changes ? changes[field] : this[index]))
    return Reflect.construct(this.constructor, values)
  }
}

/** Matches the arguments of a named tuple to its fields. @throws TypeError as CPython's `__new__` */
function fieldValues(fields: readonly string[], defaults: readonly unknown[], args: readonly unknown[], typename: string): unknown[] {
  const [positional, keywords] = options(args)
  if (positional.length > fields.length) raise('TypeError', `${typename}.__new__() takes ${fields.length + 1} positional arguments but ${positional.length + 1} were given`)
  const firstDefault = fields.length - defaults.length
  const missing = fields.filter((field, index) => index >= positional.length && !(field in keywords) && index < firstDefault)
  if (missing.length > 0) {
    const names = missing.map((name) => `'${name}'`)
    const listed = names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')}, and ${names.at(-1) ?? ''}`
    raise('TypeError', `${typename}.__new__() missing ${missing.length} required positional argument${missing.length === 1 ? '' : 's'}: ${listed}`)
  }
  return fields.map((field, index) => (index < positional.length ? positional[index] : field in keywords ? keywords[field] : defaults[index - firstDefault]))
}

/** Python's `collections.namedtuple`; what it makes can be called with or without `new`. */
export function namedtuple(typename: string, names: unknown, ...rest: readonly unknown[]): object {
  const [, keywords] = options(rest)
  const fields = (typeof names === 'string' ? splitText(names.replaceAll(',', ' '), null, -1) : [...iterate(names)]).map(str)
  const defaults = 'defaults' in keywords ? [...iterate(keywords['defaults'])] : []
  function made(this: unknown, ...args: unknown[]): unknown {
    const self: unknown = Reflect.construct(NamedTuple, [], new.target ?? made)
    if (Array.isArray(self)) self.push(...fieldValues(fields, defaults, args, typename))
    return self
  }
  made.prototype = Object.create(NamedTuple.prototype, { constructor: { value: made } })
  for (const [index, field] of fields.entries()) {
    Object.defineProperty(made.prototype, camelCase(field), { get(this: readonly unknown[]) { return this[index] } })
  }
  return Object.defineProperties(made, {
    name: { value: typename },
    fieldNames: { value: fields },
    _fields: { value: Tuple.of(...fields) },
    _make: { value: (values: unknown) => Reflect.construct(made, [...iterate(values)]) },
    [instanceTest]: { value: (x: unknown) => x instanceof Tuple && Object.prototype.isPrototypeOf.call(made.prototype, x) },
  })
}

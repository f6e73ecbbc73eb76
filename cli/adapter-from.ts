import { adapterFields } from '../adapters/adapter-fields.ts'
import type { Adapter } from '../adapters/adapter.ts'
import { shown } from '../adapters/shown.ts'

/** What is wrong with each field of an adapter; `undefined` when it is as the contract says. */
const fields: Readonly<Record<keyof Adapter, (value: unknown) => string | undefined>> = {
  ...adapterFields,
  run: (value) => (typeof value === 'function' ? undefined : 'a function (program, limits) => Promise<Run>'),
  close: (value) => (typeof value === 'function' ? undefined : 'a function () => Promise<void>'),
}

/** `value`, or what it returns when it is a function, as an adapter. Throws an `Error` that names the fields that are wrong. */
export async function adapterFrom(value: unknown): Promise<Adapter> {
  const candidate: unknown = typeof value === 'function' ? await value() : value
  if (typeof candidate !== 'object' || candidate === null) {
    if (typeof value === 'function') throw new Error(`its default export is a function that returned ${candidate === undefined ? 'nothing' : shown(candidate)}, and should return an Adapter`)
    throw new Error(`its default export is ${shown(value)}, and should be an Adapter or a function that returns one`)
  }
  if (isAdapter(candidate)) return candidate
  const wrong = Object.entries(fields).flatMap(([field, check]) => {
    const found: unknown = Reflect.get(candidate, field)
    const expected = check(found)
    return expected === undefined ? [] : [`${field} is ${shown(found)} and should be ${expected}`]
  })
  throw new Error(`its default export is no Adapter: ${wrong.join('; ')}`)
}

function isAdapter(candidate: object): candidate is Adapter {
  return Object.entries(fields).every(([field, check]) => check(Reflect.get(candidate, field)) === undefined)
}

import { adapterFields } from '../adapter-fields.ts'
import { shown } from '../shown.ts'
import type { JavaScriptAdapterOptions } from './javascript-adapter.ts'

type Check = (value: unknown) => string | undefined

const optional = (check: Check): Check => (value) => (value === undefined ? undefined : check(value))

/** What each option should be; `undefined` when a value is that. */
const options: Readonly<Record<keyof JavaScriptAdapterOptions, Check>> = {
  name: adapterFields.name,
  claims: adapterFields.claims,
  asyncio: (value) => ((typeof value === 'object' && value !== null && !(value instanceof Promise)) || typeof value === 'function' ? undefined : "a module with asyncio's names in camelCase, or a function that makes a world"),
  realClock: optional((value) => (typeof value === 'function' ? undefined : 'a function that makes a world')),
  style: optional((value) => (value === 'generator' || value === 'async' ? undefined : "'generator' or 'async'")),
  clock: optional(adapterFields.clock),
  interprets: optional((value) => (typeof value === 'boolean' ? undefined : 'true or false')),
  lacks: optional(adapterFields.lacks),
  level: adapterFields.level,
}

/** `given`; throws a TypeError that names all that is wrong with it, which the compiler has not seen where an adapter is JavaScript. */
export function checkedOptions(given: JavaScriptAdapterOptions): JavaScriptAdapterOptions {
  const value: unknown = given
  if (typeof value !== 'object' || value === null) throw new TypeError(`javascriptAdapter takes an object of options, ${Object.keys(options).join(', ')}; it was given ${shown(value)}`)
  const wrong = [
    ...Object.keys(value).filter((name) => !Object.hasOwn(options, name)).map((name) => `there is no option ${name}: it takes ${Object.keys(options).join(', ')}`),
    ...Object.entries(options).flatMap(([name, check]) => {
      const expected = check(Reflect.get(value, name))
      return expected === undefined ? [] : [`${name} is ${shown(Reflect.get(value, name))}, and should be ${expected}`]
    }),
  ]
  if (wrong.length === 0) wrong.push(...lacking(given))
  if (wrong.length > 0) throw new TypeError(`javascriptAdapter: ${wrong.join('; ')}`)
  return given
}

/** Every program with a coroutine calls these. */
function lacking({ asyncio, style }: JavaScriptAdapterOptions): readonly string[] {
  if (typeof asyncio === 'function') return []
  const missing = (style === 'async' ? ['run'] : ['run', 'coroutine']).filter((name) => typeof Reflect.get(asyncio, name) !== 'function')
  if (missing.length === 0) return []
  const found = Object.keys(asyncio).slice(0, 10)
  return [`asyncio has no function ${missing.join(' and ')}, which programs of style '${style ?? 'generator'}' call; it has ${found.length === 0 ? 'nothing' : found.join(', ')}`]
}

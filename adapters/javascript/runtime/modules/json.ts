import { Dict } from '../dict.ts'
import { makeModule } from '../module.ts'
import { raise } from '../raise.ts'
import { str } from '../repr.ts'
import { typeName } from '../type-name.ts'

function dumps(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return JSON.stringify(value ?? null)
  if (typeof value === 'string') return JSON.stringify(value).replaceAll(/[\u007f-\uffff]/g, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
  if (Array.isArray(value)) return `[${value.map(dumps).join(', ')}]`
  if (value instanceof Map) return `{${Array.from(value, ([key, each]) => `${dumps(typeof key === 'string' ? key : str(key))}: ${dumps(each)}`).join(', ')}}`
  return raise('TypeError', `Object of type ${typeName(value)} is not JSON serializable`)
}

function loads(text: unknown): unknown {
  return JSON.parse(text instanceof Uint8Array ? new TextDecoder().decode(text) : str(text), (_, value: unknown) => (isPlain(value) ? dictOf(value) : value))
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map)
}

function dictOf(value: object): Dict {
  const made = new Dict()
  for (const [key, each] of Object.entries(value)) made.set(key, each)
  return made
}

/** Python's `json`: `dumps` and `loads`. */
export const json = makeModule('json', { dumps, loads })

import { format } from './format.ts'
import { item } from './subscript.ts'
import type { Options } from './options.ts'
import { raise } from './raise.ts'
import { repr, str } from './repr.ts'

/**
 * Python's `template.format(*args, **keywords)`.
 *
 * @throws IndexError `Replacement index 1 out of range for positional args tuple`
 * @throws KeyError the missing name
 */
export function strFormat(template: string, args: readonly unknown[], keywords: Options | ReadonlyMap<unknown, unknown>, attributeOf: Arguments['attributeOf']): string {
  const numbering: Numbering = { automatic: 0, manual: false }
  return expand(template, { args, keywords, numbering, attributeOf })
}

interface Numbering {
  automatic: number
  manual: boolean
}

interface Arguments {
  readonly args: readonly unknown[]
  readonly keywords: Options | ReadonlyMap<unknown, unknown>
  readonly numbering: Numbering
  readonly attributeOf: (x: unknown, name: string) => unknown
}

function expand(template: string, given: Arguments): string {
  let text = ''
  for (let at = 0; at < template.length; at++) {
    const character = template.charAt(at)
    if (character !== '{' && character !== '}') text += character
    else if (template.charAt(at + 1) === character) {
      text += character
      at++
    } else if (character === '}') raise('ValueError', "Single '}' encountered in format string")
    else {
      const end = closing(template, at)
      text += field(template.slice(at + 1, end), given)
      at = end
    }
  }
  return text
}

function closing(template: string, open: number): number {
  let depth = 0
  for (let at = open; at < template.length; at++) {
    if (template.charAt(at) === '{') depth++
    else if (template.charAt(at) === '}' && --depth === 0) return at
  }
  return open === template.length - 1 ? raise('ValueError', "Single '{' encountered in format string") : raise('ValueError', "expected '}' before end of string")
}

function field(source: string, given: Arguments): string {
  const [, path = '', conversion, spec = ''] = /^([^!:]*)(?:!([^:]*))?(?::(.*))?$/s.exec(source) ?? []
  const value = lookUp(path, given)
  const converted = conversion === undefined ? value : conversion === 's' ? str(value) : repr(value)
  return format(converted, expand(spec, given))
}

function lookUp(path: string, { args, keywords, numbering, attributeOf }: Arguments): unknown {
  const [, first = '', rest = ''] = /^([^.[]*)(.*)$/s.exec(path) ?? []
  let value: unknown
  if (first === '' || /^\d+$/.test(first)) {
    const index = position(first, numbering)
    if (index >= args.length) raise('IndexError', `Replacement index ${index} out of range for positional args tuple`)
    value = args[index]
  } else {
    const present = keywords instanceof Map ? keywords.has(first) : Object.hasOwn(keywords, first)
    if (!present) raise('KeyError', first)
    value = keywords instanceof Map ? keywords.get(first) : Reflect.get(keywords, first)
  }
  for (const [, name, key] of rest.matchAll(/\.([^.[]+)|\[([^\]]+)\]/g)) {
    value = name === undefined ? item(value, /^\d+$/.test(key ?? '') ? Number(key) : key) : attributeOf(value, name)
  }
  return value
}

function position(text: string, numbering: Numbering): number {
  if (text !== '') {
    if (numbering.automatic > 0) raise('ValueError', 'cannot switch from automatic field numbering to manual field specification')
    numbering.manual = true
    return Number(text)
  }
  if (numbering.manual) raise('ValueError', 'cannot switch from manual field specification to automatic field numbering')
  return numbering.automatic++
}

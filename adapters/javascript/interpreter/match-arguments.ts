import type { Parameters } from '../compiler/arguments.ts'

/** Keyword arguments of a call, by Python's names. */
export type Keywords = Readonly<Record<string, unknown>>

/**
 * The arguments of a call in the order and form in which the callee takes them: what has a place there by position, the
 * others in an object behind. Undefined when they do not fit.
 */
export function matchArguments(args: readonly unknown[], keywords: Keywords, parameters: Parameters, optionName: (name: string) => string): unknown[] | undefined {
  const { positional, positionalOnly, options, rest, anyOption, required, requiredOptions } = parameters
  if (args.length > positional.length && !rest) return undefined
  const placed = [...args]
  const named: Record<string, unknown> = {}
  let hasNamed = false
  for (const [name, value] of Object.entries(keywords)) {
    const index = positional.indexOf(name)
    if (index >= positionalOnly) {
      if (index < args.length) return undefined
      placed[index] = value
    } else if (options.includes(name) || anyOption) {
      named[optionName(name)] = value
      hasNamed = true
    } else return undefined
  }
  for (let i = 0; i < required; i++) if (placed[i] === undefined) return undefined
  if (requiredOptions.some((name) => !Object.hasOwn(keywords, name))) return undefined
  if (!hasNamed) return placed
  while (placed.length < positional.length) placed.push(undefined)
  return [...placed, named]
}

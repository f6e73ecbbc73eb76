import type { CallSignature } from './call-signature.ts'
import { nearestName } from './nearest-name.ts'

/**
 * What CPython says of a call of a Python function that its arguments do not fit: `given` by position, `keywords` by
 * name. Undefined when they fit. CPython 3.14 Python/ceval.c, initialize_locals
 */
export function argumentError(name: string, signature: CallSignature, given: number, keywords: readonly string[]): string | undefined {
  const { positional, positionalOnly, defaults, rest, named, anyName } = signature
  const onlyByPosition: string[] = []
  const placed = new Set<number>()
  for (const key of keywords) {
    const index = positional.indexOf(key)
    if (index >= positionalOnly) {
      if (index < given) return `${name}() got multiple values for argument '${key}'`
      placed.add(index)
    } else if (index >= 0 && !anyName) onlyByPosition.push(key)
    else if (!named.has(key) && !anyName) return `${name}() got an unexpected keyword argument '${key}'${meant(key, signature)}`
  }
  if (onlyByPosition.length > 0) return `${name}() got some positional-only arguments passed as keyword arguments: '${onlyByPosition.join(', ')}'`
  if (given > positional.length && !rest) return tooMany(name, signature, given, keywords.filter((key) => named.has(key)).length)
  const required = positional.slice(0, positional.length - defaults)
  return missing(name, 'positional', required.filter((_, i) => i >= given && !placed.has(i)))
    ?? missing(name, 'keyword-only', [...named].filter(([key, kind]) => kind === 'required' && !keywords.includes(key)).map(([key]) => key))
}

/** CPython 3.14 Python/ceval.c, initialize_locals: a parameter whose name is near, `self` included. */
function meant(key: string, { positional, positionalOnly, named, implicit }: CallSignature): string {
  const nearest = nearestName(key, [...implicit > 0 && positionalOnly === 0 ? ['self'] : [], ...positional.slice(positionalOnly), ...named.keys()])
  return nearest === undefined ? '' : `. Did you mean '${nearest}'?`
}

function missing(name: string, kind: string, absent: readonly string[]): string | undefined {
  if (absent.length === 0) return undefined
  const quoted = absent.map((each) => `'${each}'`)
  const last = quoted.pop()
  const list = quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`
  return `${name}() missing ${absent.length} required ${kind} argument${absent.length === 1 ? '' : 's'}: ${list}`
}

/** CPython 3.14 Python/ceval.c, too_many_positional */
function tooMany(name: string, { positional, defaults, implicit }: CallSignature, given: number, byName: number): string {
  const most = positional.length + implicit
  const count = given + implicit
  const takes = defaults > 0 ? `from ${most - defaults} to ${most}` : String(most)
  const plural = defaults > 0 || most !== 1 ? 's' : ''
  const extra = byName === 0 ? '' : ` positional argument${count === 1 ? '' : 's'} (and ${byName} keyword-only argument${byName === 1 ? '' : 's'})`
  return `${name}() takes ${takes} positional argument${plural} but ${count}${extra} ${count === 1 && byName === 0 ? 'was' : 'were'} given`
}

import type { CallSignature } from './call-signature.ts'

/** How a function in C takes its arguments: none, one, any or a count of positional ones, or parsed like Python's. */
export interface NativeConvention {
  readonly kind: 'none' | 'one' | 'any' | 'count' | 'parsed'
  /** `Future.done`, where only that is said in some messages. */
  readonly fullName: string
}

/** What CPython says of a call of a function in C that its arguments do not fit. CPython 3.14 Objects/methodobject.c and Python/getargs.c */
export function nativeArgumentError(name: string, signature: CallSignature, { kind, fullName }: NativeConvention, given: number, keywords: readonly string[]): string | undefined {
  if (kind === 'parsed') return parsedError(name, signature, given, keywords)
  if (keywords.length > 0) return `${fullName}() takes no keyword arguments`
  switch (kind) {
    case 'any': return undefined
    case 'none': return given === 0 ? undefined : `${name}() takes no arguments (${given} given)`
    case 'one': return given === 1 ? undefined : `${name}() takes exactly one argument (${given} given)`
    case 'count': {
      const most = signature.positional.length
      const least = most - signature.defaults
      if (given >= least && given <= most) return undefined
      const bound = given < least ? least : most
      return `${name} expected ${least === most ? '' : given < least ? 'at least ' : 'at most '}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`
    }
  }
}

/** getargs.c, _PyArg_UnpackKeywords */
function parsedError(name: string, { positional, positionalOnly, defaults, named }: CallSignature, given: number, keywords: readonly string[]): string | undefined {
  const most = positional.length + named.size
  const all = given + keywords.length
  if (most === 0) return all === 0 ? undefined : `${name}() takes no arguments`
  if (all > most) return `${name}() takes at most ${most} ${given === 0 ? 'keyword ' : ''}argument${most === 1 ? '' : 's'} (${all} given)`
  const least = positional.length - defaults
  if (given > positional.length) {
    if (positional.length === 0) return `${name}() takes no positional arguments`
    return `${name}() takes ${least < positional.length ? 'at most' : 'exactly'} ${positional.length} positional argument${positional.length === 1 ? '' : 's'} (${given} given)`
  }
  const byPosition = Math.min(least, positionalOnly)
  if (given < byPosition) return `${name}() takes ${byPosition < positional.length ? 'at least' : 'exactly'} ${byPosition} positional argument${byPosition === 1 ? '' : 's'} (${given} given)`
  const absent = positional.findIndex((each, i) => i >= given && i < least && !keywords.includes(each))
  if (absent >= 0) return `${name}() missing required argument '${positional[absent] ?? ''}' (pos ${absent + 1})`
  const unknown = keywords.find((key) => !named.has(key) && positional.indexOf(key) < positionalOnly)
  return unknown === undefined ? undefined : `${name}() got an unexpected keyword argument '${unknown}'`
}

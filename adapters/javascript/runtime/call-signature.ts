/** What a function of the program takes, as the compiler describes it. */
export interface CallSignature {
  readonly positional: readonly string[]
  readonly positionalOnly: number
  /** The positional ones with a default, all behind those without. */
  readonly defaults: number
  readonly rest: boolean
  readonly named: ReadonlyMap<string, 'required' | 'optional'>
  readonly anyName: boolean
  /** Arguments that Python counts and JavaScript does not: `self`. */
  readonly implicit: number
}

const signatures = new WeakMap<object, CallSignature | string>()
const implicits = new WeakMap<object, number>()

/** Tells the runtime what `f` takes: `'a, b=, /, *args, c=, **kwargs'`; `implicit` is 1 for a method. Returns `f`. */
export function signature<F extends object>(f: F, text: string, implicit = 0): F {
  signatures.set(f, text)
  implicits.set(f, implicit)
  return f
}

/** What `f`, or the function a bound method is of, was said to take. */
export function signatureOf(f: object): CallSignature | undefined {
  const known = signatures.get(f)
  if (known === undefined) {
    const of: unknown = Object.hasOwn(f, '__func__') ? Reflect.get(f, '__func__') : undefined
    return typeof of === 'function' ? signatureOf(of) : undefined
  }
  if (typeof known !== 'string') return known
  const read = readSignature(known, implicits.get(f) ?? 0)
  signatures.set(f, read)
  return read
}

/** Reads the notation of `signature`. */
export function readSignature(text: string, implicit: number): CallSignature {
  const positional: string[] = []
  const named = new Map<string, 'required' | 'optional'>()
  let [positionalOnly, defaults, rest, anyName, afterStar] = [0, 0, false, false, false]
  for (const part of text === '' ? [] : text.split(', ')) {
    if (part === '/') positionalOnly = positional.length
    else if (part.startsWith('**')) anyName = true
    else if (part.startsWith('*')) [afterStar, rest] = [true, part.length > 1]
    else {
      const name = part.replace('=', '')
      if (afterStar) named.set(name, part === name ? 'required' : 'optional')
      else {
        positional.push(name)
        if (part !== name) defaults++
      }
    }
  }
  return { positional, positionalOnly, defaults, rest, named, anyName, implicit }
}

/** Gives a function Python's qualified name. Returns it. */
export function named<F extends object>(f: F, qualname: string): F {
  const written: F & { __name__?: string, __qualname__?: string } = f
  written.__qualname__ = qualname
  written.__name__ = qualname.slice(qualname.lastIndexOf('.') + 1)
  return f
}

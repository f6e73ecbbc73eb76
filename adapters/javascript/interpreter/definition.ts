import { isClass, keywordDict, raise, snakeCase, Tuple } from '../runtime/index.ts'
import { argumentError } from '../runtime/argument-error.ts'
import { isOptions } from '../runtime/options.ts'
import type { Parameters } from '../compiler/arguments.ts'
import type { FunctionNode, Of } from '../compiler/parse.ts'
import { Frame } from './frame.ts'
import type { ScopeOutline } from './outline.ts'
import { matchArguments, type Keywords } from './match-arguments.ts'

/** A function, method or lambda of the program as it was defined: what it takes, and where it stands. */
export class Definition {
  readonly node: FunctionNode | Of<'Lambda'>
  readonly qualname: string
  readonly scope: ScopeOutline
  readonly #outer: Frame
  readonly #self: string | undefined
  readonly #parameters: Parameters
  readonly #defaults: readonly unknown[]
  readonly #namedDefaults: ReadonlyMap<string, unknown>

  /** `self` is the name of a method's object. */
  constructor(outer: Frame, node: FunctionNode | Of<'Lambda'>, qualname: string, self: string | undefined, defaults: readonly unknown[], namedDefaults: ReadonlyMap<string, unknown>) {
    this.node = node
    this.qualname = qualname
    this.scope = outer.program.outline.scope(node)
    this.#outer = outer
    this.#self = self
    this.#parameters = outer.program.outline.parameters(node, self === undefined ? 0 : 1)
    this.#defaults = defaults
    this.#namedDefaults = namedDefaults
  }

  get asyncio(): object {
    return this.#outer.program.asyncio
  }

  /** The call of what was made of it. @throws TypeError when the arguments do not fit */
  call(callee: unknown, args: unknown[], named: Keywords | undefined): unknown {
    const given = named === undefined ? args : this.#matched(args, named)
    if (isClass(callee)) return new callee(...given)
    if (typeof callee !== 'function') throw new Error('a definition of what is no function')
    return Reflect.apply(callee, undefined, given)
  }

  /** The call as a method. @throws TypeError when the arguments do not fit */
  callOn(self: object, method: unknown, args: unknown[], named: Keywords | undefined): unknown {
    if (typeof method !== 'function' || isClass(method)) return this.call(method, args, named)
    return Reflect.apply(method, self, named === undefined ? args : this.#matched(args, named))
  }

  #matched(args: unknown[], named: Keywords): unknown[] {
    return matchArguments(args, named, this.#parameters, (name) => name) ?? this.#misfit(args.length, Object.keys(named))
  }

  #misfit(given: number, keywords: readonly string[]): never {
    const { positional, positionalOnly, rest, anyOption, options, requiredOptions } = this.#parameters
    const named = new Map(options.map((name) => [name, requiredOptions.includes(name) ? 'required' : 'optional'] as const))
    const signature = { positional, positionalOnly, defaults: this.#defaults.length, rest, named, anyName: anyOption, implicit: this.#self === undefined ? 0 : 1 }
    return raise('TypeError', argumentError(this.qualname, signature, given, keywords) ?? `${this.qualname}() does not take these arguments`)
  }

  /** A frame with the arguments as its variables. @throws TypeError when they do not fit */
  frame(self: unknown, args: unknown[]): Frame {
    const outer = this.#outer
    const frame = new Frame(outer.program, this.scope, outer === outer.program.module ? undefined : outer, this.qualname)
    const { values } = frame
    if (this.#self !== undefined) values.set(this.#self, self)
    const { positional, rest, options, required, requiredOptions } = this.#parameters
    const { length } = positional
    let named: Keywords = none
    let given = args
    if (isOptions(args[args.length - 1])) {
      given = this.#matched(args.slice(0, -1), inPython(args[args.length - 1]))
      const last = given[given.length - 1]
      if (isOptions(last)) {
        named = last
        given.pop()
      }
    } else if (requiredOptions.length > 0) this.#misfit(given.length, [])
    let count = given.length
    // What an implementation hands over may be JavaScript's undefined, which is nothing.
    const most = rest ? Infinity : length
    while (count > most && given[count - 1] === undefined) count--
    if (count < required || count > most) this.#misfit(count, [])
    for (let i = 0; i < length; i++) {
      const value = i < count ? given[i] : undefined
      values.set(positional[i] ?? '', value === undefined ? this.#default(i, count) : value)
    }
    const { vararg, kwarg } = this.node.args
    if (vararg) values.set(vararg.arg, Tuple.from(given.slice(length)))
    for (const name of options) values.set(name, (Object.hasOwn(named, name) ? named[name] : this.#namedDefaults.get(name)) ?? null)
    if (kwarg) values.set(kwarg.arg, keywordDict(Object.fromEntries(Object.entries(named).filter(([name]) => !options.includes(name)))))
    return frame
  }

  #default(place: number, given: number): unknown {
    const index = place - (this.#parameters.positional.length - this.#defaults.length)
    if (index >= 0) return this.#defaults[index] ?? null
    // An argument that is JavaScript's undefined.
    return place < given ? null : this.#misfit(given, [])
  }
}

const none: Keywords = {}

/** Keywords that an implementation hands over have JavaScript's names. */
function inPython(options: unknown): Keywords {
  if (!isOptions(options)) return none
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name === 'eagerStart' ? snakeCase(name) : name, value]))
}

const definitionKey = Symbol('definition')

interface Defined {
  [definitionKey]?: Definition
}

/** Notes what a function or class of the program was made of. Returns it. */
export function define<F extends object>(made: F & Defined, definition: Definition): F {
  made[definitionKey] = definition
  return made
}

/** What a function or class of the program was made of; a class has what those above it have. */
export function definitionOf(x: unknown): Definition | undefined {
  return isFunction(x) ? x[definitionKey] : undefined
}

function isFunction(x: unknown): x is Defined {
  return typeof x === 'function'
}

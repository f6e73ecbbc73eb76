import { isExceptionName, undefinedName, type Exceptions, type Output } from '../runtime/index.ts'
import { builtinFunctions, givenModules } from '../compiler/builtins.ts'
import { runtimeName } from '../compiler/builtin-call.ts'
import { Frame } from './frame.ts'
import type { Semantics } from './semantics.ts'
import type { Outline } from './outline.ts'
import type { Of } from '../compiler/parse.ts'

/** What one run gives to the program that is interpreted. */
export interface Given {
  readonly asyncio: object
  readonly exceptions: Exceptions
  readonly output: Output
  /** What stands for a module, or for a builtin function or type, by Python's or the runtime's name. */
  readonly provide: (name: string) => unknown
}

/** One run of an interpreted program. */
export class Interpretation {
  readonly asyncio: object
  readonly outline: Outline
  readonly semantics: Semantics
  readonly module: Frame
  log: Output['log']
  /** `concurrent.futures`, once it is imported. */
  concurrentFutures: unknown = undefined
  #given: Given | undefined
  readonly #builtins = new Map<string, unknown>()
  readonly #modules = new Set<unknown>()

  constructor(module: Of<'Module'>, outline: Outline, semantics: Semantics, given: Given) {
    this.asyncio = given.asyncio
    this.outline = outline
    this.semantics = semantics
    this.#given = given
    this.log = given.output.log
    this.module = new Frame(this, outline.scope(module), undefined, '')
    this.#builtins.set('log', this.log)
    this.#modules.add(given.asyncio)
  }

  /** What a name means that the program gives no value. @throws NameError */
  builtin(name: string): unknown {
    let value = this.#builtins.get(name)
    if (value === undefined) this.#builtins.set(name, (value = this.#find(name)))
    return value
  }

  get #run(): Given {
    if (this.#given === undefined) throw new Error('the program is over')
    return this.#given
  }

  /** Lets go of the run when it is over. */
  release(): void {
    this.#given = undefined
    this.#builtins.clear()
    this.#modules.clear()
    this.module.values.clear()
    this.log = () => {}
  }

  #find(name: string): unknown {
    if (isExceptionName(name) || name === 'IOError' || name === 'EnvironmentError') return this.#run.exceptions[name]
    if (Object.hasOwn(builtinFunctions, name)) return this.#run.provide(runtimeName(name))
    if (givenModules.has(name)) return this.imported(name)
    if (name === 'NotImplemented' || name === 'Ellipsis') return this.#run.provide(name)
    return undefinedName(name)
  }

  /** A module by its name, the first of the dotted ones. */
  imported(name: string): unknown {
    const module = name === 'asyncio' ? this.asyncio : this.#run.provide(name)
    this.#modules.add(module)
    if (name === 'concurrent' && typeof module === 'object' && module !== null) {
      this.concurrentFutures = Reflect.get(module, 'futures')
      this.#modules.add(this.concurrentFutures)
    }
    return module
  }

  isModule(x: unknown): x is object {
    return this.#modules.has(x)
  }
}

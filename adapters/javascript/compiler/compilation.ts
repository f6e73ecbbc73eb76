import type { Analysis } from './analyse.ts'
import type { Code } from './code.ts'
import type { Expression, FunctionNode, Node, Of, Statement } from './parse.ts'
import { builtinExceptions, builtinFunctions, givenModules, refusedBuiltins } from './builtins.ts'
import type { Escaping } from './escaping.ts'
import { Inference, type Type } from './inference.ts'
import { importMeaning, memberOf, type Meaning } from './meaning.ts'
import type { Binding, Scope } from './scope.ts'
import { variableName } from './names.ts'

/** How coroutines are written: as generators that `yield*`, or as async functions that `await`. */
export type Style = 'generator' | 'async'

/** What kind of function the code being written stands in. */
export type FrameKind = 'module' | 'function' | 'generator' | 'async' | 'asyncGenerator' | 'blocking'

/** The function being written. */
export interface Frame {
  readonly kind: FrameKind
  readonly scope: Scope
  readonly qualname: string
  /** The class whose method it is. */
  readonly ofClass: ClassInfo | undefined
  /** What `this` is called in Python here; its text in JavaScript. */
  readonly self: { readonly name: string; readonly text: string } | undefined
  /** Whether it is the constructor, where `super().__init__` is `super`. */
  readonly constructs: boolean
  /** The variable of the innermost `catch`, for a bare `raise`. */
  caught: string | undefined
  /** Labels that `break` must name, innermost last; '' where a plain `break` does. */
  readonly breaks: string[]
}

/** A class of the program. */
export interface ClassInfo {
  readonly node: Of<'ClassDef'>
  readonly name: string
  readonly methods: ReadonlyMap<string, FunctionNode>
  /** Names given a value in the class body. */
  readonly attributes: ReadonlySet<string>
  readonly bases: readonly Expression[]
}

/** Everything that the parts of the compiler share while one program is compiled. */
export class Compilation {
  readonly style: Style
  readonly analysis: Analysis
  readonly classes = new Map<string, ClassInfo>()
  readonly classOfNode = new Map<Node, ClassInfo>()
  /** Every method of the program's classes by name. */
  readonly methods = new Map<string, FunctionNode[]>()
  /** Names given a value in class bodies. */
  readonly attributeNames = new Set<string>()
  /** Methods that are properties. */
  readonly properties = new Set<string>()
  /** Calls that are awaited where they stand. */
  readonly awaited = new Set<Node>()
  /** Calls whose value nobody sees: statements, and what a lambda does. */
  readonly valueless = new Set<Node>()
  /** Those of them that give in JavaScript what they do not give in Python: a lambda must not return it. */
  readonly effects = new Set<Node>()
  /** Whether classes appear as values, so that a callee that is a variable may be one. */
  classesAreValues = false
  /** Functions that a call through a variable may be a call of. */
  escaping: readonly Escaping[] = []
  /** Whether the program sets a task factory. */
  makesTasks = false
  /** Whether the program itself speaks of `__context__` and the like. */
  readonly chains: boolean
  /** Whether it looks at call graphs: then V8 knows its functions by Python's names. */
  readonly graphs: boolean
  /** Members of modules that the program uses: `sys.exc_info`, with the first place. */
  readonly members = new Map<string, Expression>()
  /** Runtime names used, with the name each has in the program. */
  readonly used = new Map<string, string>()
  /** The same for what only the pieces that give names use. */
  readonly namers = new Map<string, string>()
  /** Functions whose signature the runtime needs. */
  readonly described = new Set<Node>()
  /** `**kwargs` parameters that are only passed on: they stay plain objects. */
  readonly passedOn = new Set<Binding>()
  /** Whether a function that is not known is called with keywords: then all of them are described. */
  describesAll = false
  readonly frames: Frame[] = []
  /** Variables for values computed once, of the frame being written. */
  readonly temporaries: string[][] = []
  readonly #emit: { readonly expression: (c: Compilation, node: Expression) => Code; readonly statement: (c: Compilation, node: Statement) => string[] }
  readonly #fresh: Set<string>[] = []
  readonly #namings: string[] = []
  readonly #later: (() => string | undefined)[] = []
  readonly #inference: Inference

  constructor(style: Style, analysis: Analysis, { chains, graphs }: { chains: boolean; graphs: boolean }, emit: { expression: (c: Compilation, node: Expression) => Code; statement: (c: Compilation, node: Statement) => string[] }) {
    this.style = style
    this.analysis = analysis
    this.#emit = emit
    this.#inference = new Inference(this)
    this.chains = chains
    this.graphs = graphs
  }

  type(node: Expression): Type {
    return this.#inference.of(node)
  }

  /** The type of what a call of the function gives once it is through. */
  returned(node: FunctionNode): Type {
    return this.#inference.returned(node)
  }

  get frame(): Frame {
    const frame = this.frames.at(-1)
    if (frame === undefined) throw new Error('no function is being written')
    return frame
  }

  expression(node: Expression): Code {
    return this.#emit.expression(this, node)
  }

  statements(body: readonly Statement[]): string[] {
    return body.flatMap((node) => this.#emit.statement(this, node))
  }

  /** The name of something of the runtime; it is imported. */
  use(name: string): string {
    let local = this.used.get(name)
    if (local === undefined) {
      local = this.analysis.words.has(name) && this.isBound(name) ? `$${name}` : variableName(name)
      this.used.set(name, local)
    }
    return local
  }

  isBound(name: string): boolean {
    for (const scope of this.analysis.scopes.values()) if (scope.bindings.has(name)) return true
    return false
  }

  /** Begins the body of a function, whose own variables may be called as those of other functions are. */
  open(frame: Frame): void {
    this.frames.push(frame)
    this.temporaries.push([])
    this.#fresh.push(new Set())
  }

  /** Ends the body; the variables made with `temporary`. */
  close(): string[] {
    this.frames.pop()
    this.#fresh.pop()
    return this.temporaries.pop() ?? []
  }

  /** A name for a variable of the compiler's own that nothing in the program has. */
  fresh(base: string): string {
    let name = base
    for (let n = 2; this.analysis.words.has(name) || this.#fresh.some((made) => made.has(name)); n++) name = `${base}${n}`
    this.#fresh.at(-1)?.add(name)
    return name
  }

  /** A fresh variable declared at the top of the function being written. */
  temporary(base: string): string {
    const name = this.fresh(base)
    this.temporaries.at(-1)?.push(name)
    return name
  }

  /** A line that is only known once the whole program is written; undefined leaves it out. */
  later(text: () => string | undefined): string {
    this.#later.push(text)
    return `\uE000${this.#later.length - 1}\uE000`
  }

  /** A piece of a line that is only known once the whole program is written. */
  laterInline(text: () => string): string {
    this.#later.push(text)
    return `\uE001${this.#later.length - 1}\uE001`
  }

  /**
   * A piece that only gives a function its qualified name, for `repr` and messages: it is in the program that runs and
   * left out of the one that is shown.
   */
  naming(text: string): string {
    this.#namings.push(text)
    return `\uE002${this.#namings.length - 1}\uE002`
  }

  /** The runtime's function that gives another its qualified name, as the program that runs calls it. */
  get named(): string {
    return this.namer(this.graphs ? 'framed' : 'named')
  }

  /** The name of something of the runtime that only the pieces that give names call. */
  namer(name: string): string {
    const local = this.isBound(name) ? `$${name}` : name
    this.namers.set(name, local)
    return local
  }

  /** The text with the names of functions, to run, or without, to show. */
  withNamings(text: string, wanted: boolean): string {
    return text.replaceAll(/\uE002(\d+)\uE002/g, (_, index: string) => (wanted ? (this.#namings[Number(index)] ?? '') : ''))
  }

  /** The text with what `later` left open filled in. */
  settle(text: string): string {
    const inline = text.replaceAll(/\uE001(\d+)\uE001/g, (_, index: string) => this.#later[Number(index)]?.() ?? '')
    const whole = inline.replaceAll(/^( *)\uE000(\d+)\uE000\n?/gm, (_, margin: string, index: string) => {
      const line = this.#later[Number(index)]?.()
      return line === undefined ? '' : `${margin}${line}\n`
    })
    // All that a class would have told the runtime was left out.
    return whole.replaceAll(/^ *static \{\n *\}\n/gm, '')
  }

  /** Calls a function text where it stands, with the `this` of the method around it. */
  immediate(text: string): string {
    return /\bthis\b/.test(text) ? `(${text}).call(this)` : `(${text})()`
  }

  /** What `node` means, when it is a name or a dotted name that can be resolved. */
  meaning(node: Expression): Meaning | undefined {
    if (node.nodeType === 'Name') {
      const binding = this.analysis.variables.get(node)
      return binding === undefined ? this.#unbound(node.id) : this.#bound(binding)
    }
    if (node.nodeType !== 'Attribute') return undefined
    const owner = this.meaning(node.value)
    if (owner?.kind !== 'module') return undefined
    return memberOf(owner.name, node.attr)
  }

  #unbound(name: string): Meaning {
    if (givenModules.has(name)) return { kind: 'module', name }
    if (builtinExceptions.has(name)) return { kind: 'exception', name }
    if (name in builtinFunctions || name in refusedBuiltins || name === 'super' || name === '__name__' || name === 'NotImplemented' || name === 'Ellipsis') return { kind: 'builtin', name }
    return { kind: 'undefined', name }
  }

  #bound(binding: Binding): Meaning {
    const site = binding.onlySite
    if (binding.sites.length > 1 && binding.sites.every((each) => each.kind === 'import')) return importMeaning(binding.sites[0])
    switch (site?.kind) {
      case 'function': return site.node.decorator_list.length === 0 && binding.scope.kind !== 'class' ? { kind: 'function', node: site.node, binding } : { kind: 'variable', binding }
      case 'class': {
        const info = this.classOfNode.get(site.node)
        return info === undefined || binding.scope.kind === 'class' || site.node.decorator_list.length > 0 ? { kind: 'variable', binding } : { kind: 'class', info }
      }
      case 'import': return importMeaning(site)
      default: return { kind: 'variable', binding }
    }
  }
}

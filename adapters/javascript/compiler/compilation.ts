import type { Analysis } from './analyse.ts'
import type { ClassInfo } from './class-info.ts'
import type { Code } from './code.ts'
import type { Expression, FunctionNode, Node, Statement } from './parse.ts'
import type { Escaping } from './escaping.ts'
import type { Facts } from './facts.ts'
import type { Frame } from './frame.ts'
import { Inference } from './inference.ts'
import { Later } from './later.ts'
import { boundMeaning, memberOf, unboundMeaning, type Meaning } from './meaning.ts'
import type { Binding, Scope } from './scope.ts'
import { variableName } from './names.ts'
import type { Type } from './type.ts'
import type { Unsure } from './unsure.ts'

/** How coroutines are written: as generators that `yield*`, or as async functions that `await`. */
export type Style = 'generator' | 'async'

/** Everything that the parts of the compiler share while one program is compiled. */
export class Compilation {
  readonly style: Style
  readonly analysis: Analysis
  readonly facts: Facts
  readonly classes = new Map<string, ClassInfo>()
  readonly classOfNode = new Map<Node, ClassInfo>()
  /** Every method of the program's classes by name. */
  readonly methods = new Map<string, FunctionNode[]>()
  /** Names given a value in class bodies. */
  readonly attributeNames = new Set<string>()
  /** Methods that are properties. */
  readonly properties = new Set<string>()
  /** Calls whose value nobody sees that give one in JavaScript and none in Python: a lambda must not return it. */
  readonly effects = new Set<Node>()
  /** Whether classes appear as values, so that a callee that is a variable may be one. */
  classesAreValues = false
  /** Functions that a call through a variable may be a call of. */
  escaping: readonly Escaping[] = []
  /** Whether the program itself speaks of `__context__` and the like. */
  readonly chains: boolean
  /** Names that may lack a value where they are read. */
  readonly unsure: Unsure
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
  /** What is only known once the whole program is written. */
  readonly later = new Later()
  /** Variables for values computed once, of the frame being written. */
  readonly temporaries: string[][] = []
  readonly #emit: { readonly expression: (c: Compilation, node: Expression) => Code; readonly statement: (c: Compilation, node: Statement) => string[] }
  readonly #fresh: Set<string>[] = []
  #hasTexts = false
  readonly #meanings = new Map<Binding, Meaning>()
  readonly #inference: Inference

  constructor(style: Style, analysis: Analysis, facts: Facts, { chains, graphs, unsure }: { chains: boolean; graphs: boolean; unsure: Unsure }, emit: { expression: (c: Compilation, node: Expression) => Code; statement: (c: Compilation, node: Statement) => string[] }) {
    this.style = style
    this.analysis = analysis
    this.facts = facts
    this.#emit = emit
    this.#inference = new Inference(this)
    this.chains = chains
    this.graphs = graphs
    this.unsure = unsure
  }

  type(node: Expression): Type {
    return this.#inference.of(node)
  }

  /** The type of what a call of the function gives once it is through. */
  returned(node: FunctionNode): Type {
    return this.#inference.returned(node)
  }

  /** Whether a function yields. */
  isGenerator(node: FunctionNode): boolean {
    return this.facts.functions.get(node)?.yields === true
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
    const lines: string[] = []
    for (const node of body) {
      for (const line of this.#emit.statement(this, node)) {
        if (this.#hasTexts && line.includes('\n')) lines.push(...line.split('\n'))
        else lines.push(line)
      }
    }
    return lines
  }

  /** Lines as one piece of code; the statement that it stands in parts them again. */
  text(lines: readonly string[]): string {
    this.#hasTexts = true
    return lines.join('\n')
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

  /** The scope that a function or a class opens. */
  scopeOf(node: Node): Scope {
    const scope = this.analysis.scopes.get(node)
    if (scope === undefined) throw new Error(`no scope for ${node.nodeType}`)
    return scope
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

  /** Calls a function text where it stands, with the `this` of the method around it. */
  immediate(text: string): string {
    return /\bthis\b/.test(text) ? `(${text}).call(this)` : `(${text})()`
  }

  /** What `node` means, when it is a name or a dotted name that can be resolved. */
  meaning(node: Expression): Meaning | undefined {
    if (node.nodeType === 'Name') {
      const binding = this.analysis.variables.get(node)
      return binding === undefined ? unboundMeaning(node.id) : this.#bound(binding)
    }
    if (node.nodeType !== 'Attribute') return undefined
    const owner = this.meaning(node.value)
    return owner?.kind === 'module' ? memberOf(owner.name, node.attr) : undefined
  }

  #bound(binding: Binding): Meaning {
    let meaning = this.#meanings.get(binding)
    if (meaning === undefined) this.#meanings.set(binding, (meaning = boundMeaning(this, binding)))
    return meaning
  }
}

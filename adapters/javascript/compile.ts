import { analyse } from './compiler/analyse.ts'
import { Facts } from './compiler/facts.ts'
import { body } from './compiler/body.ts'
import { checkSyntax } from './compiler/check-syntax.ts'
import { Compilation, type Style } from './compiler/compilation.ts'
import { decideDeclarations } from './compiler/declarations.ts'
import { expression } from './compiler/expression.ts'
import { parse, type Module } from './compiler/parse.ts'
import { runsMain } from './compiler/runs-main.ts'
import { statement } from './compiler/statement.ts'
import { hasThreads, markThreads } from './compiler/threads.ts'
import { survey } from './compiler/survey.ts'
import { findUnsure } from './compiler/unsure.ts'
import { deepestLine, isStackFull, tooDeep } from './compiler/too-deep.ts'

export type { Style } from './compiler/compilation.ts'
export { CompileError } from './compiler/compile-error.ts'

/** A compiled program. */
export interface Compiled {
  /** An ES module: imports, then the program. */
  readonly code: string
  /** The program without its imports, for evaluation in a function; lambdas and nested functions know their qualified names in it. */
  readonly body: string
  /** What the body takes from the runtime: its name there, and the name it has in the body. */
  readonly imports: ReadonlyMap<string, string>
  /** What the program uses of modules: `sys.exc_info`, each with a place. */
  readonly members: readonly ModuleMember[]
  /** Whether the program defines `main` and leaves running it to the harness. */
  readonly runsMain: boolean
  /** Whether its body is a generator's, which yields where its thread waits. */
  readonly threads: boolean
}

/** A name of a module, and where the program uses it first. */
export interface ModuleMember {
  readonly module: string
  readonly name: string
  readonly line: number
  readonly column: number
}

export interface CompileOptions {
  /** How coroutines are written: generators that `yield*` (the default), or `async` functions. */
  readonly style?: Style
  /** Whether functions that may block their thread become generators, and the module with them; style `generator` only. */
  readonly threads?: boolean
  /** Where the module imports the implementation under test from. */
  readonly asyncio?: string
}

/** Compiles a program of `spec/program-language.md`, as text or as a tree, to JavaScript. @throws CompileError for what is outside */
export function compile(program: string | Module, options: CompileOptions = {}): Compiled {
  const parsed = typeof program === 'string' ? parse(program) : program
  try {
    return compileTree(parsed, program, options)
  } catch (error) {
    throw isStackFull(error) ? tooDeep(deepestLine(parsed)) : error
  }
}

function compileTree(parsed: Module, program: string | Module, options: CompileOptions): Compiled {
  // A tree that was not parsed here is taken for right: the fuzzer's millions are.
  if (typeof program === 'string') checkSyntax(parsed)
  const runs = runsMain(parsed)
  const threads = options.threads === true && hasThreads(parsed, runs)
  const module = threads ? structuredClone(parsed) : parsed
  if (threads) markThreads(module)
  const analysis = analyse(module)
  decideDeclarations(analysis.scopes.values())
  const facts = new Facts(module)
  const speaks = (words: RegExp): boolean => words.test(typeof program === 'string' ? program : facts.spoken)
  const c = new Compilation(options.style ?? 'generator', analysis, facts, { chains: speaks(chainWords), graphs: speaks(graphWords), unsure: findUnsure(analysis.scopes, analysis.variables) }, { expression, statement })
  survey(c)
  const lines = body(c, { kind: 'module', scope: analysis.module, qualname: '', ofClass: undefined, self: undefined, constructs: false, caught: undefined, breaks: [] }, module.body)
  const settled = c.later.settle(lines)
  return new Written(c, settled, options.asyncio, { members: membersOf(c), runsMain: runs, threads })
}

/** A program as it was written; what is shown of it is made when it is asked for. A class, because V8 keeps all that a getter of an object literal sees. */
class Written implements Compiled {
  readonly body: string
  readonly imports: ReadonlyMap<string, string>
  readonly members: readonly ModuleMember[]
  readonly runsMain: boolean
  readonly threads: boolean
  readonly #c: Compilation
  readonly #settled: string
  readonly #asyncio: string

  constructor(c: Compilation, settled: string, asyncio = 'asyncio-conformance/reference', { members, runsMain, threads }: Pick<Compiled, 'members' | 'runsMain' | 'threads'>) {
    this.body = c.later.withNamings(settled, true)
    this.imports = new Map([...c.used, ...c.namers])
    this.members = members
    this.runsMain = runsMain
    this.threads = threads
    this.#c = c
    this.#settled = settled
    this.#asyncio = asyncio
  }

  get code(): string {
    return `${header(this.#c, this.#asyncio)}${this.#c.later.withNamings(this.#settled, false)}`
  }
}

/** How a program looks at what an exception was raised from or while handling. */
const chainWords = /__context__|__cause__|__suppress_context__|traceback|exc_info/
/** How it looks at the functions that it is inside of. */
const graphWords = /_call_graph/

function membersOf(c: Compilation): ModuleMember[] {
  return [...c.members].map(([key, node]) => {
    const dot = key.lastIndexOf('.')
    return { module: key.slice(0, dot), name: key.slice(dot + 1), line: node.lineno, column: node.col_offset + 1 }
  })
}

function header(c: Compilation, asyncio: string): string {
  const names = [...c.used].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, local]) => (name === local ? name : `${name} as ${local}`))
  const runtime = names.length === 0 ? '' : `import { ${names.join(', ')} } from 'asyncio-conformance/python'\n`
  return `import * as asyncio from '${asyncio}'\n${runtime}\n`
}

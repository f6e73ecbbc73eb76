import type { Limits, Run } from '../adapter.ts'
import type { Clock } from '../../spec/rule.ts'
import type { Program } from '../../spec/program.ts'
import { camelCase, caught, logRepr, makeOutput, repr, scrub, useImplementation, type Output } from './runtime/index.ts'
import { NoWorld } from './checked-world.ts'
import { compile, CompileError, type Compiled, type ModuleMember, type Style } from './compile.ts'
import { outsideModules } from './compiler/builtins.ts'
import { isModule, parse } from './compiler/parse.ts'
import { deepestLine, isStackFull, tooDeep } from './compiler/too-deep.ts'
import type { interpret } from './interpreter/interpret.ts'
import { Flood, Recorder } from './recorder.ts'
import { provide } from './provide.ts'
import { Uncaught } from './uncaught.ts'
import { WarningFilters } from './warning-filters.ts'
import type { ProgramThreads, World, WorldFactory } from './world.ts'

/** What programs are run on. */
export interface Target {
  readonly style: Style
  readonly claims: string
  readonly makeWorld: WorldFactory
  readonly clock: Clock
  /** Prepares programs that come as trees to be executed as they are, where that can be done; without it all are compiled. */
  readonly interpret?: typeof interpret
}

/**
 * Compiles a program and runs it in a world of its own. The answer is there at once when the implementation runs on a
 * virtual clock, and a promise when its `run` gives one. `compiled` is called before it runs. Never throws.
 */
export function runProgram(program: Program, limits: Limits, target: Target, compiled = () => {}): Run | Promise<Run> {
  const start = performance.now()
  const traceLimit = Error.stackTraceLimit
  try {
    const execution = new Execution(program, limits, target, start)
    compiled()
    return execution.run()
  } catch (error) {
    return fault(error)
  } finally {
    Error.stackTraceLimit = traceLimit
  }
}

function fault(error: unknown): Run {
  if (error instanceof CompileError) return { kind: 'faulted', fault: 'refused', message: error.message }
  if (error instanceof Flood) return { kind: 'faulted', fault: 'flood', message: error.message }
  if (error instanceof Uncaught || error instanceof NoWorld) return { kind: 'faulted', fault: 'crash', message: error.message }
  return { kind: 'faulted', fault: 'crash', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** One run of one program. */
class Execution {
  /** All that the run needs of what was compiled; the rest would live as long as the program's closures do. */
  readonly #kind: Pick<Compiled, 'threads' | 'runsMain'>
  readonly #limits: Limits
  readonly #start: number
  readonly #world: World
  readonly #recorder: Recorder
  readonly #output: Output
  readonly #script: (asyncio: object) => unknown
  readonly #release: (() => void) | undefined

  constructor(program: Program, limits: Limits, { style, claims, makeWorld, clock, interpret }: Target, start: number) {
    const recorder = new Recorder(limits.output)
    const warnings = new WarningFilters()
    const world = makeWorld({
      steps: limits.steps,
      repr,
      report: (context) => recorder.reportContext(context),
      warn(category, text) {
        if (warnings.shows(category)) recorder.report(`${category}: ${text}`)
      },
      unraisable: (error) => recorder.report(`Exception ignored: ${logRepr(error)}`),
      print: (text) => output.print(text),
    })
    recorder.now = () => world.now()
    recorder.record = (action) => world.record(action)
    recorder.halted = () => world.halted() !== undefined
    const exceptions = useImplementation(world.asyncio)
    const output = makeOutput({ now: () => world.now(), emit: (line) => recorder.emit(line) })
    const provided = (name: string): unknown => provide(name, { world, style, claims, exceptions, output, filterWarnings: (action, category) => warnings.add(action, category) })
    const interpreted = isModule(program.tree) ? interpret?.(program.tree) : undefined
    if (interpreted === undefined) {
      const compiled = compile(isModule(program.tree) ? program.tree : program.source, { style, threads: world.threads !== undefined })
      if (clock === 'virtual') checkNothingOutside(compiled)
      this.#script = evaluate(program, compiled, style, provided)
      this.#kind = { threads: compiled.threads, runsMain: compiled.runsMain }
    } else {
      this.#script = (asyncio) => interpreted.execute({ asyncio, exceptions, output, provide: provided })
      this.#kind = { threads: false, runsMain: interpreted.runsMain }
      this.#release = () => interpreted.release()
    }
    this.#limits = limits
    this.#start = start
    this.#world = world
    this.#recorder = recorder
    this.#output = output
  }

  run(): Run | Promise<Run> {
    let value: unknown
    try {
      value = this.#world.enter(() => this.#drive())
    } catch (error) {
      return this.#end(this.#raised(error))
    }
    if (!(value instanceof Promise)) return this.#end(escaped(logRepr(value)))
    return this.#settled(value)
  }

  async #settled(value: Promise<unknown>): Promise<Run> {
    const { seconds } = this.#limits
    const late = Symbol('late')
    let timer: ReturnType<typeof setTimeout> | undefined
    const deadline = new Promise<symbol>((resolve) => (timer = setTimeout(resolve, seconds * 1000, late)))
    try {
      const { halting } = this.#world
      const result = await Promise.race(halting === undefined ? [value, deadline] : [value, deadline, halting])
      if (result === late) this.#world.threads?.end()
      if (result === late) this.#world.giveUp?.()
      if (result === late) return { kind: 'faulted', fault: 'hang', message: `the program did not end within ${seconds} s` }
      return this.#end(escaped(logRepr(result)))
    } catch (error) {
      return error instanceof Flood || error instanceof Uncaught ? fault(error) : this.#end(this.#raised(error))
    } finally {
      clearTimeout(timer)
    }
  }

  #drive(): unknown {
    const { threads } = this.#world
    if (this.#kind.threads && threads !== undefined) return threads.main(this.#thread(threads))
    const main = this.#script(this.#world.asyncio)
    return main instanceof Promise ? main.then((made: unknown) => this.#runMain(made)) : this.#runMain(main)
  }

  /** The program as its main thread: its body is a generator. */
  *#thread(threads: ProgramThreads): Generator<unknown, unknown> {
    const body = this.#script(this.#world.asyncio)
    const main = isSteps(body) ? yield* body : body
    return yield* threads.call(() => this.#runMain(main))
  }

  #runMain(main: unknown): unknown {
    if (!this.#kind.runsMain) return null
    const run: unknown = Reflect.get(this.#world.asyncio, 'run')
    if (!isEvaluated(run) || !isEvaluated(main)) throw new Error('the implementation has no run()')
    return run(main())
  }

  /** What follows `=> ` when the program was left by an exception. */
  #raised(error: unknown): string {
    if (error instanceof Flood) throw error
    return this.#world.halted() ?? `raises ${escaped(logRepr(caught(error)))}`
  }

  #end(ended: string): Run {
    let outcome = ended
    try {
      this.#world.joinThreads?.()
    } catch (error) {
      // What the threads still call may wait for ever.
      outcome = this.#raised(error)
    }
    this.#output.flush()
    if (this.#world.halted() === undefined) {
      this.#recorder.enter('reporting')
      this.#world.finish()
    }
    this.#recorder.enter('closed')
    this.#release?.()
    return { kind: 'finished', trace: { lines: this.#recorder.lines(), outcome }, milliseconds: performance.now() - this.#start }
  }
}

/** Refuses a program on a virtual clock that reaches outside: it would send its signals to whoever runs it. */
function checkNothingOutside({ imports, members }: Compiled): void {
  const hint = 'programs there have no sockets, processes, signals, files and threads'
  const network = members.find(({ module }) => module === 'asyncio')
  if (network !== undefined) throw new CompileError(network.line, network.column, `asyncio.${network.name} is outside the subset on the virtual clock`, hint)
  const name = [...imports.keys()].find(each => outsideModules.has(each))
  if (name === undefined) return
  const { line, column } = members.find(({ module }) => module.split('.')[0] === name) ?? { line: 1, column: 1 }
  throw new CompileError(line, column, `module ${name} is outside the subset on the virtual clock`, hint)
}

/** Refuses what the runtime's stand-in for a module does not have; asyncio itself is the implementation's. */
function checkMember({ module, name, line, column }: ModuleMember, given: unknown): void {
  if (module === 'asyncio') return
  let found = given
  for (const part of module.split('.').slice(1)) found = typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined
  if (typeof found === 'object' && found !== null && camelCase(name) in found) return
  throw new CompileError(line, column, `${module}.${name} is outside the subset`, 'see adapters/javascript/README.md for what there is')
}

function escaped(text: string): string {
  return scrub(text).replaceAll('\n', String.raw`\n`)
}

const AsyncFunction: unknown = Object.getPrototypeOf(async () => {}).constructor
const GeneratorFunction: unknown = Object.getPrototypeOf(function* () {}).constructor

type Evaluated = (...given: unknown[]) => unknown

/** The program as a function of asyncio; it returns `main` when the harness is to run it. `provided` gives what it imports. */
function evaluate(program: Program, compiled: Compiled, style: Style, provided: (name: string) => unknown): (asyncio: object) => unknown {
  const names = [...compiled.imports]
  const given = names.map(([name]) => provided(name))
  const missing = names.find((_, i) => given[i] === undefined)
  if (missing !== undefined) throw new CompileError(1, 1, `${missing[0]} is outside the subset`, 'see adapters/javascript/README.md for what there is')
  for (const used of compiled.members) checkMember(used, given[names.findIndex(([name]) => name === used.module.split('.')[0])])
  const kind = compiled.threads ? GeneratorFunction : style === 'async' ? AsyncFunction : Function
  const parts = ['asyncio', ...names.map(([, local]) => local), `'use strict'\n${compiled.body}${compiled.runsMain ? 'return main\n' : ''}`]
  const made = constructed(isEvaluated(kind) ? kind : Function, parts, program)
  if (!isEvaluated(made)) throw new Error('the program did not become a function')
  return (asyncio) => made(asyncio, ...given)
}

/** The engine's own compiler has a stack too. */
function constructed(make: Evaluated | FunctionConstructor, parts: readonly string[], program: Program): unknown {
  try {
    return Reflect.construct(make, parts)
  } catch (error) {
    throw isStackFull(error) ? tooDeep(deepestLine(isModule(program.tree) ? program.tree : parse(program.source))) : error
  }
}

function isEvaluated(x: unknown): x is Evaluated {
  return typeof x === 'function'
}

function isSteps(x: unknown): x is Generator<unknown, unknown> {
  return typeof x === 'object' && x !== null && Symbol.iterator in x && 'next' in x
}

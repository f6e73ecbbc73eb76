import { Script } from 'node:vm'
import type { Adapter, Capability, Limits, Run } from '../adapter.ts'
import type { Clock, Level } from '../../spec/rule.ts'
import type { Program } from '../../spec/program.ts'
import { caught, logRepr, makeOutput, repr, useImplementation } from './runtime/index.ts'
import { compile, CompileError, type Compiled, type Style } from './compile.ts'
import { Flood, Recorder } from './recorder.ts'
import { moduleWorld, type World, type WorldFactory } from './world.ts'
import { provide } from './provide.ts'

/** An implementation of asyncio in JavaScript, as `adapters/javascript/README.md` wants it. */
export interface JavaScriptAdapterOptions {
  readonly name: string
  /** The asyncio version it means to be. */
  readonly claims: string
  /** The strictest level of rules it means to keep; `'SHOULD'` when absent. */
  readonly level?: Level
  /** A module with asyncio's names in camelCase, or what makes a world of its own for each program. */
  readonly asyncio: object | WorldFactory
  /** How its coroutines are written; `generator` unless said otherwise. */
  readonly style?: Style
  /** `virtual` for worlds, `real` for a module, unless said otherwise. */
  readonly clock?: Clock
  readonly lacks?: readonly Capability[]
}

/** An adapter that compiles programs to JavaScript and runs them in this process. */
export function javascriptAdapter(options: JavaScriptAdapterOptions): Adapter {
  const { name, claims, asyncio, style = 'generator', lacks = [] } = options
  const makeWorld = isFactory(asyncio) ? asyncio : moduleWorld(asyncio)
  let last: Promise<unknown> = Promise.resolve()
  return {
    name, claims, lacks,
    ...(options.level === undefined ? {} : { level: options.level }),
    clock: options.clock ?? (isFactory(asyncio) ? 'virtual' : 'real'),
    run(program, limits) {
      const run = last.then(() => runProgram(program, limits, { style, claims, makeWorld }))
      last = run
      return run
    },
    async close() {
      await last
    },
  }
}

function isFactory(asyncio: object | WorldFactory): asyncio is WorldFactory {
  return typeof asyncio === 'function'
}

interface Target {
  readonly style: Style
  readonly claims: string
  readonly makeWorld: WorldFactory
}

async function runProgram(program: Program, limits: Limits, target: Target): Promise<Run> {
  const start = performance.now()
  const traceLimit = Error.stackTraceLimit
  try {
    const compiled = compile(program.source, { style: target.style })
    return await execute(compiled, limits, target, start)
  } catch (error) {
    if (error instanceof CompileError) return { kind: 'faulted', fault: 'refused', message: error.message }
    if (error instanceof Flood) return { kind: 'faulted', fault: 'flood', message: error.message }
    if (isTimeout(error)) return { kind: 'faulted', fault: 'hang', message: `the program ran for ${limits.seconds} s without coming back to the event loop` }
    return { kind: 'faulted', fault: 'crash', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    Error.stackTraceLimit = traceLimit
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

async function execute(compiled: Compiled, limits: Limits, { style, claims, makeWorld }: Target, start: number): Promise<Run> {
  const recorder = new Recorder(limits.output)
  const world = makeWorld({
    steps: limits.steps,
    repr,
    report: (context) => recorder.reportContext(context),
    warn: (category, text) => recorder.report(`${category}: ${text}`),
    unraisable: (error) => recorder.report(`Exception ignored: ${logRepr(error)}`),
  })
  recorder.now = () => world.now()
  const exceptions = useImplementation(world.asyncio)
  const output = makeOutput({ now: () => world.now(), emit: (line) => recorder.emit(line) })
  const names = [...compiled.imports]
  const script = evaluate(compiled, names.map(([, local]) => local), style)
  const given = names.map(([name]) => provide(name, { world, style, claims, exceptions, output }))
  const missing = names.find((_, i) => given[i] === undefined)
  if (missing !== undefined) throw new CompileError(1, 1, `${missing[0]} is not part of the subset yet`)

  const drive = (): unknown => {
    const main = script(world.asyncio, ...given)
    return main instanceof Promise ? main.then(runMain) : runMain(main)
  }
  const runMain = (main: unknown): unknown => (compiled.runsMain ? runIn(world, main) : null)

  const outcome = await outcomeOf(world, () => interruptible(() => world.enter(drive), limits.seconds))
  output.flush()
  if (world.halted() === undefined) {
    recorder.enter('reporting')
    interruptible(() => world.finish(), limits.seconds)
  }
  recorder.enter('closed')
  return { kind: 'finished', trace: { lines: recorder.lines(), outcome }, milliseconds: performance.now() - start }
}

const AsyncFunction: unknown = Object.getPrototypeOf(async () => {}).constructor

type Evaluated = (...given: unknown[]) => unknown

/** The program as a function of what it imports; it returns `main` when the harness is to run it. */
function evaluate(compiled: Compiled, parameters: readonly string[], style: Style): Evaluated {
  const make = style === 'async' && typeof AsyncFunction === 'function' ? AsyncFunction : Function
  const made: unknown = Reflect.construct(make, ['asyncio', ...parameters, `'use strict'\n${compiled.body}${compiled.runsMain ? 'return main\n' : ''}`])
  if (!isEvaluated(made)) throw new Error('the program did not become a function')
  return made
}

function isEvaluated(x: unknown): x is Evaluated {
  return typeof x === 'function'
}

function runIn(world: World, main: unknown): unknown {
  const run: unknown = Reflect.get(world.asyncio, 'run')
  if (!isEvaluated(run) || !isEvaluated(main)) throw new Error('the implementation has no run()')
  return run(main())
}

/** What follows `=> ` in the trace. */
async function outcomeOf(world: World, program: () => unknown): Promise<string> {
  try {
    return escaped(logRepr(await program()))
  } catch (error) {
    if (error instanceof Flood || isTimeout(error)) throw error
    const halted = world.halted()
    return halted ?? `raises ${escaped(logRepr(caught(error)))}`
  }
}

function escaped(text: string): string {
  return text.replaceAll('\n', String.raw`\n`)
}

const running = Symbol.for('asyncio-conformance.running')
const runner = new Script(`globalThis[Symbol.for('asyncio-conformance.running')]()`)

/** Runs `action`, and stops it when it has not returned after so many seconds. */
function interruptible(action: () => unknown, seconds: number): unknown {
  Reflect.set(globalThis, running, action)
  try {
    return runner.runInThisContext({ timeout: Math.max(1, Math.round(seconds * 1000)) })
  } finally {
    Reflect.deleteProperty(globalThis, running)
  }
}

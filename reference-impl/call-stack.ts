import { Frame, type FrameKind } from './frame.ts'
import { innermost } from './running.ts'
import { isOwnPlace } from './source-place.ts'

/** Files of this library that in CPython are C, or no function at all: nothing of them is seen between two frames. */
const unseen = /(?:async-generator|async-generator-step|await-iterator|awaitable|awaiting|context|coroutine|coroutine-base|emission|future-iterator|future-steps|steps|task|thrown-by-hand)\.[jt]s$/
/** Files that step the bodies of coroutines and asynchronous generators. */
const stepping = /reference-impl\/(?:coroutine|async-generator)\.[jt]s$/

/**
 * The frames of the program's functions, generators and coroutines that run now, the innermost first; `null` stands for
 * functions of asyncio's own. A function without a name, as compiled programs have them where Python has none, is no frame.
 */
function visible(): (Frame | null)[] {
  const sites = callSites()
  const frames: (Frame | null)[] = []
  // What runs below the outermost coroutine is the loop's caller, which no walk gets to.
  for (let [i, running] = [0, innermost]; running !== null && i < sites.length; i++) {
    const site = sites[i]
    if (site === undefined || isNative(site)) continue
    const driver = isStep(sites[i + 1]) ? sites[i + 2] : undefined
    if (driver !== undefined && stepping.test(fileOf(driver))) {
      frames.push(new Frame(running.__qualname__, running.__typename__ === 'coroutine' ? 'async' : 'async generator'))
      running = running._outer
    } else if (!isOwnPlace(fileOf(site))) {
      const name = nameOf(site)
      if (name !== null) frames.push(new Frame(name, driver === undefined ? 'function' : 'generator'))
    } else if (driver === undefined && isPython(fileOf(site))) {
      frames.push(null)
    }
  }
  return frames
}

/** Python's name of a function, or `null` for what is none there: without a name, or the constructor of a class that has none of its own. */
function nameOf(site: NodeJS.CallSite): string | null {
  const name = site.getFunctionName() ?? ''
  // V8 calls functions without a name in evaluated code so.
  if (name === '' || name === 'eval') return null
  if (!site.isConstructor()) return name
  const isImplicit = site.getLineNumber() === site.getEnclosingLineNumber() && site.getColumnNumber() === site.getEnclosingColumnNumber()
  return isImplicit ? null : `${name}.__init__`
}

/**
 * The call stack of the running task, the innermost frame first: up to the first coroutine or generator that a plain
 * function drives. `own` are the functions of asyncio that were called, the innermost first, and `depth` is how many frames
 * are skipped. CPython 3.14 graph.py, capture_call_graph.
 */
export function callStack(own: readonly string[], depth: number): Frame[] {
  const stack: Frame[] = []
  let skipped = 0
  for (const frame of [...own.map(name => new Frame(name, 'function')), ...visible()]) {
    if (frame !== null && skipped++ < depth) continue
    const last: FrameKind | undefined = stack.at(-1)?._kind
    if (last !== undefined && last !== 'function' && (frame === null || frame._kind === 'function')) break
    if (frame !== null) stack.push(frame)
  }
  return stack
}

/** The stack as V8 has it. */
function callSites(): readonly NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error
  let sites: readonly NodeJS.CallSite[] = []
  Error.stackTraceLimit = Infinity
  Error.prepareStackTrace = (_, all) => { sites = all }
  const { stack } = new Error()
  Object.assign(Error, { prepareStackTrace, stackTraceLimit })
  return stack === undefined ? sites : []
}

/** Loaders put questions behind an address. */
function fileOf(site: NodeJS.CallSite): string { return (site.getFileName() ?? '').replace(/\?.*$/, '') }

function isNative(site: NodeJS.CallSite): boolean { return fileOf(site) === '' && !site.isEval() }

/** Whether it is a generator's `next`, `throw` or `return`, above which stands its body. */
function isStep(site: NodeJS.CallSite | undefined): boolean {
  return site !== undefined && isNative(site) && /^(?:next|throw|return)$/.test(site.getFunctionName() ?? '')
}

/** Whether a file of this library, or of the programs' runtime, is one of Python's modules and not of its C. */
function isPython(file: string): boolean {
  return file.includes('/reference-impl/') ? !unseen.test(file) : file.includes('/runtime/modules/')
}

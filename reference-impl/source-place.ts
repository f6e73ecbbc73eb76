import { active } from './runtime-state.ts'

/** This library, and the runtime and the interpreter of programs, whose frames say nothing about the program. */
const own = ['.', '../adapters/javascript/runtime/', '../adapters/javascript/interpreter/'].map(folder => new URL(folder, import.meta.url))
const ownFolders = own.flatMap(url => [url.href, url.protocol === 'file:' ? decodeURIComponent(url.pathname) : url.href])

/** Whether a text, a file's address or a line of a stack, names a file of theirs. */
export function isOwnPlace(text: string): boolean { return ownFolders.some(folder => text.includes(folder)) }

/** How many frames are kept, as many as CPython's debug mode keeps: asyncio/constants.py, DEBUG_STACK_DEPTH. */
const depth = 10

/**
 * Where outside of this library the code stood that ran when it was made: `FILE:LINE`, with `<string>` for code that was
 * evaluated. Keeps the stack, for debug mode only, and reads it when somebody asks.
 */
export class SourcePlace {
  declare private readonly stack: string | undefined

  constructor() {
    const limit = Error.stackTraceLimit
    // Where nobody reads stacks, as in a program's world, places are not told either.
    if (limit === 0) return
    Error.stackTraceLimit = depth
    Error.captureStackTrace(this, SourcePlace)
    Error.stackTraceLimit = limit
    // Until it has been made text V8's stack holds the objects whose methods ran. A virtual world is over soon.
    if (active.clock === null) void this.stack
  }

  toString(): string {
    if (this.stack === undefined) return '<string>:0'
    const frame = this.stack.split('\n').slice(1).find(line => !isOwnPlace(line) && !line.includes('<anonymous>)'))
    const [, file = '<unknown>', line = '0'] = /(?:\(|at |, )([^(),]+):(\d+):\d+\)?$/.exec(frame ?? '') ?? []
    return `${file === '<anonymous>' ? '<string>' : file}:${line}`
  }
}

import type { Context } from './context.ts'
import type { EventLoop } from './event-loop.ts'
import type { Halt } from './exceptions/halt.ts'
import type { Threads } from './threads.ts'
import type { Tracker } from './tracker.ts'
import { reportUnretrieved } from './unretrieved.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** What asyncio keeps per thread in Python: one for ordinary use, one for each virtual world. */
export interface RuntimeState {
  /** The loop that is running a callback now. */
  runningLoop: EventLoop | null
  /** What `setEventLoop` set. */
  eventLoop: EventLoop | null
  /** The current context; made when first asked for. */
  context: Context | null
  /** The thread whose state this is, or whose part an executor's worker plays on the virtual clock; `null` for the main one. */
  thread: { readonly name: string } | null
  /** The threads of a program on the real clock that may have some. */
  threads: Threads | null
  /** Why the virtual world stands still, or `null`. */
  halt: Halt | null
  /** How many passes the world's loops have made, and may make. */
  steps: number
  readonly stepLimit: number
  /** How many tasks have got an automatic name, and how many executors. */
  taskNames: number
  executorNames: number
  /** The failure because of which a runner is closing, else `null`: what is raised meanwhile is raised while it is handled. */
  handled: unknown
  /** The virtual clock in force: the program's, or that of a function in an executor; `null` on the real clock. */
  clock: VirtualClock | null
  readonly tracker: Tracker
  readonly newEventLoop: (() => EventLoop) | null
  /** How values read in the `repr` of futures and in messages; absent for the built-in way. */
  readonly repr: ((value: unknown) => string) | null
  /** Standard output: takes a text as a line. */
  readonly print: (text: string) => void
}

/** The state that is in force; worlds swap it for as long as they run. */
export let active: RuntimeState = {
  runningLoop: null,
  eventLoop: null,
  context: null,
  thread: null,
  threads: null,
  taskNames: 0,
  executorNames: 0,
  handled: null,
  halt: null,
  steps: 0,
  stepLimit: Infinity,
  clock: null,
  tracker: {
    coroutineMade() {},
    futureFailed: reportUnretrieved,
    taskMade() {},
    report: null,
    warn(category, text) { console.warn(`${category}: ${text}`) },
  },
  newEventLoop: null,
  repr: null,
  print(text) { console.log(text) },
}

/** Puts `state` in force and returns the one it replaces. */
export function activate(state: RuntimeState): RuntimeState {
  const previous = active
  active = state
  return previous
}

import type { Context } from './context.ts'
import type { EventLoop } from './event-loop.ts'
import type { Tracker } from './tracker.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** What asyncio keeps per thread in Python: one for ordinary use, one for each virtual world. */
export interface RuntimeState {
  /** The loop that is running a callback now. */
  runningLoop: EventLoop | null
  /** What `setEventLoop` set. */
  eventLoop: EventLoop | null
  /** The current context; made when first asked for. */
  context: Context | null
  /** How many tasks have got an automatic name. */
  taskNames: number
  /** The virtual clock in force: the program's, or that of a function in an executor; `null` on the real clock. */
  clock: VirtualClock | null
  readonly tracker: Tracker
  readonly newEventLoop: (() => EventLoop) | null
  /** How values read in the `repr` of futures and in messages; absent for the built-in way. */
  readonly repr: ((value: unknown) => string) | null
}

/** The state that is in force; worlds swap it for as long as they run. */
export let active: RuntimeState = {
  runningLoop: null,
  eventLoop: null,
  context: null,
  taskNames: 0,
  clock: null,
  tracker: { coroutineMade() {}, futureFailed() {}, taskMade() {}, report: null, warn(category, text) { console.warn(`${category}: ${text}`) } },
  newEventLoop: null,
  repr: null,
}

/** Puts `state` in force and returns the one it replaces. */
export function activate(state: RuntimeState): RuntimeState {
  const previous = active
  active = state
  return previous
}

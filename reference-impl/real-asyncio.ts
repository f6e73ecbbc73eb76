import { _getRunningLoop, _setRunningLoop } from './get-running-loop.ts'
import * as library from './library.ts'
import { newEventLoop } from './new-event-loop.ts'
import { RealEventLoop } from './real-event-loop.ts'
import { run } from './run.ts'
import { Runner } from './runner.ts'

const module = {
  ...library,
  run,
  Runner,
  newEventLoop,
  BaseEventLoop: RealEventLoop,
  EventLoop: RealEventLoop,
  SelectorEventLoop: RealEventLoop,
  _getRunningLoop,
  _setRunningLoop,
}

/** asyncio as a program on the real clock sees it: `run` gives a promise. */
export type RealAsyncio = typeof module

/** The module, new each time: what a program patches in it dies with the program. */
export function realAsyncio(): RealAsyncio { return { ...module } }

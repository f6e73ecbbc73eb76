import * as library from './library.ts'
import { _getRunningLoop, _setRunningLoop } from './get-running-loop.ts'
import { runVirtual } from './run-virtual.ts'
import { VirtualEventLoop } from './virtual-event-loop.ts'
import { VirtualRunner } from './virtual-runner.ts'

function newEventLoop(): VirtualEventLoop { return new VirtualEventLoop() }

const module = {
  ...library,
  run: runVirtual,
  Runner: VirtualRunner,
  newEventLoop,
  BaseEventLoop: VirtualEventLoop,
  EventLoop: VirtualEventLoop,
  SelectorEventLoop: VirtualEventLoop,
  _getRunningLoop,
  _setRunningLoop,
}

/** asyncio as a program in a virtual world sees it: everything runs on the world's clock, `run` returns the value. */
export type VirtualAsyncio = typeof module

/** The module, new each time: what a program patches in it dies with the program. */
export function virtualAsyncio(): VirtualAsyncio { return { ...module } }

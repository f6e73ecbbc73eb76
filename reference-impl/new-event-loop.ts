import { RealEventLoop } from './real-event-loop.ts'

/** An event loop on the real clock. */
export function newEventLoop(): RealEventLoop { return new RealEventLoop() }

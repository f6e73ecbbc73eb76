import * as builtins from './runtime/index.ts'
import * as protocol from './runtime/call-protocol.ts'
import type { Exceptions, Output } from './runtime/index.ts'
import type { World } from './world.ts'

const shared: Readonly<Record<string, unknown>> = { ...builtins, ...protocol }

/** What a compiled program imports as `name`; undefined when there is no such thing. */
export function provide(name: string, world: World, exceptions: Exceptions, output: Output): unknown {
  switch (name) {
    case 'log': return output.log
    case 'print': return output.print
    case 'time': return timeModule(world)
    case 'contextvars': return contextvars(world.asyncio)
    default:
  }
  if (Object.hasOwn(exceptions, name)) return Reflect.get(exceptions, name)
  return shared[name]
}

function timeModule(world: World): object {
  const now = (): number => world.now()
  return { sleep: (seconds: number) => world.sleep(seconds), time: now, monotonic: now, perfCounter: now }
}

function contextvars(asyncio: object): object {
  return Object.fromEntries(['ContextVar', 'Context', 'Token', 'copyContext'].map((name) => [name, Reflect.get(asyncio, name)]))
}

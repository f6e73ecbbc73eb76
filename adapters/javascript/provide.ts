import * as runtime from './runtime/index.ts'
import { call, makePythonModule, isWaitingName, makeWaiting, type Exceptions, type FilterWarnings, type ModuleWorld, type Output } from './runtime/index.ts'
import type { Style } from './compile.ts'
import type { World } from './world.ts'

const shared: ReadonlyMap<string, unknown> = new Map(Object.entries(runtime))

/** What one run hands to its program. */
export interface Provisions {
  readonly world: World
  readonly style: Style
  readonly claims: string
  readonly exceptions: Exceptions
  readonly output: Output
  readonly filterWarnings: FilterWarnings
}

/** Python's `concurrent`, from what the implementation exports beside asyncio. */
function concurrent(asyncio: object): object {
  return { futures: Reflect.get(asyncio, 'concurrentFutures') ?? {} }
}

/** What a compiled program imports as `name`; undefined when there is no such thing. */
export function provide(name: string, { world, style, claims, exceptions, output, filterWarnings }: Provisions): unknown {
  if (name === 'log') return output.log
  if (name === 'print') return output.print
  if (Object.hasOwn(exceptions, name)) return Reflect.get(exceptions, name)
  if (shared.has(name)) return shared.get(name)
  if (world.threads !== undefined && isWaitingName(name)) return makeWaiting(world.threads)[name]
  const modules: ModuleWorld = { implementation: world.asyncio, style, claims, clock: world, call, filterWarnings, ...(world.threads === undefined ? {} : { threads: world.threads }) }
  return name === 'concurrent' ? concurrent(world.asyncio) : makePythonModule(name, modules)
}

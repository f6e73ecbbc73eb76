import { asyncStyle, generatorStyle } from './coroutine-style.ts'
import { collections } from './collections.ts'
import { itertools } from './itertools.ts'
import { json } from './json.ts'
import { makeContextlib } from './contextlib.ts'
import { makeFunctools, type CallWithKeywords } from './functools.ts'
import { makeInspect } from './inspect.ts'
import { makeModule } from '../module.ts'
import { makeRandom } from './random.ts'
import { makeSys } from './sys.ts'
import { makeThreading, type PythonThreads } from './threading.ts'
import { makeTime, type ProgramClock } from './time.ts'
import { math } from './math.ts'
import { operator } from './operator.ts'
import { os } from './os.ts'
import { signal } from './signal.ts'
import { tempfile } from './tempfile.ts'
import { types } from './types.ts'
import { makeWarnings, type FilterWarnings } from './warnings.ts'

/** What the modules of one run stand on. */
export interface ModuleWorld {
  readonly implementation: object
  readonly style: 'generator' | 'async'
  readonly clock: ProgramClock
  /** The asyncio version the implementation claims; `sys.version_info` says it. */
  readonly claims: string
  readonly call: CallWithKeywords
  /** Absent where there are no threads. */
  readonly threads?: PythonThreads
  readonly filterWarnings: FilterWarnings
}

/** Makes one module of a run, by Python's name; `undefined` when the runtime has none of that name. */
export function makePythonModule(name: string, world: ModuleWorld): object | undefined {
  switch (name) {
    case 'time': return makeTime(world.clock)
    case 'functools': return makeFunctools(world.call)
    case 'contextlib': return makeContextlib(world.style === 'async' ? asyncStyle : generatorStyle(world.implementation))
    case 'collections': return collections
    case 'itertools': return itertools
    case 'operator': return operator
    case 'math': return math
    case 'random': return makeRandom()
    case 'inspect': return makeInspect(world.implementation)
    case 'contextvars': return contextvars(world.implementation)
    case 'types': return types
    case 'warnings': return makeWarnings(world.filterWarnings)
    case 'gc': return makeModule('gc', { collect: () => 0, enable: () => null, disable: () => null, isenabled: () => true })
    case 'sys': return makeSys(world.claims)
    case 'json': return json
    case 'os': return os
    case 'tempfile': return tempfile
    case 'signal': return signal
    case 'threading': return world.threads && makeThreading(world.threads)
    default: return undefined
  }
}

/** The implementation's own module, or the names of it that the implementation exports beside asyncio's. */
function contextvars(implementation: object): object {
  const own: unknown = Reflect.get(implementation, 'contextvars')
  return typeof own === 'object' && own !== null ? own : implementation
}

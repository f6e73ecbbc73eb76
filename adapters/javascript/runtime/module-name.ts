import { currentExceptions, currentImplementation } from './exceptions.ts'
import { pythonName } from './class-name.ts'
import { exceptionParents } from './exception-hierarchy.ts'

/** The module a runtime class (`deque`) lives in, as a static property. */
export const pythonModule = Symbol('Python module')

/** Where CPython keeps what `asyncio` exports. CPython 3.14 asyncio/*.py */
const homes: Readonly<Record<string, string>> = {
  CancelledError: 'asyncio.exceptions', InvalidStateError: 'asyncio.exceptions', BrokenBarrierError: 'asyncio.exceptions',
  IncompleteReadError: 'asyncio.exceptions', LimitOverrunError: 'asyncio.exceptions', SendfileNotAvailableError: 'asyncio.exceptions',
  QueueEmpty: 'asyncio.queues', QueueFull: 'asyncio.queues', QueueShutDown: 'asyncio.queues',
  Queue: 'asyncio.queues', PriorityQueue: 'asyncio.queues', LifoQueue: 'asyncio.queues',
  Lock: 'asyncio.locks', Event: 'asyncio.locks', Condition: 'asyncio.locks', Semaphore: 'asyncio.locks',
  BoundedSemaphore: 'asyncio.locks', Barrier: 'asyncio.locks',
  Future: '_asyncio', Task: '_asyncio', TaskGroup: 'asyncio.taskgroups', Timeout: 'asyncio.timeouts', Runner: 'asyncio.runners',
  Handle: 'asyncio.events', TimerHandle: 'asyncio.events', AbstractEventLoop: 'asyncio.events', BaseEventLoop: 'asyncio.base_events',
  Context: '_contextvars', ContextVar: '_contextvars', Token: '_contextvars',
}

/** Python's `cls.__module__`: `builtins`, `asyncio.locks`, `__main__` for the program's own. */
export function moduleName(cls: object): string {
  for (const key of ['__module__', pythonModule]) {
    const own: unknown = Object.hasOwn(cls, key) ? Reflect.get(cls, key) : undefined
    if (typeof own === 'string') return own
  }
  const name = pythonName(cls)
  if (Reflect.get(currentImplementation(), name) === cls) {
    const home = homes[name]
    if (home !== undefined) return home
  }
  if (name in exceptionParents && Reflect.get(currentExceptions(), name) === cls) return name === 'CancelledError' ? 'asyncio.exceptions' : 'builtins'
  return '__main__'
}

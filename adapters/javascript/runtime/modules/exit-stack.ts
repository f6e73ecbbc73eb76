import { callValue, methodOf } from '../callable.ts'
import { raise } from '../raise.ts'
import { truthy } from '../truth.ts'
import { typeName } from '../type-name.ts'
import type { CoroutineStyle } from './contextmanager.ts'

/** What is done at the end: called like `__exit__`, its true answer suppresses the exception; `awaits` when the answer is awaitable. */
interface Exit {
  readonly awaits: boolean
  run(type: unknown, error: unknown): unknown
}

function managerOf(manager: unknown, enter: string, exit: string, protocol: string): { enter(): unknown; exit(type: unknown, error: unknown): unknown } {
  const [first, last] = [methodOf(manager, enter), methodOf(manager, exit)]
  if (first === undefined || last === undefined) raise('TypeError', `'${typeName(manager)}' object does not support the ${protocol} protocol`)
  return { enter: () => first.call(manager), exit: (type, error) => last.call(manager, type, error, null) }
}

/** Runs the exits backwards. CPython 3.14 contextlib.py, ExitStack.__exit__ */
function* unwind(exits: Exit[], given: unknown, wait: CoroutineStyle['wait']): Generator<unknown, boolean> {
  let pending: { readonly error: unknown } | undefined = given === null || given === undefined ? undefined : { error: given }
  const received = pending !== undefined
  let raised = false
  for (let exit = exits.pop(); exit !== undefined; exit = exits.pop()) {
    try {
      const answer = pending === undefined ? exit.run(null, null) : exit.run(Object(pending.error).constructor, pending.error)
      if (truthy(exit.awaits ? yield* wait(answer) : answer)) {
        pending = undefined
        raised = false
      }
    } catch (error) {
      pending = { error }
      raised = true
    }
  }
  if (raised) throw pending?.error
  return received && pending === undefined
}

class StackBase {
  protected exits: Exit[] = []

  enterContext(manager: unknown): unknown {
    const { enter, exit } = managerOf(manager, '__enter__', '__exit__', 'context manager')
    const value = enter()
    this.exits.push({ awaits: false, run: exit })
    return value
  }

  push(exit: unknown): unknown {
    const own = methodOf(exit, '__exit__')
    this.exits.push({ awaits: false, run: (type, error) => (own === undefined ? callValue(exit, type, error, null) : own.call(exit, type, error, null)) })
    return exit
  }

  callback(f: unknown, ...args: unknown[]): unknown {
    this.exits.push({
      awaits: false,
      run() {
        callValue(f, ...args)
        return false
      },
    })
    return f
  }

  popAll(): this {
    const made: this = Reflect.construct(this.constructor, [])
    made.exits = this.exits
    this.exits = []
    return made
  }
}

const never: CoroutineStyle['wait'] = () => raise('RuntimeError', 'an ExitStack cannot await')

/** Python's `contextlib.ExitStack`. */
export class ExitStack extends StackBase {
  __enter__(): this {
    return this
  }

  __exit__(_type: unknown, error: unknown): boolean {
    return unwind(this.exits, error, never).next().value === true
  }

  close(): null {
    this.__exit__(null, null)
    return null
  }
}

/** Python's `contextlib.AsyncExitStack` for coroutines in the given style. */
export function makeAsyncExitStack({ coroutine, wait }: CoroutineStyle): new () => object {
  const enterAsync = coroutine(function* enter(exits, manager) {
    const { enter, exit } = managerOf(manager, '__aenter__', '__aexit__', 'asynchronous context manager')
    const value = yield* wait(enter())
    if (Array.isArray(exits)) exits.push({ awaits: true, run: exit })
    return value
  }, 'AsyncExitStack.enter_async_context')
  const exitAll = coroutine(function* exitAll(exits, error) {
    return yield* unwind(Array.isArray(exits) ? exits : [], error, wait)
  }, 'AsyncExitStack.__aexit__')
  const enterSelf = coroutine(function* enterSelf(stack) {
    return stack
  }, 'AsyncExitStack.__aenter__')

  return class AsyncExitStack extends StackBase {
    __aenter__(): unknown {
      return enterSelf(this)
    }

    __aexit__(_type: unknown, error: unknown): unknown {
      return exitAll(this.exits, error)
    }

    aclose(): unknown {
      return exitAll(this.exits, null)
    }

    enterAsyncContext(manager: unknown): unknown {
      return enterAsync(this.exits, manager)
    }

    pushAsyncExit(exit: unknown): unknown {
      const own = methodOf(exit, '__aexit__')
      this.exits.push({ awaits: true, run: (type, error) => (own === undefined ? callValue(exit, type, error, null) : own.call(exit, type, error, null)) })
      return exit
    }

    pushAsyncCallback(f: unknown, ...args: unknown[]): unknown {
      const run = coroutine(function* callback() {
        yield* wait(callValue(f, ...args))
        return false
      }, 'AsyncExitStack.push_async_callback.<locals>._exit_wrapper')
      this.exits.push({ awaits: true, run: () => run() })
      return f
    }
  }
}

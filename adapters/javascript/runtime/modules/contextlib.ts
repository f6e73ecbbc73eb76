import { contextmanager, makeAsynccontextmanager, type CoroutineStyle } from './contextmanager.ts'
import { ExitStack, makeAsyncExitStack } from './exit-stack.ts'
import { invoke } from '../attribute.ts'
import { isGroup } from '../exception-group.ts'
import { makeModule, type Module } from '../module.ts'
import { matches } from '../matches.ts'
import { splitGroup } from '../split-group.ts'
import { Tuple } from '../tuple.ts'

/** Python's `contextlib.suppress`: leaves what does not match, of a group as well. */
function suppress(...classes: readonly unknown[]) {
  const suppressed = Tuple.of(...classes)
  return {
    __enter__: () => null,
    __exit__(_type: unknown, error: unknown): boolean {
      if (!(error instanceof Error)) return false
      if (matches(error, suppressed)) return true
      if (!isGroup(error)) return false
      const [, rest] = splitGroup(error, suppressed)
      if (rest === null) return true
      if (rest !== error) throw rest
      return false
    },
  }
}

function closing(x: unknown) {
  return {
    __enter__: () => x,
    __exit__(): boolean {
      invoke(x, 'close')
      return false
    },
  }
}

/** Python's `contextlib` for coroutines in the given style. */
export function makeContextlib(style: CoroutineStyle): Module {
  const giveBack = style.coroutine(function* enter(x) {
    return x
  }, 'nullcontext.__aenter__')
  const closeAsync = style.coroutine(function* exit(x) {
    yield* style.wait(invoke(x, 'aclose'))
    return false
  }, 'aclosing.__aexit__')
  return makeModule('contextlib', {
    contextmanager,
    asynccontextmanager: makeAsynccontextmanager(style),
    suppress,
    closing,
    aclosing: (x: unknown) => ({ __aenter__: () => giveBack(x), __aexit__: () => closeAsync(x) }),
    nullcontext: (x: unknown = null) => ({
      __enter__: () => x,
      __exit__: () => false,
      __aenter__: () => giveBack(x),
      __aexit__: () => giveBack(false),
    }),
    ExitStack,
    AsyncExitStack: makeAsyncExitStack(style),
    AbstractAsyncContextManager: class AbstractAsyncContextManager {
      __aenter__(): unknown {
        return giveBack(this)
      }
    },
    AbstractContextManager: class AbstractContextManager {
      __enter__(): this {
        return this
      }
    },
  })
}

import { exceptionParents, type ExceptionName } from './exception-hierarchy.ts'
import { exportedException, rootException, type ExceptionClass } from './base-exception.ts'
import { fillException } from './exception-group.ts'

export type { ExceptionName } from './exception-hierarchy.ts'
export type { ExceptionClass } from './base-exception.ts'

/** Python's built-in exception classes by name. */
export type Exceptions = Readonly<Record<ExceptionName | Alias, ExceptionClass>>

/** Older names of `OSError`. */
type Alias = 'IOError' | 'EnvironmentError'

const made = new WeakMap<object, Exceptions>()
const none = {}
let running: object = none
let current: Exceptions | undefined

function isComplete(table: Partial<Record<ExceptionName, ExceptionClass>>): table is Record<ExceptionName, ExceptionClass> {
  return 'UserWarning' in table
}

function subclass(name: string, parent: ExceptionClass): ExceptionClass {
  const made = { [name]: class extends parent {} }[name]
  if (made === undefined) throw new Error(`no class ${name}`)
  return made
}

function build(implementation: object): Exceptions {
  const table: Partial<Record<ExceptionName, ExceptionClass>> = {}
  let parent: ExceptionClass = rootException()
  for (const name of Object.keys(exceptionParents).filter(isExceptionName)) {
    const parentName = exceptionParents[name]
    if (parentName !== '') parent = table[parentName] ?? parent
    const exported = exportedException(implementation, name)
    table[name] = exported ?? (parentName === '' ? parent : subclass(name, parent))
    if (exported === undefined && parentName !== '') fillException(name, table[name])
  }
  if (!isComplete(table)) throw new Error('the exception hierarchy is incomplete')
  return { ...table, IOError: table.OSError, EnvironmentError: table.OSError }
}

/** Whether Python has a built-in exception of that name. */
export function isExceptionName(name: string): name is ExceptionName {
  return name in exceptionParents
}

/**
 * All of Python's exception classes as the implementation has them: its own exports are used as they are,
 * the rest is made under the right parent. Made once for an implementation, however many namespaces it is given in.
 */
export function makeExceptions(implementation: object): Exceptions {
  const key = exportedException(implementation, 'BaseException') ?? exportedException(implementation, 'CancelledError') ?? implementation
  let table = made.get(key)
  if (table === undefined) {
    table = build(implementation)
    made.set(key, table)
  }
  return table
}

/** Makes `implementation` the one whose exceptions the runtime raises; to be called before each program. */
export function useImplementation(implementation: object): Exceptions {
  running = implementation
  current = makeExceptions(implementation)
  return current
}

export function currentExceptions(): Exceptions {
  return (current ??= makeExceptions(running))
}

/** The namespace `asyncio` of the program that is running. */
export function currentImplementation(): object {
  return running
}

import { currentExceptions } from './exceptions.ts'
import { isGroup } from './exception-group.ts'
import { pythonName } from './class-name.ts'
import { inPython } from './matches.ts'
import { Tuple } from './tuple.ts'
import type { Writer } from './python-repr.ts'

/** Whether `x` is an exception of Python's or of an implementation. */
export function isException(x: unknown): x is Error {
  return x instanceof Error
}

/** Python's `e.args`; an error that has none gives its message. */
export function exceptionArgs(raised: Error): Tuple {
  const error = inPython(raised)
  const args: unknown = Reflect.get(error, 'args')
  if (args instanceof Tuple) return args
  if (Array.isArray(args)) return Tuple.from(args)
  return error.message === '' ? Tuple.of() : Tuple.of(error.message)
}

/** Python's `repr(e)`: `ValueError('b')`, `ExceptionGroup('msg', [ValueError('a')])`. */
export function exceptionRepr(error: Error, write: Writer): string {
  const name = pythonName(inPython(error).constructor)
  const args = exceptionArgs(error)
  if (isGroup(error) && args.length < 2) return `${name}(${write(error.message)}, [${error.exceptions.map(write).join(', ')}])`
  return `${name}(${args.map(write).join(', ')})`
}

/** Python's `str(e)`, by class: a `KeyError` shows the key's `repr`, an `OSError` its number, a group its size. */
export function exceptionStr(error: Error, str: Writer, repr: Writer): string {
  if (isGroup(error)) {
    const count = error.exceptions.length
    return `${error.message} (${count} sub-exception${count === 1 ? '' : 's'})`
  }
  const args = exceptionArgs(error)
  const { KeyError, OSError } = currentExceptions()
  if (args.length === 2 && error instanceof OSError) return `[Errno ${str(args[0])}] ${str(args[1])}`
  if (args.length === 1) return error instanceof KeyError ? repr(args[0]) : str(args[0])
  return args.length === 0 ? '' : repr(args)
}

import { groupMethods, isGroup } from './exception-group.ts'
import { derivedGroup, splitGroup } from './split-group.ts'
import { raise } from './raise.ts'
import { Tuple } from './tuple.ts'

type ExceptionMethod = (error: Error, ...args: unknown[]) => unknown

/** Python's methods of exceptions, for implementations whose own exceptions lack them; `self` comes first. */
export const exceptionMethods: Readonly<Record<string, ExceptionMethod>> = {
  add_note(error, note) {
    const notes: unknown = Reflect.get(error, '__notes__')
    if (Array.isArray(notes)) notes.push(note)
    else Reflect.set(error, '__notes__', [note])
    return null
  },
  with_traceback: (error) => error,
  split(error, condition) {
    const [matched, rest] = splitGroup(error, condition)
    return Tuple.of(matched, rest)
  },
  subgroup: (error, condition) => splitGroup(error, condition)[0],
  derive: (error, errors) => (isGroup(error) && Array.isArray(errors) ? derivedGroup(error, errors) : raise('TypeError', 'derive() needs an exception group')),
}

for (const name of ['split', 'subgroup', 'derive']) {
  const method = exceptionMethods[name]
  if (method !== undefined) groupMethods.set(name, method)
}

import { Dict } from '../dict.ts'
import { makeModule, type Module } from '../module.ts'
import { PySet } from '../set.ts'

/** Python's `weakref` without collection: everything stays alive to the end of the program. */
export const weakref: Module = makeModule('weakref', {
  ref: (x: unknown) => () => x,
  WeakSet: class WeakSet extends PySet {},
  WeakKeyDictionary: class WeakKeyDictionary extends Dict {},
  WeakValueDictionary: class WeakValueDictionary extends Dict {},
  finalize: () => null,
})

import * as folds from './builtins/folds.ts'
import * as numbers from './builtins/numbers.ts'
import { delattr, getattr, hasattr, setattr } from './attribute.ts'
import { builtinFunctions } from './builtin-functions.ts'
import { callable } from './callable.ts'
import { format } from './format.ts'
import { hash, id } from './hash.ts'
import { isinstance, issubclass } from './isinstance.ts'
import { iter, next } from './builtins/iterators.ts'
import { len } from './length.ts'
import { repr } from './repr.ts'

const functions: readonly object[] = [...Object.values(folds), ...Object.values(numbers), callable, delattr, format, getattr, hasattr, hash, id, isinstance, issubclass, iter, len, next, repr, setattr]

/** From now on `repr(len)` is `<built-in function len>`. */
export function registerBuiltins(): void {
  for (const f of functions) builtinFunctions.add(f)
}

import * as arithmetic from '../arithmetic.ts'
import { attribute, invoke } from '../attribute.ts'
import { contains } from '../contains.ts'
import { delItem, item, setItem } from '../subscript.ts'
import { eq, is_, ne } from '../equality.ts'
import { ge, gt, le, lt } from '../compare.ts'
import { makeModule } from '../module.ts'
import { truthy } from '../truth.ts'
import { Tuple } from '../tuple.ts'

function picking(pick: (x: unknown, key: unknown) => unknown) {
  return (...keys: readonly unknown[]) =>
    (x: unknown): unknown => (keys.length === 1 ? pick(x, keys[0]) : Tuple.of(...keys.map((key) => pick(x, key))))
}

/** Python's `operator`. */
export const operator = makeModule('operator', {
  add: arithmetic.add, sub: arithmetic.sub, mul: arithmetic.mul, truediv: arithmetic.div, floordiv: arithmetic.floorDiv, mod: arithmetic.mod, pow: arithmetic.pow,
  neg: arithmetic.neg, pos: arithmetic.pos, and_: arithmetic.bitAnd, or_: arithmetic.bitOr, xor: arithmetic.bitXor, invert: arithmetic.bitNot,
  eq, ne, lt, le, gt, ge, is_, contains, truth: truthy,
  isNot: (a: unknown, b: unknown) => !is_(a, b),
  not_: (x: unknown) => !truthy(x),
  getitem: item,
  setitem: setItem,
  delitem: delItem,
  itemgetter: picking(item),
  attrgetter: picking((x, path) => String(path).split('.').reduce(attribute, x)),
  methodcaller: (name: string, ...args: unknown[]) => (x: unknown) => invoke(x, name, ...args),
})

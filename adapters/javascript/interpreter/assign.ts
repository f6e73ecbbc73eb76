import { item, setItem, unpack } from '../runtime/index.ts'
import type { Expression, Of } from '../compiler/parse.ts'
import type { Frame } from './frame.ts'
import { memberOf, setMember } from './member.ts'
import { augmented } from './operators.ts'
import { read, write } from './variable.ts'

/** Gives a target a value. */
export function assign(f: Frame, target: Expression, value: unknown): void {
  switch (target.nodeType) {
    case 'Name': return write(f, target.id, value)
    case 'Attribute': return setMember(f.evaluate(target.value), target.attr, value)
    case 'Subscript': {
      setItem(f.evaluate(target.value), f.evaluate(target.slice), value)
      return
    }
    case 'Tuple': case 'List': {
      const star = target.elts.findIndex((each) => each.nodeType === 'Starred')
      const values = star === -1 ? unpack(value, target.elts.length) : unpack(value, target.elts.length, star)
      for (const [i, each] of target.elts.entries()) assign(f, each.nodeType === 'Starred' ? each.value : each, values[i])
      return
    }
    default: throw new Error(`${target.nodeType} is no target that is interpreted`)
  }
}

/** `a += b` with the value of `b`. */
export function augment(f: Frame, node: Of<'AugAssign'>, value: unknown): void {
  const { target, op } = node
  switch (target.nodeType) {
    case 'Name': return write(f, target.id, augmented(op.nodeType, read(f, target.id), value))
    case 'Attribute': {
      const x = f.evaluate(target.value)
      return setMember(x, target.attr, augmented(op.nodeType, memberOf(f.program, x, target.attr), value))
    }
    case 'Subscript': {
      const [x, key] = [f.evaluate(target.value), f.evaluate(target.slice)]
      setItem(x, key, augmented(op.nodeType, item(x, key), value))
      return
    }
    default: throw new Error(`${target.nodeType} is no target that is interpreted`)
  }
}

import type { CoroutineBase } from './coroutine-base.ts'
import type { ForeignCoroutine } from './iscoroutine.ts'
import { typeName } from './type-name.ts'

/** Where a coroutine stands, as far as JavaScript tells: in which function, not on which line. */
export class Frame {
  /** The name of the function, alone and qualified. */
  readonly fCode: { readonly coName: string, readonly coQualname: string }

  constructor(coroutine: CoroutineBase<unknown> | ForeignCoroutine<unknown>) {
    const coQualname = '__qualname__' in coroutine ? String(coroutine.__qualname__) : typeName(coroutine)
    this.fCode = { coName: coQualname.slice(coQualname.lastIndexOf('.') + 1), coQualname }
  }

  toString(): string { return `<frame, code ${this.fCode.coName}>` }
}

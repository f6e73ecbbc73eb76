import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import type { Scope } from './scope.ts'

/** What kind of function the code being written stands in. */
export type FrameKind = 'module' | 'function' | 'generator' | 'async' | 'asyncGenerator' | 'blocking'

/** The function being written. */
export interface Frame {
  readonly kind: FrameKind
  readonly scope: Scope
  readonly qualname: string
  /** The class whose method it is. */
  readonly ofClass: ClassInfo | undefined
  /** What `this` is called in Python here; its text in JavaScript. */
  readonly self: { readonly name: string; readonly text: string } | undefined
  /** Whether it is the constructor, where `super().__init__` is `super`. */
  readonly constructs: boolean
  /** The variable of the innermost `catch`, for a bare `raise`. */
  caught: string | undefined
  /** The variable with that because of which the innermost `finally` runs, when that is more inward than the `catch`; it may have no value. */
  failed?: string | undefined
  /** Labels that `break` must name, innermost last; '' where a plain `break` does. */
  readonly breaks: string[]
}

/** The qualified name of what is made in the frame being written: `main.<locals>.child`. */
export function nestedName(c: Compilation, name: string): string {
  const { qualname } = c.frame
  return qualname === '' ? name : `${qualname}.<locals>.${name}`
}

import { hash } from './hash.ts'
import { KeyRegistry } from './key-registry.ts'
import { raise } from './raise.ts'
import { pythonClassName } from './class-name.ts'

/** A Python set: a `Set` in which tuples and objects with `__eq__` are elements by value. Made by `set(…)`. */
export class PySet extends Set<unknown> {
  static readonly [pythonClassName]: string = 'set'
  readonly #elements = new KeyRegistry()

  override *[Symbol.iterator](): Generator<unknown, undefined> {
    const { size } = this
    for (const element of this.values()) {
      yield element
      if (this.size !== size) raise('RuntimeError', 'Set changed size during iteration')
    }
    return undefined
  }

  override has(element: unknown): boolean {
    return super.has(this.#elements.find(element, 'set element'))
  }

  override add(element: unknown): this {
    const present = this.#elements.find(element, 'set element')
    this.#elements.add(present)
    return super.add(present)
  }

  override delete(element: unknown): boolean {
    const present = this.#elements.find(element, 'set element')
    this.#elements.delete(present)
    return super.delete(present)
  }

  override clear(): void {
    this.#elements.clear()
    super.clear()
  }
}

/** A Python frozenset: equal and hashed by its elements. */
export class FrozenSet extends PySet {
  static override readonly [pythonClassName]: string = 'frozenset'

  __hash__(): number {
    let sum = 1
    for (const element of this) sum = (sum + hash(element)) | 0
    return sum
  }

  __eq__(other: unknown): boolean {
    return other instanceof Set && isSubset(this, other) && this.size === other.size
  }
}

/** Whether every element of `a` is in `b`. */
export function isSubset(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  for (const element of a) if (!b.has(element)) return false
  return true
}

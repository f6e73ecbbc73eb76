import { eq } from './equality.ts'
import { hash, hasEquality, isUnhashable } from './hash.ts'
import { raise } from './raise.ts'
import { Tuple } from './tuple.ts'
import { typeName } from './type-name.ts'

/**
 * Finds the key already present that is equal by value to a tuple, bytes, a frozenset or an object with `__eq__`;
 * every other key is compared as JavaScript's `Map` and `Set` do. Empty, and free, until such a key comes.
 */
export class KeyRegistry {
  #buckets: Map<number, object[]> | undefined

  /** The key present that equals `key`, or `key` itself. `role` (`dict key`, `set element`) is for the message of TypeError. */
  find(key: unknown, role: string): unknown {
    if (typeof key !== 'object') return key === undefined ? null : key
    if (key === null || !this.#isByValue(key, role)) return key
    return this.#buckets?.get(hash(key))?.find((present) => eq(present, key)) ?? key
  }

  add(key: unknown): void {
    if (typeof key !== 'object' || key === null || !this.#isByValue(key, '')) return
    const code = hash(key)
    this.#buckets ??= new Map()
    const bucket = this.#buckets.get(code)
    if (bucket === undefined) this.#buckets.set(code, [key])
    else if (!bucket.includes(key)) bucket.push(key)
  }

  delete(key: unknown): void {
    if (this.#buckets === undefined || typeof key !== 'object' || key === null || !this.#isByValue(key, '')) return
    const bucket = this.#buckets.get(hash(key))
    bucket?.splice(bucket.indexOf(key), 1)
  }

  clear(): void {
    this.#buckets = undefined
  }

  #isByValue(key: object, role: string): boolean {
    if (isUnhashable(key)) {
      const type = typeName(key)
      raise('TypeError', `cannot use '${type}' as a ${role} (unhashable type: '${type}')`)
    }
    return key instanceof Tuple || key instanceof Uint8Array || hasEquality(key)
  }
}

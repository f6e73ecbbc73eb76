import { KeyRegistry } from './key-registry.ts'
import { pythonClassName } from './class-name.ts'

/** A Python dict: a `Map` in which tuples and objects with `__eq__` are keys by value. Made by `dict(…)`. */
export class Dict extends Map<unknown, unknown> {
  static readonly [pythonClassName]: string = 'dict'
  readonly #keys = new KeyRegistry()

  override get(key: unknown): unknown {
    return super.get(this.#keys.find(key, 'dict key'))
  }

  override has(key: unknown): boolean {
    return super.has(this.#keys.find(key, 'dict key'))
  }

  override set(key: unknown, value: unknown): this {
    const present = this.#keys.find(key, 'dict key')
    this.#keys.add(present)
    return super.set(present, value)
  }

  override delete(key: unknown): boolean {
    const present = this.#keys.find(key, 'dict key')
    this.#keys.delete(present)
    return super.delete(present)
  }

  override clear(): void {
    this.#keys.clear()
    super.clear()
  }
}

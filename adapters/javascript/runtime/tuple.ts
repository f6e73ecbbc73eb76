/** A Python tuple; a plain `Array` is a list. Python's `(1, 2)` is `Tuple.of(1, 2)`. */
export class Tuple<T = unknown> extends Array<T> {
  /** Like `Array.from`, and unlike `new Tuple(3)`, one element stays an element. */
  static override of<T>(...elements: T[]): Tuple<T> {
    const made = new Tuple<T>()
    for (const element of elements) made.push(element)
    return made
  }

  /** `map`, `filter`, `slice`… of a tuple are for the runtime's own use: they make plain arrays. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array
  }
}

/** Whether Python has a tuple there: of the program's making, or a frozen array, which is how an implementation returns one. */
export function isTuple(x: unknown): x is readonly unknown[] {
  return x instanceof Tuple || (Array.isArray(x) && Object.isFrozen(x))
}

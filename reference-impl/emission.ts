/** A value on its way out of an asynchronous generator. */
export class Emission<Y> {
  readonly value: Y
  constructor(value: Y) { this.value = value }
  *[Symbol.iterator](): Generator<Emission<Y>, unknown, unknown> { return yield this }
}

/** `yield* emit(value)` inside an asynchronous generator is Python's `yield value`; what is sent in comes back. */
export function emit<Y>(value: Y): Emission<Y> { return new Emission(value) }

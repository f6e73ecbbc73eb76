import { expect, test } from 'vitest'
import { asyncWith, coroutine, fromPromise, run, runVirtual, ValueError, type Coroutine, type Future } from '../../reference-impl/index.ts'

/** Writes down how it is left, and swallows exceptions when told to. */
class Door {
  readonly left: unknown[] = []
  readonly swallows: boolean

  constructor(swallows: boolean) {
    this.swallows = swallows
  }

  __aenter__(): Coroutine<string> {
    return open()
  }

  __aexit__(type: unknown, error: unknown): Coroutine<boolean> {
    this.left.push([type, error])
    return answer(this.swallows)
  }
}

const open = coroutine(function* open() { return 'open' })
const answer = coroutine(function* answer(swallows: boolean) { return swallows })

test('a block returns what its body returns, and is left without an exception', () => {
  const door = new Door(true)
  const main = coroutine(function* main() {
    return yield* asyncWith(door, function* (value) { return `${value} door` })
  })

  expect(runVirtual(main())).toBe('open door')
  expect(door.left).toEqual([[null, null]])
})

test('an exception is shown to the manager, which may swallow it', () => {
  const error = new ValueError('inside')
  const enter = coroutine(function* enter(door: Door) {
    return yield* asyncWith(door, function* () { throw error })
  })
  const swallowing = new Door(true)
  const honest = new Door(false)

  expect(runVirtual(enter(swallowing))).toBe(null)
  expect(swallowing.left).toEqual([[ValueError, error]])
  expect(() => runVirtual(enter(honest))).toThrow(error)
})

test('anything may be thrown, and the methods of the manager may give promises\' futures', async () => {
  const left: unknown[] = []
  const guard = {
    __aenter__: (): Future<number> => fromPromise(Promise.resolve(7)),
    __aexit__: (type: unknown, error: unknown): Future<boolean> => {
      left.push(type, error)
      return fromPromise(Promise.resolve(true))
    },
  }
  const main = coroutine(function* main() {
    return yield* asyncWith(guard, function* (value) { throw value })
  })

  expect(await run(main())).toBe(null)
  expect(left).toEqual([null, 7])
})

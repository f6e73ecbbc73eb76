import { expect, test } from 'vitest'
import { asyncWith } from './async-with.ts'
import { coroutine, type Coroutine } from './coroutine.ts'
import { ValueError } from './exceptions/errors.ts'
import { runVirtual } from './run-virtual.ts'

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

import { expect, test } from 'vitest'
import {
  coroutine, Deadlock, Event, runVirtual, sleep, StepLimit, virtualAsyncio, VirtualEventLoop, VirtualRunner, VirtualWorld,
} from '../../reference-impl/index.ts'

const asyncio = virtualAsyncio()

test('a program that can never go on is a deadlock, which it cannot catch', () => {
  const caught: unknown[] = []
  const main = coroutine(function* main() {
    try {
      yield* new Event().wait()
    } catch (error) {
      caught.push(error)
    }
  })
  const world = new VirtualWorld()
  expect(() => world.enter(() => asyncio.run(main()))).toThrow(Deadlock)
  expect(world.halted).toBeInstanceOf(Deadlock)
  expect(() => world.enter(() => asyncio.newEventLoop().runForever())).toThrow(Deadlock)
  expect(caught).toEqual([])
})

test('a runner on virtual time stands still with its world', () => {
  const world = new VirtualWorld()
  const waiting = coroutine(function* waiting() { yield* new Event().wait() })
  expect(() => world.enter(() => {
    const runner = new VirtualRunner()
    runner.run(waiting())
  })).toThrow(Deadlock)
})

test('a program that goes on for ever comes to the step limit', () => {
  const main = coroutine(function* main() { for (;;) yield* sleep(0) })
  const world = new VirtualWorld({ steps: 50 })
  expect(() => world.enter(() => asyncio.run(main()))).toThrow(StepLimit)
})

test('the step limit counts the passes of all loops of a world, and after it nothing runs', () => {
  const seen: string[] = []
  const main = coroutine(function* main() {
    try {
      for (;;) yield* sleep(0)
    } finally {
      seen.push('cleaned up')
    }
  })
  const world = new VirtualWorld({ steps: 5 })
  expect(() => world.enter(() => runVirtual(main()))).toThrow('step limit: the event loops made more than 5 passes')
  expect(world.halted).toBeInstanceOf(StepLimit)
  expect(() => world.enter(() => new VirtualEventLoop().runUntilComplete(sleep(0)))).toThrow(StepLimit)
  world.finish()
  expect(seen).toEqual([])
})

import { expect, test } from 'vitest'
import { KeyboardInterrupt, RealWorld, RuntimeError, ValueError } from '../../reference-impl/index.ts'

type Threads = RealWorld['threads']
type Steps<T> = Parameters<Threads['main']>[0] & Generator<unknown, T>

/** Runs a program that may block; what it notes, then its value or what it threw. */
async function ran(program: (threads: Threads, note: (text: string) => void) => Generator<unknown, unknown>): Promise<readonly unknown[]> {
  const world = new RealWorld()
  const notes: unknown[] = []
  // What is yielded is for the threads alone.
  const steps = program(world.threads, text => { notes.push(text) }) as Steps<unknown>
  const end = await world.enter(() => world.threads.main(steps)).catch((error: unknown) => error)
  return [...notes, end]
}

test('a thread that waits lets the others go on, and goes on when it need not wait any more', async () => {
  expect(await ran(function* (threads, note) {
    let released = false
    const work = threads.blocking(function* () {
      yield* threads.wait(() => threads.block(() => released, null))
      note('worker')
    })
    threads.start({ name: 'worker' }, threads.call(work), end => note(end.kind))
    yield* threads.wait(() => threads.block(() => false, 0.005))
    note('main')
    released = true
    return yield* threads.wait(() => threads.block(() => false, 0.005))
  })).toEqual(['main', 'worker', 'value', false])
})

test('who blocks where nobody can wait lets the other threads go on all the same', async () => {
  expect(await ran(function* (threads, note) {
    let released = false
    threads.start({ name: 'worker' }, threads.call(threads.blocking(function* () {
      yield* threads.wait(() => threads.block(() => false, 0.002))
      released = true
      note(threads.current() === null ? 'main' : 'worker')
    })), () => {})
    const blocks = threads.blocking(function* blocks() { return yield* threads.wait(() => threads.block(() => released, null)) })
    note(blocks.name)
    return [blocks(), threads.current()]
  })).toEqual(['blocks', 'worker', [true, null]])
})

test('a promise is waited for, what it rejects with is thrown', async () => {
  expect(await ran(function* (threads, note) {
    note(String(yield* threads.call(() => Promise.resolve('value'))))
    yield* threads.wait(() => Promise.reject(new ValueError('no')))
  })).toEqual(['value', new ValueError('no')])
})

test('threads end with the program', async () => {
  const late: string[] = []
  expect(await ran(function* (threads) {
    threads.start({ name: 'late' }, threads.call(threads.blocking(function* () {
      yield* threads.wait(() => threads.block(() => false, 0.005))
      late.push('late')
    })), () => {})
    return 'end'
  })).toEqual(['end'])
  await new Promise(resolve => { setTimeout(resolve, 20) })
  expect(late).toEqual([])
})

test('what a thread throws is told to who started it; what nobody may catch ends the program', async () => {
  const fatal = Object.assign(new Error('fatal'), { uncatchable: true })
  expect(await ran(function* (threads, note) {
    threads.start({ name: 'failing' }, threads.call(() => { throw new RuntimeError('failed') }), end => note(end.kind))
    threads.start({ name: 'fatal' }, threads.call(() => { throw fatal }), () => {})
    yield* threads.wait(() => threads.block(() => false, 60))
  })).toEqual(['error', fatal])
})

test('an interrupt is raised where the main thread waits, and nowhere else', async () => {
  expect(await ran(function* (threads, note) {
    threads.start({ name: 'worker' }, threads.call(threads.blocking(function* () {
      note(`in time: ${threads.interrupt()}`)
      yield* threads.wait(() => threads.block(() => false, 0.002))
      note('worker')
    })), () => note('ended'))
    note(`too early: ${threads.interrupt()}`)
    try {
      yield* threads.wait(() => threads.block(() => false, 60))
    } catch (error) {
      note(error instanceof KeyboardInterrupt ? 'interrupted' : 'failed')
    }
    return yield* threads.wait(() => threads.block(() => false, 0.02))
  })).toEqual(['too early: false', 'in time: true', 'interrupted', 'worker', 'ended', false])
})

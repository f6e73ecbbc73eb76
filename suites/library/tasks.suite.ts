import { expect, test } from 'vitest'
import { coroutine, createTask, sleep, Task, virtualAsyncio, VirtualWorld } from '../../reference-impl/index.ts'

const asyncio = virtualAsyncio()

test('a task that is eager runs before createTask returns', () => {
  const seen: string[] = []
  const child = coroutine(function* child() {
    seen.push('runs')
    return 1
  })
  const main = coroutine(function* main() {
    const task = createTask(child(), { eagerStart: true })
    seen.push(String(task))
    return yield* task
  })
  expect(new VirtualWorld().enter(() => asyncio.run(main()))).toBe(1)
  expect(seen).toEqual(['runs', "<Task finished name='Task-2' result=1>"])
})

test('a subclass of Task may be made by the task factory', () => {
  class Own<T> extends Task<T> {}
  const loop = new VirtualWorld().enter(() => {
    const made = asyncio.newEventLoop()
    made.setTaskFactory((of, coro, options) => new Own(coro, { ...options, loop: of }))
    return String(made.createTask(sleep(0)))
  })
  expect(loop).toBe("<Own pending name='Task-1' coro=<sleep() running>>")
})

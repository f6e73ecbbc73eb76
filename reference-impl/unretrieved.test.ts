import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { coroutine, createTask, getRunningLoop, run, sleep, ValueError } from './index.ts'

test('on the real clock an exception that nobody asked for is reported when its task is collected', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const messages: unknown[] = []
  const failing = coroutine(function* failing(text: string) { throw new ValueError(text) })
  const main = coroutine(function* main() {
    getRunningLoop().setExceptionHandler((_loop, context) => {
      messages.push([context.get('message'), String(context.get('exception'))])
    })
    createTask(failing('lost'))
    try {
      yield* createTask(failing('found'))
    } catch {
      yield* sleep(0)
    }
  })
  await run(main())
  for (let round = 0; round < 50 && messages.length === 0; round++) {
    await new Promise(resolve => { setTimeout(resolve, 5) })
    collect()
  }
  expect(messages).toEqual([['Task exception was never retrieved', 'ValueError: lost']])
})

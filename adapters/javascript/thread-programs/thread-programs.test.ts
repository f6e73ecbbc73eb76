import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../compile.ts'
import { referenceAdapter } from '../../reference.ts'
import { printed } from './printed.ts'

const here = new URL('.', import.meta.url)

test.each(readdirSync(here).filter((name) => name.endsWith('.py')))('%s prints what it prints on CPython', async (file) => {
  expect(await printed(referenceAdapter(), file)).toEqual(readFileSync(new URL(file.replace(/\.py$/, '.out'), here), 'utf8').trimEnd().split('\n'))
})

describe('where threads may block', () => {
  const program = `
def work(seconds):
    time.sleep(seconds)

def caller():
    work(1)
    ', '.join([])

async def main():
    thread = threading.Thread(target=caller)
    await asyncio.to_thread(lambda: thread.join(2))
`

  test('a function is a generator, and so is who calls it', () => {
    const { code } = compile(`import threading${program}`, { threads: true })
    expect(code.slice(code.indexOf('\n\n') + 2)).toBe(`const work = blocking(function* work(seconds) {
  yield* waitingMethod(time, 'sleep', seconds)
})

const caller = blocking(function* caller() {
  yield* waiting(work, 1)
  invoke(', ', 'join', [])
})

const main = asyncio.coroutine(function* main() {
  const thread = new $threading.Thread({ target: caller })
  yield* asyncio.toThread(blocking(function* () {
    return yield* waitingMethod(thread, 'join', 2)
  }))
})
`)
  })

  test('nothing is marked in a program that has no threads, and none where nobody asked', () => {
    const without = 'def work():\n    time.sleep(1)\n\nasync def main():\n    work()\n'
    expect(compile(without, { threads: true }).body).toBe(compile(without).body)
    expect(compile(`import threading${program}`).body).not.toMatch(/blocking|waiting/)
  })

  test('methods of the program\'s own are no others', () => {
    const own = 'import threading\n\nclass Box:\n    def get(self):\n        return 1\n\ndef work():\n    return Box().get()\n'
    expect(compile(own, { threads: true }).body).not.toMatch(/blocking|waiting/)
  })

  test('a method that may block is a generator too', () => {
    const app = 'class App:\n    def start(self, n):\n        return asyncio.run(asyncio.sleep(n, n))\n\nlog(App().start(n=1))\n'
    const { code } = compile(app, { threads: true })
    expect(code.slice(code.indexOf('\n\n') + 2)).toBe(`class App {
  *start(n) {
    return yield* waitingMethod(asyncio, 'run', asyncio.sleep(n, n))
  }
  static {
    asyncMethods(blocking, this, 'start')
  }
}

log(yield* waitingMethod(new App(), 'start', 1))
`)
  })

  test.each([
    ['a generator', 'def f():\n    yield 1\n    asyncio.run(main())', 3],
    ['a decorated function', '@staticmethod\ndef f():\n    asyncio.new_event_loop().run_forever()', 3],
    ['a special method', 'class C:\n    def __init__(self):\n        asyncio.run(main())', 3],
    ['a function that is called in one', 'def go():\n    asyncio.run(main())\ndef f():\n    yield go()', 4],
    ['a runner', 'def f():\n    with asyncio.Runner() as r:\n        yield r', 2],
  ])('what runs an event loop is refused where nothing can wait: %s', (_, program, line) => {
    expect(() => compile(program, { threads: true })).toThrow(new RegExp(`^line ${line}, column \\d+: what runs an event loop is outside the subset in a generator, a decorated function and a special method; write a plain function or method for it$`))
  })

  test('a function that may block takes no arguments by name that have to be looked up', () => {
    const program = 'import threading\n\ndef work(*, n):\n    time.sleep(n)\n\nwork(**{"n": 1})\n'
    expect(() => compile(program, { threads: true })).toThrow('line 6, column 1: arguments by name for a function that may block its thread are outside the subset; give them by position')
  })
})

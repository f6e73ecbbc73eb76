import { describe, expect, test } from 'vitest'
import type { Adapter, Run } from '../../../adapters/adapter.ts'
import { defaultLimits } from '../../../adapters/adapter.ts'
import { differenceOf } from '../difference.ts'
import { programOf } from '../generate.ts'
import { parseTree } from '../python-tree.ts'
import { shrink } from './shrink.ts'

/** An adapter whose trace is what `lineOf` says of a program's text. */
function reading(name: string, lineOf: (source: string) => string): Adapter {
  const run = (source: string): Run => ({ kind: 'finished', trace: { lines: [lineOf(source)], outcome: 'None' }, milliseconds: 0 })
  return { name, claims: '3.14', clock: 'virtual', lacks: [], run: async ({ source }) => run(source), close: async () => {} }
}

const right = reading('right', () => 'right')

async function shrunk(source: string, wrong: (source: string) => boolean): Promise<string> {
  const mistaken = reading('mistaken', text => wrong(text) ? 'wrong' : 'right')
  const program = programOf('1:1', parseTree(source))
  const runs = [await mistaken.run(program, defaultLimits), await right.run(program, defaultLimits)] as const
  const difference = differenceOf(...runs)
  if (difference === undefined) throw new Error('there is no difference to shrink')
  return (await shrink({ program, index: 1, runs, difference }, [mistaken, right], defaultLimits)).program.source
}

describe('shrinking', () => {
  test('drops statements and functions', async () => {
    expect(await shrunk('def f():\n    pass\nasync def main():\n    f()\n    g()\n    h()\n', text => text.includes('g()'))).toBe('async def main():\n    g()\n')
  })

  test('lifts what is inside', async () => {
    expect(await shrunk('async def main():\n    try:\n        async with lock:\n            for i in x:\n                await f()\n    finally:\n        g()\n', text => text.includes('await f()'))).toBe('async def main():\n    await f()\n')
  })

  test('shortens delays', async () => {
    expect(await shrunk('await asyncio.sleep(7)\n', text => /sleep\(\d/.test(text))).toBe('await asyncio.sleep(0)\n')
  })

  test('unwraps awaitables', async () => {
    expect(await shrunk(`log('a', await asyncio.wait_for(asyncio.shield(e.wait()), 3))\n`, text => text.includes('e.wait()'))).toBe('await e.wait()\n')
  })

  test('puts a coroutine in the place of its call', async () => {
    expect(await shrunk('async def c():\n    f()\nasync def main():\n    await c()\n', text => text.includes('f()') && /main[^]*(?:c|f)\(\)/.test(text))).toBe('async def main():\n    f()\n')
  })

  test('puts what a name holds in the place of the name', async () => {
    expect(await shrunk('async def main():\n    t1 = asyncio.sleep(1)\n    await t1\n', text => /t1 = asyncio\.sleep\(\d[^]*await t1|await asyncio\.sleep\(\d/.test(text))).toBe('async def main():\n    await asyncio.sleep(0)\n')
  })

  test('makes one coroutine of two', async () => {
    const source = 'async def c2():\n    g()\nasync def c1():\n    f()\nasync def main():\n    asyncio.gather(c1(), c2())\n'
    expect(await shrunk(source, text => text.includes('f()') && text.includes('g()') && /gather\(c\d\(\), c\d\(\)\)/.test(text))).toBe('async def c1():\n    g()\n    f()\nasync def main():\n    asyncio.gather(c1(), c1())\n')
  })

  test('ends with the smallest so far when it is told to, which it hears between two batches', async () => {
    const source = Array.from({ length: 60 }, (_, index) => `f(${index})\n`).join('')
    const mistaken = reading('mistaken', text => text.includes('f(59)') ? 'wrong' : 'right')
    const program = programOf('1:1', parseTree(source))
    const runs = [await mistaken.run(program, defaultLimits), await right.run(program, defaultLimits)] as const
    const difference = differenceOf(...runs)
    if (difference === undefined) throw new Error('there is no difference to shrink')
    const stop = new AbortController()
    setImmediate(() => stop.abort())
    expect(await shrink({ program, index: 1, runs, difference }, [mistaken, right], defaultLimits, { signal: stop.signal })).toMatchObject({ tried: 24 })
  })

  test('keeps the difference that it began with', async () => {
    const kinds = reading('two mistakes', text => text.includes('f()') ? 'wrong' : text.includes('g()') ? 'otherwise wrong' : 'right')
    const program = programOf('1:1', parseTree('f()\ng()\n'))
    const runs = [await kinds.run(program, defaultLimits), await right.run(program, defaultLimits)] as const
    const difference = differenceOf(...runs)
    expect(difference?.kind).toBe('wrong ≠ right')
    if (difference === undefined) return
    expect((await shrink({ program, index: 1, runs, difference }, [kinds, right], defaultLimits)).program.source).toBe('f()\n')
  })
})

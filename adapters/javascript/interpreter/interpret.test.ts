import { expect, test } from 'vitest'
import { parse } from '../compiler/parse.ts'
import { interpret } from './interpret.ts'

const isInterpreted = (source: string): boolean => interpret(parse(source)) !== undefined

test.each([
  ['a whole program', 'async def main():\n    log(await asyncio.gather(*[asyncio.sleep(i, i) for i in range(2)]))\n'],
  ['classes with methods and attributes', 'class A:\n    x = 1\n    def __init__(self, a):\n        self.a = a\n    async def run(self):\n        return self.a\n'],
  ['except* and finally', 'async def main():\n    try:\n        await main()\n    except* ValueError as group:\n        log(group)\n    finally:\n        await main()\n'],
])('%s is interpreted', (_, source) => {
  expect(isInterpreted(source)).toBe(true)
})

test.each([
  ['a decorator', '@staticmethod\ndef f():\n    pass\n'],
  ['match', 'match 1:\n    case 1:\n        pass\n'],
  ['an f-string', 'log(f"{1}")\n'],
  ['a slice', 'log([1][1:])\n'],
  ['super', 'class A:\n    def f(self):\n        return super().f()\n'],
  ['a target that waits', 'async def main():\n    (await main()).x = 1\n'],
  ['a default that waits', 'async def main():\n    def f(x=await main()):\n        pass\n'],
  ['an initialiser with something above it', 'class E(ValueError):\n    def __init__(self, a):\n        self.a = a\n'],
  ['a module that reaches outside', 'import os\n'],
])('%s is left to the compiler', (_, source) => {
  expect(isInterpreted(source)).toBe(false)
})

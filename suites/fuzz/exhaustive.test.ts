import { expect, test } from 'vitest'
import { smallWorlds } from './exhaustive.ts'

test('the small worlds are all different', () => {
  const sources = [...smallWorlds(2)].map(({ source }) => source)
  expect(sources.length).toBe(1749)
  expect(new Set(sources).size).toBe(1749)
})

test('the smallest world starts two tasks that do nothing', () => {
  expect([...smallWorlds(0)].map(({ source }) => source)).toEqual([`a = b = m = None
async def body_a():
    return 'a'
async def body_b():
    return 'b'
async def main():
    global a, b, m
    m = asyncio.current_task()
    a = asyncio.create_task(body_a())
    b = asyncio.create_task(body_b())
    return 'm'
`])
})

test('the first of all worlds of any size is there at once', () => {
  expect(smallWorlds(1000).next().value?.id).toBe('world:0')
})

import { expect, test } from 'vitest'
import { textOf } from './python-text.ts'
import { moduleOf } from './python-tree.ts'
import { expression, statements, text } from './template.ts'

test('holes take names, numbers, texts, expressions, arguments and statements', () => {
  const made = statements`
    async def ${'c1'}():
        global ${'t1'}
        ${statements`log(${text('a')})`}
        ${'t1'} = await ${expression`asyncio.sleep(${2})`}
        try:
            ${[]}
            f(${[expression`x`, expression`${1}`]}, key=${expression`y`})
        except ValueError as ${'e'}:
            pass`
  expect(textOf(moduleOf(made))).toBe(`async def c1():
    global t1
    log('a')
    t1 = await asyncio.sleep(2)
    try:
        f(x, 1, key=y)
    except ValueError as e:
        pass
`)
})

const make = () => expression`f(${1})`

test('each use is a tree of its own', () => {
  expect(make()).toEqual(make())
  expect(make()).not.toBe(make())
})

test('a template that is no expression is refused', () => {
  expect(() => expression`x = 1`).toThrow('not an expression: x = 1')
})

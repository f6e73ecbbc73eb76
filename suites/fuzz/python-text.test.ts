import { parse, unparse } from 'py-ast'
import { expect, test } from 'vitest'
import { loadSpec } from '../../spec/load-spec.ts'
import { generateTree } from './generate.ts'
import { textOf } from './python-text.ts'
import { seeded } from './random.ts'

/** A tree without the places of its nodes. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !/lineno$|col_offset$/.test(key)).map(([key, field]) => [key, shapeOf(field)]))
}

test('generated programs have the text that py-ast writes', () => {
  for (let index = 0; index < 300; index++) {
    const tree = generateTree(seeded(21, index))
    expect(textOf(tree)).toBe(`${unparse(tree, { indent: '    ' })}\n`)
  }
})

test('the text of every rule\'s program is Python with the same tree', { timeout: 60_000 }, () => {
  const sources = loadSpec().rules.flatMap(({ scenarios }) => scenarios.map(({ source }) => source))
  for (const source of sources) {
    const tree = parse(source)
    expect(shapeOf(parse(textOf(tree)))).toEqual(shapeOf(tree))
  }
})

test.each([
  'if a:\n    pass\nelif b:\n    pass\nelif c:\n    pass\nelse:\n    pass\n',
  'if a:\n    pass\nelse:\n    if b:\n        pass\n    c\n',
  '@a\n@b(1)\nasync def f(x, /, y=1, *, z: int=2) -> None:\n    return\n',
  '@a\nclass C(B, metaclass=M):\n    x = \'\'\'a\n b\'\'\'\n',
  'match a:\n    case [1, x] if x:\n        while x:\n            break\n        else:\n            pass\n    case _:\n        pass\n',
  'async with a as b, c:\n    for x in y:\n        continue\n    else:\n        pass\n',
  'try:\n    pass\nexcept* (A, B) as e:\n    raise\nfinally:\n    pass\n',
  'x = await (a if b else c)\n(yield).f(*a, k=1, **b)\n',
  '(not a).b = (lambda: 1)() + -1 .real\n',
  'f(\'...\', ..., "\'", \'\\n\', None, 1.5, [1], (2,), not a, not (a or b))\n',
])('%j', source => {
  expect(textOf(parse(source))).toBe(source)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { programTree } from '../../scripts/program-tree.ts'
import { vectorsDocument } from '../../scripts/vectors-document.ts'
import { loadSpec, packageFolder } from '../../spec/load-spec.ts'

const schema: unknown = JSON.parse(readFileSync(join(packageFolder(), 'spec/vectors.schema.json'), 'utf8'))
const validate = new Ajv2020({ allowUnionTypes: true }).compile(Object(schema))
const spec = loadSpec()
const vectors = vectorsDocument(spec)

/** Vectors of one rule, which is the document's first but for the change. */
function withRule(change: (rule: object) => object): unknown {
  return JSON.parse(JSON.stringify({ ...vectors, rules: [change(Object(vectors.rules[0]))] }))
}

test('the vectors of every rule are as their schema says', () => {
  expect(validate(JSON.parse(JSON.stringify(vectors))) ? [] : validate.errors).toEqual([])
})

describe('the schema refuses', () => {
  test('nothing of one rule as it is', () => {
    expect(validate(withRule(rule => rule))).toBe(true)
  })

  test.each([
    ['a rule without its level', (rule: object) => ({ ...rule, level: undefined })],
    ['a rule with a field that it does not know', (rule: object) => ({ ...rule, notes: [1] })],
    ['a trace without its first version', (rule: object) => ({ ...rule, programs: [{ id: 'a.b', source: 'pass\n', ast: programTree('pass\n'), traces: [{ lines: ['=> None'] }] }] })],
    ['a constant without its type', (rule: object) => ({ ...rule, programs: [{ id: 'a.b', source: '1\n', ast: { nodeType: 'Module', body: [{ nodeType: 'Expr', value: { nodeType: 'Constant', value: 1 } }] }, traces: [{ from: '3.8', lines: ['=> None'] }] }] })],
  ])('%s', (_, change) => {
    expect(validate(withRule(change))).toBe(false)
  })
})

test('constants say of which type they are', () => {
  const constants = ['1', '1.0', '0x1f', '1e400', '2 ** 0', "'...'", '...', "b'a\\xff'", 'True', 'None', '9007199254740993', '2j'].map(source => {
    const [statement] = Object(programTree(`${source}\n`)).body
    return statement.value.left ?? statement.value
  })
  expect(constants.map(({ type, value }) => [type, value])).toEqual([
    ['int', 1], ['float', 1], ['int', 31], ['float', 'inf'], ['int', 2], ['str', '...'], ['ellipsis', null], ['bytes', 'aÿ'],
    ['bool', true], ['NoneType', null], ['int', '9007199254740993'], ['complex', { real: 0, imag: 2 }],
  ])
})

test('a tree has the classes and fields of CPython', () => {
  expect(programTree('async def f(a, *, b=1):\n    async with a as c: pass\n')).toEqual({
    nodeType: 'Module', type_ignores: [], body: [{
      nodeType: 'AsyncFunctionDef', name: 'f', decorator_list: [], type_params: [],
      args: {
        nodeType: 'arguments', posonlyargs: [], args: [{ nodeType: 'arg', arg: 'a' }], kwonlyargs: [{ nodeType: 'arg', arg: 'b' }],
        kw_defaults: [{ nodeType: 'Constant', type: 'int', value: 1 }], defaults: [],
      },
      body: [{
        nodeType: 'AsyncWith',
        items: [{ nodeType: 'withitem', context_expr: { nodeType: 'Name', id: 'a', ctx: { nodeType: 'Load' } }, optional_vars: { nodeType: 'Name', id: 'c', ctx: { nodeType: 'Store' } } }],
        body: [{ nodeType: 'Pass' }],
      }],
    }],
  })
})

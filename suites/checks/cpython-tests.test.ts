import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cpythonTestsPage, methodsOf } from '../../scripts/cpython-tests-page.ts'
import { cpythonTests } from '../../scripts/cpython-tests-table.ts'
import { loadSpec, packageFolder } from '../../spec/load-spec.ts'

test('spec/cpython-tests.md says what the table says (npm run cpython-tests writes it)', () => {
  expect(readFileSync(join(packageFolder(), 'spec/cpython-tests.md'), 'utf8').split('\n')).toEqual(cpythonTestsPage(loadSpec()).split('\n'))
})

test('every method stands in the table once', () => {
  const methods = cpythonTests.flatMap(({ module, name, tests }) => tests.flatMap(methodsOf).map(method => `${module}.${name}.${method}`))
  expect(methods.filter((method, index) => methods.indexOf(method) !== index)).toEqual([])
})

test('less than one in twenty of the methods about semantics is without a rule', () => {
  const tests = cpythonTests.flatMap(({ tests: some }) => some)
  const missing = tests.filter(entry => 'missing' in entry).flatMap(methodsOf)
  const semantic = tests.filter(entry => !('none' in entry)).flatMap(methodsOf)
  expect(missing.length / semantic.length).toBeLessThan(0.05)
})

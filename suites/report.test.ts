import { expect, test } from 'vitest'
import { countsByChapter, countsByLevel, succeeded } from './report.ts'
import { runRules } from './run-rules.ts'
import { finished, rulesOf, tableAdapter } from './test-adapter.ts'

const none = { 'pass': 0, 'fail': 0, 'error': 0, 'expected fail': 0, 'unexpected pass': 0, 'not applicable': 0, 'suite bug': 0 }
const rules = rulesOf(['exact', 'CPYTHON** · since 3.8'], ['a', 'MUST** · since 3.8'], ['b', 'MUST** · since 3.8'])

test('verdicts are counted by chapter and by level', async () => {
  const { results } = await runRules({ adapter: tableAdapter({ 'door.exact': finished([]), 'door.a': finished([]) }), rules })
  expect([...countsByChapter(results)]).toEqual([['door', { ...none, pass: 2, error: 1 }]])
  expect([...countsByLevel(results)]).toEqual([['MUST', { ...none, pass: 1, error: 1 }], ['CPYTHON', { ...none, pass: 1 }]])
})

test('a run succeeds when nothing that was run failed', async () => {
  const passing = { 'door.a': finished([]), 'door.b': finished([]) }
  const report = (level: 'SHOULD' | 'CPYTHON') => runRules({ adapter: tableAdapter(passing), rules, level })
  expect(succeeded(await report('SHOULD'))).toBe(true)
  expect(succeeded(await report('CPYTHON'))).toBe(false)
})

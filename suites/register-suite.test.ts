import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestCase } from 'vitest/node'
import { createVitest } from 'vitest/node'
import { packageFolder } from '../spec/load-spec.ts'
import { registerSuite } from './register-suite.ts'
import { tableAdapter } from './test-adapter.ts'

/** What a library author's own vitest makes of this: three rules, one kept, one broken, one beyond the level asked for. */
const libraryTest = `
import * as fc from 'fast-check'
import { property } from '../suites/property.ts'
import { registerSuite } from '../suites/register-suite.ts'
import { finished, rulesOf, tableAdapter } from '../suites/test-adapter.ts'

const rules = rulesOf(['kept', 'MUST** · since 3.8', '0 kept'], ['broken', 'MUST** · since 3.8', '0 broken'], ['exact', 'CPYTHON** · since 3.8', '0 exact'])
const spec = { chapters: [{ name: 'door', file: 'spec/door.md', title: 'Doors', introduction: '', rules }], rules, retired: [] }
const never = property({ rule: 'door.kept', says: 'never', cases: fc.constant(0), program: () => "log('never')\\n", check: () => 'It should not.' })
const adapter = tableAdapter({ 'door.kept': finished(['0 kept']), 'door.broken': finished(['0 repaired']), 'door.kept (property)': finished([]) })
registerSuite({ chapter: 'door', properties: [never] }, spec, adapter, { level: 'SHOULD' })
`

describe('in a library’s own vitest', () => {
  let folder = ''
  let cases: readonly TestCase[] = []
  beforeAll(async () => {
    folder = mkdtempSync(join(packageFolder(), 'library-'))
    writeFileSync(join(folder, 'library.test.ts'), libraryTest)
    const vitest = await createVitest('test', { root: folder, config: false, watch: false, reporters: [{}], include: ['*.test.ts'] })
    const exitCode = process.exitCode
    const { testModules } = await vitest.start()
    cases = testModules.flatMap(module => [...module.children.allTests()])
    await vitest.close()
    // The failures were wanted.
    process.exitCode = exitCode
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('scenarios and properties are tests, named by their rules', () => {
    expect(cases.map(({ fullName }) => fullName)).toEqual(['Doors > door.kept', 'Doors > door.broken', 'Doors > door.exact', 'Doors > door.kept: never'])
  })

  test('they pass, fail and are skipped as the adapter deserves', () => {
    expect(cases.map(test => test.result().state)).toEqual(['passed', 'failed', 'skipped', 'failed'])
  })

  test('a failure shows the rule, the drawing and the program, and points at the document', () => {
    const [error] = cases[1]?.result().errors ?? []
    expect(error?.message).toBe(`door.broken (MUST): It holds.

    expected │ actual
  ✗ 0 broken │ 0 repaired
    => None  │ => None

    log('broken')
`)
    expect(error?.stack).toMatch(/at door\.broken \(.*spec\/door\.md:\d+:1\)$/)
  })

  test('a broken property shows a program to paste', () => {
    const [error] = cases[3]?.result().errors ?? []
    expect(error?.message).toMatch(/^door\.kept \(MUST\): It holds\.\n\nnever: this program shows otherwise\.\n\n {4}log\('never'\)\n\nIt should not\.\n/)
  })
})

describe('a suite is refused', () => {
  const spec = { chapters: [{ name: 'door', file: 'spec/door.md', title: 'Doors', introduction: '', rules: [] }], rules: [], retired: [] }

  test('without its chapter', () => {
    expect(() => registerSuite({ chapter: 'gate', properties: [] }, spec, tableAdapter({}))).toThrow('suites/gate.suite.ts: spec/README.md lists no chapter gate')
  })
})

import { expect, test } from 'vitest'
import { interpret } from '../adapters/javascript/interpreter/interpret.ts'
import { parse } from '../adapters/javascript/compiler/parse.ts'
import { referenceAdapter } from '../adapters/reference.ts'
import { loadSpec } from '../spec/load-spec.ts'
import type { Program } from '../spec/program.ts'
import { runRules } from '../suites/run-rules.ts'

test('the reference keeps every rule when it interprets the programs, too, of which it compiles few', async () => {
  const reference = referenceAdapter()
  let [interpreted, all] = [0, 0]
  const asTree = (program: Program): Program => {
    const tree = parse(program.source)
    all++
    if (interpret(tree) !== undefined) interpreted++
    return { ...program, tree }
  }
  const rules = loadSpec().rules.filter(({ clock }) => clock === 'virtual')
  const { results } = await runRules({ adapter: { ...reference, run: (program, limits) => reference.run(asTree(program), limits) }, rules })
  expect(results.filter(({ verdict }) => verdict.kind !== 'pass' && verdict.kind !== 'not applicable').map(({ scenario, verdict }) => [scenario.id, verdict])).toEqual([])
  expect(interpreted / all).toBeGreaterThan(0.95)
}, 60_000)

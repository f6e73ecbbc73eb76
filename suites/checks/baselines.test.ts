import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSpec, packageFolder } from '../../spec/load-spec.ts'
import { parseBaseline } from '../baseline.ts'

const folder = join(packageFolder(), 'docs/baselines')
const page = readFileSync(join(packageFolder(), 'docs/implementations.md'), 'utf8')
const scenarios = new Set(loadSpec().rules.flatMap(rule => rule.scenarios.map(({ id }) => id)))

test.each(readdirSync(folder))('every failure of %s is of a rule that there is, and on the page of implementations', name => {
  const ids = [...parseBaseline(readFileSync(join(folder, name), 'utf8'), name).keys()]
  expect(ids.filter(id => !scenarios.has(id) || !page.includes(`[${id}](`))).toEqual([])
})

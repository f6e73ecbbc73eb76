import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rulesPage } from '../../scripts/rules-page.ts'
import { loadSpec, packageFolder } from '../../spec/load-spec.ts'

test('spec/rules.md says what the chapters say (npm run versions writes it)', () => {
  expect(readFileSync(join(packageFolder(), 'spec/rules.md'), 'utf8').split('\n')).toEqual(rulesPage(loadSpec()).split('\n'))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { versionsChapter } from '../../scripts/versions-chapter.ts'
import { loadSpec, packageFolder } from '../../spec/load-spec.ts'

test('spec/versions.md says what the chapters say (npm run versions writes it)', () => {
  expect(readFileSync(join(packageFolder(), 'spec/versions.md'), 'utf8').split('\n')).toEqual(versionsChapter(loadSpec()).split('\n'))
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { AdapterStartError } from '../adapter-start-error.ts'
import { pyodidePackage } from './pyodide-package.ts'
import { pyodideReleases } from './pyodide-releases.ts'

test('without a name it is the installed package', () => {
  expect(basename(pyodidePackage())).toBe('pyodide')
})

test('a folder that holds the package is taken as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pyodide-'))
  writeFileSync(join(folder, 'pyodide.mjs'), '')
  expect(pyodidePackage(folder)).toBe(folder)
})

test('every fetched release is found by its version and by its CPython\'s', () => {
  const releases = pyodideReleases()
  expect(releases.map(({ release }) => pyodidePackage(release))).toEqual(releases.map(({ folder }) => folder))
  expect(releases.map(({ python }) => pyodidePackage(python))).toEqual(releases.map(({ folder }) => folder))
})

test('what is no Pyodide is refused with what there is and how to fetch more', () => {
  expect(() => pyodidePackage('3.1')).toThrow(AdapterStartError)
  expect(() => pyodidePackage('3.1')).toThrow(/^3\.1 is neither the folder of an npm package pyodide nor a release that was fetched: .+; in a checkout `npm run oracles` fetches them$/)
})

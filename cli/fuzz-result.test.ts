import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergeResults, type FuzzResult } from './fuzz-result.ts'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'fuzz-')) })
afterEach(() => rmSync(folder, { recursive: true }))

const finding = (name: string, kind: string) => ({ name, kind, program: 'log(1)\n', trace: { lines: [], outcome: 'None' }, oracle: 'cpython-3.14.2', found: 'mine', seed: name })
const part: FuzzResult = { adapter: 'mine', against: 'pyodide-3.14.2', seed: 7, programs: 100, notApplicable: 3, seconds: 2, differing: 0, findings: [] }

function file(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

test('parts add up; of findings of one kind the first is kept', () => {
  const files = [
    file('1', { ...part, differing: 2, findings: [finding('7:0', 'a')] }),
    file('2', { ...part, seconds: 3, differing: 3, findings: [finding('7:1', 'a'), finding('7:3', 'b')] }),
  ]
  const merged = mergeResults(files)
  expect(merged).toMatchObject({ adapter: 'mine', programs: 200, notApplicable: 6, seconds: 3, differing: 5 })
  expect(merged.findings.map(({ seed, kind }) => [seed, kind]).toSorted()).toEqual([['7:0', 'a'], ['7:3', 'b']])
})

test('results of different runs are not added', () => {
  expect(() => mergeResults([file('1', part), file('2', { ...part, seed: 8 })])).toThrow('results of mine against pyodide-3.14.2, seed 7 and of mine against pyodide-3.14.2, seed 8 are not of one run')
})

test('a file that is no result is named', () => {
  const path = file('1', {})
  expect(() => mergeResults([path])).toThrow(`${path} is no result of fuzz --out`)
})

test.each([{ ...part, findings: [null] }, { ...part, programs: -1 }, { ...part, findings: [{ kind: 5 }] }, { ...part, seconds: '2' }])('%j is no result', (content) => {
  const path = file('1', content)
  expect(() => mergeResults([path])).toThrow(`--merge: ${path} is no result of fuzz --out`)
})

test('a file counts once', () => {
  const path = file('1', part)
  expect(() => mergeResults([path, path])).toThrow(`--merge: ${path} is named twice`)
})

import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Source } from './sources.ts'
import { sourcesIn } from './sources.ts'

/** What the files of a folder may import, by the beginning of its path; the first entry that fits a file counts. */
const layers: readonly (readonly [files: RegExp, may: RegExp])[] = [
  [/^spec\//, /^spec\//],
  [/^reference-impl\//, /^reference-impl\//],
  [/^adapters\/reference[^/]*$|^adapters\/.*\.test\.ts$/, /^(spec|adapters|reference-impl)\//],
  [/^adapters\//, /^(spec|adapters)\//],
  [/^suites\/checks\//, /^(spec|adapters|reference-impl|suites|scripts)\//],
  [/^suites\/(fuzz\/)?wrong\/|^suites\/fuzz\/laws\/.*\.test\.ts$/, /^(spec|adapters|reference-impl|suites)\//],
  [/^suites\/library\//, /^reference-impl\/index\.ts$|^suites\/library\/fixtures\//],
  [/^suites\//, /^(spec\/|suites\/|adapters\/adapter\.ts$)/],
  [/^(cli|scripts)\/|^vitest\.config\.ts$/, /./],
]

/** Packages and who may import them; node's own are everybody's. */
const packages: Readonly<Record<string, RegExp>> = {
  'py-ast': /^adapters\/javascript\/compiler\/parse\.ts$|^suites\/fuzz\/python-(tree|text(\.test)?)\.ts$/,
  'pyodide': /^adapters\//,
  'fast-check': /^suites\/|\.test\.ts$/,
  'vitest': /^suites\/(register-suite|vitest)\.ts$|^suites\/library\/|\.test\.ts$|^scripts\//,
  'ajv': /\.test\.ts$/,
  'ast-v8-to-istanbul': /^scripts\//,
  // In the texts of compiled programs.
  'asyncio-conformance': /\.test\.ts$/,
  'tsx': /^cli\//,
}

const sources = ['spec', 'reference-impl', 'adapters', 'suites', 'cli', 'scripts'].flatMap(folder => sourcesIn(folder, '.ts'))

/** The modules that a file names in its import and export lines and in its dynamic ones. */
function importsOf({ text }: Source): readonly string[] {
  const patterns = [/^\s*(?:import|export)\s[^'"`]*?from\s+'([^']+)'/gm, /^import\s+'([^']+)'/gm, /\bimport\('([^']+)'\)/g]
  return patterns.flatMap(pattern => [...text.matchAll(pattern)].map(match => match[1] ?? ''))
}

function complaints(source: Source): readonly string[] {
  const may = layers.find(([files]) => files.test(source.path))?.[1]
  if (!may) return [`${source.path} is in no layer`]
  return importsOf(source).flatMap(name => {
    if (name.startsWith('node:')) return []
    if (name.startsWith('.')) {
      const target = posix.join(posix.dirname(source.path), name)
      return may.test(target) ? [] : [`${source.path} imports ${target}`]
    }
    const who = packages[name.split('/')[0] ?? '']
    return who?.test(source.path) === true ? [] : [`${source.path} imports the package ${name}`]
  })
}

test('every file imports only what its layer may', () => {
  expect(sources.flatMap(complaints)).toEqual([])
})

describe('the check itself sees', () => {
  test.each([
    ['spec/rule.ts', `import type { Adapter } from '../adapters/adapter.ts'`, ['spec/rule.ts imports adapters/adapter.ts']],
    ['reference-impl/task.ts', `export { x } from '../spec/version.ts'`, ['reference-impl/task.ts imports spec/version.ts']],
    ['adapters/stdio.ts', `const run = await import('../suites/run-rules.ts')`, ['adapters/stdio.ts imports suites/run-rules.ts']],
    ['adapters/stdio.ts', `import {\n  Task,\n} from '../reference-impl/task.ts'`, ['adapters/stdio.ts imports reference-impl/task.ts']],
    ['suites/judge.ts', `import { stdioAdapter } from '../adapters/stdio.ts'`, ['suites/judge.ts imports adapters/stdio.ts']],
    ['suites/judge.ts', `import 'left-pad'`, ['suites/judge.ts imports the package left-pad']],
    ['spec/rule.ts', `import fc from 'fast-check'`, ['spec/rule.ts imports the package fast-check']],
    ['adapters/reference.ts', `import { run } from '../reference-impl/index.ts'`, []],
    ['cli/main.ts', `import { run } from '../suites/run-rules.ts'\nimport { join } from 'node:path'`, []],
  ])('in %s: %s', (path, text, expected) => {
    expect(complaints({ path, text })).toEqual(expected)
  })
})

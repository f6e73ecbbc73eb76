import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { packageFolder } from '../../spec/load-spec.ts'

const run = promisify(execFile)
const compiler = join(packageFolder(), 'node_modules/typescript/bin/tsc')

/** What a compiler says of its own accord, nothing when it is content. */
async function said(words: readonly string[]): Promise<string> {
  try {
    return (await run(process.execPath, [compiler, ...words], { cwd: packageFolder() })).stdout
  } catch (error) {
    return typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

test('the declarations that users get, without what is internal, hold together', { timeout: 60_000 }, async () => {
  // In the package's folder, where the types of Node are found.
  const folder = mkdtempSync(join(packageFolder(), 'node_modules/.declarations-'))
  try {
    expect(await said(['-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--incremental', 'false', '--outDir', folder])).toBe('')
    const entries = ['reference-impl/index.d.ts', 'suites/index.d.ts', 'suites/vitest.d.ts', 'suites/fuzz/index.d.ts', 'adapters/index.d.ts', 'adapters/reference-python.d.ts', 'adapters/javascript/index.d.ts'].map(entry => join(folder, entry))
    expect(entries.filter(entry => !existsSync(entry))).toEqual([])
    expect(await said(['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node', '--skipLibCheck', 'false', ...entries])).toBe('')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

import type { TestProjectConfiguration } from 'vitest/config'
import { defineConfig } from 'vitest/config'
import { findPythons } from './adapters/machine.ts'
import { PythonsReporter } from './scripts/pythons-reporter.ts'

/** `ASYNCIO_CONFORMANCE_PYTHON=all` or `=/path/to/python,…` adds a project for each of these Pythons. */
const asked = process.env['ASYNCIO_CONFORMANCE_PYTHON'] ?? ''
const pythons = asked === 'all' ? (await findPythons()).map(python => python.path) : asked.split(',').filter(path => path !== '')

/** The suites on one adapter, which is started once: one worker for all files, nothing isolated. */
function suitesOn(adapter: string, ...more: readonly string[]): TestProjectConfiguration {
  return {
    test: {
      name: adapter,
      include: ['suites/*.suite.ts', ...more],
      setupFiles: ['scripts/vitest-adapter.ts'],
      provide: { adapter },
      // A process, not a thread: Node gives signals to main threads only.
      pool: 'forks',
      isolate: false,
      maxWorkers: 1,
    },
  }
}

export default defineConfig({
  test: {
    globalSetup: 'scripts/temporary-folder.ts',
    reporters: ['default', ...(asked === '' ? [new PythonsReporter()] : [])],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{spec,reference-impl,adapters,suites,cli,scripts}/**/*.test.ts'],
          exclude: ['suites/checks/**'],
        },
      },
      { test: { name: 'checks', include: ['suites/checks/*.test.ts'], pool: 'threads', isolate: false } },
      suitesOn('reference', 'suites/library/*.suite.ts'),
      suitesOn('pyodide'),
      ...pythons.map(path => suitesOn(`python:${path}`)),
    ],
    coverage: {
      provider: 'v8',
      include: ['reference-impl/**/*.ts'],
      exclude: ['**/*.test.ts'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
})

import type { Reporter, TestModule } from 'vitest/node'
import { findPythons } from '../adapters/machine.ts'

/** Says once, when the suites have run on an adapter, which Pythons this machine has and how to run the suites on them too. */
export class PythonsReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    if (!modules.some(({ project }) => project.name === 'reference')) return
    const pythons = await findPythons()
    const first = pythons[0]
    if (!first) return console.log('No Python on this machine: the suites ran on what npm brings.\n')
    console.log(`Also on this machine: ${pythons.map(python => python.version).join(', ')}.`
      + `\nWith the suites on them: ASYNCIO_CONFORMANCE_PYTHON=all npm test, or ASYNCIO_CONFORMANCE_PYTHON=${first.path} npm test\n`)
  }
}

import type { Reporter } from 'vitest/node'
import { findPythons } from '../adapters/machine.ts'

/** Says once, when the tests are over, which Pythons this machine has and how to run the suites on them too. */
export class PythonsReporter implements Reporter {
  async onTestRunEnd(): Promise<void> {
    const pythons = await findPythons()
    const first = pythons[0]
    if (!first) return console.log('No Python on this machine: the suites ran on what npm brings.\n')
    console.log(`Also on this machine: ${pythons.map(python => python.version).join(', ')}.`
      + `\nWith the suites on them: ASYNCIO_CONFORMANCE_PYTHON=all npm test, or ASYNCIO_CONFORMANCE_PYTHON=${first.path} npm test\n`)
  }
}

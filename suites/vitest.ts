import type { Adapter } from '../adapters/adapter.ts'
import { loadSpec } from '../spec/load-spec.ts'
import { allSuites } from './all-suites.ts'
import type { RegisterOptions } from './register-suite.ts'
import { registerSuite } from './register-suite.ts'

export type { RegisterOptions } from './register-suite.ts'

/**
 * For a library's own vitest: registers every chapter's scenarios and properties against `adapter`, a `describe` a chapter, each
 * test named by its rule. Closing the adapter is the caller's, `afterAll(() => adapter.close())`.
 */
export function conformance(adapter: Adapter, options: RegisterOptions = {}): void {
  const spec = loadSpec()
  for (const suite of allSuites) registerSuite(suite, spec, adapter, options)
}

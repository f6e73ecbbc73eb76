import { inject } from 'vitest'
import type { Adapter } from '../adapters/adapter.ts'
import { adapterNamed } from '../cli/adapter-named.ts'
import type { Spec } from '../spec/chapter.ts'
import { loadSpec } from '../spec/load-spec.ts'
import { registerSuite } from '../suites/register-suite.ts'
import { onSuite } from '../suites/suite.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The adapter of the project, as the command names it. */
    adapter: string
  }
}

declare global {
  /** What the files of one project share: the modules of a setup file are made anew for each of them. */
  var asyncioConformance: { readonly adapter: Promise<Adapter>, readonly spec: Spec } | undefined
}

// The document first: where it cannot be read no adapter is left running.
const { adapter, spec } = globalThis.asyncioConformance ??= { spec: loadSpec(), adapter: adapterNamed(inject('adapter')) }
const started = await adapter
onSuite(suite => registerSuite(suite, spec, started))

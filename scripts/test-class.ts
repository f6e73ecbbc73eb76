/** Why no rule covers a test method, in the words of the page. */
export const reasonsForNone = {
  typing: 'typing: the class can be subscripted',
  private: 'white-box: private attributes and methods',
  mock: 'white-box: parts of asyncio are replaced by mocks',
  c: 'the C implementation: crashes, leaks, overflow',
  memory: 'reference cycles and the moment of collection',
  traceback: 'tracebacks: places in source files are no part of a trace',
  environment: 'an environment variable of a new process',
  transport: 'transports and sockets: internals, mocked',
  again: 'the constructor of an object, called on it once more',
  vacuous: 'the test hands a function to `run_until_complete`, which refuses that whatever `subprocess_exec` does',
} as const

/** Some methods of a test class (names without `test_`, separated by blanks) and what covers them; `missing` is behaviour without a rule. */
export type CoveredTests = { readonly methods: string } & (
  | { readonly rules: readonly string[] }
  | { readonly none: keyof typeof reasonsForNone }
  | { readonly missing: string }
)

/** A class of CPython's `test_asyncio`. */
export interface TestClass {
  /** `'test_tasks'` */
  readonly module: string
  readonly name: string
  readonly tests: readonly CoveredTests[]
}

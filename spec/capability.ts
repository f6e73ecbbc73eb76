/** What an implementation may be without; a rule that `needs` one of them is not applicable to it. */
export const capabilities = [
  'threads', 'streams', 'sockets', 'subprocesses', 'signals', 'executors', 'contextvars', 'async-generators', 'eager-tasks', 'exception-groups', 'gc-reports', 'debug-mode', 'frames', 'aiohttp',
] as const

/** One of `capabilities`; `adapters/README.md` says what each means. */
export type Capability = typeof capabilities[number]

/** Whether `name` is one of `capabilities`. */
export function isCapability(name: string): name is Capability {
  return capabilities.some(capability => capability === name)
}

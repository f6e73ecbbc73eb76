import type { Capability } from '../../spec/capability.ts'

/** What betrays that a program, or the trace it must leave, needs more than every implementation has. */
const signs: readonly (readonly [capability: Capability, sign: RegExp])[] = [
  ['executors', /run_in_executor|to_thread|ThreadPoolExecutor|default_executor|concurrent\.futures|run_coroutine_threadsafe/],
  ['contextvars', /contextvars|\bcontext=/],
  ['exception-groups', /TaskGroup|ExceptionGroup|except\*/],
  ['eager-tasks', /eager/],
  ['debug-mode', /set_debug\(True|debug=True/],
  ['gc-reports', /^! /m],
  ['sockets', /^import socket$/m],
  ['aiohttp', /aiohttp/],
]

/** The capabilities that a rule with these programs and traces must name in its `needs`, in the order of `capabilities`. */
export function neededCapabilities(texts: readonly string[]): readonly Capability[] {
  return signs.filter(([, sign]) => texts.some(text => sign.test(text))).map(([capability]) => capability)
}

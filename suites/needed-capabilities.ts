import type { Capability } from '../spec/capability.ts'

/** What betrays that a program, or the trace it must leave, needs more than every implementation has. */
const signs: readonly (readonly [capability: Capability, sign: RegExp])[] = [
  ['executors', /run_in_executor|to_thread|ThreadPoolExecutor|default_executor|concurrent\.futures|run_coroutine_threadsafe/],
  ['contextvars', /contextvars|\bcontext=/],
  ['exception-groups', /TaskGroup|ExceptionGroup|except\*/],
  ['eager-tasks', /eager/],
  ['debug-mode', /set_debug\(True|debug=True/],
  // An `async def` with a `yield` further in.
  ['async-generators', /^( *)async def [^\n]*\n(?:\1 [^\n]*\n|\n)*?\1 [^\n]*\byield\b/m],
  ['gc-reports', /^! /m],
  ['sockets', /^import socket$/m],
  ['aiohttp', /aiohttp/],
]

/** The capabilities that programs with these texts and traces need, in the order of `signs`: what a rule must name in its `needs`. */
export function neededCapabilities(texts: readonly string[]): readonly Capability[] {
  return signs.filter(([, sign]) => texts.some(text => sign.test(text))).map(([capability]) => capability)
}

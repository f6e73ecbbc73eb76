import { Context } from './context.ts'
import type { CallOptions } from './future.ts'

/** The arguments of a callback, with options for the call behind them if there are any. */
export type CallArguments<A extends readonly unknown[]> = [...A] | [...A, CallOptions]

/** Parts the options from the arguments: a trailing plain object with nothing but a context. */
export function callArguments(args: readonly unknown[]): [args: readonly unknown[], context: Context | null] {
  const last = args.at(-1)
  if (typeof last !== 'object' || last === null || Object.getPrototypeOf(last) !== Object.prototype) return [args, null]
  const { context = null, ...others }: { readonly context?: unknown } = last
  if (Object.keys(others).length > 0 || !(context === null || context instanceof Context)) return [args, null]
  return [args.slice(0, -1), context]
}

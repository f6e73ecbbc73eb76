/** Keyword arguments, given as a plain object behind the positional ones. */
export type Options = Readonly<Record<string, unknown>>

const noOptions: Options = {}

/** Whether `x` is a plain object: a program's own values never are, so it holds keyword arguments. */
export function isOptions(x: unknown): x is Options {
  return typeof x === 'object' && x !== null && Object.getPrototypeOf(x) === Object.prototype
}

/** Splits arguments into the positional ones and the keywords. */
export function options(args: readonly unknown[]): [positional: readonly unknown[], keywords: Options] {
  const last = args.at(-1)
  return isOptions(last) ? [args.slice(0, -1), last] : [args, noOptions]
}

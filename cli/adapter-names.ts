import { namesGiven } from './names-given.ts'

/** The names of `--adapter A --adapter B,C`, each once, in order; `reference` when none was given. */
export function adapterNames(given: readonly string[] | undefined): readonly [string, ...string[]] {
  const [first = 'reference', ...rest] = namesGiven('--adapter', given)
  return [first, ...rest]
}

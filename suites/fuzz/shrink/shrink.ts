import type { Adapter, Limits } from '../../../adapters/adapter.ts'
import { guardedRun } from '../../guarded-run.ts'
import { differenceOf, type Difference } from '../difference.ts'
import type { Finding } from '../differential.ts'
import { programOf } from '../generate.ts'
import { textOf } from '../python-text.ts'
import { type Module } from '../python-tree.ts'
import { termsOf } from '../terms.ts'
import { turn } from '../turn.ts'
import { edited } from './edit.ts'
import { editsOf } from './edits.ts'

/** A program from which nothing can be left out without losing the difference. */
export interface Shrunk extends Finding {
  /** The programs that were tried. */
  readonly tried: number
}

export interface ShrinkOptions {
  /** Whether the order within one instant counts; true when absent. */
  readonly exact?: boolean
  /** Programs that are tried at most. */
  readonly greatest?: number
  /** Wall seconds after which the smallest program so far has to do: where each one that is tried hangs, all of them take too long. */
  readonly seconds?: number
  /** Lets the smallest program so far do. */
  readonly signal?: AbortSignal
}

/** A program that is tried gets no more time than this: most of what hangs does so in every smaller form. */
const patience = 1

/** Candidates that are tried side by side. */
const batchSize = 24

/** Makes a finding's program smaller as long as the two adapters part in the same way. */
export async function shrink(finding: Finding, adapters: readonly [Adapter, Adapter], limits: Limits, { exact = true, greatest = 20_000, seconds = 30, signal }: ShrinkOptions = {}): Promise<Shrunk> {
  const deadline = performance.now() + seconds * 1000
  const terms = termsOf(adapters, exact)
  const run = adapters.map(adapter => guardedRun(adapter, { ...limits, seconds: Math.min(limits.seconds, patience) }))
  const [first, second] = run
  if (first === undefined || second === undefined) throw new Error('two adapters are compared')
  const isOver = (): boolean => signal?.aborted === true || performance.now() >= deadline
  const failed = new Set<string>()
  let tried = 0

  const attempt = async (tree: Module): Promise<Finding | undefined> => {
    const program = programOf(finding.program.id, tree)
    const [b, a] = await Promise.all([second(program), first(program)])
    const difference = differenceOf(a, b, terms)
    return difference !== undefined && isSame(difference, finding.difference) ? { program, index: finding.index, runs: [a, b], difference } : undefined
  }

  let best: Finding = finding
  let position = 0
  let candidates = editsOf(best.program.tree)
  let unchanged = 0
  while (unchanged < candidates.length && tried < greatest && !isOver()) {
    const trees: { readonly tree: Module, readonly text: string, readonly position: number }[] = []
    while (trees.length < batchSize && unchanged < candidates.length) {
      const edit = candidates[position % candidates.length]
      position += 1
      unchanged += 1
      if (edit === undefined) break
      const tree = edited(best.program.tree, edit)
      const text = textOf(tree)
      if (!failed.has(text)) trees.push({ tree, text, position: position - 1 })
    }
    const results = await Promise.all(trees.map(({ tree }) => attempt(tree)))
    tried += trees.length
    await turn()
    for (const [index, result] of results.entries()) if (result === undefined) failed.add(trees[index]?.text ?? '')
    const better = results.findIndex(result => result !== undefined)
    const found = results[better]
    if (found === undefined) continue
    best = found
    candidates = editsOf(best.program.tree)
    position = candidates.length === 0 ? 0 : (trees[better]?.position ?? 0) % candidates.length
    unchanged = 0
  }
  return { ...best, tried }
}

function isSame(a: Difference, b: Difference): boolean {
  return a.kind === b.kind
}

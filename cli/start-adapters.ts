import type { Adapter } from '../adapters/adapter.ts'
import { adapterNamed } from './adapter-named.ts'
import { exitCode } from './exit-code.ts'
import { UserError } from './user-error.ts'

/** The adapters that started, in the order they were named, and why the others did not. */
export interface Started {
  readonly adapters: readonly [Adapter, ...Adapter[]]
  readonly failures: readonly UserError[]
}

/**
 * Starts all adapters side by side: the run goes on with those that start.
 *
 * Throws `UserError` when a name is none, or when not one adapter starts; none is left running then.
 */
export async function startAdapters(names: readonly string[], start = adapterNamed): Promise<Started> {
  const outcomes = await Promise.allSettled(names.map((name) => start(name)))
  const adapters = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  const errors = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []))
  const failures = errors.filter((error) => error instanceof UserError)
  const bug = errors.find((error) => !(error instanceof UserError))
  const badName = failures.find((failure) => failure.code === exitCode.badInput)
  const [first, ...rest] = adapters
  if (first === undefined || bug !== undefined || badName !== undefined) {
    await closeAdapters(adapters)
    throw bug ?? badName ?? new UserError(exitCode.noAdapter, failures.map((failure) => failure.message).join('\n'))
  }
  return { adapters: [first, ...rest], failures }
}

/** Closes all; one that takes longer than two seconds, or fails at it, is left to the end of the process. */
export async function closeAdapters(adapters: readonly Adapter[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 2000)
  })
  await Promise.race([Promise.allSettled(adapters.map(async (adapter) => adapter.close())), late])
  clearTimeout(timer)
}

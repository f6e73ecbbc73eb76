import { availableParallelism } from 'node:os'
import type { Adapter } from '../adapters/adapter.ts'
import type { Rule } from '../spec/rule.ts'
import type { Report } from '../suites/report.ts'
import { runRules } from '../suites/run-rules.ts'
import type { Progress } from './progress.ts'
import { ResultsSoFar } from './results-so-far.ts'
import type { Asked } from './run-options.ts'
import { closeAdapters, startAdapters } from './start-adapters.ts'
import { working } from './working.ts'

/** What the adapters made of the rules, in the order in which they were named, and why some did not start. */
export interface Ran {
  readonly reports: readonly Report[]
  readonly notStarted: readonly string[]
}

/**
 * Starts the adapters, runs the rules on each, closes them. Should an adapter end the process, `rescue` shows what there is, at once, and
 * gives a sentence on it. Throws `UserError` when not one starts, or the oracle does not.
 */
export async function runAdapters({ names, oracle: oracleName, level, limits, baseline }: Asked, rules: readonly Rule[], shown: Progress, rescue: (ran: Ran) => string): Promise<Ran> {
  shown.say(`starting ${names.join(', ')}`)
  const [tested, oracle] = await bothStarted(names, oracleName).finally(() => shown.end())
  try {
    const soFar = new ResultsSoFar(rules, level)
    const notStarted = tested.failures.map((failure) => failure.message)
    const reports = await working({
      adapters: tested.adapters, seconds: limits.seconds, what: 'rule',
      rescue() {
        shown.end()
        return rescue({ reports: soFar.reports(), notStarted })
      },
      work: (adapters) => inParallel(adapters, async (adapter) => runRules({
        adapter,
        rules,
        limits,
        ...(level === undefined ? {} : { level }),
        ...(baseline === undefined ? {} : { baseline }),
        ...(oracle === undefined ? {} : { oracle }),
        onResult(result) {
          soFar.add(adapter, result)
          shown.step(adapter.name)
        },
      })),
    })
    return { reports, notStarted }
  } finally {
    shown.end()
    await closeAdapters([...tested.adapters, ...(oracle === undefined ? [] : [oracle])])
  }
}

/** The adapters under test and the oracle, started side by side; when one side fails, the other is closed. */
async function bothStarted(names: readonly string[], oracle: string | undefined) {
  const [tested, judge] = await Promise.allSettled([startAdapters(names), oracle === undefined ? undefined : startAdapters([oracle])])
  if (tested.status === 'fulfilled' && judge.status === 'fulfilled') return [tested.value, judge.value?.adapters[0]] as const
  for (const side of [tested, judge]) if (side.status === 'fulfilled' && side.value !== undefined) await closeAdapters(side.value.adapters)
  throw tested.status === 'rejected' ? tested.reason : judge.status === 'rejected' ? judge.reason : undefined
}

/** As many adapters at once as the machine has processors; reports in the order of the adapters. */
async function inParallel(adapters: readonly Adapter[], work: (adapter: Adapter) => Promise<Report>): Promise<Report[]> {
  const queue = [...adapters.entries()]
  const reports: Report[] = []
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) reports[next[0]] = await work(next[1])
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return reports
}

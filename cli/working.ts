import type { Adapter } from '../adapters/adapter.ts'
import { loadedAdapters } from './loaded-adapters.ts'
import { endStuck, tellAtEarlyEnd } from './tell-early-end.ts'
import { tracked } from './tracked.ts'
import { watchThread } from './watch-thread.ts'

/** Work on adapters that may end the process or loop in it for ever. */
export interface Work<T> {
  readonly adapters: readonly Adapter[]
  /** The most seconds that a program may take. */
  readonly seconds: number
  /** What the ids of programs are: `rule`. */
  readonly what: string
  readonly work: (adapters: readonly Adapter[]) => Promise<T>
  /** Shows what there is before the work is done, at once; gives a sentence on it. */
  readonly rescue: () => string
}

/** Does `work`; should an adapter end the process, or hold its thread for ever, what there is is shown, and it is said which one and where. */
export async function working<T>({ adapters, seconds, what, work, rescue }: Work<T>): Promise<T> {
  const all = adapters.map((adapter) => ({ file: loadedAdapters.get(adapter), ...tracked(adapter) }))
  const suspects = (): string => {
    const busy = all.flatMap(({ file, at }) => {
      const place = file === undefined ? undefined : at()
      return place === undefined ? [] : [`${file} at ${what} ${place}`]
    })
    if (busy.length > 0) return `adapter ${busy.join(', or ')}`
    const [only, ...others] = all.flatMap(({ file }) => file ?? [])
    return only === undefined || others.length > 0 ? 'an adapter' : `adapter ${only}`
  }
  const told = tellAtEarlyEnd((how) => `${suspects()} ${how}: ${rescue()}`)
  // Programs are stopped after their seconds where that can be done.
  const watched = all.some(({ file }) => file !== undefined)
    ? watchThread(2 * seconds + 10, () => endStuck(`${suspects()} loops for ever, where nothing can stop it: ${rescue()}`))
    : () => {}
  try {
    return await work(all.map(({ adapter }) => adapter))
  } finally {
    told()
    watched()
  }
}

import { makeModule } from '../module.ts'

/** What a program's `warnings.simplefilter` tells the run: an action, and a class of warnings unless all are meant. */
export type FilterWarnings = (action: string, category: unknown) => void

/** Python's `warnings`, as far as what is heard of them goes. */
export function makeWarnings(filter: FilterWarnings) {
  return makeModule('warnings', {
    simplefilter(action: string, category?: unknown) {
      filter(action, category)
      return null
    },
  })
}

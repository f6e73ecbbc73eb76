import type { Adapter } from '../adapters/adapter.ts'
import { underWay } from '../adapters/javascript/under-way.ts'

/** An adapter of which is known what it is doing. */
export interface Tracked {
  readonly adapter: Adapter
  /** The id of the program that it has begun and not answered; of several the likeliest. */
  at(): string | undefined
}

/** `adapter`, watched. */
export function tracked(adapter: Adapter): Tracked {
  const { name, claims, clock, lacks, level } = adapter
  const pending = new Set<string>()
  let asked: string | undefined
  const run: Adapter['run'] = (program, limits) => {
    const { id } = program
    const answered = (): void => void pending.delete(id)
    pending.add(id)
    asked = id
    try {
      const answer = adapter.run(program, limits)
      Promise.resolve(answer).then(answered, answered)
      return answer
    } catch (error) {
      answered()
      throw error
    } finally {
      asked = undefined
    }
  }
  return {
    adapter: { name, claims, clock, lacks, ...(level === undefined ? {} : { level }), run, close: () => adapter.close() },
    at: () => asked ?? [underWay.get(name), ...pending].find((id) => id !== undefined && pending.has(id)),
  }
}

import type { Program } from '../spec/program.ts'
import type { Adapter, Limits, Run } from './adapter.ts'

/**
 * Several adapters of one implementation as one: each program goes to the one with the fewest under way. For implementations
 * that spend their time waiting. When one does not start, those that have are closed and its error is thrown.
 */
export async function sideBySide(count: number, start: () => Promise<Adapter>): Promise<Adapter> {
  const starting = await Promise.allSettled(Array.from({ length: count }, start))
  const adapters = starting.flatMap(result => result.status === 'fulfilled' ? [result.value] : [])
  const close = async (): Promise<void> => void await Promise.all(adapters.map(adapter => adapter.close()))
  const failure = starting.find(result => result.status === 'rejected')
  const [first] = adapters
  if (failure !== undefined || first === undefined) {
    await close()
    throw failure?.reason ?? new RangeError('no adapter is no implementation')
  }
  const lanes = adapters.map(adapter => ({ adapter, underWay: 0 }))
  const run = async (program: Program, limits: Limits): Promise<Run> => {
    const lane = lanes.reduce((least, lane) => lane.underWay < least.underWay ? lane : least)
    lane.underWay++
    try {
      return await lane.adapter.run(program, limits)
    } finally {
      lane.underWay--
    }
  }
  const { name, claims, clock, lacks, level } = first
  return { name, claims, clock, lacks, ...(level === undefined ? {} : { level }), run, close }
}

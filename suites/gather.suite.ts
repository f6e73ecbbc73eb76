import * as fc from 'fast-check'
import { property } from './property.ts'
import { suite } from './suite.ts'
import { traceEvents } from './trace-events.ts'

const delays = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 })
const childrenThatMayFail = fc.uniqueArray(fc.record({ delay: fc.integer({ min: 0, max: 20 }), fails: fc.boolean() }), {
  minLength: 1, maxLength: 8, selector: child => child.delay,
})

export const gather = suite('gather',
  property({
    rule: 'gather.results-in-argument-order',
    says: 'results come in the order of the arguments, whatever the order of finishing',
    cases: delays,
    program: delays => `
async def child(number, delay):
    await asyncio.sleep(delay)
    return number

async def main():
    return await asyncio.gather(${delays.map((delay, i) => `child(${i}, ${delay})`).join(', ')})
`,
    check(trace, delays) {
      const expected = `[${delays.map((_, i) => i).join(', ')}]`
      return trace.outcome === expected ? undefined : `The outcome should be ${expected}.`
    },
  }),
  property({
    rule: 'gather.concurrent',
    says: 'each child ends at its own time, and the gather with the last of them',
    cases: delays,
    program: delays => `
async def child(delay):
    await asyncio.sleep(delay)
    log('child', delay)

async def main():
    await asyncio.gather(${delays.map(delay => `child(${delay})`).join(', ')})
    log('all')
`,
    check(trace, delays) {
      const late = traceEvents(trace).find(({ time, text }) => text !== 'all' && text !== `child ${time}`)
      if (late) return `'${late.text}' came at ${late.time}.`
      const all = `${Math.max(...delays)} all`
      return trace.lines.at(-1) === all ? undefined : `The last line should be '${all}'.`
    },
  }),
  property({
    rule: 'gather.fail-fast',
    says: 'the earliest failure is raised at its time, and every other child still ends at its own',
    cases: childrenThatMayFail,
    program: children => `
async def child(delay, fails):
    await asyncio.sleep(delay)
    log('child', delay)
    if fails:
        raise ValueError(delay)

async def main():
    try:
        await asyncio.gather(${children.map(({ delay, fails }) => `child(${delay}, ${fails ? 'True' : 'False'})`).join(', ')})
        log('all')
    except ValueError as error:
        log('caught', error)
    await asyncio.sleep(30)
`,
    check(trace, children) {
      const failures = children.filter(({ fails }) => fails).map(({ delay }) => delay)
      const first = Math.min(...failures)
      const end = failures.length > 0 ? `${first} caught ValueError(${first})` : `${Math.max(...children.map(({ delay }) => delay))} all`
      if (!trace.lines.includes(end)) return `There should be a line '${end}'.`
      const lost = children.find(({ delay }) => !trace.lines.includes(`${delay} child ${delay}`))
      return lost && `There should be a line '${lost.delay} child ${lost.delay}'.`
    },
  }),
)

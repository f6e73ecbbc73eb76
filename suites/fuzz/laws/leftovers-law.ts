import { coroutine, indented, type LawDraw } from './law-draw.ts'
import type { Law } from './law.ts'

function waits(draw: LawDraw): string[] {
  return draw.times(1 + draw.below(3), () => draw.pick([
    `await asyncio.sleep(${draw.delay()})`, 'await asyncio.sleep(0)', 'await event.wait()', `await asyncio.wait_for(event.wait(), ${draw.seconds(9)})`,
    `await asyncio.gather(asyncio.sleep(${draw.delay()}), event.wait())`, 'await queue.get()',
  ]))
}

function program(draw: LawDraw): string {
  const count = 1 + draw.below(1 + draw.size / 4)
  const slowly = (): string[] => draw.pick([[], [], ['await asyncio.sleep(0)'], [`await asyncio.sleep(${draw.delay()})`]])
  const workers = draw.times(count, index => coroutine(`w${index}()`, [
    `log('@ begun', ${index})`,
    'try:', ...indented(waits(draw)),
    ...draw.pick([[], [], ['except asyncio.CancelledError:', ...indented([...slowly(), 'pass'])]]),
    // It may be cancelled there too.
    'finally:', ...indented(['try:', ...indented([...slowly(), 'pass']), 'finally:', ...indented([`log('@ over', ${index})`])]),
  ])).flat()
  return [
    'event = asyncio.Event()', 'queue = asyncio.Queue()', 'tasks = []',
    ...workers,
    ...coroutine('main()', draw.times(count, index => [`tasks.append(asyncio.create_task(w${index}()))`, ...draw.pick([[], [], ['await asyncio.sleep(0)'], [`await asyncio.sleep(${draw.delay()})`]])]).flat()),
    'asyncio.run(main())',
    'log(\'@ returned\')',
    'for i in range(len(tasks)):', '    if not tasks[i].done():', '        log(\'@ left\', i)',
  ].join('\n')
}

/** Tidiness. */
export const leftoversLaw: Law = {
  name: 'nothing-left',
  says: 'when run returns every task is done and every finally block that was entered has been left',
  program,
  broken(remarks, { lines }) {
    const begun = new Set<string>()
    for (const { what, of: [i = ''] } of remarks) {
      if (what === 'begun') begun.add(i)
      else if (what === 'over') begun.delete(i)
      else if (what === 'returned' && begun.size > 0) return `run returns, and ${[...begun].join(' and ')} go on`
      else if (what === 'left') return `run returned, and the task of ${i} is not done`
    }
    const destroyed = lines.find(line => line.includes('Task was destroyed but it is pending'))
    return destroyed === undefined ? undefined : `reported: ${destroyed}`
  },
}

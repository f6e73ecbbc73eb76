import { coroutine, indented, type LawDraw } from './law-draw.ts'
import type { Law } from './law.ts'

function wait(draw: LawDraw): string {
  const delay = draw.delay()
  return draw.pick([
    `await asyncio.sleep(${delay})`, `await asyncio.sleep(${delay})`, 'await asyncio.sleep(0)', 'await event.wait()', 'await queue.get()',
    `await asyncio.gather(asyncio.sleep(${delay}), asyncio.sleep(${draw.delay()}))`, `await asyncio.wait_for(asyncio.sleep(${delay}), ${draw.seconds(50)})`,
    `await asyncio.shield(asyncio.sleep(${delay}))`,
  ])
}

/** Workers that take every cancellation and go on, and requests from everywhere. */
function program(draw: LawDraw): string {
  const count = 1 + draw.below(3)
  const ask = (): string => `ask(${draw.below(count)})`
  const workers = draw.times(count, index => coroutine(`w${index}()`, draw.times(1 + draw.below(1 + draw.size / 6), () => [
    ...(draw.chance(15) ? [ask()] : []),
    'try:', ...indented([wait(draw)]),
    'except asyncio.CancelledError:', ...indented([`log('@ delivered', ${index})`]),
  ]).flat())).flat()
  const requests = draw.times(1 + draw.below(1 + draw.size / 4), () => draw.pick([
    [ask()], [ask(), ask()], [`await asyncio.sleep(${draw.delay()})`], ['await asyncio.sleep(0)'],
    [`asyncio.get_running_loop().call_later(${draw.delay()}, ask, ${draw.below(count)})`],
    [`asyncio.get_running_loop().call_soon(ask, ${draw.below(count)})`],
  ])).flat()
  return [
    'event = asyncio.Event()', 'queue = asyncio.Queue()', 'workers = []',
    'def ask(i):',
    '    log(\'@ asked\', i, workers[i].cancel())',
    ...workers,
    ...coroutine('main()', [
      ...draw.times(count, index => `workers.append(asyncio.create_task(w${index}()))`),
      `asyncio.get_running_loop().call_later(${draw.seconds(20)}, event.set)`,
      ...draw.times(20, () => `asyncio.get_running_loop().call_later(${draw.seconds(20)}, queue.put_nowait, 0)`).slice(0, 1).flatMap(line => ['for i in range(50):', `    ${line}`]),
      ...requests,
      'await asyncio.wait(workers)',
      ...draw.times(count, index => `log('@ over', ${index}, workers[${index}].cancelled())`),
    ]),
  ].join('\n')
}

/** How requests to cancel arrive. */
export const cancellationLaw: Law = {
  name: 'cancellation-once',
  says: 'a request to cancel is delivered, and once; requests that are open at the same time are delivered together',
  program,
  broken(remarks) {
    const open = new Set<string>()
    for (const { what, of: [worker = '', yes] } of remarks) {
      if (what === 'asked' && yes === 'True') open.add(worker)
      else if (what === 'delivered' && !open.delete(worker)) return `worker ${worker} is cancelled, but no request is open`
      else if (what === 'over' && yes !== 'True' && open.has(worker)) return `worker ${worker} was asked to cancel itself and never heard of it`
    }
    return undefined
  },
}

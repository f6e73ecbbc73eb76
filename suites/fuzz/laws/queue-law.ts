import { cancellers } from './cancellers.ts'
import { coroutine, indented, type LawDraw } from './law-draw.ts'
import type { Law } from './law.ts'

/** What a consumer does for one item. */
function get(draw: LawDraw): string[] {
  const delay = draw.delay()
  return draw.pick([
    ['got(await queue.get())'],
    ['got(await queue.get())'],
    [`got(await asyncio.wait_for(queue.get(), ${delay}))`],
    [`async with asyncio.timeout(${delay}):`, '    got(await queue.get())'],
    ['if not queue.empty():', '    got(queue.get_nowait())'],
    [`await asyncio.sleep(${delay})`],
  ])
}

function safely(lines: readonly string[]): string[] {
  return ['try:', ...indented(lines), 'except (asyncio.CancelledError, TimeoutError):', '    pass']
}

function program(draw: LawDraw): string {
  let item = 0
  const put = (): string[] => {
    const n = item++
    return draw.pick([
      [`await queue.put(${n})`, `log('@ put', ${n})`], [`await queue.put(${n})`, `log('@ put', ${n})`],
      ['if not queue.full():', `    queue.put_nowait(${n})`, `    log('@ put', ${n})`],
      [`await asyncio.sleep(${draw.delay()})`],
    ])
  }
  const producers = draw.times(1 + draw.below(2), index => coroutine(`p${index}()`, draw.times(1 + draw.below(1 + draw.size / 4), () => safely(put())).flat()))
  const consumers = draw.times(1 + draw.below(3), index => coroutine(`c${index}()`, draw.times(1 + draw.below(1 + draw.size / 5), () => safely(get(draw))).flat()))
  const names = [...producers.map((_, index) => `p${index}`), ...consumers.map((_, index) => `c${index}`)]
  const cancelling = cancellers(draw, names.length)
  names.push(...cancelling.map((_, index) => `x${index}`))
  return [
    `queue = asyncio.${draw.pick(['Queue', 'Queue', 'LifoQueue', 'PriorityQueue'])}(${draw.pick([0, 1, 1, 2])})`,
    'tasks = []',
    'def got(item):', '    log(\'@ got\', item)',
    ...producers.flat(), ...consumers.flat(), ...cancelling.flat(),
    ...coroutine('main()', [
      ...names.map(name => `tasks.append(asyncio.create_task(${name}()))`),
      `done, pending = await asyncio.wait(tasks, timeout=${draw.seconds(10)})`,
      'while pending:',
      '    for task in pending:', '        task.cancel()',
      `    done, pending = await asyncio.wait(pending, timeout=${draw.seconds(1)})`,
      'while not queue.empty():', '    log(\'@ got\', queue.get_nowait())',
    ]),
  ].join('\n')
}

/** Conservation. */
export const queueLaw: Law = {
  name: 'queues-conserve',
  says: 'what is put into a queue comes out once, also when who waits is cancelled',
  program,
  broken(remarks) {
    const put = new Set(remarks.filter(({ what }) => what === 'put').map(({ of: [item] }) => item))
    const got = new Set<string | undefined>()
    for (const { what, of: [item] } of remarks) {
      if (what !== 'got') continue
      if (got.has(item)) return `item ${item} comes out twice`
      got.add(item)
    }
    const lost = [...put].find(item => !got.has(item))
    if (lost !== undefined) return `item ${lost} went in and never comes out`
    const never = [...got].find(item => !put.has(item))
    return never === undefined ? undefined : `item ${never} comes out, but nobody put it in`
  },
}

import { cancellers } from './cancellers.ts'
import { coroutine, indented, type LawDraw } from './law-draw.ts'
import type { Law } from './law.ts'

function program(draw: LawDraw): string {
  const permits = draw.pick([1, 1, 2])
  const made = permits === 1 && draw.chance(70) ? 'asyncio.Lock()' : `asyncio.${draw.pick(['Semaphore', 'BoundedSemaphore'])}(${permits})`
  const holding = (): string => draw.pick([`await asyncio.sleep(${draw.delay()})`, 'await asyncio.sleep(0)', 'log(\'works\')'])
  const acquire = (): string[] => draw.pick([
    ['await shared.acquire()'], ['await shared.acquire()'], ['await shared.acquire()'], [`await asyncio.wait_for(shared.acquire(), ${draw.delay()})`],
    [`async with asyncio.timeout(${draw.delay()}):`, '    await shared.acquire()'],
  ])
  const turn = (): string[] => [
    'n = ask()',
    'try:', ...indented(acquire()),
    'except (asyncio.CancelledError, TimeoutError):', '    log(\'@ gone\', n)',
    'else:', '    log(\'@ in\', n)',
    '    try:', ...indented(indented([holding()])),
    '    except asyncio.CancelledError:', '        pass',
    '    log(\'@ out\', n)', '    shared.release()',
  ]
  const users = 2 + draw.below(3)
  const functions = draw.times(users, index => coroutine(`u${index}()`, draw.times(1 + draw.below(1 + draw.size / 10), () => [...(draw.chance(30) ? [`await asyncio.sleep(${draw.delay()})`] : []), ...turn()]).flat()))
  const cancelling = cancellers(draw, users)
  return [
    `shared = ${made}`, 'asked = []', 'tasks = []',
    'def ask():', '    asked.append(0)', '    log(\'@ asks\', len(asked))', '    return len(asked)',
    ...functions.flat(), ...cancelling.flat(),
    ...coroutine('main()', [
      `log('@ permits', ${permits})`,
      ...draw.times(users, index => `tasks.append(asyncio.create_task(u${index}()))`),
      ...cancelling.map((_, index) => `tasks.append(asyncio.create_task(x${index}()))`),
      `await asyncio.wait(tasks, timeout=${draw.seconds(50)})`,
      'log(\'@ free\', not shared.locked())',
    ]),
  ].join('\n')
}

/** Mutual exclusion and fairness. */
export const semaphoreLaw: Law = {
  name: 'semaphores',
  says: 'a semaphore of n, and a lock as one of 1, has at most n holders, nobody starves or is overtaken, and in the end it is free',
  program,
  broken(remarks) {
    const permits = Number(remarks.find(({ what }) => what === 'permits')?.of[0])
    const holders = new Set<string>()
    // Who still waits at the end is made to give up by run.
    const end = remarks.findIndex(({ what }) => what === 'free')
    const gone = new Set(remarks.filter(({ what }, index) => what === 'gone' && index < end).map(({ of: [n] }) => n))
    const waiting = new Set<string>()
    for (const { what, of: [n = ''] } of remarks) {
      switch (what) {
        case 'asks':
          // Those who give up cannot say when they were asked to.
          if (!gone.has(n)) waiting.add(n)
          break
        case 'in': {
          const [first] = waiting
          if (first !== n) return `${n} overtakes ${first}`
          waiting.delete(n)
          holders.add(n)
          if (holders.size > permits) return `${[...holders].join(' and ')} hold what ${permits} may hold`
          break
        }
        case 'out':
          holders.delete(n)
          break
        case 'free':
          if (waiting.size > 0) return `${[...waiting].join(' and ')} never got it`
          if (n !== 'True') return 'it is locked when nobody holds it'
          break
        default:
      }
    }
    return undefined
  },
}

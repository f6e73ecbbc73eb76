import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { HostClock } from './host-clock.ts'

/** What `program` tells, each line with the clock's whole milliseconds. */
async function told(program: (tell: (what: string) => void) => Promise<unknown>, steps = 10_000): Promise<readonly string[]> {
  const clock = new HostClock(steps)
  const lines: string[] = []
  const tell = (what: string): void => void lines.push(`${Math.round(clock.milliseconds)} ${what}`)
  await Promise.race([clock.enter(() => program(tell)), clock.halting]).then((value) => tell(`=> ${String(value)}`), (error) => tell(`=> ${String(error)}`))
  return lines
}

test('time jumps from timer to timer; those of one time come in the order in which they were set', async () => {
  expect(await told((tell) => new Promise((resolve) => {
    setTimeout(tell, 3_600_000, 'an hour')
    setTimeout(() => tell('b'), 5)
    setTimeout(() => tell('c'), 5)
    setImmediate(tell, 'at once')
    setTimeout(() => resolve('end'), 3_600_001)
  }))).toEqual(['0 at once', '5 b', '5 c', '3600000 an hour', '3600001 => end'])
})

test('what is cleared does not come, what repeats comes until it is', async () => {
  expect(await told((tell) => new Promise((resolve) => {
    clearTimeout(setTimeout(tell, 1, 'never'))
    const interval = setInterval(() => tell('again'), 10)
    setTimeout(() => {
      clearInterval(interval)
      setTimeout(() => resolve('end'), 100)
    }, 35)
  }))).toEqual(['10 again', '20 again', '30 again', '135 => end'])
})

test('promises of node:timers/promises and the clocks keep the same time', async () => {
  expect(await told(async (tell) => {
    const [now, date] = [performance.now(), Date.now()]
    tell(await sleep(1500, 'slept'))
    return [performance.now() - now, Date.now() - date].map(Math.round)
  })).toEqual(['1500 slept', '1500 => 1500,1500'])
})

test('who spins until time has gone on gets its turn', async () => {
  expect(await told(async () => {
    const end = performance.now() + 4
    while (performance.now() < end);
    return 'spun'
  })).toEqual(['4 => spun'])
})

test('nothing left that could go on is a deadlock, too many steps are an end too', async () => {
  expect(await told(() => new Promise(() => {}))).toEqual(['0 => Error: deadlock'])
  expect(await told(async () => {
    for (;;) await sleep(1)
  }, 50)).toEqual(['50 => Error: step limit'])
})

test('what has been given up comes no more', async () => {
  const clock = new HostClock(10_000)
  let turns = 0
  void clock.enter(async () => {
    for (;;) {
      turns += 1
      await sleep(1)
    }
  })
  await sleep(5)
  clock.giveUp()
  const seen = turns
  await sleep(20)
  expect([seen > 1, turns - seen]).toEqual([true, 0])
})

const hour = async (): Promise<string> => sleep(3_600_000, 'slept')

test('what a callback throws ends the program, and nothing else', async () => {
  expect(await told(() => new Promise(() => {
    setTimeout(() => { throw new RangeError('nobody catches it') }, 5)
    setTimeout(() => { throw new Error('comes no more') }, 6)
  }))).toEqual(["5 => Error: a timer's callback threw RangeError: nobody catches it"])
})

test('two clocks and the real one keep apart', async () => {
  const start = performance.now()
  expect(await Promise.all([told(hour), told(hour)])).toEqual([['3600000 => slept'], ['3600000 => slept']])
  await sleep(20)
  expect(performance.now() - start).toBeGreaterThan(19)
  expect(performance.now() - start).toBeLessThan(60_000)
})

import { coroutine, type LawDraw } from './law-draw.ts'
import type { Law } from './law.ts'

const seconds = (draw: LawDraw): string => draw.seconds(draw.pick([0, 0.5, 1, 1, 1.5, 2, 2, 3]))

function program(draw: LawDraw): string {
  let timers = 0
  const statement = (): string[] => {
    const index = timers++
    return draw.pick([
      [`set_timer(${index}, ${seconds(draw)})`], [`set_timer(${index}, ${seconds(draw)})`], [`set_timer(${index}, ${seconds(draw)})`],
      [`sleepers.append(asyncio.create_task(sleeper(${index}, ${draw.seconds(draw.pick([0.5, 1, 1, 1.5, 2]))})))`],
      [`await asyncio.sleep(${seconds(draw)})`], [`time.sleep(${draw.seconds(draw.pick([0.5, 1, 2]))})`],
      [`set_timer(${index}, ${seconds(draw)})`, `log('@ cancelled timer', ${index})`, `handles[-1].cancel()`],
      [`asyncio.get_running_loop().call_later(${seconds(draw)}, set_timer, ${index}, ${seconds(draw)})`],
    ])
  }
  const workers = draw.times(1 + draw.below(3), index => coroutine(`w${index}()`, draw.times(1 + draw.below(1 + draw.size / 3), statement).flat()))
  return [
    'handles = []', 'sleepers = []',
    'def fire(i):', '    log(\'@ fired timer\', i, asyncio.get_running_loop().time())',
    'def set_timer(i, delay):',
    '    handles.append(asyncio.get_running_loop().call_later(delay, fire, i))',
    '    log(\'@ set timer\', i, handles[-1].when())',
    'async def sleeper(i, delay):',
    '    log(\'@ set sleeper\', i, asyncio.get_running_loop().time() + delay)',
    '    await asyncio.sleep(delay)',
    '    log(\'@ fired sleeper\', i, asyncio.get_running_loop().time())',
    ...workers.flat(),
    ...coroutine('main()', [`await asyncio.gather(${workers.map((_, index) => `w${index}()`).join(', ')})`, `await asyncio.sleep(${draw.seconds(20)})`]),
  ].join('\n')
}

/** CPython's own allowance on a real clock; a virtual one is exact. */
const resolution = 1e-6
/** A sleeper cannot see when its timer was set to the last microsecond. */
const blur = 1e-3

/** Deadlines. */
export const timerLaw: Law = {
  name: 'timers',
  says: 'no timer fires early, none is forgotten, and of two that wait the one with the earlier deadline fires first',
  program,
  broken(remarks) {
    const waiting = new Map<string, { readonly kind: string, readonly due: number }>()
    for (const { what, of: [kind = '', index = '', at] } of remarks) {
      const name = `${kind} ${index}`
      const time = Number(at)
      if (what === 'set') waiting.set(name, { kind, due: time })
      else if (what === 'cancelled') waiting.delete(name)
      else if (what === 'fired') {
        const fired = waiting.get(name)
        if (fired === undefined) return `${name} fires, but does not wait`
        if (time < fired.due - resolution) return `${name} is due at ${fired.due} and fires at ${time}`
        const earlier = [...waiting].find(([, other]) => other.kind === kind && other.due < fired.due - (kind === 'timer' ? 0 : blur))
        if (earlier !== undefined) return `${name}, due at ${fired.due}, fires before ${earlier[0]}, due at ${earlier[1].due}`
        waiting.delete(name)
      }
    }
    const [forgotten] = waiting.keys()
    return forgotten === undefined ? undefined : `${forgotten} never fires`
  },
}

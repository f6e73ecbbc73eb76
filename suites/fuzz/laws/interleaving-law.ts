import { coroutine, type LawDraw } from './law-draw.ts'
import type { Law } from './law.ts'

/** Something that does not suspend the coroutine, though it may make others ready. */
function harmless(draw: LawDraw, spawn: () => string): string {
  return draw.pick([
    spawn(), spawn(), 'event.set()', 'event.clear()', 'queue.put_nowait(1)', 'asyncio.get_running_loop().call_soon(note)',
    'asyncio.get_running_loop().call_later(0, note)', 'await nothing()', 'set_future()', 'if lock.locked(): lock.release()',
  ])
}

function suspension(draw: LawDraw): string {
  return draw.pick(['await asyncio.sleep(0)', `await asyncio.sleep(${draw.delay()})`, 'await event.wait()', 'await lock.acquire()', 'await queue.get()', 'await future'])
}

function program(draw: LawDraw): string {
  const count = 2 + draw.below(3)
  const functions = draw.times(count, rank => {
    // A coroutine starts later ones only: so every program ends.
    const spawn = (): string => rank + 1 < count ? `spawn(w${rank + 1 + draw.below(count - rank - 1)})` : 'pass'
    return coroutine(`w${rank}()`, draw.times(1 + draw.below(1 + draw.size / 8), () => {
      const parts = 1 + draw.below(3)
      return ['n = number()', ...draw.times(parts + 1, part => [`log('@ line', n, ${part}, ${parts})`, ...(part < parts ? [harmless(draw, spawn)] : [])]).flat(), suspension(draw)]
    }).flat())
  }).flat()
  return [
    'event = asyncio.Event()', 'lock = asyncio.Lock()', 'queue = asyncio.Queue()', 'future = None', 'numbers = []', 'started = []',
    'def number():', '    numbers.append(0)', '    return len(numbers)',
    'def note():', '    log(\'@ callback\')',
    'def set_future():', '    if not future.done():', '        future.set_result(1)',
    'def spawn(function):', '    if len(started) < 40:', '        started.append(asyncio.create_task(function()))',
    'async def nothing():', '    return 1',
    'async def rescue():',
    '    await asyncio.sleep(' + draw.seconds(5) + ')',
    '    set_future()',
    '    while any([not task.done() for task in started]):',
    '        event.set()',
    '        queue.put_nowait(1)',
    '        if lock.locked():', '            lock.release()',
    '        await asyncio.sleep(' + draw.seconds(1) + ')',
    ...functions,
    ...coroutine('main()', ['global future', 'future = asyncio.get_running_loop().create_future()', ...draw.times(count, rank => `spawn(w${rank})`), 'await rescue()']),
  ].join('\n')
}

/** Cooperation. */
export const interleavingLaw: Law = {
  name: 'no-interleaving',
  says: 'between two lines of a coroutine nothing else runs, unless the coroutine is suspended there',
  program,
  broken(remarks) {
    let open: string | undefined
    let next = 0
    for (const { what, of: [number = '', part, last] } of remarks) {
      if (what !== 'line' || (open !== undefined && (open !== number || Number(part) !== next))) {
        if (open === undefined) continue
        return `${what === 'line' ? `a line of ${number}` : 'a callback'} comes between the lines ${next - 1} and ${next} of ${open}`
      }
      open = part === last ? undefined : number
      next = Number(part) + 1
    }
    return undefined
  },
}

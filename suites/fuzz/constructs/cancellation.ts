import type { Construct } from '../construct.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'

/** Requests to cancel, from everywhere, of everything. */
export const cancellationConstructs: readonly Construct[] = [
  {
    name: 'cancel', focus: ['cancellation'], weight: 12, where: 'anywhere',
    write(w) {
      const slot = w.held() ?? w.someSlot(false)
      if (slot === undefined) return undefined
      switch (w.below(5)) {
        case 0: return statements`
          if ${slot}:
              ${slot}.cancel(${text(w.label())})`
        case 1: return statements`
          if ${slot}:
              log(${text(w.label())}, ${slot}.cancel())`
        case 2: return statements`
          if ${slot}:
              ${slot}.cancel()
              ${slot}.cancel(${text(w.label())})`
        default: return statements`
          if ${slot}:
              ${slot}.cancel()`
      }
    },
  },
  {
    name: 'cancel-later', focus: ['cancellation', 'callbacks'], weight: 10, where: 'anywhere',
    write(w) {
      const slot = w.held() ?? w.someSlot(false)
      if (slot === undefined) return undefined
      const message = w.chance(30) ? [text(w.label())] : []
      return w.chance(30) ? statements`
        if ${slot}:
            asyncio.get_running_loop().call_soon(${slot}.cancel, ${message})` : statements`
        if ${slot}:
            asyncio.get_running_loop().call_later(${w.delay()}, ${slot}.cancel, ${message})`
    },
  },
  {
    name: 'cancel-itself', focus: ['cancellation'], weight: 3, where: 'coroutine',
    write: w => w.chance(50) ? statements`asyncio.current_task().cancel()` : statements`asyncio.current_task().cancel(${text(w.label())})`,
  },
  { name: 'cancelling', focus: ['cancellation'], weight: 5, where: 'coroutine', write: w => w.logged(expression`asyncio.current_task().cancelling()`) },
  { name: 'uncancel', focus: ['cancellation'], weight: 3, where: 'coroutine', write: w => w.logged(expression`asyncio.current_task().uncancel()`) },
  {
    name: 'raise-cancelled', focus: ['cancellation'], weight: 2, where: 'coroutine',
    write: w => w.chance(50) ? statements`raise asyncio.CancelledError` : statements`raise asyncio.CancelledError(${text(w.label())})`,
  },
  {
    name: 'swallow-cancellation', focus: ['cancellation'], weight: 6, where: 'coroutine',
    write: w => w.depth > 2 ? undefined : statements`
      try:
          ${w.block()}
      except asyncio.CancelledError as error:
          log(${text(w.label())}, error)`,
  },
  {
    name: 'fail-when-cancelled', focus: ['cancellation', 'timeouts'], weight: 1, where: 'coroutine',
    write(w) {
      const name = w.name('a')
      const made = statements`
        async def ${`fails_${name}`}():
            try:
                await asyncio.sleep(2)
            except asyncio.CancelledError:
                raise ValueError(${text(w.label())})
        ${name} = asyncio.create_task(${`fails_${name}`}())
        await asyncio.sleep(0)
        ${tried(w, expression`await asyncio.wait_for(${name}, ${w.chance(60) ? expression`0` : w.delay()})`)}`
      w.hold(name)
      return made
    },
  },
]

import { coroutine } from '../awaitable.ts'
import type { Construct } from '../construct.ts'
import { future, primitive } from '../module-objects.ts'
import { runningLoop } from '../running-loop.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'

/** Debug mode, and what it alone notices. */
export const debugConstructs: readonly Construct[] = [
  { name: 'set-debug', focus: ['debug'], weight: 1, where: 'anywhere', write: w => statements`${runningLoop()}.set_debug(${w.chance(70) ? expression`True` : expression`False`})` },
  { name: 'slow-callback', focus: ['debug'], weight: 1, where: 'anywhere', write: w => w.chance(60) ? statements`${runningLoop()}.slow_callback_duration = ${w.delay()}` : statements`time.sleep(${w.delay()})` },
  {
    name: 'checked-in-debug', focus: ['debug', 'misuse'], weight: 1, where: 'coroutine', since: '3.14',
    write: w => tried(w, w.pick([
      () => expression`${runningLoop()}.call_soon(1)`, () => expression`${runningLoop()}.call_later(1, 1).cancel()`, () => expression`${runningLoop()}.call_at(1, None)`,
 () => expression`${runningLoop()}.call_soon_threadsafe(1)`, () => expression`${future(w)}.add_done_callback(1)`,
      () => expression`${runningLoop()}.call_soon(${w.callee('coroutine')?.name ?? 'log'})`, () => expression`${runningLoop()}.get_debug()`, () => expression`${runningLoop()}.slow_callback_duration`,
    ])()),
  },
  {
    name: 'debug-for-a-while', focus: ['debug'], weight: 2, where: 'coroutine', since: '3.14',
    write(w) {
      if (w.depth > 2) return undefined
      const handle = w.name('handle')
      return statements`
        ${runningLoop()}.set_debug(True)
        ${w.pick([
          () => statements`
            ${handle} = ${runningLoop()}.call_later(${w.delay()}, log, ${text(w.label())}, ${w.pick([
              () => expression`'a text that is too long for it'`, () => expression`[1, 2, 3, 4, 5, 6, 7, 8]`, () => expression`(1, [2, [3, [4, [5, [6, [7, [8]]]]]]])`, () => expression`{'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5}`,
              () => expression`{3, 1, 2}`, () => expression`123456789012`, () => expression`(1,)`, () => expression`[]`, () => expression`()`, () => expression`None`, () => expression`{}`, () => expression`'x' * 40`,
              () => expression`ValueError('a text that is quite a bit too long for a short repr')`, () => expression`[['deep', ('er', {'est': 1})]]`,
            ])()})
            log(${text(w.label())}, ${handle})
            ${w.chance(40) ? statements`${handle}.cancel()` : []}
            log(${text(w.label())}, ${handle})`,
          () => statements`${runningLoop()}.call_soon(${primitive(w, 'event')}.missing)`,
          () => statements`${coroutine(w)}`,
          () => statements`${runningLoop()}.call_soon(lambda: 1 / 0)`,
          () => statements`asyncio.create_task(${coroutine(w)})`,
          () => statements`${runningLoop()}.call_soon_threadsafe(log, ${text(w.label())})`,
          () => statements`asyncio.Future().set_exception(ValueError(${text(w.label())}))`,
          () => statements`log(${text(w.label())}, await ${runningLoop()}.run_in_executor(None, abs, 1))`,
        ])()}
        ${w.block(2)}
        ${w.chance(60) ? statements`${runningLoop()}.set_debug(False)` : []}`
    },
  },
]

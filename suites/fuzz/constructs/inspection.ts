import type { Construct } from '../construct.ts'
import { coroutine } from '../awaitable.ts'
import { future, primitive, reader, type Primitive } from '../module-objects.ts'
import { runningLoop } from '../running-loop.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'
import type { Expression } from '../python-tree.ts'

/** Whatever the program has at its own level. */
function anything(w: Writer): Expression {
  const kind = w.pick<Primitive | 'task' | 'future'>(['event', 'lock', 'semaphore', 'condition', 'queue', 'barrier', 'task', 'task', 'future', 'future'])
  if (kind === 'future') return expression`${future(w)}`
  if (kind !== 'task') return expression`${primitive(w, kind)}`
  return expression`${w.held() ?? w.someSlot(false) ?? future(w)}`
}

/** What objects say of themselves, and what they refuse. */
export const inspectionConstructs: readonly Construct[] = [
  { name: 'show', focus: ['exceptions'], weight: 3, where: 'anywhere', write: w => statements`log(${text(w.label())}, ${anything(w)})` },
  {
    name: 'show-waiting', focus: ['primitives', 'queues', 'streams'], weight: 3, where: 'coroutine',
    write(w) {
      const waiter = w.name('a')
      const [shown, waiting] = w.pick([
        () => { const name = primitive(w, 'lock'); return [name, expression`${name}.acquire()`] as const },
        () => { const name = primitive(w, 'semaphore'); return [name, expression`${name}.acquire()`] as const },
        () => { const name = primitive(w, 'queue'); return [name, expression`${name}.get()`] as const },
        () => { const name = primitive(w, 'queue'); return [name, expression`${name}.put(1)`] as const },
        () => { const name = primitive(w, 'event'); return [name, expression`${name}.wait()`] as const },
        () => { const name = primitive(w, 'barrier'); return [name, expression`${name}.wait()`] as const },
        () => { const name = primitive(w, 'condition'); return [name, expression`${name}.acquire()`] as const },
        () => { const name = reader(w); return [name, expression`${name}.readexactly(100)`] as const },
      ])()
      return statements`
        ${waiter} = asyncio.create_task(${waiting})
        await asyncio.sleep(0)
        log(${text(w.label())}, ${shown}, ${waiter})
        ${w.chance(70) ? statements`${waiter}.cancel()` : []}`
    },
  },
  {
    name: 'ask-primitive', focus: ['primitives'], weight: 2, where: 'anywhere',
    write: w => statements`log(${text(w.label())}, ${w.pick([
      () => expression`${primitive(w, 'barrier')}.parties`, () => expression`${primitive(w, 'barrier')}.n_waiting`, () => expression`${primitive(w, 'barrier')}.broken`,
      () => expression`${primitive(w, 'queue')}.maxsize`, () => expression`${primitive(w, 'queue')}.empty()`, () => expression`${primitive(w, 'event')}.is_set()`,
      () => expression`${primitive(w, 'condition')}.locked()`, () => expression`${primitive(w, 'lock')}.locked()`,
    ])()})`,
  },
  {
    name: 'ask-task', focus: ['tasks'], weight: 2, where: 'anywhere',
    write(w) {
      const task = w.someSlot(false)
      if (task === undefined) return undefined
      return statements`
        try:
            if ${task}:
                log(${text(w.label())}, ${w.pick([
                  () => expression`${task}.get_name()`, () => expression`${task}.set_name(${text(w.label())})`, () => expression`${task}.get_coro()`, () => expression`${task}.get_loop() is ${runningLoop()}`,
                  () => expression`${task}.set_result(1)`, () => expression`${task}.set_exception(ValueError())`, () => expression`${task}.cancelling()`,
                  () => expression`${task}.uncancel()`, () => expression`asyncio.isfuture(${task})`, () => expression`asyncio.ensure_future(${task}) is ${task}`, () => expression`asyncio.iscoroutine(${task})`,
                ])()})
        except Exception as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'ask-loop', focus: ['callbacks'], weight: 2, where: 'anywhere', since: '3.14',
    write: w => tried(w, w.pick([
      () => expression`${runningLoop()}.is_running()`, () => expression`${runningLoop()}.is_closed()`, () => expression`${runningLoop()}.get_debug()`, () => expression`${runningLoop()}.get_task_factory() is None`,
      () => expression`${runningLoop()}.get_exception_handler() is None`, () => expression`${runningLoop()}.close()`, () => expression`${runningLoop()}.run_forever()`, () => expression`asyncio.get_event_loop() is ${runningLoop()}`,
      () => expression`${runningLoop()}.call_soon(None)`, () => expression`${runningLoop()}.call_later(None, log)`, () => expression`${runningLoop()}.set_task_factory(1)`, () => expression`${runningLoop()}.set_exception_handler(1)`,
      () => expression`${runningLoop()}.call_exception_handler({'message': ${text(w.label())}})`, () => expression`${runningLoop()}.call_exception_handler({'message': ${text(w.label())}, 'exception': ValueError(1)})`, () => expression`${runningLoop()}.call_exception_handler({'message': ''})`,
    ])()),
  },
  {
    name: 'timer-handle', focus: ['callbacks'], weight: 2, where: 'anywhere',
    write(w) {
      const handle = w.name('handle')
      return statements`
        ${handle} = ${w.chance(30) ? expression`${runningLoop()}.call_soon(log, ${text(w.label())})` : expression`${runningLoop()}.call_later(${w.delay()}, log, ${text(w.label())})`}
        log(${text(w.label())}, ${handle}, ${handle}.cancelled())
        ${w.chance(50) ? statements`
          ${handle}.cancel()
          log(${text(w.label())}, ${handle}, ${handle}.cancelled())` : []}`
    },
  },
  {
    name: 'future-object', focus: ['futures'], weight: 2, where: 'anywhere',
    write(w) {
      const future = w.name('future')
      return statements`
        ${future} = ${w.chance(50) ? expression`asyncio.Future()` : expression`${runningLoop()}.create_future()`}
        ${w.pick([
          () => statements`${future}.set_result(${text(w.label())})`, () => statements`${future}.set_exception(ValueError(${text(w.label())}))`, () => statements`${future}.set_exception(KeyError)`,
          () => statements`${future}.cancel(${text(w.label())})`, () => [],
        ])()}
        ${w.pick([
          () => [], () => [], () => statements`
            for number in range(3):
                ${future}.add_done_callback(lambda future: log('called', number))`,
          () => statements`
            if not ${future}.done():
                ${future}.set_result([${future}])`,
        ])()}
        log(${text(w.label())}, ${future})
        ${tried(w, w.pick([
          () => expression`${future}.result()`, () => expression`${future}.exception()`, () => expression`${future}.set_result(2)`, () => expression`${future}.cancel()`, () => expression`${future}.remove_done_callback(log)`,
        ])())}`
    },
  },
  { name: 'call-soon-threadsafe', focus: ['callbacks'], weight: 1, where: 'anywhere', write: w => statements`${runningLoop()}.call_soon_threadsafe(${primitive(w, 'event')}.set)` },
  { name: 'timeout-when', focus: ['timeouts'], weight: 1, where: 'coroutine', write: w => {
    const limit = w.name('limit')
    return statements`
      async with asyncio.timeout(${w.delay()}) as ${limit}:
          log(${text(w.label())}, ${limit}.when(), ${limit})
          ${w.block(2)}`
  } },
  { name: 'group-object', focus: ['groups'], weight: 1, where: 'coroutine', write: w => {
    const group = w.name('group')
    return statements`
      ${group} = asyncio.TaskGroup()
      ${tried(w, expression`${group}.create_task(${coroutine(w)})`)}
      async with ${group}:
          ${group}.create_task(${coroutine(w)})
          log(${text(w.label())}, ${group})
      ${tried(w, expression`await ${group}.__aenter__()`)}`
  } },
]

import type { Construct } from '../construct.ts'
import { coroutine } from '../awaitable.ts'
import { expression, statements, text } from '../template.ts'
import type { Primitive, Writer } from '../writer.ts'
import type { Expression } from '../python-tree.ts'

/** Whatever the program has at its own level. */
function anything(w: Writer): Expression {
  const kind = w.pick<Primitive | 'task' | 'future'>(['event', 'lock', 'semaphore', 'condition', 'queue', 'barrier', 'task', 'task', 'future', 'future'])
  if (kind === 'future') return expression`${w.future()}`
  if (kind !== 'task') return expression`${w.primitive(kind)}`
  return expression`${w.held() ?? w.someSlot(false) ?? w.future()}`
}

function loop(): Expression {
  return expression`asyncio.get_running_loop()`
}

function tried(w: Writer, value: Expression): ReturnType<typeof statements> {
  return statements`
    try:
        log(${text(w.label())}, ${value})
    except Exception as error:
        log(${text(w.label())}, error)`
}

/** What objects say of themselves, and what they refuse. */
export const inspectionConstructs: readonly Construct[] = [
  { name: 'show', focus: ['exceptions'], weight: 3, where: 'anywhere', write: w => statements`log(${text(w.label())}, ${anything(w)})` },
  {
    name: 'ask-primitive', focus: ['primitives'], weight: 2, where: 'anywhere',
    write: w => statements`log(${text(w.label())}, ${w.pick([
      expression`${w.primitive('barrier')}.parties`, expression`${w.primitive('barrier')}.n_waiting`, expression`${w.primitive('barrier')}.broken`,
      expression`${w.primitive('queue')}.maxsize`, expression`${w.primitive('queue')}.empty()`, expression`${w.primitive('event')}.is_set()`,
      expression`${w.primitive('condition')}.locked()`, expression`${w.primitive('lock')}.locked()`,
    ])})`,
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
                  expression`${task}.get_name()`, expression`${task}.set_name(${text(w.label())})`, expression`${task}.get_coro()`, expression`${task}.get_loop() is ${loop()}`,
                  expression`${task}.set_result(1)`, expression`${task}.set_exception(ValueError())`, expression`${task}.cancelling()`,
                  expression`${task}.uncancel()`, expression`asyncio.isfuture(${task})`, expression`asyncio.ensure_future(${task}) is ${task}`, expression`asyncio.iscoroutine(${task})`,
                ])})
        except Exception as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'ask-loop', focus: ['callbacks'], weight: 2, where: 'anywhere', since: '3.14',
    write: w => tried(w, w.pick([
      expression`${loop()}.is_running()`, expression`${loop()}.is_closed()`, expression`${loop()}.get_debug()`, expression`${loop()}.get_task_factory() is None`,
      expression`${loop()}.get_exception_handler() is None`, expression`${loop()}.close()`, expression`${loop()}.run_forever()`, expression`asyncio.get_event_loop() is ${loop()}`,
      expression`${loop()}.call_soon(None)`, expression`${loop()}.call_later(None, log)`, expression`${loop()}.set_task_factory(1)`, expression`${loop()}.set_exception_handler(1)`,
      expression`${loop()}.call_exception_handler({'message': ${text(w.label())}})`, expression`${loop()}.call_exception_handler({'message': ${text(w.label())}, 'exception': ValueError(1)})`,
    ])),
  },
  {
    name: 'misuse', focus: ['exceptions'], weight: 2, where: 'coroutine', since: '3.14',
    write: w => tried(w, w.pick([
      expression`await asyncio.wait([])`, expression`await asyncio.gather(1)`, expression`await asyncio.wait_for(1, 1)`, expression`await asyncio.shield(1)`, expression`asyncio.create_task(1)`,
      expression`await asyncio.wait(${w.future()})`, expression`await asyncio.wait([${coroutine(w)}])`, expression`asyncio.Semaphore(-1)`, expression`asyncio.Barrier(0)`,
      expression`asyncio.ensure_future(None)`, expression`asyncio.run(${coroutine(w)})`, expression`await None`, expression`asyncio.as_completed(1)`,
      expression`asyncio.wrap_future(${w.future()}) is ${w.future()}`, expression`${w.primitive('condition')}.notify()`, expression`await ${w.primitive('condition')}.wait()`,
      expression`asyncio.gather(${w.future()}, ${w.future()})`, expression`asyncio.Lock().release()`, expression`asyncio.Condition().release()`, expression`await asyncio.wait([${w.future()}], return_when='NEVER')`,
    ])),
  },
  {
    name: 'timer-handle', focus: ['callbacks'], weight: 2, where: 'anywhere',
    write(w) {
      const handle = w.name('handle')
      return statements`
        ${handle} = ${w.chance(30) ? expression`${loop()}.call_soon(log, ${text(w.label())})` : expression`${loop()}.call_later(${w.delay()}, log, ${text(w.label())})`}
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
        ${future} = ${w.chance(50) ? expression`asyncio.Future()` : expression`${loop()}.create_future()`}
        ${w.pick([
          statements`${future}.set_result(${text(w.label())})`, statements`${future}.set_exception(ValueError(${text(w.label())}))`, statements`${future}.set_exception(KeyError)`,
          statements`${future}.cancel(${text(w.label())})`, [],
        ])}
        log(${text(w.label())}, ${future})
        ${tried(w, w.pick([
          expression`${future}.result()`, expression`${future}.exception()`, expression`${future}.set_result(2)`, expression`${future}.cancel()`, expression`${future}.remove_done_callback(log)`,
        ]))}`
    },
  },
  {
    name: 'executor', focus: ['callbacks'], weight: 1, where: 'coroutine',
    write: w => w.chance(50) ? tried(w, expression`await ${loop()}.run_in_executor(None, time.sleep, ${w.delay()})`) : tried(w, expression`await asyncio.to_thread(log, ${text(w.label())})`),
  },
  { name: 'call-soon-threadsafe', focus: ['callbacks'], weight: 1, where: 'anywhere', write: w => statements`${loop()}.call_soon_threadsafe(${w.primitive('event')}.set)` },
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

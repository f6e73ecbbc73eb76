import { coroutine } from '../awaitable.ts'
import type { Construct } from '../construct.ts'
import { future, otherLoop, plainGenerator, primitive } from '../module-objects.ts'
import type { Expression } from '../python-tree.ts'
import { runningLoop } from '../running-loop.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'

/** What nothing of asyncio takes. */
function wrong(w: Writer): Expression {
  return w.pick([() => expression`None`, () => expression`1`, () => expression`'text'`, () => expression`log`, () => expression`[]`])()
}

/** Wrong arguments, wrong moments, things done twice. */
export const misuseConstructs: readonly Construct[] = [
  {
    name: 'misuse', focus: ['exceptions', 'misuse'], weight: 3, where: 'coroutine', since: '3.14',
    write: w => tried(w, w.pick([
      () => expression`await asyncio.wait([])`, () => expression`await asyncio.gather(1)`, () => expression`await asyncio.wait_for(1, 1)`, () => expression`await asyncio.shield(1)`, () => expression`asyncio.create_task(1)`,
      () => expression`await asyncio.wait(${future(w)})`, () => expression`await asyncio.wait([${coroutine(w)}])`, () => expression`asyncio.Semaphore(-1)`, () => expression`asyncio.Barrier(0)`,
      () => expression`asyncio.ensure_future(None)`, () => expression`asyncio.run(${coroutine(w)})`, () => expression`await None`, () => expression`asyncio.as_completed(1)`,
      () => expression`asyncio.wrap_future(${future(w)}) is ${future(w)}`, () => expression`${primitive(w, 'condition')}.notify()`, () => expression`await ${primitive(w, 'condition')}.wait()`,
      () => expression`asyncio.gather(${future(w)}, ${future(w)})`, () => expression`asyncio.Lock().release()`, () => expression`asyncio.Condition().release()`, () => expression`await asyncio.wait([${future(w)}], return_when='NEVER')`,
      () => expression`asyncio.as_completed(${coroutine(w)})`, () => expression`list(asyncio.as_completed([]))`, () => expression`await asyncio.sleep(${wrong(w)})`, () => expression`await asyncio.sleep(float('nan'))`, () => expression`await asyncio.sleep(True)`,
      () => expression`asyncio.gather()`, () => expression`await asyncio.gather()`, () => expression`await asyncio.wait_for(${coroutine(w)}, ${wrong(w)})`, () => expression`asyncio.Condition(${primitive(w, 'lock')})`, () => expression`asyncio.create_task(${coroutine(w)}, name=1)`,
      () => expression`asyncio.BoundedSemaphore(1).release()`, () => expression`asyncio.isfuture(${wrong(w)})`, () => expression`asyncio.iscoroutine(${wrong(w)})`, () => expression`asyncio.iscoroutinefunction(log)`,
      () => expression`await asyncio.wait({${future(w)}: 1})`, () => expression`await asyncio.wait((${future(w)} for i in range(1)), timeout=1)`, () => expression`await asyncio.gather(*{${future(w)}})`,
      () => expression`await asyncio.wait(iter([]))`, () => expression`await ${plainGenerator(w)}`, () => expression`asyncio.create_task(${plainGenerator(w)})`, () => expression`asyncio.ensure_future(${plainGenerator(w)})`, () => expression`await asyncio.wait_for(${plainGenerator(w)}, 1)`,
    ])()),
  },
  {
    name: 'misuse-future', focus: ['futures', 'misuse'], weight: 2, where: 'coroutine', since: '3.14',
    write: w => tried(w, w.pick([
      () => expression`${future(w)}.set_exception(${wrong(w)})`, () => expression`${future(w)}.set_exception(StopIteration)`, () => expression`${future(w)}.set_exception(ValueError)`, () => expression`${future(w)}.result()`, () => expression`${future(w)}.exception()`,
      () => expression`${future(w)}.set_result(1)`, () => expression`asyncio.Future().get_loop() is ${runningLoop()}`, () => expression`asyncio.ensure_future(${future(w)}, loop=${otherLoop(w)})`, () => expression`await ${otherLoop(w)}.create_future()`,
      () => expression`await asyncio.gather(${future(w)}, ${otherLoop(w)}.create_future())`, () => expression`await asyncio.wait([${otherLoop(w)}.create_future()])`, () => expression`await asyncio.wait_for(${otherLoop(w)}.create_future(), 1)`,
      () => expression`${otherLoop(w)}.run_until_complete(${future(w)})`, () => expression`asyncio.Future(loop=${otherLoop(w)})`, () => expression`asyncio.shield(${otherLoop(w)}.create_future())`, () => expression`await asyncio.shield(${otherLoop(w)}.create_future())`,
      () => expression`asyncio.Task(1)`, () => expression`asyncio.Future(loop=1)`, () => expression`asyncio.run_coroutine_threadsafe(${coroutine(w)}, 1)`, () => expression`asyncio.Handle(log, (), 1)`, () => expression`asyncio.run_coroutine_threadsafe(${coroutine(w)}, None)`, () => expression`asyncio.isfuture({})`, () => expression`await asyncio.wait_for(${coroutine(w)}, {})`, () => expression`await asyncio.sleep({1})`, () => expression`await asyncio.sleep('text' * 3)`, () => expression`asyncio.get_running_loop().call_later(1.5 + asyncio.get_running_loop().time(), log, 1).when()`, () => expression`${future(w)}.__await__().throw(1)`, () => expression`${future(w)}.__await__().send(None)`,
      () => expression`${future(w)}.__await__().throw(ValueError(1))`, () => expression`${future(w)}.__await__().close()`,
    ])()),
  },
  {
    name: 'misuse-loop', focus: ['callbacks', 'misuse'], weight: 2, where: 'coroutine', since: '3.14',
    write: w => tried(w, w.pick([
      () => expression`${runningLoop()}.run_until_complete(${future(w)})`, () => expression`${otherLoop(w)}.run_forever()`, () => expression`${otherLoop(w)}.is_running()`, () => expression`${otherLoop(w)}.close()`,
      () => expression`${otherLoop(w)}.call_soon(log)`, () => expression`${otherLoop(w)}.call_later(1, log)`, () => expression`${otherLoop(w)}`, () => expression`${otherLoop(w)}.create_task(asyncio.sleep(0))`, () => expression`${otherLoop(w)}.create_future()`,
      () => expression`${runningLoop()}.call_at(None, log)`, () => expression`${runningLoop()}.call_later(${wrong(w)}, log)`, () => expression`asyncio.set_event_loop(${wrong(w)})`, () => expression`${runningLoop()}`,
      () => expression`${otherLoop(w)}.call_soon_threadsafe(log)`, () => expression`await ${otherLoop(w)}.shutdown_asyncgens()`, () => expression`asyncio.get_event_loop() is ${runningLoop()}`,
      () => expression`${runningLoop()}.set_task_factory('text')`, () => expression`${runningLoop()}.set_exception_handler('text')`, () => expression`asyncio.current_task(${otherLoop(w)})`, () => expression`asyncio.all_tasks(${otherLoop(w)})`,
    ])()),
  },
  {
    name: 'timeout-misuse', focus: ['timeouts', 'misuse'], weight: 2, where: 'coroutine',
    write(w) {
      const limit = w.name('limit')
      return statements`
        ${limit} = asyncio.timeout(${w.pick([() => w.delay(), () => expression`None`])()})
        ${w.chance(40) ? tried(w, w.pick([() => expression`${limit}.reschedule(1)`, () => expression`${limit}.expired()`, () => expression`${limit}.when()`, () => expression`${limit}`, () => expression`await ${limit}.__aexit__(None, None, None)`])()) : []}
        try:
            async with ${limit}:
                ${w.chance(50) ? statements`log(${text(w.label())}, ${limit})` : []}
                ${w.chance(25) ? statements`
                  try:
                      await asyncio.sleep(5)
                  except asyncio.CancelledError as error:
                      ${w.pick([() => statements`raise ExceptionGroup('g', [ValueError(${text(w.label())})])`, () => statements`raise KeyError(${text(w.label())})`, () => statements`
                        try:
                            raise ValueError(1)
                        except ValueError:
                            raise KeyError(${text(w.label())})`])()}` : []}
                ${w.block(2)}
        except Exception as error:
            log(${text(w.label())}, error, error.__cause__, ${limit}.expired() and error.__context__)
        ${tried(w, w.pick([() => expression`${limit}.reschedule(1)`, () => expression`await ${limit}.__aenter__()`, () => expression`${limit}`, () => expression`${limit}.expired()`])())}`
    },
  },
  {
    name: 'group-misuse', focus: ['groups', 'misuse'], weight: 2, where: 'coroutine',
    write(w) {
      if (w.depth > 2) return undefined
      const group = w.name('group')
      const exits = w.chance(8)
      return statements`
        ${group} = asyncio.TaskGroup()
        try:
            async with ${group}:
                ${group}.create_task(${coroutine(w)})
                ${w.chance(50) ? statements`${group}.create_task(${coroutine(w)}, name=${text(w.label())})` : []}
                try:
                    await asyncio.sleep(${w.delay()})
                finally:
                    log(${text(w.label())}, ${group})
                    ${tried(w, expression`${group}.create_task(${coroutine(w)})`)}
                ${w.pick([() => [], () => statements`raise ValueError(${text(w.label())})`, () => exits ? statements`raise SystemExit(1)` : statements`raise asyncio.CancelledError`, () => statements`raise BaseExceptionGroup('own', [KeyError(1)])`])()}
        except ${w.chance(50) ? expression`Exception` : expression`BaseException`} as error:
            log(${text(w.label())}, error, ${group})`
    },
  },
  {
    name: 'group-left-open', focus: ['groups', 'misuse'], weight: 1, where: 'coroutine',
    write(w) {
      if (w.self.rank === 0) return undefined
      const group = w.name('group')
      return statements`
        ${group} = asyncio.TaskGroup()
        await ${group}.__aenter__()
        ${group}.create_task(${coroutine(w)})
        ${w.chance(40) ? tried(w, expression`await ${group}.__aenter__()`) : []}`
    },
  },
  {
    name: 'outside-of-tasks', focus: ['misuse'], weight: 1, where: 'anywhere', since: '3.14',
    write: w => statements`
      asyncio.get_running_loop().call_soon(lambda: ${w.pick([
        () => expression`log(${text(w.label())}, asyncio.current_task())`, () => expression`asyncio.timeout(1).__aenter__().send(None)`, () => expression`asyncio.TaskGroup().__aenter__().send(None)`, () => expression`asyncio.timeout(None)`,
        () => expression`log(${text(w.label())}, asyncio.gather(${coroutine(w)}))`, () => expression`asyncio.run(${coroutine(w)})`, () => expression`asyncio.Runner().run(${coroutine(w)})`, () => expression`asyncio.Lock().acquire().send(None)`,
        () => expression`asyncio.shield(${future(w)})`, () => expression`asyncio.wait_for(${future(w)}, 1).send(None)`,
      ])()})`,
  },
  {
    name: 'exit', focus: ['exceptions', 'misuse'], weight: 1, where: 'anywhere',
    write: w => w.below(4) > 0 ? undefined : statements`raise ${w.chance(50) ? expression`SystemExit(${w.below(3)})` : expression`KeyboardInterrupt()`}`,
  },
]

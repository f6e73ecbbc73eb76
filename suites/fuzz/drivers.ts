import { ownAwaitable, ownCoroutine } from './constructs/own-awaitables.ts'
import { otherLoop, primitive } from './module-objects.ts'
import type { Expression, Statement } from './python-tree.ts'
import { expression, statements, text } from './template.ts'
import { tried } from './tried.ts'
import { withArguments } from './with-arguments.ts'
import type { Writer } from './writer.ts'

/** What a script that runs its coroutines itself has at its end: `asyncio.run`, once or twice, a runner, or a loop of its own. */
export function driver(w: Writer): Statement[] {
  return w.pick([once, once, twice, runner, runner, loopUntilComplete, loopForever, loopForever])(w)
}

/** `main` first, later any coroutine. */
function another(w: Writer): Expression {
  // Where futures and loops of an earlier run are awaited, older versions say it otherwise.
  const callee = w.mixture.version === '3.14' && w.chance(60) ? w.callee('coroutine') : undefined
  return expression`${callee?.name ?? 'main'}()`
}

/** A call of `asyncio.run` or `asyncio.Runner` with options or without. */
function optional(w: Writer, call: Expression): Expression {
  return withArguments(call, w.pick([
    () => expression`_()`, () => expression`_()`, () => expression`_(debug=True)`, () => expression`_(debug=False)`, () => expression`_(loop_factory=asyncio.new_event_loop)`, () => expression`_(debug=True, loop_factory=asyncio.new_event_loop)`,
  ])())
}

function once(w: Writer): Statement[] {
  const run = optional(w, expression`asyncio.run(main())`)
  return w.chance(50) ? statements`${run}` : tried(w, run)
}

function twice(w: Writer): Statement[] {
  return statements`
    ${tried(w, optional(w, expression`asyncio.run(main())`))}
    ${w.chance(30) ? afterwards(w) : []}
    ${w.chance(30) ? statements`time.sleep(${w.delay()})` : []}
    ${tried(w, optional(w, expression`asyncio.run(${another(w)})`))}`
}

function runner(w: Writer): Statement[] {
  const uses = Array.from({ length: w.pick([0, 1, 2]) }, () => w.pick([
    () => tried(w, expression`runner.run(${another(w)})`), () => tried(w, expression`runner.run(${another(w)}, context=contextvars.copy_context())`), () => tried(w, expression`runner.get_loop().is_running()`),
    () => statements`runner.get_loop().call_soon(log, ${text(w.label())})`, () => w.mixture.version !== '3.14' ? [] : tried(w, expression`runner.run(${w.pick([() => expression`1`, () => expression`None`, () => expression`main`, () => expression`asyncio.sleep(1, 'slept')`, () => expression`runner.get_loop().create_future()`, () => ownAwaitable(w), () => ownCoroutine(w)])()})`),
    () => statements`runner.get_loop().create_task(${another(w)})`, () => statements`runner.close()`, () => statements`raise ValueError(${text(w.label())})`,
  ])()).flat()
  return statements`
    try:
        with ${optional(w, expression`asyncio.Runner()`)} as runner:
            ${w.chance(25) ? statements`log(${text(w.label())}, runner.get_loop().get_debug())` : []}
            ${w.chance(80) ? tried(w, expression`runner.run(main())`) : []}
            ${uses}
            log(${text(w.label())})
    except ValueError as error:
        log(${text(w.label())}, error)
    ${w.chance(30) ? tried(w, w.pick([() => expression`runner.run(main())`, () => expression`runner.get_loop()`, () => expression`runner.close()`, () => expression`runner.__enter__()`])()) : []}
    ${w.chance(20) ? afterwards(w) : []}`
}

function loopUntilComplete(w: Writer): Statement[] {
  return statements`
    loop = asyncio.new_event_loop()
    ${current(w, 40)}
    ${w.chance(30) ? statements`loop.set_debug(True)` : []}
    ${w.chance(20) ? statements`loop.call_later(${w.delay()}, loop.stop)` : []}
    ${tried(w, expression`loop.run_until_complete(main())`)}
    ${w.chance(15) ? statements`
      try:
          loop.run_until_complete(${exiting(w)}())
      except SystemExit as error:
          log(${text(w.label())}, error)` : []}
    ${w.chance(30) ? tried(w, expression`loop.run_until_complete(${w.pick([() => another(w), () => another(w), () => expression`asyncio.sleep(1, 'slept')`, () => expression`loop.create_future()`, () => expression`${otherLoop(w)}.create_future()`])()})`) : []}
    ${ending(w)}`
}

/** Older versions make a loop for who asks for the current one where there is none, as a coroutine does that goes on when it is thrown away. */
function current(w: Writer, percent: number): Statement[] {
  return w.chance(percent) || w.mixture.version !== '3.14' ? statements`asyncio.set_event_loop(loop)` : []
}

/** A coroutine that ends the whole script, if nobody minds. */
function exiting(w: Writer): string {
  return w.declare('exiting', () => statements`
    async def exiting():
        await asyncio.sleep(${w.delay()})
        raise SystemExit(${w.below(3)})`)
}

function loopForever(w: Writer): Statement[] {
  return statements`
    loop = asyncio.new_event_loop()
    ${current(w, 30)}
    ${w.chance(25) ? statements`loop.set_task_factory(${w.chance(50) && w.mixture.version === '3.14' ? expression`asyncio.eager_task_factory` : expression`None`})` : []}
    ${w.chance(25) ? statements`loop.set_exception_handler(lambda loop, context: log('handler', context['message'], context.get('exception')))` : []}
    task = loop.create_task(main())
    ${w.chance(50) ? statements`task.add_done_callback(lambda task: loop.stop())` : statements`loop.call_later(${w.random.nextInt(1, 9)}, loop.stop)`}
    ${w.chance(20) ? statements`loop.stop()` : []}
    ${w.chance(20) ? statements`
      try:
          loop.run_forever()
      except BaseException as error:
          log(${text(w.label())}, error)` : statements`loop.run_forever()`}
    log(${text(w.label())}, task.done(), loop.is_running())
    ${w.chance(30) ? statements`time.sleep(${w.delay()})` : []}
    ${w.chance(40) ? tried(w, expression`loop.run_until_complete(asyncio.wait_for(task, 5))`) : []}
    ${ending(w)}`
}

/** How a script leaves its own loop: as `asyncio.run` does, in part, or not at all. */
function ending(w: Writer): Statement[] {
  return statements`
    ${w.chance(30) ? statements`
      for each in asyncio.all_tasks(loop):
          each.cancel()
      loop.run_until_complete(asyncio.sleep(0))` : []}
    ${w.chance(50) ? statements`loop.run_until_complete(loop.shutdown_asyncgens())` : []}
    ${w.chance(30) ? statements`loop.run_until_complete(loop.shutdown_default_executor())` : []}
    ${w.chance(80) ? statements`loop.close()` : []}
    ${w.chance(30) ? tried(w, w.pick([
      () => expression`loop.run_until_complete(${another(w)})`, () => expression`loop.run_forever()`, () => expression`loop.call_soon(log)`, () => expression`loop.is_closed()`, () => expression`loop`,
      () => expression`loop.create_task(${another(w)})`, () => expression`loop.stop()`, () => expression`loop.close()`, () => expression`loop.call_later(1, log)`, () => expression`loop.run_in_executor(None, log)`,
    ])()) : []}
    ${w.chance(15) ? afterwards(w) : []}`
}

/** What is asked where no loop runs. */
function afterwards(w: Writer): Statement[] {
  if (w.mixture.version !== '3.14') return []
  return tried(w, w.pick([
    () => expression`asyncio.get_running_loop()`, () => expression`asyncio.get_event_loop()`, () => expression`asyncio.current_task()`, () => expression`asyncio.all_tasks()`, () => expression`asyncio.create_task(${another(w)})`,
    () => expression`asyncio.run(1)`, () => expression`asyncio.run(main)`, () => expression`asyncio.Future()`, () => expression`asyncio.gather()`, () => expression`asyncio.gather(${another(w)})`, () => expression`asyncio.ensure_future(${another(w)})`,
    () => expression`asyncio.Queue()`, () => expression`${primitive(w, 'lock')}.acquire().send(None)`, () => expression`${primitive(w, 'event')}.wait().send(None)`, () => expression`asyncio.Event().wait().send(None)`, () => expression`asyncio.Lock()`, () => expression`asyncio.timeout(1)`, () => expression`asyncio.TaskGroup()`, () => expression`asyncio.set_event_loop(None)`, () => expression`asyncio.capture_call_graph()`, () => expression`asyncio.Task(${another(w)})`,
    () => expression`asyncio.StreamReader()`, () => expression`asyncio.wrap_future(1)`, () => expression`asyncio.Task(${another(w)}, eager_start=True)`, () => expression`asyncio.set_event_loop(${otherLoop(w)})`,
  ])())
}

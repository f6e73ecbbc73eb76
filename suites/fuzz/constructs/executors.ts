import { coroutine } from '../awaitable.ts'
import type { Construct } from '../construct.ts'
import { concurrentFutures, contextVariable, future, otherLoop, primitive } from '../module-objects.ts'
import type { Expression, Statement } from '../python-tree.ts'
import { runningLoop } from '../running-loop.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'

interface Job {
  readonly name: string
  readonly made: readonly Statement[]
}

/** An initializer that fails after a while. */
function unwilling(w: Writer): string {
  return w.declare('unwilling', () => statements`
    def unwilling(delay):
        log('unwilling')
        time.sleep(delay)
        raise ValueError('unwilling')`)
}

/** A function for a thread: it sleeps, logs, asks, tells the loop, returns or raises. */
function job(w: Writer): Job {
  const name = w.name('job')
  const loop = w.name('loop')
  const steps = Array.from({ length: w.pick([1, 2, 3]) }, () => w.pick([
    () => statements`time.sleep(${w.delay()})`, () => statements`time.sleep(${w.delay()})`, () => statements`log(${text(w.label())}, arguments)`, () => statements`log(${text(w.label())})`,
    () => statements`${loop}.call_soon_threadsafe(${primitive(w, 'event')}.set)`, () => statements`${loop}.call_soon_threadsafe(log, ${text(w.label())})`,
    () => w.mixture.version !== '3.14' ? [] : tried(w, expression`${loop}.get_debug() and ${loop}.call_soon(log, ${text(w.label())})`),
    () => statements`log(${text(w.label())}, ${contextVariable(w)}.get())`, () => statements`raise ValueError(${text(w.label())})`, () => statements`return ${text(w.label())}`,
    () => tried(w, w.pick([() => runningLoop(), () => expression`asyncio.current_task()`, () => expression`asyncio.all_tasks()`, () => expression`asyncio.get_event_loop()`])()),
    () => [],
  ])()).flat()
  const made = statements`
    ${loop} = asyncio.get_running_loop()
    def ${name}(*arguments):
        log(${text(w.label())})
        ${steps}`
  return { name, made }
}

function executorOf(w: Writer): Expression {
  concurrentFutures(w)
  const name = `pool${w.pick([1, 1, 2])}`
  return expression`${w.declare(name, () => statements`${name} = concurrent.futures.ThreadPoolExecutor(${Number(name.at(-1))})`)}`
}

/** Where a function runs: in the default executor or in one of the program's own. */
function executor(w: Writer): Expression {
  if (w.chance(45)) return expression`None`
  if (w.chance(80)) return executorOf(w)
  concurrentFutures(w)
  return expression`${w.declare('AtOnce', () => statements`
    class AtOnce(concurrent.futures.Executor):
        def submit(self, fn, *args, **kwargs):
            future = concurrent.futures.Future()
            try:
                future.set_result(fn(*args))
            except Exception as error:
                future.set_exception(error)
            return future`)}()`
}

/** A future of `concurrent.futures`, in any state. */
function settled(w: Writer, name: string): Statement[] {
  concurrentFutures(w)
  const exception = w.pick([() => expression`ValueError(${text(w.label())})`, () => expression`concurrent.futures.CancelledError()`, () => expression`concurrent.futures.InvalidStateError()`, () => expression`concurrent.futures.TimeoutError()`])
  return statements`
    ${name} = concurrent.futures.Future()
    ${w.pick([
      () => [], () => [], () => statements`${name}.set_running_or_notify_cancel()`, () => statements`${name}.set_result(${text(w.label())})`, () => statements`${name}.set_exception(${exception()})`,
      () => statements`${name}.cancel()`, () => statements`
        ${name}.cancel()
        ${name}.set_running_or_notify_cancel()`,
      () => statements`asyncio.get_running_loop().call_later(${w.delay()}, ${name}.set_result, ${text(w.label())})`,
      () => statements`asyncio.get_running_loop().call_later(${w.delay()}, ${name}.set_exception, ${exception()})`,
      () => statements`asyncio.get_running_loop().call_later(${w.delay()}, ${name}.cancel)`,
    ])()}`
}

/** Executors and the futures of `concurrent.futures`. */
export const executorConstructs: readonly Construct[] = [
  {
    name: 'run-in-executor', focus: ['executors'], weight: 3, where: 'coroutine',
    write(w) {
      const { name, made } = job(w)
      const call = expression`${runningLoop()}.run_in_executor(${executor(w)}, ${name}, ${w.chance(50) ? [text(w.label())] : []})`
      return [...made, ...tried(w, w.pick([
        () => expression`await ${call}`, () => expression`await asyncio.wait_for(${call}, ${w.delay()})`, () => expression`await asyncio.gather(${call}, ${coroutine(w)}, return_exceptions=True)`,
        () => expression`await asyncio.to_thread(${name}, ${w.chance(50) ? [text(w.label())] : []})`,
      ])())]
    },
  },
  {
    name: 'executor-future', focus: ['executors'], weight: 2, where: 'coroutine',
    write(w) {
      const { name, made } = job(w)
      const future = w.name('a')
      const held = statements`${future} = ${runningLoop()}.run_in_executor(${executor(w)}, ${name})`
      w.hold(future)
      return [...made, ...held, ...w.chance(30) ? statements`log(${text(w.label())}, ${future})` : []]
    },
  },
  {
    name: 'submit', focus: ['executors'], weight: 2, where: 'coroutine',
    write(w) {
      const { name, made } = job(w)
      const pool = executorOf(w)
      const future = w.name('work')
      return statements`
        ${made}
        try:
            ${future} = ${pool}.submit(${name})
            ${w.chance(40) ? statements`${future}.add_done_callback(lambda future: log(${text(w.label())}, future))` : []}
            ${w.chance(25) ? statements`log(${text(w.label())}, ${future}.cancel(), ${future}.running(), ${future}.done())` : []}
            ${w.pick([
              () => statements`log(${text(w.label())}, ${future}.result(${w.delay()}))`, () => statements`log(${text(w.label())}, ${future}.result())`, () => statements`log(${text(w.label())}, ${future}.exception())`,
              () => statements`log(${text(w.label())}, await asyncio.wrap_future(${future}))`, () => statements`log(${text(w.label())}, await asyncio.wait_for(asyncio.wrap_future(${future}), ${w.delay()}))`,
              () => statements`log(${text(w.label())}, list(${pool}.map(${name}, [1, 2])))`, () => statements`log(${text(w.label())}, ${future})`,
            ])()}
        except BaseException as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'executor-block', focus: ['executors'], weight: 1, where: 'coroutine',
    write(w) {
      concurrentFutures(w)
      const { name, made } = job(w)
      const pool = w.name('pool')
      return statements`
        ${made}
        try:
            with ${w.pick([() => expression`concurrent.futures.ThreadPoolExecutor(1, initializer=${unwilling(w)}, initargs=(${w.delay()},))`, () => expression`concurrent.futures.ThreadPoolExecutor()`, () => expression`concurrent.futures.ThreadPoolExecutor(1)`, () => expression`concurrent.futures.ThreadPoolExecutor(max_workers=2)`, () => expression`concurrent.futures.ThreadPoolExecutor(max_workers=2, initializer=log, initargs=(${text(w.label())},))`])()} as ${pool}:
                ${pool}.submit(${name})
                ${w.chance(50) ? statements`${pool}.submit(${name}, 1)` : []}
                ${w.chance(40) ? statements`${w.pick([() => expression`${pool}.shutdown()`, () => expression`${pool}.shutdown(cancel_futures=True)`])()}` : []}
                ${w.chance(40) ? statements`log(${text(w.label())}, await ${runningLoop()}.run_in_executor(${pool}, ${name}))` : []}
            ${pool}.submit(${name})
        except Exception as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'default-executor', focus: ['executors'], weight: 1, where: 'coroutine',
    write: w => tried(w, w.pick([
      () => expression`await ${runningLoop()}.shutdown_default_executor()`, () => expression`await ${runningLoop()}.shutdown_default_executor(${w.delay()})`, () => expression`await asyncio.wait_for(asyncio.gather(${runningLoop()}.run_in_executor(None, time.sleep, 2), ${runningLoop()}.shutdown_default_executor()), ${w.delay()})`, () => expression`${runningLoop()}.set_default_executor(${executorOf(w)})`,
      () => expression`${runningLoop()}.set_default_executor(${w.chance(50) ? expression`1` : expression`None`})`, () => expression`await ${runningLoop()}.run_in_executor(None, log, ${text(w.label())})`,
    ])()),
  },
  {
    name: 'concurrent-future', focus: ['executors'], weight: 3, where: 'coroutine', since: '3.14',
    write(w) {
      const name = w.name('work')
      const uses = Array.from({ length: w.pick([1, 2]) }, () => tried(w, w.pick([
        () => expression`${name}`, () => expression`${name}.cancel()`, () => expression`${name}.cancelled()`, () => expression`${name}.done()`, () => expression`${name}.running()`, () => expression`${name}.result(${w.delay()})`,
        () => expression`${name}.result(0)`, () => expression`${name}.exception(${w.delay()})`, () => expression`${name}.exception(0)`, () => expression`${name}.set_result(${text(w.label())})`,
        () => expression`${name}.set_exception(KeyError(1))`, () => expression`${name}.set_running_or_notify_cancel()`, () => expression`${name}.add_done_callback(log)`,
        () => expression`await asyncio.wrap_future(${name})`, () => expression`await asyncio.wrap_future(${name}, loop=${runningLoop()})`, () => expression`await asyncio.wait_for(asyncio.wrap_future(${name}), ${w.delay()})`,
        () => expression`asyncio.wrap_future(${name})`, () => expression`asyncio.wrap_future(asyncio.wrap_future(${name})).cancel()`, () => expression`await ${name}`,
        () => expression`asyncio.wrap_future(${name}, loop=${otherLoop(w)})`,
      ])())).flat()
      return statements`
        ${settled(w, name)}
        ${uses}`
    },
  },
  {
    name: 'threadsafe-coroutine', focus: ['executors'], weight: 2, where: 'anywhere',
    write(w) {
      const name = w.name('work')
      return statements`
        ${name} = asyncio.run_coroutine_threadsafe(${coroutine(w)}, ${runningLoop()})
        ${w.pick([
          () => statements`${name}.add_done_callback(lambda future: log(${text(w.label())}, future))`, () => statements`log(${text(w.label())}, ${name}.cancel(), ${name})`, () => statements`${runningLoop()}.call_later(${w.delay()}, ${name}.cancel)`,
          () => tried(w, expression`${name}.result(${w.delay()})`), () => w.self.kind === 'callback' ? [] : tried(w, expression`await asyncio.wrap_future(${name})`),
        ])()}`
    },
  },
  {
    name: 'executor-misuse', focus: ['executors', 'misuse'], weight: 1, where: 'coroutine',
    write(w) {
      concurrentFutures(w)
      return tried(w, w.pick([
        () => expression`concurrent.futures.ThreadPoolExecutor(0)`, () => expression`concurrent.futures.ThreadPoolExecutor(max_workers=-1)`, () => expression`concurrent.futures.ThreadPoolExecutor(initializer=1)`, () => expression`${executorOf(w)}`, () => expression`concurrent.futures.Executor().submit(log)`,
        () => expression`asyncio.wrap_future(1)`, () => expression`asyncio.run_coroutine_threadsafe(log, ${runningLoop()})`, () => expression`asyncio.run_coroutine_threadsafe(${future(w)}, ${runningLoop()})`,
        () => expression`await ${runningLoop()}.run_in_executor(None, ${coroutine(w)})`, () => expression`await ${runningLoop()}.run_in_executor(None, None)`, () => expression`await asyncio.to_thread(None)`,
        () => expression`concurrent.futures.CancelledError is asyncio.CancelledError`, () => expression`concurrent.futures.Executor().shutdown()`, () => w.chance(25) ? expression`concurrent.futures.Future().result()` : expression`concurrent.futures.Future().result(1)`,
      ])())
    },
  },
]

import { awaitable, coroutine, task } from '../awaitable.ts'
import type { Construct } from '../construct.ts'
import { future, primitive, sized, truthful } from '../module-objects.ts'
import type { Expression } from '../python-tree.ts'
import { runningLoop } from '../running-loop.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import { withArguments } from '../with-arguments.ts'
import type { Writer } from '../writer.ts'

/** A class of tasks of the program's own. */
function ownTask(w: Writer): string {
  return w.declare('OwnTask', () => statements`
    class OwnTask(asyncio.Task):
        pass`)
}

/** A coroutine that does not ask where it is: the harness that numbers a task stands between its maker and its first step. */
function unwatched(w: Writer): Expression {
  const brief = (): string => w.declare('brief', () => statements`
    async def brief(label, delay, error):
        log(label, asyncio.current_task().get_name())
        if delay is not None:
            await asyncio.sleep(delay)
        if error:
            raise error
        return label`)
  return w.pick([
    () => expression`asyncio.sleep(${w.delay()})`, () => expression`asyncio.sleep(0, ${text(w.label())})`, () => expression`${primitive(w, 'event')}.wait()`, () => expression`${primitive(w, 'lock')}.acquire()`,
    () => expression`${primitive(w, 'queue')}.get()`, () => expression`${brief()}(${text(w.label())}, None, None)`, () => expression`${brief()}(${text(w.label())}, ${w.delay()}, None)`,
    () => expression`${brief()}(${text(w.label())}, None, ValueError(${text(w.label())}))`, () => expression`${brief()}(${text(w.label())}, ${w.delay()}, asyncio.CancelledError())`,
  ])()
}

/** Logging, sleeping, calling, starting and awaiting. */
export const taskConstructs: readonly Construct[] = [
  { name: 'log', focus: [], weight: 14, where: 'anywhere', write: w => w.logged() },
  { name: 'sleep', focus: ['tasks'], weight: 16, where: 'coroutine', write: w => statements`await asyncio.sleep(${w.delay()})` },
  { name: 'sleep-zero', focus: ['tasks'], weight: 6, where: 'coroutine', write: () => statements`await asyncio.sleep(0)` },
  { name: 'await', focus: ['tasks'], weight: 12, where: 'coroutine', write: w => w.logged(expression`await ${awaitable(w)}`) },
  { name: 'call', focus: ['tasks'], weight: 8, where: 'coroutine', write: w => w.logged(expression`await ${coroutine(w)}`) },
  {
    name: 'create-task', focus: ['tasks', 'cancellation', 'eager'], weight: 22, where: 'anywhere',
    write(w) {
      const callee = w.callee('coroutine')
      if (callee === undefined) return undefined
      const slot = w.assign(w.slot(callee))
      switch (w.below(8)) {
        case 0: return statements`${slot} = asyncio.create_task(${callee.name}(), name=${text(w.label())})`
        case 1: return statements`${slot} = asyncio.get_running_loop().create_task(${callee.name}())`
        case 2: return statements`${slot} = asyncio.ensure_future(${callee.name}())`
        case 3: case 4: {
          const local = w.name('a')
          const made = statements`${local} = ${slot} = asyncio.create_task(${callee.name}())`
          w.hold(local)
          return made
        }
        default: return statements`${slot} = asyncio.create_task(${callee.name}())`
      }
    },
  },
  {
    name: 'keep-future', focus: ['tasks', 'gather', 'shield'], weight: 8, where: 'coroutine',
    write(w) {
      const local = w.name('a')
      const made = statements`${local} = asyncio.ensure_future(${awaitable(w)})`
      w.hold(local)
      return made
    },
  },
  {
    name: 'await-slot', focus: ['tasks', 'cancellation'], weight: 12, where: 'coroutine',
    write(w) {
      const slot = w.someSlot(true)
      return slot === undefined ? undefined : statements`
        if ${slot}:
            log(${text(w.label())}, await ${slot})`
    },
  },
  {
    name: 'await-slot-safely', focus: ['tasks', 'cancellation'], weight: 8, where: 'coroutine',
    write(w) {
      const slot = w.someSlot(true)
      return slot === undefined ? undefined : statements`
        try:
            if ${slot}:
                log(${text(w.label())}, await ${slot})
        except BaseException as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'await-twice', focus: ['tasks'], weight: 1, where: 'coroutine',
    write(w) {
      const local = w.name('x')
      return statements`
        ${local} = ${coroutine(w)}
        log(${text(w.label())}, await ${local})
        log(${text(w.label())}, await ${local})`
    },
  },
  { name: 'await-itself', focus: ['tasks'], weight: 1, where: 'coroutine', write: w => w.logged(expression`await asyncio.current_task()`) },
  { name: 'never-awaited', focus: ['tasks'], weight: 1, where: 'anywhere', write: w => statements`${coroutine(w)}` },
  {
    name: 'state', focus: ['tasks', 'cancellation', 'futures'], weight: 8, where: 'anywhere',
    write(w) {
      const slot = w.held() ?? w.someSlot(false)
      return slot === undefined ? undefined : statements`
        if ${slot}:
            log(${text(w.label())}, ${slot}.done(), ${slot}.cancelled())`
    },
  },
  {
    name: 'probe', focus: ['tasks', 'cancellation', 'futures', 'exceptions'], weight: 6, where: 'anywhere',
    write(w) {
      const slot = w.held() ?? w.someSlot(false)
      const method = w.chance(50) ? 'result' : 'exception'
      return slot === undefined ? undefined : statements`
        try:
            if ${slot}:
                log(${text(w.label())}, ${slot}.${method}())
        except BaseException as error:
            log(${text(w.label())}, error)`
    },
  },
  { name: 'all-tasks', focus: ['tasks'], weight: 2, where: 'coroutine', write: w => w.logged(expression`len(asyncio.all_tasks())`) },
  {
    name: 'repeat', focus: ['tasks'], weight: 4, where: 'coroutine',
    write(w) {
      if (w.depth > 2) return undefined
      const before = w.self.cost
      const block = w.block(2)
      w.self.cost += w.self.cost - before
      return statements`
        for ${w.name('i')} in range(2):
            ${block}`
    },
  },
  {
    name: 'when-done', focus: ['tasks'], weight: 3, where: 'anywhere',
    write(w) {
      const slot = w.someSlot(false)
      return slot === undefined || w.depth > 2 ? undefined : statements`
        if ${slot} and ${slot}.done():
            ${w.block(2)}
        else:
            ${w.block(2)}`
    },
  },
  { name: 'clock', focus: ['timeouts'], weight: 2, where: 'anywhere', write: w => w.logged(expression`asyncio.get_running_loop().time()`) },
  { name: 'block-the-loop', focus: ['timeouts'], weight: 1, where: 'anywhere', write: w => statements`time.sleep(${w.delay()})` },
  {
    name: 'eager-factory', focus: ['eager'], weight: 1, where: 'coroutine', since: '3.14',
    write: w => w.chance(70)
      ? statements`asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)`
      : statements`asyncio.get_running_loop().set_task_factory(None)`,
  },
  {
    name: 'create-eager-factory', focus: ['eager'], weight: 1, where: 'coroutine', since: '3.14',
    write(w) {
      const own = ownTask(w)
      const factory = w.pick([
        () => expression`asyncio.create_eager_task_factory(asyncio.Task)`, () => expression`asyncio.create_eager_task_factory(${own})`,
        () => expression`asyncio.create_eager_task_factory(lambda coro, **options: asyncio.Task(coro, **options))`, () => expression`asyncio.eager_task_factory`,
      ])()
      const started = w.pick([() => coroutine(w), () => expression`asyncio.sleep(0, ${text(w.label())})`])()
      const made = withArguments(expression`${factory}(${runningLoop()}, ${started})`, w.pick([() => expression`_()`, () => expression`_(name=${text(w.label())})`, () => expression`_(eager_start=False)`])())
      const name = w.name('a')
      const held = statements`${name} = ${made}`
      w.hold(name)
      return [...held, ...statements`log(${text(w.label())}, ${name})`]
    },
  },
  {
    name: 'eager-start', focus: ['eager'], weight: 3, where: 'anywhere', since: '3.14',
    write(w) {
      const callee = w.callee('coroutine')
      if (callee === undefined) return undefined
      const slot = w.assign(w.slot(callee))
      return statements`${slot} = asyncio.create_task(${callee.name}(), eager_start=True)`
    },
  },
  {
    name: 'made-eager', focus: ['eager'], weight: 2, where: 'anywhere', since: '3.14',
    write(w) {
      const name = w.name('a')
      const type = w.chance(30) ? expression`${ownTask(w)}` : expression`asyncio.Task`
      const begun = unwatched(w)
      const made = w.chance(30)
        ? statements`${name} = ${type}(${begun}, loop=${runningLoop()}, eager_start=True, name=${text(w.label())})`
        : statements`${name} = ${type}(${begun}, loop=${runningLoop()}, eager_start=True)`
      w.hold(name)
      return w.chance(50) ? [...made, ...statements`log(${text(w.label())}, ${name})`] : made
    },
  },
  {
    name: 'to-thread', focus: [], weight: 1, where: 'coroutine',
    write: w => w.logged(expression`await asyncio.to_thread(time.sleep, ${w.delay()})`),
  },
  {
    name: 'own-names', focus: ['tasks'], weight: 1, where: 'coroutine', since: '3.14',
    write: w => tried(w, expression`asyncio.create_task(${coroutine(w)}, name=${w.pick([() => expression`KeyError('a')`, () => expression`ValueError(1, 2)`, () => expression`7`, () => expression`None`, () => truthful(w), () => expression`['a']`, () => expression`True`, () => expression`ValueError()`])()}).get_name()`),
  },
  {
    name: 'own-factory', focus: ['eager'], weight: 1, where: 'coroutine', since: '3.14',
    write(w) {
      const own = w.chance(50) ? expression`${ownTask(w)}` : expression`asyncio.Task`
      // With a name of its own, and not eager: in which order such tasks take their numbers the harness does not see.
      return statements`asyncio.get_running_loop().set_task_factory(lambda loop, coro, **options: ${own}(coro, loop=loop, name='own'))`
    },
  },
  {
    name: 'failing-factory', focus: ['eager', 'misuse'], weight: 1, where: 'coroutine', since: '3.14',
    write(w) {
      const name = w.name('factory')
      return statements`
        def ${name}(loop, coro, **options):
            coro.close()
            raise ${w.chance(80) ? expression`ValueError(${text(w.label())})` : expression`RuntimeError(${text(w.label())})`}
        asyncio.get_running_loop().set_task_factory(${name})
        ${tried(w, w.pick([() => expression`asyncio.create_task(${coroutine(w)})`, () => expression`asyncio.ensure_future(${coroutine(w)})`, () => expression`await asyncio.gather(${coroutine(w)})`, () => expression`[asyncio.run_coroutine_threadsafe(${coroutine(w)}, asyncio.get_running_loop()), await asyncio.sleep(0)]`, () => expression`[asyncio.run_coroutine_threadsafe(${coroutine(w)}, asyncio.get_running_loop()).cancel(), await asyncio.sleep(0)]`])())}
        asyncio.get_running_loop().set_task_factory(None)`
    },
  },
  {
    name: 'own-iterables', focus: ['as-completed', 'wait'], weight: 1, where: 'coroutine',
    write(w) {
      const each = w.name('x')
      return w.chance(60) ? statements`
        for ${each} in asyncio.as_completed(${w.pick([() => sized(w), () => truthful(w), () => expression`{${future(w)}: 1}`, () => expression`(asyncio.sleep(number, number) for number in [2, 1])`, () => expression`{${future(w)}}`])()}):
            log(${text(w.label())}, await ${each})` : tried(w, expression`await asyncio.gather(*${w.pick([() => sized(w), () => expression`{${future(w)}: 1}`, () => expression`(asyncio.sleep(number, number) for number in [2, 1])`])()})`)
    },
  },
  { name: 'shield-task', focus: ['shield'], weight: 4, where: 'coroutine', since: '3.14', write: w => w.logged(expression`await asyncio.shield(${task(w)})`) },
]

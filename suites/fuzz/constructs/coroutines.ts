import { coroutine } from '../awaitable.ts'
import type { Construct } from '../construct.ts'
import { future, otherLoop, plainGenerator } from '../module-objects.ts'
import type { Expression } from '../python-tree.ts'
import { expression, statements, text } from '../template.ts'
import { ownAwaitable, ownCoroutine } from './own-awaitables.ts'
import { thrownInto } from './thrown.ts'
import { runningLoop } from '../running-loop.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'

/** What cannot be awaited, though it looks like it. */
function badAwaitable(w: Writer): Expression {
  return w.pick([
    () => expression`${w.declare('Number', () => statements`
      class Number:
          def __await__(self):
              return 1`)}()`,
    () => expression`${w.declare('Eventual', () => statements`
      class Eventual:
          def __await__(self):
              return asyncio.sleep(0)`)}()`,
    () => expression`${w.declare('Yielding', () => statements`
      class Yielding:
          def __init__(self, value):
              self.value = value
          def __await__(self):
              yield self.value`)}(${w.pick([() => expression`1`, () => expression`'text'`, () => expression`[]`, () => expression`${future(w)}`, () => expression`asyncio.current_task()`, () => expression`${plainGenerator(w)}`])()})`,
    () => expression`asyncio.sleep`,
  ])()
}

/** A future that is none of asyncio's. */
function foreignFuture(w: Writer): Expression {
  const name = w.declare('Foreign', () => statements`
    class Foreign:
        _asyncio_future_blocking = False
        def __init__(self, loop, blocking, delay):
            self.loop = loop
            self.blocking = blocking
            self.delay = delay
            self.callbacks = []
        def get_loop(self):
            return self.loop
        def add_done_callback(self, callback, context=None):
            self.callbacks.append(callback)
            self.loop.call_later(self.delay, callback, self)
        def cancel(self, msg=None):
            log('Foreign', msg)
            for callback in self.callbacks:
                self.loop.call_soon(callback, self)
            return len(self.callbacks) > 0
        def result(self):
            return 'foreign'
        def __await__(self):
            self._asyncio_future_blocking = self.blocking
            yield self
            return self.result()
        def __repr__(self):
            return '<Foreign>'`)
  return expression`${name}(${w.chance(90) ? runningLoop() : expression`${otherLoop(w)}`}, ${w.chance(85) ? expression`True` : expression`False`}, ${w.delay()})`
}

/** One step of a coroutine that no task drives. */
function step(w: Writer, name: string): Expression {
  return w.pick([
    () => expression`${name}.send(None)`, () => expression`${name}.send(None)`, () => expression`${name}.send(None)`, () => expression`${name}.send(${text(w.label())})`,
    () => thrownInto(w, name), () => thrownInto(w, name), () => thrownInto(w, name), () => expression`${name}.close()`,
    () => expression`${name}.__await__().send(None)`, () => thrownInto(w, expression`${name}.__await__()`), () => expression`${name}.cr_running`, () => expression`asyncio.iscoroutine(${name})`, () => expression`${name}`,
    () => expression`await ${name}`, () => expression`await asyncio.create_task(${name})`,
  ])()
}

/** Coroutines and awaitables of every kind, driven by tasks or by hand. */
export const coroutineConstructs: readonly Construct[] = [
  {
    name: 'own-awaitable', focus: ['coroutines'], weight: 4, where: 'coroutine', since: '3.14',
    write(w) {
      if (w.chance(15)) return [...w.chance(25) ? statements`asyncio.current_task().cancel()` : [], ...tried(w, expression`await ${foreignFuture(w)}`)]
      if (w.chance(20)) return tried(w, w.pick([() => expression`await ${ownCoroutine(w)}`, () => expression`await asyncio.gather(${ownCoroutine(w)}, ${coroutine(w)})`, () => expression`await asyncio.create_task(${ownCoroutine(w)})`])())
      const awaited = ownAwaitable(w)
      return tried(w, w.pick([
        () => expression`await ${awaited}`, () => expression`await ${awaited}`, () => expression`await asyncio.ensure_future(${awaited})`, () => expression`await asyncio.gather(${awaited}, ${coroutine(w)})`,
        () => expression`await asyncio.wait_for(${awaited}, ${w.delay()})`, () => expression`await asyncio.create_task(${awaited})`,
      ])())
    },
  },
  {
    name: 'own-coroutine', focus: ['coroutines'], weight: 2, where: 'coroutine',
    write(w) {
      const name = w.name('a')
      const made = statements`${name} = asyncio.${w.pick(['create_task', 'ensure_future'])}(${ownCoroutine(w)})`
      w.hold(name)
      return w.chance(40) ? [...made, ...statements`log(${text(w.label())}, ${name}, ${name}.get_stack())`] : made
    },
  },
  {
    name: 'foreign-future', focus: ['coroutines', 'futures'], weight: 2, where: 'coroutine', since: '3.14',
    write(w) {
      const name = w.name('a')
      const made = statements`
        async def ${`awaits_${name}`}():
            log(${text(w.label())}, await ${foreignFuture(w)})
        ${name} = asyncio.create_task(${`awaits_${name}`}())
        ${w.chance(40) ? statements`await asyncio.sleep(${w.delay()})` : []}
        ${w.chance(40) ? statements`${name}.cancel()` : []}`
      w.hold(name)
      return made
    },
  },
  { name: 'bad-awaitable', focus: ['coroutines', 'misuse'], weight: 2, where: 'coroutine', since: '3.14', write: w => tried(w, w.pick([
    () => expression`await ${badAwaitable(w)}`, () => expression`await ${badAwaitable(w)}`, () => expression`await asyncio.ensure_future(${badAwaitable(w)})`,
    () => expression`await asyncio.create_task(${badAwaitable(w)})`, () => expression`await asyncio.wait_for(${badAwaitable(w)}, 1)`,
  ])()) },
  // What ignores its closing is closed again: otherwise it goes on when it is collected, and that moment is nobody's rule.
  {
    name: 'drive-coroutine', focus: ['coroutines'], weight: 6, where: 'anywhere',
    write(w) {
      if (w.depth > 2) return undefined
      const name = w.name('x')
      const steps = Array.from({ length: w.pick([1, 2, 3]) }, () => {
        const each = step(w, name)
        return w.self.kind === 'callback' && each.nodeType === 'Await' ? statements`${name}.close()` : statements`
          try:
              log(${text(w.label())}, ${each})
          except BaseException as error:
              log(${text(w.label())}, error)`
      }).flat()
      return statements`
        ${name} = ${coroutine(w)}
        ${steps}
        for closing in range(20):
            try:
                ${name}.close()
            except RuntimeError as error:
                log(${text(w.label())}, error)`
    },
  },
  {
    name: 'close-itself', focus: ['coroutines'], weight: 1, where: 'coroutine',
    write: w => tried(w, w.pick([
      () => expression`asyncio.current_task().get_coro().close()`, () => expression`asyncio.current_task().get_coro().send(None)`, () => expression`asyncio.current_task().get_coro().throw(ValueError(${text(w.label())}))`,
      () => expression`await asyncio.current_task().get_coro()`, () => expression`asyncio.current_task().get_coro().cr_running`,
    ])()),
  },
]

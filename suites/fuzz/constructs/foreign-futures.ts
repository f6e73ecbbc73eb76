import { coroutine } from '../awaitable.ts'
import type { Construct } from '../construct.ts'
import type { Expression } from '../python-tree.ts'
import { runningLoop } from '../running-loop.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'

/** A future that is none of asyncio's and ends after a while, in one of the three ways. */
function foreignFuture(w: Writer): Expression {
  const name = w.declare('Whole', () => statements`
    class Whole:
        _asyncio_future_blocking = False
        def __init__(self, loop, delay, error):
            self.loop = loop
            self.callbacks = []
            self.state = 'pending'
            self.error = error
            loop.call_later(delay, self.end, 'done')
        def end(self, state):
            if self.state != 'pending':
                return False
            self.state = state
            for callback, context in self.callbacks:
                self.loop.call_soon(callback, self, context=context)
            return True
        def get_loop(self):
            return self.loop
        def add_done_callback(self, callback, *, context=None):
            if self.state == 'pending':
                self.callbacks.append((callback, context))
            else:
                self.loop.call_soon(callback, self, context=context)
        def remove_done_callback(self, callback):
            before = len(self.callbacks)
            self.callbacks = [each for each in self.callbacks if each[0] != callback]
            return before - len(self.callbacks)
        def cancel(self, msg=None):
            log('Whole', msg)
            return self.end('cancelled')
        def done(self):
            return self.state != 'pending'
        def cancelled(self):
            return self.state == 'cancelled'
        def exception(self):
            if self.state == 'cancelled':
                raise asyncio.CancelledError
            return self.error
        def result(self):
            if self.state == 'cancelled':
                raise asyncio.CancelledError
            if self.error:
                raise self.error
            return 'whole'
        def __await__(self):
            if not self.done():
                self._asyncio_future_blocking = True
                yield self
            return self.result()
        def __repr__(self):
            return '<Whole %s>' % self.state`)
  return expression`${name}(${runningLoop()}, ${w.delay()}, ${w.chance(70) ? expression`None` : expression`ValueError(${text(w.label())})`})`
}

/** Since 3.14 a shield says what became of a future that nobody waits for any more. */
function shielded(w: Writer, awaited: Expression): Expression {
  return w.mixture.version === '3.14' ? expression`asyncio.shield(${awaited})` : awaited
}

/** What an expression about a future of the program's own makes of it. */
function used(w: Writer): Expression {
  const awaited = foreignFuture(w)
  return w.pick([
    () => expression`await ${awaited}`, () => expression`await asyncio.ensure_future(${awaited})`, () => expression`asyncio.wrap_future(${awaited})`,
    () => expression`await asyncio.gather(${awaited}, ${coroutine(w)})`, () => expression`await asyncio.gather(${coroutine(w)}, ${awaited}, return_exceptions=True)`,
    () => expression`await asyncio.wait([${awaited}])`, () => expression`await asyncio.wait([${awaited}], timeout=${w.delay()})`,
    () => expression`await asyncio.wait_for(${awaited}, ${w.delay()})`, () => expression`await ${shielded(w, awaited)}`,
    () => expression`await asyncio.wait_for(${shielded(w, awaited)}, ${w.delay()})`, () => expression`await asyncio.wait_for(asyncio.gather(${awaited}, ${coroutine(w)}), ${w.delay()})`,
    () => expression`[await each for each in asyncio.as_completed([${awaited}, ${coroutine(w)}])]`, () => expression`[await each for each in asyncio.as_completed([${awaited}], timeout=${w.delay()})]`,
    () => expression`asyncio.isfuture(${awaited})`, () => expression`asyncio.create_task(${awaited})`,
  ])()
}

/** Futures of the program's own, wherever asyncio takes one. */
export const foreignFutureConstructs: readonly Construct[] = [
  { name: 'whole-foreign-future', focus: ['futures', 'coroutines'], weight: 3, where: 'coroutine', write: w => tried(w, used(w)) },
  {
    name: 'foreign-future-in-time', focus: ['futures', 'timeouts'], weight: 1, where: 'coroutine',
    write: w => statements`
      try:
          async with asyncio.timeout(${w.delay()}):
              log(${text(w.label())}, ${used(w)})
      except Exception as error:
          log(${text(w.label())}, error)`,
  },
]

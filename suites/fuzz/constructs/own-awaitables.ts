import { future } from '../module-objects.ts'
import type { Expression } from '../python-tree.ts'
import { expression, statements } from '../template.ts'
import type { Writer } from '../writer.ts'

/** A class whose objects are awaited, each in its own way. */
export function ownAwaitable(w: Writer): Expression {
  return w.pick([
    () => expression`${w.declare('Twice', () => statements`
      class Twice:
          def __await__(self):
              yield
              value = yield from asyncio.sleep(1, 'slept').__await__()
              return value`)}()`,
    () => expression`${w.declare('Patient', () => statements`
      class Patient:
          def __await__(self):
              try:
                  yield from asyncio.sleep(2).__await__()
              except asyncio.CancelledError as error:
                  log('Patient', error)
                  raise
              finally:
                  log('Patient')
              return 'patient'`)}()`,
    () => expression`${w.declare('Failing', () => statements`
      class Failing:
          def __await__(self):
              yield
              raise ValueError('Failing')`)}()`,
    () => expression`${w.declare('Delegating', () => statements`
      class Delegating:
          def __init__(self, awaitable):
              self.awaitable = awaitable
          def __await__(self):
              return self.awaitable.__await__()`)}(${future(w)})`,
  ])()
}

/** A coroutine by its methods alone. */
export function ownCoroutine(w: Writer): Expression {
  return expression`${w.declare('Steps', () => statements`
    class Steps:
        def __init__(self, steps, future):
            self.steps = steps
            self.future = future
        def send(self, value):
            self.steps -= 1
            log('send', value, self.steps)
            if self.steps <= 0:
                raise StopIteration('Steps')
            return self.future
        def throw(self, error):
            log('throw', error)
            if self.steps % 2:
                raise StopIteration('thrown')
            raise error
        def close(self):
            log('close')
        def __await__(self):
            return self
        def __iter__(self):
            return self
        def __next__(self):
            return self.send(None)
        def __repr__(self):
            return '<Steps>'`)}(${w.pick([0, 1, 2, 3])}, ${w.chance(80) ? expression`None` : expression`1`})`
}

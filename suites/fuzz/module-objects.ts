import type { Expression } from './python-tree.ts'
import { expression, statements, text } from './template.ts'
import type { Writer } from './writer.ts'

export type Primitive = 'event' | 'lock' | 'semaphore' | 'condition' | 'queue' | 'barrier'

/** A primitive of the module, mostly the first of its kind. */
export function primitive(w: Writer, kind: Primitive): string {
  const second = w.chance(25)
  const n = w.random
  switch (kind) {
    case 'event': return w.declare(second ? 'e1' : 'e0', () => statements`${second ? 'e1' : 'e0'} = asyncio.Event()`)
    case 'lock': return w.declare(second ? 'l1' : 'l0', () => statements`${second ? 'l1' : 'l0'} = asyncio.Lock()`)
    case 'condition': return w.declare('c', () => statements`c = asyncio.Condition()`)
    case 'barrier': return w.declare('b', () => statements`b = asyncio.Barrier(${n.nextInt(1, 3)})`)
    case 'semaphore': return second
      ? w.declare('s1', () => statements`s1 = asyncio.BoundedSemaphore(${n.nextInt(1, 2)})`)
      : w.declare('s0', () => statements`s0 = asyncio.Semaphore(${n.nextInt(0, 2)})`)
    case 'queue': {
      if (!second) return w.declare('q0', () => statements`q0 = asyncio.Queue(${n.nextInt(0, 2)})`)
      const name = w.pick(['q1', 'q2'])
      const type = name === 'q1' ? 'LifoQueue' : 'PriorityQueue'
      return w.declare(name, () => statements`${name} = asyncio.${type}(${n.nextInt(0, 2)})`)
    }
  }
}

/** A future of the module. */
export function future(w: Writer): string {
  const name = w.chance(30) ? 'f1' : 'f0'
  w.declare(name, () => statements`${name} = None`)
  w.globals.futures.add(name)
  return name
}

/** A stream reader of the module; `main` makes it, because it belongs to a loop. */
export function reader(w: Writer): string {
  const name = w.chance(25) ? 'r1' : 'r0'
  w.declare(name, () => statements`${name} = None`)
  w.globals.readers.add(name)
  return name
}

/** A loop that never runs. */
export function otherLoop(w: Writer): string {
  return w.declare('other', () => statements`other = asyncio.new_event_loop()`)
}

/** The module `concurrent.futures`. */
export function concurrentFutures(w: Writer): string {
  w.declare('concurrent', () => statements`import concurrent.futures`)
  return 'concurrent'
}

/** A generator that is no coroutine; made by an expression, because the reference knows no name of others. */
export function plainGenerator(w: Writer): string {
  return w.declare('counting', () => statements`counting = (each for each in [1])`)
}

/** An object that says itself whether it is true. */
export function truthful(w: Writer): Expression {
  return w.chance(50) ? sized(w) : expression`${w.declare('Doubtful', () => statements`
    class Doubtful:
        def __init__(self, truth):
            self.truth = truth
        def __bool__(self):
            return self.truth
        def __repr__(self):
            return 'Doubtful'`)}(${w.chance(50) ? expression`True` : expression`False`})`
}

/** An object with a length, that can be iterated and called. */
export function sized(w: Writer): Expression {
  return expression`${w.declare('Sized', () => statements`
    class Sized:
        def __init__(self, size):
            self.size = size
        def __len__(self):
            return self.size
        def __iter__(self):
            return iter([asyncio.sleep(number, number) for number in range(self.size)])
        def __str__(self):
            return 'str of Sized'
        def __call__(self, *arguments):
            log('Sized', *arguments)`)}(${w.below(3)})`
}

/** A context variable of the module. */
export function contextVariable(w: Writer): string {
  const name = w.chance(30) ? 'v1' : 'v0'
  return w.declare(name, () => statements`${name} = contextvars.ContextVar(${text(name)}, default=0)`)
}

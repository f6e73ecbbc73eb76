import type { Construct } from '../construct.ts'
import { primitive } from '../module-objects.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'

/** Queues: putting, getting, joining, shutting down. */
export const queueConstructs: readonly Construct[] = [
  { name: 'queue-put', focus: ['queues'], weight: 6, where: 'coroutine', write: w => statements`await ${primitive(w, 'queue')}.put(${w.below(9)})` },
  { name: 'queue-get', focus: ['queues'], weight: 5, where: 'coroutine', write: w => w.logged(expression`await ${primitive(w, 'queue')}.get()`) },
  {
    name: 'queue-put-nowait', focus: ['queues'], weight: 4, where: 'anywhere',
    write(w) {
      const name = primitive(w, 'queue')
      return statements`
        if not ${name}.full():
            ${name}.put_nowait(${w.below(9)})`
    },
  },
  {
    name: 'queue-get-nowait', focus: ['queues'], weight: 3, where: 'anywhere',
    write(w) {
      const name = primitive(w, 'queue')
      return statements`
        if not ${name}.empty():
            log(${text(w.label())}, ${name}.get_nowait())`
    },
  },
  {
    name: 'queue-nowait-fails', focus: ['queues'], weight: 2, where: 'anywhere',
    write: w => tried(w, w.chance(50) ? expression`${primitive(w, 'queue')}.get_nowait()` : expression`${primitive(w, 'queue')}.put_nowait(1)`),
  },
  {
    name: 'queue-task-done', focus: ['queues'], weight: 4, where: 'anywhere',
    write: w => statements`
      try:
          ${primitive(w, 'queue')}.task_done()
      except ValueError as error:
          log(${text(w.label())}, error)`,
  },
  { name: 'queue-join', focus: ['queues'], weight: 2, where: 'coroutine', write: w => statements`await ${primitive(w, 'queue')}.join()` },
  { name: 'queue-size', focus: ['queues'], weight: 2, where: 'anywhere', write: w => statements`log(${text(w.label())}, ${primitive(w, 'queue')}.qsize())` },
  {
    name: 'queue-closing', focus: ['queues'], weight: 3, where: 'coroutine', since: '3.13',
    write(w) {
      const [queue, waiting] = [w.name('queue'), w.name('waiting')]
      return statements`
        ${queue} = asyncio.Queue(${w.pick([0, 1, 2])})
        ${w.chance(60) ? statements`${queue}.put_nowait(1)` : []}
        ${waiting} = asyncio.gather(${Array.from({ length: w.pick([1, 2, 3]) }, () => w.pick([() => expression`${queue}.put(2)`, () => expression`${queue}.get()`, () => expression`${queue}.join()`])())}, return_exceptions=True)
        await asyncio.sleep(${w.pick([0, 0, 1])})
        log(${text(w.label())}, ${queue})
        ${w.chance(40) ? tried(w, expression`${queue}.task_done()`) : []}
        ${w.chance(50) ? statements`${queue}.shutdown()` : statements`${queue}.shutdown(immediate=True)`}
        ${w.chance(30) ? tried(w, w.pick([() => expression`${queue}.get_nowait()`, () => expression`await ${queue}.get()`, () => expression`${queue}.put_nowait(3)`, () => expression`${queue}.shutdown(immediate=True)`, () => expression`${queue}.task_done()`, () => expression`${queue}`, () => expression`${queue}`])()) : []}
        ${tried(w, expression`await asyncio.wait_for(${waiting}, 1)`)}`
    },
  },
  {
    name: 'queue-shutdown', focus: ['queues'], weight: 2, where: 'anywhere', since: '3.13',
    write: w => w.chance(50) ? statements`${primitive(w, 'queue')}.shutdown()` : statements`${primitive(w, 'queue')}.shutdown(immediate=True)`,
  },
]

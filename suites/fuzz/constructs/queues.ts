import type { Construct } from '../construct.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'

/** Queues: putting, getting, joining, shutting down. */
export const queueConstructs: readonly Construct[] = [
  { name: 'queue-put', focus: ['queues'], weight: 6, where: 'coroutine', write: w => statements`await ${w.primitive('queue')}.put(${w.below(9)})` },
  { name: 'queue-get', focus: ['queues'], weight: 5, where: 'coroutine', write: w => w.logged(expression`await ${w.primitive('queue')}.get()`) },
  {
    name: 'queue-put-nowait', focus: ['queues'], weight: 4, where: 'anywhere',
    write(w) {
      const name = w.primitive('queue')
      return statements`
        if not ${name}.full():
            ${name}.put_nowait(${w.below(9)})`
    },
  },
  {
    name: 'queue-get-nowait', focus: ['queues'], weight: 3, where: 'anywhere',
    write(w) {
      const name = w.primitive('queue')
      return statements`
        if not ${name}.empty():
            log(${text(w.label())}, ${name}.get_nowait())`
    },
  },
  {
    name: 'queue-nowait-fails', focus: ['queues'], weight: 2, where: 'anywhere',
    write: w => tried(w, w.chance(50) ? expression`${w.primitive('queue')}.get_nowait()` : expression`${w.primitive('queue')}.put_nowait(1)`),
  },
  {
    name: 'queue-task-done', focus: ['queues'], weight: 4, where: 'anywhere',
    write: w => statements`
      try:
          ${w.primitive('queue')}.task_done()
      except ValueError as error:
          log(${text(w.label())}, error)`,
  },
  { name: 'queue-join', focus: ['queues'], weight: 2, where: 'coroutine', write: w => statements`await ${w.primitive('queue')}.join()` },
  { name: 'queue-size', focus: ['queues'], weight: 2, where: 'anywhere', write: w => statements`log(${text(w.label())}, ${w.primitive('queue')}.qsize())` },
  {
    name: 'queue-shutdown', focus: ['queues'], weight: 2, where: 'anywhere', since: '3.13',
    write: w => w.chance(50) ? statements`${w.primitive('queue')}.shutdown()` : statements`${w.primitive('queue')}.shutdown(immediate=True)`,
  },
]

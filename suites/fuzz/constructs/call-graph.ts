import type { Construct } from '../construct.ts'
import { future } from '../module-objects.ts'
import type { Expression } from '../python-tree.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import { withArguments } from '../with-arguments.ts'
import type { Writer } from '../writer.ts'

/** A task or future of the program, or whatever stands in a slot. */
function someone(w: Writer): Expression {
  return expression`${w.held() ?? (w.chance(65) ? w.someSlot(false) : undefined) ?? future(w)}`
}

/** A call with a limit, or without. */
function limited(w: Writer, call: Expression): Expression {
  return withArguments(call, w.pick([() => expression`_()`, () => expression`_()`, () => expression`_(limit=1)`, () => expression`_(limit=0)`, () => expression`_(limit=-1)`, () => expression`_(limit=None)`, () => expression`_(limit=2)`])())
}

/** Who waits for whom, and where a task stands. */
export const callGraphConstructs: readonly Construct[] = [
  {
    name: 'call-graph', focus: ['inspection'], weight: 2, where: 'anywhere', since: '3.14',
    write(w) {
      const graph = w.name('graph')
      const of = w.chance(80) ? [someone(w)] : []
      return statements`
        try:
            ${graph} = ${limited(w, expression`asyncio.capture_call_graph(${of})`)}
            if ${graph}:
                log(${text(w.label())}, ${w.pick([
                  () => expression`[place.frame and place.frame.f_code.co_qualname for place in ${graph}.call_stack]`, () => expression`len(${graph}.awaited_by)`,
                  // CPython keeps who waits in a set, by address.
                  () => expression`sorted([other.future for other in ${graph}.awaited_by], key=str)`, () => expression`${graph}.future`, () => expression`sorted([len(other.awaited_by) for other in ${graph}.awaited_by])`,
                ])()})
            else:
                log(${text(w.label())}, ${graph} is None)
        except Exception as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'format-call-graph', focus: ['inspection'], weight: 2, where: 'anywhere', since: '3.14',
    write(w) {
      const of = w.chance(80) ? [someone(w)] : []
      const formatted = expression`asyncio.format_call_graph(${of})`
      return tried(w, w.pick([
        () => expression`'Awaited by' in ${formatted}`, () => expression`${formatted} == ''`, () => expression`len(${formatted}.split('\\n    * '))`,
        () => expression`asyncio.format_call_graph(1)`, () => expression`asyncio.capture_call_graph(1)`,
      ])())
    },
  },
  {
    name: 'awaited-by', focus: ['inspection'], weight: 1, where: 'anywhere', since: '3.14',
    write: w => w.chance(60) ? statements`asyncio.future_add_to_awaited_by(${someone(w)}, ${someone(w)})` : statements`asyncio.future_discard_from_awaited_by(${someone(w)}, ${someone(w)})`,
  },
  {
    name: 'stack', focus: ['inspection', 'tasks'], weight: 2, where: 'anywhere',
    write(w) {
      const task = w.someSlot(true)
      if (task === undefined) return undefined
      // Below the coroutine of a task that runs stands the loop, which is everybody's own.
      const resting = expression`${task}.done() or getattr(${task}.get_coro(), 'cr_running', True)`
      return statements`
        if ${task} and ${task}.get_coro():
            log(${text(w.label())}, ${w.pick([
              () => expression`len(${task}.get_stack(limit=1))`, () => expression`${resting} or len(${limited(w, expression`${task}.get_stack()`)})`, () => expression`${resting} or [frame.f_code.co_name for frame in ${task}.get_stack()]`, () => expression`${task}.get_coro().cr_running`,
              () => expression`${task}.get_context() is None`, () => expression`asyncio.current_task() is ${task}`,
            ])()})`
    },
  },
]

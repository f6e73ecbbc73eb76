import type { Construct } from '../construct.ts'
import { future } from '../module-objects.ts'
import type { Expression } from '../python-tree.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import { withArguments } from '../with-arguments.ts'
import type { Writer } from '../writer.ts'

/** A function that says where it is called: the names on the stack of the running task. */
function where(w: Writer): string {
  return w.declare('where', () => statements`
    def where(depth=1):
        graph = asyncio.capture_call_graph(depth=depth)
        return graph and [place.frame.f_code.co_qualname for place in graph.call_stack]`)
}

/** Where a generator is that asks in the middle of its work. */
function places(w: Writer): string {
  const asked = where(w)
  return w.declare('places', () => statements`
    def places(depth):
        yield ${asked}(depth)
        yield ${asked}(depth)`)
}

/** The same of an async generator, which is over when it has been asked. */
function within(w: Writer): string {
  const asked = where(w)
  return w.declare('within', () => statements`
    async def within(depth):
        yield ${asked}(depth)`)
}

/** The stack while an object is being made, by its own class or by one that inherits from it. */
function placed(w: Writer): Expression {
  const asked = where(w)
  const name = w.declare('Placed', () => statements`
    class Placed:
        def __init__(self, depth):
            self.names = ${asked}(depth)`)
  return w.chance(60) ? expression`${name}` : expression`${w.declare('Inherited', () => statements`
    class Inherited(${name}):
        pass`)}`
}

/** What takes a printed text. */
function paper(w: Writer): string {
  return w.declare('Paper', () => statements`
    class Paper:
        def __init__(self):
            self.text = ''
        def write(self, text):
            self.text += text`)
}

/** Formats or prints less of the stack, or more: but never skips all of the task, because behind it comes the loop, which is everybody's own. */
function partial(w: Writer, call: Expression): Expression {
  return withArguments(call, w.pick([() => expression`_()`, () => expression`_(depth=${w.below(2)})`, () => expression`_(limit=${w.pick([0, 1, 2])})`, () => expression`_(limit=-1)`, () => expression`_(depth=0, limit=1)`])())
}

/** The stack of the running task, through functions of every kind. */
export const callStackConstructs: readonly Construct[] = [
  {
    name: 'call-stack', focus: ['inspection'], weight: 1, where: 'anywhere', since: '3.14',
    write: w => tried(w, w.pick([
      () => expression`${where(w)}(${w.below(3)})`, () => expression`(lambda: ${where(w)}())()`, () => expression`next(${places(w)}(${w.below(3)}))`, () => expression`list(${places(w)}(1))`,
      () => expression`${placed(w)}(${w.below(3)}).names`, () => expression`${placed(w)}(1).names`, () => expression`list(map(${where(w)}, [1, 2]))`,
      () => w.self.kind === 'callback' ? expression`${where(w)}()` : expression`[each async for each in ${within(w)}(${w.below(3)})]`,
    ])()),
  },
  {
    name: 'formatted-stack', focus: ['inspection'], weight: 1, where: 'anywhere', since: '3.14',
    // In which order those who wait are named is nobody's rule.
    write: w => tried(w, expression`${partial(w, expression`asyncio.format_call_graph()`)}.split('  + Awaited by')[0]`),
  },
  {
    name: 'print-call-graph', focus: ['inspection'], weight: 1, where: 'anywhere', since: '3.14',
    write(w) {
      if (w.chance(20)) return statements`asyncio.print_call_graph(asyncio.Future())`
      const name = w.name('paper')
      const of = w.chance(70) ? [] : [expression`${w.held() ?? w.someSlot(false) ?? future(w)}`]
      return statements`
        ${name} = ${paper(w)}()
        try:
            ${partial(w, expression`asyncio.print_call_graph(${of}, file=${name})`)}
            log(${text(w.label())}, ${name}.text.split('  + Awaited by')[0])
        except Exception as error:
            log(${text(w.label())}, error)`
    },
  },
]

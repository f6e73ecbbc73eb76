import type { Construct } from '../construct.ts'
import type { Expression } from '../python-tree.ts'
import { runningLoop } from '../running-loop.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'

/** Something that an order may be asked of. */
function item(w: Writer): Expression {
  return w.pick([
    () => expression`${w.below(9)}`, () => expression`${w.pick([() => expression`'a'`, () => expression`'ab'`, () => expression`'b'`, () => expression`''`])()}`, () => expression`(${w.below(2)}, ${text(w.label())})`, () => expression`(${w.below(2)}, ${w.below(2)})`,
    () => expression`(${w.below(2)},)`, () => expression`[${w.below(2)}, ${w.below(2)}]`, () => expression`True`, () => expression`None`, () => expression`{}`, () => expression`1.5`, () => expression`(${w.below(2)}, None)`, () => expression`(1, (${w.below(2)}, 'a'))`,
    () => expression`${w.declare('Ranked', () => statements`
      class Ranked:
          def __init__(self, rank):
              self.rank = rank
          def __lt__(self, other):
              return self.rank < other.rank if isinstance(other, Ranked) else NotImplemented
          def __eq__(self, other):
              return isinstance(other, Ranked) and self.rank == other.rank
          def __repr__(self):
              return 'Ranked'`)}(${w.below(3)})`,
  ])()
}

/** What compares: items of priority queues, timers, equal awaitables, contexts. */
export const comparisonConstructs: readonly Construct[] = [
  {
    name: 'priorities', focus: ['queues'], weight: 3, where: 'anywhere',
    write(w) {
      const name = w.name('heap')
      const same = w.chance(60) ? item(w) : undefined
      const puts = Array.from({ length: w.pick([2, 3, 4, 6]) }, () => statements`${name}.put_nowait(${same !== undefined && w.chance(40) ? same : item(w)})`).flat()
      return statements`
        ${name} = asyncio.PriorityQueue()
        try:
            ${puts}
        except TypeError as error:
            log(${text(w.label())}, error)
        try:
            while not ${name}.empty():
                log(${text(w.label())}, ${name}.get_nowait())
        except TypeError as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'alike-priorities', focus: ['queues'], weight: 2, where: 'anywhere',
    write(w) {
      const [name, each] = [w.name('heap'), w.name('i')]
      const alike = w.pick([
        () => w.pick([() => expression`'a'`, () => expression`'b'`, () => expression`'aa'`, () => expression`'ba'`, () => expression`'é'`, () => expression`'😀'`])(),
        () => expression`(${w.below(3)}, ${w.below(3)})`, () => expression`(1, ${w.below(3)}, 'a')`, () => expression`[${w.below(2)}]`, () => expression`${w.below(20)}`,
      ])
      return statements`
        ${name} = asyncio.PriorityQueue()
        for ${each} in [${Array.from({ length: w.random.nextInt(3, 9) }, alike)}]:
            ${name}.put_nowait(${each})
        log(${text(w.label())}, [${name}.get_nowait() for number in range(${name}.qsize())])`
    },
  },
  {
    name: 'timers-compared', focus: ['callbacks'], weight: 2, where: 'anywhere',
    write(w) {
      const [one, other] = [w.name('handle'), w.name('handle')]
      const when = w.delay()
      return statements`
        ${one} = ${runningLoop()}.call_at(${when}, log, ${text(w.label())})
        ${other} = ${w.chance(50) ? expression`${runningLoop()}.call_at(${when}, log, ${text(w.label())})` : expression`${runningLoop()}.call_later(${w.delay()}, log)`}
        ${w.chance(30) ? statements`${other}.cancel()` : []}
        ${tried(w, w.pick([
          () => expression`${one} < ${other}`, () => expression`${one} <= ${other}`, () => expression`${one} > ${other}`, () => expression`${one} >= ${other}`, () => expression`${one} == ${other}`, () => expression`${one} != ${other}`,
          () => expression`${one} == ${one}`, () => expression`${one} <= ${one}`, () => expression`${one} == 1`, () => expression`${one} < 1`, () => expression`${one} >= 'a'`, () => expression`${one} > 1`, () => expression`${one} <= 1`, () => expression`[${one}.when(), ${other}.when()]`,
        ])())}`
    },
  },
  {
    name: 'many-timers', focus: ['callbacks'], weight: 1, where: 'anywhere',
    write: w => w.below(3) > 0 ? undefined : statements`
      for ${w.name('i')} in range(${w.pick([101, 130])}):
          asyncio.get_running_loop().call_later(7, log).cancel()`,
  },
  {
    name: 'equal-awaitables', focus: ['gather'], weight: 1, where: 'coroutine',
    write(w) {
      const equal = (): Expression => expression`${w.declare('Equal', () => statements`
        class Equal:
            def __init__(self, key):
                self.key = key
            def __eq__(self, other):
                return isinstance(other, Equal) and self.key == other.key
            def __hash__(self):
                return 1
            def __await__(self):
                log('Equal', self.key)
                yield
                return self.key`)}(${w.below(2)})`
      return tried(w, expression`await asyncio.gather(${Array.from({ length: w.pick([1, 2, 3]) }, equal)})`)
    },
  },
]

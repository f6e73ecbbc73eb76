import type { Construct } from '../construct.ts'
import { otherLoop, reader } from '../module-objects.ts'
import type { Expression } from '../python-tree.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'

function bytes(w: Writer): Expression {
  return w.pick([
    () => expression`b''`, () => expression`b'a'`, () => expression`b'one\\n'`, () => expression`b'two\\nthree\\n'`, () => expression`b'end;'`, () => expression`b'a;b;;c\\n'`,
    () => expression`b'0123456789' * ${w.pick([1, 2, 4])}`, () => expression`b'\\r\\n'`, () => expression`bytes([1, 2, 3])`,
  ])()
}

function separator(w: Writer): Expression[] {
  return w.pick([
    () => [], () => [], () => [expression`b';'`], () => [expression`b';;'`], () => [expression`b'\\r\\n'`], () => [expression`b''`], () => [expression`(b';', b'\\n')`], () => [expression`(b'end', b'd;', b';')`], () => [expression`()`],
    () => [expression`(b'', b';')`],
  ])()
}

function read(w: Writer, name: string): Expression {
  return w.pick([
    () => expression`${name}.read()`, () => expression`${name}.read(${w.pick([0, 1, 2, 5, 100])})`, () => expression`${name}.read(${w.pick([1, 5, 100])})`, () => expression`${name}.readline()`, () => expression`${name}.readline()`,
    () => expression`${name}.readexactly(${w.pick([0, 1, 3, 8, 30])})`, () => expression`${name}.readexactly(${expression`-1`})`, () => expression`${name}.readuntil(${separator(w)})`, () => expression`${name}.readuntil(${separator(w)})`, () => expression`anext(${name})`,
  ])()
}

function feed(w: Writer, name: string) {
  return w.pick([
    () => statements`${name}.feed_data(${bytes(w)})`, () => statements`${name}.feed_data(${bytes(w)})`, () => statements`${name}.feed_data(${bytes(w)})`, () => statements`${name}.feed_data(${bytes(w)})`,
    () => statements`${name}.feed_eof()`, () => statements`${name}.set_exception(ValueError(${text(w.label())}))`,
  ])()
}

/** Reading from streams, fed by hand: the loop has no sockets on the virtual clock. */
export const streamConstructs: readonly Construct[] = [
  { name: 'stream-read', focus: ['streams'], weight: 3, where: 'coroutine', write: w => {
    const name = reader(w)
    return tried(w, w.pick([() => expression`await ${read(w, name)}`, () => expression`await ${read(w, name)}`, () => expression`await asyncio.wait_for(${read(w, name)}, ${w.delay()})`])())
  } },
  { name: 'stream-feed', focus: ['streams'], weight: 4, where: 'anywhere', write(w) {
    const name = reader(w)
    return w.chance(70) ? statements`
      if ${name} and not ${name}.at_eof():
          ${feed(w, name)}` : statements`
      try:
          ${feed(w, name)}
      except Exception as error:
          log(${text(w.label())}, error)`
  } },
  { name: 'stream-feed-later', focus: ['streams'], weight: 2, where: 'anywhere', write(w) {
    const name = reader(w)
    return w.chance(65) ? statements`asyncio.get_running_loop().call_later(${w.delay()}, ${name}.feed_data, ${bytes(w)})` : statements`asyncio.get_running_loop().call_later(${w.delay()}, ${name}.feed_eof)`
  } },
  { name: 'stream-ask', focus: ['streams'], weight: 1, where: 'anywhere', write(w) {
    const name = reader(w)
    return tried(w, w.pick([
      () => expression`${name}`, () => expression`${name}.at_eof()`, () => expression`${name}.exception()`, () => expression`asyncio.StreamReader(0)`, () => expression`asyncio.StreamReader(-1)`, () => expression`asyncio.StreamReader(limit=5)`, () => expression`asyncio.StreamReader(loop=${otherLoop(w)})`,
      () => expression`asyncio.IncompleteReadError(b'ab', ${w.pick([() => expression`3`, () => expression`None`])()})`, () => expression`asyncio.IncompleteReadError(1, 2)`, () => expression`asyncio.LimitOverrunError('text', 3).consumed`, () => expression`asyncio.IncompleteReadError(b'ab', 3).partial`,
    ])())
  } },
  { name: 'stream-lines', focus: ['streams'], weight: 1, where: 'coroutine', write(w) {
    const name = reader(w)
    const count = w.name('count')
    // Its body may feed what it reads.
    return statements`
      ${count} = 0
      async for ${w.name('line')} in ${name}:
          ${w.block(2)}
          ${count} += 1
          if ${count} > 3:
              break`
  } },
  {
    name: 'stream-of-its-own', focus: ['streams'], weight: 3, where: 'coroutine',
    write(w) {
      const name = w.name('reader')
      const transport = w.chance(40)
      if (transport) w.declare('Transport', () => statements`
        class Transport:
            def pause_reading(self):
                log('pause')
            def resume_reading(self):
                log('resume')
            def __repr__(self):
                return '<Transport>'`)
      if (transport) w.declare('Refusing', () => statements`
        class Refusing(Transport):
            def __init__(self, error):
                self.error = error
            def pause_reading(self):
                raise self.error`)
      const steps = Array.from({ length: w.pick([2, 3, 4]) }, () => w.pick([
        () => statements`
          try:
              ${feed(w, name)}
          except Exception as error:
              log(${text(w.label())}, error)`,
        () => statements`asyncio.get_running_loop().call_later(${w.delay()}, ${name}.feed_data, ${bytes(w)})`,
        () => tried(w, expression`await asyncio.wait_for(${read(w, name)}, ${w.pick([0, 1, 2])})`),
        () => tried(w, expression`await asyncio.wait_for(${read(w, name)}, ${w.pick([0, 1, 2])})`),
        () => tried(w, expression`await asyncio.gather(${read(w, name)}, ${read(w, name)}, asyncio.wait_for(${read(w, name)}, 1), return_exceptions=True)`),
        () => statements`log(${text(w.label())}, ${name})`,
        () => statements`
          try:
              ${name}.feed_data(b'0123456789012345678901234567890')
          except ValueError as error:
              log(${text(w.label())}, error, ${name})`,
      ])()).flat()
      return statements`
        ${name} = ${w.pick([() => expression`asyncio.StreamReader()`, () => expression`asyncio.StreamReader(limit=4)`, () => expression`asyncio.StreamReader(limit=12)`, () => expression`asyncio.StreamReader(8)`])()}
        ${transport ? statements`${name}.set_transport(${w.chance(80) ? expression`Transport()` : expression`Refusing(${w.chance(50) ? expression`NotImplementedError` : expression`ValueError(${text(w.label())})`})`})` : []}
        ${steps}
        ${w.chance(60) ? statements`${name}.feed_eof()` : []}
        ${tried(w, expression`await asyncio.wait_for(${read(w, name)}, 1)`)}
        ${transport && w.chance(10) ? tried(w, expression`${name}.set_transport(Transport())`) : []}`
    },
  },
]

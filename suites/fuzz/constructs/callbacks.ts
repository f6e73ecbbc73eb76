import type { Construct } from '../construct.ts'
import { future, primitive, sized } from '../module-objects.ts'
import type { Expression } from '../python-tree.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'

/** Something to call, that takes whatever it is given. */
function callback(w: Writer): Expression {
  const callee = w.chance(75) ? w.callee('callback') : undefined
  if (callee !== undefined) return expression`${callee.name}`
  return w.chance(50) ? expression`${primitive(w, 'event')}.set` : expression`log`
}

/** Callbacks of the loop and of futures. */
export const callbackConstructs: readonly Construct[] = [
  {
    name: 'call-soon', focus: ['callbacks'], weight: 6, where: 'anywhere',
    write(w) {
      const callee = callback(w)
      return w.chance(50) && callee.nodeType === 'Name' ? statements`asyncio.get_running_loop().call_soon(${callee}, ${text(w.label())})` : statements`asyncio.get_running_loop().call_soon(${callee})`
    },
  },
  {
    name: 'own-callable', focus: ['callbacks'], weight: 1, where: 'anywhere',
    write: w => statements`asyncio.get_running_loop().${w.chance(50) ? 'call_soon' : 'call_soon_threadsafe'}(${sized(w)}, ${text(w.label())})`,
  },
  {
    name: 'raises-in-callback', focus: ['callbacks', 'exceptions'], weight: 1, where: 'anywhere',
    write: w => statements`asyncio.get_running_loop().call_soon(${w.pick([() => expression`lambda: 1 / 0`, () => expression`log`, () => expression`None`, () => expression`asyncio.current_task`])()}, ${w.chance(30) ? [text(w.label())] : []})`,
  },
  {
    name: 'handle-exception', focus: ['callbacks', 'exceptions'], weight: 2, where: 'anywhere',
    write: w => tried(w, w.pick([
      () => expression`asyncio.get_running_loop().call_exception_handler({})`, () => expression`asyncio.get_running_loop().call_exception_handler({'message': ${text(w.label())}, 'task': asyncio.current_task()})`,
      () => expression`asyncio.get_running_loop().default_exception_handler({'message': ${text(w.label())}, 'exception': KeyError(1)})`, () => expression`asyncio.get_running_loop().default_exception_handler({'exception': KeyError(1)})`,
      () => expression`asyncio.get_running_loop().call_exception_handler({'message': ${text(w.label())}, 'future': ${future(w)}, 'other': 1})`, () => expression`asyncio.get_running_loop().call_exception_handler({'message': ${text(w.label())}, 'handle': 1, 'context': 2})`,
      () => expression`asyncio.get_running_loop().call_exception_handler({'message': ${text(w.label())}, 'exception': SystemExit(1)})`,
    ])()),
  },
  {
    name: 'call-later', focus: ['callbacks'], weight: 6, where: 'anywhere',
    write: w => statements`asyncio.get_running_loop().call_later(${w.delay()}, ${callback(w)})`,
  },
  {
    name: 'call-at', focus: ['callbacks'], weight: 2, where: 'anywhere',
    write: w => statements`asyncio.get_running_loop().call_at(${w.delay()}, ${callback(w)})`,
  },
  {
    name: 'cancel-handle', focus: ['callbacks'], weight: 2, where: 'anywhere',
    write(w) {
      const name = w.name('h')
      return statements`
        ${name} = asyncio.get_running_loop().call_later(${w.delay()}, ${callback(w)})
        ${w.block(2)}
        ${name}.cancel()`
    },
  },
  {
    name: 'done-callback', focus: ['callbacks'], weight: 7, where: 'anywhere',
    write(w) {
      const slot = w.held() ?? (w.chance(70) ? w.someSlot(false) : future(w))
      const callee = w.callee('callback')
      return slot === undefined || callee === undefined ? undefined : statements`
        if ${slot}:
            ${slot}.add_done_callback(${callee.name})`
    },
  },
  {
    name: 'remove-done-callback', focus: ['callbacks'], weight: 1, where: 'anywhere',
    write(w) {
      const slot = w.held() ?? w.someSlot(false)
      const callee = w.callee('callback')
      return slot === undefined || callee === undefined ? undefined : statements`
        if ${slot}:
            log(${text(w.label())}, ${slot}.remove_done_callback(${callee.name}))`
    },
  },
]

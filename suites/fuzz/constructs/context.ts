import type { Construct } from '../construct.ts'
import { coroutine } from '../awaitable.ts'
import { expression, statements, text } from '../template.ts'

/** Context variables. */
export const contextConstructs: readonly Construct[] = [
  { name: 'context-set', focus: ['context'], weight: 2, where: 'anywhere', write: w => statements`${w.variable()}.set(${text(w.label())})` },
  { name: 'context-get', focus: ['context'], weight: 3, where: 'anywhere', write: w => statements`log(${text(w.label())}, ${w.variable()}.get())` },
  {
    name: 'context-reset', focus: ['context'], weight: 1, where: 'coroutine',
    write(w) {
      const variable = w.variable()
      const token = w.name('token')
      return statements`
        ${token} = ${variable}.set(${text(w.label())})
        ${w.block(2)}
        ${variable}.reset(${token})`
    },
  },
  {
    name: 'context-object', focus: ['context'], weight: 1, where: 'anywhere',
    write(w) {
      const variable = w.variable()
      return statements`log(${text(w.label())}, ${w.pick([
        () => expression`${variable} in contextvars.copy_context()`, () => expression`contextvars.copy_context().get(${variable})`, () => expression`contextvars.copy_context().get(${variable}, 'none')`,
        () => expression`[value for key, value in contextvars.copy_context().items()]`, () => expression`len(contextvars.copy_context())`, () => expression`${variable}.name`, () => expression`${variable}.get('other')`,
      ])()})`
    },
  },
  {
    name: 'context-task', focus: ['context'], weight: 1, where: 'anywhere',
    write: w => statements`asyncio.create_task(${coroutine(w)}, context=contextvars.copy_context())`,
  },
  {
    name: 'context-run', focus: ['context'], weight: 1, where: 'anywhere',
    write(w) {
      const callee = w.callee('callback')
      return callee === undefined ? undefined : statements`contextvars.copy_context().run(${callee.name})`
    },
  },
]

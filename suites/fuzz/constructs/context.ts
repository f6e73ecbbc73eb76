import type { Construct } from '../construct.ts'
import { coroutine } from '../awaitable.ts'
import { contextVariable, future } from '../module-objects.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'

/** Context variables. */
export const contextConstructs: readonly Construct[] = [
  {
    name: 'context-token', focus: ['context'], weight: 2, where: 'anywhere',
    write(w) {
      const token = w.name('token')
      const variable = w.chance(60) ? contextVariable(w) : w.declare('v2', () => statements`v2 = contextvars.ContextVar('v2')`)
      return statements`
        ${token} = ${variable}.set(${text(w.label())})
        ${tried(w, w.pick([
          () => expression`${token}`, () => expression`${token}.var is ${variable}`, () => expression`${token}.old_value`, () => expression`${token}.old_value is contextvars.Token.MISSING`, () => expression`${variable}.reset(1)`,
          () => expression`${contextVariable(w)}.reset(${token})`, () => expression`contextvars.copy_context().run(${variable}.reset, ${token})`, () => expression`[${variable}.reset(${token}), ${variable}.get(1), ${token}]`,
        ])())}
        ${w.chance(50) ? tried(w, expression`${variable}.reset(${token})`) : []}
        ${w.chance(50) ? tried(w, expression`${variable}.reset(${token})`) : []}
        ${tried(w, w.pick([() => expression`${variable}.get()`, () => expression`${variable}`, () => expression`${variable}.get('other')`])())}`
    },
  },
  {
    name: 'context-misuse', focus: ['context', 'misuse'], weight: 2, where: 'anywhere',
    write(w) {
      const context = w.name('context')
      const variable = w.chance(50) ? contextVariable(w) : w.declare('v2', () => statements`v2 = contextvars.ContextVar('v2')`)
      return statements`
        ${context} = contextvars.copy_context()
        ${tried(w, w.pick([
          () => expression`${context}[${variable}]`, () => expression`${context}.run(${context}.run, log, 1)`, () => expression`${context} == contextvars.copy_context()`, () => expression`${context} == 1`, () => expression`contextvars.Context() == ${context}`,
          () => expression`${context}.run(${variable}.set, ${text(w.label())}) and ${context} == contextvars.copy_context()`, () => expression`contextvars.ContextVar(1)`, () => expression`${w.pick([() => expression`1`, () => expression`None`, () => text(w.label())])()} in ${context}`, () => expression`${context}[${text(w.label())}]`, () => expression`${context}.get(1, 2)`, () => expression`${context}.run()`, () => expression`${context}.run(${variable}.set, 1) and ${context}[${variable}]`, () => expression`[${context}.run(${contextVariable(w)}.set, 1), contextvars.copy_context().run(lambda: [${contextVariable(w)}.set(2), ${context} == contextvars.copy_context()][1])][1]`, () => expression`${context}.run(${variable}.set, 1) and ${context}.copy() == ${context}`, () => expression`list(${context}.keys()) == list(${context})`,
          () => expression`asyncio.get_running_loop().call_soon(log, ${text(w.label())}, context=${context})`, () => expression`${future(w)}.add_done_callback(log, context=${context})`,
        ])())}`
    },
  },
  { name: 'context-set', focus: ['context'], weight: 2, where: 'anywhere', write: w => statements`${contextVariable(w)}.set(${text(w.label())})` },
  { name: 'context-get', focus: ['context'], weight: 3, where: 'anywhere', write: w => statements`log(${text(w.label())}, ${contextVariable(w)}.get())` },
  {
    name: 'context-reset', focus: ['context'], weight: 1, where: 'coroutine',
    write(w) {
      const variable = contextVariable(w)
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
      const variable = contextVariable(w)
      return statements`log(${text(w.label())}, ${w.pick([
        () => expression`${variable} in contextvars.copy_context()`, () => expression`contextvars.copy_context().get(${variable})`, () => expression`contextvars.copy_context().get(${variable}, 'none')`,
        () => expression`sorted([repr(value) for key, value in contextvars.copy_context().items()])`, () => expression`len(contextvars.copy_context())`, () => expression`${variable}.name`, () => expression`${variable}.get('other')`,
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

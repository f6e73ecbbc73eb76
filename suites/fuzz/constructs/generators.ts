import { thrownInto } from './thrown.ts'
import type { Construct } from '../construct.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'

/** Async generators. Each is kept to the end of the program, because when it is collected is nobody's rule. */
export const generatorConstructs: readonly Construct[] = [
  {
    name: 'drive-step', focus: ['generators'], weight: 12, where: 'coroutine',
    write(w) {
      const callee = w.callee('generator')
      if (callee === undefined || w.depth > 2) return undefined
      w.declare('keep', () => statements`keep = []`)
      const [generator, step] = [w.name('numbers'), w.name('step')]
      const uses = Array.from({ length: w.pick([1, 2, 3]) }, () => {
        const use = w.pick([
          () => expression`${step}.send(None)`, () => expression`${step}.send(None)`, () => expression`${step}.send(1)`, () => thrownInto(w, step), () => thrownInto(w, step),
          () => expression`${step}.close()`, () => expression`await ${step}`, () => expression`await ${step}`, () => expression`asyncio.create_task(${step})`, () => expression`${step}`, () => expression`await anext(${generator})`, () => expression`await ${generator}.aclose()`,
        ])()
        return statements`
          try:
              log(${text(w.label())}, ${use})
          except BaseException as error:
              log(${text(w.label())}, error)`
      }).flat()
      return statements`
        ${generator} = ${callee.name}()
        keep.append(${generator})
        ${w.chance(50) ? statements`
          try:
              log(${text(w.label())}, await anext(${generator}))
          except StopAsyncIteration as error:
              log(${text(w.label())}, error)` : []}
        ${step} = ${w.pick([
          () => expression`${generator}.asend(None)`, () => expression`${generator}.asend(1)`, () => expression`${generator}.athrow(ValueError(${text(w.label())}))`, () => expression`${generator}.aclose()`, () => expression`${generator}.__anext__()`,
        ])()}
        keep.append(${step})
        ${uses}`
    },
  },
  {
    name: 'ask-generator', focus: ['generators', 'inspection'], weight: 1, where: 'coroutine',
    write(w) {
      const callee = w.callee('generator') ?? w.callee('coroutine')
      if (callee === undefined) return undefined
      w.declare('inspect', () => statements`import inspect`)
      return tried(w, w.pick([() => expression`inspect.isasyncgenfunction(${callee.name})`, () => expression`inspect.iscoroutinefunction(${callee.name})`, () => expression`inspect.isasyncgenfunction(${text(w.label())})`])())
    },
  },
  {
    name: 'yield', focus: ['generators'], weight: 60, where: 'coroutine',
    write(w) {
      if (w.self.kind !== 'generator') return undefined
      const sent = w.name('z')
      return w.chance(75) ? statements`yield ${text(w.label())}` : statements`
        ${sent} = yield ${text(w.label())}
        log(${text(w.label())}, ${sent})`
    },
  },
  {
    name: 'async-for', focus: ['generators'], weight: 7, where: 'coroutine',
    write(w) {
      const callee = w.callee('generator')
      if (callee === undefined || w.depth > 2) return undefined
      w.declare('keep', () => statements`keep = []`)
      const generator = w.name('numbers')
      const each = w.name('y')
      return statements`
        ${generator} = ${callee.name}()
        keep.append(${generator})
        async for ${each} in ${generator}:
            log(${text(w.label())}, ${each})
            ${w.chance(50) ? w.block(2) : []}
            ${w.chance(25) ? statements`break` : []}`
    },
  },
  {
    name: 'drive-generator', focus: ['generators'], weight: 4, where: 'coroutine',
    write(w) {
      const callee = w.callee('generator')
      if (callee === undefined || w.depth > 2) return undefined
      w.declare('keep', () => statements`keep = []`)
      const generator = w.name('numbers')
      const steps = Array.from({ length: w.pick([1, 2, 3]) }, () => {
        const step = w.pick([
          () => expression`asyncio.wait_for(anext(${generator}), ${w.delay()})`, () => expression`asyncio.gather(anext(${generator}), anext(${generator}), return_exceptions=True)`,
          () => expression`${generator}.athrow(asyncio.CancelledError)`, () => expression`${generator}.athrow(StopAsyncIteration())`, () => expression`${generator}.athrow(${w.pick([() => expression`1`, () => expression`'text'`, () => expression`None`])()})`, () => expression`${generator}.athrow(GeneratorExit())`,
          () => expression`anext(${generator})`, () => expression`${generator}.__anext__()`, () => expression`anext(${generator}, None)`, () => expression`${generator}.asend(None)`,
          () => expression`${generator}.asend(${text(w.label())})`, () => expression`${generator}.athrow(ValueError(${text(w.label())}))`, () => expression`${generator}.aclose()`,
        ])()
        return statements`
          try:
              log(${text(w.label())}, await ${step})
          except BaseException as error:
              log(${text(w.label())}, error)`
      }).flat()
      return statements`
        ${generator} = ${callee.name}()
        keep.append(${generator})
        ${steps}`
    },
  },
]

import type { Construct } from '../construct.ts'
import { primitive, truthful } from '../module-objects.ts'
import { expression, statements, text } from '../template.ts'

/** Events, locks, semaphores, conditions, barriers. */
export const primitiveConstructs: readonly Construct[] = [
  { name: 'event-wait', focus: ['primitives'], weight: 4, where: 'coroutine', write: w => w.logged(expression`await ${primitive(w, 'event')}.wait()`) },
  { name: 'event-set', focus: ['primitives'], weight: 6, where: 'anywhere', write: w => statements`${primitive(w, 'event')}.set()` },
  { name: 'event-clear', focus: ['primitives'], weight: 2, where: 'anywhere', write: w => statements`${primitive(w, 'event')}.clear()` },
  {
    name: 'event-pulse', focus: ['primitives'], weight: 4, where: 'anywhere',
    write(w) {
      const name = primitive(w, 'event')
      return statements`
        ${name}.set()
        ${name}.clear()`
    },
  },
  {
    name: 'with-lock', focus: ['primitives'], weight: 6, where: 'coroutine',
    write: w => w.depth > 2 ? undefined : statements`
      async with ${primitive(w, 'lock')}:
          ${w.block()}`,
  },
  { name: 'lock-acquire', focus: ['primitives'], weight: 1, where: 'coroutine', write: w => w.logged(expression`await ${primitive(w, 'lock')}.acquire()`) },
  {
    name: 'lock-release', focus: ['primitives'], weight: 2, where: 'anywhere',
    write(w) {
      const name = primitive(w, 'lock')
      return statements`
        if ${name}.locked():
            ${name}.release()`
    },
  },
  {
    name: 'lock-again', focus: ['primitives'], weight: 2, where: 'coroutine',
    write(w) {
      const name = primitive(w, 'lock')
      return statements`
        if ${name}.locked():
            ${name}.release()
            log(${text(w.label())}, await ${name}.acquire())`
    },
  },
  {
    name: 'lock-handed-over', focus: ['primitives'], weight: 2, where: 'coroutine',
    write(w) {
      const [name, next] = [primitive(w, 'lock'), w.name('a')]
      return statements`
        if not ${name}.locked():
            await ${name}.acquire()
            ${next} = asyncio.create_task(${name}.acquire())
            await asyncio.sleep(0)
            ${name}.release()
            try:
                log(${text(w.label())}, await asyncio.wait_for(${name}.acquire(), ${w.delay()}))
            except TimeoutError as error:
                log(${text(w.label())}, ${next})`
    },
  },
  {
    name: 'with-semaphore', focus: ['primitives'], weight: 5, where: 'coroutine',
    write: w => w.depth > 2 ? undefined : statements`
      async with ${primitive(w, 'semaphore')}:
          ${w.block()}`,
  },
  { name: 'semaphore-acquire', focus: ['primitives'], weight: 2, where: 'coroutine', write: w => w.logged(expression`await ${primitive(w, 'semaphore')}.acquire()`) },
  { name: 'semaphore-locked', focus: ['primitives'], weight: 1, where: 'anywhere', write: w => statements`log(${text(w.label())}, ${primitive(w, 'semaphore')}.locked())` },
  {
    name: 'semaphore-release', focus: ['primitives'], weight: 4, where: 'anywhere',
    write: w => statements`
      try:
          ${primitive(w, 'semaphore')}.release()
      except ValueError as error:
          log(${text(w.label())}, error)`,
  },
  {
    name: 'condition-wait', focus: ['primitives'], weight: 3, where: 'coroutine',
    write(w) {
      const name = primitive(w, 'condition')
      return w.chance(60) ? statements`
        async with ${name}:
            log(${text(w.label())}, await ${name}.wait())` : statements`
        async with ${name}:
            log(${text(w.label())}, await asyncio.wait_for(${name}.wait(), ${w.delay()}))`
    },
  },
  {
    name: 'condition-wait-for', focus: ['primitives'], weight: 1, where: 'coroutine',
    write(w) {
      const name = primitive(w, 'condition')
      return statements`
        async with ${name}:
            log(${text(w.label())}, await ${name}.wait_for(${primitive(w, 'event')}.is_set))`
    },
  },
  {
    name: 'crowded', focus: ['primitives'], weight: 2, where: 'coroutine',
    write(w) {
      const [name, one, other] = [w.name('lock'), w.name('a'), w.name('a')]
      return statements`
        ${name} = ${w.pick([() => expression`asyncio.Lock()`, () => expression`asyncio.Semaphore(1)`, () => expression`asyncio.Semaphore(2)`, () => expression`asyncio.Condition()`])()}
        await ${name}.acquire()
        ${one} = asyncio.create_task(${name}.acquire())
        ${other} = asyncio.create_task(asyncio.wait_for(${name}.acquire(), ${w.delay()}))
        await asyncio.sleep(0)
        ${w.chance(70) ? statements`${name}.release()` : []}
        ${w.chance(70) ? statements`${one}.cancel()` : []}
        log(${text(w.label())}, ${name})
        await asyncio.sleep(${w.delay()})
        log(${text(w.label())}, ${name}, ${one}, ${other})`
    },
  },
  {
    name: 'condition-crowded', focus: ['primitives'], weight: 1, where: 'coroutine',
    write(w) {
      const [name, waiter] = [primitive(w, 'condition'), w.name('a')]
      return statements`
        async def ${`waits_${waiter}`}():
            async with ${name}:
                ${w.chance(60) ? statements`await ${name}.wait()` : statements`await ${name}.wait_for(lambda: ${w.pick([() => expression`[]`, () => expression`''`, () => expression`None`, () => expression`{1: 2}`, () => expression`()`, () => truthful(w), () => truthful(w)])()})`}
        ${waiter} = asyncio.create_task(${`waits_${waiter}`}())
        await asyncio.sleep(0)
        async with ${name}:
            ${name}.notify_all()
            ${w.chance(70) ? statements`${waiter}.cancel()` : []}
            await asyncio.sleep(${w.delay()})
            ${w.chance(50) ? statements`${waiter}.cancel(${text(w.label())})` : []}
            await asyncio.sleep(0)`
    },
  },
  {
    name: 'condition-notify', focus: ['primitives'], weight: 4, where: 'coroutine',
    write(w) {
      const name = primitive(w, 'condition')
      return statements`
        async with ${name}:
            ${w.chance(50) ? statements`${name}.notify_all()` : statements`${name}.notify(${w.pick([1, 1, 2])})`}
            ${w.chance(40) ? w.block(1) : []}`
    },
  },
  {
    name: 'barrier-wait', focus: ['primitives'], weight: 3, where: 'coroutine',
    write(w) {
      const name = primitive(w, 'barrier')
      return w.chance(70) ? w.logged(expression`await ${name}.wait()`) : statements`
        async with ${name} as ${w.name('n')}:
            ${w.block(2)}`
    },
  },
  {
    name: 'barrier-break', focus: ['primitives'], weight: 3, where: 'coroutine',
    write: w => w.chance(60) ? statements`await ${primitive(w, 'barrier')}.reset()` : statements`await ${primitive(w, 'barrier')}.abort()`,
  },
]

import { awaitable, awaitables, coroutine, gathered, task, tasks } from '../awaitable.ts'
import type { Construct } from '../construct.ts'
import type { Expression, Statement } from '../python-tree.ts'
import { expression, statements, text } from '../template.ts'
import type { Writer } from '../writer.ts'

function caught(w: Writer, value: Expression): Statement[] {
  return w.chance(45) ? w.logged(value) : statements`
    try:
        log(${text(w.label())}, ${value})
    except BaseException as error:
        log(${text(w.label())}, error)`
}

function returnWhen(w: Writer): Expression {
  return w.pick([() => expression`asyncio.FIRST_COMPLETED`, () => expression`asyncio.FIRST_EXCEPTION`, () => expression`asyncio.ALL_COMPLETED`])()
}

function wait(w: Writer): Expression {
  const awaited = tasks(w, w.pick([1, 2, 2, 3]))
  switch (w.below(4)) {
    case 0: return expression`asyncio.wait([${awaited}])`
    case 1: return expression`asyncio.wait([${awaited}], timeout=${w.delay()})`
    case 2: return expression`asyncio.wait([${awaited}], return_when=${returnWhen(w)})`
    default: return expression`asyncio.wait([${awaited}], timeout=${w.delay()}, return_when=${returnWhen(w)})`
  }
}

/** Waiting for several at once, with a deadline, or shielded; task groups and timeouts. */
export const combinatorConstructs: readonly Construct[] = [
  { name: 'gather', focus: ['gather'], weight: 9, where: 'coroutine', write: w => caught(w, expression`await ${gathered(w, 0)}`) },
  { name: 'wait-for', focus: ['timeouts'], weight: 9, where: 'coroutine', write: w => caught(w, expression`await asyncio.wait_for(${awaitable(w)}, ${w.chance(5) ? expression`None` : w.delay()})`) },
  { name: 'shield', focus: ['shield'], weight: 6, where: 'coroutine', since: '3.14', write: w => caught(w, expression`await asyncio.shield(${awaitable(w)})`) },
  {
    name: 'wait', focus: ['wait'], weight: 9, where: 'coroutine',
    write(w) {
      const done = w.name('d')
      const pending = w.name('p')
      const made = statements`
        ${done}, ${pending} = await ${wait(w)}
        log(${text(w.label())}, len(${done}), len(${pending}))`
      const each = w.name('i')
      switch (w.below(4)) {
        case 0: return [...made, ...statements`
          for ${each} in ${pending}:
              ${each}.cancel()`]
        case 1: return [...made, ...statements`
          for ${each} in ${done}:
              log(${text(w.label())}, ${each}.cancelled() or ${each}.exception())`]
        default: return made
      }
    },
  },
  {
    name: 'as-completed', focus: ['as-completed'], weight: 5, where: 'coroutine',
    write(w) {
      const each = w.name('x')
      const over = w.chance(60) ? expression`asyncio.as_completed([${awaitables(w, 1, w.pick([1, 2, 3]))}])` : expression`asyncio.as_completed([${awaitables(w, 1, w.pick([1, 2, 3]))}], timeout=${w.delay()})`
      if (w.mixture.version !== '3.12' && w.chance(30)) {
        return statements`
          async for ${each} in ${over}:
              log(${text(w.label())}, await ${each})`
      }
      return w.chance(50) ? statements`
        for ${each} in ${over}:
            log(${text(w.label())}, await ${each})` : statements`
        for ${each} in ${over}:
            try:
                log(${text(w.label())}, await ${each})
            except Exception as error:
                log(${text(w.label())}, error)`
    },
  },
  {
    name: 'timeout', focus: ['timeouts', 'cancellation'], weight: 9, where: 'coroutine',
    write(w) {
      if (w.depth > 2) return undefined
      return w.chance(60) ? statements`
        async with asyncio.timeout(${w.delay()}):
            ${w.block()}` : statements`
        try:
            async with asyncio.timeout(${w.delay()}):
                ${w.block()}
        except TimeoutError as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'timeout-object', focus: ['timeouts'], weight: 3, where: 'coroutine',
    write(w) {
      if (w.depth > 2) return undefined
      const name = w.name('limit')
      const block = w.block(2)
      // Made before the block: where it cannot be entered the name would have no value, which programs in JavaScript do not notice.
      return statements`
        ${name} = asyncio.timeout(${w.chance(50) ? w.delay() : expression`None`})
        try:
            async with ${name}:
                ${block}
                ${name}.reschedule(asyncio.get_running_loop().time() + ${w.delay()})
                ${w.block(2)}
        finally:
            log(${text(w.label())}, ${name}.expired())`
    },
  },
  {
    name: 'timeout-at', focus: ['timeouts'], weight: 2, where: 'coroutine',
    write: w => w.depth > 2 ? undefined : statements`
      async with asyncio.timeout_at(${w.delay()}):
          ${w.block()}`,
  },
  {
    name: 'task-group', focus: ['groups', 'cancellation'], weight: 9, where: 'coroutine',
    write(w) {
      if (w.depth > 2) return undefined
      const name = w.name('group')
      const children = Array.from({ length: w.pick([1, 1, 2, 3]) }, () => statements`${name}.create_task(${coroutine(w)})`).flat()
      w.groups.push(name)
      const body = w.chance(70) ? w.block(2) : []
      w.groups.pop()
      return w.chance(50) ? statements`
        async with asyncio.TaskGroup() as ${name}:
            ${children}
            ${body}` : statements`
        try:
            async with asyncio.TaskGroup() as ${name}:
                ${children}
                ${body}
        except ${w.chance(60) ? expression`BaseException` : expression`BaseExceptionGroup`} as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'group-create-task', focus: ['groups'], weight: 5, where: 'coroutine',
    write(w) {
      const group = w.groups.at(-1)
      const callee = group === undefined ? undefined : w.callee('coroutine')
      return group === undefined || callee === undefined ? undefined : statements`${w.assign(w.slot(callee))} = ${group}.create_task(${callee.name}())`
    },
  },
  {
    name: 'group-used-late', focus: ['groups'], weight: 1, where: 'coroutine',
    write(w) {
      const name = w.name('group')
      return statements`
        async with asyncio.TaskGroup() as ${name}:
            ${w.logged()}
        ${name}.create_task(${coroutine(w)})`
    },
  },
  {
    name: 'shielded-and-held', focus: ['shield', 'cancellation'], weight: 3, where: 'coroutine', since: '3.14',
    write(w) {
      const name = w.name('a')
      const made = statements`${name} = asyncio.shield(${task(w)})`
      w.hold(name)
      return made
    },
  },
]

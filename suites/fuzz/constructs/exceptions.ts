import { awaitable } from '../awaitable.ts'
import type { Construct } from '../construct.ts'
import { primitive } from '../module-objects.ts'
import type { Expression, Statement } from '../python-tree.ts'
import { expression, statements, text } from '../template.ts'
import { tried } from '../tried.ts'
import type { Writer } from '../writer.ts'

function exceptionType(w: Writer): Expression {
  switch (w.below(9)) {
    case 0: case 1: return expression`ValueError`
    case 2: return expression`KeyError`
    case 3: return expression`asyncio.CancelledError`
    case 4: return expression`TimeoutError`
    case 5: case 6: return expression`Exception`
    case 7: return expression`(ValueError, TimeoutError)`
    default: return expression`BaseException`
  }
}

/** What a handler or a `finally` does: logs, then perhaps more. */
function aftermath(w: Writer, first: Statement[]): Statement[] {
  return w.chance(35) ? [...first, ...w.block(2)] : first
}

function handler(w: Writer): Statement[] {
  const made = aftermath(w, statements`log(${text(w.label())}, error)`)
  switch (w.below(8)) {
    case 0: return [...made, ...statements`raise`]
    case 1: return [...made, ...statements`raise KeyError(${text(w.label())})`]
    case 2: return w.self.kind === 'coroutine' ? [...made, ...statements`return ${text(w.label())}`] : made
    default: return made
  }
}

/** A group of exceptions, or what makes none. */
function group(w: Writer): Expression {
  return w.pick([
    () => expression`ExceptionGroup('g', [ValueError(1), KeyError(2)])`, () => expression`ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [KeyError(2), ValueError(3)])])`, () => expression`BaseExceptionGroup('g', [ValueError(1)])`,
    () => expression`BaseExceptionGroup('g', [KeyboardInterrupt(), ValueError(1)])`, () => expression`ExceptionGroup('g', (ValueError(1),))`,
  ])()
}

export const exceptionConstructs: readonly Construct[] = [
  {
    name: 'unassigned', focus: ['exceptions'], weight: 1, where: 'coroutine',
    write(w) {
      const name = w.name('given')
      const value = expression`await ${awaitable(w)}`
      return [
        ...w.pick([
          () => statements`
            try:
                ${name} = ${value}
            except BaseException as error:
                log(${text(w.label())}, error)`,
          () => statements`
            for ${name} in range(${w.below(2)}):
                pass`,
          () => statements`
            ${name} = ${w.label().length}
            if ${primitive(w, 'event')}.is_set():
                del ${name}`,
        ])(),
        ...statements`
          try:
              log(${text(w.label())}, ${name})
          except NameError as error:
              log(${text(w.label())}, error)`,
        ...w.chance(30) ? statements`
          try:
              log(${text(w.label())}, [${name} for each in [1]], (lambda: ${name})())
          except NameError as error:
              log(${text(w.label())}, error)` : [],
      ]
    },
  },
  {
    name: 'group-by-hand', focus: ['exceptions', 'groups'], weight: 2, where: 'anywhere',
    write: w => tried(w, w.pick([
      () => expression`${group(w)}.split(${w.pick([() => expression`ValueError`, () => expression`KeyError`, () => expression`(KeyError, ValueError)`, () => expression`(KeyError, TimeoutError)`, () => expression`Exception`, () => expression`TimeoutError`, () => expression`ExceptionGroup`, () => expression`lambda error: isinstance(error, ValueError)`, () => expression`1`, () => expression`(1, ValueError)`])()})`,
      () => expression`${group(w)}.subgroup(${w.pick([() => expression`ValueError`, () => expression`KeyError`, () => expression`(KeyError, ValueError)`, () => expression`TimeoutError`, () => expression`lambda error: error.args == (1,)`])()})`,
      () => expression`ExceptionGroup(1, [ValueError()])`, () => expression`ExceptionGroup('g', [])`, () => expression`ExceptionGroup('g', [1])`, () => expression`ExceptionGroup('g', 1)`, () => expression`ExceptionGroup('g', [KeyboardInterrupt()])`, () => expression`ExceptionGroup('g', {ValueError()})`,
      () => expression`str(${group(w)})`, () => expression`isinstance(${group(w)}, ExceptionGroup)`, () => expression`isinstance(ValueError(), ExceptionGroup)`, () => expression`${group(w)}.message`, () => expression`${group(w)}.exceptions`, () => expression`${group(w)}.derive([KeyError(1)])`,
      () => expression`[SystemExit().code, SystemExit(1).code, SystemExit(1, 2).code]`, () => expression`[OSError(2, 'text').errno, OSError('text').errno, OSError(2, 'text').strerror, OSError().strerror]`,
    ])()),
  },
  {
    name: 'notes', focus: ['exceptions', 'groups'], weight: 1, where: 'coroutine',
    write: w => statements`
      try:
          raise ${group(w)}
      except BaseExceptionGroup as error:
          error.add_note(${text(w.label())})
          log(${text(w.label())}, error.__notes__, [part and getattr(part, '__notes__', None) for part in error.split(ValueError)])`,
  },
  {
    name: 'raise', focus: ['exceptions'], weight: 4, where: 'anywhere',
    write: w => w.chance(4) ? statements`raise ${w.pick([() => expression`StopIteration(${text(w.label())})`, () => expression`StopAsyncIteration`, () => expression`GeneratorExit`, () => expression`asyncio.InvalidStateError(${text(w.label())})`])()}` : w.chance(70) ? statements`raise ValueError(${text(w.label())})` : statements`raise KeyError(${text(w.label())})`,
  },
  {
    name: 'raise-perhaps', focus: ['exceptions'], weight: 2, where: 'anywhere',
    write(w) {
      const slot = w.someSlot(false)
      return slot === undefined ? undefined : statements`
        if ${slot} and ${slot}.done():
            raise ValueError(${text(w.label())})`
    },
  },
  {
    name: 'return', focus: ['exceptions'], weight: 3, where: 'coroutine',
    write(w) {
      if (w.depth === 0) return undefined
      return w.self.kind === 'coroutine' ? statements`return ${text(w.label())}` : statements`return`
    },
  },
  {
    name: 'try-except', focus: ['exceptions', 'cancellation'], weight: 14, where: 'anywhere',
    write(w) {
      if (w.depth > 2) return undefined
      return statements`
        try:
            ${w.block()}
        except ${exceptionType(w)} as error:
            ${handler(w)}`
    },
  },
  {
    name: 'try-finally', focus: ['exceptions', 'cancellation'], weight: 9, where: 'anywhere',
    write(w) {
      if (w.depth > 2) return undefined
      return statements`
        try:
            ${w.block()}
        finally:
            ${aftermath(w, statements`log(${text(w.label())})`)}`
    },
  },
  {
    name: 'try-all', focus: ['exceptions', 'cancellation'], weight: 4, where: 'anywhere',
    write(w) {
      if (w.depth > 1) return undefined
      return statements`
        try:
            ${w.block()}
        except ${exceptionType(w)} as error:
            ${handler(w)}
        else:
            ${w.block(2)}
        finally:
            ${aftermath(w, statements`log(${text(w.label())})`)}`
    },
  },
  {
    name: 'except-star', focus: ['exceptions', 'groups'], weight: 3, where: 'coroutine',
    write(w) {
      if (w.depth > 2) return undefined
      return statements`
        try:
            ${w.block()}
        except* ${w.chance(60) ? expression`ValueError` : expression`Exception`} as error:
            log(${text(w.label())}, error)`
    },
  },
  {
    name: 'raise-group', focus: ['exceptions', 'groups'], weight: 2, where: 'anywhere',
    write: w => statements`raise ExceptionGroup(${text(w.label())}, [ValueError(${text(w.label())}), ${w.chance(50) ? expression`KeyError(1)` : expression`ExceptionGroup(${text(w.label())}, [KeyError(1), TimeoutError()])`}])`,
  },
  {
    name: 'split-group', focus: ['exceptions', 'groups'], weight: 2, where: 'coroutine',
    write(w) {
      if (w.depth > 2) return undefined
      return statements`
        try:
            ${w.block()}
        except BaseExceptionGroup as error:
            log(${text(w.label())}, ${w.pick([() => expression`error.split(ValueError)`, () => expression`error.subgroup(KeyError)`, () => expression`error.exceptions`, () => expression`error.derive([ValueError(2)])`, () => expression`str(error)`])()})`
    },
  },
  {
    name: 'raise-from', focus: ['exceptions'], weight: 2, where: 'anywhere',
    write(w) {
      if (w.depth > 2) return undefined
      return statements`
        try:
            ${w.block(2)}
        except Exception as error:
            raise ValueError(${text(w.label())}) from error`
    },
  },
]

import { call, camelCase, isClass, raise } from '../runtime/index.ts'
import { functionArgumentError } from '../runtime/asyncio-parameters.ts'
import { asyncioClasses, asyncioFunctions } from '../compiler/signatures.ts'
import type { Interpretation } from './interpretation.ts'
import { matchArguments, type Keywords } from './match-arguments.ts'
import { memberOfAsyncio } from './member.ts'

const none: readonly string[] = []

/** `asyncio.name(…)` @throws TypeError with CPython's text when the arguments do not fit */
export function callAsyncio(program: Interpretation, name: string, args: unknown[], named: Keywords | undefined): unknown {
  const callee = memberOfAsyncio(program.asyncio, name)
  const names = named === undefined ? none : Object.keys(named)
  const wrong = functionArgumentError(name, args.length, names) ?? unknownOfTask(program, name, names)
  if (wrong !== undefined) raise('TypeError', wrong)
  if (named === undefined) return called(callee, args)
  if (name === 'to_thread') return called(callee, [partial(program, args, named)])
  const parameters = asyncioFunctions.get(name) ?? asyncioClasses.get(name)
  const matched = parameters === undefined ? undefined : matchArguments(args, named, parameters, camelCase)
  return matched === undefined ? call(callee, args, named) : called(callee, matched)
}

function called(callee: unknown, args: readonly unknown[]): unknown {
  if (isClass(callee)) return new callee(...args)
  return typeof callee === 'function' ? Reflect.apply(callee, undefined, args) : call(callee, args)
}

function partial(program: Interpretation, args: readonly unknown[], named: Keywords): unknown {
  const functools = program.imported('functools')
  const made: unknown = typeof functools === 'object' && functools !== null ? Reflect.get(functools, 'partial') : undefined
  return called(made, [...args, named])
}

/** `create_task` hands its keywords on to `Task`, unless the program makes its tasks itself. */
export function unknownOfTask(program: Interpretation, name: string, names: readonly string[]): string | undefined {
  if (name !== 'create_task' || names.length === 0 || program.outline.makesTasks) return undefined
  const options = asyncioFunctions.get(name)?.options ?? none
  const unknown = names.find((each) => each !== 'coro' && !options.includes(each))
  return unknown === undefined ? undefined : `Task() got an unexpected keyword argument '${unknown}'`
}

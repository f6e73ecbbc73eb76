import { shown } from '../shown.ts'
import type { WorldFactory } from './world.ts'

/** What a function made that should have made a `World`. */
export class NoWorld extends Error {}

const functions = ['now', 'record', 'sleep', 'enter', 'finish', 'halted']

/** `make`, whose worlds are looked at until one is as the contract says. It throws `NoWorld` for others; `option` is what `make` was given as. */
export function checkedWorld(make: WorldFactory, option: string): WorldFactory {
  let checked = false
  return (options) => {
    const world = make(options)
    if (!checked) check(world, option)
    checked = true
    return world
  }
}

function check(world: unknown, option: string): void {
  const should = 'adapters/javascript/README.md has what a world is'
  if (typeof world !== 'object' || world === null || world instanceof Promise) throw new NoWorld(`the function ${option} of javascriptAdapter made ${world === undefined ? 'nothing' : shown(world)}, and should make a world: ${should}`)
  const asyncio: unknown = Reflect.get(world, 'asyncio')
  if (typeof asyncio !== 'object' || asyncio === null) throw new NoWorld(`the world that ${option} of javascriptAdapter made has no object asyncio: ${should}`)
  const missing = functions.filter((name) => typeof Reflect.get(world, name) !== 'function')
  if (missing.length > 0) throw new NoWorld(`the world that ${option} of javascriptAdapter made has no function ${missing.join(', ')}: ${should}`)
}

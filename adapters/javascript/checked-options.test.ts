import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../adapter.ts'
import { javascriptAdapter } from './javascript-adapter.ts'

const right = { name: 'mine', claims: '3.14', asyncio: { run: () => {}, coroutine: () => {} } }

/** What the adapter says of options that no TypeScript has looked at. */
function complaint(options: unknown): unknown {
  try {
    Reflect.apply(javascriptAdapter, undefined, [options])
    return 'none'
  } catch (error) {
    return error
  }
}

test('options that are right make an adapter', () => {
  expect([complaint(right), complaint({ ...right, style: 'async', asyncio: { run: () => {} }, level: undefined, lacks: [], interprets: true }), complaint({ ...right, asyncio: () => {} })]).toEqual(['none', 'none', 'none'])
})

describe('a TypeError names the option, the value and what is allowed:', () => {
  test.each([
    ['no options', undefined, ' takes an object of options, name, claims, asyncio, realClock, style, clock, interprets, lacks, level; it was given missing'],
    ['one that does not exist', { ...right, asyncoi: 1 }, ': there is no option asyncoi: it takes name, claims, asyncio, realClock, style, clock, interprets, lacks, level'],
    ['a style that is none', { ...right, style: 'generators' }, ": style is \"generators\", and should be 'generator' or 'async'"],
    ['a module that is still being imported', { ...right, asyncio: Promise.resolve({}) }, ": asyncio is a promise, and should be a module with asyncio's names in camelCase, or a function that makes a world"],
    ['several', { ...right, claims: 3.14, lacks: 'threads', realClock: {} }, ": claims is 3.14, and should be an asyncio version such as '3.13'; realClock is an object, and should be a function that makes a world; lacks is \"threads\", and should be an array of capabilities (threads, streams, sockets, subprocesses, signals, executors, contextvars, async-generators, eager-tasks, exception-groups, gc-reports, debug-mode, frames, aiohttp), [] for none"],
    ['a module without what every program calls', { ...right, asyncio: { default: {} } }, ": asyncio has no function run and coroutine, which programs of style 'generator' call; it has default"],
    ['a module of another style', { ...right, asyncio: { run: () => {} } }, ": asyncio has no function coroutine, which programs of style 'generator' call; it has run"],
  ])('%s', (_, options, message) => {
    expect(complaint(options)).toEqual(new TypeError(`javascriptAdapter${message}`))
  })
})

const run = async (asyncio: unknown): Promise<unknown> => {
  const adapter: unknown = Reflect.apply(javascriptAdapter, undefined, [{ ...right, asyncio }])
  if (typeof adapter !== 'object' || adapter === null) return adapter
  return Reflect.apply(Reflect.get(adapter, 'run'), adapter, [{ id: '', source: 'log(1)' }, defaultLimits])
}
const told = (message: string): unknown => ({ kind: 'faulted', fault: 'crash', message })

test('what a function made that is no world is told of each program', async () => {
  expect([await run(() => {}), await run(() => ({ asyncio: {}, now: () => 0 })), await run(() => ({}))]).toEqual([
    told('the function asyncio of javascriptAdapter made nothing, and should make a world: adapters/javascript/README.md has what a world is'),
    told('the world that asyncio of javascriptAdapter made has no function record, sleep, enter, finish, halted: adapters/javascript/README.md has what a world is'),
    told('the world that asyncio of javascriptAdapter made has no object asyncio: adapters/javascript/README.md has what a world is'),
  ])
})

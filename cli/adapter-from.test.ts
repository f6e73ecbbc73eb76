import { expect, test } from 'vitest'
import type { Adapter } from '../adapters/adapter.ts'
import { adapterFrom } from './adapter-from.ts'

const adapter: Adapter = {
  name: 'mine',
  claims: '3.13',
  clock: 'virtual',
  lacks: ['threads'],
  run: async () => ({ kind: 'faulted', fault: 'crash', message: 'none' }),
  close: async () => {},
}

test('an adapter is taken as it is', async () => {
  expect(await adapterFrom(adapter)).toBe(adapter)
})

test('a function that returns an adapter is called', async () => {
  expect(await adapterFrom(async () => adapter)).toBe(adapter)
})

test('every field that is wrong is named, with what it should be', async () => {
  const { close: _, ...open } = adapter
  await expect(adapterFrom({ ...open, claims: 'newest', clock: 'wall', run: 3 })).rejects.toThrow(new Error(
    "its default export is no Adapter: claims is \"newest\" and should be an asyncio version such as '3.13'; "
    + "clock is \"wall\" and should be 'virtual' or 'real'; run is 3 and should be a function (program, limits) => Promise<Run>; "
    + 'close is missing and should be a function () => Promise<void>',
  ))
})

test('a capability that is none is refused', async () => {
  await expect(adapterFrom({ ...adapter, lacks: ['thread'] })).rejects.toThrow(new Error(
    'its default export is no Adapter: lacks is ["thread"] and should be an array of capabilities '
    + '(threads, streams, sockets, subprocesses, signals, executors, contextvars, async-generators, eager-tasks, exception-groups, gc-reports, debug-mode, frames, aiohttp), [] for none',
  ))
})

test('a file without a default export says what it should have', async () => {
  await expect(adapterFrom(undefined)).rejects.toThrow(new Error(
    'its default export is missing, and should be an Adapter or a function that returns one',
  ))
})

test('a function that returns no adapter is told with what it returned', async () => {
  await expect(adapterFrom(() => {})).rejects.toThrow(new Error('its default export is a function that returned nothing, and should return an Adapter'))
})

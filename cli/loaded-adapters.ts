import type { Adapter } from '../adapters/adapter.ts'

/** The adapters that files gave, with their files: these run in this process, and can end it or loop in it for ever. */
export const loadedAdapters = new Map<Adapter, string>()

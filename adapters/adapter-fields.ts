import { capabilities, isCapability } from '../spec/capability.ts'
import { levels } from '../spec/level.ts'
import { parseVersion } from '../spec/version.ts'
import type { Adapter } from './adapter.ts'

/** What each field in which an adapter describes itself should be; `undefined` when a value is that. */
export const adapterFields: Readonly<Record<Exclude<keyof Adapter, 'run' | 'close'>, (value: unknown) => string | undefined>> = {
  name: (value) => (typeof value === 'string' && value !== '' ? undefined : 'a text that names the implementation'),
  claims: (value) => (typeof value === 'string' && isVersion(value) ? undefined : "an asyncio version such as '3.13'"),
  level: (value) => (value === undefined || levels.some((level) => level === value) ? undefined : `one of ${levels.join(', ')}, or absent`),
  clock: (value) => (value === 'virtual' || value === 'real' ? undefined : "'virtual' or 'real'"),
  lacks: (value) => (Array.isArray(value) && value.every((entry) => typeof entry === 'string' && isCapability(entry)) ? undefined : `an array of capabilities (${capabilities.join(', ')}), [] for none`),
}

function isVersion(text: string): boolean {
  try {
    parseVersion(text)
    return true
  } catch {
    return false
  }
}

import type { Clock, Level } from '../spec/rule.ts'
import type { Capability } from '../spec/capability.ts'
import { isCapability } from '../spec/capability.ts'
import type { Limits } from './adapter.ts'

/** The version of `spec/adapter-protocol.md` that this package speaks. */
export const protocolVersion = 1

/** The first line of a child: who it is. */
export interface Hello {
  readonly name: string
  readonly version: string
  readonly claims: string
  readonly clock: Clock
  readonly level?: Level
  readonly lacks: readonly Capability[]
}

export interface Request {
  readonly id: string
  readonly program: string
  readonly clock?: Clock
  readonly limits: Limits
}

export type Answer =
  | { readonly kind: 'traced', readonly id: string, readonly trace: readonly string[], readonly outcome: string, readonly milliseconds: number }
  | { readonly kind: 'faulted', readonly id: string, readonly fault: 'refused' | 'flood' | 'crash', readonly message: string }

/** What a line of a child turned out not to be; `reason` completes "it …". */
export interface Rubbish {
  readonly kind: 'rubbish'
  readonly reason: string
}

/** Reads a child's first line. */
export function readHello(line: string): Hello | Rubbish {
  const message = object(line)
  if (message === undefined) return rubbish(`printed ${quoted(line)} instead of its hello line`)
  if (!('protocol' in message)) return rubbish(`said ${quoted(line)}, which has no "protocol"`)
  if (message.protocol !== protocolVersion) {
    return rubbish(`speaks protocol ${JSON.stringify(message.protocol)}; this is protocol ${protocolVersion}: see spec/adapter-protocol.md`)
  }
  const { name, version, claims, clock, level, lacks } = message
  if (typeof name !== 'string' || name === '') return rubbish(`says hello with "name" ${shown(name)}, which is no name`)
  if (typeof version !== 'string') return rubbish(`says hello with "version" ${shown(version)}, which is no text`)
  if (typeof claims !== 'string' || !/^\d+\.\d+(\.\d+)?$/.test(claims)) return rubbish(`says hello with "claims" ${shown(claims)}, which is no version such as "3.14"`)
  if (clock !== 'virtual' && clock !== 'real') return rubbish(`says hello with "clock" ${shown(clock)}, which is neither "virtual" nor "real"`)
  if (level !== undefined && level !== 'MUST' && level !== 'SHOULD' && level !== 'CPYTHON') return rubbish(`says hello with "level" ${shown(level)}, which is none of "MUST", "SHOULD", "CPYTHON"`)
  if (!Array.isArray(lacks)) return rubbish(`says hello with "lacks" ${shown(lacks)}, which is no list`)
  const capabilities: Capability[] = []
  for (const capability of lacks) {
    if (typeof capability !== 'string' || !isCapability(capability)) return rubbish(`says it lacks ${shown(capability)}, which is no capability: see spec/adapter-protocol.md`)
    capabilities.push(capability)
  }
  return { name, version, claims, clock, ...(level === undefined ? {} : { level }), lacks: capabilities }
}

/** Reads any further line of a child. */
export function readAnswer(line: string): Answer | Rubbish {
  const message = object(line)
  if (message === undefined) return rubbish(`printed ${quoted(line)} where an answer was expected`)
  const { id, fault, trace, outcome, milliseconds } = message
  if (typeof id !== 'string') return rubbish(`answered ${quoted(line)}, whose "id" is no text`)
  if (fault !== undefined) {
    if (fault !== 'refused' && fault !== 'flood' && fault !== 'crash') return rubbish(`answered with "fault" ${shown(fault)}, which is none of "refused", "flood", "crash"`)
    return { kind: 'faulted', id, fault, message: typeof message.message === 'string' ? message.message : fault }
  }
  if (!isTexts(trace)) return rubbish(`answered ${quoted(line)}, whose "trace" is no list of texts`)
  if (typeof outcome !== 'string') return rubbish(`answered ${quoted(line)}, whose "outcome" is no text`)
  if (typeof milliseconds !== 'number') return rubbish(`answered ${quoted(line)}, whose "milliseconds" is no number`)
  return { kind: 'traced', id, trace, outcome, milliseconds }
}

function rubbish(reason: string): Rubbish {
  return { kind: 'rubbish', reason }
}

function object(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(line => typeof line === 'string')
}

function shown(value: unknown): string {
  return quoted(JSON.stringify(value) ?? 'missing')
}

function quoted(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}

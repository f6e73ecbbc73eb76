import type { Capability } from './capability.ts'
import type { ExpectedTrace } from './expected-trace.ts'
import type { Level } from './level.ts'
import type { VersionRange } from './version.ts'

export type { Level }

/** Virtual: the loop's clock starts at 0 and jumps. Real: threads, sockets, processes, signals; only the order of lines counts. */
export type Clock = 'virtual' | 'real'

/** A place in a chapter, for messages: `spec/gather.md:41`. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** A program of a rule with the trace it must print on the versions in `range`. */
export interface Expectation {
  readonly range: VersionRange
  readonly trace: ExpectedTrace
  readonly place: Place
}

/** A program with its expected traces, one per range of asyncio versions; ranges do not overlap. */
export interface Scenario {
  /** The rule's id; `#2`, `#3`… behind it for further programs of the same rule. */
  readonly id: string
  readonly source: string
  readonly expectations: readonly Expectation[]
  readonly place: Place
}

export interface Rule {
  /** `area.subject[.case]`, lowercase kebab; never renumbered, never reused. */
  readonly id: string
  readonly chapter: string
  readonly level: Level
  /** The oldest asyncio version on which the rule was measured to hold, `'3.8'` for 3.8 or older. */
  readonly since: string
  /** The last version on which it held; absent while it holds. */
  readonly until?: string
  /** Versions at which the trace changed. */
  readonly changed: readonly string[]
  /** Documentation, source, issue or observation: free text, one entry per source. */
  readonly provenance: readonly string[]
  /** Which of the five notes (1 to 5) speak of it. */
  readonly notes: readonly number[]
  readonly clock: Clock
  /** Capabilities an implementation must have: see `adapters/README.md`. */
  readonly needs: readonly Capability[]
  readonly text: string
  readonly scenarios: readonly Scenario[]
  /** Why the rule has no program; absent when it has one. */
  readonly untestable?: string
  /** Hash of level, text, programs and traces (16 hex digits): a changed rule is seen as changed. */
  readonly hash: string
  readonly place: Place
}

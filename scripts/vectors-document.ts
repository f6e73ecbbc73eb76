import { defaultLimits } from '../adapters/adapter.ts'
import type { Spec } from '../spec/chapter.ts'
import type { ExpectedPart } from '../spec/expected-trace.ts'
import type { Expectation, Rule, Scenario } from '../spec/rule.ts'
import { parseVersion, rangeText } from '../spec/version.ts'
import { programTree, type TreeNode } from './program-tree.ts'

/** The whole specification as data for other languages; described by `spec/vectors.schema.json`. */
export interface VectorsDocument {
  readonly $schema: string
  readonly format: 1
  /** Passes of the event loop after which a trace ends with `=> step limit`. */
  readonly steps: number
  readonly rules: readonly VectorRule[]
}

export interface VectorRule extends Pick<Rule, 'id' | 'chapter' | 'level' | 'since' | 'until' | 'clock' | 'needs' | 'provenance' | 'text' | 'hash'> {
  readonly untestable?: string
  readonly programs: readonly VectorProgram[]
}

export interface VectorProgram {
  readonly id: string
  readonly source: string
  readonly ast: TreeNode
  readonly traces: readonly VectorTrace[]
}

/** A trace and the versions it holds on, both bounds included; `to: '3.11'` is every 3.11.x, no `to` what is still to come. */
export interface VectorTrace {
  readonly from: string
  readonly to?: string
  readonly lines: readonly VectorLine[]
}

/** A line, lines in any order, or one of several runs of lines. */
export type VectorLine = string | { readonly unordered: readonly string[] } | { readonly either: readonly (readonly string[])[] }

/** The vectors of a document; parses every program. */
export function vectorsDocument({ rules }: Spec): VectorsDocument {
  return { $schema: 'vectors.schema.json', format: 1, steps: defaultLimits.steps, rules: rules.map(vectorRule) }
}

function vectorRule(rule: Rule): VectorRule {
  const { id, chapter, level, since, until, clock, needs, provenance, text, untestable, hash } = rule
  return {
    id, chapter, level, since, ...(until === undefined ? {} : { until }), clock, needs, provenance, text, hash,
    ...(untestable === undefined ? {} : { untestable }),
    programs: rule.scenarios.map(scenario => vectorProgram(rule, scenario)),
  }
}

function vectorProgram(rule: Rule, { id, source, expectations }: Scenario): VectorProgram {
  return { id, source, ast: programTree(source), traces: expectations.map(expectation => vectorTrace(rule, expectation)) }
}

function vectorTrace({ since, until }: Rule, { range, trace }: Expectation): VectorTrace {
  const { from = parseVersion(since, 0), to = until === undefined ? undefined : parseVersion(until) } = range
  const upper = to && rangeText({ from: [0, 0, 0], to }).split('-')[1]
  return { from: rangeText({ from }).slice(0, -1), ...(upper === undefined ? {} : { to: upper }), lines: trace.parts.map(lineOf) }
}

function lineOf(part: ExpectedPart): VectorLine {
  switch (part.kind) {
    case 'line': return part.line.text
    case 'unordered': return { unordered: part.lines.map(({ text }) => text) }
    case 'either': return { either: part.alternatives.map(lines => lines.map(({ text }) => text)) }
  }
}

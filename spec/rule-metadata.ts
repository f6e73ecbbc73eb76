import { capabilities, isCapability } from './capability.ts'
import { isLevel } from './level.ts'
import type { Rule } from './rule.ts'
import { parseVersionRange } from './version.ts'

/** What the line under a rule's heading says. */
export type RuleMetadata = Pick<Rule, 'level' | 'since' | 'until' | 'changed' | 'provenance' | 'notes' | 'clock' | 'needs'>

const provenance = /^(?:documented: .+|source: .+|observed(?:: .+)?|(?:gh|bpo)-\d+.*)$/

/**
 * Reads `**LEVEL** · since 3.8 [· until 3.11] [· changed 3.12] · <provenance>… [· notes: 1, 3] [· clock: real] [· needs: executors]`.
 * `chapter` is for the message about versions that were not measured yet. Throws an Error that says what is wrong.
 */
export function parseRuleMetadata(text: string, chapter: string): RuleMetadata {
  const [first = '', ...items] = text.split(' · ').map(item => item.trim())
  const level = /^\*\*(.*)\*\*$/.exec(first)?.[1]
  if (!isLevel(level))
    throw new Error(`unknown level '${level ?? first}': write **MUST**, **SHOULD** or **CPYTHON**`)
  const fields = new Map<string, readonly string[]>()
  const sources: string[] = []
  for (const item of items) {
    const field = /^(since|until|changed) (.+)$|^(notes|clock|needs): (.+)$/.exec(item)
    const name = field?.[1] ?? field?.[3]
    if (name !== undefined) {
      if (fields.has(name)) throw new Error(`'${name}' stands twice in the metadata`)
      fields.set(name, (field?.[2] ?? field?.[4] ?? '').split(',').map(value => value.trim()))
    } else if (provenance.test(item)) sources.push(item)
    else throw new Error(`'${item}' is no metadata: write 'since 3.8', 'until 3.11', 'changed 3.12, 3.13', 'documented: page, name', `
      + `'source: file, name', 'observed', 'gh-12345', 'bpo-12345', 'notes: 1, 3', 'clock: real' or 'needs: capability'`)
  }
  const since = oneVersion('since', fields.get('since') ?? [], chapter)
  if (since === undefined) throw new Error(`'since' is missing: write 'since ?' and run \`npx tsx scripts/record.ts ${chapter}\``)
  const until = oneVersion('until', fields.get('until') ?? [], chapter)
  if (sources.length === 0) throw new Error(`the provenance is missing: 'documented: page, name', 'source: file, name' or 'observed'`)
  return {
    level,
    since,
    ...(until === undefined ? {} : { until }),
    changed: (fields.get('changed') ?? []).map(checkedVersion),
    provenance: sources,
    notes: (fields.get('notes') ?? []).map(noteNumber),
    clock: readClock(fields.get('clock')),
    needs: (fields.get('needs') ?? []).map(name => {
      if (isCapability(name)) return name
      throw new Error(`unknown capability '${name}': one of ${capabilities.join(', ')}`)
    }),
  }
}

function oneVersion(name: string, values: readonly string[], chapter: string): string | undefined {
  const [version, ...more] = values
  if (version === undefined) return undefined
  if (more.length > 0) throw new Error(`'${name}' takes one version, not '${values.join(', ')}'`)
  if (version === '?') throw new Error(`'${name} ?' was never measured: run \`npx tsx scripts/record.ts ${chapter}\``)
  return checkedVersion(version)
}

function checkedVersion(text: string): string {
  if (!/^\d+\.\d+(\.\d+)?$/.test(text)) throw new Error(`'${text}' is not a version: write 3.14 or 3.14.2`)
  parseVersionRange(text)
  return text
}

function noteNumber(text: string): number {
  if (!/^[1-5]$/.test(text)) throw new Error(`'${text}' is none of the five notes: write 'notes: 1, 3'`)
  return Number(text)
}

function readClock(values: readonly string[] | undefined): Rule['clock'] {
  const clock = values?.join(', ') ?? 'virtual'
  if (clock === 'virtual' || clock === 'real') return clock
  throw new Error(`unknown clock '${clock}': write 'clock: real', or nothing for the virtual clock`)
}

import type { Run } from '../adapters/adapter.ts'
import type { Trace } from '../spec/trace.ts'
import { traceText } from '../spec/trace.ts'
import { compareVersions, minorOf, parseVersion } from '../spec/version.ts'

/** What one program left on one CPython. */
export interface Measurement {
  /** Major to patch, `'3.13.0'`. */
  readonly version: string
  readonly run: Run
}

/** A trace and the versions that printed it, in the document's notation: `''` for all measured, `3.12+`, `3.8-3.11`. */
export interface MeasuredTrace {
  readonly range: string
  readonly versions: readonly string[]
  readonly text: string
}

/** What the recorder writes: the traces by range, and the metadata that follows from them. */
export interface Measured {
  readonly since: string
  readonly until?: string
  readonly changed: readonly string[]
  readonly traces: readonly MeasuredTrace[]
}

/** Texts that say that a version does not have what the program uses, rather than that it behaves otherwise. */
const missing = /has no attribute|unexpected keyword argument|invalid keyword argument|cannot import name|ModuleNotFoundError|is not defined|takes no keyword arguments|requires an object with __aiter__/

/**
 * Groups what one program printed on several versions into ranges of equal traces. `textOf` gives the trace as the document is to
 * have it: runs that one open trace allows get one text.
 * A bound is a minor version where all measured releases of that minor agree, and a patch version otherwise.
 * A version that crashed or hung counts as one that cannot run it. Throws an Error when no version could run the program.
 */
export function measuredRanges(measurements: readonly Measurement[], textOf: (version: string, trace: Trace) => string = (_, trace) => traceText(trace)): Measured {
  const points = measurements.toSorted((a, b) => compareVersions(parseVersion(a.version), parseVersion(b.version)))
  const last = points.findLast(point => point.run.kind === 'finished')
  if (last?.run.kind !== 'finished') {
    const fault = points.at(-1)?.run
    throw new Error(fault?.kind === 'faulted' ? `no CPython runs it: ${fault.message}` : 'nothing was measured')
  }
  const newest = traceText(last.run.trace)
  const groups: { text: string, versions: string[] }[] = []
  let gap = false
  for (const { version, run } of points) {
    if (run.kind === 'faulted' || isBeforeItsTime(traceText(run.trace), newest)) { gap = true; continue }
    const text = textOf(version, run.trace)
    const group = groups.at(-1)
    if (group && group.text === text && !gap) group.versions.push(version)
    else groups.push({ text, versions: [version] })
    gap = false
  }
  const all = points.map(point => point.version)
  const first = (version: string) => all.find(other => minorOf(other) === minorOf(version)) === version
  const lower = (version: string) => first(version) ? minorOf(version) : version
  const upper = (version: string) => all.findLast(other => minorOf(other) === minorOf(version)) === version ? minorOf(version) : version
  const open = (group: { versions: string[] }) => group.versions.at(-1) === all.at(-1)
  const traces = groups.map(group => {
    const to = upper(group.versions.at(-1) ?? '')
    const oldest = group.versions[0] ?? ''
    const from = !open(group) && to !== minorOf(to) && minorOf(to) === minorOf(oldest) && first(oldest) ? `${minorOf(oldest)}.0` : lower(oldest)
    const range = groups.length === 1 && open(group) ? '' : open(group) ? `${from}+` : from === to ? from : `${from}-${to}`
    return { range, versions: group.versions, text: group.text }
  })
  const end = groups.at(-1)
  return {
    since: lower(groups[0]?.versions[0] ?? ''),
    ...(end && !open(end) ? { until: upper(end.versions.at(-1) ?? '') } : {}),
    changed: groups.slice(1).map(group => lower(group.versions[0] ?? '')),
    traces,
  }
}

/** Whether a version printed `text` because it lacks what the program uses; the newest version's own text is always a trace. */
function isBeforeItsTime(text: string, newest: string): boolean {
  return text !== newest && missing.test(text) && !missing.test(newest)
}

/** A chapter cut into the pieces the recorder rewrites; the rest of the text passes through untouched. */

/** A trace fence: its version range as written (`''` for every version) and its lines. */
export interface TraceFence {
  readonly range: string
  readonly text: string
}

/** A program with the trace fences that stand under it. `end` is the line behind the last of them. */
export interface ProgramText {
  readonly source: string
  readonly fences: readonly TraceFence[]
  /** Zero-based lines: the opening fence of the program, the first line to replace, the line behind the last trace. */
  readonly start: number
  readonly tracesFrom: number
  readonly end: number
}

/** A rule's section: its heading, its metadata line and its programs. */
export interface RuleText {
  readonly id: string
  readonly heading: number
  /** Zero-based line of `**MUST** · since …`, or -1 where the section has none. */
  readonly metadata: number
  readonly programs: readonly ProgramText[]
}

/** Where the fence that opens at `open` closes (the line of its closing backticks). */
function fenceEnd(lines: readonly string[], open: number): number {
  let close = open + 1
  while (close < lines.length && !/^```\s*$/.test(lines[close] ?? '')) close++
  return close
}

/** The rules of a chapter's `lines`, in order. */
export function rulesOf(lines: readonly string[]): readonly RuleText[] {
  const rules: { id: string, heading: number, metadata: number, programs: ProgramText[] }[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const heading = /^### (\S+)\s*$/.exec(line)
    if (heading) {
      rules.push({ id: heading[1] ?? '', heading: i, metadata: -1, programs: [] })
      continue
    }
    const rule = rules.at(-1)
    if (rule && rule.metadata < 0 && /^\*\*(MUST|SHOULD|CPYTHON)\*\*/.test(line)) rule.metadata = i
    if (!line.startsWith('```')) continue
    const close = fenceEnd(lines, i)
    if (rule && line.trim() === '```python') {
      const fences: TraceFence[] = []
      let tracesFrom = close + 1
      let end = close + 1
      for (let next = close + 1; next < lines.length; next++) {
        const text = lines[next] ?? ''
        if (text.trim() === '') continue
        const trace = /^```trace\s*(.*?)\s*$/.exec(text)
        if (!trace) break
        if (fences.length === 0) tracesFrom = next
        const traceEnd = fenceEnd(lines, next)
        fences.push({ range: trace[1] ?? '', text: lines.slice(next + 1, traceEnd).join('\n') })
        next = traceEnd
        end = traceEnd + 1
      }
      rule.programs.push({ source: lines.slice(i + 1, close).join('\n') + '\n', fences, start: i, tracesFrom, end })
      i = end - 1
    } else i = close
  }
  return rules
}

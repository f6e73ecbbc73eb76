import { readFileSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { fileURLToPath } from 'node:url'
import astV8ToIstanbul from 'ast-v8-to-istanbul'
import { parseAstAsync } from 'vitest/node'

/** The branches of one source file. */
export interface FileBranches {
  /** The source, as its map names it. */
  readonly file: string
  readonly branches: number
  /** `line: kind` of each branch that was never taken, in order. */
  readonly missed: readonly { readonly line: number, readonly kind: string }[]
}

/** The branches of a module of `dist/`, as vitest's coverage counts them, from what V8 saw of it. */
export async function branchesOf({ url, functions }: Profiler.ScriptCoverage): Promise<FileBranches> {
  const path = fileURLToPath(url)
  const code = readFileSync(path, 'utf8')
  const covered = await astV8ToIstanbul({ code, sourceMap: JSON.parse(readFileSync(`${path}.map`, 'utf8')), ast: await parseAstAsync(code), coverage: { url, functions } })
  const [data] = Object.values(covered)
  if (data === undefined) return { file: path, branches: 0, missed: [] }
  const counts = Object.entries(data.b).flatMap(([id, counted]) => counted.map((count, index) => ({ count, branch: data.branchMap[id], index })))
  const missed = counts.flatMap(({ count, branch, index }) => {
    if (count > 0 || branch === undefined) return []
    return [{ line: branch.locations[index]?.start.line ?? branch.loc.start.line, kind: branch.type === 'if' ? (index === 0 ? 'if' : 'else') : branch.type }]
  }).toSorted((a, b) => a.line - b.line)
  return { file: data.path, branches: counts.length, missed }
}

import { fit, paint } from './paint.ts'
import type { DiffRow } from './trace-diff.ts'

export interface ColumnOptions {
  readonly colours: boolean
  readonly columns: number
  /** Rows left out before and behind. */
  readonly before: number
  readonly after: number
}

/** A row of the table; a side that has no line there is absent. */
interface Pair {
  readonly expected?: DiffRow
  readonly actual?: DiffRow
}

/** Expected and actual trace side by side, `✗` at the first difference, `·` at others. */
export function drawColumns(rows: readonly DiffRow[], { colours, columns, before, after }: ColumnOptions): readonly string[] {
  const pairs = paired(rows)
  const widest = Math.max(8, ...pairs.map(({ expected }) => [...expected?.text ?? ''].length))
  const room = columns - 4 - 3
  const rightWidest = Math.max(6, ...pairs.map(({ actual }) => [...actual?.text ?? ''].length))
  const left = Math.min(widest, Math.max(Math.floor(room / 2), room - rightWidest))
  const right = room - left
  const line = ({ expected, actual }: Pair): string => {
    const alike = expected?.side === 'both'
    const mark = expected?.first === true || actual?.first === true ? '  ✗ ' : alike ? '    ' : '  · '
    return paint(mark, alike ? undefined : 'strong', colours)
      + paint(fit(expected?.text ?? '', left), alike ? 'faint' : 'expected', colours)
      + ' │ ' + paint(fit(actual?.text ?? '', right, false), alike ? 'faint' : 'actual', colours)
  }
  const omitted = (count: number, what: string) => count === 0 ? [] : [paint(`    … ${count} ${count === 1 ? 'line' : 'lines'} ${what}`, 'faint', colours)]
  return [
    paint('    ' + fit('expected', left) + ' │ actual', 'strong', colours),
    ...omitted(before, 'alike'), ...pairs.map(line), ...omitted(after, 'more'),
  ].map(text => text.trimEnd())
}

/** Rows that differ stand opposite each other, as far as both sides have some between two rows that agree. */
function paired(rows: readonly DiffRow[]): readonly Pair[] {
  const pairs: Pair[] = []
  let expected: DiffRow[] = []
  let actual: DiffRow[] = []
  const flush = () => {
    for (let i = 0; i < Math.max(expected.length, actual.length); i++) {
      const [left, right] = [expected[i], actual[i]]
      pairs.push({ ...(left ? { expected: left } : {}), ...(right ? { actual: right } : {}) })
    }
    expected = []
    actual = []
  }
  for (const row of rows) {
    switch (row.side) {
      case 'expected': expected.push(row); break
      case 'actual': actual.push(row); break
      case 'both': flush(); pairs.push({ expected: row, actual: row })
    }
  }
  flush()
  return pairs
}

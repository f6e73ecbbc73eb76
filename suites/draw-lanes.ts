import { fit, paint } from './paint.ts'
import type { Paint } from './paint.ts'
import type { DiffRow } from './trace-diff.ts'

/** A row cut into its time, its lane and what stands in the lane; an outcome has no lane. */
interface LaneRow {
  readonly row: DiffRow
  readonly time: string
  readonly lane?: string
  readonly text: string
}

const mostLanes = 8

/** Swimlanes: one lane a label, time downward, `-` for lines that are missing and `+` for those that should not be there. Empty where lanes say nothing: too few, too many, or no label that comes twice. */
export function drawLanes(rows: readonly DiffRow[], { colours, columns }: { readonly colours: boolean, readonly columns: number }): readonly string[] {
  const cut = rows.map(laneRow)
  const lanes = [...new Set(cut.flatMap(({ lane }) => lane === undefined ? [] : [lane]))]
  const lined = cut.filter(({ lane }) => lane !== undefined).length
  if (lanes.length < 2 || lanes.length > mostLanes || lined === lanes.length) return []
  const timeWidth = Math.max(4, ...cut.map(({ time }) => time.length))
  const room = Math.floor((columns - 4 - timeWidth - 2) / lanes.length)
  const widths = lanes.map(lane => Math.min(room, 2 + Math.max(lane.length, ...cut.filter(other => other.lane === lane).map(({ text }) => [...text].length))))
  let lastTime = ''
  const line = ({ row, time, lane, text }: LaneRow): string => {
    const mark = row.side === 'both' ? ' ' : row.side === 'expected' ? '-' : '+'
    const colour: Paint | undefined = row.side === 'both' ? undefined : row.side
    const shownTime = row.side === 'both' && time === lastTime ? '' : time
    lastTime = time
    const start = `${row.first ? '✗' : ' '} ${mark} ${shownTime.padStart(timeWidth)}  `
    if (lane === undefined) return paint(start + fit(text, columns - start.length, false), colour, colours)
    const indent = widths.slice(0, lanes.indexOf(lane)).reduce((sum, width) => sum + width, 0)
    const last = lane === lanes.at(-1)
    return paint(start, colour, colours) + ' '.repeat(indent) + paint(fit(text, last ? columns - start.length - indent : (widths[lanes.indexOf(lane)] ?? room) - 1, false), colour, colours)
  }
  const heading = '    ' + 'time'.padStart(timeWidth) + '  ' + lanes.map((lane, index) => fit(lane, (widths[index] ?? room) - 1) + ' ').join('')
  return [paint(heading.trimEnd(), 'strong', colours), ...cut.map(row => line(row).trimEnd())]
}

/** `1.5 worker ends` is `ends` in the lane `worker`; reports of the loop are in the lane `!`. */
function laneRow(row: DiffRow): LaneRow {
  if (row.text.startsWith('=> ')) return { row, time: '', text: row.text }
  const match = /^(?:(\d\S*) )?(\S+) ?(.*)$/.exec(row.text)
  const [, time = '', lane = '', text = ''] = match ?? []
  return { row, time, lane, text: text === '' ? '•' : text }
}

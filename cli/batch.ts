import type { Adapter, Limits } from '../adapters/adapter.ts'
import type { Clock } from '../spec/rule.ts'
import { answerCode } from './answer-code.ts'
import { asker, type Ask } from './ask.ts'
import { answerJson } from './answer-json.ts'
import { batchLine } from './batch-line.ts'
import { exitCode, worse, type ExitCode } from './exit-code.ts'
import { readLines } from './read-lines.ts'
import { isClosed, write, type Terminal } from './terminal.ts'

/** Programs that are under way at once, at most; reading goes on when half of them are answered. Enough to keep a child busy, few enough to hold in memory. */
const window = 256

/**
 * Answers JSON lines with JSON lines, in order, one per program and adapter; reads no faster than the answers are read.
 *
 * A line that is no program is answered `{"line":n,"error":"…"}` and harms nobody else. One that names no clock runs on `clock`.
 */
export async function batch(adapters: readonly Adapter[], limits: Limits, clock: Clock, { stdin, stdout }: Pick<Terminal, 'stdin' | 'stdout'>): Promise<ExitCode> {
  const ask = asker(adapters, limits)
  let code: ExitCode = exitCode.asExpected
  let line = 0
  let underWay = 0
  let freed: (() => void) | undefined
  let written = Promise.resolve()
  const begin = (text: Buffer): void => {
    const answer = answerTo(text, line, clock, ask)
    underWay += 1
    written = written.then(async () => {
      const { lines, code: own } = await answer
      code = worse(code, own)
      await write(stdout, lines)
      underWay -= 1
      if (underWay <= window / 2) freed?.()
    })
  }
  for await (const texts of readLines(stdin)) {
    for (const text of texts) {
      line += 1
      if (text.every(isBlank)) continue
      if (isClosed(stdout)) return code
      begin(text)
      if (underWay < window) continue
      await new Promise<void>((resolve) => {
        freed = resolve
      })
    }
  }
  await written
  return code
}

/** Whether a byte is white space, in JSON. */
function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0D
}

async function answerTo(text: Buffer, line: number, clock: Clock, ask: Ask): Promise<{ lines: string; code: ExitCode }> {
  const request = batchLine(text, line)
  if (request.kind === 'bad') return { lines: `${JSON.stringify({ line, error: request.error })}\n`, code: exitCode.badInput }
  const { id, source } = request
  const answers = await ask({ id: String(line), source, clock: request.clock ?? clock })
  return { lines: answers.map((answer) => answerJson(id, answer)).join(''), code: answerCode(answers) }
}

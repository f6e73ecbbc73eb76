import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { packageFolder } from '../spec/load-spec.ts'

/**
 * The speeds that the project promises, measured on this machine: each number beside its command.
 *
 * `npm run bench` takes the adapters reference, pyodide and python (the python3 on PATH); `npm run bench -- A B` takes others.
 * Needs bash, whose `time` counts the CPU of a command with all its children.
 */
const adapters = process.argv.length > 2 ? process.argv.slice(2) : ['reference', 'pyodide', 'python']
const command = `${process.execPath} ${join(packageFolder(), 'dist/cli/main.js')}`
const programs = 3000
const fifteenLines = `async def worker(name, delay, results):
    log(name, 'starts')
    await asyncio.sleep(delay)
    results.append(name)
    return delay * 2

async def main():
    results = []
    tasks = [asyncio.create_task(worker(f'w{i}', i, results)) for i in range(3)]
    try:
        values = await asyncio.gather(*tasks)
        log('values', values)
    except ValueError as e:
        log('caught', e)
    log(results)
`
const batch = `${JSON.stringify({ program: fifteenLines })}\n`.repeat(programs)

interface Cost {
  /** Seconds. */
  readonly wall: number
  readonly cpu: number
}

/** The best of three: what else the machine does only adds. Throws when the command does not end as expected. */
function cost(words: string, input = ''): Cost {
  const runs = [1, 2, 3].map(() => once(words, input))
  return { wall: Math.min(...runs.map((run) => run.wall)), cpu: Math.min(...runs.map((run) => run.cpu)) }
}

function once(words: string, input: string): Cost {
  const script = `TIMEFORMAT='%R %U %S'; time ${command} ${words} >/dev/null`
  const { status, stderr } = spawnSync('bash', ['-c', script], { input, encoding: 'utf8' })
  const [wall, user, system] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  if ((status !== 0 && status !== 1) || wall === undefined || user === undefined || system === undefined) {
    throw new Error(`${words}: exit code ${String(status)}: ${stderr.split('\n')[0] ?? ''}`)
  }
  return { wall, cpu: user + system }
}

const rows: (readonly [what: string, value: string, command: string])[] = []
for (const adapter of adapters) {
  const show = 'asyncio-conformance'
  try {
    const empty = cost(`exec --adapter ${adapter}`)
    const full = cost(`exec --adapter ${adapter}`, batch)
    const all = cost(`run --adapter ${adapter} --reporter json`)
    const perProgram = ((full.cpu - empty.cpu) * 1000) / programs
    rows.push(
      [`${adapter}: start`, `${empty.wall.toFixed(2)} s wall`, `${show} exec --adapter ${adapter} </dev/null`],
      [`${adapter}: every rule, start included`, `${all.wall.toFixed(2)} s wall`, `${show} run --adapter ${adapter} --reporter json`],
      [`${adapter}: a program of 15 lines`, `${perProgram.toFixed(3)} ms CPU`, `${show} exec --adapter ${adapter} (${programs} programs, less the start)`],
    )
  } catch (error) {
    rows.push([adapter, 'not measured', error instanceof Error ? error.message : String(error)])
  }
}
const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
for (const [what, value, shown] of rows) console.log(`${what.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${shown}`)

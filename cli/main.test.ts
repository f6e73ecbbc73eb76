import { execFile, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { packageFolder } from '../spec/load-spec.ts'
import { toJavascript } from './to-javascript.ts'

/** A process each: slow where the machine has other things to do. */
vi.setConfig({ testTimeout: 60_000 })

const root = packageFolder()
const main = join(root, 'dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'asyncio-conformance-'))

/** The command as users have it: built. Errors in types are another check's: they do not keep tsc from writing. */
beforeAll(() => {
  spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')], { stdio: 'ignore' })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command in an empty folder, without colours. */
async function command(words: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...words], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
    child.stdin?.end(input)
  })
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return name
}

/** An adapter that answers each program with its text; `crash` makes it reject. */
const echo = (): string => file('echo.mjs', `export default {
  name: 'echo', claims: '3.14', clock: 'virtual', lacks: [],
  run: async ({ source }) => {
    if (source.startsWith('crash')) throw new Error('boom')
    return { kind: 'finished', trace: { lines: ['0 ' + source.trim()], outcome: 'None' }, milliseconds: 0 }
  },
  close: async () => {},
}`)

const usageErrors: readonly (readonly [words: readonly string[], message: string])[] = [
  [['lits'], 'unknown command lits: did you mean list?\nUsage: asyncio-conformance --help'],
  [['run', '--adaptor', 'x'], 'unknown option --adaptor: did you mean --adapter?\nUsage: asyncio-conformance run --help'],
  [['run', 'gather'], 'run takes no "gather"\nUsage: asyncio-conformance run --help'],
  [['run', '--level', 'must'], '--level is one of MUST, SHOULD, CPYTHON, not "must"'],
  [['run', '--reporter', 'xml'], '--reporter is one of tty, json, junit, not "xml"'],
  [['run', '--limit-seconds', 'soon'], '--limit-seconds takes a number above 0, not "soon"'],
  [['run', '--limit-steps', '1.5'], '--limit-steps takes a whole number above 0, not "1.5"'],
  [['run', '--limit-seconds', '-5'], '--limit-seconds takes a number above 0, not "-5"'],
  [['run', '--limit-seconds', '2000000'], '--limit-seconds takes at most 86400, a day, not "2000000"'],
  [['run', '--rule', 'gather.*,'], '--rule takes a name, not an empty text'],
  [['list', '--chapter', ''], '--chapter takes a name, not an empty text'],
  [['explain', ''], 'explain takes the id of a rule: asyncio-conformance list shows them'],
  [['run', '--rule', 'lock.*', '--clock', 'real'], 'nothing to run: no rule of lock.* has a program on the real clock'],
  [['run', '--out', 'a.json', '--write-baseline', './a.json'], '--out and --write-baseline name the same file, ./a.json: the report would take the place of the baseline'],
  [['run', '--rule', 'qqqqqqqqqqqq'], 'no rule qqqqqqqqqqqq\nasyncio-conformance list shows them all.'],
  [['run', '--out', 'no/such/folder.xml'], "--out: cannot write no/such/folder.xml: ENOENT: no such file or directory, open 'no/such/folder.xml'"],
  [['run', '--baseline', 'none.json'], "--baseline: cannot read none.json: ENOENT: no such file or directory, open 'none.json'"],
  [['run', '--baseline', file('stale.json', '{"gather.fail-fats": {"fault": "hang"}}')], '--baseline: "gather.fail-fats": no such rule: did you mean gather.fail-fast?\nTake it out, or write the file anew with --write-baseline.'],
  [['exec', 'none.py'], "cannot read none.py: ENOENT: no such file or directory, open 'none.py'"],
  [['exec', file('latin-1.py', Buffer.from("log('a')\nlog('é')", 'latin1'))], "cannot read latin-1.py: 'utf-8' codec can't decode byte 0xe9 in position 14 (line 2); write it as UTF-8"],
  [['run', '--baseline', file('latin-1.json', Buffer.from('{"é": 1}', 'latin1'))], "--baseline: cannot read latin-1.json: 'utf-8' codec can't decode byte 0xe9 in position 2; write it as UTF-8"],
  [['fuzz', '--merge', 'latin-1.json'], "--merge: cannot read latin-1.json: 'utf-8' codec can't decode byte 0xe9 in position 2; write it as UTF-8"],
  [['exec', '--adapter', 'pyodid'], 'unknown adapter "pyodid": did you mean pyodide?\nAn adapter is reference, pyodide, pyodide:release, python, python:/path/to/python, python:/path/to/python#module:factory, or a .ts or .js file.\nasyncio-conformance adapters shows what this machine offers.'],
  [['exec', 'no\nfile.py'], `cannot read "no\\nfile.py": ENOENT: no such file or directory, open 'no\\nfile.py'`],
  [['exec', '.'], 'cannot read .: EISDIR: illegal operation on a directory, read'],
  [['exec', '-', 'stale.json', '-'], '- is standard input, which can be read once: name it once'],
  [['explain', 'no\n'], 'no rule "no\\n"\nasyncio-conformance list shows them all.'],
  [['exec', '--clock', 'sun'], '--clock is one of virtual, real, not "sun"'],
  [['exec', '--adapter', 'python#uvloop'], 'an event loop is named module:factory, as uvloop:new_event_loop, not "uvloop"'],
  [['explain'], 'explain takes the id of a rule: asyncio-conformance list shows them'],
  [['explain', 'qqqqqqqqqqqq'], 'no rule qqqqqqqqqqqq\nasyncio-conformance list shows them all.'],
]

test.each(usageErrors)('%j is one message and exit code 2', async (words, message) => {
  expect(await command(words)).toEqual({ code: 2, out: '', err: `asyncio-conformance: ${message}\n` })
})

const brokenAdapters: readonly (readonly [name: string, content: string, reason: string])[] = [
  ['throws.mjs', "\nthrow new RangeError('no luck')", 'it throws when it is imported: RangeError: no luck (line 2)'],
  ['unparsable.mjs', 'export default {{', "it throws when it is imported: SyntaxError: Unexpected token '{'; node --check ./unparsable.mjs shows where"],
  ['empty.mjs', '', 'its default export is missing, and should be an Adapter or a function that returns one'],
  ['never.mjs', 'export default () => new Promise(() => {})', 'it waits for something that never comes'],
  ['child.mjs', "throw Object.assign(new Error('python3 ended; the last it wrote to stderr:\\nTraceback\\nValueError'), { name: 'AdapterStartError' })", 'python3 ended; the last it wrote to stderr:\nTraceback\nValueError'],
  ['options.mjs', `import { javascriptAdapter } from ${JSON.stringify(join(root, 'dist/adapters/javascript/index.js'))}\nexport default javascriptAdapter({ name: 'mine', claims: '3.14', style: 'promise', asyncio: {} })`, "it throws when it is imported: TypeError: javascriptAdapter: style is \"promise\", and should be 'generator' or 'async' (line 2)"],
  ['function.mjs', "export default () => { throw new Error('no server') }", 'no server'],
]

test.each(brokenAdapters)('adapter file %s cannot start: one message and exit code 3', async (name, content, reason) => {
  expect(await command(['exec', '--adapter', `./${file(name, content)}`])).toEqual({ code: 3, out: '', err: `asyncio-conformance: adapter ./${name} could not start: ${reason}\n` })
})

test('an adapter file that is not there, a Python that is not there: exit code 3', async () => {
  const outcomes = await Promise.all([command(['exec', '--adapter', './none.mjs']), command(['exec', '--adapter', 'python:/no/such/python'])])
  expect(outcomes.map(({ code, out, err }) => [code, out, err.split('\n').length])).toEqual([[3, '', 2], [3, '', 2]])
})

test('a folder is no adapter file', async () => {
  mkdirSync(join(folder, 'folder.mjs'))
  expect(await command(['exec', '--adapter', './folder.mjs'])).toEqual({ code: 3, out: '', err: expect.stringMatching(/^asyncio-conformance: adapter \.\/folder\.mjs could not start: there is no file \/.*folder\.mjs\n$/) })
})

test('where no adapter starts there is no report', async () => {
  const { code } = await command(['run', '--adapter', './none.mjs', '--out', 'none.json'])
  expect([code, existsSync(join(folder, 'none.json'))]).toEqual([3, false])
})

test('an adapter that ends the process is told, and is no success', async () => {
  const adapter = file('leaves.mjs', `export default { name: 'leaves', claims: '3.14', clock: 'virtual', lacks: [], run: async () => process.exit(0), close: async () => {} }`)
  expect(await command(['run', '--rule', 'gather.fail-fast', '--adapter', `./${adapter}`])).toEqual({
    code: 3, out: '', err: 'asyncio-conformance: adapter ./leaves.mjs at rule gather.fail-fast ended the process, by process.exit(0) or the like: there is no result\n',
  })
  expect(await command(['exec', file('leave.py', 'log(1)'), '--adapter', `./${adapter}`])).toEqual({
    code: 3, out: '', err: 'asyncio-conformance: adapter ./leaves.mjs at program leave.py ended the process, by process.exit(0) or the like: what was answered before stands\n',
  })
})

/** A module on the virtual clock, whose third program does `something` when it has waited. */
const third = (name: string, something: string): string => file(name, `import { javascriptAdapter } from ${JSON.stringify(join(root, 'dist/adapters/javascript/index.js'))}
let runs = 0
const run = async (main) => {
  await new Promise((resolve) => setTimeout(resolve, 10))
  if (++runs === 3) ${something}
  return main
}
export default javascriptAdapter({
  name: 'mine', claims: '3.14', style: 'async',
  asyncio: { run, gather: (...all) => Promise.all(all), sleep: (seconds, result = null) => new Promise((resolve) => setTimeout(resolve, seconds * 1000, result)) },
})`)

test.each([
  ['ends the process', 'process.exit(7)', 'ended the process, by process.exit(7) or the like'],
  ['loops for ever', 'for (;;);', 'loops for ever, where nothing can stop it'],
])('what was run before an adapter %s is reported', async (name, something, message) => {
  const words = ['run', '--rule', 'gather.*', '--level', 'MUST', '--limit-seconds', '0.5', '--reporter', 'json', '--adapter', `./${third(`${name.split(' ')[0]}.mjs`, something)}`]
  const { code, out, err } = await command(words)
  const [report] = JSON.parse(out).reports
  const run = report.results.filter((result: { verdict: string }) => result.verdict !== 'not applicable')
  expect([code, run.length, err.split('\n').at(-2)]).toEqual([3, 2, expect.stringMatching(new RegExp(`^asyncio-conformance: adapter ${words.at(-1)} at rule gather\\.[a-z-]+ ${message.replaceAll(/[().]/g, String.raw`\$&`)}: the report has what was run before$`))])
})

test.skipIf(!existsSync('/dev/full'))('a report that cannot be written to its file is shown, one that cannot be shown is told', async () => {
  const { code, out, err } = await command(['run', '--rule', 'gather.fail-fast', '--reporter', 'json', '--out', '/dev/full', '--write-baseline', 'kept.json'])
  expect([code, JSON.parse(out).reports.length, err, existsSync(join(folder, 'kept.json'))]).toEqual([2, 1, expect.stringMatching(/^asyncio-conformance: --out: cannot write \/dev\/full: ENOSPC.*\n$/), true])
  const full = openSync('/dev/full', 'w')
  const shown = spawnSync(process.execPath, [main, 'list', '--json'], { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' })
  closeSync(full)
  expect([shown.status, shown.stderr]).toEqual([2, expect.stringMatching(/^asyncio-conformance: cannot write to standard output: ENOSPC.*\n$/)])
})

test('where no rule applies nothing was run', async () => {
  const { code, err } = await command(['run', '--rule', 'gather.refuses-non-awaitables.others-run', '--level', 'MUST'])
  expect([code, err]).toEqual([2, 'asyncio-conformance: nothing was run: no rule that was asked for applies\n'])
})

test('a byte order mark may open a program', async () => {
  expect(await command(['exec', file('marked.py', '\uFEFFlog(1)')])).toEqual({ code: 0, out: '0 1\n=> None\n', err: '' })
})

test('an adapter in TypeScript is taken as it is written', async () => {
  const program = file('program.py', 'hello')
  file('typed.ts', `const name: string = 'typed'\nexport default { name, claims: '3.14', clock: 'virtual', lacks: [], run: async () => ({ kind: 'finished', trace: { lines: [], outcome: 'None' }, milliseconds: 0 }), close: async () => {} }`)
  expect(await command(['exec', program, '--adapter', './typed.ts'])).toEqual({ code: 0, out: '=> None\n', err: '' })
})

test('a program may run on the clock of the machine, where only the order of lines is compared', async () => {
  const program = file('server.py', `async def main():
    server = await asyncio.start_server(lambda reader, writer: writer.close(), '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    log('closed by the server:', await reader.read())
    writer.close()
    server.close()
`)
  const again = file('again.mjs', `export { referenceAdapter as default } from ${JSON.stringify(join(root, 'dist/adapters/reference.js'))}`)
  const [real, virtual] = await Promise.all([command(['exec', program, '--clock', 'real', '--adapter', `reference,./${again}`]), command(['exec', program])])
  expect([real.code, real.out.replaceAll(/\d\.\d+/g, 'T')]).toEqual([0, "reference, reference\n  T closed by the server: b''\n  => None\n"])
  expect([virtual.code, virtual.err]).toEqual([2, expect.stringMatching(/^server\.py: refused: line 2, column \d+: asyncio.start_server is outside the subset on the virtual clock; .*\n$/)])
})

test('one adapter that does not start leaves the others their work', async () => {
  const program = file('program.py', 'hello')
  expect(await command(['exec', program, '--adapter', `./none.mjs,./${echo()}`])).toEqual({
    code: 3,
    out: '0 hello\n=> None\n',
    err: `asyncio-conformance: adapter ./none.mjs could not start: there is no file ${join(folder, 'none.mjs')}\n`,
  })
})

test('an adapter that rejects is a fault of its program alone', async () => {
  const { code, out } = await command(['exec', '--adapter', `./${echo()}`], '{"id":1,"program":"crash"}\n{"id":2,"program":"fine"}\n')
  expect({ code, lines: out.trim().split('\n').map((line): unknown => JSON.parse(line)) }).toEqual({
    code: 1,
    lines: [
      { id: 1, adapter: 'echo', fault: 'crash', message: 'adapter echo rejected, which it never must: Error: boom' },
      { id: 2, adapter: 'echo', trace: ['0 fine'], outcome: 'None' },
    ],
  })
})

test('an adapter that throws where nobody can catch it is told once, and the work goes on', async () => {
  const adapter = file('late.mjs', `export default {
    name: 'late', claims: '3.14', clock: 'virtual', lacks: [],
    run: ({ source }) => new Promise((resolve) => {
      setTimeout(() => { throw new Error('late') })
      setTimeout(() => resolve({ kind: 'finished', trace: { lines: [], outcome: source }, milliseconds: 0 }), 20)
    }),
    close: async () => {},
  }`)
  expect(await command(['exec', '--adapter', `./${adapter}`], '{"program":"1"}\n{"program":"2"}\n')).toEqual({
    code: 0,
    out: '{"id":1,"adapter":"late","trace":[],"outcome":"1"}\n{"id":2,"adapter":"late","trace":[],"outcome":"2"}\n',
    err: 'asyncio-conformance: adapter ./late.mjs threw outside of its answers: Error: late (line 4)\n',
  })
})

const failFast = `async def child(name, delay, fails):
    await asyncio.sleep(delay)
    log(name, 'ends')
    if fails:
        raise ValueError(name)

async def main():
    try:
        await asyncio.gather(child('a', 3, False), child('b', 1, True))
    except ValueError as e:
        log('caught', e)
    await asyncio.sleep(5)
`

test('a rule is explained with its program in both languages and its trace', async () => {
  const { code, out } = await command(['explain', 'gather.fail-fast', '--json'])
  const { scenarios } = JSON.parse(out)
  expect([code, scenarios]).toEqual([0, [{
    id: 'gather.fail-fast',
    python: failFast,
    javascript: toJavascript(failFast),
    traces: [{ versions: '', trace: "1 b ends\n1 caught ValueError('b')\n3 a ends\n=> None" }],
  }]])
})

test('the rules of a chapter are listed, those of other chapters are not', async () => {
  const { code, out } = await command(['list', '--chapter', 'gather', '--json'])
  const rules: readonly { id: string; chapter: string }[] = JSON.parse(out)
  expect([code, new Set(rules.map((rule) => rule.chapter)), rules.some((rule) => rule.id === 'gather.fail-fast')]).toEqual([0, new Set(['gather']), true])
})

/** Programs that go wrong in every way, and what each is answered. */
const faults: readonly (readonly [program: string, answer: object])[] = [
  ['x = = 1', { fault: 'refused', message: 'line 1, column 5: SyntaxError: Unexpected token in expression' }],
  ['import socket', { fault: 'refused', message: expect.stringMatching(/^line 1, column 1: module socket is outside the subset; there are asyncio, /) }],
  ['while True:\n    pass', { fault: 'hang', message: 'the program ran for 1 s without coming back to the event loop' }],
  ['async def main():\n    while True:\n        await asyncio.sleep(0)', { trace: [], outcome: 'step limit' }],
  ['async def main():\n    log(1)\n    await asyncio.get_running_loop().create_future()', { trace: ['0 1'], outcome: 'deadlock' }],
  ["for i in range(100000):\n    log('x' * 100)", { fault: 'flood', message: 'the program wrote more than 1000000 characters' }],
  ['log(2)', { trace: ['0 2'], outcome: 'None' }],
]

test('programs that go wrong harm no other', async () => {
  const input = faults.map(([program], id) => `${JSON.stringify({ id, program })}\n`).join('')
  const { code, out, err } = await command(['exec', '--limit-seconds', '1'], input)
  expect({ code, err, answers: out.trim().split('\n').map((line): unknown => JSON.parse(line)) }).toEqual({
    code: 2,
    err: '',
    answers: faults.map(([, answer], id) => ({ id, adapter: 'reference', ...answer })),
  })
})

test('one rule is run and reported, to a file where one is named', async () => {
  const { code, out } = await command(['run', '--rule', 'gather.fail-fast', '--reporter', 'json', '--out', 'report.json'])
  const { reports } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  expect([code, out, reports[0].results.map(({ rule, verdict }: { rule: string; verdict: string }) => [rule, verdict])]).toEqual([0, '', [['gather.fail-fast', 'pass']]])
})

test('known failures do not count, one that passes again does', async () => {
  const adapter = `./${echo()}`
  const rule = ['--rule', 'gather.fail-fast', '--reporter', 'json']
  const codes: number[] = []
  for (const words of [['--adapter', adapter], ['--adapter', adapter, '--write-baseline', 'known.json'], ['--adapter', adapter, '--baseline', 'known.json'], ['--baseline', 'known.json']]) {
    codes.push((await command(['run', ...rule, ...words])).code)
  }
  expect(codes).toEqual([1, 0, 0, 1])
})

test('a reader that goes away ends the command without a word', async () => {
  const child = spawn(process.execPath, [main, 'exec', '--adapter', `./${echo()}`], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
  })
  child.stdin.on('error', () => {})
  const ended = new Promise((resolve) => {
    child.on('exit', resolve)
  })
  child.stdout.once('data', () => child.stdout.destroy())
  child.stdin.end(`{"id":1,"program":"${'x'.repeat(1000)}"}\n`.repeat(2000))
  expect([await ended, err]).toEqual([0, ''])
})

test('Ctrl-C ends fuzzing with the results so far', async () => {
  const adapter = file('telling.mjs', `let told = false
export default {
  name: 'telling', claims: '3.14', clock: 'virtual', lacks: [],
  async run() {
    if (!told) console.error('running')
    told = true
    return { kind: 'finished', trace: { lines: [], outcome: 'None' }, milliseconds: 0 }
  },
  async close() {},
}`)
  const child = spawn(process.execPath, [main, 'fuzz', '--adapter', `./${adapter}`, '--against', `./${adapter}`, '--time', '1h', '--workers', '1', '--seed', '1'], { cwd: folder })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  const ended = new Promise((resolve) => {
    child.on('exit', resolve)
  })
  child.stderr.once('data', () => setTimeout(() => child.kill('SIGINT'), 500))
  expect(await ended).toBe(0)
  expect(out).toMatch(/^✓ [1-9]\d* programs, 0 differences: telling against telling, seed 1, \d+\/s\n$/)
})

test('each command explains itself', async () => {
  const helps = await Promise.all(['run', 'exec', 'list', 'explain', 'adapters'].map(async (name) => command([name, '--help'])))
  expect(helps.map(({ code, out, err }) => [code, /\n\nUsage: asyncio-conformance (\w+)[^]*\nExamples:\n/.exec(out)?.[1], err])).toEqual(
    ['run', 'exec', 'list', 'explain', 'adapters'].map((name) => [0, name, '']))
})

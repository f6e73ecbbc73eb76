import type { Command } from './command.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { offers, type Offer } from './offers.ts'
import { parseOptions, refuseExtra } from './parse-options.ts'
import { style, type Style } from './style.ts'
import { isColourful, write, type Terminal } from './terminal.ts'

const help = `Shows the implementations that this machine offers, and how to name them.

Usage: asyncio-conformance adapters [--json]

An adapter is named
  reference                            the reference implementation
  pyodide                              CPython from npm, in WebAssembly: no Python needed
  pyodide:3.11, pyodide:/folder        another release of it: fetched in a checkout by npm run oracles, or the npm package's folder
  python                               the python3 on PATH
  python:/path/to/python               another one, 3.8 or newer
  python:/path/to/python#module:factory   its asyncio on another event loop: uvloop:new_event_loop
  ./adapter.ts, ./adapter.js           a file that default-exports an Adapter, or a function that returns one

Examples:
  asyncio-conformance adapters --json
  asyncio-conformance run --adapter reference,pyodide,python
`

async function run(words: readonly string[], { stdout, env }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions('adapters', words, { json: { type: 'boolean' } })
  refuseExtra('adapters', positionals)
  const found = await offers()
  await write(stdout, values.json ? `${JSON.stringify(found, undefined, 2)}\n` : asText(found, style(isColourful(stdout, env))))
  return exitCode.asExpected
}

function asText(found: readonly Offer[], paint: Style): string {
  const width = Math.max(...found.map((offer) => offer.name.length))
  const lines = found.map(({ name, implementation, missing }) =>
    `${missing === undefined ? paint.good('✓') : paint.bad('✗')} ${name.padEnd(width)}  ${missing === undefined ? implementation : `${implementation}: ${missing}`}\n`)
  const python = found.find((offer) => offer.name.startsWith('python:'))
  const example = `reference,${python?.name ?? 'pyodide'}`
  return `${lines.join('')}\n${paint.faint(`For example: asyncio-conformance run --adapter ${example}`)}\n`
}

export const command: Command = { help, run }

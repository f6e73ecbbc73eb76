const prelude = `import asyncio, contextvars, time

def log(*values):
    print(round(time.monotonic() - start, 1), *[v if isinstance(v, str) else repr(v) for v in values])

start = time.monotonic()
`

/** A program as a script for any `python3`, on the machine's clock: times are seconds since its start, to a tenth. */
export function pythonScript(source: string): string {
  return `${prelude}\n${source.trimEnd()}\n\nprint('=>', repr(asyncio.run(main())))\n`
}

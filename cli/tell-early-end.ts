import { exitCode } from './exit-code.ts'

/** What Node exits with when it has nothing left to do and `main` still waits. */
const nothingLeft = 13

/** Until the function that it returns is called, an end of the process is an adapter's doing: it is told, and is no success. */
export function tellEarlyEnd(): () => void {
  process.on('exit', tell)
  return () => process.off('exit', tell)
}

function tell(code: number): void {
  process.exitCode = exitCode.noAdapter
  const reason = code === nothingLeft ? 'an adapter never answered, and nothing is left to wait for' : `an adapter ended the process, by process.exit(${code}) or the like`
  process.stderr.write(`asyncio-conformance: ${reason}: there is no result\n`)
}

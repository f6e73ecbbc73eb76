import { closeSync } from 'node:fs'
import { exitCode } from './exit-code.ts'

/** What Node exits with when it has nothing left to do and `main` still waits. */
const nothingLeft = 13

/** What is said of an end that came `how`. */
type Sentence = (how: string) => string

const usual: Sentence = (how) => `an adapter ${how}: there is no result`
let sentence = usual

/** Until the function that it returns is called, an end of the process is an adapter's doing: it is told, and is no success. */
export function tellEarlyEnd(): () => void {
  process.on('exit', tell)
  return () => process.off('exit', tell)
}

/** Has `said` called for what is told then, until the function that it returns is called. */
export function tellAtEarlyEnd(said: Sentence): () => void {
  sentence = said
  return () => {
    sentence = usual
  }
}

/** Ends the process for an adapter that holds its thread for ever; called in the middle of what it does there. */
export function endStuck(message: string): never {
  process.off('exit', tell)
  process.stderr.write(`asyncio-conformance: ${message}\n`)
  // Node has something to say of the inspector that brought us here, which is nobody's business.
  closeSync(2)
  process.exit(exitCode.noAdapter)
}

function tell(code: number): void {
  process.exitCode = exitCode.noAdapter
  const how = code === nothingLeft ? 'never answered, and nothing is left to wait for' : `ended the process, by process.exit(${code}) or the like`
  process.stderr.write(`asyncio-conformance: ${sentence(how)}\n`)
}

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of `harness.py`: beside this file in a checkout, in the package's `adapters/python` for what was built into `dist`. */
export function harnessPath(): string {
  const beside = fileURLToPath(new URL('./harness.py', import.meta.url))
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../../adapters/python/harness.py', import.meta.url))
}

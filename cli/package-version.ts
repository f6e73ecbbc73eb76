import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../spec/load-spec.ts'

/** This package's version, as its package.json has it. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'))
  return typeof content === 'object' && content !== null && 'version' in content ? String(content.version) : 'unknown'
}

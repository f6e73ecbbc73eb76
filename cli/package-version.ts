import { existsSync, readFileSync } from 'node:fs'

/** This package's version, from the package.json above this file (one folder up in sources, two in `dist`). */
export function packageVersion(): string {
  for (const above of ['../package.json', '../../package.json']) {
    const file = new URL(above, import.meta.url)
    if (!existsSync(file)) continue
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof content === 'object' && content !== null && 'version' in content) return String(content.version)
  }
  return 'unknown'
}

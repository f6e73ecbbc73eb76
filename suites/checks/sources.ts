import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../spec/load-spec.ts'

/** A source file of the project; `path` is relative to the package, with `/`. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** The files of a folder of the package, and of its folders, whose name ends with `ending`. */
export function sourcesIn(folder: string, ending: string): readonly Source[] {
  return readdirSync(join(packageFolder(), folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted()
    .map(file => ({ path: file.slice(packageFolder().length + 1).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
}

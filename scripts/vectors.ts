import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSpec, packageFolder } from '../spec/load-spec.ts'
import { SpecError } from '../spec/spec-error.ts'
import { vectorsDocument } from './vectors-document.ts'

/* Part of npm run build: dist/vectors.json, one rule a line, with its schema beside it. */
try {
  const { rules, ...head } = vectorsDocument(loadSpec())
  const text = `${JSON.stringify(head).slice(0, -1)},"rules":[\n${rules.map(rule => JSON.stringify(rule)).join(',\n')}\n]}\n`
  writeFileSync(join(packageFolder(), 'dist/vectors.json'), text)
  copyFileSync(join(packageFolder(), 'spec/vectors.schema.json'), join(packageFolder(), 'dist/vectors.schema.json'))
} catch (error) {
  if (!(error instanceof SpecError)) throw error
  console.error(`no vectors: the document cannot be read\n${error.message}`)
  process.exitCode = 1
}

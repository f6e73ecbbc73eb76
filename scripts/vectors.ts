import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../spec/load-spec.ts'
import { vectorsDocument } from './vectors-document.ts'
import { writeFromSpec } from './write-from-spec.ts'

/* Part of npm run build: dist/vectors.json, one rule a line, with its schema beside it. */
copyFileSync(join(packageFolder(), 'spec/vectors.schema.json'), join(packageFolder(), 'dist/vectors.schema.json'))
writeFromSpec('dist/vectors.json', (spec) => {
  const { rules, ...head } = vectorsDocument(spec)
  return `${JSON.stringify(head).slice(0, -1)},"rules":[\n${rules.map(rule => JSON.stringify(rule)).join(',\n')}\n]}\n`
})

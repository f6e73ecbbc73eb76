import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { listedChapters } from '../spec/listed-chapters.ts'
import { chapterFiles, packageFolder } from '../spec/load-spec.ts'
import { newRule, NewRuleError } from './rule-skeleton.ts'

/** The areas of a chapter that spec/README.md does not list yet. */
function areasIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/^### ([^.\s]+)\./gm)].map(match => match[1] ?? ''))]
}

/* npm run new-rule -- gather.some-case: appends the skeleton of a rule to the chapter whose area fits longest. */

try {
  const [id, ...rest] = process.argv.slice(2)
  if (id === undefined || rest.length > 0) throw new NewRuleError('say which rule: npm run new-rule -- gather.some-case')
  const listed = new Map(listedChapters(packageFolder()).map(({ name, areas }) => [name, areas]))
  const chapters = chapterFiles().map(file => {
    const text = readFileSync(file, 'utf8')
    return { file, text, areas: listed.get(basename(file, '.md')) ?? areasIn(text) }
  })
  const { file, text, line } = newRule(id, chapters)
  writeFileSync(file, text)
  const chapter = basename(file, '.md')
  console.log(`spec/${chapter}.md:${line}: write the rule, then run \`npx tsx scripts/record.ts ${chapter}\``)
} catch (error) {
  if (!(error instanceof NewRuleError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

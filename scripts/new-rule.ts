import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { chapterFiles } from '../spec/load-spec.ts'
import { newRule, NewRuleError } from './rule-skeleton.ts'

/* npm run new-rule -- gather.some-case: appends the skeleton of a rule to the chapter whose ids begin with `gather.`. */

try {
  const [id, ...rest] = process.argv.slice(2)
  if (id === undefined || rest.length > 0) throw new NewRuleError('say which rule: npm run new-rule -- gather.some-case')
  const chapters = chapterFiles().map(file => ({ file, text: readFileSync(file, 'utf8') }))
  const { file, text, line } = newRule(id, chapters)
  writeFileSync(file, text)
  const chapter = basename(file, '.md')
  console.log(`spec/${chapter}.md:${line}: write the rule, then run \`npx tsx scripts/record.ts ${chapter}\``)
} catch (error) {
  if (!(error instanceof NewRuleError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

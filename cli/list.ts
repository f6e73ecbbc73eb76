import type { Chapter } from '../spec/chapter.ts'
import { isWithin, levels } from '../spec/level.ts'
import type { Rule } from '../spec/rule.ts'
import type { Command } from './command.ts'
import { counted } from './counted.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { firstSentence } from './first-sentence.ts'
import { namesGiven } from './names-given.ts'
import { named } from './named.ts'
import { didYouMean } from './nearest.ts'
import { oneOf, parseOptions, refuseExtra } from './parse-options.ts'
import { readSpec } from './read-spec.ts'
import { rulesMatching } from './rule-filter.ts'
import { style, type Style } from './style.ts'
import { isColourful, write, type Terminal } from './terminal.ts'
import { UserError } from './user-error.ts'

const help = `Lists the rules of the specification.

Usage: asyncio-conformance list [options]

  --chapter NAME   rules of one chapter (repeatable, or A,B)
  --rule GLOB      rules of these names: gather, 'gather.*', '*.timeout' (repeatable, or A,B)
  --level LEVEL    rules up to MUST, SHOULD or CPYTHON
  --json           one JSON array

Examples:
  asyncio-conformance list --chapter gather
  asyncio-conformance list --level MUST --json
`

const options = {
  chapter: { type: 'string', multiple: true },
  rule: { type: 'string', multiple: true },
  level: { type: 'string' },
  json: { type: 'boolean' },
} as const

async function run(words: readonly string[], { stdout, env }: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseOptions('list', words, options)
  refuseExtra('list', positionals)
  const level = oneOf('--level', values.level ?? 'CPYTHON', levels)
  const spec = readSpec()
  const rules = new Set(rulesMatching(spec.rules, namesGiven('--rule', values.rule)).filter((rule) => isWithin(rule.level, level)))
  const chapters = chosen(spec.chapters, namesGiven('--chapter', values.chapter)).map((chapter) => ({ ...chapter, rules: chapter.rules.filter((rule) => rules.has(rule)) }))
  const filled = chapters.filter((chapter) => chapter.rules.length > 0)
  await write(stdout, values.json ? `${JSON.stringify(filled.flatMap((chapter) => chapter.rules.map(asData)), undefined, 2)}\n` : asText(filled, stdout.columns || Infinity, style(isColourful(stdout, env))))
  return exitCode.asExpected
}

function chosen(chapters: readonly Chapter[], names: readonly string[]): readonly Chapter[] {
  if (names.length === 0) return chapters
  for (const name of names) {
    if (chapters.some((chapter) => chapter.name === name)) continue
    throw new UserError(exitCode.badInput, `no chapter ${named(name)}${didYouMean(name, chapters.map((chapter) => chapter.name))}\nThe chapters are ${chapters.map((chapter) => chapter.name).join(', ')}.`)
  }
  return chapters.filter((chapter) => names.includes(chapter.name))
}

/** What other tools need to choose and show a rule; `explain RULE --json` has its programs and traces. */
function asData({ id, chapter, level, since, until, changed, provenance, notes, clock, needs, text, scenarios, untestable, hash, place }: Rule) {
  return { id, chapter, level, since, until, changed, provenance, notes, clock, needs, text, programs: scenarios.length, untestable, hash, place }
}

/** On a terminal of so many columns a sentence is cut to its line; in a pipe it is whole. */
function asText(chapters: readonly Chapter[], columns: number, paint: Style): string {
  const rules = chapters.flatMap((chapter) => chapter.rules)
  const width = Math.max(0, ...rules.map((rule) => rule.id.length))
  const room = columns - width - 12
  const line = (rule: Rule): string => {
    const sentence = firstSentence(rule.text)
    const shown = sentence.length > room && room > 20 ? `${sentence.slice(0, room - 1)}…` : sentence
    return `  ${rule.id.padEnd(width)}  ${paint.faint(rule.level.padEnd(7))} ${shown}\n`
  }
  const blocks = chapters.map((chapter) => `${paint.strong(chapter.title)} ${paint.faint(chapter.file)}\n${chapter.rules.map(line).join('')}\n`)
  return `${blocks.join('')}${counted(rules.length, 'rule')} in ${counted(chapters.length, 'chapter')}\n`
}

export const command: Command = { help, run }

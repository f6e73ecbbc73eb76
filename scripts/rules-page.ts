import type { Rule } from '../spec/rule.ts'
import type { Spec } from '../spec/chapter.ts'

/** The text of `spec/rules.md`: every rule once, chapter by chapter, in the order of the document. */
export function rulesPage({ chapters, rules }: Spec): string {
  return `${[
    `# All rules\n\nThe ${rules.length} rules of the document, each with its first sentence, in reading order. *Since* is the oldest release on which a rule was measured to hold, 3.8 standing for 3.8 or older; what changed after that is in [versions.md](versions.md).`,
    'This page is generated from the chapters by `npm run versions`.',
    ...chapters.map(({ name, title, rules: own }) => `## [${title}](${name}.md)\n\n| rule | level | since | what it says |\n| --- | --- | --- | --- |\n${own.map(row).join('\n')}`),
  ].join('\n\n')}\n`
}

function row({ id, chapter, level, since, until, text }: Rule): string {
  const versions = until === undefined ? since : `${since} to ${until}`
  return `| [${id}](${chapter}.md#${id.replaceAll('.', '')}) | ${level} | ${versions} | ${firstSentence(text)} |`
}

/** The first sentence of a rule, on one line and without links, which are written for its own chapter. */
function firstSentence(text: string): string {
  const [paragraph = ''] = text.trim().split('\n\n')
  const plain = paragraph.replaceAll('\n', ' ').replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
  const [, sentence = plain] = /^(.*?[.:](?:\)|"|`)?)(?: |$)(?![a-z(])/.exec(plain) ?? []
  return sentence.replace(/:$/, '.').replaceAll('|', String.raw`\|`)
}

import type { Spec } from '../spec/chapter.ts'
import { cpythonTests } from './cpython-tests-table.ts'
import { reasonsForNone, type CoveredTests, type TestClass } from './test-class.ts'

/** How many test methods there are of each kind. */
interface Counts {
  readonly covered: number
  readonly none: number
  readonly missing: number
}

/** The text of `spec/cpython-tests.md`. Throws an Error that names the rules of the table that the document does not have. */
export function cpythonTestsPage({ rules }: Spec): string {
  const chapters = new Map(rules.map(({ id, chapter }) => [id, chapter]))
  const unknown = cpythonTests.flatMap(({ tests }) => tests.flatMap(test => 'rules' in test ? test.rules.filter(id => !chapters.has(id)) : []))
  if (unknown.length > 0) throw new Error(`scripts/cpython-tests-table.ts names rules that are not there: ${[...new Set(unknown)].join(', ')}`)
  const link = (id: string) => `[${id}](${chapters.get(id) ?? ''}.md#${id.replaceAll('.', '')})`
  const modules = [...new Set(cpythonTests.map(({ module }) => module))]
  const all = counts(cpythonTests)
  const semantic = all.covered + all.missing
  return `${[
    introduction(all),
    '| module | methods | covered by rules | not about semantics | without a rule |\n| --- | --: | --: | --: | --: |\n'
      + [...modules.map(module => row(`[${module}](#${module})`, counts(cpythonTests.filter(other => other.module === module)))), row('all', all)].join('\n'),
    `Of the ${semantic} methods about semantics ${all.missing} are without a rule: ${(100 * all.missing / semantic).toFixed(1)} %.`,
    ...modules.flatMap(module => [`## ${module}`, ...cpythonTests.filter(other => other.module === module).flatMap(({ name, tests }) => [
      `### ${name}`,
      `| methods | rules |\n| --- | --- |\n${tests.map(test => `| ${methodsOf(test).map(method => `\`${method}\``).join(', ')} | ${covering(test, link)} |`).join('\n')}`,
    ])]),
  ].join('\n\n')}\n`
}

function introduction({ covered, none, missing }: Counts): string {
  return `# CPython's tests

Which rules cover the test methods of CPython's own \`test_asyncio\` (3.15.2), in the modules about what programs see: ${covered + none + missing} methods in all. A method that no rule covers says why: it looks inside of the implementation, or it shows behaviour that still wants a rule.

This page is generated from \`scripts/cpython-tests-table.ts\` by \`npm run cpython-tests\`.`
}

/** The names of the methods, as they stand in the class. */
export function methodsOf({ methods }: CoveredTests): readonly string[] {
  return methods.split(' ').map(name => `test_${name}`)
}

function counts(classes: readonly TestClass[]): Counts {
  const tests = classes.flatMap(({ tests: some }) => some)
  return {
    covered: methodCount(tests.filter(test => 'rules' in test)),
    none: methodCount(tests.filter(test => 'none' in test)),
    missing: methodCount(tests.filter(test => 'missing' in test)),
  }
}

function methodCount(tests: readonly CoveredTests[]): number {
  return tests.flatMap(methodsOf).length
}

function row(name: string, { covered, none, missing }: Counts): string {
  return `| ${name} | ${covered + none + missing} | ${covered} | ${none} | ${missing} |`
}

function covering(test: CoveredTests, link: (id: string) => string): string {
  if ('rules' in test) return test.rules.map(link).join(', ')
  return 'none' in test ? `none: ${reasonsForNone[test.none]}` : `**without a rule**: ${test.missing}`
}

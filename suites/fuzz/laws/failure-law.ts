import { coroutine, indented, type LawDraw } from './law-draw.ts'
import type { Law } from './law.ts'

function safely(lines: readonly string[]): string[] {
  return ['try:', ...indented(lines), 'except ValueError as error:', '    log(\'@ retrieved\', error.args[0])']
}

function program(draw: LawDraw): string {
  const count = 1 + draw.below(1 + draw.size / 3)
  const tasks = draw.times(count, index => {
    const start = `tasks.append(asyncio.create_task(${draw.chance(25) ? 'stubborn' : 'fails'}(${index}, ${draw.delay()})))`
    const task = `tasks[${index}]`
    const later = `await asyncio.sleep(${draw.seconds(4)})`
    return [start, ...draw.pick([
      [], [], [later], ['await asyncio.sleep(0)'],
      safely([`await ${task}`]),
      [later, ...safely([`${task}.result()`])],
      [later, `if ${task}.done():`, `    log('@ retrieved', ${task}.exception().args[0])`],
      [`results = await asyncio.gather(${task}, return_exceptions=True)`, 'log(\'@ retrieved\', results[0].args[0])'],
      safely([`await asyncio.wait_for(${task}, ${draw.seconds(9)})`]),
      [`await asyncio.wait([${task}])`],
      [`await asyncio.wait([${task}])`, ...safely([`${task}.result()`])],
    ])]
  }).flat()
  return [
    'tasks = []',
    ...coroutine('fails(i, delay)', ['await asyncio.sleep(delay)', 'log(\'@ failed\', i)', 'raise ValueError(i)']),
    ...coroutine('stubborn(i, delay)', ['try:', '    await asyncio.sleep(delay)', 'finally:', '    log(\'@ failed\', i)', '    raise ValueError(i)']),
    ...coroutine('main()', [...tasks, ...draw.pick([[], [`await asyncio.sleep(${draw.seconds(5)})`]]), ...draw.pick([[], [], ['tasks.clear()']])]),
  ].join('\n')
}

/** `! Task exception was never retrieved: ValueError(3)`, `2 ! unhandled exception during asyncio.run() shutdown: ValueError(3)` */
const report = /^(?:\S+ )?! .*ValueError\((\d+)\)$/

/** Failures are told. */
export const failureLaw: Law = {
  name: 'failures-told-once',
  says: 'the exception of every task that failed is retrieved or reported, never both and never neither',
  needs: ['gc-reports'],
  program,
  broken(remarks, { lines }) {
    const retrieved = new Set(remarks.filter(({ what }) => what === 'retrieved').map(({ of: [i] }) => i))
    const reported = lines.flatMap(line => report.exec(line)?.[1] ?? [])
    for (const { what, of: [i] } of remarks) {
      if (what !== 'failed') continue
      const reports = reported.filter(other => other === i).length
      if (retrieved.has(i) && reports > 0) return `the exception of ${i} is retrieved and reported`
      if (!retrieved.has(i) && reports === 0) return `the exception of ${i} is neither retrieved nor reported`
      if (reports > 1) return `the exception of ${i} is reported ${reports} times`
    }
    return undefined
  },
}

import { allWrong } from '../suites/fuzz/wrong/all-wrong.ts'
import { findMistake, readableLines } from '../suites/fuzz/wrong/find-mistake.ts'

/**
 * `npm run prove-fuzz [seed]`: every wrong implementation is found within 10 000 programs of a fresh seed and shrunk to
 * what a person reads in ten seconds. Exit code 1 when one is not. Takes minutes.
 */
const seed = process.argv[2] === undefined ? Date.now() % 1_000_000_007 : Number(process.argv[2])
console.log(`seed ${seed}`)
for (const wrong of allWrong) {
  const start = performance.now()
  const found = await findMistake(wrong, { seed, runs: 10_000, programs: { focus: wrong.rare === true ? wrong.area : 'all' } })
  const good = found !== undefined && found.lines <= readableLines
  if (!good) process.exitCode = 1
  const what = found === undefined ? 'not found' : `program ${found.index}, shrunk to ${found.lines} lines after ${found.shrunk.tried} tries`
  console.log(`${good ? 'ok  ' : 'FAIL'} ${wrong.name}: ${what} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

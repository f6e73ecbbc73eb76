import { defaultLimits } from '../adapters/adapter.ts'
import { referenceAdapter } from '../adapters/reference.ts'
import { onLoop, ChangedLoop } from '../suites/fuzz/wrong/changed-loop.ts'
import { allWrong } from '../suites/fuzz/wrong/all-wrong.ts'
import { wrongAdapter } from '../suites/fuzz/wrong/wrong-implementation.ts'
import { fuzz } from '../suites/fuzz/differential.ts'
import { shrink } from '../suites/fuzz/shrink/shrink.ts'
const right = referenceAdapter()
const control = { name: 'control', mistake: 'none', asyncio: () => onLoop(ChangedLoop) }
for (const wrong of [control, ...allWrong]) {
  const adapter = wrongAdapter(wrong)
  const stop = new AbortController()
  const t0 = performance.now()
  const found = await fuzz({ adapters: [adapter, right], seed: Number(process.argv[2] ?? 1), limits: { ...defaultLimits, seconds: 2 }, runs: wrong === control ? 2000 : 10000, signal: stop.signal, onFinding: () => stop.abort() })
  const first = found.findings[0]
  const t1 = performance.now()
  if (!first) { console.log(wrong.name, 'NOTHING in', found.programs, Math.round(t1-t0)); continue }
  const small = await shrink(first, [adapter, right], { ...defaultLimits, seconds: 2 })
  console.log(wrong.name, 'after', first.index, Math.round(t1 - t0), 'ms; shrunk in', Math.round(performance.now() - t1), 'tried', small.tried, 'lines', small.program.source.trim().split('\n').filter(l => l.trim()).length)
  if (process.argv[3]) console.log(small.program.source, first.difference.kind)
}

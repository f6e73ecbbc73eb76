import { expect, test } from 'vitest'
import { captureCallGraph, coroutine, printCallGraph, runVirtual, type FutureCallGraph } from '../../reference-impl/index.ts'

const names = (graph: FutureCallGraph | null): readonly string[] => graph?.callStack.map(({ frame }) => frame?.fCode.coName ?? '') ?? []

class Asks {
  readonly seen: unknown[]
  constructor(seen: unknown[]) {
    this.seen = seen
    this.ask()
  }

  ask(): void { this.seen.push(names(captureCallGraph())) }
}

class AsksToo extends Asks {}

function* each(seen: unknown[]) { yield new AsksToo(seen) }
function* generated() { yield names(captureCallGraph()) }
const drives = () => generated().next().value
const look = (depth: number) => names(captureCallGraph(null, { depth }))

test('the stack of the running task has functions, methods and generators in it, up to the coroutine that the loop drives', async () => {
  const inside = coroutine(function* inside(seen: unknown[]) {
    Array.from(each(seen))
    new Asks(seen).seen.slice(-1).forEach(() => seen.push(names(captureCallGraph())))
  })
  const main = coroutine(function* main() {
    const seen: unknown[] = []
    yield* inside(seen)
    return seen
  })
  expect(await runVirtual(main())).toEqual([
    ['ask', '__init__', 'each', 'inside', 'main'],
    ['ask', '__init__', 'inside', 'main'],
    ['inside', 'main'],
  ])
})

test('depth leaves out the innermost, as far as there are some', async () => {
  const main = coroutine(function* main() { return [0, 1, 2, 3, 9].map(look) })
  expect(await runVirtual(main())).toEqual([['capture_call_graph', 'look', 'main'], ['look', 'main'], ['main'], [], []])
})

test('a generator that a plain function drives ends the stack', async () => {
  const main = coroutine(function* main() { return drives() })
  expect(await runVirtual(main())).toEqual(['generated'])
})

test('the text goes to the file, its own function first', async () => {
  const written: string[] = []
  const main = coroutine(function* main() { printCallGraph(null, { file: { write: text => written.push(text) } }) })
  await runVirtual(main())
  expect(written).toEqual(["* Task(name='Task-1', id=0x…)\n  + Call stack:\n  |   in print_call_graph()\n  |   in async main()\n"])
})

import { programOf, type GeneratedProgram } from './generate.ts'
import { moduleOf, type Statement } from './python-tree.ts'
import { statements, text } from './template.ts'

/** What a function of a small world may do: the text names it, `make` writes it. */
interface Act {
  readonly make: () => Statement[]
  /** Nothing that stands behind it is ever run. */
  readonly last?: boolean
  /** It cannot raise: a `try` around it would be idle. */
  readonly safe?: boolean
}

const waiting: readonly Act[] = [
  { make: () => statements`await asyncio.sleep(0)` },
  { make: () => statements`await asyncio.sleep(1)` },
]

function awaiting(task: string): readonly Act[] {
  return [
    { make: () => statements`await ${task}` },
    { make: () => statements`await asyncio.gather(${task})` },
    { make: () => statements`await asyncio.shield(${task})` },
    { make: () => statements`await asyncio.wait_for(${task}, 1)` },
  ]
}

function cancelling(task: string): Act {
  return { make: () => statements`${task}.cancel()`, safe: true }
}

function raising(name: string): Act {
  return { make: () => statements`raise ValueError(${text(name)})`, last: true }
}

/** What each function may do. Nobody awaits who was started before: so nothing waits in a circle. */
const alphabets = {
  a: [...waiting, cancelling('b'), cancelling('m'), ...awaiting('b'), raising('a')],
  b: [...waiting, cancelling('a'), cancelling('m'), raising('b')],
  m: [...waiting, cancelling('a'), cancelling('b'), ...awaiting('a'), ...awaiting('b'), { make: () => statements`await asyncio.gather(a, b)` }, raising('m')],
} satisfies Readonly<Record<string, readonly Act[]>>

type Name = keyof typeof alphabets

/** A body as a list of acts, some of them within `try`. */
interface Step {
  readonly act: Act
  readonly caught: boolean
}

/**
 * Every program of up to `size` steps over a small alphabet: two tasks and the one that starts them, which sleep, cancel, await,
 * gather, shield, wait with a deadline and raise; each step as it stands or within a `try` that logs what it catches.
 *
 * No two are the same but for names: tasks are named in the order in which they start, and nothing stands behind a `raise`
 * that nobody catches.
 */
export function* smallWorlds(size: number): Generator<GeneratedProgram> {
  let number = 0
  for (let ofMain = 0; ofMain <= size; ofMain++) for (let ofA = 0; ofA + ofMain <= size; ofA++) for (let ofB = 0; ofA + ofB + ofMain <= size; ofB++) {
    for (const m of bodiesOf('m', ofMain)) for (const a of bodiesOf('a', ofA)) for (const b of bodiesOf('b', ofB)) {
      yield programOf(`world:${number}`, world(a, b, m))
      number += 1
    }
  }
}

/** The bodies of a function with so many steps, one at a time: there are 26 times as many with one more. */
function* bodiesOf(name: Name, length: number): Generator<readonly Step[]> {
  if (length === 0) {
    yield []
    return
  }
  const acts: readonly Act[] = alphabets[name]
  for (const body of bodiesOf(name, length - 1)) {
    const last = body.at(-1)
    if (last?.act.last === true && !last.caught) continue
    for (const act of acts) {
      yield [...body, { act, caught: false }]
      if (act.safe !== true) yield [...body, { act, caught: true }]
    }
  }
}

function world(a: readonly Step[], b: readonly Step[], m: readonly Step[]) {
  return moduleOf(statements`
    a = b = m = None
    async def body_a():
        ${bodyOf('a', a)}
    async def body_b():
        ${bodyOf('b', b)}
    async def main():
        global a, b, m
        m = asyncio.current_task()
        a = asyncio.create_task(body_a())
        b = asyncio.create_task(body_b())
        ${bodyOf('m', m)}`)
}

function bodyOf(name: Name, steps: readonly Step[]): Statement[] {
  const made = steps.flatMap(({ act, caught }, index) => [
    ...(caught ? statements`
      try:
          ${act.make()}
      except BaseException as error:
          log(${text(name)}, ${index}, error)` : act.make()),
    ...(act.last === true && !caught ? [] : statements`log(${text(name)}, ${index})`),
  ])
  return made.length > 0 ? made : statements`return ${text(name)}`
}

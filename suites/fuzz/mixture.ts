import { allConstructs } from './constructs/all-constructs.ts'
import type { Construct } from './construct.ts'
import { focuses, greatestSize, versions, type ProgramOptions } from './program-options.ts'
import type { Random } from './random.ts'

/** Draws constructs, each as often as its weight says. */
export class Table {
  readonly #constructs: readonly Construct[]
  /** The sums of the weights up to each construct. */
  readonly #sums: readonly number[]
  readonly #total: number

  constructor(constructs: readonly Construct[], weight: (construct: Construct) => number) {
    this.#constructs = constructs
    let sum = 0
    this.#sums = constructs.map(construct => (sum += weight(construct)))
    this.#total = sum
  }

  draw(random: Random): Construct {
    const drawn = random.nextInt(0, this.#total - 1)
    let low = 0
    let high = this.#sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#sums[middle] ?? 0) > drawn) high = middle
      else low = middle + 1
    }
    const found = this.#constructs[low]
    if (found === undefined) throw new Error('no construct is left to draw')
    return found
  }
}

/** The constructs that programs are made of, with their frequencies. */
export interface Mixture {
  readonly version: NonNullable<ProgramOptions['version']>
  readonly size: number
  readonly focus: NonNullable<ProgramOptions['focus']>
  readonly coroutine: Table
  readonly plain: Table
}

/** What `options` ask for. Throws `RangeError` for a value that is none, and where nothing is left to draw. */
export function mixture({ size = 30, focus = 'all', version = '3.14', without = [] }: ProgramOptions = {}): Mixture {
  if (!(typeof size === 'number' && size > 0 && size <= greatestSize)) throw new RangeError(`size is a number above 0, at most ${greatestSize}, not ${String(size)}`)
  oneOf('focus', focus, focuses)
  oneOf('version', version, versions)
  const unknown = without.find(name => !allConstructs.some(construct => construct.name === name))
  if (unknown !== undefined) throw new RangeError(`no construct is called ${unknown}; there are ${allConstructs.map(({ name }) => name).join(', ')}`)
  const fit = allConstructs.filter(({ since, name }) => !(since !== undefined && Number(since.slice(2)) > Number(version.slice(2))) && !without.includes(name))
  const plain = fit.filter(({ where }) => where === 'anywhere')
  if (plain.length === 0) throw new RangeError(`without leaves no construct that may stand anywhere, such as ${allConstructs.find(({ where }) => where === 'anywhere')?.name}`)
  const weight = (construct: Construct): number => construct.weight * (construct.focus.includes(focus) ? 10 : 1)
  return { version, size, focus, coroutine: new Table(fit, weight), plain: new Table(plain, weight) }
}

function oneOf(option: string, value: string, values: readonly string[]): void {
  if (!values.includes(value)) throw new RangeError(`${option} is one of ${values.join(', ')}, not ${String(value)}`)
}

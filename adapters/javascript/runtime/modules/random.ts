import { item } from '../subscript.ts'
import { iterate } from '../iterate.ts'
import { len } from '../length.ts'
import { makeModule, type Module } from '../module.ts'
import { MersenneTwister } from './mersenne-twister.ts'
import { options } from '../options.ts'
import { raise } from '../raise.ts'
import { range } from '../range.ts'

/** The methods of Python's `random.Random`, seeded with integers. */
export class Random {
  readonly #source: MersenneTwister

  constructor(seed: unknown = Math.floor(Math.random() * 2 ** 32)) {
    this.#source = new MersenneTwister(Number(seed))
  }

  seed(seed: unknown = null): null {
    if (seed !== null && typeof seed !== 'number') raise('TypeError', 'The only supported seed types on every side are: None, int')
    this.#source.seed(typeof seed === 'number' ? seed : Math.floor(Math.random() * 2 ** 32))
    return null
  }

  random(): number {
    return this.#source.random()
  }

  uniform(a: number, b: number): number {
    return a + (b - a) * this.#source.random()
  }

  randint(a: number, b: number): number {
    if (b < a) raise('ValueError', `empty range in randrange(${a}, ${b + 1})`)
    return a + this.#source.below(b - a + 1)
  }

  randrange(...bounds: unknown[]): unknown {
    const numbers = range(bounds[0], bounds[1], bounds[2])
    return numbers.length === 0 ? raise('ValueError', `empty range in randrange(${bounds.join(', ')})`) : numbers.at(this.#source.below(numbers.length))
  }

  getrandbits(bits: number): number {
    return this.#source.bits(bits)
  }

  choice(x: unknown): unknown {
    const length = len(x)
    return length === 0 ? raise('IndexError', 'Cannot choose from an empty sequence') : item(x, this.#source.below(length))
  }

  shuffle(x: unknown[]): null {
    for (let i = x.length - 1; i > 0; i--) {
      const j = this.#source.below(i + 1);
      [x[i], x[j]] = [x[j], x[i]]
    }
    return null
  }

  /** CPython picks from a shrinking pool when the sample is large, and by rejection when it is small. */
  sample(x: unknown, ...rest: unknown[]): unknown[] {
    const [[size], keywords] = options(rest)
    const pool = [...iterate(x)]
    const k = Number(size ?? keywords['k'])
    if (k < 0 || k > pool.length) raise('ValueError', 'Sample larger than population or is negative')
    const setSize = 21 + (k > 5 ? 4 ** Math.ceil(Math.log(k * 3) / Math.log(4)) : 0)
    if (pool.length > setSize) {
      const picked = new Set<number>()
      while (picked.size < k) picked.add(this.#source.below(pool.length))
      return [...picked].map((index) => pool[index])
    }
    return Array.from({ length: k }, (_, i) => {
      const j = this.#source.below(pool.length - i)
      const chosen = pool[j]
      pool[j] = pool[pool.length - i - 1]
      return chosen
    })
  }
}

/** Python's module `random`, of one run. */
export function makeRandom(): Module {
  const shared = new Random()
  const names = ['seed', 'random', 'uniform', 'randint', 'randrange', 'getrandbits', 'choice', 'shuffle', 'sample'] as const
  return makeModule('random', { Random, ...Object.fromEntries(names.map((name) => [name, shared[name].bind(shared)])) })
}

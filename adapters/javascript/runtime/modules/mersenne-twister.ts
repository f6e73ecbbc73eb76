/** CPython's generator of random numbers, bit by bit. CPython 3.14 Modules/_randommodule.c */
export class MersenneTwister {
  readonly #state = new Uint32Array(624)
  #index = 624

  constructor(seed: number) {
    this.seed(seed)
  }

  /** Seeds as `random.seed(int)`: by the 32-bit words of its absolute value. */
  seed(seed: number): void {
    const key: number[] = []
    for (let rest = BigInt(Math.abs(Math.trunc(seed))); rest > 0n || key.length === 0; rest >>= 32n) key.push(Number(rest & 0xffffffffn))
    this.#initialise(19650218)
    const state = this.#state
    let [i, j] = [1, 0]
    const advance = (): void => {
      if (++i >= 624) {
        state[0] = state[623] ?? 0
        i = 1
      }
    }
    const mixed = (factor: number): number => {
      const previous = state[i - 1] ?? 0
      return (state[i] ?? 0) ^ Math.imul(previous ^ (previous >>> 30), factor)
    }
    for (let round = Math.max(624, key.length); round > 0; round--) {
      state[i] = mixed(1664525) + (key[j] ?? 0) + j
      advance()
      j = (j + 1) % key.length
    }
    for (let round = 623; round > 0; round--) {
      state[i] = mixed(1566083941) - i
      advance()
    }
    state[0] = 0x80000000
  }

  #initialise(seed: number): void {
    const state = this.#state
    state[0] = seed
    for (let i = 1; i < 624; i++) {
      const previous = state[i - 1] ?? 0
      state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i
    }
    this.#index = 624
  }

  #refill(): void {
    const state = this.#state
    for (let i = 0; i < 624; i++) {
      const y = ((state[i] ?? 0) & 0x80000000) | ((state[(i + 1) % 624] ?? 0) & 0x7fffffff)
      state[i] = (state[(i + 397) % 624] ?? 0) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)
    }
    this.#index = 0
  }

  /** 32 random bits. */
  next(): number {
    if (this.#index >= 624) this.#refill()
    let y = this.#state[this.#index++] ?? 0
    y ^= y >>> 11
    y ^= (y << 7) & 0x9d2c5680
    y ^= (y << 15) & 0xefc60000
    return (y ^ (y >>> 18)) >>> 0
  }

  /** A number in [0, 1) with 53 random bits. */
  random(): number {
    const [a, b] = [this.next() >>> 5, this.next() >>> 6]
    return (a * 67108864 + b) / 9007199254740992
  }

  /** `bits` random bits, 53 at most. */
  bits(bits: number): number {
    if (bits <= 32) return bits === 0 ? 0 : this.next() >>> (32 - bits)
    const low = this.next()
    return (this.next() >>> (64 - bits)) * 4294967296 + low
  }

  /** A number in [0, limit), as CPython's `_randbelow_with_getrandbits`. */
  below(limit: number): number {
    const size = limit.toString(2).length
    for (;;) {
      const value = this.bits(size)
      if (value < limit) return value
    }
  }
}

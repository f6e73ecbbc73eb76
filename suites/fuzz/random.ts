/** Where a generated program's choices come from; fast-check's `Random` is one. */
export interface Random {
  /** An integer from `min` to `max`, both included. */
  nextInt(min: number, max: number): number
}

/** The choices of program `index` of a seed, independent of all others: sfc32, seeded by splitmix32. */
export function seeded(seed: number, index: number): Random {
  let mixed = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(index | 0, 0x85ebca6b) ^ Math.floor(index / 2 ** 32)
  const mix = (): number => {
    mixed = (mixed + 0x9e3779b9) | 0
    let t = mixed ^ (mixed >>> 16)
    t = Math.imul(t, 0x21f0aaad)
    t ^= t >>> 15
    t = Math.imul(t, 0x735a2d97)
    return t ^ (t >>> 15)
  }
  let a = mix() ^ seed
  let b = mix() ^ index
  let c = mix()
  let counter = 1
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum | 0
    return sum >>> 0
  }
  for (let i = 0; i < 8; i++) next()
  return { nextInt: (min, max) => min + next() % (max - min + 1) }
}

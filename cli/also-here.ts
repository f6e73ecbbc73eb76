import { offers } from './offers.ts'

/** What this machine offers beside the adapters `used`, as lines for the end of a summary. */
export async function alsoHere(used: readonly string[]): Promise<readonly string[]> {
  const others = (await offers()).filter((offer) => !used.includes(offer.name))
  const there = others.filter((offer) => offer.missing === undefined)
  if (there.length === 0) return others.map((offer) => `Not on this machine: ${offer.implementation} (${offer.missing ?? ''})`)
  const width = Math.max(...there.map((offer) => offer.name.length))
  return ['Also on this machine:', ...there.map((offer) => `  --adapter ${offer.name.padEnd(width)}  ${offer.implementation}`)]
}

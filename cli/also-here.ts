import type { Offer } from './offers.ts'

/** Implementations that are named; the others are counted. */
const most = 6

/** What the machine offers beside the adapters `used` (as they were named, and as they name themselves), as the last lines of a summary. */
export function alsoHere(offers: readonly Offer[], used: readonly string[]): readonly string[] {
  const others = offers.filter(({ name, implementation }) => !used.includes(name) && !used.includes(implementation.toLowerCase().replace(' ', '-')))
  const there = others.filter((offer) => offer.missing === undefined)
  const width = Math.max(0, ...there.slice(0, most).map((offer) => offer.name.length))
  return [
    ...(there.length > 0 ? ['Also on this machine:'] : []),
    ...there.slice(0, most).map((offer) => `  --adapter ${offer.name.padEnd(width)}  ${offer.implementation}`),
    ...(there.length > most ? [`  and ${there.length - most} more: asyncio-conformance adapters`] : []),
    ...others.flatMap(({ name, missing }) => (missing === undefined ? [] : [`Not on this machine: ${name} (${missing})`])),
  ]
}

/** What in a text differs by machine and run: places in source files, addresses. */
const place = /(?:,? defined at|,? created at| at) (?:<[^<>\n]*>|[^<>'"\n]*?\.[cm]?[jt]s):\d+/g
/** Before the function in a line of a call graph. */
const graphPlace = /(?<= {2}\| {3})File (?:'[^'\n]*'|"[^"\n]*"), line \d+, /g
const address = /\b0x[0-9a-fA-F]{5,}/g

/** Cuts it out of a text that goes into the trace, as `adapters/python/asyncio_harness/text.py` does. */
export function scrub(text: string): string {
  const placeless = text.includes(' at ') ? text.replaceAll(place, '') : text
  const graphless = placeless.includes('  |   File ') ? placeless.replaceAll(graphPlace, '') : placeless
  return graphless.includes('0x') ? graphless.replaceAll(address, '0x…') : graphless
}

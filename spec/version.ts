/** An asyncio version, major to patch; without a patch it stands for the newest patch of that minor version. */
export type Version = readonly [major: number, minor: number, patch: number]

/** Versions from `from` to `to`, both included; `{ }` is every version. */
export interface VersionRange {
  readonly from?: Version
  readonly to?: Version
}

/**
 * Reads `3.14`, `3.14.2` or `3.15.0rc1` (as 3.15.0). A missing patch becomes `patch`: Infinity, the newest one,
 * unless a lower bound is meant. Throws a RangeError for anything else.
 */
export function parseVersion(text: string, patch = Infinity): Version {
  const match = /^(\d+)\.(\d+)(?:\.(\d+))?(?:(?:a|b|rc)\d+)?(?:[+-].*)?$/.exec(text)
  if (!match) throw new RangeError(`'${text}' is not a version: write 3.14 or 3.14.2`)
  return [Number(match[1]), Number(match[2]), match[3] === undefined ? patch : Number(match[3])]
}

/** `'3.13'` of `'3.13.2'`. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.')
}

/** Negative, zero or positive as `a` is older than, equal to or newer than `b`. */
export function compareVersions(a: Version, b: Version): number {
  if (a[0] !== b[0]) return a[0] - b[0]
  if (a[1] !== b[1]) return a[1] - b[1]
  return a[2] === b[2] ? 0 : a[2] - b[2]
}

/** Reads `3.8-3.11`, `3.12+`, `3.14.0-3.14.2`, `3.12` (every 3.12.x) or `''` (every version). Throws a RangeError for anything else. */
export function parseVersionRange(text: string): VersionRange {
  if (text === '') return {}
  if (text.endsWith('+')) return { from: bound(text.slice(0, -1), 0) }
  const [from = '', to = from, ...rest] = text.split('-')
  if (rest.length > 0) throw new RangeError(`'${text}' is not a range of versions: write 3.8-3.11, 3.12+ or 3.12`)
  const range = { from: bound(from, 0), to: bound(to, Infinity) }
  if (compareVersions(range.from, range.to) > 0) throw new RangeError(`'${text}' is an empty range of versions`)
  return range
}

/** A bound is written strictly: a claim such as `3.15.0rc1` is not one. */
function bound(text: string, patch: number): Version {
  if (!/^\d+\.\d+(\.\d+)?$/.test(text)) throw new RangeError(`'${text}' is not a version: write 3.14 or 3.14.2`)
  return parseVersion(text, patch)
}

/** Whether `version` lies in `range`: `3.14`, the newest 3.14, lies in `3.14.2+` and not in `3.14.0-3.14.2`. */
export function inRange(version: Version, range: VersionRange): boolean {
  return (range.from === undefined || compareVersions(range.from, version) <= 0)
    && (range.to === undefined || compareVersions(version, range.to) <= 0)
}

/** Whether some version lies in both ranges. */
export function rangesOverlap(a: VersionRange, b: VersionRange): boolean {
  const before = (x: VersionRange, y: VersionRange) =>
    x.to !== undefined && y.from !== undefined && compareVersions(x.to, y.from) < 0
  return !before(a, b) && !before(b, a)
}

/** A range as the document writes it: `3.8-3.11`, `3.12+`, `''` for every version. */
export function rangeText({ from, to }: VersionRange): string {
  if (from === undefined) return to === undefined ? '' : `3.8-${boundText(to, Infinity)}`
  if (to === undefined) return `${boundText(from, 0)}+`
  const [first, last] = [boundText(from, 0), boundText(to, Infinity)]
  return first === last ? first : `${first}-${last}`
}

/** A bound without the patch that it has when none is written. */
function boundText([major, minor, patch]: Version, missing: number): string {
  return patch === missing ? `${major}.${minor}` : `${major}.${minor}.${patch}`
}

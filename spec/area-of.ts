/** The area that the rule `id` belongs to: the longest of `areas` that is `id` or stands before a `.` of it. */
export function areaOf(id: string, areas: Iterable<string>): string | undefined {
  let longest: string | undefined
  for (const area of areas) {
    if (`${id}.`.startsWith(`${area}.`) && area.length > (longest?.length ?? 0)) longest = area
  }
  return longest
}

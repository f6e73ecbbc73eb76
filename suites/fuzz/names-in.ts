/** What a program names of asyncio, and the methods and kinds of statements it uses. */
export function namesIn(source: string): ReadonlySet<string> {
  const found = source.matchAll(/\basyncio\.(\w+)|\.(\w+)\(|\b(except\*|async with|async for|finally|raise)/g)
  return new Set([...found].map(([, name, method, keyword]) => name ?? method ?? keyword ?? ''))
}

import type { ClassInfo } from './class-info.ts'
import type { Compilation } from './compilation.ts'
import type { Meaning } from './meaning.ts'
import type { Expression } from './parse.ts'

/** The class itself and those of the program above it, nearest first. */
export function* lineage(c: Compilation, info: ClassInfo): Generator<ClassInfo> {
  let each: ClassInfo | undefined = info
  const seen = new Set<ClassInfo>()
  while (each !== undefined && !seen.has(each)) {
    seen.add(each)
    yield each
    const base: Expression | undefined = each.bases[0]
    const meaning: Meaning | undefined = base === undefined ? undefined : c.meaning(base)
    each = meaning?.kind === 'class' ? meaning.info : undefined
  }
}

/** The class of asyncio that a class of the program inherits from, by its name. */
export function asyncioBase(c: Compilation, info: ClassInfo): string | undefined {
  for (const each of lineage(c, info)) {
    const base = each.bases[0]
    const meaning = base === undefined ? undefined : c.meaning(base)
    if (meaning?.kind === 'asyncio') return meaning.name
  }
  return undefined
}

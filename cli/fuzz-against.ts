import { findPythons } from '../adapters/machine.ts'

/** Who is compared with when nobody is named: CPython 3.14 of this machine; Pyodide where it is installed; else CPython 3.13. */
export async function defaultOracle(): Promise<string> {
  const pythons = (await findPythons()).filter(({ implementation }) => implementation === 'CPython')
  const of = (minor: string): string | undefined => pythons.find(({ version }) => version.startsWith(`${minor}.`))?.path
  const newest = of('3.14')
  if (newest !== undefined) return `python:${newest}`
  try {
    import.meta.resolve('pyodide')
    return 'pyodide'
  } catch {
    const older = of('3.13')
    return older === undefined ? 'pyodide' : `python:${older}`
  }
}

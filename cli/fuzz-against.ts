import { offers } from './offers.ts'

/**
 * Who is compared with when nobody is named, for an adapter that claims the version `claims`: the very release if it is here,
 * as a Python of this machine or as Pyodide; else the newest CPython of that minor version; else Pyodide.
 */
export async function defaultOracle(claims: string): Promise<string> {
  const here = (await offers()).filter(({ name, implementation, missing }) => missing === undefined && name !== 'reference' && implementation.startsWith('CPython'))
  const native = here.filter(({ name }) => name.startsWith('python:'))
  const minor = claims.split('.').slice(0, 2).join('.')
  const oracle = [...native, ...here].find(({ version }) => version === claims) ?? native.find(({ version }) => version?.startsWith(`${minor}.`))
  return oracle?.name ?? 'pyodide'
}

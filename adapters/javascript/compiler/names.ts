const reserved = new Set(
  ('arguments await case catch const debugger default delete do enum eval export extends function implements instanceof interface let new null ' +
    'asyncio package private protected public static super switch this throw typeof undefined var void yield Array Map Set Object String Number Symbol Promise Infinity NaN').split(' '),
)

/** The JavaScript name of a Python variable: itself, with `_` behind it where JavaScript has other plans for the word. */
export function variableName(name: string): string {
  return reserved.has(name) ? `${name}_` : name
}

/** Whether `text` can stand behind a dot or as a key without quotes. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text)
}

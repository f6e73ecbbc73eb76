/** A name that somebody gave, for a message: as it is, or in quotes where it is empty or has what cannot be seen or would break the line. */
export function named(name: string): string {
  return name === '' || /^\s|\s$|[\p{Control}\u2028\u2029]/u.test(name) ? JSON.stringify(name) : name
}

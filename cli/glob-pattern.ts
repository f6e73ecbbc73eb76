/** Which texts a glob names: `*` is any text, `?` one character; one without either is also what goes on behind a dot, `gather` so `gather.order` too. */
export function globPattern(glob: string): RegExp {
  const body = glob.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*').replaceAll('?', '.')
  return new RegExp(/[*?]/.test(glob) ? `^${body}$` : `^${body}(\\..*)?$`)
}

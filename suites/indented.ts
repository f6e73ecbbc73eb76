/** `text` with so many blanks before each line that is not empty. */
export function indented(text: string, blanks = 4): string {
  return text.split('\n').map(line => (' '.repeat(blanks) + line).trimEnd()).join('\n')
}

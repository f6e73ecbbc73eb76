/** The first sentence of a rule's Markdown text, on one line. */
export function firstSentence(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return /^.*?\.(?= [A-Z`]|$)/.exec(line)?.[0] ?? line
}

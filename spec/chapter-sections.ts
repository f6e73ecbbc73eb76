/** A code fence: the language and what follows it (`trace 3.12+`), its text, and the line of its opening backticks, from 1. */
export interface Fence {
  readonly language: string
  readonly info: string
  readonly text: string
  readonly line: number
}

/** A paragraph or any other run of lines without a blank one; `line` is its first, from 1. */
export interface Paragraph {
  readonly text: string
  readonly line: number
}

/** A rule's section: what stands between its `###` heading and the next heading of that rank or above. */
export interface Section {
  readonly heading: Paragraph
  /** Paragraphs; a fence of another language than `python` and `trace` is one too. */
  readonly paragraphs: readonly Paragraph[]
  /** Programs and traces in their order. */
  readonly fences: readonly Fence[]
}

/** A chapter's Markdown, cut up. */
export interface ChapterText {
  /** Text of the `#` heading, empty where there is none. */
  readonly title: string
  /** Up to the first `##` or `###` heading. */
  readonly introduction: string
  readonly sections: readonly Section[]
  /** Lines of fences that are never closed. */
  readonly unclosed: readonly number[]
}

/** Cuts a chapter into sections; what is right or wrong with them is for the reader of chapters to say. */
export function chapterSections(text: string): ChapterText {
  const lines = text.split('\n')
  const sections: { heading: Paragraph, paragraphs: Paragraph[], fences: Fence[] }[] = []
  const introduction: string[] = []
  const unclosed: number[] = []
  let title = ''
  let section: typeof sections[number] | undefined
  let headings = false
  let paragraph: { from: number, lines: string[] } | undefined
  const endParagraph = () => {
    if (paragraph) section?.paragraphs.push({ text: paragraph.lines.join('\n'), line: paragraph.from })
    paragraph = undefined
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const fence = line.startsWith('```') ? /^```(\S*) *(.*?) *$/.exec(line) : null
    if (fence) {
      endParagraph()
      let end = i + 1
      while (end < lines.length && lines[end]?.trimEnd() !== '```') end++
      if (end === lines.length) unclosed.push(i + 1)
      const block = { language: fence[1] ?? '', info: fence[2] ?? '', text: lines.slice(i + 1, end).join('\n'), line: i + 1 }
      if (!headings) introduction.push(...lines.slice(i, end + 1))
      else if (block.language === 'python' || block.language === 'trace') section?.fences.push(block)
      else section?.paragraphs.push({ text: lines.slice(i, end + 1).join('\n'), line: i + 1 })
      i = end
      continue
    }
    const heading = line.startsWith('#') ? /^(#{1,3}) +(.*?) *$/.exec(line) : null
    if (heading) {
      endParagraph()
      const [, rank = '', name = ''] = heading
      section = undefined
      if (rank === '#' && !headings) title = name
      else headings = true
      if (rank === '###') sections.push(section = { heading: { text: name, line: i + 1 }, paragraphs: [], fences: [] })
    } else if (!headings) introduction.push(line)
    else if (line.trim() === '') endParagraph()
    else (paragraph ??= { from: i + 1, lines: [] }).lines.push(line)
  }
  endParagraph()
  return { title, introduction: introduction.join('\n').trim(), sections, unclosed }
}

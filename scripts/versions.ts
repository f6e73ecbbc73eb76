import { versionsChapter } from './versions-chapter.ts'
import { writeFromSpec } from './write-from-spec.ts'

/* npm run versions: writes spec/versions.md anew. A check fails while it is not what the chapters say. */
writeFromSpec('spec/versions.md', versionsChapter)

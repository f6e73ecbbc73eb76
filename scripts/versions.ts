import { rulesPage } from './rules-page.ts'
import { versionsChapter } from './versions-chapter.ts'
import { writeFromSpec } from './write-from-spec.ts'

/* npm run versions: writes spec/versions.md and spec/rules.md anew. Checks fail while they are not what the chapters say. */
writeFromSpec('spec/versions.md', versionsChapter)
writeFromSpec('spec/rules.md', rulesPage)

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSpec, packageFolder } from '../spec/load-spec.ts'
import { versionsChapter } from './versions-chapter.ts'

/* npm run versions: writes spec/versions.md anew. A check fails while it is not what the chapters say. */
writeFileSync(join(packageFolder(), 'spec/versions.md'), versionsChapter(loadSpec()))

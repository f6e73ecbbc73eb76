import { cpythonTestsPage } from './cpython-tests-page.ts'
import { writeFromSpec } from './write-from-spec.ts'

/* npm run cpython-tests: writes spec/cpython-tests.md anew. A check fails while it is not what table and chapters say. */
writeFromSpec('spec/cpython-tests.md', cpythonTestsPage)

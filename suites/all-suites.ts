import { gather } from './gather.suite.ts'
import type { Suite } from './suite.ts'
import { wait } from './wait.suite.ts'

/** The suite of every chapter. */
export const allSuites: readonly Suite[] = [gather, wait]

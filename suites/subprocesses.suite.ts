import { suite } from './suite.ts'

export const subprocesses = suite('subprocesses')

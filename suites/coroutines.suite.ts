import { suite } from './suite.ts'

export const coroutines = suite('coroutines')

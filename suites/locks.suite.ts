import { suite } from './suite.ts'

export const locks = suite('locks')

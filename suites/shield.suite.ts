import { suite } from './suite.ts'

export const shield = suite('shield')

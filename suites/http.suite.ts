import { suite } from './suite.ts'

export const http = suite('http')

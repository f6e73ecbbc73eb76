import { suite } from './suite.ts'

export const sockets = suite('sockets')

import { suite } from './suite.ts'

export const servers = suite('servers')

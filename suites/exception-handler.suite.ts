import { suite } from './suite.ts'

export const exceptionHandler = suite('exception-handler')

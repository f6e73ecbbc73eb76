import { constants } from 'node:os'
import { makeModule } from '../module.ts'

/** Python's `signal`: the numbers of the signals. */
export const signal = makeModule('signal', { ...constants.signals })

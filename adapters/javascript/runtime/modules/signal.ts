import { constants } from 'node:os'
import { makeModule } from '../module.ts'

const defaultAction = 0

/** The action of a signal: the default one, or whoever listens. */
function getsignal(number: number): unknown {
  const name = Object.keys(constants.signals).filter(isSignal).find(each => constants.signals[each] === number)
  return name === undefined ? defaultAction : process.listeners(name)[0] ?? defaultAction
}

function isSignal(name: string): name is NodeJS.Signals {
  return name in constants.signals
}

/** Python's `signal`: the numbers of the signals, and who answers them. */
export const signal = makeModule('signal', { ...constants.signals, SIG_DFL: defaultAction, getsignal })

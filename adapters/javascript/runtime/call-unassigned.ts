import { unboundAround, unboundName } from './call-raise.ts'

/** What is in a variable that has no value yet, or none any more. */
export const unassigned = Symbol('unassigned')

/** The value of a local variable that may have none. @throws UnboundLocalError */
export function assigned<T>(value: T, name: string): Exclude<T, typeof unassigned> {
  return isAssigned(value) ? value : unboundName(name)
}

/** The value of a variable of a function around. @throws NameError */
export function assignedAround<T>(value: T, name: string): Exclude<T, typeof unassigned> {
  return isAssigned(value) ? value : unboundAround(name)
}

function isAssigned<T>(value: T): value is Exclude<T, typeof unassigned> {
  return value !== unassigned
}

/** What a timer's callback threw where nobody could catch it: Node would end the process, a run ends the program. */
export class Uncaught extends Error {
  constructor(thrown: unknown) {
    super(`a timer's callback threw ${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)}`, { cause: thrown })
  }
}

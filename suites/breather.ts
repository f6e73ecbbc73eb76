/** How long work may keep Node from signals and sockets, in milliseconds. */
const longest = 50

/** A function to await between pieces of work that may never leave Node's turn: now and then it holds all who call it until the next turn. */
export function breather(): () => Promise<void> | undefined {
  let turn: Promise<void> | undefined
  let since = performance.now()
  return () => {
    if (turn === undefined && performance.now() - since > longest) {
      turn = new Promise((resolve) => setImmediate(() => {
        turn = undefined
        since = performance.now()
        resolve()
      }))
    }
    return turn
  }
}

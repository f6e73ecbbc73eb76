/** A turn of the event loop: adapters that answer at once would keep timers and Ctrl-C waiting for the end of the run. */
export function turn(): Promise<void> {
  return new Promise(resolve => { setImmediate(resolve) })
}

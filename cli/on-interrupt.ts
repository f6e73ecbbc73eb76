/** Until the function that it returns is called, the first Ctrl-C calls `action`; the second one ends the process as usual. */
export function onInterrupt(action: () => void): () => void {
  const usual = process.listeners('SIGINT')
  const restore = (): void => {
    process.off('SIGINT', interrupted)
    for (const listener of usual) if (!process.listeners('SIGINT').includes(listener)) process.on('SIGINT', listener)
  }
  const interrupted = (): void => {
    restore()
    action()
  }
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', interrupted)
  return restore
}

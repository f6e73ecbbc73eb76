/** Does work whose signal Ctrl-C sets, so that it ends with what it has; a second Ctrl-C ends the process as usual. */
export async function untilInterrupt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const usual = process.listeners('SIGINT')
  const restore = (): void => {
    process.off('SIGINT', interrupted)
    for (const listener of usual) if (!process.listeners('SIGINT').includes(listener)) process.on('SIGINT', listener)
  }
  const interrupted = (): void => {
    restore()
    stop.abort()
  }
  process.removeAllListeners('SIGINT')
  process.on('SIGINT', interrupted)
  try {
    return await work(stop.signal)
  } finally {
    restore()
  }
}

/** Takes a signal away from whoever listens, as Python's `signal.signal` does; the function that it returns gives it back. */
export function takeSignal(signal: NodeJS.Signals): () => void {
  const usual = process.listeners(signal)
  process.removeAllListeners(signal)
  return () => {
    for (const listener of usual) if (!process.listeners(signal).includes(listener)) process.on(signal, listener)
  }
}

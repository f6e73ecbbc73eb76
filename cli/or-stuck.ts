/** How long work may take that Node could still wait for. */
const seconds = 60

/** What `work` comes to, or the error for why it will not: nothing is left that Node could wait for, or a minute is over. */
export function orStuck<T>(work: Promise<T>, error: (reason: string) => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const idle = (): void => void setImmediate(() => reject(error('it waits for something that never comes')))
    process.once('beforeExit', idle)
    const timer = setTimeout(() => reject(error(`it was not ready within ${seconds} s`)), seconds * 1000).unref()
    const over = (): void => {
      process.off('beforeExit', idle)
      clearTimeout(timer)
    }
    work.then((value) => {
      over()
      resolve(value)
    }, (reason: unknown) => {
      over()
      reject(reason)
    })
  })
}

/** How long work may take that Node could still wait for. */
const seconds = 60

/** What `work` comes to, or the error for why it will not: nothing is left that Node could wait for, or a minute is over. */
export async function orStuck<T>(work: Promise<T>, error: (reason: string) => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let idle: () => void = () => {}
  const stuck = new Promise<never>((_, reject) => {
    idle = () => setImmediate(() => reject(error('it waits for something that never comes')))
    process.once('beforeExit', idle)
    timer = setTimeout(() => reject(error(`it was not ready within ${seconds} s`)), seconds * 1000).unref()
  })
  try {
    return await Promise.race([work, stuck])
  } finally {
    process.off('beforeExit', idle)
    clearTimeout(timer)
  }
}

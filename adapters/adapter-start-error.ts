/** An adapter's implementation could not be started; the message says what was tried, what happened and what to do. */
export class AdapterStartError extends Error {
  override readonly name = 'AdapterStartError'
}

/** What has a body that runs in steps: a coroutine or an asynchronous generator. */
export interface Running {
  readonly __qualname__: string
  readonly __typename__: string
  /** The one in whose step this one's step runs. @internal */
  _outer: Running | null
}

/** The one whose body runs now, each within its `_outer`: what a coroutine iterates it awaits. */
export let innermost: Running | null = null

/** Its body begins a step. */
export function entered(body: Running): void {
  body._outer = innermost
  innermost = body
}

/** The step is over. */
export function left(body: Running): void {
  innermost = body._outer
  body._outer = null
}

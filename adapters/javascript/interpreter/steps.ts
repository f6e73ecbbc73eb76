/** What steps through an expression or statement: it yields where the coroutine or generator is suspended. */
export type Steps<T> = Generator<unknown, T, unknown>

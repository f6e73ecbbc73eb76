/** How a statement ended: it ran to its end, or leaves the loop, its round, or the function, whose result the frame has. */
export type Completion = typeof normal | typeof broken | typeof continued | typeof returned

export const normal = 0
export const broken = 1
export const continued = 2
export const returned = 3

/** The program that each JavaScript adapter of this process has begun last, by the adapter's name: for who must say where the process ended. */
export const underWay = new Map<string, string>()

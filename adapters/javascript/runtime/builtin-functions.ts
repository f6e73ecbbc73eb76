/** The runtime's functions that stand for Python's builtins, told apart by `repr` from the program's own. */
export const builtinFunctions = new WeakSet<object>()

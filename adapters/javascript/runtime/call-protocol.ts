/** What compiled programs need beyond Python's builtins: calls, awaiting, context managers, raising, class members. */
export { asyncIterable, asyncIterate, resumable } from './call-iterate.ts'
export { asyncMethods, decorateMethod, shared } from './class-members.ts'
export { awaitable, awaitIterator, yieldFrom } from './call-await.ts'
export { call, callMethod, keywordDict, keywords, strict, strictMethod, takeOptions } from './call-keywords.ts'
export { checkedBound, checkedMethod, misfit } from './call-checked.ts'
export { enter, enterAsync } from './call-context.ts'
export { chained, exceptStar, raised, raisedFrom, reraise, unboundName, undefinedName } from './call-raise.ts'
export { named, signature } from './call-signature.ts'

import type { Construct } from '../construct.ts'
import { future } from '../module-objects.ts'
import { expression, statements, text } from '../template.ts'

/** Futures that the program itself decides. */
export const futureConstructs: readonly Construct[] = [
  { name: 'await-future', focus: ['futures'], weight: 5, where: 'coroutine', write: w => w.logged(expression`await ${future(w)}`) },
  {
    name: 'set-result', focus: ['futures'], weight: 6, where: 'anywhere',
    write(w) {
      const name = future(w)
      return statements`
        if not ${name}.done():
            ${name}.set_result(${text(w.label())})`
    },
  },
  {
    name: 'set-exception', focus: ['futures'], weight: 3, where: 'anywhere',
    write(w) {
      const name = future(w)
      return statements`
        if not ${name}.done():
            ${name}.set_exception(${w.chance(85) ? expression`ValueError(${text(w.label())})` : w.chance(50) ? expression`asyncio.CancelledError()` : expression`StopIteration()`})`
    },
  },
  { name: 'set-result-blindly', focus: ['futures'], weight: 1, where: 'anywhere', write: w => statements`${future(w)}.set_result(${text(w.label())})` },
  { name: 'cancel-future', focus: ['futures', 'cancellation'], weight: 3, where: 'anywhere', write: w => statements`${future(w)}.cancel()` },
  {
    name: 'set-result-later', focus: ['futures', 'callbacks'], weight: 4, where: 'anywhere',
    write: w => w.chance(30)
      ? statements`asyncio.get_running_loop().call_soon(${future(w)}.set_result, ${text(w.label())})`
      : statements`asyncio.get_running_loop().call_later(${w.delay()}, ${future(w)}.set_result, ${text(w.label())})`,
  },
  {
    name: 'new-future', focus: ['futures'], weight: 4, where: 'anywhere',
    write(w) {
      const name = w.assign(future(w))
      return statements`${name} = asyncio.get_running_loop().create_future()`
    },
  },
]

import { setFlagsFromString } from 'node:v8'

/**
 * Tells V8 to make all objects among the young ones, in this process. By itself it makes those of a kind that often
 * survives among the old ones at once, where they keep all that they refer to until the next full collection: of programs
 * that live for a millisecond, run by the hundred thousand, that is most. `node dist/scripts/fuzz-speed.js` measures with it.
 */
export function keepObjectsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring')
}

import { Handle } from './handle.ts'

/** What `callSoonThreadsafe` gives. CPython 3.14 events.py; here a callback runs and is taken back in one thread. */
export class _ThreadSafeHandle extends Handle {}

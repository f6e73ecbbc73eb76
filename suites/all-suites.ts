import { asCompleted } from './as-completed.suite.ts'
import { asyncGenerators } from './async-generators.suite.ts'
import { barriers } from './barriers.suite.ts'
import { cancellation } from './cancellation.suite.ts'
import { conditions } from './conditions.suite.ts'
import { contextVariables } from './context-variables.suite.ts'
import { coroutines } from './coroutines.suite.ts'
import { debug } from './debug.suite.ts'
import { eagerTasks } from './eager-tasks.suite.ts'
import { eventLoop } from './event-loop.suite.ts'
import { events } from './events.suite.ts'
import { exceptions } from './exceptions.suite.ts'
import { executors } from './executors.suite.ts'
import { futures } from './futures.suite.ts'
import { gather } from './gather.suite.ts'
import { hazards } from './hazards.suite.ts'
import { introspection } from './introspection.suite.ts'
import { locks } from './locks.suite.ts'
import { ordering } from './ordering.suite.ts'
import { queues } from './queues.suite.ts'
import { running } from './running.suite.ts'
import { semaphores } from './semaphores.suite.ts'
import { shield } from './shield.suite.ts'
import { streamReader } from './stream-reader.suite.ts'
import { streams } from './streams.suite.ts'
import { subprocesses } from './subprocesses.suite.ts'
import { taskGroups } from './task-groups.suite.ts'
import { tasks } from './tasks.suite.ts'
import { timeouts } from './timeouts.suite.ts'
import { wait } from './wait.suite.ts'
import { waitFor } from './wait-for.suite.ts'
import type { Suite } from './suite.ts'

/** The suite of every chapter, in the order of the document. */
export const allSuites: readonly Suite[] = [
  coroutines, running, tasks, ordering, eventLoop, futures, cancellation, gather, wait, waitFor, asCompleted,
  shield, timeouts, taskGroups, exceptions, semaphores, locks, events, conditions, barriers, queues, streamReader,
  contextVariables, asyncGenerators, executors, streams, subprocesses, eagerTasks, debug, introspection, hazards,
]

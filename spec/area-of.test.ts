import { expect, test } from 'vitest'
import { areaOf } from './area-of.ts'

const areas = ['task', 'task.cancel', 'task-group', 'task-group.cancel', 'wait.timeout']

test.each([
  ['task.name', 'task'],
  ['task.cancel', 'task.cancel'],
  ['task.cancel.twice', 'task.cancel'],
  ['task.cancelled', 'task'],
  ['task-group.cancel.in-body', 'task-group.cancel'],
  ['task-group.cancelled', 'task-group'],
  ['wait.timeout.zero', 'wait.timeout'],
  ['wait.first', undefined],
])('%s belongs to %s', (id, area) => {
  expect(areaOf(id, areas)).toBe(area)
  expect(areaOf(id, areas.toReversed())).toBe(area)
})

import { expect, test } from 'vitest'
import { loadSpec } from '../../spec/load-spec.ts'
import { neededCapabilities } from '../needed-capabilities.ts'

test('every rule names the capabilities that its programs and traces need', () => {
  const missing = loadSpec().rules.flatMap(rule => {
    const texts = rule.scenarios.flatMap(scenario => [scenario.source, ...scenario.expectations.map(({ trace }) => trace.text)])
    const lacking = neededCapabilities(texts).filter(capability => !rule.needs.includes(capability))
    return lacking.length === 0 ? [] : [`${rule.place.file}:${rule.place.line}: rule ${rule.id} needs: ${[...rule.needs, ...lacking].join(', ')}`]
  })
  expect(missing).toEqual([])
})

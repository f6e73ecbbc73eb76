import { expect, test } from 'vitest'
import { named } from './named.ts'

test('a name is quoted where it would be taken for something else', () => {
  expect(['a.py', "it's a b.py", '', 'a\nb.py', ' a', 'é\u001B[31m'].map(named)).toEqual(['a.py', "it's a b.py", '""', String.raw`"a\nb.py"`, '" a"', String.raw`"é\u001b[31m"`])
})

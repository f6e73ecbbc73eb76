import { makeModule } from '../module.ts'
import { namedtuple } from './namedtuple.ts'
import { pythonClassName } from '../class-name.ts'

class Stream {
  static readonly [pythonClassName]: string = 'stdout'
  readonly encoding = 'utf-8'

  write(text: string): number {
    return text.length
  }

  flush(): null {
    return null
  }
}

/** Python's `sys`: the version that the implementation claims. */
export function makeSys(claims: string) {
  const [major = 3, minor = 14, micro = 0] = claims.split('.').map(Number)
  const VersionInfo = namedtuple('sys.version_info', 'major minor micro releaselevel serial')
  return makeModule('sys', {
    versionInfo: typeof VersionInfo === 'function' ? Reflect.construct(VersionInfo, [major, minor, micro, 'final', 0]) : null,
    version: `${major}.${minor}.${micro}`,
    maxsize: Number.MAX_SAFE_INTEGER,
    platform: 'linux',
    stdout: new Stream(),
    getrecursionlimit: () => 1000,
  })
}

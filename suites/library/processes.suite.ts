import { expect, test } from 'vitest'
import {
  CancelledError, coroutine, createSubprocessExec, createSubprocessShell, createTask, FileNotFoundError, getRunningLoop, NotImplementedError, OSError, PermissionError, run, sleep, subprocess, SubprocessProtocol,
  TypeError, ValueError,
} from '../../reference-impl/index.ts'

const { PIPE, STDOUT, DEVNULL } = subprocess
const text = (bytes: Uint8Array | null | undefined): string | null => bytes ? new TextDecoder().decode(bytes) : null

/** What starting a process raises. */
function refusal(words: readonly string[], options: object): Promise<unknown> {
  const [program = '', ...args] = words
  const main = coroutine(function* main() {
    try {
      const process = yield* createSubprocessExec(program, ...args, options)
      yield* process.wait()
    } catch (error) {
      return error
    }
    return null
  })
  return run(main())
}

test('two outputs are one pipe, without a shell between', async () => {
  const main = coroutine(function* main() {
    const process = yield* createSubprocessExec('sh', '-c', 'echo $0; echo err >&2; echo end', { stdout: PIPE, stderr: STDOUT })
    const [output, errors] = yield* process.communicate()
    const silent = yield* createSubprocessExec('sh', '-c', 'echo err >&2', { stdin: DEVNULL, stdout: DEVNULL, stderr: STDOUT })
    return [text(output), errors, yield* silent.wait()]
  })
  expect(await run(main())).toEqual(['sh\nerr\nend\n', null, 0])
  expect(await refusal(['no-such-program-anywhere'], { stdin: PIPE, stdout: PIPE, stderr: STDOUT })).toBeInstanceOf(FileNotFoundError)
})

test('what cannot be started raises what CPython raises', async () => {
  expect(await refusal([''], {})).toBeInstanceOf(PermissionError)
  expect(await refusal(['/etc/passwd'], {})).toBeInstanceOf(PermissionError)
  expect(await refusal(['true', '\0'], {})).toBeInstanceOf(ValueError)
  expect(await refusal(['true', 'x'.repeat(2 ** 20)], {})).toBeInstanceOf(OSError)
})

test('options that Popen does not have, and those that Node does not offer', async () => {
  expect(await refusal(['true'], { bogus: 1 })).toMatchObject({ message: expect.stringContaining("Popen.__init__() got an unexpected keyword argument 'bogus'") })
  expect(await refusal(['true'], { bogus: 1 })).toBeInstanceOf(TypeError)
  expect(await refusal(['true'], { umask: 7 })).toBeInstanceOf(NotImplementedError)
  expect(await refusal(['true'], { umask: -1, closeFds: true, env: undefined })).toBe(null)
})

test('another executable, a session of its own, words of bytes', async () => {
  const main = coroutine(function* main() {
    const bytes = (word: string): Uint8Array => new TextEncoder().encode(word)
    const named = yield* createSubprocessExec('me', '-c', bytes('echo $0'), { executable: '/bin/sh', stdout: PIPE })
    const line = yield* createSubprocessShell(bytes('echo $$ $(cut -d" " -f6 /proc/$$/stat 2>/dev/null || echo $$)'), { startNewSession: true, stdout: PIPE })
    const [name] = yield* named.communicate()
    const [session] = yield* line.communicate()
    const [pid, sid] = text(session)?.split(/\s/) ?? []
    return [text(name), pid === sid]
  })
  expect(await run(main())).toEqual(['me\n', true])
})

test('whoever is cancelled while a process is started leaves none behind', async () => {
  class Watched extends SubprocessProtocol {}
  const main = coroutine(function* main() {
    const outcomes: unknown[] = []
    for (let turns = 0; turns < 12; turns++) {
      const starting = createTask(getRunningLoop().subprocessExec(() => new Watched(), 'sleep', '60'))
      for (let turn = 0; turn < turns; turn++) yield* sleep(0)
      starting.cancel()
      try {
        const [transport] = yield* starting
        transport.close()
        outcomes.push('started')
      } catch (error) {
        outcomes.push(error instanceof CancelledError)
      }
    }
    return outcomes.every(outcome => outcome === true || outcome === 'started') && outcomes[0] === true
  })
  expect(await run(main())).toBe(true)
})

test('transports show what they are', async () => {
  const main = coroutine(function* main() {
    const [transport] = yield* getRunningLoop().subprocessShell(() => new SubprocessProtocol(), 'cat', { stderr: null })
    const pid = String(transport.getPid())
    const pipes = [0, 1].map(fd => transport.getPipeTransport(fd))
    const shown = [String(transport), ...pipes.map(pipe => pipe?.getExtraInfo('pipe') !== null), transport.getExtraInfo('subprocess') !== null, transport.getExtraInfo('nothing', 1)]
    pipes[0]?.close()
    shown.push(String(pipes[0]))
    while (transport.getReturncode() === null) yield* sleep(0.01)
    yield* sleep(0.05)
    transport.close()
    return [...shown, String(transport)].map(each => typeof each === 'string' ? each.replaceAll(pid, 'N') : each)
  })
  expect(await run(main())).toEqual([
    '<_UnixSubprocessTransport pid=N running stdin=<_UnixWritePipeTransport> stdout=<_UnixReadPipeTransport>>', true, true, true, 1,
    '<_UnixWritePipeTransport closing>',
    '<_UnixSubprocessTransport closed pid=N returncode=0 stdin=<_UnixWritePipeTransport closed> stdout=<_UnixReadPipeTransport closed>>',
  ])
})

test('only bytes are written, and to a closed pipe nothing', async () => {
  const main = coroutine(function* main() {
    const { stdin, stdout } = yield* createSubprocessExec('cat', { stdin: PIPE, stdout: PIPE })
    if (stdin === null || stdout === null) return null
    const wrong: unknown = ['x']
    let refused = ''
    try {
      if (Array.isArray(wrong)) stdin.writelines(wrong)
    } catch (error) {
      refused = String(error)
    }
    stdin.transport.setWriteBufferLimits(100)
    stdin.writelines([Uint8Array.of(97), new Uint8Array(), Uint8Array.of(98)])
    stdin.writeEof()
    stdin.write(Uint8Array.of(99))
    const limits = stdin.transport.getWriteBufferLimits()
    yield* stdin.waitClosed()
    return [refused, stdin.canWriteEof(), limits, text(yield* stdout.read())]
  })
  expect(await run(main())).toEqual([expect.stringContaining('sequence item 0: expected a bytes-like object, str found'), true, [25, 100], 'ab'])
})

import { expect, test } from 'vitest'
import {
  BrokenPipeError, CancelledError, ConnectionResetError, coroutine, createSubprocessExec, createSubprocessShell, createTask, FileNotFoundError, getRunningLoop, NotImplementedError, OSError, PermissionError, ProcessLookupError, Protocol, run, sleep, subprocess, SubprocessProtocol, type SubprocessTransport, type Task,
  TypeError, ValueError,
} from '../../reference-impl/index.ts'

const { PIPE, STDOUT, DEVNULL } = subprocess
const bytes = (word: string): Uint8Array => new TextEncoder().encode(word)
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
  const main = coroutine(function* main() {
    const loop = getRunningLoop()
    let late: Task<unknown> | null = null
    let made: SubprocessTransport | null = null
    class Cancelling extends SubprocessProtocol {
      override connectionMade(transport: SubprocessTransport): void {
        made = transport
        late?.cancel()
      }
    }
    const early = createTask(loop.subprocessExec(() => new SubprocessProtocol(), 'sleep', '60'))
    yield* sleep(0)
    early.cancel()
    const cancelled = createTask(loop.subprocessExec(() => new Cancelling(), 'sleep', '60'))
    late = cancelled
    const outcomes: unknown[] = []
    for (const starting of [early, cancelled]) {
      try {
        yield* starting
      } catch (error) {
        outcomes.push(error)
      }
    }
    return [...outcomes, String(made)]
  })
  expect(await run(main())).toEqual([expect.any(CancelledError), expect.any(CancelledError), expect.stringContaining('returncode=-9')])
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
    const refused: string[] = []
    for (const write of [() => { if (Array.isArray(wrong)) stdin.writelines(wrong) }, () => { Reflect.apply(stdin.write, stdin, ['x']) }]) {
      try {
        write()
      } catch (error) {
        refused.push(String(error))
      }
    }
    stdin.transport.setWriteBufferLimits(100)
    stdin.writelines([Uint8Array.of(97), new Uint8Array(), Uint8Array.of(98)])
    stdin.writeEof()
    stdin.write(Uint8Array.of(99))
    const limits = stdin.transport.getWriteBufferLimits()
    yield* stdin.waitClosed()
    return [...refused, stdin.canWriteEof(), limits, text(yield* stdout.read())]
  })
  expect(await run(main())).toEqual([expect.stringContaining('sequence item 0: expected a bytes-like object, str found'), expect.stringContaining('AssertionError'), true, [25, 100], 'ab'])
})

test('the transport of an output is closed once; its protocol can be changed', async () => {
  const main = coroutine(function* main() {
    const heard: unknown[] = []
    class Listener extends SubprocessProtocol {
      override pipeConnectionLost(fd: number): void { heard.push(fd) }
    }
    const loop = getRunningLoop()
    const [transport, protocol] = yield* loop.subprocessExec(() => new Listener(), 'cat')
    const [input, output, errors] = [0, 1, 2].map(fd => transport.getPipeTransport(fd))
    heard.push(String(input?.getProtocol()), String(output?.getProtocol()), transport.getProtocol() === protocol)
    for (const pipe of [output, errors, input]) {
      pipe?.close()
      pipe?.close()
    }
    yield* sleep(0)
    for (const pipe of [output, errors, input]) pipe?.close()
    const other = new Protocol()
    output?.setProtocol(other)
    input?.setProtocol(other)
    heard.push(output?.getProtocol() === other, input?.getProtocol() === other)
    while (transport.getProtocol() !== null) yield* sleep(0.01)
    return heard
  })
  expect(await run(main())).toEqual(['<WriteSubprocessPipeProto fd=0>', '<ReadSubprocessPipeProto fd=1>', true, true, true, 1, 2, 0])
})

test('a signal that is none is refused, one that comes too late is dropped or refused', async () => {
  const main = coroutine(function* main() {
    const process = yield* createSubprocessExec('sh', '-c', 'read x; exec 3<&0; cat <&3 & exit 7', { stdin: PIPE, stdout: PIPE })
    const refused: unknown[] = [String(process).replace(String(process.pid), 'N')]
    const send = (signal: number): void => {
      try {
        process.sendSignal(signal)
        refused.push('taken')
      } catch (error) {
        refused.push(error)
      }
    }
    send(999)
    process.stdin?.write(bytes('go\n'))
    refused.push(yield* process.wait())
    send(15)
    process.stdin?.close()
    yield* process.communicate()
    yield* sleep(0.05)
    send(15)
    return refused
  })
  expect(await run(main())).toEqual(['<Process N>', expect.any(OSError), 7, 'taken', expect.any(ProcessLookupError)])
})

test('an output is paused and goes on, however often that is said', async () => {
  const main = coroutine(function* main() {
    class Listener extends SubprocessProtocol {
      received = 0
      override pipeDataReceived(_fd: number, data: Uint8Array): void { this.received += data.length }
    }
    const [transport, protocol] = yield* getRunningLoop().subprocessExec(() => new Listener(), 'head', '-c', '1000000', '/dev/zero', { stdin: null, stderr: null })
    const output = transport.getPipeTransport(1)
    if (output === null || !('pauseReading' in output)) return null
    output.resumeReading()
    output.pauseReading()
    output.pauseReading()
    yield* sleep(0.05)
    const { received } = protocol
    const state = [output.isReading()]
    output.resumeReading()
    output.resumeReading()
    state.push(output.isReading(), received < 1_000_000)
    while (transport.getProtocol() !== null) yield* sleep(0.01)
    output.pauseReading()
    output.resumeReading()
    return [...state, output.isReading(), protocol.received]
  })
  expect(await run(main())).toEqual([false, true, true, false, 1_000_000])
})

test('processes that still run end with their loop, whatever they say then', async () => {
  const main = coroutine(function* main() {
    const talking = yield* createSubprocessExec('yes', { stdin: PIPE, stdout: PIPE })
    yield* createSubprocessExec('sleep', '60', { stdin: PIPE, stdout: PIPE, stderr: STDOUT })
    talking.stdin?.write(new Uint8Array(1_000_000))
    return talking.pid
  })
  const pid = await run(main())
  await new Promise(resolve => { setTimeout(resolve, 100) })
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('a write that finds nobody who reads closes the pipe', async () => {
  const main = coroutine(function* main() {
    const child = yield* createSubprocessExec('sleep', '60', { stdin: PIPE })
    const { stdin } = child
    if (stdin === null) return null
    child.kill()
    // No turn for the loop, which would notice first.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    stdin.write(Uint8Array.of(1))
    const closing = stdin.isClosing()
    stdin.transport.abort()
    const raised: unknown[] = []
    for (const attempt of [stdin.waitClosed(), stdin.drain()]) {
      try {
        yield* attempt
      } catch (error) {
        raised.push(error)
      }
    }
    return [closing, stdin.getExtraInfo('nothing', 'none'), ...raised, yield* child.wait()]
  })
  expect(await run(main())).toEqual([true, 'none', expect.any(BrokenPipeError), expect.any(ConnectionResetError), -9])
})

import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { Socket } from 'node:net'
import { AdapterStartError } from './adapter-start-error.ts'
import type { Channel, ChannelEvents } from './stdio-channel.ts'
import { LineSplitter } from './stdio-line-splitter.ts'
import { readAnswer, readHello } from './stdio-protocol.ts'

/** How to start a child that speaks `spec/adapter-protocol.md`. */
export interface StdioCommand {
  readonly command: string
  readonly args?: readonly string[]
  /** Added to the environment, which is inherited. */
  readonly env?: Readonly<Record<string, string>>
  /** Seconds until its hello line; 10 by default. */
  readonly startSeconds?: number
}

/** Longest line of a child, in characters: a trace of the default limit with every character escaped. */
const longestLine = 8_000_000
const keptOfStderr = 2000
const drainMilliseconds = 200
const closeMilliseconds = 500
const ownGroup = process.platform !== 'win32'

/** Every child alive; ended with our process whatever ends it, short of a signal that cannot be caught: those see stdin end. */
const alive = new Set<ChildProcessWithoutNullStreams>()

function killAll(): void {
  for (const child of alive) killTree(child)
}

/** Kills a child with the processes it started: it leads a process group of its own, where there are such. */
function killTree(child: ChildProcessWithoutNullStreams): void {
  try {
    if (ownGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // Nobody is left in the group.
  }
}

/** Starts a child and waits for its hello. Rejects with `AdapterStartError`. */
export async function openChild(command: StdioCommand, events: ChannelEvents): Promise<Channel> {
  if (command.command === '' || command.command.includes('\0')) throw new AdapterStartError(`${JSON.stringify(command.command)} is not the name of a command`)
  return new Promise((resolve, reject) => startChild(command, events, resolve, reject))
}

function startChild(command: StdioCommand, events: ChannelEvents, resolve: (channel: Channel) => void, reject: (error: AdapterStartError) => void): void {
  const child = spawn(command.command, command.args ?? [], { env: { ...process.env, ...command.env }, windowsHide: true, detached: ownGroup })
  if (alive.size === 0) process.on('exit', killAll)
  alive.add(child)
  const lines = new LineSplitter()
  let stderr = ''
  let state: 'starting' | 'open' | 'ended' = 'starting'

  const quoteStderr = () => {
    const last = stderr.trimEnd().split('\n').slice(-5).join('\n')
    return last === '' ? '' : `; the last it wrote to stderr:\n${last}`
  }
  const gone = new Promise<void>(done => {
    const leave = () => {
      alive.delete(child)
      if (alive.size === 0) process.off('exit', killAll)
      done()
    }
    child.once('exit', leave)
    child.once('error', leave)
  })
  const end = (reason: string, fault: 'crash' | 'flood' = 'crash') => {
    if (state === 'ended') return
    const starting = state === 'starting'
    state = 'ended'
    clearTimeout(timer)
    killTree(child)
    for (const stream of child.stdio) stream?.destroy()
    if (starting) reject(new AdapterStartError(`${command.command} ${reason}${quoteStderr()}`))
    else events.onEnd(reason + quoteStderr(), fault)
  }
  const kill = (): Promise<void> => {
    state = 'ended'
    killTree(child)
    for (const stream of child.stdio) stream?.destroy()
    return gone
  }
  const channel: Omit<Channel, 'hello'> = {
    send: requests => void child.stdin.write(requests.map(request => JSON.stringify(request) + '\n').join('')),
    hold: held => {
      for (const handle of [child, ...child.stdio]) {
        if (handle !== child && !(handle instanceof Socket)) continue
        if (held) handle.ref()
        else handle.unref()
      }
    },
    kill,
    close: async () => {
      state = 'ended'
      child.stdin.end()
      const timer = setTimeout(() => void kill(), closeMilliseconds)
      await gone
      clearTimeout(timer)
      killTree(child)
    },
  }
  const hear = (heard: readonly string[]) => {
    const [first] = heard
    if (first === undefined) return
    if (state === 'open') return events.onAnswers(heard.map(readAnswer))
    const hello = readHello(first)
    if ('kind' in hello) return end(hello.reason)
    state = 'open'
    clearTimeout(timer)
    resolve({ ...channel, hello })
    if (heard.length > 1) events.onAnswers(heard.slice(1).map(readAnswer))
  }
  const seconds = command.startSeconds ?? 10
  const timer = setTimeout(() => end(`did not say hello within ${seconds} s`), seconds * 1000)

  child.stdin.on('error', () => undefined)
  child.stdout.on('data', (data: Buffer) => {
    if (state === 'ended') return
    hear(lines.push(data).filter(line => line.trim() !== ''))
    if (lines.pending > longestLine) end(`printed a line of more than ${longestLine} characters`, 'flood')
  })
  child.stderr.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString()).slice(-keptOfStderr)
  })
  child.on('error', error => end('code' in error && error.code === 'ENOENT' ? notFound(command.command) : `could not be run: ${error.message}`))
  child.on('exit', (code, signal) => {
    const reason = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`
    const late = setTimeout(() => end(reason), drainMilliseconds)
    child.once('close', () => {
      clearTimeout(late)
      end(reason)
    })
  })
}

function notFound(command: string): string {
  return /[/\\]/.test(command) ? 'does not exist' : 'was not found on PATH'
}

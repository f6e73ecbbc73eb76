// The thread in which Pyodide runs asyncio_harness. Plain JavaScript: a worker is loaded without our compiler.
// Messages in: lists of requests; messages out: lines of spec/adapter-protocol.md, the first one the hello.
/* oxlint-disable unicorn/require-post-message-target-origin -- a port of worker_threads has no origin */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, threadId, workerData } from 'node:worker_threads'

const { loadPyodide, version } = await import(pathToFileURL(join(workerData.folder, 'pyodide.mjs')).href)
const ignore = () => {}
// Pyodide 0.21 takes its own address for a folder unless it is told.
const options = { indexURL: workerData.folder + sep, stdin: () => undefined, stdout: ignore, stderr: ignore }
// Older releases have no snapshots, or others.
const python = Number.parseInt(version) >= 314 ? await fromMemory(join(workerData.cache, `memory-of-pyodide-${version}.bin`)) : await loadPyodide(options)
python.FS.mkdirTree('/harness/asyncio_harness')
for (const file of readdirSync(workerData.harness).filter(name => name.endsWith('.py'))) {
  python.FS.writeFile(`/harness/asyncio_harness/${file}`, readFileSync(join(workerData.harness, file)))
}
const start = python.runPython(`
import sys
sys.path.insert(0, '/harness')
from asyncio_harness.protocol import channel
sys.path.remove('/harness')
channel
`)
const [hello, answer] = start()

parentPort.on('message', requests => {
  // One message an answer: what was not yet posted would be lost with a program that hangs.
  for (const request of requests) parentPort.postMessage(answer(request))
})
parentPort.postMessage(hello)

/** Pyodide with the memory that an earlier one had when it was loaded, which `file` keeps. */
async function fromMemory(file) {
  try {
    return await loadPyodide({ ...options, _loadSnapshot: readFileSync(file) })
  } catch {
    // There is none yet, or one of another build.
  }
  const loaded = await loadPyodide({ ...options, _makeSnapshot: true })
  const unfinished = `${file}.${process.pid}.${threadId}`
  try {
    mkdirSync(workerData.cache, { recursive: true })
    writeFileSync(unfinished, loaded.makeMemorySnapshot())
    renameSync(unfinished, file)
  } catch {
    // Nothing can be kept here: the next one is loaded anew.
    if (existsSync(unfinished)) rmSync(unfinished)
  }
  return loaded
}

// The thread in which Pyodide runs harness.py. Plain JavaScript: a worker is loaded without our compiler.
// Messages in: lists of requests; messages out: lines of spec/adapter-protocol.md, the first one the hello.
/* oxlint-disable unicorn/require-post-message-target-origin -- a port of worker_threads has no origin */
import { readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'

const { loadPyodide } = await import(pathToFileURL(join(workerData.folder, 'pyodide.mjs')).href)
const ignore = () => {}
// Pyodide 0.21 takes its own address for a folder unless it is told.
const python = await loadPyodide({ indexURL: workerData.folder + sep, stdin: () => undefined, stdout: ignore, stderr: ignore })
python.FS.mkdirTree('/harness')
python.FS.writeFile('/harness/harness.py', readFileSync(workerData.harness, 'utf8'))
const start = python.runPython(`
import sys
sys.path.insert(0, '/harness')
import harness
sys.path.remove('/harness')
harness.channel
`)
const [hello, answer] = start()

parentPort.on('message', requests => {
  // One message an answer: what was not yet posted would be lost with a program that hangs.
  for (const request of requests) parentPort.postMessage(answer(request))
})
parentPort.postMessage(hello)

/** OpenLink Virtuoso: its bulk loader takes graph.nq as it is, and its endpoint, whose default graph is all graphs, answers as we do. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectedAnswer, questions, tableOfJson } from '../rdf/questions.js'
import { askEndpoint, freePort, type Server, startServer } from './server.js'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-virtuoso-'))
let server: Server
let endpoint = ''
let loaded = ''

beforeAll(async () => {
  const [port, web] = [await freePort(), await freePort()]
  endpoint = `http://localhost:${web}/sparql`
  copyFileSync('out/graph.nq', join(folder, 'graph.nq'))
  writeFileSync(join(folder, 'virtuoso.ini'), settings(port, web))
  server = await startServer({
    command: 'virtuoso-t',
    args: ['-f', '-c', 'virtuoso.ini'],
    cwd: folder,
    ready: async () => (await askEndpoint(endpoint, 'ASK {}')).includes('true')
  })
  const load = `ld_dir('${folder}', 'graph.nq', 'https://example.org/news'); rdf_loader_run(); checkpoint; select ll_file, ll_state, ll_error from DB.DBA.load_list;`
  loaded = execFileSync('isql-vt', [String(port), 'dba', 'dba', `exec=${load}`], { encoding: 'utf8' })
})

afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('loads the file without an error', () => {
  expect(loaded).toMatch(/graph\.nq\s+2\s+NULL/)
})

test.each(questions())('answers $name', async ({ name, query }) => {
  expect(tableOfJson(await askEndpoint(endpoint, query))).toBe(expectedAnswer(name))
})

function settings(port: number, web: number): string {
  return `[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa

[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx

[Parameters]
ServerPort = 127.0.0.1:${port}
DirsAllowed = ${folder}
NumberOfBuffers = 20000
MaxDirtyBuffers = 12000

[HTTPServer]
ServerPort = 127.0.0.1:${web}
ServerThreads = 4

[SPARQL]
ResultSetMaxRows = 100000
`
}

/** OpenLink Virtuoso, by the lines of docs/stores.md: its bulk loader takes graph.nq as it is, and its endpoint, whose default graph is all graphs, answers as we do. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectedAnswer, questions, tableOfCsv, tableOfJson } from '../rdf/questions.js'
import { asked, block, shell } from './documented.js'
import { askEndpoint, freePort, type Server, startServer } from './server.js'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-virtuoso-'))
let server: Server
let endpoint = ''
let loaded = ''
let curl = ''

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
  const load = block('Virtuoso', 'isql-vt').replace('1111', String(port)).replace('/srv/news', folder)
  loaded = shell(load).stdout
  curl = block('Virtuoso', 'curl').replace('8890', String(web))
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

test('answers curl', () => {
  expect(tableOfCsv(shell(curl).stdout)).toBe(expectedAnswer(asked))
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

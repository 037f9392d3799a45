/** A request of the SPARQL 1.1 Protocol → the query in it. https://www.w3.org/TR/sparql11-protocol/ */

export interface SparqlRequest {
  readonly query: string
  readonly defaultGraphs: readonly string[] | undefined
  readonly namedGraphs: readonly string[] | undefined
  readonly union: boolean | undefined
}

/** What is wrong with a request, and the status that says so. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest'
  constructor(
    readonly status: 400 | 403 | 405 | 413 | 415,
    message: string
  ) {
    super(message)
  }
}

export interface RequestParts {
  readonly method: string
  readonly parameters: URLSearchParams
  readonly contentType: string | undefined
  readonly body: Uint8Array
}

/**
 * @returns null for a GET without a query: a person looks at the endpoint, or a program asks what it is
 * @throws BadRequest
 */
export function readSparqlRequest({ method, parameters, contentType, body }: RequestParts): SparqlRequest | null {
  if (method === 'GET' || method === 'HEAD') {
    if (parameters.has('update')) throw readOnly()
    return parameters.has('query') ? fromParameters(parameters, one(parameters, 'query')) : null
  }
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'application/sparql-update') throw readOnly()
  if (type === 'application/sparql-query') {
    if (parameters.has('query'))
      throw new BadRequest(400, 'the query stands in the body and in the address: send it once')
    return fromParameters(parameters, decode(body))
  }
  if (type === 'application/x-www-form-urlencoded') {
    const form = new URLSearchParams(decode(body))
    if (form.has('update') || parameters.has('update')) throw readOnly()
    return fromParameters(form, one(form, 'query'))
  }
  throw new BadRequest(415, 'send a query as application/sparql-query or as the field query of a form')
}

function readOnly(): BadRequest {
  return new BadRequest(403, 'this graph is read-only: updates are refused')
}

function fromParameters(parameters: URLSearchParams, query: string): SparqlRequest {
  const graphs = (name: string): readonly string[] | undefined =>
    parameters.has(name) ? parameters.getAll(name) : undefined
  const union = parameters.get('union-default-graph')
  return {
    query,
    defaultGraphs: graphs('default-graph-uri'),
    namedGraphs: graphs('named-graph-uri'),
    union: union === null ? undefined : union !== 'false'
  }
}

function one(parameters: URLSearchParams, name: string): string {
  const [first, ...more] = parameters.getAll(name)
  if (first === undefined) throw new BadRequest(400, `the request has no ${name}`)
  if (more.length > 0) throw new BadRequest(400, `the request has more than one ${name}`)
  return first
}

function decode(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new BadRequest(400, 'the body is not UTF-8')
  }
}

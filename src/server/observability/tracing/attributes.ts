import type { Attributes } from '@opentelemetry/api';

import { withoutSecrets } from '../../../eutils/failures/redact.js';
import { type EutilsRequest, programOf } from '../../../eutils/wire.js';
import type { CallRecord } from '../../../upstream/call.js';
import type { RequestEnd } from '../request-end.js';

/** Words of a question that are names of ours or of NCBI: a command, databases, a link name. */
const NAMES = /^(?:neighbor(?:_score)? \S+ \S+ \S+|\S+(?: \w+)?)/;

/** A question without what callers may have written into it, such as the term of a filter. */
export function questionOf(question: string): string {
  return NAMES.exec(question)?.[0] ?? '';
}

/**
 * A request to NCBI in the names of the semantic conventions. All its parameters are in its body, so that no address
 * holds a key.
 */
export function callAttributes({ utility, params, idCount }: EutilsRequest, baseUrl: string): Attributes {
  const { href, hostname, port, protocol } = new URL(programOf(utility), baseUrl);
  const command = params.find(([name]) => name === 'cmd')?.[1];
  return {
    'http.request.method': 'POST',
    'url.full': href,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'entrez.ids': idCount,
    ...(command !== undefined && { 'entrez.command': command }),
  };
}

/** How a request to NCBI ended. */
export function callEndAttributes(
  { outcome, waited, source, size }: CallRecord,
  status: number | undefined,
): Attributes {
  return {
    'entrez.waited_ms': Math.round(waited),
    'entrez.answer.characters': size,
    ...(source && { 'entrez.source': source }),
    ...(status !== undefined && { 'http.response.status_code': status }),
    ...(outcome !== 'answered' && { 'error.type': outcome }),
  };
}

/** What became of a request of a client. */
export function requestAttributes({ id, name, type, outcome, codes, operation }: RequestEnd): Attributes {
  const account = operation?.report();
  return {
    'entrez.request.id': id,
    'entrez.outcome': outcome,
    ...(name !== undefined && { 'graphql.operation.name': withoutSecrets(name) }),
    ...(type && { 'graphql.operation.type': type }),
    ...(codes[0] !== undefined && { 'error.type': codes[0] }),
    ...(account && {
      'entrez.calls': account.calls.total,
      'entrez.cache_hits': account.cacheHits,
      'entrez.waited_ms': account.waitedMs,
    }),
  };
}

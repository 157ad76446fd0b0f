import { randomUUID } from 'node:crypto';

import { withoutSecrets } from '../../eutils/failures/redact.js';

/** The header in which callers may give a request an id, and in which every answer says it. */
export const REQUEST_ID = 'x-request-id';

/** An id that stands in logs and headers must not be able to look like more than one. */
const FORM = /^[\w.:-]{1,128}$/;

/** The id that a caller gave its request, where it can be used and is no key or address by mistake; else a new one. */
export function requestIdOf(headers: Pick<Headers, 'get'>): string {
  const given = headers.get(REQUEST_ID);
  return given !== null && FORM.test(given) && withoutSecrets(given) === given ? given : randomUUID();
}

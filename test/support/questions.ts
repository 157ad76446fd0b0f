import { wholeOf } from '../../src/eutils/body/text.js';
import type { EutilsRequest, Retmode } from '../../src/eutils/wire.js';
import type { EutilsCall } from '../../src/upstream/call.js';

/** A request as the loaders make it; what it means does not matter to the client. */
export function requestFor(uids: readonly string[], retmode: Retmode = 'json'): EutilsRequest {
  return {
    utility: 'elink',
    retmode,
    params: [['retmode', retmode], ...uids.map((uid) => ['id', uid] as const)],
    idCount: uids.length,
  };
}

/** A question whose answer is the text of the body. */
export function plainQuestion(...uids: readonly string[]): EutilsCall<string> {
  return { request: requestFor(uids), decode: wholeOf };
}

import type { GraphqlAnswer } from './running-gateway.js';

/** One payload of a streamed answer, as a client sees it. */
export interface Payload extends Partial<GraphqlAnswer> {
  readonly hasNext?: boolean;
  readonly incremental?: readonly (Pick<Partial<GraphqlAnswer>, 'errors'> & {
    readonly path: readonly (string | number)[];
    readonly label?: string;
    // What a query asks for is known to the test that wrote it only.
    readonly data?: any; // oxlint-disable-line typescript/no-explicit-any
    readonly items?: readonly any[]; // oxlint-disable-line typescript/no-explicit-any
  })[];
}

/** Asks an operation whose answer may be streamed. */
export function askStreamed(
  url: string,
  query: string,
  { accept = 'multipart/mixed', signal }: { readonly accept?: string; readonly signal?: AbortSignal } = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
}

/** The payloads of an answer as they arrive, from `multipart/mixed` or `text/event-stream`. */
export async function* payloadsOf(response: Response): AsyncGenerator<Payload, void> {
  if (!response.body) {
    throw new Error('The answer has no body.');
  }
  const isPart = /^multipart\/mixed; *boundary="-"/.test(response.headers.get('content-type') ?? '');
  const [end, start] = isPart ? ['\r\n---', '\r\n\r\n'] : ['\n\n', 'data: '];
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const parts = text.split(end);
    text = parts.pop() ?? '';
    for (const part of parts) {
      const at = part.indexOf(start);
      if (at >= 0) {
        yield JSON.parse(part.slice(at + start.length)) as Payload;
      }
    }
  }
}

/** All payloads of an answer. */
export async function allPayloads(response: Response): Promise<Payload[]> {
  const payloads: Payload[] = [];
  for await (const payload of payloadsOf(response)) {
    payloads.push(payload);
  }
  return payloads;
}

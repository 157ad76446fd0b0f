import type { Answer } from '../http/answer.js';
import { invalidKey, rateExceeded, rateHeaders } from '../http/gateway.js';
import { htmlPage } from '../http/html-page.js';
import { errorAnswer, noBackEnd } from './error-answer.js';
import type { Fault, FaultRequest } from './fault.js';

/** Refusals by status, and those of the gateway before all programs. */
export const statusFaults = {
  'http-400': {
    description: 'HTTP 400 with the failure of a back end, which passes',
    answer: (_honest, request) => ({ ...errorAnswer(request, noBackEnd(request)), status: 400 }),
  },
  'http-414': {
    description: 'HTTP 414 with a web page: the request is too long',
    answer: () => htmlPage(414, 'Request-URI Too Large'),
  },
  'http-429': {
    description: 'HTTP 429, with headers that say nothing is left',
    answer: (_honest, request) => refusal(request),
  },
  'http-429-bare': {
    description: 'HTTP 429 without any header about the rate',
    answer: (_honest, request) => ({ ...refusal(request), headers: {} }),
  },
  'http-429-retry-after': {
    description: 'HTTP 429 with Retry-After: 1, which NCBI is not known to send',
    answer: (_honest, request) => {
      const refused = refusal(request);
      return { ...refused, headers: { ...refused.headers, 'Retry-After': '1' } };
    },
  },
  'rate-in-200': {
    description: 'the body of HTTP 429 under status 200',
    answer: (_honest, request) => ({ ...refusal(request), status: 200 }),
  },
  'key-refused': {
    description: 'the API key is invalid; requests without one are served',
    fits: ({ params }) => params.get('api_key') !== undefined,
    answer: (_honest, { caller }) => invalidKey(caller),
  },
  'http-500': {
    description: 'HTTP 500 of the gateway, which echoes the key or the address',
    answer: (_honest, { caller }) => ({
      status: 500,
      type: 'json',
      body: `{"error":"error forwarding request","api-key":${JSON.stringify(caller)},"type":"ip",\n"status":"ok"}`,
    }),
  },
  unroutable: {
    description: "HTTP 500 of NCBI's own gateway, which does not find its rate control",
    answer: () => ({
      status: 500,
      type: 'text',
      body: 'Unable to route request! service name: /http/service/ratecontrol\n',
    }),
  },
  'http-502': {
    description: 'HTTP 502 with a web page',
    answer: () => htmlPage(502, 'Bad Gateway'),
  },
  'http-503': {
    description: 'HTTP 503 with a web page',
    answer: () => htmlPage(503, 'Service Unavailable'),
  },
  blocked: {
    description: 'HTTP 403 with the page for addresses that NCBI keeps out',
    answer: () =>
      htmlPage(
        403,
        'Access Denied',
        'Your access to the NCBI website is blocked because of a possible misuse situation.',
      ),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** As after one request too many in a second (protocol: recorded 2024). */
function refusal({ params, caller }: FaultRequest): Answer & { readonly headers: Readonly<Record<string, string>> } {
  const limit = params.get('api_key') === undefined ? 3 : 10;
  return { ...rateExceeded(caller, limit + 1, limit), headers: rateHeaders({ count: limit + 1, limit }) };
}

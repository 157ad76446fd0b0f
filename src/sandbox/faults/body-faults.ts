import {
  type Answer,
  CONTENT_TYPES,
  element,
  escapeXml,
  jsonAnswer,
  summaryDoctype,
  xmlAnswer,
} from '../http/answer.js';
import { htmlPage } from '../http/html-page.js';
import type { Parameters } from '../http/parameters.js';
import { LOWER_BOUND } from '../records/esummary.js';
import { asksForLinks, databaseOf, withParameter } from './asked.js';
import { errorAnswer, noBackEnd, rootOf } from './error-answer.js';
import type { Fault, FaultRequest } from './fault.js';

/** The sentence of a back end that hung up (protocol: recorded 2026), with an address that belongs to nobody. */
const HUNG_UP =
  'NCBI C++ Exception:\n    Error: TXCLIENT(CException::eUnknown) --- Read failed: EOF ' +
  '(the other side has unexpectedly closed connection), peer: 192.0.2.10:8064\n';

/** The sentence around a page of a proxy (protocol section 12: recorded 2026), which the caller escapes. */
const PROXY_PAGE =
  'Error: CEFetchPApplication::proxy_stream(): Failed: &lt;!DOCTYPE html&gt;&lt;html&gt;&lt;head&gt;&lt;title&gt;502 Bad Gateway' +
  '&lt;/title&gt;&lt;/head&gt;&lt;body&gt;&lt;h1&gt;Bad Gateway&lt;/h1&gt;&lt;/body&gt;&lt;/html&gt;';

/** Lines of blanks, 8 MB in all. */
const PADDING = `${' '.repeat(1023)}\n`.repeat(8 * 1024);

/** Twice as long as the longest text that is read. */
const HUGE_TEXT = 'x'.repeat(2_000_000);

/** Answers with a broken or a false body, most of them under status 200 (protocol: error catalogue). */
export const bodyFaults = {
  'in-body-error': {
    description: 'an error sentence of a back end that hung up, with raw line ends in JSON',
    answer: (_honest, request) => errorAnswer(request, HUNG_UP),
  },
  dead: {
    description: 'the back end cannot be found, as in dead:score, dead:link or dead:elink (both)',
    answer: (_honest, request) => errorAnswer(request, noBackEnd(request)),
  },
  poison: {
    description: 'a record that breaks every call that names it, as in poison:gene/7157',
    answer: (_honest, request) => errorAnswer(request, HUNG_UP),
  },
  'bad-part': {
    description: 'one link set is an error, beside good ones',
    utilities: ['elink'],
    fits: ({ params }) => asksForLinks(params),
    answer: spoilFirstSet,
  },
  'refused-command': {
    description: 'the command is no longer supported, said in a link set of no database',
    utilities: ['elink'],
    answer: (_honest, { params }) => {
      const sentence = `Exception:\n${params.get('cmd') ?? 'neighbor'} command not supported`;
      return { type: 'xml', body: `<eLinkResult><LinkSet>${element('ERROR', sentence)}</LinkSet></eLinkResult>\n` };
    },
  },
  'lost-ids': {
    description: 'the program says that the list of ids is empty',
    utilities: ['elink', 'esummary', 'efetch', 'epost'],
    answer: (_honest, request) => noIds(request),
  },
  'expired-history': {
    description: 'stored sets are gone',
    utilities: ['elink', 'esearch', 'esummary', 'efetch'],
    fits: ({ params }) => storedSetIn(params) !== undefined,
    answer: (_honest, request) => errorAnswer(request, `Unable to obtain query #${storedSetIn(request.params) ?? ''}`),
  },
  'json-bound': {
    description: 'summaries above 600 bytes of XML are refused in JSON, as NCBI refuses those above 10 MB',
    utilities: ['esummary'],
    fits: ({ params }) => params.json,
    question: ({ params }) => withParameter(params, LOWER_BOUND, '600'),
  },
  'hidden-error': {
    description: 'summaries in XML, none, with the error in a comment',
    utilities: ['esummary'],
    answer: (_honest, { params }) =>
      xmlAnswer(
        'eSummaryResult',
        '\n<DocumentSummarySet status="OK">\n<!-- DocSum Backend failed: no answer -->\n</DocumentSummarySet>\n',
        summaryDoctype(databaseOf('esummary', params)),
      ),
  },
  'escaped-page': {
    description: 'an error sentence that holds an escaped web page of a proxy',
    answer: (_honest, request) => errorAnswer(request, PROXY_PAGE),
  },
  'error-as-text': {
    description: 'an error sentence as plain text',
    answer: () => ({
      type: 'text',
      body: 'Error: External viewer error: Empty Response. Bytes read: 0 Status: Timeout\n',
    }),
  },
  'no-root': {
    description: 'XML that ends after its prolog, whatever the requested form',
    answer: (_honest, { utility }) => {
      const { type, body } = xmlAnswer(rootOf(utility), '');
      return { type, body: body.slice(0, body.indexOf(`<${rootOf(utility)}>`)) };
    },
  },
  'huge-xml': {
    description: 'XML with a text of 2 MB, whatever the requested form',
    utilities: ['einfo', 'esearch', 'esummary', 'efetch', 'elink'],
    answer: (_honest, { utility }) => xmlAnswer(rootOf(utility), element('Text', HUGE_TEXT)),
  },
  empty: {
    description: 'an empty body',
    answer: ({ type }) => ({ type, body: '' }),
  },
  'cut-off': {
    description: 'JSON or XML that ends too early, at a random place',
    answer: (honest, _request, random) =>
      honest.type === 'json' || honest.type === 'xml'
        ? { ...honest, body: honest.body.slice(0, 1 + Math.floor(random() * (honest.body.trimEnd().length - 1))) }
        : honest,
  },
  padded: {
    description: 'a true answer with 8 MB of white space before its end',
    answer: (honest) => {
      const end = honest.body.lastIndexOf(honest.type === 'json' ? '}' : '</');
      return end < 0 ? honest : { ...honest, body: honest.body.slice(0, end) + PADDING + honest.body.slice(end) };
    },
  },
  'latin-1': {
    description: 'a true answer in ISO-8859-1 instead of UTF-8, declared as such',
    answer: (honest) => {
      const { type, body } = honest;
      const escape = (character: string): string => {
        const code = character.charCodeAt(0);
        return type === 'json' ? `\\u${code.toString(16).padStart(4, '0')}` : `&#${code};`;
      };
      return {
        ...honest,
        body: body.replaceAll(/[\u0100-\uFFFF]/g, escape).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
        encoding: 'latin1',
        moreHeaders: { 'Content-Type': CONTENT_TYPES[type].replace('UTF-8', 'ISO-8859-1') },
      };
    },
  },
  'web-page': {
    description: 'a web page under status 200',
    answer: () => htmlPage(200, 'NCBI - Sorry, something went wrong'),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** What each program says of a request without ids (protocol: recorded 2016 to 2026). */
function noIds(request: FaultRequest): Answer {
  switch (request.utility) {
    case 'efetch':
      return { status: 400, type: 'text', body: 'ID+list+is+empty!+Possibly+it+has+no+correct+IDs.\n' };
    case 'epost':
      return errorAnswer(request, 'Empty ID list; Nothing to store');
    case 'esummary':
      return request.params.json
        ? jsonAnswer('esummary', { esummaryresult: ['Empty id list - nothing todo'] })
        : errorAnswer(request, 'Empty id list - nothing todo');
    default:
      return errorAnswer(request, 'Empty id list - nothing todo');
  }
}

/** The number of the stored set that a request names, by `query_key` or inside its term. */
function storedSetIn(params: Parameters): string | undefined {
  return params.get('query_key') ?? /#(\d+)/.exec(params.get('term') ?? '')?.[1];
}

/** An `ERROR` in place of what the first link set lists, which the DTD allows; in JSON its key follows the usual rule. */
function spoilFirstSet({ type, body }: Answer): Answer {
  const sentence = HUNG_UP.trim();
  if (type === 'json') {
    const { header, linksets = [] } = JSON.parse(body) as { header: object; linksets?: readonly LinkSetInJson[] };
    const [first, ...others] = linksets;
    const spoilt = first === undefined ? [] : [{ dbfrom: first.dbfrom, ids: first.ids, ERROR: sentence }];
    return { type, body: `${JSON.stringify({ header, linksets: [...spoilt, ...others] })}\n` };
  }
  const spoilt = `</IdList>\n    <ERROR>${escapeXml(sentence)}</ERROR>\n  </LinkSet>`;
  return { type, body: body.replace(/<\/IdList>.*?<\/LinkSet>/s, spoilt) };
}

interface LinkSetInJson {
  readonly dbfrom: string;
  readonly ids: readonly string[];
}

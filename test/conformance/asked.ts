import type { EutilsRequest } from '../../src/eutils/wire.js';
import type { NamedExchange } from '../../src/sandbox/replay/exchange-folder.js';
import { index, type Recording, recordings } from './recorded.js';

/** A recording whose request is known, with the questions of the gateway that it answers. */
export interface Asked {
  readonly recording: Recording;
  /** The parameters it was recorded with, names in lower case. */
  readonly params: URLSearchParams;
  /** The uids it was asked about, one list for each `id=`; empty where they are not known. */
  readonly lists: readonly (readonly string[])[];
}

/** The recordings whose index says what was asked, the latest first. */
export function askedRecordings(): Asked[] {
  const requests = new Map(index().map(({ file = '', request = '' }) => [file, request]));
  return recordings()
    .toSorted((a, b) => yearOf(b) - yearOf(a))
    .flatMap((recording) => {
      const params = paramsIn(requests.get(recording.file) ?? '');
      const lists = params?.getAll('id').map((ids) => ids.split(/[\s,+]+/).filter((id) => id !== '')) ?? [];
      return params === undefined ? [] : [{ recording, params, lists }];
    });
}

/** An exchange in which the gateway's own form of a request is answered by a body. */
export function exchange(name: string, { utility, params }: EutilsRequest, body: string): NamedExchange {
  const form = new URLSearchParams(params.map(([key, value]) => [key, value]));
  const lists = [...new Set(form.keys())].map((key) => [key, form.getAll(key)]);
  return {
    name,
    utility,
    params: Object.fromEntries(lists) as NamedExchange['params'],
    status: 200,
    headers: {},
    body,
  };
}

/** The parameters of a request in the index: in its URL, in a body behind it, or in both. */
function paramsIn(request: string): URLSearchParams | undefined {
  const [, query = '', body = ''] = /\.fcgi\??(\S*)(?: body: (.*))?$/s.exec(request) ?? [];
  const pairs = [...new URLSearchParams(query), ...new URLSearchParams(body)];
  const params = new URLSearchParams(pairs.map(([name, value]) => [name.toLowerCase(), value]));
  // What the index does not know it writes in brackets or with dots.
  return pairs.length === 0 || /\.\.|\((?!#)|%3C/.test(request) ? undefined : params;
}

/** The names of recordings carry the year; without one a recording is old. */
function yearOf({ file }: Recording): number {
  return Number(/20\d\d/.exec(file)?.[0] ?? 0);
}

import { expect } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { unionRequest } from '../../src/eutils/links/elink-union.js';
import { linksRequest } from '../../src/eutils/links/elink.js';
import { storeLinksRequest } from '../../src/eutils/links/history-links.js';
import { linkOutRequest } from '../../src/eutils/links/link-out.js';
import type { EutilsRequest, Retmode } from '../../src/eutils/wire.js';
import { encodeId } from '../../src/schema/core/global-id.js';
import { type Asked, exchange } from './asked.js';
import type { Case } from './cases.js';
import type { Recording } from './recorded.js';
import { isError, matches, texts, withoutComments } from './naive.js';

const catalog = loadCatalog();
/** What NCBI sends while a back end is gone: it makes the gateway ask for XML. */
const PROLOG_ONLY = '<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eLinkResult>\n';
const FIRST = 1000;

/** Links of one link name in a recording, as a naive reader finds them. */
interface WrittenLinks {
  readonly from: string;
  readonly sources: readonly string[];
  readonly to: string;
  readonly linkName: string;
  readonly uids: readonly string[];
  readonly scores: readonly number[];
}

function linksIn({ recording: { form, body } }: Asked): WrittenLinks[] {
  if (form === 'json') {
    const { linksets } = JSON.parse(body) as {
      linksets: {
        dbfrom: string;
        ids: string[];
        linksetdbs?: { dbto: string; linkname: string; links: (string | { id: string; score: number })[] }[];
      }[];
    };
    return linksets.flatMap(({ dbfrom: from, ids: sources, linksetdbs = [] }) =>
      linksetdbs.map(({ dbto: to, linkname: linkName, links }) => ({
        from,
        sources,
        to,
        linkName,
        uids: links.map((link) => (typeof link === 'string' ? link : link.id)),
        scores: links.flatMap((link) => (typeof link === 'string' ? [] : link.score)),
      })),
    );
  }
  return matches(withoutComments(body), /<LinkSet>(.*?)<\/LinkSet>/gs).flatMap((set) =>
    matches(set, /<LinkSetDb>(.*?)<\/LinkSetDb>/gs).map((db) => ({
      from: texts(set, 'DbFrom')[0] ?? '',
      sources: texts(matches(set, /<IdList>(.*?)<\/IdList>/gs)[0] ?? '', 'Id'),
      to: texts(db, 'DbTo')[0] ?? '',
      linkName: texts(db, 'LinkName')[0] ?? '',
      uids: texts(db, 'Id'),
      scores: texts(db, 'Score').map(Number),
    })),
  );
}

/** `neighbor`: the links of a record, or of several together where NCBI merged them. */
export function linkCases(asked: Asked): Case[] {
  const { recording, params } = asked;
  const isNeighbor = (params.get('cmd') ?? 'neighbor').startsWith('neighbor') && !params.has('webenv');
  if (recording.utility !== 'elink' || !isNeighbor || isError(recording.body)) {
    return [];
  }
  const all = linksIn(asked).filter(
    ({ from, to, uids }) => catalog.database(from) && catalog.database(to) && uids.length > 0,
  );
  return all.map((written) => {
    const batch = all.filter(({ linkName }) => linkName === written.linkName).flatMap(({ sources }) => sources);
    return linkCase(recording, written, batch, params.has('linkname'));
  });
}

/**
 * @param batch - the sources of all sets: those of repeated ids are answered together.
 * @param isNamed - whether one link name was asked for, not all.
 */
function linkCase(
  { file, form, body }: Recording,
  written: WrittenLinks,
  batch: readonly string[],
  isNamed: boolean,
): Case {
  const { from, sources, to, linkName, uids, scores } = written;
  const isMerged = sources.length > 1;
  const scored = scores.length > 0 && !isMerged;
  const question = { from, to, linkName, uids: batch, scored };
  const asked = (retmode: Retmode): EutilsRequest => {
    const request = (isMerged ? unionRequest : linksRequest)(question, retmode);
    return isNamed ? request : { ...request, params: request.params.filter(([name]) => name !== 'linkname') };
  };
  const fields = `totalCount edges { ${scored ? 'score' : ''} node { uid } }`;
  const expected = uids.filter((uid) => from !== to || isMerged || uid !== sources[0]);
  return {
    about: [`${isMerged ? 'union' : 'links'} ${linkName} ${sources.join()}`],
    exchanges: [
      exchange(file, asked('json'), form === 'json' ? body : PROLOG_ONLY),
      exchange(file, asked('xml'), body),
    ],
    query: isMerged
      ? `{ links: unionLinks(from: ${from}, uids: ${JSON.stringify(sources)}, name: "${linkName}", to: ${to}, first: ${FIRST}) { ${fields} } }`
      : `{ node(id: "${encodeId(from, sources[0] ?? '')}") { ... on Record {
          links(name: "${linkName}", to: ${to}, first: ${FIRST}) { ${fields} } } } }`,
    holds: ({ data, errors }) => {
      expect(errors).toBeUndefined();
      const links = isMerged ? data?.links : data?.node.links;
      expect(links.totalCount).toBe(new Set(expected).size);
      expect(links.edges.map((edge: { node: { uid: string } }) => edge.node.uid)).toEqual(expected.slice(0, FIRST));
      if (scored) {
        const own = uids.indexOf(sources[0] ?? '');
        const others = scores.filter((_score, i) => i !== own || from !== to);
        expect(links.edges.map(({ score }: { score: number }) => score)).toEqual(others.slice(0, FIRST));
      }
    },
  };
}

/** `neighbor_history` in JSON: where the links of a record are stored. */
export function historyCases({ recording: { form, file, body }, lists }: Asked): Case[] {
  const uids = lists.flat();
  if (form !== 'json' || !body.includes('"linksetdbhistories"') || uids.length === 0) {
    return [];
  }
  const [from = ''] = matches(body, /"dbfrom":\s*"(.*?)"/g);
  const keys = matches(body, /"querykey":\s*"(.*?)"/g);
  const targets = matches(body, /"dbto":\s*"(.*?)"/g);
  return matches(body, /"linkname":\s*"(.*?)"/g).map((linkName, i) => ({
    about: [`history ${linkName} ${uids.join()}`],
    exchanges: [exchange(file, storeLinksRequest({ from, to: targets[i] ?? '', linkName, uids }, 'json'), body)],
    query: `{ history { links(name: "${linkName}", uids: ${JSON.stringify(uids)}) { webEnv queryKey } } }`,
    holds: ({ data, errors }) => {
      expect(errors).toBeUndefined();
      expect(data?.history.links).toEqual({ webEnv: matches(body, /"webenv":\s*"(.*?)"/g)[0], queryKey: keys[i] });
    },
  }));
}

/** Failures of ELink: the field has a code, and is never empty. */
export function failureCases({ recording: { utility, file, body }, params, lists }: Asked): Case[] {
  const [uid] = lists.flat();
  const from = params.get('dbfrom') ?? '';
  const command = params.get('cmd') ?? 'neighbor';
  const linkName = params.get('linkname') ?? '';
  const link = catalog.link(linkName);
  if (utility !== 'elink' || !isError(body) || uid === undefined || (command === 'neighbor' && link === undefined)) {
    return [];
  }
  const isLinks = command === 'neighbor';
  const field = isLinks ? `links(name: "${linkName}") { totalCount }` : 'libraryLinks { url }';
  const request = isLinks
    ? linksRequest({ from, to: link?.to ?? '', linkName, uids: [uid], scored: false }, 'json')
    : linkOutRequest({ command: 'llinkslib', db: from, uids: [uid] });
  return [
    {
      about: [`failure ${command} ${uid}`],
      exchanges: [exchange(file, request, body)],
      query: `{ node(id: "${encodeId(from, uid)}") { ... on Record { field: ${field} } } }`,
      holds: ({ data, errors }) => {
        expect(data?.node.field).toBeNull();
        expect(errors?.map(({ extensions: { code } }) => code)).toEqual([
          body.includes('not supported') ? 'UNSUPPORTED_COMMAND' : 'UPSTREAM_UNAVAILABLE',
        ]);
      },
    },
  ];
}

import { expect } from 'vitest';

import { decodeDatabaseInfo, decodeDatabaseList } from '../../src/eutils/einfo.js';
import { attributeLinks, decodeLinkSets, type LinkSet } from '../../src/eutils/elink.js';
import { EntrezError } from '../../src/eutils/errors.js';
import { decodeSearch } from '../../src/eutils/esearch.js';
import { decodeSummaries } from '../../src/eutils/esummary.js';
import { rejectFailure } from '../../src/eutils/failure.js';
import { failureOf } from '../eutils/entrez-errors.js';
import { describeRecordings, isError, matches, recordings, type Recording } from './recorded.js';

const isComplete = (body: string) => /<\/eLinkResult>|<LinkSet>.*<\/LinkSet>/s.test(body);
const isNeighbor = ({ body }: Recording) =>
  !/LinkSetDbHistory|IdCheckList|IdUrlList|linksetdbhistories|idchecklist|idurllist/.test(body);

const elinkJson = recordings('elink', '.json').filter(isNeighbor);
const elinkXml = recordings('elink', '.xml').filter(isNeighbor);

describeRecordings(
  'ELink neighbours in JSON',
  elinkJson.filter(({ body }) => !isError(body)),
  ({ body }) => {
    const { linksets } = JSON.parse(body) as {
      linksets: {
        ids: string[];
        linksetdbs?: { linkname: string; links: (string | { id: string; score: number })[] }[];
      }[];
    };
    const sets = decodeLinkSets(body, 'json');
    expect(sets.map(({ ids }) => ids)).toEqual(linksets.map(({ ids }) => ids));
    sets.forEach((set, i) => {
      const written = linksets[i]?.linksetdbs ?? [];
      expect(set.error).toBeUndefined();
      expect(set.linkSetDbs.map(({ linkName, uids }) => [linkName, uids])).toEqual(
        written.map(({ linkname, links }) => [
          linkname,
          links.map((link) => (typeof link === 'string' ? link : link.id)),
        ]),
      );
      expect(set.linkSetDbs.flatMap(({ scores = [] }) => scores)).toEqual(
        written.flatMap(({ links }) => links.flatMap((link) => (typeof link === 'string' ? [] : link.score))),
      );
    });
    holdsAttribution(sets);
  },
);

describeRecordings(
  'ELink neighbours in XML',
  elinkXml.filter(({ body }) => !isError(body) && isComplete(body)),
  ({ body }) => {
    const text = body.replaceAll(/<!--.*?-->/gs, '');
    const sets = decodeLinkSets(body, 'xml');
    expect(sets.map(({ from }) => from)).toEqual(matches(text, /<DbFrom>(.*?)<\/DbFrom>/g));
    expect(sets.flatMap(({ linkSetDbs }) => linkSetDbs.map(({ linkName }) => linkName))).toEqual(
      matches(text, /<LinkName>(.*?)<\/LinkName>/g),
    );
    const links = sets.flatMap(({ linkSetDbs }) => linkSetDbs.flatMap(({ uids }) => uids));
    expect(links).toEqual(matches(text, /<Link>\s*<Id>(.*?)<\/Id>/g));
    expect(sets.flatMap(({ ids }) => ids)).toHaveLength(matches(text, /<(Id)\b/g).length - links.length);
    holdsAttribution(sets);
  },
);

/** Every link of a set of one source is given to that source; a merged set is refused. */
function holdsAttribution(sets: readonly LinkSet[]): void {
  const uids = sets.flatMap(({ ids }) => ids);
  const links = sets.flatMap((set) => set.linkSetDbs.map((db) => ({ set, db })));
  for (const { set, db } of links) {
    const question = { from: set.from, to: db.to, linkName: db.linkName, uids, scored: db.scores !== undefined };
    if (sets.some(({ ids }) => ids.length > 1)) {
      expect(failureOf(() => attributeLinks(sets, question))).toMatchObject({
        code: 'MALFORMED_RESPONSE',
        merged: true,
      });
      return;
    }
    expect(attributeLinks(sets, question).get(set.ids[0] ?? '')).toEqual({
      uids: db.uids,
      ...(db.scores && { scores: db.scores }),
    });
  }
}

describeRecordings(
  'ELink errors',
  [...elinkJson, ...elinkXml].filter(({ body }) => isError(body) || (body.includes('<') && !isComplete(body))),
  ({ file, body }) => {
    const read = () => {
      const failed = decodeLinkSets(body, file.endsWith('.json') ? 'json' : 'xml').map(({ error }) => error);
      throw failed.find((error) => error !== undefined) ?? new Error('no error found');
    };
    expect(failureOf(read).code).toMatch(/^(UPSTREAM_UNAVAILABLE|UNSUPPORTED_COMMAND|MALFORMED_RESPONSE)$/);
  },
);

describeRecordings('ESummary in JSON', recordings('esummary', '.json'), ({ body }) => {
  const answer = JSON.parse(body) as {
    error?: string;
    result?: { uids: string[] } & Record<string, { error?: string }>;
  };
  if (answer.error !== undefined || answer.result === undefined) {
    expect(failureOf(() => decodeSummaries(body)).retryable).toBe(false);
    return;
  }
  const { result } = answer;
  const documents = decodeSummaries(body);
  expect([...documents.keys()]).toEqual(result.uids);
  for (const [uid, document] of documents) {
    const written = result[uid];
    if (written?.error === undefined) {
      expect(document).toEqual(written);
    } else {
      expect(document).toBeInstanceOf(EntrezError);
    }
  }
});

describeRecordings(
  'ESummary errors in XML',
  recordings('esummary', '.xml').filter(({ body }) => /<eSummaryResult>\s*<ERROR>/.test(body)),
  ({ body }) => {
    expect(failureOf(() => decodeSummaries(body)).code).toMatch(/^(UPSTREAM_UNAVAILABLE|UNKNOWN_ID|BAD_USER_INPUT)$/);
  },
);

describeRecordings('ESearch in JSON', recordings('esearch', '.json'), ({ body }) => {
  if (isError(body)) {
    expect(failureOf(() => decodeSearch(body)).code).toMatch(/^(UPSTREAM_UNAVAILABLE|BAD_USER_INPUT|HISTORY_EXPIRED)$/);
    return;
  }
  const { esearchresult } = JSON.parse(body) as {
    esearchresult: {
      count: string;
      retstart: string;
      idlist: string[];
      querytranslation: string;
      querykey?: string;
      webenv?: string;
      errorlist?: Record<string, string[]>;
      warninglist?: Record<string, string[]>;
    };
  };
  const { warnings, notFound, ignored, messages, ...answer } = decodeSearch(body);
  const { querykey: queryKey, webenv: webEnv } = esearchresult;
  expect(answer).toEqual({
    count: Number(esearchresult.count),
    retstart: Number(esearchresult.retstart),
    uids: esearchresult.idlist,
    queryTranslation: esearchresult.querytranslation,
    ...(queryKey !== undefined && { stored: { webEnv, queryKey } }),
  });
  const lists: Record<string, string[]>[] = [esearchresult.errorlist ?? {}, esearchresult.warninglist ?? {}];
  const remarks = lists.flatMap((list) => Object.values(list).flat());
  expect(warnings).toHaveLength(remarks.length);
  expect([...notFound, ...ignored, ...messages].sort()).toEqual(remarks.sort());
});

describeRecordings(
  'ESearch errors in XML',
  recordings('esearch', '.xml').filter(({ body }) => body.includes('<ERROR>')),
  ({ body }) => {
    expect(failureOf(() => decodeSearch(body)).code).toMatch(/^(UPSTREAM_UNAVAILABLE|BAD_USER_INPUT)$/);
  },
);

describeRecordings('EInfo in JSON', recordings('einfo', '.json'), ({ body }) => {
  const { einforesult } = JSON.parse(body) as {
    einforesult: {
      dblist?: string[];
      dbinfo: {
        dbname: string;
        count: string;
        linklist: { name: string; dbto: string }[];
        fieldlist: { name: string }[];
      }[];
    };
  };
  const [written] = einforesult.dbinfo;
  if (written === undefined) {
    expect(decodeDatabaseList(body)).toEqual(einforesult.dblist);
    return;
  }
  const info = decodeDatabaseInfo(body);
  expect([info.name, info.count]).toEqual([written.dbname, Number(written.count)]);
  expect(info.links.map(({ name, to }) => [name, to])).toEqual(written.linklist.map(({ name, dbto }) => [name, dbto]));
  expect(info.fields.map(({ name }) => name)).toEqual(written.fieldlist.map(({ name }) => name));
});

describeRecordings(
  'gateway errors',
  recordings('http', '.json').filter(({ file }) => /^error-\d{3}-/.test(file)),
  ({ file, body }) => {
    const status = Number(/^error-(\d{3})/.exec(file)?.[1]);
    const failure = failureOf(() => {
      rejectFailure({ status, headers: {}, body }, 'elink');
    });
    expect(failure.code).toBe(
      { 400: 'INVALID_API_KEY', 429: 'UPSTREAM_RATE_LIMITED', 500: 'UPSTREAM_UNAVAILABLE' }[status],
    );
    expect(failure.message).not.toMatch(/192\.0\.2|2001:db8|k1/);
  },
);

import { decodeLinkSets, type LinkSet, linksRequest, type LinksQuestion } from '../../../eutils/links/elink.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import { unionRequest } from '../../../eutils/links/elink-union.js';
import { isUid } from '../../../eutils/body/shape.js';
import type { EutilsRequest, Retmode } from '../../../eutils/wire.js';
import type { Belief } from '../belief.js';
import { must } from '../difference.js';
import type { Probe } from '../probe.js';
import { ARTICLE, GENE, GENE_PUBMED, GENE_TAXONOMY, NOBODY, OTHER_GENE, RELATED, uidsFrom } from '../sample-records.js';

/** How ELink returns links. */
export const linkBeliefs: readonly Belief[] = [
  {
    name: 'link-keys',
    says: 'ELink JSON has one set for one id, with the links as strings under the requested name and database.',
    needs: ['post'],
    check: checkKeys,
  },
  {
    name: 'links-repeated-ids',
    says: 'Repeated id parameters give one link set each, with its own id.',
    needs: ['link-keys'],
    check: checkRepeated,
  },
  {
    name: 'links-comma-list',
    says: 'A comma list of ids gives one link set with all ids, their links merged without repeats.',
    needs: ['links-repeated-ids'],
    check: checkComma,
  },
  {
    name: 'links-xml',
    says: 'ELink XML has the same links as JSON.',
    needs: ['links-repeated-ids'],
    check: checkXml,
  },
  {
    name: 'links-order',
    says: 'Links without scores come by descending uid, each once.',
    needs: ['link-keys'],
    check: checkOrder,
  },
  {
    name: 'links-unknown-id',
    says: 'A uid without a record has a link set without links.',
    needs: ['link-keys'],
    check: checkUnknown,
  },
  {
    name: 'links-batch-200',
    says: 'ELink answers 200 repeated ids between two databases at once.',
    needs: ['links-repeated-ids'],
    check: (probe) => checkBatch(probe, { ...GENE_TAXONOMY, uids: uidsFrom(1, 200) }),
  },
  {
    name: 'links-batch-100',
    says: 'ELink answers 100 repeated ids inside PubMed at once.',
    needs: ['links-repeated-ids'],
    check: (probe) => checkBatch(probe, { ...RELATED, scored: false, uids: uidsFrom(Number(ARTICLE), 100) }),
  },
  {
    name: 'link-scores',
    says: 'neighbor_score gives each link of pubmed_pubmed a number, best first, the record itself ahead of all.',
    needs: ['link-keys'],
    check: checkScores,
  },
];

/** The sets of an answer. A failure inside a set is passed on: it says nothing about the form. */
async function setsOf(probe: Probe, request: EutilsRequest, retmode: Retmode = 'json'): Promise<readonly LinkSet[]> {
  return probe.ask(request, (body) => {
    const sets = decodeLinkSets(body, retmode);
    const failure = sets.find(({ error }) => error !== undefined)?.error;
    if (failure instanceof EntrezError) {
      throw failure;
    }
    return sets;
  });
}

/** The links of the only set about one record. */
async function linksOfOne(probe: Probe, question: LinksQuestion): Promise<LinkSet['linkSetDbs'][number]> {
  const [uid = ''] = question.uids;
  const [set, ...others] = await setsOf(probe, linksRequest(question, 'json'));
  must(set !== undefined && others.length === 0, `NCBI sent ${others.length + (set ? 1 : 0)} link sets for one id.`);
  must(set.from === question.from && set.ids.join() === uid, `The set is about ${set.from} ${set.ids.join()}.`);
  const [db, ...more] = set.linkSetDbs;
  must(db !== undefined && more.length === 0, `${question.linkName} has ${set.linkSetDbs.length} lists, not one.`);
  must(db.linkName === question.linkName, `The list is ${db.linkName}, not ${question.linkName}.`);
  must(db.to === question.to, `The list leads to ${db.to}, not ${question.to}.`);
  must([...db.uids].every(isUid), 'The list has ids that are no uids.');
  return db;
}

async function checkKeys(probe: Probe): Promise<string> {
  const { uids } = await linksOfOne(probe, { ...GENE_PUBMED, uids: [GENE] });
  return `${uids.length} links`;
}

async function checkRepeated(probe: Probe): Promise<string> {
  const sets = await setsOf(probe, linksRequest({ ...GENE_PUBMED, uids: [GENE, OTHER_GENE] }, 'json'));
  const ids = sets.map((set) => set.ids.join('+'));
  must(ids.toSorted().join() === [GENE, OTHER_GENE].toSorted().join(), `The sets are about ${ids.join(' and ')}.`);
  return 'two sets for two ids';
}

async function checkComma(probe: Probe): Promise<string> {
  const sets = await setsOf(probe, unionRequest({ ...GENE_PUBMED, uids: [GENE, OTHER_GENE] }, 'json'));
  const [set] = sets;
  must(set !== undefined && sets.length === 1, `NCBI sent ${sets.length} link sets for a comma list.`);
  must(set.ids.length === 2, `The set names ${set.ids.length} of 2 ids.`);
  const uids = set.linkSetDbs.flatMap((db) => [...db.uids]);
  must(new Set(uids).size === uids.length, 'The merged list repeats links.');
  return `one set with ${uids.length} links`;
}

async function checkXml(probe: Probe): Promise<string> {
  const question = { ...GENE_PUBMED, uids: [GENE] };
  const json = await linksOfOne(probe, question);
  const [set] = await setsOf(probe, linksRequest(question, 'xml'), 'xml');
  const [db] = set?.linkSetDbs ?? [];
  must(db !== undefined, 'The XML has no list of links.');
  must([...db.uids].join() === [...json.uids].join(), `XML has ${db.uids.length} links, JSON ${json.uids.length}.`);
  return `${db.uids.length} links in both`;
}

async function checkOrder(probe: Probe): Promise<string> {
  const { uids } = await linksOfOne(probe, { ...GENE_PUBMED, uids: [OTHER_GENE] });
  const numbers = Array.from(uids, Number);
  const isDescending = numbers.every((uid, place) => place === 0 || uid < (numbers[place - 1] ?? Infinity));
  must(isDescending, 'The links are in another order, or repeated.');
  return `${numbers.length} links`;
}

async function checkUnknown(probe: Probe): Promise<string> {
  const sets = await setsOf(probe, linksRequest({ ...GENE_PUBMED, uids: [NOBODY] }, 'json'));
  const [set] = sets;
  must(set !== undefined && sets.length === 1, `NCBI sent ${sets.length} link sets for a uid without a record.`);
  must(set.ids.join() === NOBODY, `The set is about ${set.ids.join()}.`);
  must(set.linkSetDbs.length === 0, 'The set has links.');
  return 'a set without links';
}

async function checkBatch(probe: Probe, question: LinksQuestion): Promise<string> {
  const sets = await setsOf(probe, linksRequest(question, 'json'));
  const answered = new Set(sets.flatMap(({ ids }) => ids));
  const missing = question.uids.filter((uid) => !answered.has(uid));
  must(missing.length === 0, `${missing.length} of ${question.uids.length} ids have no link set.`);
  return `${sets.length} sets`;
}

async function checkScores(probe: Probe): Promise<string> {
  const { uids, scores = [] } = await linksOfOne(probe, { ...RELATED, uids: [ARTICLE] });
  must(scores.length === uids.length, 'The links have no scores.');
  const isBestFirst = scores.every((score, place) => place === 0 || score <= (scores[place - 1] ?? Infinity));
  must(isBestFirst, 'The links are not in the order of their scores.');
  must([...uids][0] === ARTICLE, 'The record itself does not come first.');
  return `${uids.length} scored links`;
}

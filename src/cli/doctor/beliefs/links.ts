import { decodeLinkSets, type LinkSet, linksRequest, type LinksQuestion } from '../../../eutils/links/elink.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import { unionRequest } from '../../../eutils/links/elink-union.js';
import { isUid } from '../../../eutils/body/shape.js';
import type { EutilsRequest, Retmode } from '../../../eutils/wire.js';
import type { Belief } from '../belief.js';
import { must } from '../difference.js';
import type { Probe } from '../probe.js';
import {
  ARTICLE,
  GENE,
  GENE_PUBMED,
  GENE_TAXONOMY,
  GENES,
  NOBODY,
  OTHER_GENE,
  RELATED,
  uidsFrom,
} from '../sample-records.js';

/** What all beliefs about links without scores read: two genes, and a uid without a record. */
const QUESTION: LinksQuestion = { ...GENE_PUBMED, uids: GENES };
const GENE_BATCH: LinksQuestion = { ...GENE_TAXONOMY, uids: uidsFrom(1, 200) };
const RELATED_BATCH: LinksQuestion = { ...RELATED, uids: uidsFrom(Number(ARTICLE), 100) };

/** How ELink returns links. */
export const linkBeliefs: readonly Belief[] = [
  {
    name: 'link-keys',
    says: 'ELink JSON has sets about the requested ids, with the links as strings under the requested name and database.',
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
    says: 'A comma list of ids gives one link set with all ids: the links of all of them, each once.',
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
    needs: ['links-repeated-ids'],
    check: checkUnknown,
  },
  {
    name: 'links-batch-200',
    says: `ELink answers ${GENE_BATCH.uids.length} repeated ids between two databases at once.`,
    needs: ['links-repeated-ids'],
    check: checkBatch,
  },
  {
    name: 'link-scores',
    says: `neighbor_score answers ${RELATED_BATCH.uids.length} repeated ids inside PubMed at once. Each link has a number, best first, the record itself ahead of all.`,
    needs: ['links-repeated-ids'],
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

/** Sets of links by the one id they are about. */
type SetsById = ReadonlyMap<string, LinkSet>;

/** The one set about each id that was asked for. */
async function setsById(probe: Probe, question: LinksQuestion, retmode: Retmode = 'json'): Promise<SetsById> {
  const sets = await setsOf(probe, linksRequest(question, retmode), retmode);
  const ids = sets.map((set) => set.ids.join('+'));
  const lacking = question.uids.filter((uid) => !ids.includes(uid));
  const strange = ids.filter((id) => !question.uids.some((uid) => uid === id));
  must(
    lacking.length === 0,
    `No set is about ${listed(lacking)} alone${strange.length > 0 ? `, but about ${listed(strange)}` : ''}.`,
  );
  must(ids.length === question.uids.length, `NCBI sent ${ids.length} sets for ${question.uids.length} ids.`);
  return new Map(sets.map((set) => [set.ids.join(), set]));
}

/** Some of many. */
function listed(ids: readonly string[]): string {
  return ids.length > 5 ? `${ids.slice(0, 5).join(', ')} and ${ids.length - 5} more` : ids.join(', ');
}

/** The links of a set in their order, none where it has no list. */
function linksOf(set: LinkSet | undefined): readonly string[] {
  return set?.linkSetDbs.flatMap(({ uids }) => [...uids]) ?? [];
}

async function checkKeys(probe: Probe): Promise<string> {
  const sets = await setsOf(probe, linksRequest(QUESTION, 'json'));
  checkForm(sets, QUESTION);
  return `${sets.flatMap(linksOf).length} links`;
}

/** Whether the sets are about ids that were asked for, and have links of the name that was asked for. */
function checkForm(sets: readonly LinkSet[], { from, to, linkName, uids }: LinksQuestion): void {
  for (const set of sets) {
    const isAsked = set.from === from && set.ids.every((id) => uids.includes(id));
    must(isAsked, `A set is about ${set.from} ${set.ids.join()}.`);
    must(set.linkSetDbs.length <= 1, `${linkName} has ${set.linkSetDbs.length} lists, not one.`);
  }
  const lists = sets.flatMap(({ linkSetDbs }) => linkSetDbs);
  must(lists.length > 0, 'No set has links.');
  for (const list of lists) {
    must(list.linkName === linkName, `A list is ${list.linkName}, not ${linkName}.`);
    must(list.to === to, `A list leads to ${list.to}, not ${to}.`);
    must([...list.uids].every(isUid), 'A list has ids that are no uids.');
  }
}

async function checkRepeated(probe: Probe): Promise<string> {
  const sets = await setsById(probe, QUESTION);
  return `${sets.size} sets for ${GENES.length} ids`;
}

async function checkComma(probe: Probe): Promise<string> {
  const apart = await setsById(probe, QUESTION);
  const sets = await setsOf(probe, unionRequest({ ...GENE_PUBMED, uids: [GENE, OTHER_GENE] }, 'json'));
  const [set] = sets;
  must(set !== undefined && sets.length === 1, `NCBI sent ${sets.length} link sets for a comma list.`);
  must(set.ids.length === 2, `The set names ${set.ids.length} of 2 ids.`);
  const uids = linksOf(set);
  const merged = new Set(uids);
  must(merged.size === uids.length, 'The merged list repeats links.');
  const union = new Set([...apart.values()].flatMap(linksOf));
  must(
    merged.size === union.size && [...union].every((uid) => merged.has(uid)),
    `The merged list has ${merged.size} links, those of each id together are ${union.size}.`,
  );
  return `one set with ${uids.length} links`;
}

async function checkXml(probe: Probe): Promise<string> {
  const inJson = await setsById(probe, QUESTION);
  const inXml = await setsById(probe, QUESTION, 'xml');
  for (const uid of GENES) {
    const [json, xml] = [linksOf(inJson.get(uid)), linksOf(inXml.get(uid))];
    must(
      json.join() === xml.join(),
      `XML has ${xml.length} links of ${uid}, JSON ${json.length}, or in another order.`,
    );
  }
  return 'the same links in both';
}

async function checkOrder(probe: Probe): Promise<string> {
  const sets = await setsOf(probe, linksRequest(QUESTION, 'json'));
  for (const set of sets) {
    const numbers = linksOf(set).map(Number);
    const isDescending = numbers.every((uid, place) => place === 0 || uid < (numbers[place - 1] ?? Infinity));
    must(isDescending, `The links of ${set.ids.join()} are in another order, or repeated.`);
  }
  return `${sets.length} lists`;
}

async function checkUnknown(probe: Probe): Promise<string> {
  const links = linksOf((await setsById(probe, QUESTION)).get(NOBODY));
  must(links.length === 0, `The set of a uid without a record has ${links.length} links.`);
  return 'a set without links';
}

async function checkBatch(probe: Probe): Promise<string> {
  const sets = await setsById(probe, GENE_BATCH);
  return `${sets.size} sets`;
}

async function checkScores(probe: Probe): Promise<string> {
  const sets = await setsById(probe, RELATED_BATCH);
  const set = sets.get(ARTICLE);
  must(set !== undefined, `No set is about ${ARTICLE}.`);
  checkForm([set], RELATED_BATCH);
  const uids = linksOf(set);
  const scores = set.linkSetDbs.flatMap((list) => list.scores ?? []);
  must(scores.length === uids.length, 'The links have no scores.');
  const isBestFirst = scores.every((score, place) => place === 0 || score <= (scores[place - 1] ?? Infinity));
  must(isBestFirst, 'The links are not in the order of their scores.');
  must(uids[0] === ARTICLE, 'The record itself does not come first.');
  return `${uids.length} scored links`;
}

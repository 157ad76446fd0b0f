import { type Answer, element, xmlAnswer } from '../http/answer.js';
import { readSample } from '../sample-data.js';
import type { SampleGraph } from '../sample-graph.js';
import { text } from './facts.js';

interface Lineages {
  /** Taxa above those of the sample, with their ranks. */
  readonly taxa: Readonly<Record<string, readonly [name: string, rank: string]>>;
  /** Taxa that are not in it stand below the root. */
  readonly parents: Readonly<Record<string, string>>;
}

const ROOT = '1';

let lineages: Lineages | undefined;

function lineagesOfSample(): Lineages {
  lineages ??= readSample('lineages') as Lineages;
  return lineages;
}

/** Name and rank of a taxon, also of one that only stands in lineages. */
function factsOfTaxon(uid: string, graph: SampleGraph): readonly [name: string, rank: string] | undefined {
  const facts = graph.record('taxonomy', uid);
  return lineagesOfSample().taxa[uid] ?? (facts && [text(facts, 'scientificName'), text(facts, 'rank') || 'no rank']);
}

/** The taxa above one, from the largest to its parent, without the root. */
function taxaAbove(uid: string, graph: SampleGraph): readonly string[] {
  const own = text(graph.record('taxonomy', uid) ?? {}, 'parent');
  const parent = own === '' ? lineagesOfSample().parents[uid] : own;
  return parent === undefined || parent === ROOT ? [] : [...taxaAbove(parent, graph), parent];
}

/** The scientific names of the taxa above one, from the largest to its parent. */
export function namesAbove(uid: string, graph: SampleGraph): readonly string[] {
  return taxaAbove(uid, graph).map((each) => factsOfTaxon(each, graph)?.[0] ?? '');
}

/** Taxa as a `TaxaSet`, in the order of the uids; those that nobody knows are left out (recorded 2024 to 2026). */
export function taxaAnswer(uids: readonly string[], graph: SampleGraph): Answer {
  const elements = uids.flatMap((uid) => {
    const facts = factsOfTaxon(uid, graph);
    if (facts === undefined) {
      return [];
    }
    const above = taxaAbove(uid, graph);
    const named = above.flatMap((each) => [[each, factsOfTaxon(each, graph) ?? ['', '']] as const]);
    const members = [
      ...own(uid, facts),
      element('ParentTaxId', above.at(-1) ?? ROOT),
      element('Rank', facts[1]),
      element('Lineage', named.map(([, [name]]) => name).join('; ')),
      ...(named.length > 0
        ? [`<LineageEx>${named.map(([each, its]) => ancestor(each, its)).join('')}</LineageEx>`]
        : []),
    ];
    return [`<Taxon>\n${members.map((member) => `    ${member}\n`).join('')}</Taxon>\n`];
  });
  return xmlAnswer('TaxaSet', elements.length === 0 ? '\n' : elements.join(''));
}

function own(uid: string, [name]: readonly [name: string, rank: string]): string[] {
  return [element('TaxId', uid), element('ScientificName', name)];
}

function ancestor(uid: string, facts: readonly [name: string, rank: string]): string {
  return `<Taxon>${own(uid, facts).join('')}${element('Rank', facts[1])}</Taxon>`;
}

import type { SearchQuestion } from '../../eutils/search/esearch.js';
import { LONGEST_PAGE } from '../../eutils/search/search-page.js';
import { keyOf } from '../../loading/definitions/single.js';
import { findsNo } from '../core/absence.js';
import { badInput } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { organismTerm, parseOrganism } from '../core/query-arguments.js';
import { EntrezRecord } from '../core/record.js';
import { estimated } from '../cost/dry-run-extension.js';
import { estimateSearches } from '../cost/estimates/search.js';
import { RecordSet } from '../cost/record-set.js';
import { warn } from '../core/warn.js';
import type { RecordRef } from '../links/link-fields.js';
import { preferredLinks } from '../tables/from-table.js';
import { checkWhole } from '../search/whole-search.js';
import type { LinksOfTable } from '../../loading/link-tables.js';
import type { Loaders } from '../../loading/loaders.js';
import type { ServedTable } from '../../loading/operation/used-tables.js';

/** The names of the fields that {@link addOrthologs} adds. */
export const ORTHOLOG_FIELDS = ['orthologs'];

interface OrthologArgs {
  readonly organism?: string | null | undefined;
}

/** Genes in a group that is not known, for estimates: the vertebrates with an annotated genome. */
const MOST_ORTHOLOGS = 1000;

/** Adds the genes of other organisms that NCBI calculates to be the same gene. */
export function addOrthologs(builder: Builder, record: RecordRef): void {
  builder.objectFields(record, (t) => ({
    orthologs: t.field({
      type: [record],
      description:
        'The orthologs that NCBI calculates, without the gene itself, highest uids first. NCBI names each group after one gene, mostly the human one: for another gene the list is empty with the warning GROUP_UNKNOWN, unless the table gene_orthologs is imported (GROUP_OF_ANOTHER_GENE). Without the table each gene takes an ESearch, with an organism two.',
      args: {
        organism: t.arg.id({ description: 'Only those of this organism, by taxonomy uid or name, or of a taxon.' }),
      },
      extensions: estimated((genes, { organism }: OrthologArgs, scope) => {
        const within = organism == null ? undefined : parseOrganism(organism, 'organism');
        const { loaders, notBefore } = scope;
        const tabled = genes.keys.map((uid) => ({
          uid,
          uids: tabledOrthologs(loaders, uid, within, notBefore)?.uids,
        }));
        const unknown = tabled.filter(({ uids }) => !uids);
        const keys = unknown.flatMap(({ uid }) => questionsAbout(uid, within).map(keyOf));
        const others = (within === undefined ? 1 : 2) * genes.others;
        return [
          RecordSet.known(
            'gene',
            tabled.flatMap(({ uids }) => uids ?? []),
            genes.since,
          ),
          ...[RecordSet.known('gene', keys, genes.since), RecordSet.unknown('gene', others, genes.since)].flatMap(
            (searches) => estimateSearches(searches, MOST_ORTHOLOGS, scope),
          ),
        ];
      }),
      resolve: async (gene, { organism }, context, info) => {
        const within = organism == null ? undefined : parseOrganism(organism, 'organism');
        const { loaders, operation } = context;
        const known = tabledOrthologs(loaders, gene.uid, within, operation.notBefore);
        if (known) {
          operation.tabled(known.table, known.uids.length, `orthologs ${gene.uid} ${within ?? ''}`);
          if (known.through.length > 0) {
            const names = known.through.join(', ');
            warn(
              context,
              info,
              'GROUP_OF_ANOTHER_GENE',
              `Gene ${gene.uid} is in the group that is named after gene ${names}; the others are its orthologs through that gene.`,
            );
          }
          return known.uids.map((uid) => new EntrezRecord('gene', uid));
        }
        const uids = await orthologsOf(gene, within, context);
        if (!uids) {
          warn(
            context,
            info,
            'GROUP_UNKNOWN',
            `${findsNo(`group of orthologs that is named after gene ${gene.uid}`, context.operation)}.`,
          );
        }
        return (uids ?? []).map((uid) => new EntrezRecord('gene', uid));
      },
    }),
  }));
}

/**
 * The members of the group that is named after a gene; undefined where there is no such group.
 *
 * @throws EntrezError `BAD_USER_INPUT` for an organism that NCBI does not know; `LIST_TOO_LONG` when NCBI finds
 * more than it lists; the failure of ESearch.
 */
async function orthologsOf(
  { uid }: EntrezRecord,
  organism: string | undefined,
  { loaders, operation }: Context,
): Promise<string[] | undefined> {
  const questions = questionsAbout(uid, organism);
  const answers = await Promise.all(questions.map(async (each) => loaders.search(each, operation)));
  const [group, within = group] = answers;
  if (!group || !within || group.notFound.length > 0 || group.count === 0) {
    return undefined;
  }
  for (const [index, question] of questions.entries()) {
    checkWhole(answers[index] ?? group, `orthologs of gene ${uid}`, question);
  }
  if (within.notFound.length > 0 && organism !== undefined) {
    throw badInput('organism', organism, 'Use a taxonomy uid or the name of an organism.', ', which is not known');
  }
  // An unknown part of a term may be left out of the search, which then finds other genes.
  const members = new Set(group.uids);
  return within.uids.filter((each) => each !== uid && members.has(each));
}

/** The group, and the part of it that an organism has (protocol-2 section 4). */
function questionsAbout(uid: string, organism: string | undefined): SearchQuestion[] {
  const group = `ortholog_gene_${uid}[group]`;
  const terms = organism === undefined ? [group] : [group, `${group} AND ${organismTerm(organism)}`];
  return terms.map((term) => ({ db: 'gene', term, retstart: 0, retmax: LONGEST_PAGE }));
}

/** The lists of the table gene_orthologs. */
const ORTHOLOGS = 'gene_orthologs';
const TAXON = 'gene_ortholog_taxon';
const REFERENCE = 'gene_ortholog_reference';

/** The orthologs of a gene as a table knows them. */
interface TabledOrthologs {
  /** Highest first. */
  readonly uids: readonly string[];
  /** The genes after which NCBI names the groups, where that is not the gene itself: the others are orthologs through them. */
  readonly through: readonly string[];
  readonly table: ServedTable;
}

/**
 * The orthologs of a gene, from the table gene_orthologs, which has pairs with the gene of a reference organism only.
 *
 * @param organism - Only those of this organism.
 * @returns Undefined where NCBI is to be asked: no such table, too old a one, one that lacks the gene or rows of its
 * group, or an organism that is not given by the taxonomy uid that genes have.
 */
function tabledOrthologs(
  loaders: Loaders,
  uid: string,
  organism: string | undefined,
  notBefore: number,
): TabledOrthologs | undefined {
  const read: (LinksOfTable | undefined)[] = [];
  const listOf = (name: string, gene: string): readonly string[] => {
    const list = loaders.tables?.ownLinks(name, gene);
    read.push(list);
    return list?.links.uids.slice() ?? [];
  };
  const found = preferredLinks(loaders, ORTHOLOGS, uid, notBefore);
  if (!found) {
    return undefined;
  }
  const through = listOf(REFERENCE, uid);
  const all = new Set([...listOf(ORTHOLOGS, uid), ...through.flatMap((gene) => listOf(ORTHOLOGS, gene))]);
  all.delete(uid);
  const uids = [...all]
    .filter((gene) => organism === undefined || listOf(TAXON, gene).includes(organism))
    .toSorted((a, b) => Number(b) - Number(a));
  // It may be a name, or a taxon that contains those of the genes.
  const isUnknown = organism !== undefined && uids.length === 0;
  const isWhole = read.every((list) => list?.isIncomplete !== true);
  return isWhole && !isUnknown ? { uids, through, table: found.table } : undefined;
}

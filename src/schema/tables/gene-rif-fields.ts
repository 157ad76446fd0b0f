import type { Builder } from '../core/builder.js';
import { EntrezRecord } from '../core/record.js';
import { estimated } from '../cost/dry-run-extension.js';
import { RecordSet } from '../cost/record-set.js';
import type { RecordRef } from '../links/link-fields.js';
import { factsOf, notImported } from './from-table.js';

/** As the description of the table keeps it. */
type GeneRif = readonly [text: string, updated: string, articles: readonly number[]];

const FACTS = 'gene_rifs';

/** Adds what articles say of the function of a gene. */
export function addGeneRifs(builder: Builder, gene: RecordRef, pubmed: RecordRef): void {
  const rif = builder.objectRef<GeneRif>('GeneRif').implement({
    description: 'What articles say of the function of a gene, in a sentence (Gene Reference into Function).',
    fields: (t) => ({
      text: t.string({ nullable: false, description: 'The sentence.', resolve: ([text]) => text }),
      updated: t.string({
        description: 'When it was changed last, as NCBI writes it: local time without a zone.',
        resolve: ([, updated]) => updated || null,
      }),
      pubmed: t.field({
        type: [pubmed],
        nullable: { list: false, items: false },
        description: 'The articles that say it.',
        resolve: ([, , articles]) => articles.map((article) => new EntrezRecord('pubmed', String(article))),
      }),
    }),
  });
  builder.objectField(gene, 'geneRifs', (t) =>
    t.field({
      type: [rif],
      description:
        'What articles say of its function. From the table generifs_basic, without calls; fails with TABLE_NOT_IMPORTED where that is not imported.',
      extensions: estimated((genes, _args, scope) => [
        RecordSet.known(
          'pubmed',
          genes.keys.flatMap((uid) => rifsIn(scope.loaders.tables?.facts(FACTS, uid)?.facts ?? []).flatMap(articlesOf)),
          genes.since,
        ),
      ]),
      resolve: ({ uid }, _args, context) => {
        const facts = factsOf(FACTS, uid, context);
        if (!facts) {
          throw notImported('generifs_basic');
        }
        return [...rifsIn(facts)];
      },
    }),
  );
}

function rifsIn(facts: readonly unknown[]): readonly GeneRif[] {
  return facts as readonly GeneRif[];
}

function articlesOf([, , articles]: GeneRif): string[] {
  return articles.map(String);
}

import { expect } from 'vitest';

import { decodeIdenticalProteins } from '../../../src/eutils/records/efetch-ipg.js';
import { decodeTaxa } from '../../../src/eutils/records/efetch-taxa.js';
import { matches, texts, withoutComments } from '../naive.js';
import type { Rule } from '../rule.js';

/** EFetch of taxa and of identical proteins. */
export const TAXON_RULES: readonly Rule[] = [
  {
    what: 'EFetch of taxa',
    isOne: ({ utility, body }) => utility === 'efetch' && body.includes('<TaxaSet>'),
    check: ({ body }) => {
      const text = withoutComments(body);
      const former = matches(text, /<AkaTaxIds>(.*?)<\/AkaTaxIds>/gs).flatMap((list) => texts(list, 'TaxId'));
      // A lineage has taxa of its own.
      const alone = text
        .replaceAll(/<LineageEx>.*?<\/LineageEx>/gs, '')
        .replaceAll(/<AkaTaxIds>.*?<\/AkaTaxIds>/gs, '');
      const uids = texts(alone, 'TaxId');
      const taxa = decodeTaxa(body, [...uids, ...former]);
      expect([...taxa.keys()].sort()).toEqual([...new Set([...uids, ...former])].toSorted());
      const own = uids.map((uid) => taxa.get(uid));
      expect(own.map((taxon) => taxon?.uid)).toEqual(uids);
      expect(own.map((taxon) => taxon?.parentUid)).toEqual(texts(alone, 'ParentTaxId'));
      expect(own.map((taxon) => taxon?.scientificName)).toEqual(texts(alone, 'ScientificName'));
      expect(own.map((taxon) => taxon?.rank)).toEqual(texts(alone, 'Rank'));
      const lineages = matches(text, /<LineageEx>(.*?)<\/LineageEx>/gs).map((list) => texts(list, 'TaxId'));
      expect(own.map((taxon) => taxon?.lineage.map(({ uid }) => uid) ?? []).filter((list) => list.length > 0)).toEqual(
        lineages,
      );
    },
  },
  {
    what: 'EFetch of identical proteins',
    isOne: ({ utility, body }) => utility === 'efetch' && body.includes('<IPGReportSet'),
    check: ({ body }) => {
      const products = matches(body, /<IPGReport [^>]*product_acc="(.*?)"/g);
      const groups = decodeIdenticalProteins(body, products);
      expect([...groups.keys()]).toEqual(products);
      expect([...groups.values()].map(({ uid }) => uid)).toEqual(matches(body, /<IPGReport [^>]*ipg="(\d+)"/g));
      const proteins = [...groups.values()].flatMap((group) => group.proteins);
      expect(new Set(proteins.map(({ accession }) => accession))).toEqual(
        new Set(matches(body, /<Protein [^>]*accver="(.*?)"/g)),
      );
      expect(proteins.flatMap(({ place }) => place?.nuccore ?? [])).toEqual(matches(body, /<CDS [^>]*accver="(.*?)"/g));
      expect(proteins.flatMap(({ place }) => place?.start ?? [])).toEqual(
        matches(body, /<CDS [^>]*start="(\d+)"/g).map(Number),
      );
    },
  },
];

import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { recordUrl } from '../../../src/schema/core/record-url.js';

describe('recordUrl', () => {
  it.each([
    ['gene', '7157', 'https://www.ncbi.nlm.nih.gov/gene/7157'],
    ['pubmed', '29232834', 'https://pubmed.ncbi.nlm.nih.gov/29232834/'],
    ['pmc', '3531190', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/'],
    ['snp', '1042522', 'https://www.ncbi.nlm.nih.gov/snp/rs1042522'],
    ['clinvar', '12347', 'https://www.ncbi.nlm.nih.gov/clinvar/variation/12347/'],
    ['omim', '191170', 'https://omim.org/entry/191170'],
    ['pccompound', '2244', 'https://pubchem.ncbi.nlm.nih.gov/compound/2244'],
    ['nuccore', '1519243108', 'https://www.ncbi.nlm.nih.gov/nuccore/1519243108'],
  ])('shows %s %s at %s', (db, uid, url) => {
    expect(recordUrl(db, uid)).toBe(url);
  });

  it('gives a page over https that names the uid, for every database', () => {
    for (const { name } of loadCatalog().records) {
      const url = new URL(recordUrl(name, '4711'));
      expect(url.protocol, name).toBe('https:');
      expect(url.href, name).toContain('4711');
    }
  });
});

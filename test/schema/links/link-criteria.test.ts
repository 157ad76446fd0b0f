import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { checkLinkArgs, linkCriteria, linkOrders, parseLinkFilter } from '../../../src/schema/links/link-arguments.js';

const LINKS = loadCatalog().links;

describe('the criteria and orders that the catalog states for a link name', () => {
  it('are exactly those that its arguments accept', () => {
    for (const link of LINKS) {
      const criteria = linkCriteria(link);
      const accepts = (check: () => void): boolean => {
        try {
          check();
          return true;
        } catch {
          return false;
        }
      };
      expect(
        accepts(() => parseLinkFilter({ organism: '9606' }, link.to)),
        link.name,
      ).toBe(criteria.includes('ORGANISM'));
      expect(accepts(() => { checkLinkArgs(link, { minScore: 1 }); }), link.name).toBe(criteria.includes('SCORE')); // prettier-ignore
      for (const orderBy of ['SCORE', 'DATE', 'UID'] as const) {
        expect(accepts(() => { checkLinkArgs(link, { orderBy }); }), `${link.name} ${orderBy}`).toBe(linkOrders(link).includes(orderBy)); // prettier-ignore
      }
    }
  });

  it('name the publication date for literature, sequences and data sets, and not for genes', () => {
    const byDate = new Set(LINKS.filter((link) => linkCriteria(link).includes('PUBLICATION_DATE')).map(({ to }) => to));
    expect([...byDate].sort()).toEqual(['books', 'gds', 'nuccore', 'pmc', 'protein', 'pubmed']);
  });
});

import { describe, expect, it } from 'vitest';

import { DATE_TYPES, dateTypesOf } from '../../src/catalog/date-types.js';
import { SEARCH_ORDERS, searchOrders, type SearchOrder } from '../../src/catalog/search-orders.js';
import { loadCatalog } from '../../src/catalog/catalog.js';

const databases = loadCatalog().records.map(({ name }) => name);

describe('the orders of a database', () => {
  it.each(databases)('contain relevance: %s', (db) => {
    expect(searchOrders(db).get('RELEVANCE')).toBe('relevance');
  });

  it.each(Object.entries(SEARCH_ORDERS).slice(1))(
    '%s are those that its description names: %s',
    (order, description) => {
      const having = databases.filter((db) => searchOrders(db).has(order as SearchOrder));
      const named = databases.filter((db) => new RegExp(String.raw`\b${db}\b`).test(description));
      expect(named).toEqual(having);
    },
  );
});

describe('the dates of a database', () => {
  it.each(Object.entries(DATE_TYPES).filter(([, description]) => description.includes(', in ')))(
    '%s are those that its description names: %s',
    (type, description) => {
      const having = databases.filter((db) => dateTypesOf(db)?.includes(type as keyof typeof DATE_TYPES));
      const named = databases.filter((db) => new RegExp(String.raw`\b${db}\b`).test(description));
      expect(named).toEqual(having);
    },
  );
});

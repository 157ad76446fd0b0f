import { describe, expect, it } from 'vitest';

import { isPagePreferred, wholeTypeOf } from '../../../src/server/accept/whole-type.js';

const [RESPONSE, JSON_TYPE] = ['application/graphql-response+json', 'application/json'];
const [MULTIPART, EVENTS] = ['multipart/mixed', 'text/event-stream'];

describe('the type of a response in one piece', () => {
  it.each([
    [null, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*;q=0.3', JSON_TYPE],
    [JSON_TYPE, JSON_TYPE],
    [RESPONSE, RESPONSE],
    ['APPLICATION/JSON', JSON_TYPE],
    [`${JSON_TYPE}; charset="UTF-8"`, JSON_TYPE],
    [`${JSON_TYPE};profile="a,b;q=0"`, JSON_TYPE],
    // The greater weight, then the order, and a name before a wildcard.
    [`${RESPONSE}, ${JSON_TYPE}`, RESPONSE],
    [`${JSON_TYPE};q=0.5, ${RESPONSE};q=0.5`, JSON_TYPE],
    [`*/*, ${RESPONSE}`, RESPONSE],
    [`${JSON_TYPE};q=0.1, ${RESPONSE};q=0.2`, RESPONSE],
    [`${RESPONSE};q=0.1, application/*;q=0.9`, JSON_TYPE],
    [`text/html, ${JSON_TYPE};q=0.001`, JSON_TYPE],
    // A weight of 0 refuses.
    [`${RESPONSE};q=0, */*`, JSON_TYPE],
    [`*/*, ${JSON_TYPE};q=0`, RESPONSE],
    [`application/*, ${JSON_TYPE};Q=0.000`, RESPONSE],
    // JSON before streams, whatever their weights: it needs no parts.
    [`${MULTIPART};deferSpec=20220824, ${JSON_TYPE};q=0.5`, JSON_TYPE],
    [MULTIPART, MULTIPART],
    ['text/*;q=0.2, application/xml', EVENTS],
    [`${JSON_TYPE};q=0, ${MULTIPART};q=0.1, ${EVENTS};q=0.2`, EVENTS],
    [`${MULTIPART};q=0, ${EVENTS};q=0.1`, EVENTS],
    // The header of Java's own client.
    ['text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2', JSON_TYPE],
  ])('for a client that accepts %s is %s', (header, type) => {
    expect(wholeTypeOf(header)).toBe(type);
  });

  it.each([
    'image/png',
    '*/*;q=0',
    `${JSON_TYPE};q=0`,
    `${JSON_TYPE};q=0, ${RESPONSE};q=0.0`,
    `${MULTIPART};q=0`,
    `${JSON_TYPE};charset=utf-16`,
    `${JSON_TYPE};q=1.5`,
    'application/graphql+json',
    ',;q=,=',
  ])('is none for a client that accepts %s', (header) => {
    expect(wholeTypeOf(header)).toBeUndefined();
  });
});

describe('a page', () => {
  it.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
    ['text/html', true],
    ['text/html;q=0, */*', false],
    [`text/html;q=0.1, ${JSON_TYPE}`, false],
    ['*/*', false],
    ['', false],
  ])('of a client that accepts %s is wanted: %s', (header, isWanted) => {
    expect(isPagePreferred(header)).toBe(isWanted);
  });
});

import { describe, expect, it } from 'vitest';

import { preferredJson } from '../../../src/server/accept/media-ranges.js';

const [RESPONSE, JSON_TYPE] = ['application/graphql-response+json', 'application/json'];

describe('the JSON type that a header Accept prefers', () => {
  it.each([
    [`${RESPONSE};q=0, */*`, JSON_TYPE],
    [`*/*, ${JSON_TYPE};q=0`, RESPONSE],
    [`application/*, ${RESPONSE};Q=0`, JSON_TYPE],
    [`${JSON_TYPE};q=0.1, ${RESPONSE};q=0.2`, RESPONSE],
    [`${RESPONSE};q=0.1, application/*;q=0.9`, JSON_TYPE],
    [`text/html, ${JSON_TYPE};q=0.001`, JSON_TYPE],
  ])('of %s is %s', (header, type) => {
    expect(preferredJson(header)).toBe(type);
  });

  it.each([null, '', '*/*;q=0.3', `${JSON_TYPE};q=0.5, ${RESPONSE};q=0.5`, 'text/html;q=1', `${JSON_TYPE};q=2`])(
    'is not decided by the weights of %s',
    (header) => {
      expect(preferredJson(header)).toBeUndefined();
    },
  );
});

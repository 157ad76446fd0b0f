import { describe, expect, it } from 'vitest';

import { streamFormatOf } from '../../../src/server/accept/stream-format.js';

describe('the format of a stream', () => {
  it.each([
    [null, 'multipart/mixed', '2022'],
    ['*/*', 'multipart/mixed', '2022'],
    ['multipart/mixed', 'multipart/mixed', '2022'],
    ['Multipart/Mixed; DeferSpec=20220824, application/json;q=0.9', 'multipart/mixed', '2022'],
    [
      'multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9',
      'multipart/mixed',
      'v0.2',
    ],
    ['multipart/mixed;boundary="graphql";incrementalSpec="v0.2"', 'multipart/mixed', 'v0.2'],
    ['multipart/mixed;incrementalSpec=v0.3, multipart/mixed;deferSpec=20220824;q=0.5', 'multipart/mixed', '2022'],
    ['text/event-stream', 'text/event-stream', '2022'],
    ['text/event-stream;incrementalSpec=v0.2', 'text/event-stream', 'v0.2'],
    ['multipart/mixed;q=0.2, text/event-stream;q=0.9', 'text/event-stream', '2022'],
    ['application/json, text/event-stream, multipart/mixed', 'multipart/mixed', '2022'],
    ['application/json;q=0.4, multipart/*;q=0.8', 'multipart/mixed', '2022'],
  ])('of a client that accepts %s is %s, %s', (accept, type, spec) => {
    expect(streamFormatOf(accept)).toMatchObject({ type, spec });
  });

  it.each([
    'application/json',
    'application/json, */*',
    'application/json, text/plain, */*;q=0.8',
    'application/json, multipart/mixed;q=0.5',
    'application/json;q=0.1, multipart/mixed;q=0',
    'multipart/mixed;q=0',
    'multipart/mixed;incrementalSpec=v0.3',
    'multipart/mixed;deferSpec=20300101, application/json;q=0.9',
    'multipart/mixed;charset=latin1',
    'text/html',
    '',
    ',;q=,=',
  ])('is none for a client that accepts %s, who gets the whole', (accept) => {
    expect(streamFormatOf(accept)).toBeUndefined();
  });
});

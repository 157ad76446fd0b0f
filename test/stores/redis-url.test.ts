import { describe, expect, it } from 'vitest';

import { parseRedisUrl } from '../../src/stores/redis-url.js';

describe('REDIS_URL', () => {
  it('is one server, with or without a port, a user, a password, a database and TLS', () => {
    expect(parseRedisUrl('redis://localhost')).toMatchObject({
      kind: 'server',
      nodes: [{ host: 'localhost', port: 6379 }],
    });
    expect(parseRedisUrl('rediss://u:p%40s@s@[::1]:1/2')).toMatchObject({
      kind: 'server',
      nodes: [{ host: '::1', port: 1 }],
      tls: true,
      username: 'u',
      password: 'p@s@s',
      db: 2,
    });
    expect(parseRedisUrl('redis://:secret@h')).toMatchObject({ username: undefined, password: 'secret', tls: false });
    expect(parseRedisUrl('redis://user@h')).toMatchObject({ username: 'user', password: undefined });
    expect(parseRedisUrl('redis://h')).toMatchObject({ username: undefined, password: undefined, db: 0 });
  });

  it('is a cluster where it has several hosts, or says so', () => {
    const nodes = [
      { host: 'a', port: 7000 },
      { host: 'b', port: 6379 },
    ];
    expect(parseRedisUrl('redis://u:p@a:7000,b')).toMatchObject({
      kind: 'cluster',
      nodes,
      username: 'u',
      password: 'p',
    });
    expect(parseRedisUrl('rediss+cluster://a:7000')).toMatchObject({
      kind: 'cluster',
      nodes: nodes.slice(0, 1),
      tls: true,
    });
  });

  it('is a set of sentinels, which may have a user and password of their own, and what they call the server', () => {
    expect(parseRedisUrl('redis+sentinel://:p@a,b:1/graph?sentinelUsername=s&sentinelPassword=x')).toMatchObject({
      kind: 'sentinel',
      nodes: [
        { host: 'a', port: 26_379 },
        { host: 'b', port: 1 },
      ],
      master: 'graph',
      password: 'p',
      sentinelUsername: 's',
      sentinelPassword: 'x',
    });
  });

  it('names a database of a server behind sentinels after a colon', () => {
    expect(parseRedisUrl('redis+sentinel://a/graph:3')).toMatchObject({ kind: 'sentinel', master: 'graph', db: 3 });
  });

  it.each([
    'http://a',
    'redis://',
    'redis://a b',
    'redis://a:0',
    'redis://a:65536',
    'redis://a,,b',
    'redis://a/x',
    'redis://a,b/1',
    'redis://:%@a',
    'redis+sentinel://a',
    'redis+other://a',
  ])('is not %s', (url) => {
    expect(parseRedisUrl(url)).toBeUndefined();
  });
});

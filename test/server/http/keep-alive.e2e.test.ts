import { expect, it } from 'vitest';

import { OfflineGateway } from '../../support/offline-gateway.js';

it.each(['5', '77'])(
  'a connection without a request stays open for KEEP_ALIVE_S, which the response says: %s',
  async (seconds) => {
    await using offline = await OfflineGateway.start({ KEEP_ALIVE_S: seconds });
    const response = await fetch(`${offline.server.url}/health/live`);
    expect(response.headers.get('keep-alive')).toBe(`timeout=${seconds}`);
  },
);

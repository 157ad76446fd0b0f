import { describe, expect, it } from 'vitest';

import { Command } from '../support/command.js';

async function typeNameOf(url: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  return response.json();
}

describe('entrez-graph serve', () => {
  it('logs warnings of its settings, ignores SIGUSR1 and SIGUSR2, and drains at SIGHUP', async () => {
    await using serve = new Command(['serve', '--port', '0'], { HOST: '0.0.0.0', NCBI_RPS: '9', NCBI_MAIL: 'me' });
    const address = await serve.says(/Listening on (http:\S+)/);
    // The port of Node's debugger would announce itself on standard error.
    serve.stop('SIGUSR1');
    serve.stop('SIGUSR2');
    expect(await typeNameOf(address)).toMatchObject({ data: { __typename: 'Query' } });
    serve.stop('SIGHUP');
    expect(await serve.end()).toEqual([0, null]);
    const messages = serve.err
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(messages).toEqual([
      expect.stringMatching(/^NCBI_EMAIL is not set/),
      expect.stringMatching(/^NCBI_RPS is 9 without NCBI_API_KEY/),
      expect.stringMatching(/^HOST opens the server to other machines and AUTH_TOKENS_FILE is not set/),
      'Unknown variable NCBI_MAIL. Did you mean NCBI_EMAIL?',
    ]);
  });

  it('serves on when nobody reads its log, counts the lost lines, and drains at SIGQUIT', async () => {
    await using serve = new Command(['serve', '--port', '0'], {}, { readsErrors: false });
    const address = await serve.says(/Listening on (http:\S+)/);
    expect(await typeNameOf(address)).toMatchObject({ data: { __typename: 'Query' } });
    const metrics = await (await fetch(new URL('/metrics', address))).text();
    expect(metrics).toMatch(/^entrez_graph_log_lines_dropped_total [1-9]\d*$/m);
    serve.stop('SIGQUIT');
    expect(await serve.end()).toEqual([0, null]);
  });
});

import { describe, expect, it } from 'vitest';

import { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { startSandbox } from '../../src/sandbox/server.js';

describe('a sandbox with a graph of its own', () => {
  const graph = new SampleGraph({
    records: {
      gene: { 1: { symbol: 'ONE' } },
      pubmed: { 20: { title: 'A paper' }, 21: { abstract: 'A < B.' }, 22: { abstract: '' } },
    },
    links: { gene_pubmed: { 1: '20' } },
    inverses: {},
  });

  it('answers from that graph and not from the sample', async () => {
    await using sandbox = await startSandbox({ rps: 0, graph });
    expect(await ask(sandbox.url, 'elink.fcgi?dbfrom=gene&db=pubmed&id=1')).toContain('"links":["20"]');
    expect(await ask(sandbox.url, 'esummary.fcgi?db=gene&id=7157')).toContain('cannot get document summary');
  });

  it('has the abstracts of that graph', async () => {
    await using sandbox = await startSandbox({ rps: 0, graph });
    const articles = await (await fetch(`${sandbox.url}efetch.fcgi?db=pubmed&id=20,21,22`)).text();
    expect(articles.match(/<Abstract>.*?<\/Abstract>/g)).toEqual([
      expect.stringContaining('Label="SAMPLE TEXT"'),
      '<Abstract><AbstractText>A &lt; B.</AbstractText></Abstract>',
    ]);
  });

  it('logs when it answered', async () => {
    await using sandbox = await startSandbox({ rps: 0, graph, latency: { kind: 'constant', ms: 20 } });
    await ask(sandbox.url, 'einfo.fcgi?db=gene');
    const [request] = sandbox.requests;
    expect(request?.answeredAt).toBeGreaterThan(request?.at ?? Infinity);
    expect(request?.answeredAt).toBeLessThanOrEqual(performance.now());
  });
});

async function ask(url: string, request: string): Promise<string> {
  return (await fetch(`${url}${request}${request.includes('?') ? '&' : '?'}retmode=json`)).text();
}

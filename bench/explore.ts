import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { buildExplore } from '../scripts/build-explore.js';
import { readConfig } from '../src/config.js';
import { SampleGraph } from '../src/sandbox/sample-graph.js';
import { startSandbox } from '../src/sandbox/server.js';
import { createGateway } from '../src/server/gateway.js';
import { startServer } from '../src/server/http/http-server.js';
import { launchBrowser } from '../test/support/browser.js';
import { ExploreVisitor } from '../test/support/explore-visitor.js';
import { type Bench, type Figure, median } from './bench.js';

const LINKS = 1000;
const SECONDS = 5;
const ROWS = 10_000;
const GOALS = { frames: 50, kilobytes: 250, firstPaint: 1000 };

/** The page /explore in a browser: its size, the time to its first picture, and frames a second while it is used. */
export const explore: Bench = {
  name: 'explore',
  async measure() {
    const folder = await mkdtemp(join(tmpdir(), 'entrez-graph-explore-'));
    await buildExplore(folder);
    await using sandbox = await startSandbox({ rps: 0, graph: hubs() });
    const ignore = (): void => undefined;
    const config = readConfig({ NCBI_BASE_URL: sandbox.url, NCBI_RPS: '50', LOG_LEVEL: 'silent' });
    const gateway = createGateway(
      config,
      { debug: ignore, info: ignore, warn: ignore, error: ignore },
      { explore: folder },
    );
    const server = await startServer(gateway, { host: '127.0.0.1', port: 0, explore: folder });
    const browser = await launchBrowser();
    try {
      return [
        await sizeOf(server.url),
        await firstPaintOf(browser, server.url),
        ...(await framesOf(browser, server.url)),
        await tableFramesOf(browser, server.url),
      ];
    } finally {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true });
    }
  },
};

async function sizeOf(origin: string): Promise<Figure> {
  let bytes = 0;
  for (const part of ['', '/explore.js', '/explore.css']) {
    const response = await fetch(`${origin}/explore${part}`, { headers: { 'accept-encoding': 'gzip' } });
    bytes += Number(response.headers.get('content-length'));
    await response.body?.cancel();
  }
  return figure('page /explore, compressed', bytes / 1000, 'kB', GOALS.kilobytes, 'under');
}

async function firstPaintOf(browser: Browser, origin: string): Promise<Figure> {
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    await using visitor = await ExploreVisitor.open(browser, origin);
    times.push(
      await visitor.page.evaluate<number>(`performance.getEntriesByName('first-contentful-paint')[0].startTime`),
    );
  }
  return figure('page /explore, first picture, median of 5', median(times), 'ms', GOALS.firstPaint, 'under');
}

async function framesOf(browser: Browser, origin: string): Promise<Figure[]> {
  const links = `gene:1.pubmed.${LINKS},gene:2.pubmed.${LINKS}`;
  await using visitor = await ExploreVisitor.open(browser, origin, `#show=gene:1&links=${links}`);
  const { page } = visitor;
  await page.getByText('2,002 records, 2,000 links').waitFor();
  const what = 'frames a second with 2,002 records';
  const settling = await framesWhile(page, () => Promise.resolve());
  const panned = await framesWhile(page, async (step) => {
    await page.mouse.move(500 + (step % 40) * 5, 450 + (step % 30) * 4);
  });
  const zoomed = await framesWhile(page, async (step) => {
    await page.mouse.wheel(0, step % 20 < 10 ? 60 : -60);
  });
  return [
    figure(`${what}, in the first ${SECONDS} s, while they find their places`, settling, '', GOALS.frames, 'over'),
    figure(`${what}, while the graph is dragged`, panned, '', GOALS.frames, 'over'),
    figure(`${what}, while it is zoomed`, zoomed, '', GOALS.frames, 'over'),
  ];
}

/** Frames while a table of 10,000 loaded rows is scrolled. */
async function tableFramesOf(browser: Browser, origin: string): Promise<Figure> {
  await using visitor = await ExploreVisitor.open(browser, origin, '#show=gene:3&table=gene:3.pubmed');
  const { page } = visitor;
  const scroller = page.locator('.table-scroller');
  const scrollTo = (part: number): Promise<void> =>
    scroller.evaluate((element: { scrollTop: number; scrollHeight: number }, share) => {
      element.scrollTop = element.scrollHeight * share;
    }, part);
  const loaded = page.getByText(`${ROWS.toLocaleString('en')} records`, { exact: true });
  while (!(await loaded.isVisible())) {
    await scrollTo(1);
    await page.waitForTimeout(50);
  }
  const frames = await framesWhile(page, (step) => scrollTo((step % 200) / 200));
  return figure('frames a second while a table of 10,000 rows is scrolled', frames, '', GOALS.frames, 'over');
}

/** Frames a second that the page itself counts while it is used. */
async function framesWhile(page: Page, use: (step: number) => Promise<void>): Promise<number> {
  await page.mouse.move(500, 450);
  await page.mouse.down();
  // A text, since types of browsers are unknown to a program of Node.
  const counted = page.evaluate<number>(`new Promise((resolve) => {
    const start = performance.now();
    let frames = 0;
    const next = (now) => {
      frames += 1;
      const seconds = (now - start) / 1000;
      seconds < ${SECONDS} ? requestAnimationFrame(next) : resolve(frames / seconds);
    };
    requestAnimationFrame(next);
  })`);
  const end = performance.now() + SECONDS * 1000;
  for (let step = 0; performance.now() < end; step += 1) {
    await use(step);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  return counted;
}

function hubs(): SampleGraph {
  const uids = Array.from({ length: ROWS }, (_none, index) => String(1000 + index));
  return new SampleGraph({
    records: {
      gene: { 1: { symbol: 'HUB' }, 2: { symbol: 'SECOND' }, 3: { symbol: 'ALL' } },
      pubmed: Object.fromEntries(uids.map((uid) => [uid, { title: `Paper ${uid}` }])),
    },
    links: {
      gene_pubmed: {
        1: uids.slice(0, LINKS).join(' '),
        2: uids.slice(LINKS, 2 * LINKS).join(' '),
        3: uids.join(' '),
      },
    },
    inverses: {},
  });
}

function figure(what: string, value: number, unit: string, goal: number, side: 'under' | 'over'): Figure {
  return {
    what,
    measured: `${value.toFixed(0)} ${unit}`.trim(),
    comparedWith: `${goal} ${unit}`.trim(),
    ratio: value / goal,
    goal: `${side} 1`,
    met: side === 'under' ? value < goal : value > goal,
  };
}

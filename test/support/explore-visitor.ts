import { buffer } from 'node:stream/consumers';

import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** A user of the page /explore, and what went wrong meanwhile. */
export class ExploreVisitor implements AsyncDisposable {
  readonly page: Page;
  /** Requests to other hosts, errors of the page, and violations of its Content-Security-Policy. */
  readonly complaints: string[] = [];
  /** The names of the GraphQL operations that the page ran, without polls of the rate limit. */
  readonly operations: string[] = [];

  private constructor(page: Page, origin: string) {
    this.page = page;
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) {
        this.complaints.push(`asked ${request.url()}`);
      }
      const { query = '' } = (request.postDataJSON() ?? {}) as { query?: string };
      const name = /query (\w+)/.exec(query)?.[1];
      if (name !== undefined && name !== 'RateLimit') {
        this.operations.push(name);
      }
    });
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        this.complaints.push(message.text());
      }
    });
  }

  /** Opens the page of a gateway; `fragment` starts with `#`. */
  static async open(
    browser: Browser,
    origin: string,
    fragment = '',
    options: BrowserContextOptions = {},
  ): Promise<ExploreVisitor> {
    const visitor = await ExploreVisitor.come(browser, origin, fragment, options);
    await visitor.search.waitFor();
    return visitor;
  }

  /** As {@link open}, where the page may not get as far as to be used. */
  static async come(
    browser: Browser,
    origin: string,
    fragment = '',
    options: BrowserContextOptions = {},
  ): Promise<ExploreVisitor> {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
      ...options,
    });
    const visitor = new ExploreVisitor(await context.newPage(), origin);
    await visitor.page.goto(`${origin}/explore${fragment}`);
    return visitor;
  }

  get search(): Locator {
    return this.page.getByRole('combobox', { name: 'Find a record' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  tab(name: 'Record' | 'List' | 'Compare' | 'Query' | 'Routes'): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** The row of a link name in the panel of the selected record. */
  link(name: string): Locator {
    return this.page.locator('.link').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** Types a text and chooses the first suggestion, by the keyboard. */
  async find(text: string): Promise<void> {
    await this.search.fill(text);
    await this.page.locator('#suggestions li').first().waitFor();
    await this.search.press('ArrowDown');
    await this.search.press('Enter');
    await this.counted();
  }

  /** Waits for the counts of the links of the selected record. */
  async counted(): Promise<void> {
    await this.page.getByRole('heading', { name: 'Links' }).waitFor();
    await this.page.locator('.counting').waitFor({ state: 'detached' });
  }

  /** The button that draws links of a link name, or more of them. */
  shows(linkName: string): Locator {
    return this.link(linkName).locator('button.show');
  }

  /** Draws links of the selected record, and waits until they are there. */
  async show(linkName: string): Promise<string> {
    await this.shows(linkName).click();
    const shown = this.link(linkName).locator('.shown');
    await shown.waitFor();
    return shown.innerText();
  }

  /** Selects a drawn record by the list beside the graph, and waits for the counts of its links. */
  async select(name: string): Promise<void> {
    await this.tab('List').click();
    await this.page.locator('.record-list li button').filter({ hasText: name }).first().click();
    await this.counted();
  }

  /** How many records and links the page says are drawn. */
  async drawn(): Promise<string> {
    return this.page.locator('.status > span').first().innerText();
  }

  /** How many points of the canvas are painted. */
  async painted(): Promise<number> {
    // A text, since types of browsers are unknown to a program of Node.
    return this.page.evaluate<number>(`(() => {
      const canvas = document.querySelector('.graph canvas');
      const points = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      return points.filter((value, index) => index % 4 === 3 && value > 0).length;
    })()`);
  }

  /** The part of the canvas' width or height, whichever is more, that the painted points take. */
  async reach(): Promise<number> {
    return this.page.evaluate<number>(`(() => {
      const canvas = document.querySelector('.graph canvas');
      const { width, height } = canvas;
      const points = canvas.getContext('2d').getImageData(0, 0, width, height).data;
      let [left, right, top, bottom] = [width, 0, height, 0];
      for (let point = 0; point < width * height; point += 1) {
        if (points[4 * point + 3] > 0) {
          const [x, y] = [point % width, Math.floor(point / width)];
          [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
        }
      }
      return Math.max((right - left) / width, (bottom - top) / height);
    })()`);
  }

  /** The file that an entry of the export menu gives. */
  async export(label: string): Promise<Buffer> {
    await this.page.locator('.toolbar').getByText('Export', { exact: true }).click();
    return this.#saved(() => this.button(label).click());
  }

  /** The text of the file that an action saves. */
  async download(action: () => Promise<void>): Promise<string> {
    return (await this.#saved(action)).toString();
  }

  async #saved(action: () => Promise<void>): Promise<Buffer> {
    const download = this.page.waitForEvent('download');
    await action();
    return buffer(await (await download).createReadStream());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
  }
}

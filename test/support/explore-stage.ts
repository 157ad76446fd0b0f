import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

import type { SettingName } from '../../src/config.js';
import type { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { RunningGateway } from './running-gateway.js';
import { TemporaryFolder } from './temporary-folder.js';

/** What tests of the page /explore need: the built page, and the browser that they share. */
export class ExploreStage implements AsyncDisposable {
  readonly browser: Browser;
  /** Where the built page is. */
  readonly explore: string;
  readonly #folder: TemporaryFolder;

  private constructor(browser: Browser, explore: string, folder: TemporaryFolder) {
    this.browser = browser;
    this.explore = explore;
    this.#folder = folder;
  }

  static async open(): Promise<ExploreStage> {
    const { endpoint, explore } = inject('browser');
    return new ExploreStage(await chromium.connect(endpoint), explore, await TemporaryFolder.create());
  }

  /** A folder for files of the test. */
  get folder(): string {
    return this.#folder.path;
  }

  /** Starts a gateway that serves the page. */
  start(settings: Partial<Record<SettingName, string>> = {}, graph?: SampleGraph): Promise<RunningGateway> {
    const sandbox = { rps: 0, ...(graph && { graph }) };
    return RunningGateway.start({ sandbox, explore: this.explore, settings });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
    await this.#folder[Symbol.asyncDispose]();
  }
}

import type { Browser } from 'playwright-core';

import { buildExplore } from '../../scripts/build-explore.js';
import type { SettingName } from '../../src/config.js';
import { launchBrowser } from './browser.js';
import { RunningGateway } from './running-gateway.js';
import { TemporaryFolder } from './temporary-folder.js';

/** What tests of the page /explore need: the page as it is built, and a browser. */
export class ExploreStage implements AsyncDisposable {
  readonly browser: Browser;
  readonly #folder: TemporaryFolder;

  private constructor(browser: Browser, folder: TemporaryFolder) {
    this.browser = browser;
    this.#folder = folder;
  }

  static async open(): Promise<ExploreStage> {
    const folder = await TemporaryFolder.create();
    await buildExplore(folder.path);
    return new ExploreStage(await launchBrowser(), folder);
  }

  /** Where the page is, with room for more files. */
  get folder(): string {
    return this.#folder.path;
  }

  /** Starts a gateway that serves the page. */
  start(settings: Partial<Record<SettingName, string>> = {}): Promise<RunningGateway> {
    return RunningGateway.start({ explore: this.folder, settings });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
    await this.#folder[Symbol.asyncDispose]();
  }
}

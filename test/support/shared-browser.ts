import type { BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';

import { buildExplore } from '../../scripts/build-explore.js';
import { launchBrowserServer, NO_BROWSER } from './browser.js';
import { TemporaryFolder } from './temporary-folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    readonly browser: SharedBrowser;
  }
}

interface SharedBrowser {
  /** Where tests connect to it. */
  readonly endpoint: string;
  /** Folder of the built page /explore. */
  readonly explore: string;
}

let folder: TemporaryFolder | undefined;
let server: BrowserServer | undefined;

/** Launches one browser and builds the page /explore once, for all tests of the project. */
export async function setup(project: TestProject): Promise<void> {
  if (NO_BROWSER) {
    return;
  }
  folder = await TemporaryFolder.create();
  [server] = await Promise.all([launchBrowserServer(), buildExplore(folder.path)]);
  project.provide('browser', { endpoint: server.wsEndpoint(), explore: folder.path });
}

export async function teardown(): Promise<void> {
  await server?.close();
  await folder?.[Symbol.asyncDispose]();
}

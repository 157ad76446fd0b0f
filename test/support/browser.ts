import { existsSync } from 'node:fs';

import { type Browser, chromium } from 'playwright-core';

/** The browser that tests run in. */
export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Whether tests in a browser are to be skipped. CI sets `REQUIRE_BROWSER=1`: there they must run. */
export const NO_BROWSER = process.env.REQUIRE_BROWSER !== '1' && !existsSync(CHROMIUM);

/** Starts a browser that asks nothing of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

import { existsSync } from 'node:fs';

import { type Browser, type BrowserServer, chromium } from 'playwright-core';

/** The shell is Chromium without windows: the same engine, which takes two thirds of the time. */
const [CHROMIUM_SHELL, WHOLE_CHROMIUM] = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The browser that tests run in. */
export const CHROMIUM = process.env.CHROMIUM_PATH ?? (existsSync(CHROMIUM_SHELL) ? CHROMIUM_SHELL : WHOLE_CHROMIUM);

/** Whether tests in a browser are to be skipped. CI sets `REQUIRE_BROWSER=1`: there they must run. */
export const NO_BROWSER = process.env.REQUIRE_BROWSER !== '1' && !existsSync(CHROMIUM);

/** A browser that sends no requests of its own. */
const OPTIONS = {
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
};

export function launchBrowser(): Promise<Browser> {
  return chromium.launch(OPTIONS);
}

/** Launches a browser that several processes connect to. */
export function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer({ ...OPTIONS, host: '127.0.0.1' });
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';

/** Where tests leave what they saw, for whoever wants to look. */
const FOLDER = fileURLToPath(new URL('../browser/screenshots/', import.meta.url));

/** Keeps a picture of a page as it is now. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

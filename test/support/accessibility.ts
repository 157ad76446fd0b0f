import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { AxeResults, RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** The rules of WCAG up to 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Those of them that look at colours. */
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What keeps people out of a page, as axe finds it: each rule that is broken, with the elements that break it. Only what
 * is to be seen is looked at.
 *
 * @param parts - Selectors of what is looked at; without any, the whole page.
 */
export function barriers(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
  return brokenRules(page, parts, { type: 'tag', values: TAGS });
}

/** As {@link barriers}, in the other colours of a page that is seen already: nothing else differs there. */
export function colourBarriers(page: Page, ...parts: readonly string[]): Promise<readonly string[]> {
  return brokenRules(page, parts, { type: 'rule', values: RULES_OF_COLOURS });
}

async function brokenRules(page: Page, parts: readonly string[], runOnly: RunOnly): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) {
    // The policy of a page lets no script in; one that a test brings along is run by the browser itself.
    await page.evaluate(await readFile(AXE, 'utf8'));
  }
  const where = parts.length === 0 ? 'document' : JSON.stringify({ include: parts.map((part) => [part]) });
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${where}, ${options})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { startSandbox } from '../../src/sandbox/server.js';

describe('the page of the sandbox', () => {
  it('shows a test that passes against a running sandbox', async () => {
    const page = readFileSync(new URL('../../docs/sandbox.md', import.meta.url), 'utf8');
    const [, code = ''] = /```js\n([^]*?)```/.exec(page) ?? [];
    await using sandbox = await startSandbox();
    const { origin } = new URL(sandbox.url);
    const here = code.replace('http://127.0.0.1:4100', origin);
    expect(here).not.toBe(code);
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', here]);
    expect(stdout).toMatch(/pass 1\b/);
    expect(sandbox.requests).toMatchObject([{ utility: 'elink', fault: 'in-body-error:x1:elink' }]);
  });
});

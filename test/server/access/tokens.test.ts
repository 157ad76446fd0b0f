import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { ConfigError } from '../../../src/config.js';
import { Tokens } from '../../../src/server/access/tokens.js';
import { TemporaryFolder } from '../../support/temporary-folder.js';

const A = 'token-of-a-0123456';
const B = 'token-of-b-0123456';

describe('a file of tokens', () => {
  it('names the client of each token', () => {
    const tokens = new Tokens(`# ours\na:${A}\r\n\n  b:${B}\n`);
    expect([tokens.callerOf(A), tokens.callerOf(B)]).toEqual(['a', 'b']);
  });

  it.each([
    ['', 'nothing'],
    [A.slice(1), 'a part'],
    [`${A}x`, 'more'],
    [A.toUpperCase(), 'other letters'],
    [`a:${A}`, 'the whole line'],
  ])('knows no %j (%s)', (token) => {
    expect(new Tokens(`a:${A}`).callerOf(token)).toBeUndefined();
  });

  it.each([
    ['a line without a name', `a:${A}\nsecret-without-name`, 'line 2 must be name:token'],
    ['a token that can be guessed', 'a:short-secret', 'line 1 must be name:token, the token of at least 16 characters'],
    ['a token with blanks', `a:secret secret secret secret`, 'line 1 must be name:token'],
    ['a name twice', `a:${A}\n\na:${B}`, 'line 3 names a again'],
    ['no token', '# none yet\n', 'it holds no token'],
  ])('with %s stops the server, and shows nothing of it', (_what, text, message) => {
    const read = (): Tokens => new Tokens(text);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`AUTH_TOKENS_FILE (--auth-tokens-file) cannot be used: ${message}`);
    expect(read).not.toThrow(/secret/);
  });

  it('is read where the setting says, and must be there', async () => {
    await using folder = await TemporaryFolder.create();
    const path = join(folder.path, 'tokens');
    expect(() => Tokens.read(path)).toThrow(/cannot be used: it cannot be read/);
    await writeFile(path, `a:${A}\n`);
    expect(Tokens.read(path).callerOf(A)).toBe('a');
  });
});

import { describe, expect, it } from 'vitest';

import { safeStorage } from '../../../src/explore/gateway/storage.js';

describe('the storage of the browser', () => {
  it('lasts until the page closes where the browser forbids it', () => {
    const storage = safeStorage(() => {
      throw new Error('SecurityError');
    });
    expect(storage.get('theme')).toBeUndefined();
    storage.set('theme', 'dark');
    expect(storage.get('theme')).toBe('dark');
    storage.set('theme', undefined);
    expect(storage.get('theme')).toBeUndefined();
  });
});

/** Values by name. A browser may forbid its storage, or hold something else under a name. */
export interface SafeStorage {
  /** Undefined where nothing is stored, or where the browser forbids reading. */
  get(name: string): string | undefined;
  /** Undefined removes the value. It lasts until the page closes where the browser forbids storing. */
  set(name: string, value: string | undefined): void;
}

/** A storage that never throws. `open` may throw: reading the property itself is what a browser forbids. */
export function safeStorage(open: () => Storage): SafeStorage {
  const kept = new Map<string, string | undefined>();
  return {
    get(name) {
      if (kept.has(name)) {
        return kept.get(name);
      }
      try {
        return open().getItem(name) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(name, value) {
      try {
        if (value === undefined) {
          open().removeItem(name);
        } else {
          open().setItem(name, value);
        }
        kept.delete(name);
      } catch {
        kept.set(name, value);
      }
    },
  };
}

/** Lasts as long as the tab. */
export const TAB_STORAGE = safeStorage(() => sessionStorage);

/** Lasts until the visitor clears it. */
export const BROWSER_STORAGE = safeStorage(() => localStorage);

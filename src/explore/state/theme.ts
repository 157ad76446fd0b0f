import { type ReadonlySignal, signal } from '@preact/signals';

import { BROWSER_STORAGE } from '../gateway/storage.js';

export type ThemeName = 'light' | 'dark';

const STORED = 'entrez-graph-theme';

/** The theme of the page: the visitor's choice, else the system's. */
export class Theme {
  readonly #system = matchMedia('(prefers-color-scheme: dark)');
  readonly #name = signal<ThemeName>('light');

  constructor() {
    this.#system.addEventListener('change', () => {
      this.#apply();
    });
    this.#apply();
  }

  get name(): ReadonlySignal<ThemeName> {
    return this.#name;
  }

  /** Switches the theme. A choice equal to the system's is removed, so that the page follows the system again. */
  toggle(): void {
    const next = this.#name.value === 'dark' ? 'light' : 'dark';
    BROWSER_STORAGE.set(STORED, next === this.#ofSystem() ? undefined : next);
    this.#apply();
  }

  #ofSystem(): ThemeName {
    return this.#system.matches ? 'dark' : 'light';
  }

  #apply(): void {
    const chosen = BROWSER_STORAGE.get(STORED);
    const name = chosen === 'light' || chosen === 'dark' ? chosen : this.#ofSystem();
    document.documentElement.dataset.theme = name;
    this.#name.value = name;
  }
}

import { computed, type ReadonlySignal, signal } from '@preact/signals';

import { TAB_STORAGE } from '../gateway/storage.js';

const STORED = 'entrez-graph-last-step';

/**
 * The visitor's actions as entries of the browser's history, so that Back and Forward walk through them. An entry is an
 * address; its step counts from the one the page opened with.
 */
export class BrowserHistory {
  readonly #step = signal(stepOf(history.state) ?? 0);
  readonly #last = signal(this.#step.value);
  readonly canUndo = computed(() => this.#step.value > 0);
  readonly canRedo = computed(() => this.#step.value < this.#last.value);

  /** @param opened - Called with the fragment of the address when the visitor goes to another entry. */
  constructor(opened: (fragment: string) => void) {
    // Entries ahead survive a reload, but only the page that made them could tell how many there are.
    this.#last.value = Math.max(this.#step.value, Number(TAB_STORAGE.get(STORED) ?? 0));
    addEventListener('popstate', (event) => {
      const step = stepOf(event.state);
      if (step === undefined) {
        // The visitor edited the address.
        this.#moveTo(this.#step.value + 1);
        history.replaceState({ step: this.#step.value }, '');
      } else {
        this.#step.value = step;
      }
      opened(location.hash);
    });
  }

  /** The number of the entry that is shown. */
  get step(): ReadonlySignal<number> {
    return this.#step;
  }

  /** Adds an entry behind the present one; those ahead are gone. */
  push(fragment: string): void {
    this.#moveTo(this.#step.value + 1);
    history.pushState({ step: this.#step.value }, '', addressOf(fragment));
  }

  /** Changes the address of the present entry. */
  replace(fragment: string): void {
    history.replaceState({ step: this.#step.value }, '', addressOf(fragment));
  }

  undo(): void {
    if (this.canUndo.value) {
      history.back();
    }
  }

  redo(): void {
    if (this.canRedo.value) {
      history.forward();
    }
  }

  #moveTo(step: number): void {
    this.#step.value = step;
    this.#last.value = step;
    TAB_STORAGE.set(STORED, String(step));
  }
}

function addressOf(fragment: string): string {
  return fragment === '' ? location.pathname + location.search : `#${fragment}`;
}

function stepOf(state: unknown): number | undefined {
  const { step } = (state ?? {}) as { readonly step?: unknown };
  return typeof step === 'number' ? step : undefined;
}

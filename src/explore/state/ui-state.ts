import { signal } from '@preact/signals';

export const TABS = ['record', 'list', 'compare', 'query', 'routes'] as const;
export type Tab = (typeof TABS)[number];

export const PANES = ['graph', 'table', 'details'] as const;
export type Pane = (typeof PANES)[number];

/** What the visitor looks at, as far as it is not part of the exploration. */
export class UiState {
  readonly tab = signal<Tab>('record');
  /** The pane that a narrow screen shows; wide ones show all. */
  readonly pane = signal<Pane>('graph');
  /** The record under the pointer. */
  readonly hovered = signal<string | undefined>(undefined);
  /** Records that are ticked, in the list, in the table or by their panels. */
  readonly ticked = signal<ReadonlySet<string>>(new Set());
  /** A text for the search box, such as an example; a new object for each. */
  readonly searchText = signal({ text: '' });
  /** What the page announces once, such as that an address was copied. */
  readonly note = signal('');

  tick(ids: Iterable<string>, isTicked: boolean): void {
    const next = new Set(this.ticked.value);
    for (const id of ids) {
      if (isTicked) {
        next.add(id);
      } else {
        next.delete(id);
      }
    }
    this.ticked.value = next;
  }
}

import type { ComponentChildren } from 'preact';

interface Props {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A button that opens a list of actions. It closes with Escape, and when the focus leaves it. */
export function Menu({ label, children }: Props) {
  return (
    <details
      class="menu"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          currentTarget.removeAttribute('open');
        }
      }}
      onKeyDown={({ currentTarget, key }) => {
        if (key === 'Escape') {
          currentTarget.removeAttribute('open');
          currentTarget.querySelector('summary')?.focus();
        }
      }}
    >
      <summary>{label}</summary>
      <ul>{children}</ul>
    </details>
  );
}

interface ItemProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly run: () => void | Promise<void>;
}

export function MenuItem({ label, disabled = false, run }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        class="plain"
        disabled={disabled}
        onClick={({ currentTarget }) => {
          currentTarget.closest('details')?.removeAttribute('open');
          void run();
        }}
      >
        {label}
      </button>
    </li>
  );
}

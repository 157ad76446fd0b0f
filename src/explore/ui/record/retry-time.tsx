import { useEffect, useRef, useState } from 'preact/hooks';

import { retryText } from '../../gateway/failure-text.js';

interface Props {
  /** When another try makes sense; nothing is shown without it. */
  readonly at: number | undefined;
}

const SECOND = 1000;

/** How long to wait before another try, counted down for the eyes. Screen readers hear when it begins and when it is over. */
export function RetryTime({ at }: Props) {
  const [now, setNow] = useState(Date.now);
  const left = (at ?? now) - now;
  const begun = useRef({ at, text: retryText(left) });
  if (begun.current.at !== at || left <= 0) {
    begun.current = { at, text: retryText(left) };
  }
  useEffect(() => {
    if (left <= 0) {
      return;
    }
    // The next change of the text, and not a second from now: timers are late.
    const timer = setTimeout(
      () => {
        setNow(Date.now());
      },
      left % SECOND || SECOND,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [left]);
  return at === undefined ? null : (
    <>
      <span aria-hidden="true">{retryText(left)}</span>
      <span class="visually-hidden">{begun.current.text}</span>
    </>
  );
}

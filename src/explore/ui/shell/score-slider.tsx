import { useComputed } from '@preact/signals';

import { scoreText } from '../../canvas/score-text.js';
import { scoreHistogram } from '../../model/histogram.js';
import { usePage } from '../../state/page.js';

interface Props {
  readonly value: number | undefined;
  /** Called while the thumb moves. */
  readonly move: (value: number | undefined) => void;
  /** Called when it is let go. */
  readonly choose: (value: number | undefined) => void;
}

const [WIDTH, HEIGHT] = [120, 22];

/** A slider for the minimum score, over a histogram of the scores that are there; nothing where no links have scores. */
export function ScoreSlider({ value, move, choose }: Props) {
  const { explorer } = usePage();
  const shown = useComputed(() =>
    scoreHistogram(explorer.exploration.value, explorer.knowledge.value, explorer.catalog),
  );
  const histogram = shown.value;
  if (!histogram) {
    return null;
  }
  const { least, most, bins } = histogram;
  const highest = Math.max(...bins);
  const valueOf = (input: HTMLInputElement): number | undefined =>
    input.valueAsNumber <= least ? undefined : input.valueAsNumber;
  return (
    <span class="score-slider">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {bins.map((count, index) => {
          const height = (count / highest) * HEIGHT;
          const isKept = least + ((index + 1) / bins.length) * (most - least) > (value ?? least);
          return (
            <rect
              key={index}
              class={isKept ? 'kept' : 'left-out'}
              x={(index * WIDTH) / bins.length}
              y={HEIGHT - height}
              width={WIDTH / bins.length - 1}
              height={height}
            />
          );
        })}
      </svg>
      <input
        type="range"
        aria-label="Minimum score"
        aria-valuetext={value === undefined ? 'any score' : scoreText(value)}
        min={least}
        max={most}
        step="any"
        value={value ?? least}
        onInput={({ currentTarget }) => {
          move(valueOf(currentTarget));
        }}
        onChange={({ currentTarget }) => {
          choose(valueOf(currentTarget));
        }}
      />
    </span>
  );
}

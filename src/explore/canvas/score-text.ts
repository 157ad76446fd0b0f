/** A score as people read it: 12,201,585 and 0.5. */
export function scoreText(score: number): string {
  return score.toLocaleString('en', { maximumFractionDigits: 4 });
}

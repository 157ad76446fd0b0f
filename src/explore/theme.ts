const STORED = 'entrez-graph-theme';
const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Gives the page the theme that the visitor chose, else that of the system. */
export function applyTheme(): void {
  const chosen = localStorage.getItem(STORED);
  const theme = chosen === 'light' || chosen === 'dark' ? chosen : DARK.matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme;
}

/** Goes from light to dark or back. A choice that is that of the system is forgotten, so that the page follows it again. */
export function toggleTheme(): void {
  const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  if ((next === 'dark') === DARK.matches) {
    localStorage.removeItem(STORED);
  } else {
    localStorage.setItem(STORED, next);
  }
  applyTheme();
}

/** Tells when the system changes between day and night. */
export function onSystemTheme(changed: () => void): void {
  DARK.addEventListener('change', () => {
    applyTheme();
    changed();
  });
}

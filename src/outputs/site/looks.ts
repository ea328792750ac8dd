import type { Theme } from '../../design/design.ts';
import type { SiteInput } from './input.ts';

/** The two themes of the site: one for readers who want light pages, one for those who want dark ones. */
export interface Looks {
  readonly light: Theme;
  readonly dark: Theme;
}

export function looksOf({ design, look }: Pick<SiteInput, 'design' | 'look'>): Looks {
  const { theme } = design;
  return theme.mode === 'dark' ? { light: look.otherTheme, dark: theme } : { light: theme, dark: look.otherTheme };
}

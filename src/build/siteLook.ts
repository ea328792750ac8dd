import { join } from 'node:path';
import type { Theme } from '../design/design.ts';
import { fontsFor } from '../design/fonts.ts';
import { loadTheme } from '../design/themes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { loadTemplates } from '../html/templates.ts';
import type { SiteLook } from '../outputs/site/input.ts';
import type { SourceFile } from '../source/sourceFile.ts';

export type SiteLookChoice =
  | { readonly ok: true; readonly look: SiteLook }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[]; readonly files: readonly SourceFile[] };

/** What the site looks like beside a theme: the theme `dark` for readers who want dark pages, or else `light`. */
export async function siteLook(root: string, theme: Theme, texts: Iterable<string>): Promise<SiteLookChoice> {
  const reading = await loadTheme(root, theme.mode === 'dark' ? 'light' : 'dark');
  if (reading?.theme === undefined) {
    return { ok: false, diagnostics: reading?.diagnostics ?? [], files: reading?.files ?? [] };
  }
  return {
    ok: true,
    look: {
      templates: loadTemplates(join(root, 'templates'), 'site'),
      otherTheme: reading.theme,
      fonts: fontsFor(theme, texts, root),
    },
  };
}

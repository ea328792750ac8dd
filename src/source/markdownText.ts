import type Token from 'markdown-it/lib/token.mjs';

/** Whether a text means itself: no character in it that markdown could give a meaning. */
export function isPlain(text: string): boolean {
  return !/[\\`*_[\]<&!~\n]/.test(text);
}

/** What a reader sees of parsed text; `<br>` and hard line breaks become `\n`, other HTML tags vanish. */
export function plainText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'image') text += plainText(token.children ?? []) || token.content;
    else if (token.type === 'softbreak') text += ' ';
    else if (token.type === 'hardbreak') text += '\n';
    else if (token.type === 'html_inline') text += /^<br\s*\/?>$/i.test(token.content) ? '\n' : '';
    else text += token.content;
  }
  return text;
}

/**
 * What a shell may do, written into its head before anything else: styles in the document, fonts from files, images
 * inside the document. No script runs, also none in an attribute; no frame, no network, no other file.
 */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src file:',
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Gives the shell's HTML with the policy in it. Throws when the HTML has no `<head>` to hold it. */
export function withPolicy(html: string): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (head === null) throw new Error('A shell needs a <head>');
  const end = head.index + head[0].length;
  return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${policy}">${html.slice(end)}`;
}

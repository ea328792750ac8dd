/** Characters that XML 1.0 cannot hold. */
export const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as XML shows it; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(notXml, '').replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/**
 * Makes text from a user's file safe to print on one line of a terminal: control characters (escape sequences among
 * them) and bidirectional overrides, which could make a message look like another, become `�`.
 */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

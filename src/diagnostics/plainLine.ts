/**
 * Makes text from a user's file safe to print on one line of a terminal: control characters (escape sequences among
 * them) and bidirectional overrides, which could make a message look like another, become `�`.
 */
export function plainLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

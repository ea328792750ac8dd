import { type CST, Lexer, Parser } from 'yaml';

/** Open brackets and indentations at a time; a tenth of what would exhaust the stack of the recursive composer. */
const maxNesting = 200;

/**
 * The first half of the library's `parseAllDocuments`, taken apart to watch the depth: a stack overflow further on
 * cannot be caught reliably (V8 aborts the process when it strikes inside a regular expression).
 *
 * @returns the tokens, or the offset at which the nesting became too deep
 */
export function readTokens(text: string): CST.Token[] | number {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > maxNesting) return parser.offset;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

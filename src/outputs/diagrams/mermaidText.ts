/**
 * Text inside a quoted label of Mermaid, shown as it is. What could mean something to Mermaid, to the markdown or the
 * HTML in its labels is written as `#35;`, which Mermaid shows as the character. Line breaks become spaces.
 */
export function mermaidText(text: string): string {
  return (
    text
      .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
      // Mermaid keeps entities as `ﬂ°...¶ß` while it works, and would take a text with these for one: an invisible
      // joiner holds them apart.
      .replace(/(?<=ﬂ)(?=°)|(?<=¶)(?=ß)/g, '\u2060')
      // A colon too: Mermaid drops a semicolon from what looks like `style a fill:#f00;`, wherever it stands.
      .replace(/[\u0000-\u001f"-&*+:->@[-`{-\u007f]/g, entity)
      .replace(/(?<=^\s*\d+)\.|(?<=\bwww)\./gi, entity)
      .replace(/^(\s*)-/, (_, space: string) => `${space}${entity('-')}`)
  );
}

const entity = (character: string): string => `#${character.codePointAt(0)};`;

import { Document, isScalar, Scalar, visit } from 'yaml';

/** Longest line that is written; a longer text becomes a block. */
const lineWidth = 110;

/**
 * A mapping as a YAML file: keys in their order, lists with an item on each line, texts in quotes only where they need
 * them (for readers of YAML 1.1 too, to whom `no` is not a text), long texts and those of several lines as blocks.
 */
export function writeYaml(value: object): string {
  const document = new Document(value, {
    version: '1.2',
    schema: 'core',
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Scalar: (_, node) => {
      if (!isScalar(node) || typeof node.value !== 'string') return;
      if (node.value.includes('\n')) node.type = Scalar.BLOCK_LITERAL;
      else if (node.value.length > lineWidth - 10) node.type = Scalar.BLOCK_FOLDED;
    },
  });
  return document.toString({ lineWidth });
}

import { stringify } from 'yaml';

/**
 * A mapping as a YAML file: keys in their order, lists with an item on each line, texts in quotes only where they need
 * them (for readers of YAML 1.1 too, to whom `no` is not a text), several lines as a block.
 */
export function writeYaml(value: object): string {
  return stringify(value, { version: '1.2', schema: 'core', compat: 'yaml-1.1', lineWidth: 0, blockQuote: 'literal' });
}

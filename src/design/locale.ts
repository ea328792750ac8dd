import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseYaml } from '../source/yamlDocument.ts';
import { type LabelKey, labelKeys, type Labels } from './design.ts';

const folder = new URL('../../locales/', import.meta.url);

/** Languages whose labels ship; any other one shows English labels. */
export const shippedLanguages = ['en', 'fi'] as const;

/** Labels for a BCP 47 language: `fi-FI` reads `fi`; a language that does not ship reads `en`. */
export function loadLabels(language: string): Labels {
  const primary = language.toLowerCase().split('-')[0] ?? 'en';
  const name = (shippedLanguages as readonly string[]).includes(primary) ? primary : 'en';
  const file = new URL(`${name}.yaml`, folder);
  const source = { file: `locales/${name}.yaml`, absolutePath: fileURLToPath(file), text: readFileSync(file, 'utf8') };
  const values = (parseYaml(source).documents[0]?.value ?? {}) as Record<string, unknown>;
  const wrong = [
    ...labelKeys.filter((key) => typeof values[key] !== 'string').map((key) => `${key} is missing`),
    ...Object.keys(values)
      .filter((key) => !(labelKeys as readonly string[]).includes(key))
      .map((key) => `${key} is unknown`),
  ];
  if (wrong.length > 0) throw new Error(`locales/${name}.yaml: ${wrong.join(', ')}`);
  return values as Record<LabelKey, string>;
}

/** Fills `{name}` and the like; a value is text, whatever it holds. */
export function fill(label: string, values: Readonly<Record<string, string>>): string {
  return label.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** Scripts that run from right to left, by language (Unicode CLDR, character order). */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|arc|dv|fa|ha-arab|he|iw|ks|ku-arab|ps|sd|ug|ur|yi)\b/i.test(language) ? 'rtl' : 'ltr';
}

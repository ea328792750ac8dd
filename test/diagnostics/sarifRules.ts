import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';

/**
 * What SARIF 2.1.0 asks of the objects that persona-deck writes, put down from the specification: every property that
 * is written is named here, so that one which SARIF does not know fails. It says nothing of the rest of SARIF.
 */
const text = { type: 'string', minLength: 1 };
const number = { type: 'integer', minimum: 1 };
const index = { type: 'integer', minimum: 0 };

const only = (properties: object, ...required: readonly string[]): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object): object => ({ type: 'array', items });
const bag = { type: 'object', properties: { tags: { type: 'array', items: text, uniqueItems: true } } };

const level = { enum: ['none', 'note', 'warning', 'error'] };
const message = only({ text }, 'text');
const describedText = only({ text, markdown: text }, 'text');
const region = only(
  { startLine: number, startColumn: number, endLine: number, endColumn: number },
  'startLine',
  'startColumn',
  'endLine',
  'endColumn',
);
const artifactLocation = only(
  { uri: { type: 'string', format: 'uri-reference', not: { format: 'uri' } }, uriBaseId: { const: '%SRCROOT%' } },
  'uri',
  'uriBaseId',
);
const physicalLocation = only({ artifactLocation, region }, 'artifactLocation');

const rule = only(
  {
    id: { type: 'string', pattern: '^[A-Z]{3,4}[0-9]{3}$' },
    name: { type: 'string', pattern: '^[A-Za-z0-9]+$' },
    shortDescription: describedText,
    fullDescription: describedText,
    help: describedText,
    defaultConfiguration: only({ level }, 'level'),
    properties: bag,
  },
  'id',
);

const result = only(
  {
    ruleId: text,
    ruleIndex: index,
    level,
    message,
    locations: { type: 'array', items: only({ physicalLocation }, 'physicalLocation') },
    relatedLocations: {
      type: 'array',
      items: only({ id: index, physicalLocation, message }, 'physicalLocation'),
      uniqueItems: true,
    },
    suppressions: {
      type: 'array',
      items: only(
        {
          kind: { enum: ['inSource', 'external'] },
          status: { enum: ['accepted', 'underReview', 'rejected'] },
          justification: text,
          properties: bag,
        },
        'kind',
      ),
      uniqueItems: true,
    },
    partialFingerprints: { type: 'object', additionalProperties: text },
    properties: bag,
  },
  'ruleId',
  'ruleIndex',
  'message',
  'suppressions',
);

const log = only(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: list(
      only(
        {
          tool: only(
            { driver: only({ name: text, version: text, semanticVersion: text, rules: list(rule) }, 'name') },
            'driver',
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          originalUriBaseIds: { type: 'object', additionalProperties: only({ description: message }) },
          results: list(result),
        },
        'tool',
        'results',
      ),
    ),
  },
  'version',
  'runs',
);

const ajv = new Ajv({ allErrors: true });
formats.default(ajv);
const validate = ajv.compile(log);

/** What breaks the rules in a parsed log; empty when nothing does. */
export function sarifFaults(parsed: unknown): readonly ErrorObject[] {
  return validate(parsed) ? [] : (validate.errors ?? []);
}

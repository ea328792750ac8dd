import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatPretty } from '../../src/diagnostics/pretty.ts';
import { personaSchema } from '../../src/schema/persona.ts';
import { settingsSchema } from '../../src/schema/settings.ts';
import { themeSchema } from '../../src/schema/theme.ts';
import { validate } from '../../src/schema/validate.ts';
import { workloadSchema } from '../../src/schema/workload.ts';
import type { Outcome } from '../../src/source/problem.ts';
import { parseYaml } from '../../src/source/yamlDocument.ts';
import { places } from '../workload/reading.ts';

function check<T>(schema: z.ZodType<T>, text: string): Outcome<T> {
  const { documents, problems } = parseYaml({ file: 'f.yaml', absolutePath: '/f.yaml', text });
  expect(problems).toEqual([]);
  const [node] = documents;
  if (node === undefined) throw new Error('no document');
  return validate(schema, node, 'a persona');
}

const problemsOf = (schema: z.ZodType, text: string): readonly Diagnostic[] => {
  const result = check(schema, text);
  return result.ok ? [] : result.problems;
};

// By name: the test runner would print a schema for ever.
const schemas = { settings: settingsSchema, workload: workloadSchema, theme: themeSchema };

const base = 'id: P1\nname: N\n';

describe('validate: places and codes', () => {
  it.each([
    // unknown keys
    [`${base}compnents: [a]`, ['SCH001 f.yaml:3:1']],
    [`${base}skills:\n  - {name: x, lvl: y}`, ['SCH001 f.yaml:4:15']],
    [`${base}x: 1\ny: 2`, ['SCH001 f.yaml:3:1', 'SCH001 f.yaml:4:1']],
    [`${base}__proto__: 1`, ['SCH001 f.yaml:3:1']],
    // types
    ['id: 1\nname: N', ['SCH002 f.yaml:1:5']],
    [`${base}team: [a]`, ['SCH002 f.yaml:3:7']],
    [`${base}components:\n  - a\n  - 7`, ['SCH002 f.yaml:5:5']],
    [`${base}components:\n  - a\n  -`, ['SCH002 f.yaml:5:4']],
    [`${base}components: {a: b}`, ['SCH002 f.yaml:3:14']],
    ['just text', ['SCH002 f.yaml:1:1']],
    // missing
    ['team: T', ['SCH003 f.yaml:1:1', 'SCH003 f.yaml:1:1']],
    ['id: P1\nname:', ['SCH003 f.yaml:2:1']],
    [`${base}skills:\n  - {level: x}`, ['SCH003 f.yaml:4:6']],
    // values
    [`${base}kind: robot`, ['SCH004 f.yaml:3:7']],
    ['id: "  "\nname: N', ['SCH004 f.yaml:1:5']],
    [`id: ${'x'.repeat(41)}\nname: N`, ['SCH004 f.yaml:1:5']],
    [`id: P1\nname: ${'😀'.repeat(201)}`, ['SCH004 f.yaml:2:7']],
    ['id: "P\\n1"\nname: N', ['SCH004 f.yaml:1:5']],
    ['id: "P\\u00001"\nname: N', ['SCH004 f.yaml:1:5']],
    [`${base}notes: "\\ud800"`, ['SCH004 f.yaml:3:8']],
    [`${base}skills: [{name: x, learn: "javascript:alert(1)"}]`, ['SCH004 f.yaml:3:27']],
  ])('%j', (text, expected) => {
    expect(places(problemsOf(personaSchema, text))).toEqual(expected);
  });

  it.each([
    ['settings', 'outputs: [pptx, pdf]', ['SCH004 f.yaml:1:17']],
    ['settings', 'outputs: []', ['SCH004 f.yaml:1:10']],
    ['settings', 'card: {width: 5, height: 100}', ['SCH004 f.yaml:1:15']],
    ['settings', 'card: {width: 70}', ['SCH003 f.yaml:1:8']],
    ['settings', 'links: {base: example.com}', ['SCH004 f.yaml:1:15']],
    ['settings', 'links: {rbac: "https://x.y/z"}', ['SCH004 f.yaml:1:15']],
    ['settings', 'language: english language', ['SCH004 f.yaml:1:11']],
    ['workload', 'teams: [{name: T, color: red}]', ['SCH004 f.yaml:1:26']],
    ['workload', 'components: [{name: T, id: a b}]', ['SCH004 f.yaml:1:28']],
    ['workload', 'environments: []', ['SCH004 f.yaml:1:15']],
    ['workload', 'environments: [{name: Dev}]', ['SCH003 f.yaml:1:17']],
    ['workload', 'personas: [{id: P1}]', ['SCH003 f.yaml:1:13']],
    ['workload', 'humans: []', ['SCH001 f.yaml:1:1']],
    ['theme', 'name: x', Array(5).fill('SCH003 f.yaml:1:1')],
  ] as const)('%s: %s', (document, text, expected) => {
    expect(places(problemsOf(schemas[document], text))).toEqual(expected);
  });
});

describe('validate: values', () => {
  it('takes one text or a list, keeps commas, drops keys without a value, trims', () => {
    const text = `${base}components: Azure Storage, blobs\nprocesses: [a, b]\nteam:\nskills: [SQL, {name: Py, level: }]\ngoal: >\n  one\n  two\n`;
    expect(check(personaSchema, text)).toEqual({
      ok: true,
      value: {
        id: 'P1',
        name: 'N',
        components: 'Azure Storage, blobs',
        processes: ['a', 'b'],
        skills: ['SQL', { name: 'Py' }],
        goal: 'one two',
      },
    });
  });

  it('takes text as plain data', () => {
    const name = '<script>{{name}}</script> & "*" 名前 😀 \u202b';
    expect(check(personaSchema, `id: P1\nname: ${JSON.stringify(name)}`)).toMatchObject({ ok: true, value: { name } });
  });
});

describe('validate: messages', () => {
  it('list the keys that are known at the place', () => {
    const hints = (text: string): (string | undefined)[] => problemsOf(personaSchema, text).map(({ hint }) => hint);
    expect(hints(`${base}skills:\n  - SQL\n  - {name: x, levl: y}`)).toEqual([
      'did you mean "level"? known keys: name, level, learn',
    ]);
    expect(hints(`${base}skills: {name: x, why: y}`)).toEqual(['known keys: name, level, learn']);
    const [problem] = problemsOf(workloadSchema, 'personas:\n  - {id: P1, name: N, skils: [x]}');
    expect(problem?.hint).toMatch(/^did you mean "skills"\? known keys: id, name, kind,/);
  });

  it('read well', () => {
    const text = [
      'id: 1',
      'nmae: Data Engineer',
      'kind: agnet',
      'components:',
      '  - Azure: SQL',
      'team: [A]',
      `summary: ${'x'.repeat(2001)}`,
      'skills: true',
    ].join('\n');
    expect(formatPretty(problemsOf(personaSchema, text))).toMatchInlineSnapshot(`
      "f.yaml:1:5 error SCH002 "id" is the number 1, expected text
        hint: put it in quotes, so that it is text

      f.yaml:1:1 error SCH003 "name" is missing
        hint: add "name:"; a persona needs it

      f.yaml:3:7 error SCH004 "kind" is "agnet", expected person, process or agent
        hint: did you mean agent?

      f.yaml:6:7 error SCH002 "team" is a list, expected text

      f.yaml:5:5 error SCH002 "components[0]" is a mapping, expected text
        hint: a text that contains ": " needs quotes

      f.yaml:8:9 error SCH002 "skills" is the value true, expected text, a mapping or a list
        hint: put it in quotes, so that it is text

      f.yaml:7:10 error SCH004 "summary" is 2001 characters long, at most 2000 are allowed

      f.yaml:2:1 error SCH001 unknown key "nmae"
        hint: did you mean "name"? known keys: id, name, kind, team, primaryInteraction, components, processes, skills, summary, goal, notes, image, group, identity, sponsor, duties, tools
      "
    `);
  });
});

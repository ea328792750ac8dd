import { describe, expect, it } from 'vitest';
import { rules, runChecks } from '../../src/checks/runChecks.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formatPretty } from '../../src/diagnostics/pretty.ts';
import { type Files, persona, place, places, readFiles } from '../workload/reading.ts';

const base = {
  'personas/a.yaml': persona('P1', 'Alpha', 'components:\n  - Store\n'),
  'personas/rbac/store.md': '| Persona | Env | Role |\n|-|-|-|\n| P1 | Dev | Reader |\n',
};

async function findings(files: Files): Promise<Diagnostic[]> {
  const { workload, diagnostics } = await readFiles(files);
  expect(diagnostics).toEqual([]);
  return workload === undefined ? [] : runChecks(workload).filter(isOfFiles);
}

/** These workloads are too small to be whole: what is said of the set of personas is left out. */
const isOfFiles = ({ code }: Diagnostic): boolean => !/^(PRS|SET)/.test(code);

/** Findings of the base with another RBAC table, which begins on line 3. */
const rows = (...lines: readonly string[]): Promise<Diagnostic[]> =>
  findings({ ...base, 'personas/rbac/store.md': ['| Persona | Env | Role |', '|-|-|-|', ...lines].join('\n') });

describe('runChecks', () => {
  it('has nothing to say of a workload in order', async () => {
    expect(await findings(base)).toEqual([]);
  });

  it('ACC401: a component without an RBAC file, once, with all its cards', async () => {
    const found = await findings({
      'personas/a.yaml': persona('P1', 'Alpha', 'components:\n  - Store\n  - Key Vault\n'),
      'personas/b.yaml': persona('P2', 'Beta', 'components: key vault\n'),
      'personas/rbac/store.md': base['personas/rbac/store.md'],
    });
    expect(places(found)).toEqual(['ACC401 personas/a.yaml:5:5']);
    expect(found[0]).toMatchObject({
      kind: 'finding',
      severity: 'error',
      message: 'Key Vault has no RBAC file',
      hint: 'create personas/rbac/key-vault.md, or let `persona-deck new rbac` begin it',
    });
    expect(found[0]?.related?.map(({ location, message }) => [place(location), message])).toEqual([
      ['personas/b.yaml:3:13', 'also on the card of P2 Beta'],
    ]);
  });

  it('ACC401: names the file that workload.yaml promises', async () => {
    const [found] = await findings({
      ...base,
      'personas/workload.yaml': 'components: [{name: Store, rbac: docs/store.md}]\n',
    });
    expect(found?.hint).toBe('create personas/docs/store.md, or let `persona-deck new rbac` begin it');
  });

  it('ACC402: rows that lead to nobody or nowhere', async () => {
    const found = await rows(
      '| P1 | Dev | Reader |',
      '| Gamma | Dev | Reader |',
      '| P2 | Dev | Reader |',
      '| P1 | Devv | Reader |',
      '| | Dev | Reader |',
    );
    expect(found.map(({ code, severity, location }) => `${code} ${severity} ${place(location)}`)).toEqual([
      'ACC402 error personas/rbac/store.md:4:3',
      'ACC402 error personas/rbac/store.md:5:3',
      'ACC402 error personas/rbac/store.md:6:8',
      'ACC402 error personas/rbac/store.md:7:2',
    ]);
    expect(found[1]).toMatchObject({
      message: 'no persona is called P2',
      hint: expect.stringMatching(/^did you mean P1\?/),
    });
    expect(found[2]).toMatchObject({
      message: 'no environment is called Devv',
      hint: expect.stringMatching(/^did you mean Dev\?/),
    });
  });

  it('ACC402: spelling that was understood is less severe', async () => {
    const found = await rows('| p1 | Dev | Reader |', '| P1 Beta | Stage | Reader |');
    expect(found.map(({ code, severity, hint }) => [code, severity, hint])).toEqual([
      ['ACC402', 'info', 'read as P1 Alpha'],
      ['ACC402', 'warning', 'read by its id as P1 Alpha; correct the name'],
    ]);
  });

  it('ACC403: a component on the card without a role', async () => {
    expect(places(await rows('| P1 | Dev | — |'))).toEqual(['ACC403 personas/a.yaml:4:5']);
    expect(places(await rows())).toEqual(['ACC403 personas/a.yaml:4:5']);
  });

  it('ACC408: a role not filled in, once for all environments, and then not ACC403', async () => {
    const found = await rows('| P1 | all | |');
    expect(places(found)).toEqual(['ACC408 personas/rbac/store.md:3:13']);
    expect(found[0]?.message).toBe('role of P1 Alpha on Store in Dev is not filled in');
  });

  it('ACC409: a file without a table, unless it is the README of the folder', async () => {
    const found = await findings({
      ...base,
      'personas/rbac/store.md': 'prose only',
      'personas/rbac/README.md': 'prose',
      'personas/rbac/notes.md': 'prose',
    });
    expect(found.map(({ code, message, location }) => `${code} ${place(location)} ${message}`)).toEqual([
      'ACC409 personas/rbac/notes.md no table that can be read',
      'ACC409 personas/rbac/store.md no table about Store that can be read',
    ]);
  });

  it('ACC410: an assignment that is neither standing nor eligible', async () => {
    const markdown = '| Persona | Env | Role | Assignment |\n|-|-|-|-|\n| P1 | Dev | Reader | maybe |\n';
    expect(places(await findings({ ...base, 'personas/rbac/store.md': markdown }))).toEqual([
      'ACC410 personas/rbac/store.md:3:23',
    ]);
  });

  it('LNK001: local links that lead nowhere', async () => {
    const text = `${base['personas/rbac/store.md']}\n[a](none.md) ![b](../../../b.png) [c](..) [d](../a.yaml) [e](https://x.y)\n`;
    const found = await findings({ ...base, 'personas/rbac/store.md': text });
    expect(found.map(({ code, message, location }) => `${code} ${place(location)} ${message}`)).toEqual([
      'LNK001 personas/rbac/store.md:5:5 none.md does not exist',
      'LNK001 personas/rbac/store.md:5:19 ../../../b.png leads outside the project root',
      'LNK001 personas/rbac/store.md:5:39 .. is a folder, which is not published',
    ]);
  });

  it('looks like this', async () => {
    const { workload, files } = await readFiles({
      ...base,
      'personas/rbac/store.md':
        '| Persona | Env | Role |\n|-|-|-|\n| P2 Beta | Dev | Reader |\n| P1 | Prodction | Reader |\n',
    });
    const sources = new Map(files.map(({ file, text }) => [file, text]));
    expect(
      formatPretty(workload === undefined ? [] : runChecks(workload).filter(isOfFiles), { sources }),
    ).toMatchInlineSnapshot(`
      "personas/a.yaml:4:5 warning ACC403 P1 Alpha has no role on Store in any environment
        3 | components:
      > 4 |   - Store
          |     ^^^^^
        hint: add a row to personas/rbac/store.md, or remove Store from the card

      personas/rbac/store.md:3:3 error ACC402 no persona is called P2 Beta
        1 | | Persona | Env | Role |
      > 3 | | P2 Beta | Dev | Reader |
          |   ^^^^^^^
        hint: add the persona or remove the row; a managed identity belongs in a table whose first column is Identity

      personas/rbac/store.md:4:8 error ACC402 no environment is called Prodction
        1 | | Persona | Env | Role |
      > 4 | | P1 | Prodction | Reader |
          |        ^^^^^^^^^
        hint: did you mean Production? If not, declare the environment in workload.yaml, or write \`all\` for every one
      "
    `);
  });
});

describe('rules', () => {
  it('have codes of their own, and say why and what to do', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
    for (const { code, title, why, fix } of rules) {
      expect(code).toMatch(/^[A-Z]{3}\d{3}$/);
      for (const text of [title, why, fix]) expect(text).not.toBe('');
      for (const sentence of [why, fix]) expect(sentence).toMatch(/\.$/);
    }
  });
});

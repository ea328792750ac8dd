import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentNames, outputNames } from '../../src/cli/names.ts';
import { documentSchemas } from '../../src/schema/jsonSchema.ts';
import { outputNames as schemaOutputs } from '../../src/schema/settings.ts';
import { cli, temporaryFolder } from '../support/project.ts';

describe('names in the help text', () => {
  it('are those of the schemas', () => {
    expect(outputNames).toEqual(schemaOutputs);
    expect(documentNames).toEqual(Object.keys(documentSchemas));
  });
});

describe('init', () => {
  it('writes a workload that has nothing against it and builds', async () => {
    const folder = temporaryFolder();
    expect(await cli(folder, 'init')).toMatchObject({ code: 0 });
    expect(await cli(folder, 'check', '--strict')).toMatchObject({ code: 0 });
    expect(await cli(folder, 'build', '--only', 'markdown')).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'out/markdown/P001-data-engineer.md'))).toBe(true);
  });

  it('overwrites nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'persona-deck.yaml'), 'theme: dark\n');
    const { code, err } = await cli(folder, 'init');
    expect(code).toBe(2);
    expect(err).toMatch(/Nothing was written: persona-deck\.yaml/);
    expect(readFileSync(join(folder, 'persona-deck.yaml'), 'utf8')).toBe('theme: dark\n');
    expect(existsSync(join(folder, 'personas'))).toBe(false);
  });

  it('writes the six personas when asked', async () => {
    const folder = temporaryFolder();
    expect(await cli(folder, 'init', 'six', '--example')).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'six/personas/P009-buildagent-mlops.yaml'))).toBe(true);
    expect(await cli(join(folder, 'six'), 'check')).toMatchObject({ code: 0 });
  });
});

describe('schema', () => {
  it('prints JSON Schema that knows the keys', async () => {
    const { out, code } = await cli(temporaryFolder(), 'schema', 'settings');
    expect(code).toBe(0);
    const schema = JSON.stringify(JSON.parse(out));
    for (const key of ['workload', 'out', 'outputs', 'theme', 'card', 'paper', 'language', 'links']) {
      expect(schema).toContain(`"${key}":`);
    }
  });
});

describe('doctor', () => {
  it('names the browser that a build would use', async () => {
    const { out, code } = await cli(temporaryFolder(), 'doctor');
    expect(out).toMatch(/Browser {2}\S*Chrom/);
    expect(code).toBe(0);
  });
});

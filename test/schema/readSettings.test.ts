import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/schema/readSettings.ts';
import { folderWith, places } from '../workload/reading.ts';

describe('readSettings', () => {
  it('gives nothing without a file, and for one of comments only', async () => {
    expect(await readSettings(folderWith({}))).toEqual({ settings: {}, diagnostics: [], files: [] });
    const empty = await readSettings(folderWith({ 'persona-deck.yaml': '# theme: dark\n' }));
    expect(empty).toMatchObject({ settings: {}, diagnostics: [], files: [{ file: 'persona-deck.yaml' }] });
  });

  it('gives what the file says', async () => {
    const text = 'outputs: [pptx]\ncard: {width: 70, height: 120}\nlinks: {rbac: "https://x.y/{file}"}\n';
    const { settings, diagnostics } = await readSettings(folderWith({ 'persona-deck.yaml': text }));
    expect(diagnostics).toEqual([]);
    expect(settings).toEqual({
      outputs: ['pptx'],
      card: { width: 70, height: 120 },
      links: { rbac: 'https://x.y/{file}' },
    });
  });

  it('gives problems, and the text for their code frames', async () => {
    const reading = await readSettings(folderWith({ 'persona-deck.yaml': 'outputs: [pptx]\nouput: x\n' }));
    expect(reading.settings).toBeUndefined();
    expect(places(reading.diagnostics)).toEqual(['SCH001 persona-deck.yaml:2:1']);
    expect(reading.files).toHaveLength(1);
  });

  it('wants one document', async () => {
    const reading = await readSettings(folderWith({ 'persona-deck.yaml': 'out: x\n---\nout: y\n' }));
    expect(places(reading.diagnostics)).toEqual(['SCH005 persona-deck.yaml:3:1']);
  });
});

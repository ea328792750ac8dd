import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, exampleProject } from '../support/project.ts';

/** Where the page behind a QR code leads to, as a path below `out/`. */
function leadOf(out: string, id: string): string {
  const html = readFileSync(join(out, `p/${id}.html`), 'utf8');
  const [, address = ''] = /http-equiv="refresh" content="0; url=\.\.\/([^"]+)"/.exec(html) ?? [];
  expect(existsSync(join(out, address)), address).toBe(true);
  return address;
}

describe('pages behind QR codes', () => {
  const build = async (...outputs: string[]): Promise<string> => {
    const root = exampleProject();
    const options = ['--only', outputs.join(','), '--link-base', 'https://example.org/deck'];
    expect(await cli(root, 'build', ...options)).toMatchObject({ code: 0 });
    return join(root, 'out');
  };

  it('lead to the site where there is one', async () => {
    const out = await build('site', 'markdown');
    expect(readdirSync(join(out, 'p'))).toHaveLength(6);
    expect(leadOf(out, 'P004')).toBe('site/personas/P004-discriminative-ai-data-scientist.html');
  });

  it('lead to the markdown card where there is no site', async () => {
    expect(leadOf(await build('markdown'), 'P004')).toBe('markdown/P004-discriminative-ai-data-scientist.md');
  });

  it('need no markdown cards beside the site', async () => {
    const out = await build('site');
    expect(leadOf(out, 'P001')).toBe('site/personas/P001-ai-data-engineer.html');
    expect(existsSync(join(out, 'markdown'))).toBe(false);
  });
});

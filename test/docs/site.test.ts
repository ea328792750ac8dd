import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../support/project.ts';

const page = readFileSync(join(repository, 'docs/site.md'), 'utf8');

describe('the page about the site', () => {
  it.each(readdirSync(join(repository, 'templates/site')))('names the file %s', (name) => {
    expect(page).toContain(`\`${name}\``);
  });
});

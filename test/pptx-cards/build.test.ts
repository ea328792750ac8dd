import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, persona, projectWith } from '../support/project.ts';

const skills = Array.from({ length: 90 }, (_, index) => `a rather long skill ${index + 1}`);

test('a build makes cards.pptx, says what goes on on another card, and makes it again only when something changed', async () => {
  const root = projectWith({
    'personas/P001.yaml': persona('P001', 'Engineer', `skills: [${skills.join(', ')}]\n`),
    'personas/P002.yaml': persona('P002', 'Analyst'),
  });
  const first = await cli(root, 'build', '--only', 'pptx');
  expect(first.code).toBe(0);
  expect(first.err).toContain('In cards.pptx, the front of P001 goes on over 2 sides at 7 pt');
  const file = join(root, 'out/cards.pptx');
  const bytes = readFileSync(file);
  const { mtimeMs } = statSync(file);
  await cli(root, 'build', '--only', 'pptx');
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
  expect((await cli(root, 'build', '--only', 'pptx', '--force')).code).toBe(0);
  expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
});

test('a card that is larger than the paper is on no slide', async () => {
  const root = projectWith({ 'personas/P001.yaml': persona('P001', 'Engineer') });
  const { code } = await cli(root, 'build', '--only', 'pptx', '--card', '300x430');
  expect(code).toBe(0);
  expect(existsSync(join(root, 'out/workshop.pptx'))).toBe(true);
  expect(existsSync(join(root, 'out/cards.pptx'))).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { dotsOf } from '../../src/outputs/cardPicture.ts';
import { persona, projectWith } from '../support/project.ts';
import { changes, countIn } from './pixels.ts';
import { studioOf } from './studio.ts';

const components = Array.from({ length: 12 }, (_, index) => `Component ${index + 1}`).join(', ');
const project = (language: string): string =>
  projectWith({
    'personas/P001.yaml': persona('P001', 'Data Engineer', `team: Data\ncomponents: [${components}]\nskills: [SQL]\n`),
    'personas/workload.yaml': `name: Deck\nlanguage: ${language}\n`,
    'personas/rbac/component-1.md':
      '# Component 1\n\n| Persona | Dev | Stage | Production |\n|---|---|---|---|\n| P001 | Reader | Reader | — |\n',
    'persona-deck.yaml': `card: ${language === 'ar' ? 'poker' : 'tarot'}\n`,
  });

describe('pictures with numbers', () => {
  it.each(['en', 'ar'])(
    'in %s differ from the plain ones where components have icons, and nowhere else',
    { timeout: 60_000 },
    async (language) => {
      const { pictures, draw } = await studioOf(project(language));
      const [plain, numbered] = [pictures(false), pictures(true)];
      expect(numbered.map(({ name }) => name)).toEqual(plain.map(({ name }) => name));
      let seen: number[] = [];
      for (const [index, picture] of plain.entries()) {
        const other = numbered[index];
        if (other === undefined) throw new Error('no picture with numbers');
        expect(other.places).toEqual(picture.places);
        const found = await changes(await draw(picture), await draw(other));
        const places = picture.places.filter(({ kind }) => kind === 'component');
        const rects = places.map(({ rect }) => {
          const { x, y, width, height } = dotsOf(rect, picture);
          return [x, y, width, height] as const;
        });
        const [counts, outside] = countIn(found, rects);
        expect([picture.name, outside]).toEqual([picture.name, 0]);
        for (const [at, count] of counts.entries())
          expect([places[at]?.text, count > 100]).toEqual([places[at]?.text, true]);
        seen = [...seen, ...places.map(({ component }) => component?.number ?? 0)];
        for (const { text, component } of places) expect(component?.id).toBe(text.toLowerCase().replace(' ', '-'));
      }
      const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
      expect(seen.toSorted((a, b) => a - b)).toEqual(numbers.flatMap((number) => [number, number]));
    },
  );
});

import type { Theme } from '../../../design/design.ts';
import { internalRelation } from '../../../ooxml/relations.ts';
import type { DeckSpec } from '../slideSpec.ts';
import type { Base } from './base.ts';
import { masterParts } from './master.ts';
import { addNotesMaster, NOTES_MASTER } from './notesMaster.ts';
import { type PackageSource, type PackageWriter, readTree } from './package.ts';
import { mendTheme } from './theme.ts';

const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const layoutPart = (index: number): string => `ppt/slideLayouts/slideLayout${index + 1}.xml`;

/** Master, layouts and theme of ours. */
export function ownBase(deck: DeckSpec, theme: Theme): Base {
  return {
    themeName: `persona-deck ${theme.name}`,
    notesMaster: NOTES_MASTER,
    layoutPart,
    colorMap: () => undefined,
    write: (target, emitted) => {
      addMaster(deck, theme, target);
      addThemes(theme, emitted, target);
      addNotesMaster(deck, emitted, 'ppt/theme/theme2.xml', target);
      const others = ['presProps', 'viewProps', 'tableStyles'];
      for (const name of others) target.addXml(`ppt/${name}.xml`, readTree(emitted, `ppt/${name}.xml`));
      return {
        presentation: readTree(emitted, 'ppt/presentation.xml'),
        relations: [
          internalRelation(1, 'slideMaster', 'slideMasters/slideMaster1.xml'),
          internalRelation(2, 'theme', 'theme/theme1.xml'),
          ...others.map((name, index) => internalRelation(index + 3, name, `${name}.xml`)),
        ],
      };
    },
  };
}

function addMaster(deck: DeckSpec, theme: Theme, target: PackageWriter): void {
  const parts = masterParts(deck, theme);
  const layoutRelations = parts.layouts.map((_layout, index) =>
    internalRelation(index + 1, 'slideLayout', `../slideLayouts/slideLayout${index + 1}.xml`),
  );
  target.addXml(MASTER, parts.master);
  target.addRelations(MASTER, [
    ...layoutRelations,
    internalRelation(parts.layouts.length + 1, 'theme', '../theme/theme1.xml'),
  ]);
  for (const [index, layout] of parts.layouts.entries()) {
    target.addXml(layoutPart(index), layout);
    target.addRelations(layoutPart(index), [internalRelation(1, 'slideMaster', '../slideMasters/slideMaster1.xml')]);
  }
}

/** The notes master needs a theme part of its own: PowerPoint repairs files in which two masters share one. */
function addThemes(theme: Theme, emitted: PackageSource, target: PackageWriter): void {
  const root = readTree(emitted, 'ppt/theme/theme1.xml');
  mendTheme(root, theme);
  for (const number of [1, 2]) target.addXml(`ppt/theme/theme${number}.xml`, root);
}

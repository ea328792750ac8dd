import type { WikiFlavour } from '../../schema/settings.ts';
import { azureDevOps } from './azureDevOps.ts';
import { confluence } from './confluence.ts';
import { dokuwiki } from './dokuwiki.ts';
import type { Flavour } from './flavour.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { html } from './html.ts';
import { mediawiki } from './mediawiki.ts';

export const flavours: Readonly<Record<WikiFlavour, Flavour>> = {
  github,
  gitlab,
  'azure-devops': azureDevOps,
  confluence,
  mediawiki,
  dokuwiki,
  html,
};

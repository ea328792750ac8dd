/**
 * Names that the help text lists. Kept apart from the schemas they come from, whose loading takes longer than all the
 * rest of `--help`; a test holds both together.
 */
export const outputNames = ['pptx', 'print', 'png', 'markdown', 'wiki', 'tables', 'diagrams', 'site'] as const;
export const wikiNames = ['github', 'gitlab', 'azure-devops', 'confluence', 'mediawiki', 'dokuwiki', 'html'] as const;
export const documentNames = ['persona', 'workload', 'settings', 'theme', 'locale'] as const;
export const shopNames = ['makeplayingcards', 'printerstudio', 'thegamecrafter', 'drivethrucards', 'offset'] as const;

import { Argument, Command, Option } from 'commander';
import { powers } from '../roles/power.ts';
import { documentNames, outputNames, shopNames, wikiNames } from './names.ts';
import type { ExitCode } from './exitCodes.ts';
import type { Terminal } from './terminal.ts';

const list = (written: string): string[] =>
  written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/**
 * The commands and their options. Each command's code is loaded when it runs, so that `--help` and `init` do not wait
 * for what only a build needs. `answer` receives the exit code.
 */
export function createProgram(terminal: Terminal, version: string, answer: (code: ExitCode) => void): Command {
  const program = new Command('persona-deck')
    .description('Turns a folder of persona YAML into a workshop deck, print cards, PNG and markdown cards')
    .version(version)
    .showSuggestionAfterError()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  addBuild(program, terminal, answer);
  addCheck(program, terminal, answer);
  addAccess(program, terminal, answer);
  addImport(program, terminal, answer);
  addRest(program, terminal, answer);
  return program;
}

function addBuild(program: Command, terminal: Terminal, answer: (code: ExitCode) => void): void {
  program
    .command('build')
    .description('build outputs (all by default) from a workload folder into out/')
    .argument('[folder]', 'workload folder or one YAML file (default: personas)')
    .option('--only <outputs>', `build these only, separated by commas: ${outputNames.join(', ')}`, list)
    .option('--persona <ids>', "build these personas' own files only, separated by commas: P001,P004", list)
    .option('--theme <name>', 'light, dark, low-ink, or a theme of the project (default: light)')
    .option('--template <file>', 'PowerPoint template (.potx or .pptx) that workshop.pptx stands on')
    .option('--out <folder>', 'folder to build into (default: out)')
    .option('--card <size>', 'card size: tarot, poker, a6, ..., or width x height in mm: 70x120 (default: tarot)')
    .option('--orientation <name>', "portrait or landscape cards (default: as the card's size)")
    .option('--paper <size>', 'paper of sheets.pdf: a4, letter, a3, tabloid, or width x height in mm (default: a4)')
    .option('--stock <part>', 'perforated sheets instead of paper: avery-5371, avery-c32011-10, ...')
    .option('--shop <names>', `files for print services, separated by commas: ${shopNames.join(', ')}`, list)
    .option('--pdfx', 'PDFs for print services as PDF/X-1a in CMYK, which takes Ghostscript')
    .option('--no-pdfx', 'PDFs for print services in RGB, also where a service asks for PDF/X')
    .option(
      '--wiki <names>',
      `wikis to make pages for, separated by commas: ${wikiNames.join(', ')} (default: github)`,
      list,
    )
    .option('--proof', 'draw bleed, cut and safe area on cards.pdf')
    .option('--scale <number>', 'size of PNG cards, 0.25 to 4: 1 is 300 dpi (default: 1)')
    .option('--link-base <url>', 'address at which out/ will be published: links become absolute')
    .option('--changed-since <manifest>', 'print only cards that say something else than in this earlier manifest.json')
    .option('--browser <path>', 'Chrome, Edge or Chromium to use')
    .option('--strict', 'findings of severity error stop the build')
    .option('--force', 'build everything anew, also what is up to date')
    .option('--json', 'report as JSON on stdout')
    .option('--quiet', 'say nothing but errors')
    .action(async (folder: string | undefined, flags) => {
      const { buildCommand } = await import('./commands/build.ts');
      answer(await buildCommand(terminal, folder, flags));
    });
}

function addCheck(program: Command, terminal: Terminal, answer: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('report problems and findings; build nothing')
    .argument('[folder]', 'workload folder or one YAML file (default: personas)')
    .addOption(
      new Option('--format <name>', 'how to report').choices(['pretty', 'json', 'sarif', 'github']).default('pretty'),
    )
    .option('--strict', 'warnings fail too')
    .option('--report [file]', 'sum up as one page of markdown, to stdout or into a file')
    .action(async (folder: string | undefined, flags) => {
      const { checkCommand } = await import('./commands/check.ts');
      answer(await checkCommand(terminal, folder, flags));
    });
}

function addAccess(program: Command, terminal: Terminal, answer: (code: ExitCode) => void): void {
  program
    .command('access')
    .description('answer who may do what, from the access tables')
    .argument('[folder]', 'workload folder or one YAML file (default: personas)')
    .option('--persona <name>', 'only this persona, by id or name')
    .option('--component <name>', 'only this component, by name or alias')
    .option('--environment <name>', 'only this environment, by name or alias')
    .addOption(new Option('--can <power>', 'only roles that allow this, or more').choices(powers))
    .addOption(new Option('--standing', 'only standing roles').conflicts('eligible'))
    .option('--eligible', 'only eligible roles')
    .option('--identities', "also the components' own managed identities")
    .addOption(
      new Option('--matrix', 'personas by components, for one environment').conflicts([
        'can',
        'standing',
        'eligible',
        'identities',
      ]),
    )
    .option('--json', 'answer as JSON')
    .action(async (folder: string | undefined, flags) => {
      const { accessCommand } = await import('./commands/access.ts');
      answer(await accessCommand(terminal, folder, flags));
    });
}

function addImport(program: Command, terminal: Terminal, answer: (code: ExitCode) => void): void {
  const collect = (one: string, all: readonly string[] = []): readonly string[] => [...all, one];
  program
    .command('import')
    .description('turn a table of personas into YAML files, one a row')
    .argument('<file>', '.xlsx, .csv or .md with a column for names')
    .option('--into <folder>', 'folder to write to (default: personas)')
    .addOption(
      new Option('--separator <sign>', 'also separates the items of a list, besides line breaks and ;').choices([',']),
    )
    .option('--sheet <name>', 'sheet of the spreadsheet (default: Personas, else the first)')
    .option('--map <column=key>', 'what a column is read as, "none" for nothing; may be given several times', collect)
    .option('--yes', 'write without asking')
    .option('--dry-run', 'show what would be written; write nothing')
    .option('--force', 'overwrite files that are there')
    .option('--json', 'report as JSON on stdout')
    .action(async (file: string, flags) => {
      const { importCommand } = await import('./commands/import.ts');
      answer(await importCommand(terminal, file, flags));
    });
}

function addRest(program: Command, terminal: Terminal, answer: (code: ExitCode) => void): void {
  program
    .command('init')
    .description('write a small workload to start from')
    .argument('[folder]', 'where (default: this folder)')
    .option('--example', 'the six baseline personas instead')
    .action(async (folder: string | undefined, flags) => {
      const { init } = await import('./commands/init.ts');
      answer(init(terminal, folder, flags));
    });
  program
    .command('new')
    .description('write one more of a kind')
    .command('rbac')
    .description(
      'write the RBAC files that components on cards lack, with a row to fill in for each persona and environment; the paths go to stdout',
    )
    .argument('[folder]', 'workload folder or one YAML file (default: personas)')
    .option('--only <components>', 'these components only, by name or id, separated by commas', list)
    .option('--dry-run', 'show what would be written; write nothing')
    .action(async (folder: string | undefined, flags) => {
      const { newRbacCommand } = await import('./commands/newRbac.ts');
      answer(await newRbacCommand(terminal, folder, flags));
    });
  program
    .command('embed')
    .description(
      'fill the parts between marks in markdown or HTML pages with cards and tables; paths of changed pages go to stdout',
    )
    .argument('<pages...>', 'pages with <!-- persona-deck: cards --> and <!-- /persona-deck --> in them')
    .option('--folder <path>', 'workload folder or one YAML file (default: personas)')
    .option('--out <folder>', 'folder that was built into (default: out)')
    .option('--link-base <url>', 'address at which out/ is published: links and pictures become absolute')
    .option('--check', 'write nothing; answer 1 when a page is out of date')
    .action(async (pages: readonly string[], flags) => {
      const { embedCommand } = await import('./commands/embed.ts');
      answer(await embedCommand(terminal, pages, flags));
    });
  program
    .command('print-test')
    .description('write a PDF to print on both sides, which tells how far the printer misses the back')
    .option('--paper <size>', 'a4, letter, a3, tabloid, or width x height in mm (default: as in the settings)')
    .option('--out <file>', 'file to write', 'print-test.pdf')
    .option('--browser <path>', 'Chrome, Edge or Chromium to use')
    .action(async (flags) => {
      const { printTestCommand } = await import('./commands/printTest.ts');
      answer(await printTestCommand(terminal, flags));
    });
  program
    .command('preflight')
    .description('measure files for print services: sizes, bleed, text, fonts, boxes')
    .argument('[path]', 'folder or file to measure (default: what build made below print/)')
    .option('--shop <names>', `print services, separated by commas: ${shopNames.join(', ')}`, list)
    .option('--card <size>', 'card size that the files have to be (default: as in the settings, else any that is sold)')
    .option('--orientation <name>', "portrait or landscape cards (default: as the card's size)")
    .option('--pdfx', 'PDFs have to be PDF/X-1a, also where the service does not ask for it')
    .option('--out <folder>', 'folder that was built into (default: out)')
    .option('--json', 'report as JSON on stdout')
    .action(async (path: string | undefined, flags) => {
      const { preflightCommand } = await import('./commands/preflight.ts');
      answer(await preflightCommand(terminal, path, flags));
    });
  program
    .command('schema')
    .description('print JSON Schemas for editors')
    .addArgument(new Argument('[document]', 'one of them').choices(documentNames))
    .action(async (name) => {
      const { schemaCommand } = await import('./commands/schema.ts');
      answer(schemaCommand(terminal, name));
    });
  program
    .command('doctor')
    .description('tell which browser and fonts a build would use, and what is missing')
    .option('--browser <path>', 'Chrome, Edge or Chromium to try')
    .action(async (flags) => {
      const { doctorCommand } = await import('./commands/doctor.ts');
      answer(await doctorCommand(terminal, flags));
    });
}

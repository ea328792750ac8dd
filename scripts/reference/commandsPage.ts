import type { Argument, Command, Option } from 'commander';
import { exitCode } from '../../src/cli/exitCodes.ts';
import { createProgram } from '../../src/cli/program.ts';
import { code, fence, page, plain, sentence, table } from './markdown.ts';

/** The command line as `--help` knows it, without anybody to talk to. */
export function program(): Command {
  const silent = () => undefined;
  const terminal = {
    out: silent,
    err: silent,
    interactive: false,
    color: false,
    cwd: '',
    signal: new AbortController().signal,
  };
  return createProgram(terminal, '', silent);
}

const codeMeanings: Readonly<Record<keyof typeof exitCode, string>> = {
  done: 'Done. There may be warnings.',
  problems:
    'The input has problems, or findings that were asked to count: errors in `check` and in `build --strict`, warnings too in `check --strict`. What an earlier build made is as it was.',
  usage: 'A wrong argument, option or name in the settings, or a template that cannot be run.',
  environment:
    'Something outside the project is missing or in the way: a browser, a folder that can be written, a file that is open elsewhere.',
  interrupted: 'Stopped with Ctrl+C. What an earlier build made is as it was.',
};

export function commandsPage(): string {
  const main = program();
  return page(
    'Commands',
    `${sentence(main.description())} Without a command, it shows its help.`,
    'What is said to people goes to stderr; stdout carries only what was asked for: reports as JSON, schemas, the answers of `access` and `doctor`.',
    'Options go before the same keys of [persona-deck.yaml](files.md#settings), and those before the defaults.',
    ...main.commands.flatMap((command) => section(command)),
    '## General options',
    table(
      ['Option', 'Meaning'],
      main
        .createHelp()
        .visibleOptions(main)
        .map((option) => [code(option.flags), meaning(option)]),
    ),
    '## Exit codes',
    table(
      ['Code', 'Meaning'],
      Object.entries(exitCode).map(([name, number]) => [String(number), codeMeanings[name as keyof typeof exitCode]]),
    ),
    '## Environment variables',
    table(['Variable', 'Meaning'], environmentVariables),
  );
}

const environmentVariables: readonly (readonly [string, string])[] = [
  ['`PUPPETEER_EXECUTABLE_PATH`, `CHROME_PATH`', 'Chrome, Edge or Chromium to use, unless `--browser` names one.'],
  [
    '`SOURCE_DATE_EPOCH`',
    'Seconds since 1970; on that day (UTC) waivers are judged, unless the settings say `asOf`. Without both, `check` takes today and a build treats no waiver as expired.',
  ],
  [
    '`GITHUB_WORKSPACE`',
    'Folder that paths in `--format github` and `sarif` are relative to, when the project lies in it.',
  ],
  ['`XDG_CACHE_HOME`', 'Folder below which the browser that comes as a package is unpacked, once.'],
  ['`NO_COLOR`', 'When it has a value, nothing is printed in colour.'],
  ['`CI`', 'When it is set, progress is said in plain lines.'],
];

/** A command that only holds others, such as `new`, has a section for each of them. */
function section(command: Command, above = ''): string[] {
  const name = `${above}${command.name()}`;
  if (command.commands.length > 0) return command.commands.flatMap((inner) => section(inner, `${name} `));
  const rows = [
    ...command.registeredArguments.map((argument) =>
      row(argument.required ? `<${argument.name()}>` : `[${argument.name()}]`, argument),
    ),
    ...command.options.map((option) => row(option.flags, option)),
  ];
  return [
    `## ${name}`,
    sentence(plain(command.description())),
    fence('sh', `persona-deck ${name} ${command.usage()}`),
    table(['Argument or option', 'Meaning', 'Default'], rows),
  ];
}

function row(written: string, entry: Argument | Option): string[] {
  return [code(written), meaning(entry), standard(entry)];
}

/** A default that commander does not know stands at the end of the description. */
const inWords = /\s*\(default: ([^)]+)\)$/;

function meaning({ description, argChoices }: Argument | Option): string {
  const text = plain(description.replace(inWords, ''));
  return argChoices === undefined ? text : `${text}: ${argChoices.map(code).join(', ')}`;
}

function standard({ description, defaultValue }: Argument | Option): string {
  if (defaultValue !== undefined) return code(String(defaultValue));
  const [, written = ''] = inWords.exec(description) ?? [];
  return /^[\w-]+$/.test(written) ? code(written) : written;
}

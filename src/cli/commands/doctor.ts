import { describeBrowsers } from '../../browser/describe.ts';
import { describeGhostscript } from '../../ghostscript/run.ts';
import { ghostscriptAdvice } from '../../ghostscript/unavailable.ts';
import { installedFonts } from '../../design/fonts.ts';
import { type ExitCode, exitCode } from '../exitCodes.ts';
import type { Terminal } from '../terminal.ts';

/** `persona-deck doctor`: what a build would use of this machine, what is missing and how to get it. */
export async function doctorCommand(terminal: Terminal, flags: { readonly browser?: string }): Promise<ExitCode> {
  const report = await describeBrowsers({
    ...(flags.browser === undefined ? {} : { executablePath: flags.browser }),
    signal: terminal.signal,
  });
  terminal.out(`Node     ${process.version} (20.19 or newer is needed)\n`);
  if (report.used === undefined) terminal.out('Browser  none: PDF, PNG and PowerPoint cannot be built\n');
  else terminal.out(`Browser  ${report.used.version}, ${report.used.origin}: ${report.used.executable}\n`);
  for (const line of report.tried) terminal.out(`           tried ${line}\n`);
  for (const line of report.advice) terminal.out(`           ${line}\n`);
  const ghostscript = await describeGhostscript();
  if (ghostscript === undefined) terminal.out('PDF/X    no Ghostscript: needed only for PDF/X of print services\n');
  else terminal.out(`PDF/X    Ghostscript ${ghostscript.version}: ${ghostscript.executable}\n`);
  if (ghostscript === undefined) terminal.out(`           ${ghostscriptAdvice[0]}\n`);
  for (const { name, package: from, installed } of installedFonts(terminal.cwd)) {
    terminal.out(`Font     ${name}${installed ? '' : `: not installed; where it is needed: npm install ${from}`}\n`);
  }
  return report.used === undefined ? exitCode.environment : exitCode.done;
}

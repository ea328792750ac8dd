import type { BuildEvent } from '../build/model.ts';
import type { Terminal } from './terminal.ts';

/**
 * Shows what a build is doing: one line that is drawn over on a terminal, a line an event elsewhere (CI logs). The
 * function it returns takes the line away.
 */
export function showProgress(terminal: Terminal): { onEvent: (event: BuildEvent) => void; end: () => void } {
  const line = terminal.interactive ? redrawnLine(terminal) : plainLines(terminal);
  let total = 0;
  let done = 0;
  return {
    end: () => line.clear(),
    onEvent: (event) => {
      if (event.kind === 'notice') line.say(event.message);
      if (event.kind === 'planned') total = event.stale;
      if (event.kind === 'planned' && total > 0) line.show(`Building ${total} ${total === 1 ? 'file' : 'files'}`);
      if (event.kind === 'rendered') {
        done += 1;
        if (terminal.interactive) line.show(`[${done}/${total}] ${event.path}`);
      }
    },
  };
}

interface Line {
  show(text: string): void;
  say(text: string): void;
  clear(): void;
}

function redrawnLine({ err }: Terminal): Line {
  const erase = '\r\u001b[2K';
  return {
    show: (text) => err(erase + text),
    say: (text) => err(`${erase}${text}\n`),
    clear: () => err(erase),
  };
}

function plainLines({ err }: Terminal): Line {
  const print = (text: string): void => err(`${text}\n`);
  return { show: print, say: print, clear: () => undefined };
}

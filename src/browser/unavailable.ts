/** No browser could be started. `tried` tells what was attempted, one line each; `advice` what the user can do. */
export class BrowserUnavailable extends Error {
  override readonly name = 'BrowserUnavailable';
  readonly tried: readonly string[];
  readonly advice: readonly string[];

  constructor(message: string, tried: readonly string[], advice: readonly string[] = generalAdvice) {
    super(message);
    this.tried = tried;
    this.advice = advice;
  }
}

const generalAdvice: readonly string[] = [
  'install Chrome, Edge or Chromium (Debian, Ubuntu: apt-get install chromium; Alpine: apk add chromium)',
  'or run: npx @puppeteer/browsers install chrome-headless-shell@stable, and set PUPPETEER_EXECUTABLE_PATH to what it prints',
  'or name a browser with --browser /path/to/chrome',
];

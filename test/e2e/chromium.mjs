// How the checks start Chromium: Debian's, headless, without calls home.
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

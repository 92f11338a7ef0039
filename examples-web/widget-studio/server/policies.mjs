/** Security headers: of the page, and of the preview of code that its user has pasted. */

const join = (rules) => ({ "content-security-policy": rules.join("; ") });

export const policies = {
  page: {
    ...join([
      "default-src 'none'",
      // The core is WebAssembly.
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      // Samples of voices and recordings are files of the providers.
      "media-src 'self' https:",
      "frame-src 'self' https://widget.synthflow.ai",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]),
    "referrer-policy": "no-referrer",
    "permissions-policy": "microphone=*",
    "cache-control": "no-store",
  },
  // Without an origin: pasted code can neither read the studio nor use its proxy.
  preview: { ...join(["sandbox allow-scripts allow-forms allow-popups", "frame-ancestors 'self'"]) },
};

import webWorkerUrl from './web-worker?worker&url';

let scriptPolicy: { createScriptURL(url: string): string } | undefined;

/** Starts the app's own Web Worker; the page's policy lets no other script be started. Whoever starts it ends it. */
export function startWebWorker(): Worker {
  const { trustedTypes } = window as unknown as {
    readonly trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): string };
    };
  };
  scriptPolicy ??= trustedTypes?.createPolicy('lab', {
    createScriptURL: (url) => {
      if (url !== webWorkerUrl) throw new TypeError('Only the Web Worker of the lab may be started.');
      return url;
    },
  });
  return new Worker(scriptPolicy?.createScriptURL(webWorkerUrl) ?? webWorkerUrl, { type: 'module' });
}

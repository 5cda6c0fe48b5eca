/** Where the attempts go: every address of this machine with the port of the listeners. */
export interface Target {
  readonly addresses: readonly string[];
  readonly port: number;
  /** Names of the ways to try; absent: all. */
  readonly only?: readonly string[];
}

/**
 * Tries every way out of a page that its author, or whoever got code into it, could think of. Runs inside the page, so it uses
 * nothing from outside. @returns the ways that did not throw at once
 */
export async function tryEveryWayOut({ addresses, port, only }: Target): Promise<readonly string[]> {
  const taken: string[] = [];
  const urls = [...addresses, 'localhost', 'way-out.lab.example'].map((address) => `http://${address}:${port}`);
  const attempt = async (name: string, go: () => unknown): Promise<void> => {
    if (only?.includes(name) === false) return;
    try {
      const outcome = go();
      if (outcome instanceof Promise) outcome.catch(() => undefined);
      taken.push(name);
    } catch {
      // refused at once
    }
    await Promise.resolve();
  };
  const add = (tag: string, attributes: Readonly<Record<string, string>>, click = false): HTMLElement => {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    document.body.append(element);
    if (click) element.click();
    return element;
  };

  /** Servers, and a peer whose addresses are the listeners'. */
  const connect = async (Peer: typeof RTCPeerConnection): Promise<void> => {
    const servers = addresses.slice(0, 4).flatMap((address) => [
      { urls: `stun:${address}:${port}` },
      ...['udp', 'tcp'].map((by) => ({
        urls: `turn:${address}:${port}?transport=${by}`,
        username: 'u',
        credential: 'c',
      })),
      { urls: `turns:${address}:${port}?transport=tcp`, username: 'u', credential: 'c' },
    ]);
    for (const list of [servers.slice(0, 8), servers.slice(8), [{ urls: `stun:way-out.lab.example:${port}` }]]) {
      const here = new Peer({ iceServers: list });
      const there = new Peer();
      here.createDataChannel('x');
      await here.setLocalDescription(await here.createOffer());
      await there.setRemoteDescription(here.localDescription ?? { type: 'offer', sdp: '' });
      await there.setLocalDescription(await there.createAnswer());
      await here.setRemoteDescription(there.localDescription ?? { type: 'answer', sdp: '' });
      for (const address of addresses) {
        const plain = address.replace(/[[\]]/g, '');
        for (const [way, tail] of [
          ['udp', ''],
          ['tcp', ' tcptype passive'],
        ])
          await here
            .addIceCandidate({
              candidate: `candidate:1 1 ${way} 2122260223 ${plain} ${port} typ host${tail}`,
              sdpMLineIndex: 0,
            })
            .catch(() => undefined);
      }
    }
  };
  const { RTCPeerConnection: Peer } = window as { RTCPeerConnection?: typeof RTCPeerConnection };
  await attempt('WebRTC', () => Peer && connect(Peer));
  const frame = add('iframe', {}) as HTMLIFrameElement;
  const inner = frame.contentWindow as unknown as
    { RTCPeerConnection?: typeof RTCPeerConnection; fetch: typeof fetch } | undefined;
  await attempt('WebRTC of an empty frame', () => inner?.RTCPeerConnection && connect(inner.RTCPeerConnection));

  for (const url of urls) {
    const secure = url.replace('http', 'https');
    await attempt('fetch', () => fetch(url, { mode: 'no-cors' }));
    await attempt('fetch that outlives the page', () =>
      fetch(url, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }),
    );
    await attempt('fetch of an empty frame', () => inner?.fetch(url, { mode: 'no-cors' }));
    await attempt('XMLHttpRequest', () => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.send();
    });
    await attempt('sendBeacon', () => navigator.sendBeacon(url, 'x'));
    await attempt('WebSocket', () => new WebSocket(url.replace('http', 'ws')));
    await attempt('EventSource', () => new EventSource(url));
    await attempt('WebTransport', () => {
      const { WebTransport: Transport } = window as unknown as {
        WebTransport?: new (to: string) => { ready: Promise<unknown>; closed: Promise<unknown> };
      };
      const transport = Transport && new Transport(secure);
      transport?.ready.catch(() => undefined);
      transport?.closed.catch(() => undefined);
    });
    await attempt('fetchLater', () => {
      const { fetchLater } = window as unknown as { fetchLater?: (to: string, how: object) => unknown };
      return fetchLater?.(url, { activateAfter: 0 });
    });
    for (const rel of [
      ...['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'preload', 'modulepreload', 'stylesheet', 'icon'],
      ...['manifest', 'next', 'import', 'pingback', 'search', 'privacy-policy', 'compression-dictionary'],
    ])
      await attempt(`link ${rel}`, () => add('link', { rel, href: url, as: 'image', crossorigin: 'anonymous' }));
    for (const [tag, ...keys] of [
      ['img', 'src', 'srcset', 'attributionsrc'],
      ['video', 'src', 'poster'],
      ['body', 'background'],
      ['object', 'data'],
      ...['iframe', 'embed', 'audio', 'script', 'input', 'frame', 'portal', 'fencedframe'].map((one) => [one, 'src']),
    ])
      for (const key of keys) await attempt(`${tag ?? ''} ${key}`, () => add(tag ?? '', { [key]: url, type: 'image' }));
    await attempt('svg image', () => {
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
      image.setAttribute('href', url);
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.append(image);
      document.body.append(svg);
    });
    await attempt('an anchor with ping', () => add('a', { href: '#way-out', ping: url }, true));
    await attempt('a download', () => add('a', { href: url, download: 'x' }, true));
    await attempt('a new window', () => add('a', { href: url, target: '_blank' }, true));
    await attempt('window.open', () => window.open(url));
    await attempt('a form into a frame', () => {
      const target = add('iframe', { name: 'way-out' });
      const form = add('form', { action: url, method: 'post', target: 'way-out' }) as HTMLFormElement;
      form.submit();
      return target;
    });
    await attempt('speculation rules', () => {
      const script = document.createElement('script');
      script.type = 'speculationrules';
      script.text = JSON.stringify({
        prefetch: [{ source: 'list', urls: [url] }],
        prerender: [{ source: 'list', urls: [url] }],
      });
      document.head.append(script);
    });
    await attempt('a style', () => {
      const sheet = new CSSStyleSheet();
      sheet.insertRule(`body { background: url(${url}); cursor: url(${url}), auto; border-image: url(${url}) }`);
      sheet.insertRule(`@font-face { font-family: out; src: url(${url}) }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    await attempt('a font', () => new FontFace('out', `url(${url})`).load());
    await attempt('a worker', () => new Worker(url));
    await attempt('a shared worker', () => new SharedWorker(url));
    await attempt('a service worker', () => navigator.serviceWorker.register(url));
    await attempt('a payment', () =>
      new PaymentRequest([{ supportedMethods: secure }], {
        total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
      }).canMakePayment(),
    );
    await attempt('an identity', () =>
      navigator.credentials.get({ identity: { providers: [{ configURL: secure, clientId: 'x' }] } } as object),
    );
  }
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return [...new Set(taken)];
}

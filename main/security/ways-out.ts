import { app } from 'electron';
import type { WebContents } from 'electron';
import { homePage, origin } from '../window/app-protocol';

// What a page may load is said by its content security policy, which does not know every way: WebRTC talks to a server by UDP
// and by TCP, hints open connections and look names up, a download is no load. So the runtime itself is kept from the network.

/**
 * Lets no connection of Chromium find an address, not even one that is written in numbers: no TCP, and no question to a name
 * server. Our own scheme needs neither; the loopback server of a run is asked by Node. Call before the app is ready.
 */
export function closeWaysOut(): void {
  const home = homePage();
  const development = home.startsWith(origin) ? '' : `, EXCLUDE ${new URL(home).hostname}`;
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${development}`);
}

/** WebRTC sends UDP without asking for an address: it may use none that no proxy takes, and there is no proxy. */
export function closeWaysOutOf(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

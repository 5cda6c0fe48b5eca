import { LabError } from '@core/ipc/envelope';
import type { FoundRelease, ReleaseSource } from '@core/ipc/updates';
import type { ReleaseAddresses } from './release-source';

/** Asks for the newest version when a person wants to know, and never by itself. It tells; it neither loads nor installs. */
export interface UpdateCheck {
  /** Null: this build names no release page. */
  source(): ReleaseSource | null;
  /**
   * One question; while it goes on, the same for all who ask.
   * @throws LabError `updates-off`, `no-release-page`, `release-unknown`, or what `mayAsk` throws
   */
  ask(): Promise<FoundRelease>;
  /** Ends a question that goes on. */
  stop(why: string): void;
  /** Opens the release page in the person's browser. @throws LabError `no-release-page`, `release-unknown` */
  openPage(): Promise<void>;
}

export interface UpdateCheckParts {
  readonly addresses: ReleaseAddresses | null;
  /** The version that runs. */
  readonly own: string;
  /** Whether the person has switched it on. */
  readonly isOn: () => boolean;
  /** Throws while anything is measured on this machine. */
  readonly mayAsk: () => void;
  /** Opens an address in the person's browser. */
  readonly open: (address: string) => Promise<void>;
}

export function createUpdateCheck({ addresses, own, isOn, mayAsk, open }: UpdateCheckParts): UpdateCheck {
  let asking: { readonly answer: Promise<FoundRelease>; readonly end: AbortController } | undefined;

  function known(): ReleaseAddresses {
    if (addresses) return addresses;
    throw new LabError('no-release-page', 'This build names no release page, so there is nobody to ask.');
  }

  async function ask({ description, host }: ReleaseAddresses, end: AbortSignal): Promise<FoundRelease> {
    // Read when it is needed: a program that is not asked carries neither a client nor a reader of YAML.
    const [{ readFromHost }, { readDescription }] = await Promise.all([
      import('./read-from-host'),
      import('./release-description'),
    ]);
    return readDescription(await readFromHost(description, end), own, host);
  }

  return {
    source: () => addresses && { host: addresses.host, page: addresses.page },
    async ask() {
      if (!isOn()) {
        throw new LabError(
          'updates-off',
          '"Look for new versions" is switched off in the settings: nothing was asked.',
        );
      }
      const at = known();
      mayAsk();
      if (!asking) {
        const end = new AbortController();
        asking = { end, answer: ask(at, end.signal).finally(() => (asking = undefined)) };
      }
      return asking.answer;
    },
    stop(why) {
      asking?.end.abort(new LabError('release-unknown', why));
    },
    async openPage() {
      const { page } = known();
      try {
        await open(page);
      } catch {
        throw new LabError('release-unknown', `No browser could be opened. The address of the release page is ${page}`);
      }
    },
  };
}

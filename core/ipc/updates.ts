/** Where this build would ask for new versions. */
export interface ReleaseSource {
  /** The one host that is asked, with its port if that is not the usual one. */
  readonly host: string;
  /** Address of the page that a browser opens. */
  readonly page: string;
}

/** The newest release, as its makers describe it. */
export interface FoundRelease {
  readonly version: string;
  /** The version that runs. */
  readonly own: string;
  /** The release against the version that runs. */
  readonly relation: 'newer' | 'same' | 'older';
  /** A version such as 1.2.0-rc.1: there to be tried, before the release. */
  readonly isCandidate: boolean;
  /** `2027-01-31`; null if it is not said. */
  readonly date: string | null;
  /** Plain text in lines, with what would steer the reader's eye shown as its code; empty if nothing is said. */
  readonly notes: string;
}

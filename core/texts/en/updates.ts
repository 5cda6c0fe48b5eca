/** Looking for a new version, which a person has to allow and to ask for each time. */
export const updates = {
  title: 'New versions',
  none: 'This build names no release page, so it cannot look for new versions, and nobody is asked.',
  failed: 'It could not be found out whether this build names a release page.',
  allow: 'Look for new versions',
  allowHint:
    'Off: nobody is ever asked. On: “Look now” and the Help menu ask {host} for the newest version, once each time, never by themselves and never during a run. Like every web server, {host} sees your network address. It is told the name of this program, and nothing else.',
  ask: 'Look now',
  asking: 'Asking {host} …',
  openPage: 'Open the release page',
  pageHint: 'The page opens in your browser: {page}',
  relation: {
    newer: 'There is a newer version: {version}. You have {own}.',
    same: 'You have the newest version, {version}.',
    older: 'You have {own}. The release page names {version}, which is older.',
  },
  candidate: 'It is a candidate: meant to be tried before the release.',
  date: 'It was released on {date}.',
  install: 'Nothing was downloaded. Get it from the release page, in the form that you have installed.',
  notes: 'What its makers say of it',
} as const;

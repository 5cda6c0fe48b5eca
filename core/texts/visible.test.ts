import { expect, it } from 'vitest';
import { visible } from './visible';

it('shows what would steer a terminal, and leaves letters of any script alone', () => {
  expect(visible('\u001b[2Jrecord\r\n\u009b\u202e.json')).toBe('\\u001b[2Jrecord\\u000d\\u000a\\u009b\\u202e.json');
  expect(visible('Prüfung 測定 – ok.json')).toBe('Prüfung 測定 – ok.json');
});

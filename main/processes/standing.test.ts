import { expect, it } from 'vitest';
import { createStanding } from './standing';

it('counts CPU time since the last word, and none before the first look', () => {
  const standing = createStanding();
  expect(standing.look(5_000)).toBe(0);
  expect(standing.look(5_100)).toBe(1_000);
  expect(standing.look(6_000)).toBe(10_000);
  standing.heard();
  expect(standing.look(6_500)).toBe(0);
  expect(standing.look(6_600)).toBe(1_000);
});

it('counts nothing where a process uses none, or where it cannot be read', () => {
  const standing = createStanding();
  standing.look(100);
  expect(standing.look(100)).toBe(0);
  expect(standing.look(undefined)).toBe(0);
  expect(standing.look(900)).toBe(0);
});

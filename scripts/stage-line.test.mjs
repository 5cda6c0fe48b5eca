import { describe, expect, it } from 'vitest';
import { stageLine } from './stage-line.mjs';

const lint = { name: 'lint', minutes: 2, isGood: true };

describe('what is said of a stage', () => {
  it('names the time and the budget', () => {
    expect(stageLine({ ...lint, seconds: 101.23 })).toEqual({
      text: '[lint] ok in 101.2 s of 2 min',
      overrun: '',
      isFarOver: false,
    });
    expect(stageLine({ ...lint, seconds: 120 }).overrun).toBe('');
    expect(stageLine({ ...lint, seconds: 3, isGood: false }).text).toContain('FAILED');
  });

  it('says an overrun loudly without failing', () => {
    const { text, overrun, isFarOver } = stageLine({ ...lint, seconds: 180 });
    expect(text).toBe('[lint] ok in 180.0 s of 2 min, OVER BUDGET');
    expect(overrun).toContain('1.5 times its budget of 2 min');
    expect(isFarOver).toBe(false);
  });

  it('fails what takes more than eight times its budget', () => {
    const { text, isFarOver } = stageLine({ ...lint, seconds: 961 });
    expect(text).toContain('FAILED');
    expect(isFarOver).toBe(true);
  });
});

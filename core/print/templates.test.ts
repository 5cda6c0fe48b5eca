import { describe, expect, it } from 'vitest';
import { reportFooterTemplate, reportHeaderTemplate } from './templates';

describe('templates', () => {
  it('hold the run, 16 digits of the hash, and the places for page numbers', () => {
    const footer = reportFooterTemplate('0123456789abcdef'.repeat(4), '20260102T030405Z-00000007');
    expect(footer).toContain('20260102T030405Z-00000007');
    expect(footer).toContain('0123456789abcdef…');
    expect(footer).not.toContain('0123456789abcdef0');
    expect(footer).toContain('Page <span class="pageNumber"></span> of <span class="totalPages"></span>');
    expect(footer).toMatch(/font:[0-9.]+px/);
  });

  it('escape the title', () => {
    expect(reportHeaderTemplate('<img src=x>')).toContain('&lt;img src=x&gt;');
    expect(reportHeaderTemplate('a')).not.toContain('<img');
  });
});

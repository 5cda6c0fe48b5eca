import { translate } from '../texts/translate';
import type { Contradiction } from '../verify/contradiction';
import type { Block } from './blocks';
import type { ReportContext } from './context';

/** What in a record does not follow from the rest of it, in one sentence. Names stand as the file has them, to be found there. */
export function contradictionText({ code, values }: Contradiction): string {
  return translate(`contradictions.what.${code}`, values);
}

/** Said before everything else of a record that contradicts itself; empty for any other. */
export function contradictionBlocks({ analysis }: Pick<ReportContext, 'analysis'>): readonly Block[] {
  const { contradiction } = analysis;
  if (!contradiction) return [];
  return [{ kind: 'notice', text: translate('contradictions.notice', { what: contradictionText(contradiction) }) }];
}

import { answerFigures } from '../figures/answer';
import { formatDurationInterval, plainNumber } from '../texts/format';
import type { TextValues } from '../texts/translate';
import { answerSentences, atMost, taskValues } from './answer';
import type { ReportContext } from './context';
import type { Story } from './story';

/**
 * The story of a run that searched for a set-up: the set-up is what stands large, the map the picture. Undefined for a run that
 * searched for nothing.
 */
export function searchStory(context: ReportContext, quality: Story['quality']): Story | undefined {
  const { answer } = context.analysis;
  if (!answer) return undefined;
  const { names } = context;
  const of = (key: string, values: TextValues = {}): string => names.text(`answer.story.${key}`, values);
  const { smallest } = answer;
  const isOpen = answer.candidates.length === 0 ? 'nothing' : answer.isEnough ? 'notSeparated' : 'tooFewRounds';
  const figure = answerFigures(context).find(({ kind }) => kind === 'matrix');
  const takeaway = (): string => {
    if (!smallest) return of(isOpen === 'notSeparated' ? 'byCost' : 'again');
    if (smallest.loss.high <= 1) return of('isBest');
    return of('found', { percent: atMost(1 - 1 / smallest.loss.high) });
  };
  const hasBasis = answer.candidates.length > 0;
  return {
    hero: {
      value: smallest ? names.condition(smallest.condition) : of(isOpen),
      detail: smallest ? of('detail', { time: formatDurationInterval(smallest.total), ...taskValues(context) }) : '',
      interval: hasBasis
        ? of('interval', { rounds: answer.rounds, confidence: plainNumber(Math.floor(1000 * answer.confidence) / 10) })
        : '',
    },
    sentence: answerSentences(context).join(' '),
    theory: '',
    ...(figure && { figure }),
    findings: [],
    takeaway: takeaway(),
    quality,
  };
}

import { catalogue } from '@core/experiments/catalogue';
import { lessonSteps } from '@core/experiments/lesson-steps';
import { goToStep, lessonWith } from '../guard/support/kept-screens';
import { lessonRecordText } from './support/lesson-record';
import { expectGoodLooks } from './support/looks';
import { test } from './support/screen';

for (const { id } of catalogue) {
  test(`${id}: every step of its lesson looks right`, async ({ page, open }) => {
    test.setTimeout(180_000);
    const text = lessonRecordText(id);
    const run = (JSON.parse(text) as { id: string }).id;
    await open(`#/experiments/${id}`, { records: [text], settings: { lessons: { [id]: lessonWith(run) } } });
    for (const step of lessonSteps) {
      await goToStep(page, step);
      await expectGoodLooks(page, `${id}, ${step}`);
    }
  });
}

import { expectKeptScreens } from '../guard/support/kept-screens';
import { test } from './support/screen';

/** A few of the kept records, one of a kind and soon read; the guard of `test:all` compares all of them. */
const names = ['eggs-and-toast.cancelled', 'workbench.failed', 'workbench.window'];

// As the guard looks at them.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const name of names) {
  test(`${name}: every screen says what it said`, async ({ page, open }) => {
    await expectKeptScreens(page, open, name);
  });
}

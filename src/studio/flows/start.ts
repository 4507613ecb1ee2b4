import { SAMPLE_VIEWS } from '../photo/samples';
import { openNewestOrEmpty, openStoredCase, startNewCase } from './cases/cases';
import { keepTheDesk, storage } from './desk';
import { watchDonor } from './reading/hairFlow';
import { watchPicks } from './reading/pickColour';
import { openSample } from './photos/openPhotos';
import { resumeSecondScreen } from './client/secondScreen';
import { watchTurns } from './turning';

/**
 * What lies on the desk at the start: the sample asked for in the address, else the case that lay there last, else the
 * practice head.
 */
export async function startStudio(): Promise<void> {
  keepTheDesk();
  watchPicks();
  watchDonor();
  watchTurns();
  resumeSecondScreen();
  void storage.sweep(Date.now());
  const asked = new URLSearchParams(location.search).get('sample');
  const view = SAMPLE_VIEWS.find((each) => each === asked);
  if (view !== undefined) {
    // A reload returns to the case that is made now, so the request must not stay in the address.
    history.replaceState(null, '', location.pathname);
    if (await openSample(view)) return;
  }
  const last = await storage.lastOpened();
  if (last.ok && last.value !== null && (await openStoredCase(last.value))) return;
  const listed = await storage.list();
  if (listed.ok && listed.value.length > 0) await openNewestOrEmpty();
  else if (!(await openSample('front'))) await startNewCase();
}

import { createRoot } from 'react-dom/client';
import { followOtherTabs, wearLanguage, wearTheme } from './studio/state/preferences';
import { startStudio } from './studio/flows/start';
import { App } from './studio/panels/App';
import { ErrorBoundary } from './studio/panels/ErrorBoundary';
import { Spoken } from './studio/panels/Spoken';
import { ClientScreen } from './studio/panels/preview/ClientScreen';
import './studio/panels/theme.css';

wearTheme();
followOtherTabs();
/** The client's own window follows a studio and has none itself. */
const isClientScreen = new URLSearchParams(location.search).get('screen') === 'client';
const root = document.getElementById('root');
// The page's own shell stays until the words are there, so that nothing is read in one language and then in another.
void wearLanguage().then(() => {
  if (root === null) return;
  createRoot(root).render(
    <ErrorBoundary>
      <Spoken>{isClientScreen ? <ClientScreen /> : <App />}</Spoken>
    </ErrorBoundary>,
  );
  if (!isClientScreen) void startStudio();
});

import { createRoot } from 'react-dom/client';
import { followOtherTabs, wearTheme } from './studio/state/preferences';
import { startStudio } from './studio/flows/start';
import { App } from './studio/panels/App';
import { ErrorBoundary } from './studio/panels/ErrorBoundary';
import { ClientScreen } from './studio/panels/preview/ClientScreen';
import './studio/panels/theme.css';

wearTheme();
followOtherTabs();
/** The client's own window follows a studio and has none itself. */
const isClientScreen = new URLSearchParams(location.search).get('screen') === 'client';
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<ErrorBoundary>{isClientScreen ? <ClientScreen /> : <App />}</ErrorBoundary>);
  if (!isClientScreen) void startStudio();
}

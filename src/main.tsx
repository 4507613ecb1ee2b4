import { createRoot } from 'react-dom/client';
import { wearTheme } from './studio/state/preferences';
import { startStudio } from './studio/flows/start';
import { App } from './studio/panels/App';
import { ErrorBoundary } from './studio/panels/ErrorBoundary';
import './studio/panels/theme.css';

wearTheme();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  );
  void startStudio();
}

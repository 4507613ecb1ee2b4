// Prints "N passed, N failed" from a report of the test runner (JSON) and fails unless tests ran and all passed.
import { readFileSync } from 'node:fs';

const [, , path] = process.argv;
let passed = 0;
let failed = 0;
try {
  const report = JSON.parse(readFileSync(path, 'utf8'));
  passed = report.numPassedTests;
  // A file that broke before its first test counts as one failure.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  failed = report.numFailedTests + brokenFiles.length;
} catch {
  process.stderr.write('No test ran: what stopped it is said above.\n');
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;

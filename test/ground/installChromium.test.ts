import { describe, expect, it } from 'vitest';
import { installationsFor } from '../browser/installChromium';

const firstProgram = (machine: Parameters<typeof installationsFor>[0]): string | undefined =>
  installationsFor(machine)[0]?.[0]?.[0];

describe('a machine without a browser', () => {
  it('takes its own package on Debian as root', () => {
    expect(installationsFor({ platform: 'linux', osRelease: 'NAME="Debian"\nID=debian\n', isRoot: true })[0]).toEqual([
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ]);
  });

  it('is never asked for a password: without root, Playwright installs into the home folder', () => {
    expect(firstProgram({ platform: 'linux', osRelease: 'ID=debian', isRoot: false })).toBe(process.execPath);
  });

  it('does not take the package of Ubuntu, which is a shell around a snap', () => {
    expect(firstProgram({ platform: 'linux', osRelease: 'ID=ubuntu\nID_LIKE=debian', isRoot: true })).toBe(
      process.execPath,
    );
  });

  it.each(['darwin', 'win32'] as const)('has a way on %s', (platform) => {
    expect(installationsFor({ platform, osRelease: '', isRoot: false })).toHaveLength(1);
  });
});

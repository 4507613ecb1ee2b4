import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PaperFonts } from '../../../../src/studio/export/pdf/fonts';

const font = (path: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(join(import.meta.dirname, '../../../../node_modules/@expo-google-fonts', path)));

/** The papers' fonts, from the disk. */
export const DISK_FONTS: PaperFonts = {
  latin: {
    regular: font('ibm-plex-sans/400Regular/IBMPlexSans_400Regular.ttf'),
    bold: font('ibm-plex-sans/600SemiBold/IBMPlexSans_600SemiBold.ttf'),
  },
  arabic: {
    regular: font('ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf'),
    bold: font('ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf'),
  },
};

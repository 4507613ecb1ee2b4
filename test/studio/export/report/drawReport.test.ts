import { describe, expect, it } from 'vitest';
import { drawReport } from '../../../../src/studio/export/report/drawReport';
import type { ReportContent } from '../../../../src/studio/export/report/reportContent';
import { DISK_FONTS } from '../pdf/fonts';

/** The smallest grey JPEG: 1 × 1. */
const JPEG = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APn+v//Z',
  ),
  (letter) => letter.charCodeAt(0),
).buffer;

const picture = (caption: string) => ({ jpeg: JPEG, aspect: 0.8, caption });

const CONTENT: ReportContent = {
  title: 'Treatment plan',
  subtitle: 'Design A',
  clinic: { name: 'Atelier', contact: '', mark: null },
  client: null,
  cover: picture('After'),
  keyFigures: [{ value: '19,800', label: 'dots' }],
  galleries: [{ title: 'Before and after', pictures: [picture('Before'), picture('After')] }],
  sections: [
    {
      title: 'Sessions',
      blocks: [
        {
          kind: 'table',
          head: ['No.', 'Dots'],
          shares: [1, 1],
          figures: [false, true],
          rows: [['1', '6,600']],
          sum: ['Together', '6,600'],
        },
        { kind: 'facts', rows: [['Estimate', '€1,000.00']], total: true },
      ],
    },
    { title: 'Aftercare', ownPage: true, blocks: [{ kind: 'text', text: '- Keep it dry.\n\nCall us.' }] },
    { title: 'Consent', ownPage: true, blocks: [{ kind: 'signatures', names: ['Client', 'Date'] }] },
  ],
  foot: 'An estimate.',
  pageOf: (page, pages) => `${String(page)} / ${String(pages)}`,
};

const drawn = (content: ReportContent, rtl = false, date = '2026-03-31') =>
  drawReport(content, { paper: 'A4', fonts: DISK_FONTS, rtl, lang: 'en', date: new Date(`${date}T00:00:00Z`) });

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const pagesIn = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

describe('the report', () => {
  it('is the same to the byte for the same content and day, and carries no other time', async () => {
    const [one, two, other] = [await drawn(CONTENT), await drawn(CONTENT), await drawn(CONTENT, false, '2026-04-01')];
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0);
    expect(latin1(one.bytes).match(/D:\d{14}Z/g)).toEqual(['D:20260331000000Z']);
  });

  it('keeps each picture once, however often it is drawn', async () => {
    expect(latin1((await drawn(CONTENT)).bytes).match(/\/DCTDecode/g)).toHaveLength(1);
  });

  it('begins aftercare and consent on pages of their own', async () => {
    const pdf = latin1((await drawn(CONTENT)).bytes);
    expect(pagesIn(pdf)).toBe(4);
    const [, sessions, aftercare, consent] = CONTENT.sections;
    const sections = [sessions, aftercare, consent].flatMap((each) => each ?? []);
    expect(pagesIn(latin1((await drawn({ ...CONTENT, sections })).bytes))).toBe(4);
  });

  it('runs on over as many pages as a long text needs', async () => {
    const text = Array.from({ length: 200 }, (_, i) => `- Point ${String(i)}`).join('\n');
    const long = { ...CONTENT, sections: [{ title: 'Aftercare', blocks: [{ kind: 'text' as const, text }] }] };
    expect(pagesIn(latin1((await drawn(long)).bytes))).toBeGreaterThan(5);
  });

  it('has the letters of every language of the studio, and names those that it has not', async () => {
    const texts = ['Größe ß', 'coração', 'señal ¿', 'İğüşöçı', 'خطة العلاج ٢١ نوفمبر، (تقدير)', '€ ₺ · – “” ² %'];
    const fine = await drawn({ ...CONTENT, subtitle: texts.join(' ') }, true);
    expect(fine.missing).toEqual([]);
    expect((await drawn({ ...CONTENT, client: 'Smith 漢 ก' })).missing).toEqual(['漢', 'ก']);
  });
});

import { describe, expect, it } from 'vitest';
import { chooseFonts, findUncovered } from '#render/report/html/style/fonts.ts';
import { findScripts } from '#render/report/scripts.ts';
import { renderers } from '#render/report/index.ts';
import { readExampleReport, reportContext } from '../../../support/report/report-context.ts';
import { loadShippedFonts } from '../../../support/report/shipped-fonts.ts';

const fonts = await loadShippedFonts();
const report = readExampleReport('fernlatch');

describe('fonts in the page', () => {
  it('are embedded only for the letters that the report has', () => {
    const html = renderers.html(report, { ...reportContext, fonts });
    expect(html.match(/@font-face/g)).toHaveLength(3);
    expect(html).toContain('font-src data:');
    const { organization } = report;
    const greek = { ...report, organization: { ...organization, name: 'Ελλάς Żółć' } };
    expect(renderers.html(greek, { ...reportContext, fonts }).match(/@font-face/g)).toHaveLength(9);
  });

  it('are left out where there are none', () => {
    expect(renderers.html(report, reportContext)).not.toContain('@font-face');
  });

  it('name the scripts that they have no letters of', () => {
    expect(findScripts(findUncovered('Vertrieb Łódź Ελλάς Отдел Việt', fonts))).toEqual([]);
    expect(findScripts(findUncovered('ฝ่ายขาย 営業', fonts))).toEqual(['Han', 'Thai']);
    expect(chooseFonts('ฝ่ายขาย', fonts)).toEqual([]);
  });
});

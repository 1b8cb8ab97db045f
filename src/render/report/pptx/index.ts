import { Presentation } from './library.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { fontName, makeOfficeColors } from '#render/report/office/colors.ts';
import { writeFileTitle } from '#render/report/office/office-wording.ts';
import { type Deck, slideHeight, slideWidth } from './deck.ts';
import { addActionsSlide, addRoadmapSlide } from './plan-slides.ts';
import { addMissingSlide, addPracticesSlide } from './practice-slides.ts';
import { addLensesSlide } from './lenses-slide.ts';
import { addFindingSlide } from './finding-slide.ts';
import { addPerceptionSlide } from './perception-slide.ts';

/**
 * Renders a report as six slides: the finding, the lenses, what is missing, the actions, what works, and the roadmap. Of
 * several respondents, a seventh after the lenses has how each role sees the practices. The title of each is its message;
 * charts and tables can be edited.
 */
export async function renderPptx(report: ReportDocument, context: ReportContext): Promise<Uint8Array> {
  const { messages, brand } = context;
  const file = new Presentation();
  file.defineLayout({ name: 'wide', width: slideWidth, height: slideHeight });
  file.layout = 'wide';
  file.theme = { headFontFace: fontName, bodyFontFace: fontName };
  file.title = writeFileTitle(report, messages);
  file.author = brand.name ?? report.generator.name;
  file.company = brand.name ?? '';
  const deck: Deck = { file, report, context, colors: makeOfficeColors(brand) };
  addFindingSlide(deck);
  addLensesSlide(deck);
  addPerceptionSlide(deck);
  addMissingSlide(deck);
  addActionsSlide(deck);
  addPracticesSlide(deck);
  addRoadmapSlide(deck);
  return (await file.write({ outputType: 'uint8array' })) as Uint8Array;
}

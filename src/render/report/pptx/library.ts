/** The library for presentations. Its types describe a CommonJS module, but what is imported is a module. */
import library from 'pptxgenjs';

/** Makes a presentation. */
export const Presentation = library as unknown as typeof library.default;

/** A presentation. */
export type Presentation = library.default;

/** A slide. */
export type Slide = library.default.Slide;

/** A row of a table. */
export type TableRow = library.default.TableRow;

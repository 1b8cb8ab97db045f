/** Bundles the script of the form, with the code of the interview that it shares, as the text that the page embeds. */
import { rolldown } from 'rolldown';

/** Where the script starts. */
const entry = 'src/render/form/browser/main.ts';

/** Returns the module that exports the script of the form. */
export async function generateFormScript(): Promise<string> {
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    // Debug information would contain paths of this machine.
    experimental: { attachDebugInfo: 'none' },
  });
  const { output } = await build.generate({
    format: 'iife',
    comments: false,
    minify: { compress: true, mangle: false, codegen: { removeWhitespace: false } },
  });
  const { code } = output[0];
  if (/<\/script|<!--/i.test(code)) throw new Error(`${entry} contains a text that ends a script element.`);
  return `export const script = ${JSON.stringify(code)};\n`;
}

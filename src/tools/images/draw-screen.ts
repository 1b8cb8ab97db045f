import { escapeXml } from '#render/escape.ts';
import type { Run } from './record-screen.ts';

/** Colors of a drawn terminal. */
interface Palette {
  readonly page: string;
  readonly text: string;
  readonly dim: string;
  readonly frame: string;
  /** Colors by their number in the palette of a terminal: red, green and cyan are what the tool uses. */
  readonly numbered: Readonly<Record<number, string>>;
}

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    page: '#ffffff',
    text: '#1f2328',
    dim: '#59636e',
    frame: '#d1d9e0',
    numbered: { 1: '#cf222e', 2: '#1a7f37', 6: '#0b6e8a' },
  },
  dark: {
    page: '#161b22',
    text: '#e6edf3',
    dim: '#9198a1',
    frame: '#3d444d',
    numbered: { 1: '#ff7b72', 2: '#3fb950', 6: '#56d4dd' },
  },
};

function drawRun({ text, isBold, isDim, isInverse, color }: Run, palette: Palette): string {
  const ink =
    (color === undefined ? undefined : palette.numbered[color]) ?? (isDim ? palette.dim : palette.text);
  const look = [
    isInverse ? `background:${ink};color:${palette.page}` : `color:${ink}`,
    ...(isBold ? ['font-weight:bold'] : []),
  ];
  return `<span style="${look.join(';')}">${escapeXml(text)}</span>`;
}

/** Draws a screen as a page with one window in it. */
export function drawScreen(rows: readonly (readonly Run[])[], palette: Palette): string {
  const lines = rows.map((row) => row.map((run) => drawRun(run, palette)).join(''));
  const dots = '<i></i><i></i><i></i>';
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: ${palette.page} }
main { display: inline-block; border: 1px solid ${palette.frame}; background: ${palette.page} }
header { padding: 9px 14px; border-bottom: 1px solid ${palette.frame}; line-height: 0 }
i { display: inline-block; width: 11px; height: 11px; margin-right: 8px; border-radius: 50%; background: ${palette.frame} }
pre { margin: 0; padding: 10px 16px 14px; font: 15px/1.35 'DejaVu Sans Mono', Menlo, Consolas, monospace }
</style><main><header>${dots}</header><pre>${lines.join('\n')}</pre></main>`;
}

import type { ComponentChildren, JSX } from 'preact';

const font = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, 'Noto Sans', sans-serif";

/** A standalone SVG: its size in px, and its content in words for screen readers. */
export function Picture({
  width,
  height,
  title,
  description,
  children,
}: {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="title description"
      font-family={font}
    >
      <title id="title">{title}</title>
      <desc id="description">{description}</desc>
      {children}
    </svg>
  );
}

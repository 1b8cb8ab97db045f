import { readFile } from 'node:fs/promises';

/** A declared system of 5 to 6 KB without a finding; its organization is called "Firm 00001". */
export async function smallSystem(): Promise<string> {
  return readFile('src/tools/bench/system.yaml', 'utf8');
}

/** Replaces the one place where a text stands; a bench over a file that was not changed would lie. */
function change(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`The file has not exactly one ${JSON.stringify(from)}.`);
  return text.replace(from, () => to);
}

/** The small system as another company would have it, by a number from 1: its own name, region, owner, sellers. */
export function copyOf(system: string, number: number): string {
  const name = String(number).padStart(5, '0');
  const edits: readonly (readonly [string, string])[] = [
    ['name: Firm 00001', `name: Firm ${name}`],
    ['region: Northern sites', `region: Sites of district ${number % 97}`],
    ['owner: Tomas Reuter', `owner: Owner ${name}`],
    ['sellers: 20', `sellers: ${10 + (number % 20)}`],
  ];
  return edits.reduce((text, [from, to]) => change(text, from, to), system);
}

/** The small system with three findings, each in another element: an error and two warnings. */
export function withFindings(system: string): string {
  const edits: readonly (readonly [string, string])[] = [
    ['            proficiency: Three calls in a row, judged against the playbook\n', ''],
    ['The customer has signed and named the day, by: buyer', 'The offer was sent and filed, by: seller'],
    ["source: Own service records 2025, 412 call-outs\n      reviewedOn: '2026-08-20'", 'source: Own'],
  ];
  return edits.reduce((text, [from, to]) => change(text, from, to), system);
}

/** How a file of one size is made. */
export type Shape = 'texts' | 'entries' | 'invalid';

const minimal = 'kind: sales-system\nschemaVersion: 1\norganization:\n  name: Firm 00001\n';
/** A little below what the schema allows a text to have, in characters. */
const longest = 1900;
const sentence = 'What would the customer of plant number say about the night in which the cooling stopped';

/** Few long texts: the open questions of a company that has declared nothing else yet. */
function texts(bytes: number): string {
  const lists = ['philosophy:\n  toughQuestions:\n', 'openQuestions:\n'];
  const budget = bytes - minimal.length - lists.join('').length;
  const count = Math.max(2, Math.ceil(budget / (longest + 8)));
  const each = Math.floor(budget / count) - 8;
  const text = sentence
    .repeat(Math.ceil(each / sentence.length))
    .slice(0, each)
    .trim();
  const half = Math.ceil(count / 2);
  const [tough = '', open = ''] = lists;
  return `${minimal}${tough}${`    - ${text}?\n`.repeat(half)}${open}${`  - ${text}?\n`.repeat(count - half)}`;
}

/** Stages of a process, each left by 24 acts of nobody that the schema knows. */
function wrongStages(bytes: number): string {
  let text = `${minimal}process:\n  stages:\n`;
  for (let entry = 0; ; entry += 1) {
    const act = `        - evidence: The customer has said what differs since meeting ${entry}\n          by: nobody\n`;
    const more = entry % 24 === 0 ? `    - id: stage-${entry}\n      exit:\n${act}` : act;
    if (text.length + more.length > bytes) return text;
    text += more;
  }
}

function lead(segment: number, number: number): string {
  return `          - id: lead-${segment}-${number}
            metric: Meetings of group ${segment} in which customers name cost ${number}
            behavior: Asks what it costs before showing anything
            skill: diagnose
            drives: win rate
            target: 6 of 10
            since: '2026-07-01'
            proficiency: Three recorded meetings in a row
            status: ${number < 2 ? 'active' : 'retired'}
`;
}

/** Groups of sellers, each with two leads that it works on and six that it has behind it. */
function withSegments(system: string, bytes: number): string {
  const tenureAt = '      - { id: new, fromMonths: 0 }\n';
  const segmentAt = '    segments:\n';
  let tenures = '';
  let segments = '';
  for (let number = 1; ; number += 1) {
    const tenure = `      - { id: group-${number}, fromMonths: ${number} }\n`;
    const leads = Array.from({ length: 8 }, (_, index) => lead(number, index)).join('');
    const segment = `      - role: hunter\n        tenure: group-${number}\n        leads:\n${leads}`;
    const length = system.length + tenures.length + segments.length + tenure.length + segment.length;
    if (length > bytes) break;
    tenures += tenure;
    segments += segment;
  }
  return change(change(system, tenureAt, tenureAt + tenures), segmentAt, segmentAt + segments);
}

/** Fills a file up to the byte with a comment. */
function padded(text: string, bytes: number): string {
  const missing = bytes - text.length;
  return missing < 2 ? text : `${text}#${'.'.repeat(missing - 2)}\n`;
}

/**
 * A file of exactly so many bytes (ASCII). `texts` holds few long texts and is fine for the schema; `entries` holds
 * thousands of small ones and has no finding; in `invalid` every one of thousands of entries breaks the schema.
 */
export function systemOf(shape: Shape, bytes: number, system: string): string {
  if (shape === 'texts') return padded(texts(bytes), bytes);
  if (shape === 'invalid') return padded(wrongStages(bytes), bytes);
  return padded(withSegments(system, bytes), bytes);
}

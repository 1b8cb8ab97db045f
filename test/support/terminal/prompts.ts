import { answerQuestion, caseHint, enterLine, quickCount, setUp, waitForQuestion } from './interview.ts';
import { type Terminal, keys } from './terminal.ts';

/** A prompt of the interview, and how to get there. */
export interface Place {
  /** Brings a new interview to the prompt, with question 1 answered if it comes before. */
  readonly reach: (terminal: Terminal) => Promise<void>;
  /** Text that a resumed interview shows first. */
  readonly resumes: string;
  /** Brings a resumed interview to the prompt. */
  readonly reachAgain: (terminal: Terminal) => Promise<unknown>;
}

/** Goes on with the first open question of a resumed interview. */
async function goOn(terminal: Terminal): Promise<void> {
  await enterLine(terminal, 'How would you like to continue?', '');
  await waitForQuestion(terminal, 2);
}

/** Opens the note of the first question from the second. */
async function openNote(terminal: Terminal): Promise<void> {
  terminal.type('b');
  await terminal.see('Saved: level 3');
  terminal.type('n');
  await terminal.see('Note');
}

/** Opens the evidence of the first question from the second. */
async function openEvidence(terminal: Terminal): Promise<void> {
  terminal.type('b');
  await terminal.see('Saved: level 3');
  terminal.type('e');
  await enterLine(terminal, 'What kind of evidence', '');
  await terminal.see('What is it?');
}

/** Answers the first question with level 3. */
export async function answerFirst(terminal: Terminal): Promise<void> {
  await setUp(terminal, { opening: 'Nearly' });
  await answerQuestion(terminal, 1, 3);
  await waitForQuestion(terminal, 2);
}

/** Prompts by name. */
export const prompts = {
  organization: {
    reach: async (terminal) => {
      await enterLine(terminal, 'How complete is your sales system?', 'Nearly');
      await terminal.see('Which organization');
    },
    resumes: 'Which organization',
    reachAgain: (terminal) => terminal.see('Which organization'),
  },
  role: {
    reach: async (terminal) => {
      await enterLine(terminal, 'How complete is your sales system?', 'Nearly');
      await enterLine(terminal, 'Which organization', 'Acme');
      await terminal.see('What is your role?');
    },
    resumes: 'What is your role?',
    reachAgain: (terminal) => terminal.see('What is your role?'),
  },
  question: {
    reach: answerFirst,
    resumes: 'Welcome back',
    reachAgain: goOn,
  },
  case: {
    reach: async (terminal) => {
      await setUp(terminal, { opening: 'Nearly' });
      await waitForQuestion(terminal, 1);
      terminal.type(`3${keys.enter}`);
      await terminal.see(caseHint);
    },
    resumes: 'Welcome back',
    reachAgain: async (terminal) => {
      await goOn(terminal);
      terminal.type('b');
      await terminal.see('Saved: level 3');
      terminal.type(keys.enter);
      await terminal.see(caseHint);
    },
  },
  note: {
    reach: async (terminal) => {
      await answerFirst(terminal);
      await openNote(terminal);
    },
    resumes: 'Welcome back',
    reachAgain: async (terminal) => {
      await goOn(terminal);
      await openNote(terminal);
    },
  },
  evidence: {
    reach: async (terminal) => {
      await answerFirst(terminal);
      await openEvidence(terminal);
    },
    resumes: 'Welcome back',
    reachAgain: async (terminal) => {
      await goOn(terminal);
      await openEvidence(terminal);
    },
  },
  review: {
    reach: async (terminal) => {
      await answerFirst(terminal);
      for (let place = 2; place <= quickCount; place += 1) await answerQuestion(terminal, place, 1);
      await terminal.see('Choose one to change it');
    },
    resumes: 'Welcome back',
    reachAgain: async (terminal) => {
      await terminal.see('How would you like to continue?');
      terminal.type(`${keys.down}${keys.enter}`);
      await terminal.see('Choose one to change it');
    },
  },
} satisfies Record<string, Place>;

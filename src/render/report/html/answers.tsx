import type { JSX } from 'preact';
import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import { makeCardMaker } from '#render/report/cards.ts';
import { makeCardsAnchor } from './cards/anchors.ts';
import { QuestionCard } from './cards/card.tsx';
import { Name, Section, type SectionProps } from './parts.tsx';

/** Every question with its answer, evidence and note. The script reveals the filters. */
export function Answers({ report, context }: SectionProps): JSX.Element {
  const { messages } = context;
  const count = findQuestions(report).length;
  const makeCard = makeCardMaker(report);
  return (
    <Section
      id="answers"
      title={messages['report.answers']}
      about={report.voices && messages['voices.otherAbout']}
    >
      <div class="tools" hidden>
        <span>
          <label for="filter">{messages['report.filter']}</label>{' '}
          <select id="filter">
            <option value="">{messages['report.filterAll']}</option>
            <option value="open">{messages['report.filterOpen']}</option>
            <option value="low">{messages['report.filterLow']}</option>
            <option value="unproven">{messages['report.filterUnproven']}</option>
          </select>
        </span>{' '}
        <span>
          <label for="search">{messages['report.search']}</label> <input id="search" type="search" />
        </span>{' '}
        <output id="matches" for="filter search" data-text={messages['report.matches']}>
          {formatMessage(messages, 'report.matches', { count, of: count })}
        </output>
      </div>
      {report.elements.map((element) => (
        <div class="element" data-group>
          <h3>
            <Name>{element.name}</Name>
          </h3>
          {element.practices
            .filter(({ questions }) => questions.length > 0)
            .map((practice) => (
              <div class="practice" id={makeCardsAnchor(practice.id)} data-group>
                <p class="practice-name">
                  <Name>{practice.name}</Name>
                </p>
                <div class="questions">
                  {practice.questions.map((question) => (
                    <QuestionCard card={makeCard({ question, practice }, element)} context={context} />
                  ))}
                </div>
              </div>
            ))}
        </div>
      ))}
    </Section>
  );
}

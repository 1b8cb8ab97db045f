import {
  type Fields,
  type QuestionPart,
  evidenceParts,
  mostEvidence,
  nameEvidenceField,
  nameField,
  notApplicablePrefix,
} from '#domain/form/fields.ts';

/** Fields that the answer to their question cannot take, and why. */
interface LostParts {
  readonly names: readonly string[];
  readonly why: string;
}

const lowest = ['lowest.level', 'lowest.where'] as const;

/** Finds the fields of a question that its answer cannot take. */
export function findLostParts(fields: Fields, id: string): LostParts {
  const get = (part: QuestionPart): string => fields[nameField(id, part)] ?? '';
  const name = (parts: readonly QuestionPart[]): string[] => parts.map((part) => nameField(id, part));
  const evidence = Array.from({ length: mostEvidence }, (_, at) =>
    evidenceParts.filter((part) => part !== 'kind').map((part) => nameEvidenceField(id, at, part)),
  ).flat();
  const choice = get('choice');
  const [level, where] = [get('lowest.level'), get('lowest.where')];
  if (choice === '') {
    return {
      names: [...name(['note', ...lowest, 'case']), ...evidence],
      why: 'The question has no answer, so this cannot be attached to it',
    };
  }
  if (choice.startsWith(notApplicablePrefix)) {
    return {
      names: [...name([...lowest, 'case']), ...evidence],
      why: 'The question does not apply, so this cannot be attached to it',
    };
  }
  const names = name(lowest);
  if (choice === 'unknown') return { names, why: 'The answer has no level, so no place can be lower' };
  if (level === '' || where === '') return { names, why: 'The lowest place needs both a level and a name' };
  if (Number(level) >= Number(choice))
    return { names, why: `The lowest level is not lower than the answer ${choice}` };
  return { names: [], why: '' };
}

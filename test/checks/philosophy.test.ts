import missingPurpose from '#checks/philosophy/missing-purpose.ts';
import { describeCheck } from '../support/check-system.ts';

describeCheck(missingPurpose, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'statement', 'Harbor Instruments']],
  },
  {
    name: 'a section without a purpose',
    yaml: 'philosophy: {}',
    subjects: 1,
    finds: [['/philosophy', 'statement', 'does not say why']],
  },
  {
    name: 'a purpose without a statement',
    yaml: 'philosophy: {purpose: {customerOutcome: Fewer repeats}}',
    subjects: 1,
    finds: [['/philosophy/purpose', 'statement', 'does not say why']],
  },
  {
    name: 'a statement',
    yaml: 'philosophy: {purpose: {statement: We help laboratories trust what they measure}}',
    subjects: 1,
    finds: [],
  },
]);

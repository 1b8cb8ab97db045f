import missingStages from '#checks/process/missing-stages.ts';
import sellerLedWinLoss from '#checks/process/seller-led-win-loss.ts';
import sellerOnlyExit from '#checks/process/seller-only-exit.ts';
import stageWithoutConversation from '#checks/process/stage-without-conversation.ts';
import stageWithoutExit from '#checks/process/stage-without-exit.ts';
import { describeCheck } from '../support/checks/check-system.ts';

describeCheck(missingStages, [
  { name: 'no section at all', yaml: '', subjects: 1, finds: [['', 'process/stages', 'Harbor Instruments']] },
  {
    name: 'a section without stages',
    yaml: 'process: {owner: Priya Nair}',
    subjects: 1,
    finds: [['/process', 'stages', 'declares no stage', { at: 'key' }]],
  },
  {
    name: 'an empty list',
    yaml: 'process: {stages: []}',
    subjects: 1,
    finds: [['/process/stages', undefined, 'declares no stage', { at: 'key' }]],
  },
  { name: 'one stage', yaml: 'process: {stages: [{id: qualify}]}', subjects: 1, finds: [] },
]);

describeCheck(stageWithoutExit, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'an empty list of stages', yaml: 'process: {stages: []}', subjects: 0, finds: [] },
  {
    name: 'one exit missing, one empty, one present',
    yaml: `
process:
  stages:
    - id: qualify
    - id: offer
      exit: []
    - id: decide
      exit: [{evidence: Offer sent}]`,
    subjects: 3,
    finds: [
      ['/process/stages/0', 'exit', 'The stage `qualify` has no exit criteria'],
      ['/process/stages/1/exit', undefined, '`offer`', { at: 'key' }],
    ],
  },
]);

describeCheck(sellerOnlyExit, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  {
    name: 'another check reports stages without exits',
    yaml: 'process: {stages: [{id: qualify}, {id: offer, exit: []}]}',
    subjects: 0,
    finds: [],
  },
  {
    name: 'only acts of the seller, or of unknown people',
    yaml: `
process:
  stages:
    - id: qualify
      exit: [{evidence: Call held, by: seller}, {evidence: Offer sent, by: seller}]
    - id: offer
      exit: [{evidence: Offer sent}]
    - id: decide
      exit: [{evidence: Offer sent, by: seller}, {evidence: The signer is named, by: buyer}]
    - id: won`,
    subjects: 3,
    finds: [
      ['/process/stages/0/exit', undefined, 'Deals leave `qualify`', { at: 'key' }],
      ['/process/stages/1/exit', undefined, '`offer`', { at: 'key' }],
    ],
  },
]);

describeCheck(stageWithoutConversation, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no stages', yaml: 'process: {}', subjects: 0, finds: [] },
  {
    name: 'several stages without one',
    yaml: 'process: {stages: [{id: qualify}, {id: offer, conversation: reframe}, {id: decide}]}',
    subjects: 3,
    finds: [
      ['/process/stages/0', 'conversation', '`qualify` names no conversation'],
      ['/process/stages/2', 'conversation', '`decide` names no conversation'],
    ],
  },
]);

describeCheck(sellerLedWinLoss, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'nothing about wins and losses', yaml: 'process: {}', subjects: 0, finds: [] },
  { name: 'unspecified who asks', yaml: 'process: {winLoss: {cadence: P3M}}', subjects: 0, finds: [] },
  { name: 'someone neutral', yaml: 'process: {winLoss: {askedBy: neutral}}', subjects: 1, finds: [] },
  {
    name: 'the seller',
    yaml: 'process: {winLoss: {askedBy: seller, cadence: P3M}}',
    subjects: 1,
    finds: [
      [
        '/process/winLoss/askedBy',
        undefined,
        'At Harbor Instruments sellers ask why their own deals were won or lost',
      ],
    ],
  },
]);

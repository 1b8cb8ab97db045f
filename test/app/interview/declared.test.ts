import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeDeclarations } from '#app/interview/declared.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { loadShippedModel } from '../../support/model/shipped-model.ts';

const english = await loadShippedModel();
const german = await loadShippedModel('de');
const system = parse(
  await readFile('test/fixtures/documents/sales-system.full.yaml', 'utf8'),
) as SystemDocument;

describe('what a system file says about a practice', () => {
  it.each([
    [
      'stated-purpose',
      [
        'purpose: We help shops charge what they sell, so that nobody gives away a gram without wanting to.',
        'sellers last asked about it: September 4, 2026',
      ],
      [
        'Zweck: We help shops charge what they sell, so that nobody gives away a gram without wanting to.',
        'Verkäufer zuletzt danach gefragt: 4. September 2026',
      ],
    ],
    [
      'customer-role',
      [
        'what changes for the customer: Less given away, fewer disputes at the till',
        'what the seller gains: Customers who call before they order elsewhere',
        'role descriptions: docs/roles/hunter.md',
      ],
      [
        'Was sich für den Kunden ändert: Less given away, fewer disputes at the till',
        'Was der Verkäufer davon hat: Customers who call before they order elsewhere',
        'Rollenbeschreibungen: docs/roles/hunter.md',
      ],
    ],
    [
      'belief-and-permission',
      [
        'tough questions: What did you give away last month without wanting to?',
        'walk away when: Nobody can say what the shop loses today',
      ],
      [
        'Unbequeme Fragen: What did you give away last month without wanting to?',
        'Wir steigen aus, wenn: Nobody can say what the shop loses today',
      ],
    ],
    [
      'purpose-in-use',
      [
        'where pay conflicts with the purpose: The bonus counts units, whatever they are sold for; Renewals count twice',
        'pay plan: docs/pay/2026.md',
      ],
      [
        'Wo die Vergütung dem Zweck widerspricht: The bonus counts units, whatever they are sold for; Renewals count twice',
        'Vergütungsplan: docs/pay/2026.md',
      ],
    ],
    [
      'shared-stages',
      ['stages: problem, agreement', 'owner: Piet Larsen', 'last change: March 2, 2026'],
      ['Phasen: problem, agreement', 'Verantwortlich: Piet Larsen', 'Letzte Änderung: 2. März 2026'],
    ],
    [
      'buyer-proof',
      [
        'exit criterion of “problem” (customer action): The customer has said what is given away in a year',
        'exit criterion of “problem” (seller action): The shop was visited',
      ],
      [
        'Abschlusskriterium von „problem“ (Handlung des Kunden): The customer has said what is given away in a year',
        'Abschlusskriterium von „problem“ (Handlung des Verkäufers): The shop was visited',
      ],
    ],
    [
      'use-and-learning',
      [
        'forecast: every month',
        'forecast errors are recorded in docs/forecast/errors.csv',
        'customers asked why they bought or not: by someone outside the deal',
      ],
      [
        'Forecast: jeden Monat',
        'Die Abweichungen des Forecasts stehen in docs/forecast/errors.csv',
        'Wer Kunden fragt, warum sie gekauft haben oder nicht: jemand, der am Deal nicht beteiligt war',
      ],
    ],
    [
      'diagnosis',
      ['method: Weigh First', 'skills: diagnose, qualify'],
      ['Methode: Weigh First', 'Fertigkeiten: diagnose, qualify'],
    ],
    [
      'insight',
      ['insight: given-away, last confirmed on August 20, 2026'],
      ['Erkenntnis: given-away, zuletzt bestätigt am 20. August 2026'],
    ],
    [
      'joint-work',
      ['customer feedback is in https://wiki.larkfield.example/win-loss'],
      ['Rückmeldungen von Kunden stehen in https://wiki.larkfield.example/win-loss'],
    ],
    [
      'few-lead-metrics',
      ['active lead metrics for hunter/new: asks-for-loss'],
      ['Aktive Frühindikatoren für hunter/new: asks-for-loss'],
    ],
    [
      'owned-goal',
      ['owner: Iris Vogt', 'goal: win rate', 'target: 33'],
      ['Verantwortlich: Iris Vogt', 'Ziel: win rate', 'Zielwert: 33'],
    ],
    [
      'proficiency-ladder',
      ['new sellers start in: hunter/new', 'different for new sellers: No target in the first quarter'],
      [
        'Neue Verkäufer beginnen in: hunter/new',
        'Anders bei neuen Verkäufern: No target in the first quarter',
      ],
    ],
    [
      'role-modeling',
      ['Leader: Rides along and asks the hard question first; every month'],
      ['Vertriebsleitung: Rides along and asks the hard question first; jeden Monat'],
    ],
    [
      'steady-expectations',
      [
        'expected: Every offer names a customer problem; Two visits a day',
        'off limits: No discount without something in return',
        'last change: April 1, 2026',
      ],
      [
        'Erwartet: Every offer names a customer problem; Two visits a day',
        'Tabu: No discount without something in return',
        'Letzte Änderung: 1. April 2026',
      ],
    ],
    ['few-initiatives', [], []],
    [
      'coaching-cadence',
      [
        'coast, hunter: every 2 weeks, 45 minutes',
        'everyone: every month',
        'coaching is about: skills, the current deal, self-awareness',
      ],
      [
        'coast, hunter: alle 2 Wochen, 45 Minuten',
        'alle: jeden Monat',
        'Darum geht es im Coaching: Fertigkeiten, der laufende Deal, Selbstwahrnehmung',
      ],
    ],
    [
      'coaching-consistency',
      ['playbooks: diagnose', 'how coaches improve: docs/coaching/standard.md'],
      ['Leitfäden: diagnose', 'Wie Coaches besser werden: docs/coaching/standard.md'],
    ],
    [
      'designed-practice',
      ['diagnose: Role play in threes, recorded; every week'],
      ['diagnose: Role play in threes, recorded; jede Woche'],
    ],
    [
      'practice-feedback',
      ['diagnose, feedback from: The coach', 'diagnose, judged against: docs/playbooks/diagnose.md#standard'],
      ['diagnose, Feedback von: The coach', 'diagnose, Maßstab: docs/playbooks/diagnose.md#standard'],
    ],
  ])('is worded in the language of the interview: %s', (practice, inEnglish, inGerman) => {
    expect(writeDeclarations(system, practice, english.messages)).toEqual(inEnglish);
    expect(writeDeclarations(system, practice, german.messages)).toEqual(inGerman);
  });

  it.each([
    ['P1D', 'every day', 'jeden Tag'],
    ['P14D', 'every 14 days', 'alle 14 Tage'],
    ['P1Y', 'every year', 'jedes Jahr'],
    ['P2Y', 'every 2 years', 'alle 2 Jahre'],
    ['P3M', 'every 3 months', 'alle 3 Monate'],
    ['P1M2W', 'P1M2W', 'P1M2W'],
    ['P0D', 'P0D', 'P0D'],
  ])('has the interval %s in words', (cadence, inEnglish, inGerman) => {
    const often: SystemDocument = { ...system, process: { forecast: { cadence } } };
    expect(writeDeclarations(often, 'use-and-learning', english.messages)).toEqual([
      `forecast: ${inEnglish}`,
    ]);
    expect(writeDeclarations(often, 'use-and-learning', german.messages)).toEqual([`Forecast: ${inGerman}`]);
  });
});

import { describe, expect, it } from 'vitest';
import { getId } from '#app/init/questions.ts';

describe('the id', () => {
  it.each([
    ['Key Account Manager', 'key-account-manager'],
    ['Außendienst (Süd)', 'aussendienst-sud'],
    ['2nd Line', 'nd-line'],
    ['日本', ''],
    [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
  ])('of %s is %s', (name, id) => expect(getId(name)).toBe(id));
});

import fc from 'fast-check';

// A gate must not fail by chance on a change that has nothing to do with it: properties take the same cases
// every time in CI, and new ones at every run on a desk.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20_261_123 });

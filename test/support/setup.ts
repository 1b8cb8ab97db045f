import fc from 'fast-check';

// CI must not fail by chance on an unrelated change: there, property tests use a fixed seed. Elsewhere, they use new
// cases in each run.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 20_261_123 });

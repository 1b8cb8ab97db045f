// Preloaded with `?today=YYYY-MM-DD`, starts the clock of a process at noon of that day.
const old = Date.now;
const by = Date.parse(`${new URL(import.meta.url).searchParams.get('today')}T12:00:00Z`) - old();

globalThis.Date = class extends Date {
  constructor(...given) {
    if (given.length === 0) super(old() + by);
    else super(...given);
  }

  static now() {
    return old() + by;
  }
};

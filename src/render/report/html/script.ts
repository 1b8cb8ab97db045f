/**
 * The script of the page: filters questions, sorts gaps, and unfolds everything before it is printed. The page is complete without it, and its controls
 * are hidden until it runs. A string rather than a function, so that the page and the hash in its Content
 * Security Policy do not depend on the build.
 */
export const script = `
(() => {
  const byId = (id) => document.getElementById(id);
  const filter = byId('filter');
  const search = byId('search');
  const matches = byId('matches');
  const questions = [...document.querySelectorAll('.question')];
  const texts = questions.map((each) => each.textContent.toLowerCase());
  const show = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    questions.forEach((each, index) => {
      const tagged = filter.value === '' || each.dataset.tags.split(' ').includes(filter.value);
      each.hidden = !(tagged && words.every((word) => texts[index].includes(word)));
      if (!each.hidden) count += 1;
    });
    for (const group of document.querySelectorAll('[data-group]')) {
      group.hidden = group.querySelector('.question:not([hidden])') === null;
    }
    matches.textContent = matches.dataset.text.replace('{count}', count).replace('{of}', questions.length);
  };
  filter.addEventListener('change', show);
  search.addEventListener('input', show);
  filter.closest('[hidden]').hidden = false;
  // A link to a question finds it, whatever the filter hides, and unfolds it.
  const reveal = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    if (target.closest('[hidden]') !== null) {
      filter.value = search.value = '';
      show();
    }
    // What a link leads to is open: what is around it, and what it consists of.
    for (let each = target.closest('details'); each !== null; each = each.parentElement.closest('details')) each.open = true;
    if (target.matches('.question, .practice')) for (const each of target.querySelectorAll('details')) each.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();

  for (const table of document.querySelectorAll('.gaps')) {
    const heads = [...table.querySelectorAll('thead th')];
    const body = table.tBodies[0];
    heads.slice(0, -1).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.title = table.dataset.sort.replace('{column}', head.textContent);
      button.setAttribute('aria-label', button.title);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const each of heads) each.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const text = (row) => row.cells[column].textContent;
        const number = (row) => Number(text(row).replace(',', '.'));
        const order = 'number' in head.dataset
          ? (a, b) => number(a) - number(b)
          : (a, b) => text(a).localeCompare(text(b), document.documentElement.lang);
        const rows = [...body.rows].sort(order);
        body.append(...(down ? rows.reverse() : rows));
      });
    });
  }

  // Paper cannot be unfolded.
  addEventListener('beforeprint', () => {
    for (const each of document.querySelectorAll('details:not([data-line])')) each.open = true;
  });
})();
`;

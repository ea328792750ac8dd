// The pages are complete without this script: it adds search, filters and the switch between light and dark.
'use strict';

const root = document.documentElement;
root.classList.add('has-script');

/* Light or dark: as the device says, until the reader says otherwise. */

const MODE = 'persona-deck mode';

/** Not every browser lets a page from a folder remember something. */
function remembered() {
  try {
    return localStorage.getItem(MODE);
  } catch {
    return null;
  }
}

function remember(mode) {
  try {
    localStorage.setItem(MODE, mode);
  } catch {
    // Then it holds for this page.
  }
}

const deviceIsDark = matchMedia('(prefers-color-scheme: dark)');
const chosen = remembered();
if (chosen === 'light' || chosen === 'dark') root.dataset.mode = chosen;

const isDark = () => (root.dataset.mode ?? (deviceIsDark.matches ? 'dark' : 'light')) === 'dark';

function startModeSwitch(button) {
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  button.addEventListener('click', () => {
    root.dataset.mode = isDark() ? 'light' : 'dark';
    remember(root.dataset.mode);
    show();
  });
  deviceIsDark.addEventListener('change', show);
  show();
}

/* Search and filters of the list of personas. They stand in the address, so that it can be passed on. */

/** Small letters without marks, so that `jose` finds `José`. */
const plain = (text) => text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();

function startFilters(form) {
  const cards = [...document.querySelectorAll('[data-card]')].map(readCard);
  const teams = [...document.querySelectorAll('[data-team]')];
  const status = document.querySelector('[data-shown]');
  const nothing = document.querySelector('[data-nothing]');

  const apply = () => {
    const wanted = questionOf(form);
    let shown = 0;
    for (const card of cards) {
      const fits = isAnswer(card, wanted);
      if (card.element.hidden === fits) card.element.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const team of teams) {
      const count = team.querySelectorAll('[data-card]:not([hidden])').length;
      team.hidden = count === 0;
      // As many columns of the page as it fills.
      team.dataset.count = Math.min(count, 4);
    }
    nothing.hidden = shown > 0;
    const text = status.dataset.shown.replace('{shown}', shown).replace('{all}', cards.length);
    if (status.textContent !== text) status.textContent = text;
  };
  const changed = () => {
    apply();
    const parameters = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
    history.replaceState(null, '', `${location.pathname}${location.search}${parameters.size > 0 ? `#${parameters}` : ''}`);
  };
  const readAddress = () => {
    const parameters = new URLSearchParams(location.hash.slice(1));
    // `#team-data` leads to a team: it says nothing of filters.
    if (location.hash !== '' && !location.hash.includes('=')) return;
    for (const field of form.elements) if (field.name !== '') field.value = parameters.get(field.name) ?? '';
    apply();
  };

  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are empty just after the event.
  form.addEventListener('reset', () => setTimeout(changed));
  addEventListener('hashchange', readAddress);
  readAddress();
}

function readCard(element) {
  const values = {};
  for (const field of element.querySelectorAll('[data-field]')) {
    values[field.dataset.field] = new Set([...field.querySelectorAll('[data-value]')].map((one) => one.textContent));
  }
  const team = element.closest('[data-team]').querySelector('h2').textContent;
  return { element, values, text: plain(`${element.textContent} ${team}`) };
}

const fieldsOf = { process: 'processes', component: 'components', skill: 'skills' };

function questionOf(form) {
  const words = plain(form.elements.q.value).split(/\s+/).filter((word) => word !== '');
  const filters = Object.entries(fieldsOf)
    .map(([name, field]) => [field, form.elements[name]?.value ?? ''])
    .filter(([, value]) => value !== '');
  return { words, filters };
}

const isAnswer = ({ text, values }, { words, filters }) =>
  words.every((word) => text.includes(word)) && filters.every(([field, value]) => values[field]?.has(value) ?? false);

/* The matrix: what allows less than was asked for is left out. */

function startMatrix(form) {
  const table = document.querySelector('[data-matrix]');
  const select = form.elements.least;
  const rows = [...table.tBodies[0].rows].map((row) => ({
    row,
    most: Math.max(0, ...[...row.querySelectorAll('[data-most]')].map((cell) => Number(cell.dataset.most))),
  }));
  const apply = () => {
    const least = select.selectedIndex + 1;
    table.dataset.least = least;
    for (const { row, most } of rows) row.hidden = least > 1 && most < least;
  };
  const readAddress = () => {
    const least = new URLSearchParams(location.hash.slice(1)).get('least');
    select.value = [...select.options].some(({ value }) => value === least) ? least : select.options[0].value;
    apply();
  };
  select.addEventListener('change', () => {
    apply();
    history.replaceState(null, '', select.selectedIndex === 0 ? location.pathname : `#least=${select.value}`);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', readAddress);
  readAddress();
}

const parts = [
  ['[data-mode-switch]', startModeSwitch],
  ['[data-filters]', startFilters],
  ['[data-least-form]', startMatrix],
];

document.addEventListener('DOMContentLoaded', () => {
  for (const [selector, start] of parts) {
    const element = document.querySelector(selector);
    if (element !== null) start(element);
  }
});

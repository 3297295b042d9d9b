'use strict';
// The whole page is drawn from one JSON text with textContent: nothing a document says is markup.
// The text has every value once; `data` says in numbers where each stands: that of a value; -1, how many and
// the parts of a list; or -2 and less, for a record with one of the lists of names, and its parts.
const packed = JSON.parse(document.getElementById('data').textContent);
let place = 0;
function unpacked() {
  const head = packed.data[place++];
  if (head >= 0) return packed.values[head];
  if (head === -1) return Array.from({ length: packed.data[place++] }, unpacked);
  const record = {};
  for (const name of packed.names[-2 - head]) record[name] = unpacked();
  return record;
}
const data = unpacked();
const CHUNK = 40;   // rows that are drawn at one time: more than a screen has
const FIRST = 8;    // rows of a list on the overview
const QUESTIONS = 15;

// ---- small tools
function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === false || value === undefined || value === '') continue;
    if (key === 'onclick') node.addEventListener('click', value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== '') node.append(child);
  }
  return node;
}
const svg = (name, attributes, ...children) => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};
const fold = text => (/^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
const once = make => { let made; return () => made === undefined ? made = make() : made; };
const label = word => data.labels[word] || String(word).replaceAll('-', ' ');
const plural = (count, one) => count === 1 ? `1 ${one}` :
  one.endsWith('y') ? `${count} ${one.slice(0, -1)}ies` : `${count} ${one}s`;
// "decision" -> "Decisions", as a heading
const many = one => plural(2, one).slice(2, 3).toUpperCase() + plural(2, one).slice(3);
const shown = value => Array.isArray(value) ? value.join(', ') : String(value);
const auto = (name, ...children) => el(name, { dir: 'auto' }, ...children);
const link = (hash, text, attributes) => el('a', { href: '#' + hash, ...attributes }, text);
const documentLink = index => link('/document/' + index, data.documents[index].label, { dir: 'auto' });

// ---- records: the contract with what searching and linking need
const documents = data.documents;
documents.forEach((item, index) => {
  item.index = index;
  item.facts = [];
  item.findings = [];
});
data.facts.forEach(fact => documents[fact.document] && documents[fact.document].facts.push(fact));
data.findings.forEach(item => documents[item.document] && documents[item.document].findings.push(item));
const byType = once(() => {
  const types = new Map();
  for (const fact of data.facts) {
    if (!types.has(fact.type)) types.set(fact.type, []);
    types.get(fact.type).push(fact);
  }
  return types;
});
const ofType = type => byType().get(type) || [];

// What is searched of a record, made while nobody waits or else when it is first looked for.
const texts = new Map();
function textOf(item) {
  if (!texts.has(item)) {
    const parts = item.fields ? [item.type, ...Object.values(item.fields).map(shown), item.quote]
      : item.rule ? [item.rule, item.severity, item.message, item.quote]
      : [item.label, item.path, item.title, item.kind_label, item.source];
    texts.set(item, fold(parts.filter(Boolean).join('\n')));
  }
  return texts.get(item);
}
function prepareTexts(items) {
  let next = 0;
  const some = idle => {
    while (next < items.length && idle.timeRemaining() > 1) textOf(items[next++]);
    if (next < items.length) requestIdleCallback(some);
  };
  if (globalThis.requestIdleCallback) requestIdleCallback(some);
}

// ---- state: all of it stands in the address, so that every view can be linked and gone back to
function state() {
  const [path, query] = location.hash.replace(/^#/, '').split('?');
  const [, view, item] = path.split('/');
  return { view: view || 'overview', item, filter: new URLSearchParams(query || '') };
}
function go(changes) {
  const { view, item, filter } = state();
  for (const [key, value] of Object.entries(changes)) {
    if (value) filter.set(key, value); else filter.delete(key);
  }
  const path = '/' + [view, item].filter(Boolean).join('/');
  history.replaceState(null, '', '#' + path + (filter.size ? '?' + filter : ''));
  draw();
}
function matcher(filter) {
  const words = fold(filter.get('q') || '').split(/\s+/).filter(Boolean);
  return words.length ? item => words.every(word => textOf(item).includes(word)) : () => true;
}

// ---- evidence
function evidence(item) {
  const owner = documents[item.document];
  const dialog = document.getElementById('evidence');
  const words = el('p', { class: 'sentence', dir: 'auto' }, item.before || '', el('mark', {}, item.quote || ''),
    item.after || '');
  const why = item.confidence !== undefined && item.confidence < 100
    ? el('p', { class: 'faint' }, `Confidence ${item.confidence} of 100: ${item.reason}`) : null;
  const close = el('button', { type: 'button', onclick: () => dialog.close() }, 'Close');
  const open = link('/document/' + item.document, 'Open ' + owner.label);
  open.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(
    el('h2', { id: 'evidence-title' }, item.message || label(item.type)),
    el('p', { class: 'faint' }, auto('bdi', owner.path), item.where ? ', ' + item.where : ''),
    item.quote ? words : el('p', { class: 'faint' }, 'The document as a whole.'), why,
    item.rule ? el('p', { class: 'rule faint' }, item.rule) : fieldList(item.fields),
    el('p', { class: 'buttons' }, open, close));
  dialog.showModal();
}
function fieldList(fields) {
  const rows = Object.entries(fields).map(([name, value]) =>
    [el('dt', {}, name.replaceAll('_', ' ')), auto('dd', shown(value))]);
  return el('dl', {}, rows);
}
const words = (item, where = item.where) => el('button', { type: 'button', class: 'words row', dir: 'auto',
  onclick: () => evidence(item), title: 'Show the words' }, where || 'words');
const wordsAnywhere = item => words(item, [documents[item.document].label, item.where].filter(Boolean).join(', '));

// ---- lists that grow: so many at first, more when somebody asks or comes near, all on paper
const growers = new Map();  // the button of each list on the page -> what draws more of it
const nearEnd = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) if (isIntersecting) growers.get(target)();
}, { rootMargin: '1000px' });
function growing(first, items, drawn, box = el('div', {}), follows = true) {
  const more = el('button', { type: 'button', class: 'more', onclick: () => grow() }, '');
  let shownSoFar = 0;
  function grow(count = follows ? first : CHUNK) {
    const next = items.slice(shownSoFar, shownSoFar + count);
    box.append(...next.map(drawn));
    shownSoFar += next.length;
    more.hidden = shownSoFar >= items.length;
    more.textContent = `Show more (${items.length - shownSoFar} left)`;
    nearEnd.unobserve(more);  // and anew, since only a change of what is near is told
    if (follows && !more.hidden) nearEnd.observe(more);
  }
  grow(first);
  growers.set(more, grow);
  return [box, more];
}
addEventListener('beforeprint', () => {
  for (const grow of growers.values()) grow(Infinity);  // lists within lists join while it goes on
});
// Columns of days, and of a word or two of the program's own.
const CLASSES = { Date: 'date', By: 'date', From: 'date', Status: 'short', Stance: 'short', Severity: 'short', Decision: 'short', Type: 'short', Kind: 'short' };
function table(caption, columns, items, cells, first = CHUNK) {
  const count = el('p', { class: 'count', role: 'status' }, items.length ? plural(items.length, caption) : `No ${caption} found.`);
  if (!items.length) return el('div', {}, count);
  const row = item => el('tr', {}, cells(item).map((cell, i) =>
    el('td', { 'data-label': columns[i], class: CLASSES[columns[i]], dir: 'auto' }, cell)));
  const [body, more] = growing(first, items, row, el('tbody', {}), first === CHUNK);
  return el('div', { class: 'list' }, count,
    el('table', {}, el('thead', {}, el('tr', {}, columns.map(name => el('th', { scope: 'col' }, name)))), body), more);
}
const badge = (word, text) => el('span', { class: 'badge ' + word }, text || label(word));

// ---- what a fact says, in a line
const SAID = {
  'agenda-item': f => [[f.number, f.title].filter(Boolean).join('  ')],
  decision: f => [badge('', label(f.verb)), ' ', f.subject],
  position: f => [f.party, ': ', badge(f.stance), f.earlier ? ` (before: ${label(f.earlier)})` : '', f.question ? ' on ' + f.question : ''],
  action: f => [f.owner ? f.owner + ': ' : '', f.what, f.due ? ', by ' + f.due : ''],
  deadline: f => [f.date || f.when, '  ', f.what],
  appointment: f => [f.person, f.office ? ', ' + f.office : '', f.body ? ', ' + f.body : ''],
  meeting: f => [f.title || f.body, f.from ? ', ' + f.from : '', f.place ? ', ' + f.place : ''],
  liaison: f => [f.direction ? badge('', label(f.direction)) : '', ' ', f.identifier || '', ' ', f.title || ''],
  'work-item': f => [f.reference, '  ', f.title],
  vote: f => [f.question, ': ', f.result],
  reference: f => [f.identifier, '  ', f.title || ''],
  'roadmap-entry': f => [f.number || '', '  ', f.title || '', f.status ? ': ' + label(f.status) : ''],
  term: f => [f.term, ': ', f.meaning],
};
const say = fact => {
  const fields = new Proxy(fact.fields, { get: (target, name) => target[name] === undefined ? '' : target[name] });
  const parts = (SAID[fact.type] || (() => [fact.type]))(fields).filter(Boolean);
  return el('span', {}, parts.map(part => typeof part === 'string' ? el('bdi', {}, part) : part));
};

// ---- filters
function select(name, text, values, current, labels) {
  const control = el('select', { id: 'filter-' + name }, el('option', { value: '' }, 'all'),
    values.map(value => el('option', { value, selected: value === current }, labels ? labels(value) : label(value))));
  control.addEventListener('change', () => go({ [name]: control.value }));
  return el('label', { class: 'filter' }, text, control);
}
const inOrder = new Intl.Collator('en', { numeric: true }).compare;
const distinct = values => [...new Set(values.filter(Boolean))].sort(inOrder);

// The documents and facts that stand under the agenda items of one name.
function agendaItem(name) {
  const items = data.agenda.filter(item => item.name === name);
  if (!name) return () => true;
  const listed = new Set(items.flatMap(item => item.documents));
  const decided = new Set(items.flatMap(item => item.decisions).map(index => data.facts[index]));
  return record => decided.has(record) || listed.has(record.path === undefined ? record.document : record.index);
}
const agendaNames = once(() => distinct(data.agenda.map(item => item.name)));
const agendaFilter = filter => agendaNames().length
  ? select('agenda', 'Agenda item', agendaNames(), filter.get('agenda'), name => name) : null;
const reset = filter => [...filter.keys()].some(key => key !== 'q')
  ? el('button', { type: 'button', onclick: () => go(Object.fromEntries([...filter.keys()].map(key => [key, '']))) }, 'Clear filters') : null;

// What the filters offer.
const OFFERED = {
  kinds: once(() => distinct(documents.map(item => item.kind_label))),
  sources: once(() => distinct(documents.map(item => item.source))),
  outcomes: once(() => distinct(documents.map(item => item.outcome))),
  types: once(() => distinct(data.facts.map(fact => fact.type))),
  stances: once(() => distinct(ofType('position').map(fact => fact.fields.stance))),
  rules: once(() => distinct(data.findings.map(item => item.rule))),
  bodies: once(() => distinct(data.roadmap.map(item => item.fields.body))),
  statuses: once(() => distinct(data.roadmap.map(item => item.fields.status))),
  deliverables: once(() => distinct(data.roadmap.map(item => item.fields.type))),
  categories: once(() => distinct(data.roadmap.map(item => item.fields.category))),
};

// ---- views
const VIEWS = {
  overview(filter) {
    const totals = Object.entries(data.totals).map(([one, [count, hash]]) =>
      el('li', {}, link(hash, plural(count, one), { class: 'row' })));
    const picked = list => data.summary[list].map(index => data.facts[index]).filter(matcher(filter));
    const list = (heading, hash, caption, columns, facts, cells) => facts.length
      ? [el('h2', {}, hash ? link(hash, heading) : heading), table(caption, columns, facts, cells, FIRST)] : null;
    const divided = columnsOf(ofType('position').filter(matcher(filter))).map(column => [division(column), column])
      .filter(([size]) => size > 0).sort((a, b) => b[0] - a[0]).slice(0, 5);
    const unread = documents.filter(item => item.outcome !== 'read').filter(matcher(filter));
    const action = fact => fact.fields.owner ? fact.fields.owner + ': ' : '';
    return [
      data.summary.names ? auto('p', el('strong', {}, data.summary.names)) : null,
      auto('p', data.read_text), el('ul', { class: 'totals' }, totals),
      divided.length ? [el('h2', {}, link('/positions', 'Divided on')), divided.map(([, column]) =>
        el('section', {}, el('p', { dir: 'auto' }, column.question || 'Question not stated', ' ',
          documentLink(column.document)), tallyBar(column)))] : null,
      list('Decisions', '/facts?type=decision', 'decision', ['Decision', 'On', 'Document', 'Words'], picked('decisions'),
        fact => [badge('', label(fact.fields.verb)), fact.fields.subject, documentLink(fact.document), words(fact)]),
      list('Open actions', '/facts?type=action', 'action', ['By', 'What', 'Document', 'Words'], picked('open_actions'),
        fact => [fact.fields.due, action(fact) + fact.fields.what, documentLink(fact.document), words(fact)]),
      list('Deadlines ahead', '/facts?type=deadline', 'deadline', ['Date', 'What', 'Who', 'Document', 'Words'], picked('deadlines_ahead'),
        fact => [fact.fields.date || fact.fields.when, fact.fields.what, fact.fields.whom, documentLink(fact.document), words(fact)]),
      list('Liaison statements to answer', '/facts?type=liaison', 'liaison statement', ['By', 'Statement', 'Sender', 'Document', 'Words'], picked('unanswered'),
        fact => [fact.fields.deadline, [fact.fields.identifier, fact.fields.title].filter(Boolean).join(' '), fact.fields.from, documentLink(fact.document), words(fact)]),
      list('Meetings now and ahead', '/facts?type=meeting', 'meeting', ['From', 'Meeting', 'Place', 'Document', 'Words'], picked('meetings_ahead'),
        fact => [fact.fields.from, fact.fields.title || fact.fields.body, fact.fields.place, documentLink(fact.document), words(fact)]),
      unread.length ? [el('h2', {}, 'Not read, or read with losses'), table('file', ['File', 'Outcome', 'Why'], unread,
        item => [item.path, badge(item.outcome), item.error])] : null,
    ];
  },
  documents(filter) {
    const inAgenda = agendaItem(filter.get('agenda'));
    const items = documents.filter(matcher(filter)).filter(inAgenda)
      .filter(item => !filter.get('kind') || item.kind_label === filter.get('kind'))
      .filter(item => !filter.get('source') || item.source === filter.get('source'))
      .filter(item => !filter.get('outcome') || item.outcome === filter.get('outcome'));
    return [
      el('div', { class: 'filters' },
        select('kind', 'Kind', OFFERED.kinds(), filter.get('kind'), value => value),
        select('source', 'Source', OFFERED.sources(), filter.get('source'), value => value),
        agendaFilter(filter),
        select('outcome', 'Outcome', OFFERED.outcomes(), filter.get('outcome')), reset(filter)),
      table('document', ['Document', 'Kind', 'Date', 'Title', 'Facts', 'Findings'], items, item =>
        [link('/document/' + item.index, item.label, { class: 'row' }), item.kind_label, item.date, item.title,
          String(item.facts.length), String(item.findings.length)]),
    ];
  },
  facts(filter) {
    const inAgenda = agendaItem(filter.get('agenda'));
    const items = data.facts.filter(matcher(filter)).filter(inAgenda)
      .filter(fact => !filter.get('type') || fact.type === filter.get('type'))
      .filter(fact => !filter.get('stance') || fact.fields.stance === filter.get('stance'))
      .filter(fact => !filter.get('kind') || documents[fact.document].kind_label === filter.get('kind'));
    return [
      el('div', { class: 'filters' },
        select('type', 'Type', OFFERED.types(), filter.get('type')),
        select('stance', 'Stance', OFFERED.stances(), filter.get('stance')),
        agendaFilter(filter),
        select('kind', 'Kind of document', OFFERED.kinds(), filter.get('kind'), value => value),
        reset(filter)),
      table('fact', ['Type', 'What', 'Document', 'Words'], items, fact =>
        [label(fact.type), say(fact), documentLink(fact.document), words(fact)]),
    ];
  },
  findings(filter) {
    const items = data.findings.filter(matcher(filter))
      .filter(item => !filter.get('severity') || item.severity === filter.get('severity'))
      .filter(item => !filter.get('rule') || item.rule === filter.get('rule'));
    return [
      el('div', { class: 'filters' },
        select('severity', 'Severity', ['error', 'warning', 'info'], filter.get('severity')),
        select('rule', 'Rule', OFFERED.rules(), filter.get('rule'), value => value), reset(filter)),
      table('finding', ['Severity', 'What', 'Rule', 'Document', 'Words'], items, item =>
        [badge(item.severity), item.message, el('span', { class: 'rule' }, item.rule), documentLink(item.document), words(item)]),
    ];
  },
  positions(filter) {
    const found = ofType('position').filter(matcher(filter))
      .filter(fact => !filter.get('stance') || fact.fields.stance === filter.get('stance'));
    const columns = columnsOf(found);
    return [
      el('div', { class: 'filters' },
        select('stance', 'Stance', OFFERED.stances(), filter.get('stance')), reset(filter)),
      matrix(columns), questions(columns),
    ];
  },
  roadmap(filter) {
    const items = data.roadmap.filter(matcher(filter))
      .filter(item => !filter.get('status') || item.fields.status === filter.get('status'))
      .filter(item => !filter.get('body') || item.fields.body === filter.get('body'))
      .filter(item => !filter.get('kind') || item.fields.type === filter.get('kind'))
      .filter(item => !filter.get('category') || item.fields.category === filter.get('category'));
    return [
      el('div', { class: 'filters' },
        select('body', 'Body', OFFERED.bodies(), filter.get('body'), value => value),
        select('kind', 'Type', OFFERED.deliverables(), filter.get('kind'), value => value),
        OFFERED.categories().length ? select('category', 'Category', OFFERED.categories(), filter.get('category'), value => value) : null,
        select('status', 'Status', OFFERED.statuses(), filter.get('status')), reset(filter)),
      stages(items), timeline(items),
      table('deliverable', ['Body', 'Group', 'Number', 'Title', 'Type', 'Status', 'Date', 'Stated in'], items, item =>
        [item.fields.body, item.fields.group, item.fields.number, item.fields.title, item.fields.type,
          el('span', {}, item.fields.status ? label(item.fields.status) : '',
            item.conflicts.length ? el('span', { class: 'warning' }, ' (sources differ: ' + item.conflicts.join('; ') + ')') : ''),
          item.fields.date, el('span', { class: 'sources' }, item.sources.map(index => wordsAnywhere(data.facts[index])))]),
    ];
  },
  document(filter, index) {
    const item = documents[Number(index)];
    if (!item) return [el('p', {}, 'There is no such document.')];
    const types = Object.keys(SAID).map(type => {
      const facts = item.facts.filter(fact => fact.type === type).filter(matcher(filter));
      return facts.length ? [el('h3', {}, many(label(type))), table(label(type), ['What', 'Words'], facts, fact => [say(fact), words(fact)])] : null;
    });
    const findings = item.findings.filter(matcher(filter));
    const neighbours = el('p', { class: 'neighbours' },
      index > 0 ? link('/document/' + (Number(index) - 1), '← ' + documents[index - 1].label, { rel: 'prev' }) : '',
      Number(index) + 1 < documents.length ? link('/document/' + (Number(index) + 1), documents[Number(index) + 1].label + ' →', { rel: 'next' }) : '');
    return [
      neighbours, auto('h2', item.label), item.title ? el('p', { dir: 'auto' }, el('strong', {}, item.title)) : null,
      el('p', { class: 'faint' }, [item.kind_label, item.date].filter(Boolean).join(', ') + '. File: ', auto('bdi', item.path)),
      item.error ? el('p', {}, badge(item.outcome), ' ', item.error) : null,
      item.cover.length ? el('dl', {}, item.cover.map(([name, value]) => [el('dt', {}, name), auto('dd', value)])) : null,
      types,
      findings.length ? [el('h3', {}, 'Findings'), table('finding', ['Severity', 'What', 'In context', 'Words'], findings, finding =>
        [badge(finding.severity), finding.message, finding.quote
          ? el('span', {}, el('span', { class: 'context' }, finding.before || ''), el('mark', {}, finding.quote), el('span', { class: 'context' }, finding.after || '')) : '',
        words(finding)])] : null,
    ];
  },
};

// Positions by document and question, as a table or the running text has them.
function columnsOf(positions) {
  const columns = new Map();
  for (const fact of positions) {
    const { question, table: number } = fact.fields;
    const key = [fact.document, number, question].join('\n');
    if (!columns.has(key)) columns.set(key, { document: fact.document, question, number, facts: [] });
    columns.get(key).facts.push(fact);
  }
  return [...columns.values()];
}

// How many stand on the smaller of two sides.
function division(column) {
  const count = stances => column.facts.filter(fact => stances.includes(fact.fields.stance)).length;
  return Math.min(count(['support', 'conditional']), count(['object']));
}

// Shares of a whole as parts of a bar, each with its number and name.
// How a whole is divided, as a strip and in words.
function bar(parts) {
  return el('div', { class: 'bar' }, el('div', { class: 'strip', 'aria-hidden': 'true' }, parts.map(([word, n]) => el('span', { class: 'fill-' + word, style: `flex-grow:${n}` }))),
    el('div', { class: 'names' }, parts.map(([word, n, name]) => el('span', { class: 'fill-' + word }, `${n} ${name}`))));
}

function tallyBar(column) {
  const tally = {};
  for (const fact of column.facts) tally[fact.fields.stance] = (tally[fact.fields.stance] || 0) + 1;
  return bar(Object.entries(tally).sort((a, b) => b[1] - a[1]).map(([stance, n]) => [stance, n, label(stance)]));
}

// Party by question, when there is more than one question. Each stance opens its words.
const MATRIX_COLUMNS = 30;
function matrix(columns) {
  if (columns.length < 2) return null;
  const parties = distinct(columns.flatMap(column => column.facts.map(fact => fact.fields.party)));
  const head = columns.slice(0, MATRIX_COLUMNS).map(column =>
    el('th', { scope: 'col', dir: 'auto' }, column.question || 'Question not stated',
      el('br', {}), documentLink(column.document)));
  const cell = fact => el('button', { type: 'button', class: 'cell badge ' + fact.fields.stance, onclick: () => evidence(fact),
    title: 'Show the words' }, label(fact.fields.stance) + (fact.fields.earlier ? ' (changed)' : ''));
  const rows = parties.map(party => el('tr', {}, el('th', { scope: 'row', dir: 'auto' }, party),
    columns.slice(0, MATRIX_COLUMNS).map(column => el('td', {},
      column.facts.filter(fact => fact.fields.party === party).map(cell)))));
  return el('div', { class: 'matrix', tabindex: '0', role: 'region', 'aria-label': 'Positions by party and question' },
    el('table', {}, el('thead', {}, el('tr', {}, el('td', {}), head)), el('tbody', {}, rows)),
    columns.length > MATRIX_COLUMNS ? el('p', { class: 'faint' }, `${columns.length - MATRIX_COLUMNS} more questions below`) : null);
}

function questions(columns) {
  if (!columns.length) return el('p', { class: 'count', role: 'status' }, 'No position found.');
  return growing(QUESTIONS, columns, column => el('section', { class: 'question' },
    auto('h2', column.question || 'Question not stated'),
    el('p', { class: 'faint' }, documentLink(column.document), column.number ? '' : ', running text'), tallyBar(column),
    table('position', ['Party', 'Stance', 'As written', 'Comment', 'Words'], column.facts, fact =>
      [fact.fields.party + (fact.fields.office ? ` (${fact.fields.office})` : ''),
        el('span', {}, badge(fact.fields.stance), fact.fields.earlier ? el('span', { class: 'faint' }, ` changed from ${label(fact.fields.earlier)}`) : ''),
        fact.fields.as_written || '', fact.fields.comment || '', words(fact)])));
}

// How far the texts of each body are.
const STAGES = ['planned', 'at work', 'in approval', 'done', 'ended', ''];
const stageClass = item => 'stage-' + (STAGES.indexOf(item.stage) + 1 || STAGES.length);
const bodyOf = item => item.fields.body || 'body not stated';
function stages(items) {
  if (items.length < 2) return null;
  return el('div', { class: 'stages' }, distinct(items.map(bodyOf)).map(body => {
    const own = items.filter(item => bodyOf(item) === body);
    const parts = STAGES.map(stage => own.filter(item => item.stage === stage)).filter(group => group.length);
    return el('div', {}, auto('span', body), bar(parts.map(group =>
      [stageClass(group[0]), group.length, group[0].stage || 'not stated'])));
  }));
}

// One mark a deliverable with a year, by body; while they are few, each with its number. The table
// below says the same in words.
const NAMED = 45;
function timeline(items) {
  const dated = items.filter(item => /^\d{4}/.test(item.fields.date || ''));
  if (dated.length < 2) return null;
  // A year alone, or with what is no month, stands in its middle.
  const at = date => Number(date.slice(0, 4)) + ((Number(date.slice(5, 7)) || 7) - 1) / 12 + (Number(date.slice(8, 10)) || 15) / 365;
  const years = dated.map(item => at(item.fields.date));
  const first = Math.floor(Math.min(...years));
  const last = Math.ceil(Math.max(...years) + 0.01);
  const named = dated.length <= NAMED;
  const [width, left, row] = [900, 130, named ? 16 : 30];
  const x = year => left + (year - first) / (last - first) * (width - left - 20);
  const marks = [];
  let y = 24;
  for (const body of distinct(dated.map(bodyOf))) {
    marks.push(svg('text', { x: 0, y: y + 12 }, body));
    const own = dated.filter(item => bodyOf(item) === body).sort((a, b) => a.fields.date.localeCompare(b.fields.date));
    for (const item of own) {
      const mark = svg('circle', { cx: x(at(item.fields.date)), cy: y + 8, r: 5, class: 'mark ' + stageClass(item) });
      mark.append(svg('title', {}, [item.fields.number, item.fields.title, item.fields.date, label(item.fields.status || '')].filter(Boolean).join(', ')));
      marks.push(mark);
      if (!named) continue;
      const right = x(at(item.fields.date)) < width * 0.75;
      marks.push(svg('text', { x: x(at(item.fields.date)) + (right ? 9 : -9), y: y + 12, class: 'name', 'text-anchor': right ? 'start' : 'end' },
        item.fields.number || item.fields.title));
      y += row;
    }
    y += named ? 8 : row;
  }
  const step = Math.max(1, Math.ceil((last - first) / 10));
  for (let year = first; year <= last; year += step) {
    marks.unshift(svg('line', { x1: x(year), x2: x(year), y1: 20, y2: y, class: 'grid' }),
      svg('text', { x: x(year), y: 14, 'text-anchor': 'middle' }, String(year)));
  }
  return el('div', { class: 'timeline', tabindex: '0', role: 'region', 'aria-label': 'Timeline' },
    svg('svg', { viewBox: `0 0 ${width} ${y + 4}`, role: 'img',
      'aria-label': `Timeline of ${plural(dated.length, 'deliverable')} from ${first} to ${last}` }, ...marks));
}

// ---- drawing
const search = document.getElementById('search');
let drawn = '';  // the name of the view
function draw() {
  const { view, item, filter } = state();
  const focused = document.activeElement && document.activeElement.id;
  const name = VIEWS[view] ? view : 'overview';
  nearEnd.disconnect();
  growers.clear();
  document.getElementById('view').replaceChildren(...VIEWS[name](filter, item).flat(4).filter(Boolean));
  if (search.value !== (filter.get('q') || '')) search.value = filter.get('q') || '';
  for (const tab of document.querySelectorAll('nav a')) {
    const is = tab.hash.split('?')[0] === '#/' + name;
    if (is) tab.setAttribute('aria-current', 'page'); else tab.removeAttribute('aria-current');
    tab.hash = tab.hash.split('?')[0] + (filter.get('q') ? '?' + new URLSearchParams({ q: filter.get('q') }) : '');
    if (is && name !== drawn) requestAnimationFrame(() => tab.scrollIntoView({ inline: 'center', block: 'nearest' }));
  }
  drawn = name;
  if (focused && focused.startsWith('filter-')) document.getElementById(focused)?.focus();
}
// Letters that come faster than the page is drawn are drawn together.
let waiting = 0;
search.addEventListener('input', () => {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    if (search.value && state().view === 'overview') history.replaceState(null, '', '#/facts');
    go({ q: search.value });
  });
});
addEventListener('hashchange', () => { draw(); scrollTo(0, 0); });

// ---- keys: / searches, j and k go through the rows, Enter opens, Escape closes or clears
addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key === 'Escape' && document.activeElement === search) {
    search.value = '';
    go({ q: '' });
    search.blur();
  }
  if (typing || document.getElementById('evidence').open) return;
  if (event.key === '/') {
    event.preventDefault();
    search.focus();
  }
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const rows = [...document.querySelectorAll('#view .row')];
  const next = rows[Math.min(Math.max(rows.indexOf(document.activeElement) + step, 0), rows.length - 1)];
  if (next && (rows.includes(document.activeElement) || /^[jk]$/.test(event.key))) {
    event.preventDefault();
    next.focus();
  }
});
draw();
prepareTexts([...data.facts, ...data.findings, ...documents]);

// Drives an index.html in Chromium as a reader does, and fails at the first thing that is not as it
// should be: search, filter, evidence, keys, console errors, requests to anywhere, accessibility.
//
// The digest and the roadmap beside it are opened as well. It prints how long opening, searching and
// filtering take, which says most of a page of many documents (docs/performance.md, "Emitting").
//
//   node drive.mjs INDEX.HTML [FOLDER]     FOLDER gets screenshots: light, dark, and of a phone
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const [page_file, folder] = process.argv.slice(2);
const browser_file = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!browser_file) {
  console.log('skipped: chromium is not installed');
  process.exit(0);
}
const VIEWS = ['overview', 'documents', 'facts', 'findings', 'positions', 'roadmap', 'document/0'];
const SLOW = 1000;  // ms of the processor that a reader would notice
const MOST_JUDGED = 2 ** 21;  // bytes of a page whose accessibility is judged
const faults = [];
const check = (what, fine) => { if (!fine) faults.push(what); };

const browser = await chromium.launch({ executablePath: browser_file, args: ['--no-sandbox'] });
// Milliseconds of the processor that the page has used so far: on scripts, and on all.
async function meter(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const ms = name => metrics.find(metric => metric.name === name).value * 1000;
    return { script: ms('ScriptDuration'), processor: ms('TaskDuration') };
  };
}
async function opened(options, file = page_file) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('console', message => check('console: ' + message.text(), message.type() !== 'error'));
  page.on('pageerror', error => faults.push('error: ' + error.message));
  page.on('request', request => check('request: ' + request.url(), /^(file|data):/.test(request.url())));
  const used = await meter(page);
  await page.goto(pathToFileURL(file).href);
  if (file === page_file) await page.waitForSelector('#view > *');
  const frame = await page.evaluate(() => performance.getEntriesByType('navigation')[0].domComplete);
  return { page, context, took: { ...await used(), frame } };
}
// How long what is done takes, by the processor and until what it drew is on the screen: the least of
// some rounds, each with a word of its own, since what else the machine does only ever adds.
async function timed(page, rounds, act) {
  const used = await meter(page);
  const took = [];
  for (const word of rounds) {
    const before = await used();
    const frame = await page.evaluate(async ([source, word]) => {
      const begin = performance.now();
      (0, eval)(`(${source})`)(word);
      // The page may draw in the next frame; when the one after it begins, that one is done.
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.now() - begin;
    }, [act.toString(), word]);
    const after = await used();
    took.push({ script: after.script - before.script, processor: after.processor - before.processor, frame });
  }
  const least = part => Math.min(...took.map(one => one[part]));
  return { script: least('script'), processor: least('processor'), frame: least('frame') };
}
async function accessible(page, view) {
  await page.addScriptTag({ path: axe }).catch(() => {});
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  for (const violation of found.violations) {
    faults.push(`${view}: ${violation.id}: ${violation.help} (${violation.nodes[0].html.slice(0, 120)})`);
  }
}

const { page, took } = await opened({ bypassCSP: true, viewport: { width: 1200, height: 900 } });
const times = { open: took };

await page.keyboard.press('/');
check('/ does not reach the search', await page.evaluate(() => document.activeElement.id === 'search'));
await page.keyboard.type('no-such-word-anywhere');
check('a search for nothing finds something', /No .* found/.test(await page.textContent('#view')));
await page.keyboard.press('Escape');
check('Escape does not clear the search', await page.inputValue('#search') === '');

await page.evaluate(() => { location.hash = '#/facts'; });
await page.waitForSelector('#view tbody tr');
const all = await page.textContent('#view .count');
times.search = await timed(page, ['t', 'th', 'the'], word => {
  const search = document.getElementById('search');
  search.value = word;
  search.dispatchEvent(new Event('input'));
});
check('a search does not narrow the facts', await page.textContent('#view .count') !== all);
await page.evaluate(() => { location.hash = '#/facts'; });
times.filter = await timed(page, ['position', '', 'decision'], word => {
  const filter = document.getElementById('filter-type');
  filter.value = word;
  filter.dispatchEvent(new Event('change'));
});
check('a filter does not stand in the address', (await page.evaluate(() => location.hash)).includes('type=decision'));

await page.keyboard.press('j');
await page.keyboard.press('Enter');
check('Enter does not open the evidence', await page.evaluate(() => document.getElementById('evidence').open));
check('the evidence shows no words', (await page.textContent('#evidence mark')).length > 0);
await accessible(page, 'evidence');
await page.keyboard.press('Escape');
check('Escape does not close the evidence', await page.evaluate(() => !document.getElementById('evidence').open));

for (const view of VIEWS) {
  await page.evaluate(address => { location.hash = '#/' + address; }, view);
  await page.waitForTimeout(60);
  check(`${view} is empty`, (await page.textContent('#view')).trim().length > 0);
  await accessible(page, view);
}
for (const [what, { processor }] of Object.entries(times)) check(`${what} takes ${Math.round(processor)} ms`, processor < SLOW);

// The screen shows more rows when somebody comes near; on paper stand all of them.
await page.evaluate(() => { location.hash = '#/facts?type=decision'; });
await page.waitForTimeout(60);
const [counted, printed] = await page.evaluate(() => {
  dispatchEvent(new Event('beforeprint'));
  return [parseInt(document.querySelector('#view .count').textContent, 10), document.querySelectorAll('#view tbody tr').length];
});
check(`${printed} rows are printed of ${counted}`, printed === counted);

if (folder) {
  mkdirSync(folder, { recursive: true });
  const looks = { light: { colorScheme: 'light', viewport: { width: 1200, height: 900 } },
    dark: { colorScheme: 'dark', viewport: { width: 1200, height: 900 } },
    phone: { colorScheme: 'light', viewport: { width: 390, height: 844 } } };
  for (const [look, options] of Object.entries(looks)) {
    const shown = await opened({ ...options, bypassCSP: true });
    for (const view of VIEWS) {
      await shown.page.evaluate(address => { location.hash = '#/' + address; }, view);
      await shown.page.waitForTimeout(60);
      if (look === 'dark') await accessible(shown.page, 'dark ' + view);
      const wide = await shown.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(`${look} ${view} is ${wide} pixels too wide`, wide <= 0);
      await shown.page.screenshot({ path: `${folder}/${look}-${view.replace('/', '-')}.png` });
    }
    await shown.context.close();
  }
}
// The reports beside it that are pages of their own; of thousands of facts, axe would not come to an end.
const beside = ['digest.html', 'roadmap.html'].map(name => join(dirname(page_file), name)).filter(existsSync);
for (const file of beside.filter(name => statSync(name).size < MOST_JUDGED)) {
  for (const [look, options] of Object.entries({ light: { viewport: { width: 1200, height: 900 } },
    dark: { colorScheme: 'dark', viewport: { width: 390, height: 844 } } })) {
    const shown = await opened({ ...options, bypassCSP: true }, file);
    const name = `${look} ${basename(file)}`;
    await accessible(shown.page, name);
    const wide = await shown.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(`${name} is ${wide} pixels too wide`, wide <= 0);
    if (folder) await shown.page.screenshot({ path: `${folder}/${name.replace(' ', '-')}.png` });
    await shown.context.close();
  }
}
await browser.close();
for (const [what, { script, processor, frame }] of Object.entries(times)) {
  console.log(`${what} ${Math.round(frame)} ms, by the processor ${Math.round(processor)}, script ${Math.round(script)}`);
}
for (const fault of new Set(faults)) console.log('FAULT ' + fault);
process.exit(faults.length ? 1 : 0);

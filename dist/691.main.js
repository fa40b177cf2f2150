export const id = 691;
export const ids = [691];
export const modules = {

/***/ 85220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 8 modules
var github = __webpack_require__(16420);
// EXTERNAL MODULE: ./lib/github/octokit.js
var octokit = __webpack_require__(51282);
// EXTERNAL MODULE: ./lib/http/fetch.js + 4 modules
var fetch = __webpack_require__(28531);
// EXTERNAL MODULE: ./lib/report/html/html-report.js + 8 modules
var html_report = __webpack_require__(75307);
// EXTERNAL MODULE: ./lib/run/build-world.js + 35 modules
var build_world = __webpack_require__(32033);
// EXTERNAL MODULE: ./lib/run/inputs/parse-inputs.js + 9 modules
var parse_inputs = __webpack_require__(3409);
// EXTERNAL MODULE: ./lib/run/interruption.js
var run_interruption = __webpack_require__(72706);
// EXTERNAL MODULE: ./lib/run/report-files.js + 4 modules
var report_files = __webpack_require__(49241);
// EXTERNAL MODULE: ./lib/run/report-directory.js
var report_directory = __webpack_require__(82501);
// EXTERNAL MODULE: ./lib/run/run-mode.js + 67 modules
var run_mode = __webpack_require__(57744);
;// CONCATENATED MODULE: ./lib/run/secret-forms.js
/**
 * A token in the forms in which something might print it: as it is, in base64 as in headers, and
 * URL-encoded. Longest first, each once; empty where there is no token.
 */
function secretForms(token) {
    const trimmed = token.trim();
    if (trimmed === '')
        return [];
    const base64 = Buffer.from(trimmed).toString('base64');
    const forms = [token, trimmed, base64, base64.replace(/=+$/, ''), encodeURIComponent(trimmed)];
    return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

// EXTERNAL MODULE: ./lib/run/system-clock.js
var system_clock = __webpack_require__(44471);
// EXTERNAL MODULE: ./lib/run/tool-version.js
var tool_version = __webpack_require__(33653);
// EXTERNAL MODULE: ./lib/run/undo-hint.js
var undo_hint = __webpack_require__(86469);
// EXTERNAL MODULE: ./lib/run/workspace-files.js + 1 modules
var workspace_files = __webpack_require__(56042);
// EXTERNAL MODULE: ./lib/model/time.js
var time = __webpack_require__(80588);
// EXTERNAL MODULE: ./lib/report/escape-log.js
var escape_log = __webpack_require__(82564);
// EXTERNAL MODULE: ./lib/report/log-lines.js
var log_lines = __webpack_require__(64302);
// EXTERNAL MODULE: ./lib/run/progress-ticker.js + 1 modules
var progress_ticker = __webpack_require__(76617);
;// CONCATENATED MODULE: ./lib/action/action-log.js





const EVERY_MS = 10 * time/* SECOND_MS */._L;
/** Tells a run in the log of a step: a group for each package, a line of progress now and then. */
class ActionLog {
    #ticker;
    constructor(clock) {
        this.#ticker = new progress_ticker/* ProgressTicker */.Y({
            everyMs: EVERY_MS,
            say: (line) => this.note(line),
            now: () => clock.now()
        });
    }
    note(text) {
        core/* info */.pq((0,escape_log/* logLine */.B)(text));
    }
    progress(progress) {
        this.#ticker.progress(progress);
    }
    planned(entry, dryRun) {
        core/* startGroup */.Oh((0,log_lines/* packageHeaderLine */.MB)(entry, dryRun));
        for (const line of [...(0,log_lines/* warningLines */._F)(entry), ...(0,log_lines/* decisionLines */.Wp)(entry)])
            core/* info */.pq(line);
        core/* endGroup */.N4();
    }
    changed(entry, dryRun) {
        for (const line of [(0,log_lines/* packageResultLine */.cf)(entry, dryRun), ...(0,log_lines/* notDoneLines */.tS)(entry)])
            core/* info */.pq(line);
    }
    close() {
        this.#ticker.close();
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./lib/run/durable-write.js
var durable_write = __webpack_require__(56968);
// EXTERNAL MODULE: ./lib/run/environment-variable.js
var environment_variable = __webpack_require__(76761);
;// CONCATENATED MODULE: ./lib/action/actions-cache.js









/** Whatever the cache does, a run does not wait longer for it. */
const PATIENCE_MS = 20 * time/* SECOND_MS */._L;
/**
 * What is kept between runs, through the Actions cache; `null` where the runner has none. What
 * goes wrong there is a line for debugging and nothing else.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching
 */
function createActionsCache(options) {
    if (!hasCache(options.environment))
        return null;
    const file = (0,external_node_path_.join)(options.directory, 'kept.bin');
    const prefix = `package-retention-1-${options.owner.toLowerCase()}-`;
    const load = options.load ?? (() => __webpack_require__.e(/* import() */ 981).then(__webpack_require__.bind(__webpack_require__, 37981)));
    const patienceMs = options.patienceMs ?? PATIENCE_MS;
    let loaded = null;
    return {
        load: async () => {
            loaded = await attempt('restored', patienceMs, async () => {
                const cache = await load();
                // The newest entry with the prefix: each run saves one of its own.
                const hit = await cache.restoreCache([file], newKey(prefix), [prefix]);
                return hit === undefined ? null : await (0,promises_.readFile)(file);
            });
            return loaded;
        },
        save: async (bytes) => {
            if (loaded !== null && Buffer.from(loaded).equals(bytes))
                return;
            await attempt('saved', patienceMs, async () => {
                await (0,durable_write/* writeDurably */.v)(file, bytes);
                const cache = await load();
                return cache.saveCache([file], newKey(prefix));
            });
        }
    };
}
/** Without these the library would only complain. */
function hasCache(environment) {
    const service = ['ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'].some((name) => (0,environment_variable/* variable */.b)(environment, name) !== null);
    return service && (0,environment_variable/* variable */.b)(environment, 'ACTIONS_RUNTIME_TOKEN') !== null;
}
/** Entries never change, so that each needs a key of its own. */
function newKey(prefix) {
    return `${prefix}${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
}
async function attempt(what, patienceMs, work) {
    const patience = new AbortController();
    try {
        const late = (0,external_node_timers_promises_.setTimeout)(patienceMs, null, { signal: patience.signal }).then(() => {
            throw new Error(`the cache took more than ${patienceMs} ms`);
        });
        // Aborted when the work was in time: then nobody listens any more.
        late.catch(() => undefined);
        return await quietly(() => Promise.race([work(), late]));
    }
    catch (error) {
        core/* debug */.Yz((0,escape_log/* logLine */.B)(`what is kept between runs was not ${what}: ${String(error)}`));
        return null;
    }
    finally {
        patience.abort();
    }
}
/** The library's own warnings would be annotations about what nobody has to act on. */
async function quietly(work) {
    const { stdout } = process;
    const write = stdout.write.bind(stdout);
    stdout.write = new Proxy(write, {
        apply: (target, _self, args) => Reflect.apply(target, stdout, args.map(asDebugging))
    });
    try {
        return await work();
    }
    finally {
        stdout.write = write;
    }
}
function asDebugging(argument) {
    if (typeof argument !== 'string')
        return argument;
    return argument.replace(/^::(?:warning|error)\b[^:]*::/gm, '::debug::');
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/run/inputs/given-text.js
var given_text = __webpack_require__(35168);
// EXTERNAL MODULE: ./lib/run/inputs/common-config.js
var common_config = __webpack_require__(13905);
// EXTERNAL MODULE: ./lib/run/local-text.js
var local_text = __webpack_require__(44228);
// EXTERNAL MODULE: ./lib/run/given-again.js
var given_again = __webpack_require__(2285);
// EXTERNAL MODULE: ./lib/run/workflow-run.js
var workflow_run = __webpack_require__(68420);
;// CONCATENATED MODULE: ./lib/action/runner-environment.js








const PREFIX = 'INPUT_';
/**
 * The inputs as the runner gives them: in capitals with spaces as `_`, hyphens kept. What else
 * stands behind `INPUT_` is a misspelt input, which the runner passes on with a mere warning.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
 */
function runnerInputs(environment) {
    const given = Object.entries(environment).filter(([name]) => name.startsWith(PREFIX));
    return Object.fromEntries(given.map(([name, text]) => [name.slice(PREFIX.length).toLowerCase(), text]));
}
/**
 * What a workflow says about itself.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
function runnerSurroundings(environment, directory) {
    const workspace = (0,environment_variable/* variable */.b)(environment, 'GITHUB_WORKSPACE');
    const repository = (0,environment_variable/* variable */.b)(environment, 'GITHUB_REPOSITORY');
    return {
        serverUrl: (0,environment_variable/* variable */.b)(environment, 'GITHUB_SERVER_URL'),
        apiUrl: (0,environment_variable/* variable */.b)(environment, 'GITHUB_API_URL'),
        repository,
        repositoryOwner: (0,environment_variable/* variable */.b)(environment, 'GITHUB_REPOSITORY_OWNER') ?? repository?.split('/')[0] ?? null,
        reportDirectory: (0,external_node_path_.join)((0,environment_variable/* variable */.b)(environment, 'RUNNER_TEMP') ?? (0,external_node_os_.tmpdir)(), 'package-retention'),
        workspace,
        readFile: (path) => (0,local_text/* readLocalText */.TG)(path, workspace ?? directory),
        listFolder: (path) => (0,local_text/* listLocalFolder */.ec)(path, workspace ?? directory)
    };
}
/**
 * Where the report of this step lies, and what whoever undoes it has to say again: in a workflow
 * the addresses that its server does not tell, on a terminal also those that it does.
 */
function reportPlace(environment, directory) {
    const raw = runnerInputs(environment);
    const given = given_again/* ADDRESSES */.FV.flatMap((name) => {
        const text = raw[name]?.trim() ?? '';
        return text === '' ? [] : [[name, text]];
    });
    const own = (0,environment_variable/* variable */.b)(environment, 'GITHUB_API_URL');
    return {
        directory,
        uploaded: (0,common_config/* wantedReportDirectory */.HE)((0,given_text/* givenText */.xe)(raw['report-directory']), runnerSurroundings(environment, process.cwd())),
        workflow: (0,workflow_run/* workflowRun */.t)(environment),
        flags: Object.fromEntries(given.filter(([, text]) => text !== workflow_run/* USUAL_API */.M)),
        inputs: Object.fromEntries(given.filter(([name, text]) => name !== 'api-url' || text !== own))
    };
}

// EXTERNAL MODULE: ./lib/report/visible-text.js
var visible_text = __webpack_require__(45810);
// EXTERNAL MODULE: ./lib/report/wording.js
var wording = __webpack_require__(57142);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/report/journal.js + 1 modules
var report_journal = __webpack_require__(74203);
// EXTERNAL MODULE: ./lib/report/read-report.js + 2 modules
var read_report = __webpack_require__(95165);
// EXTERNAL MODULE: ./lib/run/report-paths.js
var report_paths = __webpack_require__(4078);
;// CONCATENATED MODULE: ./lib/run/recovered-report.js




/**
 * What a run that broke off has left on the disk: its report with the journal's outcomes. `null`
 * where it began to write none, or where the report there is of a run before `since`.
 */
function recoveredReport(directory, since) {
    const paths = (0,report_paths/* reportPaths */.Rs)(directory);
    const text = textOf(paths.json);
    const read = text === null ? null : (0,read_report/* readReport */.t)(text, paths.json);
    if (read?.ok !== true || Date.parse(read.report.startedAt) < since)
        return null;
    const journal = read.report.complete ? null : textOf(paths.journal);
    return journal === null ? read.report : (0,report_journal/* applyJournal */.i)(read.report, journal);
}
function textOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./lib/model/message-of.js
var message_of = __webpack_require__(50898);
;// CONCATENATED MODULE: ./lib/action/outputs.js




const COUNTS = {
    packages: 'packages',
    versions: 'versions',
    selected: 'selected',
    deleted: 'deleted',
    untagged: 'untagged',
    restored: 'restored',
    kept: 'kept',
    gone: 'gone',
    retained: 'retained',
    blocked: 'blocked',
    skipped: 'skipped',
    failed: 'failed',
    remaining: 'remaining',
    'reclaimed-bytes': 'reclaimedBytes'
};
/** The outputs of 2-action as text: counts are 0 and paths '' where there is nothing to name. */
function outputsOf(report, directory) {
    const counts = {};
    for (const [name, count] of Object.entries(COUNTS)) {
        counts[name] = String(report?.totals[count] ?? 0);
    }
    const paths = directory === null || report === null ? null : (0,report_paths/* reportPaths */.Rs)(directory);
    return {
        ...counts,
        report: existing(paths?.json),
        'report-html': existing(paths?.html),
        'report-csv': existing(paths?.csv)
    };
}
/** Sets all outputs of the step. Never throws: gives why they can't be set, else `null`. */
function setOutputs(report, directory) {
    try {
        for (const [name, text] of Object.entries(outputsOf(report, directory))) {
            core/* setOutput */.uH(name, text);
        }
        return null;
    }
    catch (error) {
        const why = (0,message_of/* messageOf */.b)(error);
        return `the outputs of this step could not be set (GITHUB_OUTPUT): ${why}`;
    }
}
function existing(path) {
    return path !== undefined && (0,external_node_fs_.existsSync)(path) ? path : '';
}

;// CONCATENATED MODULE: ./lib/report/escape-markdown.js

// Split text nodes are no mention, no reference, no mail address and no emoji to GitHub.
const NOTHING = '<!-- -->';
const LOST_SPACE = /^ | $| (?= )/g;
const MARKUP = /[&<>"'`*_{}[\]|\\~!$#@^]/g;
const SPLIT = /(&#64;|&#35;)(?=\S)|:(?=[\w+-]+:)/g;
const LINK = /:(?=\/\/)|(?<=www)\.(?=\S)/gi;
/**
 * Text for a table cell or the middle of a line of GitHub Flavored Markdown, and as well for the
 * text of an HTML element: shown as it is, on one line, and never markup, a link, a mention or
 * a reference.
 *
 * @see https://github.github.com/gfm/#entity-and-numeric-character-references
 */
function markdownText(text) {
    return (0,visible_text/* visibleText */.Q)(text)
        .replace(LOST_SPACE, visible_text/* codePointName */.R)
        .replace(MARKUP, entity)
        .replace(LINK, entity)
        .replace(SPLIT, (found) => found + NOTHING);
}
function entity(sign) {
    return `&#${sign.codePointAt(0) ?? 0};`;
}
/**
 * The same in the type of code. An HTML element and not a span of backticks: in a table cell
 * a backslash before a `|` can't be written in such a span.
 */
function markdownCode(text) {
    return `<code>${markdownText(text)}</code>`;
}
/** A block of code that its content can't end; `language` may be empty. */
function markdownFence(text, language) {
    const runs = text.match(/`+/g) ?? [];
    const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
    return `${fence}${language}\n${text}\n${fence}`;
}

// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(91116);
// EXTERNAL MODULE: ./lib/report/bytes.js
var bytes = __webpack_require__(81925);
// EXTERNAL MODULE: ./lib/report/counts-text.js
var counts_text = __webpack_require__(64718);
// EXTERNAL MODULE: ./lib/report/headline.js + 1 modules
var headline = __webpack_require__(43257);
;// CONCATENATED MODULE: ./lib/report/age-chart.js




const BAR = 40;
const LIMITS = [
    [0, 'in the future'],
    [1, 'under 1 day'],
    [7, '1 to 7 days'],
    [30, '7 to 30 days'],
    [90, '30 to 90 days'],
    [180, '90 to 180 days'],
    [365, '180 days to 1 year'],
    [730, '1 to 2 years'],
    [Infinity, 'over 2 years']
];
const PLANNED = { stays: 'would stay', goes: 'would be deleted' };
const DONE = { stays: 'still there', goes: 'deleted' };
/**
 * Versions by age (created), what stays against what goes, as bars of text; `null` where there
 * is nothing to show, and in modes that bring versions back, for which these are no words. What
 * goes is what the plan deletes in a dry run and what was deleted in a live one.
 */
function ageChart(report, now) {
    const buckets = (0,headline/* bringsBack */.Z5)(report.mode) ? [] : trimmed(fill(report, now));
    if (buckets.length === 0)
        return null;
    const most = Math.max(...buckets.map(({ stays, gone }) => stays + gone));
    const width = Math.max(...buckets.map(({ label }) => label.length));
    const words = report.dryRun ? PLANNED : DONE;
    const lines = buckets.map((bucket) => barLine(bucket, most, width, words));
    return [`${' '.repeat(width)}  █ ${words.stays}  ░ ${words.goes}`, ...lines].join('\n');
}
function fill(report, now) {
    const counts = LIMITS.map(([, label]) => ({ label, stays: 0, gone: 0 }));
    for (const { versions } of report.packages) {
        for (const row of versions) {
            if ((0,counts_text/* isGoneAlready */.Kh)(row))
                continue;
            const bucket = counts[bucketOf(row, now)];
            if (bucket === undefined)
                continue;
            if (goes(row, report.dryRun))
                bucket.gone += 1;
            else
                bucket.stays += 1;
        }
    }
    return counts;
}
// Not a number for a version without a date, which is below no limit.
function bucketOf({ createdAt }, now) {
    const days = (now - Date.parse(createdAt ?? '')) / time/* DAY_MS */.sO;
    return LIMITS.findIndex(([below]) => days < below);
}
function goes({ decision, outcome }, dryRun) {
    return dryRun ? decision === 'delete' : outcome === 'deleted' || outcome === 'gone';
}
function trimmed(buckets) {
    const isFull = ({ stays, gone }) => stays + gone > 0;
    const first = buckets.findIndex(isFull);
    return first < 0 ? [] : buckets.slice(first, buckets.findLastIndex(isFull) + 1);
}
function barLine({ label, stays, gone }, most, width, words) {
    const bar = '█'.repeat(barLength(stays, most)) + '░'.repeat(barLength(gone, most));
    const counts = [
        ...(stays > 0 ? [`${(0,bytes/* formatCount */.B4)(stays)} ${words.stays}`] : []),
        ...(gone > 0 ? [`${(0,bytes/* formatCount */.B4)(gone)} ${words.goes}`] : [])
    ].join(', ');
    return `${label.padStart(width)}  ${bar}${bar === '' ? '' : ' '}${counts}`.trimEnd();
}
// What is there at all is seen.
function barLength(count, most) {
    return count === 0 ? 0 : Math.max(1, Math.round((count / most) * BAR));
}

// EXTERNAL MODULE: ./lib/report/decision-groups.js
var decision_groups = __webpack_require__(37967);
// EXTERNAL MODULE: ./lib/report/findings.js
var findings = __webpack_require__(37470);
// EXTERNAL MODULE: ./lib/report/labels.js
var report_labels = __webpack_require__(67419);
// EXTERNAL MODULE: ./lib/report/package-columns.js
var package_columns = __webpack_require__(7280);
// EXTERNAL MODULE: ./lib/report/package-order.js
var package_order = __webpack_require__(46343);
// EXTERNAL MODULE: ./lib/report/planned-changes.js
var planned_changes = __webpack_require__(90132);
// EXTERNAL MODULE: ./lib/report/run-name.js
var run_name = __webpack_require__(99459);
;// CONCATENATED MODULE: ./lib/report/summary-sections.js

const OMITTED_BYTES = 200;
/**
 * The sections in their order, cut so that all of it takes at most `limitBytes` of UTF-8: by rank
 * each gets its header, its footer and as many of its items as still fit, or is left out.
 */
function fitSections(sections, limitBytes) {
    const texts = new Map();
    let left = limitBytes;
    for (const section of sections.toSorted((a, b) => a.rank - b.rank)) {
        const text = fitSection(section, left);
        if (text === null)
            continue;
        texts.set(section, text);
        left -= (0,bytes/* utf8Length */.wI)(text);
    }
    return sections.map((section) => texts.get(section) ?? '').join('');
}
function fitSection({ header, items, footer, omitted }, limitBytes) {
    const fixed = (0,bytes/* utf8Length */.wI)(header) + (0,bytes/* utf8Length */.wI)(footer);
    const whole = items.join('');
    if (fixed + (0,bytes/* utf8Length */.wI)(whole) <= limitBytes)
        return header + whole + footer;
    const count = fittingItems(items, limitBytes - fixed - OMITTED_BYTES);
    if (count === 0)
        return null;
    return header + items.slice(0, count).join('') + omitted(items.length - count) + footer;
}
function fittingItems(items, limitBytes) {
    let left = limitBytes;
    const first = items.findIndex((item) => (left -= (0,bytes/* utf8Length */.wI)(item)) < 0);
    return first < 0 ? items.length : first;
}

;// CONCATENATED MODULE: ./lib/report/step-summary.js















// GitHub drops a summary of more than 1 MiB as a whole; other steps' parts don't count.
const LIMIT_BYTES = 1_048_576 - 16_384;
const SHOWN_GROUPS = 25;
const REASON_LENGTH = 200;
/**
 * What happened, as GitHub Flavored Markdown for the summary of a workflow's step: a title, what
 * stands out, a table of packages, how to undo it, versions by age, and the decisions of each
 * package. Never more than `limitBytes`: what matters least is left out, and said to be.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits
 */
function stepSummary(report, options) {
    const packages = (0,package_order/* byImportance */.G)(report.packages);
    return fitSections([
        fixedSection(0, [`## ${markdownText((0,headline/* headline */.Pl)(report))}`, markdownText((0,headline/* summarySentence */.qv)(report)), '']
            .filter((text, at) => text !== '' || at === 2)
            .join('\n\n')),
        findingSection(report),
        tableSection(report, packages),
        undoSection(report, options),
        chartSection(report, options.now),
        detailSection(report, packages),
        nextSection(report)
    ], options.limitBytes ?? LIMIT_BYTES);
}
function fixedSection(rank, header) {
    return { rank, header, items: [], footer: '', omitted: () => '' };
}
const ALERTS = {
    error: 'CAUTION',
    warning: 'WARNING',
    notice: 'NOTE'
};
function findingSection(report) {
    const items = (0,findings/* findings */.P)(report).map(({ level, title, lines }) => {
        const list = lines.map((line) => `> - ${markdownText(line)}\n`).join('');
        return `> [!${ALERTS[level]}]\n> **${markdownText(title)}**\n${list === '' ? '' : `>\n${list}`}\n`;
    });
    return { rank: 1, header: '', items, footer: '', omitted: () => '' };
}
function tableSection(report, packages) {
    if ((0,headline/* hasCountedNothing */.gz)(report))
        return fixedSection(3, '');
    const columns = (0,package_columns/* packageColumns */.y)(report);
    const titles = ['package', ...columns.map(({ title }) => title)];
    const ruler = titles.map((_, index) => (index === 0 ? '---' : '---:'));
    const totals = columns.map(({ cell }) => cell(report));
    const total = packages.length > 1 ? tableLine(['**all**', ...totals]) : '';
    return {
        rank: 3,
        header: `${tableLine(titles)}${tableLine(ruler)}`,
        items: packages.map((entry) => tableLine([packageCell(entry), ...(0,package_columns/* packageCells */.O)(entry, columns)])),
        footer: `${total}\n`,
        omitted: (count) => tableLine([`… and ${(0,wording/* plural */.LS)(count, 'more package')} (report.csv has all)`])
    };
}
function packageCell(entry) {
    const note = (0,package_order/* packageNote */.$)(entry);
    return `${markdownCode(`${entry.owner}/${entry.name}`)} ${entry.type}${note === '' ? '' : ` (${note})`}`;
}
function tableLine(cells) {
    return `| ${cells.join(' | ')} |\n`;
}
function undoSection({ dryRun, totals }, { undo, now }) {
    const changed = totals.deleted + totals.untagged > 0;
    if (dryRun || !changed || undo === undefined)
        return fixedSection(2, '');
    const days = Math.max(0, Math.ceil((undo.until - now) / time/* DAY_MS */.sO));
    const title = `<b>Undo this run</b> (possible for ${(0,wording/* plural */.LS)(days, 'more day')})`;
    const { command, needs, workflowStep } = undo;
    const parts = [
        `<details><summary>${title}</summary>`,
        ...(needs === null ? [] : [markdownText(needs)]),
        `On a terminal:\n\n${markdownFence(command, 'bash')}`,
        ...(workflowStep === null ? [] : [`In a workflow:\n\n${markdownFence(workflowStep, 'yaml')}`]),
        '</details>'
    ];
    return fixedSection(2, `${parts.join('\n\n')}\n\n`);
}
function chartSection(report, now) {
    const chart = (0,headline/* hasCountedNothing */.gz)(report) ? null : ageChart(report, now);
    const text = chart === null ? '' : `### Versions by age\n\n${markdownFence(chart, 'text')}\n\n`;
    return fixedSection(4, text);
}
function detailSection(report, packages) {
    const items = ((0,headline/* hasCountedNothing */.gz)(report) ? [] : packages)
        .filter(({ versions }) => versions.length > 0)
        .map((entry) => packageDetails(entry, report.dryRun));
    return {
        rank: 5,
        header: items.length === 0 ? '' : '### Why\n\n',
        items,
        footer: '',
        omitted: (count) => `The decisions of ${(0,wording/* plural */.LS)(count, 'more package')} are in report.html and report.csv.\n\n`
    };
}
function packageDetails(entry, dryRun) {
    const groups = (0,decision_groups/* decisionGroups */.vs)(entry.versions);
    const rows = groups.slice(0, SHOWN_GROUPS).map((group) => groupRow(group));
    const left = groups.length - rows.length;
    const note = left > 0 ? `\n${(0,wording/* plural */.LS)(left, 'more group')} in report.html.\n` : '';
    const title = `${markdownCode((0,report_labels/* packageTitle */.by)(entry))} ${(0,counts_text/* plannedCountsText */.Wh)(entry, dryRun).join(', ')}`;
    return (`<details><summary>${title}</summary>\n\n` +
        tableLine(['decision', 'versions', 'rule', 'why', 'for example']) +
        tableLine(['---', '---:', '---', '---', '---']) +
        `${rows.join('')}${note}\n</details>\n\n`);
}
function groupRow(group) {
    return tableLine([
        group.undone ?? group.decision,
        (0,bytes/* formatCount */.B4)(group.count),
        group.rule === null ? '' : markdownText((0,wording/* clip */.$Q)(group.rule, REASON_LENGTH)),
        markdownText((0,decision_groups/* groupTitle */.SZ)(group)),
        examplesText(group)
    ]);
}
// Each reason once, after the versions that it is about; none where the group's title says it all.
function examplesText(group) {
    const byReason = new Map();
    for (const row of group.examples) {
        const reason = (0,decision_groups/* groupReason */.qW)(group, row);
        const labels = byReason.get(reason) ?? [];
        byReason.set(reason, [...labels, markdownCode((0,report_labels/* versionLabel */.dp)(row))]);
    }
    return [...byReason]
        .map(([reason, labels]) => reason === '' || reason === (0,decision_groups/* groupTitle */.SZ)(group) || group.reasonCode === 'frozen'
        ? labels.join(' ')
        : `${labels.join(' ')} ${markdownText((0,wording/* clip */.$Q)(reason, REASON_LENGTH))}`)
        .join('<br>');
}
function nextSection(report) {
    const text = (0,planned_changes/* isPlanToApply */.Bi)(report)
        ? `To carry out exactly this plan, give its \`${(0,run_name/* runName */.r)(report)}.json\` as \`plan\` to a run with \`mode: apply\`.\n`
        : '';
    return fixedSection(2, text);
}

// EXTERNAL MODULE: ./lib/report/undo-lines.js
var undo_lines = __webpack_require__(74804);
;// CONCATENATED MODULE: ./lib/action/summary.js










/** Shows a run to its end: the totals in the log, annotations beside it, the step's summary. */
function showReport(report, options, environment) {
    for (const line of (0,log_lines/* totalsLines */.HJ)(report))
        core/* info */.pq(line);
    core/* info */.pq((0,escape_log/* logLine */.B)(`report: ${(0,report_paths/* reportPaths */.Rs)(options.reportDirectory).json}`));
    for (const line of (0,undo_lines/* undoLines */.E)(report, options.undo))
        core/* info */.pq(line);
    for (const { level, title, message } of (0,annotations/* annotations */.h)(report, options.failOn)) {
        if (level === 'error')
            core/* error */.z3(message, { title });
        else if (level === 'warning')
            core/* warning */.$e(message, { title });
        else
            core/* notice */.lm(message, { title });
    }
    appendSummary(stepSummary(report, options), environment);
}
/** Shows why a run could not begin, in the step's summary. */
function showRefusal(messages, environment) {
    const list = messages.map((message) => `- ${markdownText(message)}\n`).join('');
    appendSummary(`## Package retention could not begin\n\n${list}`, environment);
}
/** A run is not to fail for want of its summary. */
function appendSummary(markdown, environment) {
    const path = (0,environment_variable/* variable */.b)(environment, 'GITHUB_STEP_SUMMARY');
    if (path === null)
        return;
    try {
        (0,external_node_fs_.appendFileSync)(path, `${markdown.trimEnd()}\n`);
    }
    catch (error) {
        core/* debug */.Yz((0,escape_log/* logLine */.B)(`no step summary: ${String(error)}`));
    }
}

;// CONCATENATED MODULE: ./lib/action/step.js








const SHOWN = 50;
/** One step of a workflow: it ends exactly once, with all its outputs, whatever happens. */
class Step {
    #environment;
    #startedAt;
    #now;
    #run = null;
    #hasEnded = false;
    constructor(environment, now) {
        this.#environment = environment;
        this.#now = now;
        this.#startedAt = now();
    }
    /** The inputs are right, and the run begins. */
    begin(run) {
        this.#run = run;
    }
    /** The inputs are wrong: nothing was asked of GitHub. */
    refuse(messages) {
        if (this.#isOver())
            return;
        const [first = 'the inputs are wrong', ...more] = messages.map(visible_text/* visibleText */.Q);
        if (more.length > 0)
            for (const message of [first, ...more].slice(0, SHOWN))
                core/* error */.z3(message);
        showRefusal(messages, this.#environment);
        const unset = setOutputs(null, null);
        core/* setFailed */.C1(more.length === 0
            ? first
            : `there are ${(0,wording/* plural */.LS)(more.length + 1, 'error')} in the inputs or the policy; see above`);
        tellUnset(unset);
    }
    /** The run came to its end. Why it failed is among the annotations. */
    finish({ report, failures }) {
        if (this.#isOver())
            return;
        if (failures.length > 0)
            process.exitCode = 1;
        this.#show(report);
    }
    /** The run broke off: shows what of it is on the disk. */
    breakOff(why) {
        process.exitCode = 1;
        const hasOutputs = this.#isOver();
        const directory = this.#run?.reportDirectory ?? null;
        const report = directory === null ? null : recoveredReport(directory, this.#startedAt);
        if (report !== null && !hasOutputs) {
            this.#show({ ...report, error: why });
            return;
        }
        core/* error */.z3((0,visible_text/* visibleText */.Q)(why));
        if (!hasOutputs)
            tellUnset(setOutputs(null, null));
    }
    #show(report) {
        const directory = this.#run?.reportDirectory ?? '';
        const unset = setOutputs(report, directory);
        const undo = (0,undo_hint/* undoHint */.O)(report, reportPlace(this.#environment, directory));
        const failOn = this.#run?.failOn ?? 'error';
        const options = { now: this.#now(), undo, failOn, reportDirectory: directory };
        showReport(report, options, this.#environment);
        tellUnset(unset);
    }
    #isOver() {
        const hasEnded = this.#hasEnded;
        this.#hasEnded = true;
        return hasEnded;
    }
}
/** Told after what the run did: later steps may rely on the outputs, so the step fails. */
function tellUnset(why) {
    if (why === null)
        return;
    process.exitCode = 1;
    core/* error */.z3((0,visible_text/* visibleText */.Q)(why));
}

;// CONCATENATED MODULE: ./lib/action/run-action.js























/**
 * Runs the action in this process, as the runner started it, and ends the process: with 0 where
 * the step succeeds. What nobody caught ends it too, with a report of what was done.
 */
async function runAction() {
    const environment = process.env;
    const step = new Step(environment, () => system_clock/* SYSTEM_CLOCK */.V.now());
    const breakOff = (why) => {
        step.breakOff(why);
        process.exit(1);
    };
    process.on('uncaughtException', (error) => breakOff(crashText(error)));
    process.on('unhandledRejection', (error) => breakOff(crashText(error)));
    const interruption = new run_interruption/* Interruption */._(process, (reason) => breakOff(`${reason}, and cut off`));
    try {
        await runStep(environment, step, interruption);
    }
    catch (error) {
        step.breakOff(crashText(error));
    }
    interruption.close();
    if (interruption.reason !== null)
        process.exitCode = 1;
    await leave();
}
async function runStep(environment, step, interruption) {
    const raw = runnerInputs(environment);
    for (const form of secretForms(raw['token'] ?? ''))
        core/* setSecret */.Pq(form);
    const parsed = (0,parse_inputs/* parseInputs */.T)(raw, runnerSurroundings(environment, process.cwd()));
    if (!parsed.ok) {
        step.refuse(parsed.errors.map(({ message }) => message));
        return;
    }
    const { config, warnings } = parsed;
    const unusable = (0,report_directory/* reportDirectoryProblem */.j)(config.reportDirectory);
    if (unusable !== null) {
        step.refuse([unusable]);
        return;
    }
    for (const warning of warnings)
        core/* warning */.$e(warning);
    step.begin(config);
    const log = new ActionLog(system_clock/* SYSTEM_CLOCK */.V);
    const result = await (0,run_mode/* runMode */.r)(config, worldOf(config, environment, log, interruption));
    log.close();
    step.finish(result);
}
function worldOf(config, environment, log, interruption) {
    const { apiUrl, token, owner, reportDirectory } = config;
    const workspace = (0,environment_variable/* variable */.b)(environment, 'GITHUB_WORKSPACE');
    const settings = (0,octokit/* octokitOptions */.k)({
        apiUrl,
        fetch: (0,fetch/* createFetch */.H)({ environment }),
        userAgent: tool_version/* USER_AGENT */._
    });
    return (0,build_world/* buildWorld */.f)({
        config,
        environment,
        interruption,
        octokit: (0,github/* getOctokit */.Q)(token, settings),
        clock: system_clock/* SYSTEM_CLOCK */.V,
        telling: log,
        files: (0,report_files/* createReportFiles */.W)({
            directory: reportDirectory,
            html: (report, now) => (0,html_report/* htmlReport */.g)(report, {
                now,
                undo: (0,undo_hint/* undoHint */.O)(report, reportPlace(environment, reportDirectory))
            }),
            onTrouble: (text) => core/* warning */.$e(text)
        }),
        kept: createActionsCache({
            environment,
            owner,
            directory: (0,external_node_path_.join)((0,environment_variable/* variable */.b)(environment, 'RUNNER_TEMP') ?? reportDirectory, 'package-retention-kept')
        }),
        workspace: workspace === null ? null : (0,workspace_files/* createWorkspaceFiles */.f)(workspace)
    });
}
function crashText(error) {
    const message = (0,message_of/* messageOf */.b)(error);
    if (error instanceof Error && error.stack !== undefined)
        core/* debug */.Yz(error.stack);
    return `the run broke off: ${message}`;
}
/** Connections that are kept alive would keep the process too. */
async function leave() {
    await new Promise((resolve) => {
        process.stdout.write('', () => resolve());
    });
    process.exit();
}


/***/ }),

/***/ 75691:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _action_run_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85220);

await (0,_action_run_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};

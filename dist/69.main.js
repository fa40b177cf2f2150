export const id = 69;
export const ids = [69];
export const modules = {

/***/ 29069:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _cli_run_cli_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25596);

await (0,_cli_run_cli_js__WEBPACK_IMPORTED_MODULE_0__/* .runCli */ .a)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 25596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runCli)
});

// UNUSED EXPORTS: runCommandLine

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
// EXTERNAL MODULE: ./lib/github/token.js
var token = __webpack_require__(65230);
// EXTERNAL MODULE: ./lib/report/escape-log.js
var escape_log = __webpack_require__(82564);
;// CONCATENATED MODULE: ./lib/cli/exit-codes.js
/** What the process ends with. */
const EXIT = { done: 0, failed: 1, usage: 2 };
/** The command line asks for what can't be done. The message is for people. */
class UsageError extends Error {
    name = 'UsageError';
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/run/given-again.js
var given_again = __webpack_require__(2285);
// EXTERNAL MODULE: ./lib/run/tool-version.js
var tool_version = __webpack_require__(33653);
;// CONCATENATED MODULE: ./lib/cli/program-name.js




const INSTALLED = 'package-retention';
/**
 * How a person called the tool, for commands to paste: by its name where the shell finds that,
 * by `npx` where npm found it, else by a path from `directory`, as in `node dist/cli.js`.
 */
function programName(script, directory, environment) {
    if (script === undefined)
        return INSTALLED;
    const isInstalled = /[\\/]node_modules[\\/]/.test(script);
    if (isInstalled && isOfNpm(environment))
        return npxName(script);
    const isLink = (0,external_node_path_.basename)(script) === INSTALLED;
    if ((isLink || isInstalled) && isOnPath(script, environment))
        return INSTALLED;
    const path = (0,external_node_path_.relative)(directory, script);
    if (!isLink)
        return `node ${/^[\w./\\-]+$/.test(path) ? path : JSON.stringify(path)}`;
    // A name without a folder is looked for in PATH alone.
    return (0,given_again/* shellQuoted */.x)((0,external_node_path_.dirname)(path) === '.' ? `./${path}` : path);
}
/**
 * Whether npm started this, by npx or a script of package.json: the PATH that it gives is not
 * that of the person's shell.
 *
 * @see https://docs.npmjs.com/cli/using-npm/scripts#environment
 */
function isOfNpm(environment) {
    return (environment['npm_command'] ?? environment['npm_lifecycle_event'] ?? '') !== '';
}
/** What npx fetched for one call is in a folder of its own, where no project has it. */
function npxName(script) {
    return /[\\/]_npx[\\/]/.test(script) ? `npx ${INSTALLED}@${tool_version/* TOOL_VERSION */.w}` : `npx ${INSTALLED}`;
}
function isOnPath(script, environment) {
    const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(external_node_path_.delimiter);
    return folders
        .filter((folder) => folder !== '' && !(isOfNpm(environment) && isModules(folder)))
        .some((folder) => leadsTo(script, folder));
}
function isModules(folder) {
    return /[\\/]node_modules[\\/]/.test(folder);
}
/** A link to the script, or, where package managers write such, a small program that starts it. */
function leadsTo(script, folder) {
    if ((0,external_node_path_.join)((0,external_node_path_.resolve)(folder), INSTALLED) === (0,external_node_path_.resolve)(script))
        return true;
    return [INSTALLED, `${INSTALLED}.cmd`].some((name) => {
        const path = (0,external_node_path_.join)(folder, name);
        try {
            if (!(0,external_node_fs_.lstatSync)(path).isSymbolicLink())
                return (0,external_node_path_.basename)(script) !== INSTALLED;
            return (0,external_node_fs_.realpathSync)(path) === (0,external_node_fs_.realpathSync)(script);
        }
        catch {
            return false;
        }
    });
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/model/time.js
var time = __webpack_require__(80588);
// EXTERNAL MODULE: ./lib/run/local-text.js
var local_text = __webpack_require__(44228);
;// CONCATENATED MODULE: ./lib/cli/find-token.js





/**
 * The token, never from the command line, where every process of the machine could read it:
 * from `--token-file`, `GITHUB_TOKEN`, `GH_TOKEN`, or `gh auth token`.
 *
 * @throws UsageError where there is none, saying where it could come from
 * @see https://cli.github.com/manual/gh_auth_token
 */
async function findToken(search) {
    const { environment, file } = search;
    if (file !== null)
        return tokenInFile(file, search.directory);
    for (const name of ['GITHUB_TOKEN', 'GH_TOKEN']) {
        const token = (environment[name] ?? '').trim();
        if (token !== '')
            return token;
    }
    const token = await tokenOfGh(search);
    if (token !== '')
        return token;
    throw new UsageError('there is no token: set GITHUB_TOKEN, give --token-file FILE, or log in with gh auth login; ' +
        `a classic one with read:packages is enough${search.needs === '' ? '' : ` for a dry run; ${search.needs}`}`);
}
function tokenInFile(file, directory) {
    const read = (0,local_text/* readLocalText */.TG)(file, directory);
    if (!read.ok)
        throw new UsageError(`--token-file: "${file}": ${read.why}`);
    const token = read.text.trim();
    if (token === '')
        throw new UsageError(`--token-file: "${file}": it is empty`);
    return token;
}
async function tokenOfGh({ environment, host }) {
    try {
        const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)('gh', ['auth', 'token', '--hostname', host], {
            env: { ...environment },
            timeout: 10 * time/* SECOND_MS */._L
        });
        return stdout.trim();
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/cli/command-token.js


/** Adds the flag that names where the token is. */
function addTokenFlag(command, heading = 'Options:') {
    const help = 'file that holds the token and nothing else; - is stdin';
    command.addOption(new esm/* Option */.c$('--token-file <FILE>', help).helpGroup(heading));
}
/**
 * The token for a command.
 *
 * @throws UsageError where there is none, saying where it could come from
 */
function tokenOf(command, raw, shell) {
    const options = command.opts();
    return findToken({
        environment: shell.environment,
        file: options.tokenFile ?? null,
        directory: shell.directory,
        needs: NEEDS[command.name()] ?? '',
        host: hostOf(raw['api-url'] ?? shell.environment['GITHUB_SERVER_URL'])
    });
}
const DELETING = 'deleting needs delete:packages too';
/** By command, what its changes need; those that only read need nothing else. */
const NEEDS = {
    cleanup: DELETING,
    apply: DELETING,
    restore: 'restoring needs write:packages too',
    repair: 'restoring needs write:packages too'
};
function hostOf(url) {
    if (url === undefined || !URL.canParse(url))
        return 'github.com';
    return new URL(url).host.replace(/^api\./, '');
}

// EXTERNAL MODULE: ./lib/run/inputs/input-table.js
var input_table = __webpack_require__(80258);
;// CONCATENATED MODULE: ./lib/cli/flag-groups.js

/** Headings of `--help`, in their order. */
const HEADINGS = { where: 'Where:', what: 'What:', how: 'How:' };
const ALSO = 'Also, as in the README under Inputs:';
/** The flags that have a line of their own, the most used first. */
const SHOWN = {
    where: ['owner', 'packages', 'package-type'],
    what: [
        'older-than',
        'delete-tags',
        'delete-untagged',
        'delete-broken',
        'keep-newest',
        'keep-tags',
        'keep-newer-than',
        'policy-file',
        'plan',
        'plan-max-age',
        'report',
        'version-ids',
        'deleted-tags',
        'deleted-within'
    ],
    how: ['dry-run', 'untag', 'max-deletions', 'report-directory']
};
/** All inputs in the order of `--help`. */
const GROUPED_INPUTS = [
    ...['where', 'what', 'how'].flatMap((group) => SHOWN[group].map((name) => ({ name, heading: HEADINGS[group] }))),
    ...input_table/* INPUT_NAMES */.Qh.filter((name) => !Object.values(SHOWN).some((names) => names.includes(name))).map((name) => ({ name, heading: ALSO }))
];
/**
 * Lets `--help` of a command mention the rare flags in one paragraph, for all of them have to
 * fit a screen. They stay visible to commander, which suggests them for what is misspelt.
 */
function mentionRareFlags(command) {
    return command.configureHelp({
        formatItemList: (heading, items, helper) => {
            if (items.length === 0)
                return [];
            if (heading !== ALSO)
                return [helper.styleTitle(heading), ...items, ''];
            const flags = helper
                .visibleOptions(command)
                .filter(({ helpGroupHeading }) => helpGroupHeading === ALSO)
                .map((option) => helper.optionTerm(option).replace(' [true|false]', ''));
            return [
                helper.styleTitle(ALSO),
                ...wrapped(flags, (helper.helpWidth ?? 80) - 4).map((line) => `  ${line}`),
                ''
            ];
        }
    });
}
/** Flags and their values stay on one line. */
function wrapped(words, width) {
    const lines = [];
    for (const word of words) {
        const last = lines.at(-1);
        if (last !== undefined && `${last}, ${word}`.length < width)
            lines.splice(-1, 1, `${last}, ${word}`);
        else
            lines.push(word);
    }
    return lines.map((line, place) => (place < lines.length - 1 ? `${line},` : line));
}

;// CONCATENATED MODULE: ./lib/cli/flags.js




/**
 * Adds the inputs that mean something in a mode as flags of the same names, in groups. Those of
 * `idle` do nothing in this command: they are taken, and help does not show them.
 */
function addInputFlags(command, mode, idle = []) {
    mentionRareFlags(command).addHelpOption(new esm/* Option */.c$('-h, --help').hideHelp());
    for (const { name, heading } of GROUPED_INPUTS) {
        const isShown = (0,input_table/* inputRow */.bd)(name).modes.includes(mode) && name !== 'mode' && !idle.includes(name);
        if (name === 'token')
            addTokenRefusal(command);
        else
            addFlag(command, name, { heading, isShown });
    }
}
/** A flag of another mode is taken as well: the error of the inputs says where it belongs. */
function addFlag(command, name, { heading, isShown }) {
    command.addOption(inputOption(name).hideHelp(!isShown).helpGroup(heading));
    if ((0,input_table/* inputRow */.bd)(name).kind === 'boolean')
        command.addOption(new esm/* Option */.c$(`--no-${name}`).hideHelp());
}
/** An input as a flag, with its line of help. A second one adds to a list, and else is an error. */
function inputOption(name) {
    const { kind, placeholder, help, default: usual } = (0,input_table/* inputRow */.bd)(name);
    const shown = usual === null || kind === 'boolean' ? help : `${help} (${usual})`;
    const value = kind === 'boolean' ? ' [true|false]' : ` <${placeholder}>`;
    return new esm/* Option */.c$(`--${name}${value}`, shown).argParser(collectorOf(name));
}
/** Lists may be given in several flags, anything else once. */
function collectorOf(name) {
    return (text, before) => {
        if (typeof before !== 'string')
            return text;
        if ((0,input_table/* inputRow */.bd)(name).kind === 'list')
            return `${before}\n${text}`;
        throw new UsageError(`--${name} is given twice`);
    };
}
function addTokenRefusal(command) {
    const refuse = () => {
        throw new UsageError('--token: a token on the command line can be read by every process of the machine, and ' +
            'stays in the history of the shell; set GITHUB_TOKEN or give --token-file FILE instead');
    };
    command.addOption(new esm/* Option */.c$('--token [value]').argParser(refuse).preset('').hideHelp());
}
/** The flags of inputs that were given, by the names of the inputs. */
function inputFlags(command) {
    const options = command.opts();
    const given = {};
    for (const name of input_table/* INPUT_NAMES */.Qh) {
        const value = options[camelCase(name)];
        if (typeof value === 'string')
            given[name] = value;
        if (typeof value === 'boolean')
            given[name] = String(value);
    }
    return given;
}
/** How commander calls the value of a flag. */
function camelCase(name) {
    return name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
}

;// CONCATENATED MODULE: ./lib/cli/policy-flag.js
/**
 * `--policy` takes a path too, which as a policy would never be one: a policy is a mapping, in
 * several lines or in braces. What is given beside `--policy-file` is left as it is.
 */
function withPolicyPath(flags) {
    const { policy, ...rest } = flags;
    const isPath = policy !== undefined && /^[^\n{}:]+$/.test(policy.trim());
    return isPath && rest['policy-file'] === undefined ? { ...rest, 'policy-file': policy } : flags;
}

// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 13 modules
var dist_src = __webpack_require__(35194);
// EXTERNAL MODULE: ./lib/github/octokit.js
var octokit = __webpack_require__(51282);
// EXTERNAL MODULE: ./lib/http/fetch.js + 4 modules
var http_fetch = __webpack_require__(28531);
// EXTERNAL MODULE: ./lib/report/html/html-report.js + 8 modules
var html_report = __webpack_require__(75307);
// EXTERNAL MODULE: ./lib/report/annotations.js
var annotations = __webpack_require__(91116);
// EXTERNAL MODULE: ./lib/report/findings.js
var findings = __webpack_require__(37470);
;// CONCATENATED MODULE: ./lib/cli/annotation-lines.js


/** What a person has to act on in a run, why it failed among it, for the end of a terminal's output. */
function troubleLines(report, failOn) {
    return (0,annotations/* annotations */.h)(report, failOn).flatMap(annotationLines);
}
/** What stands out in a run, for the terminal: its title, and the rest below it. */
function annotationLines({ level, title, message }) {
    if (message === title || title === findings/* WORTH_KNOWING */.z)
        return [`${level}: ${message}`];
    return [`${level}: ${title}`, ...message.split('\n').map((line) => `  ${line}`)];
}

// EXTERNAL MODULE: ./lib/report/planned-changes.js
var planned_changes = __webpack_require__(90132);
// EXTERNAL MODULE: ./lib/report/log-lines.js
var log_lines = __webpack_require__(64302);
// EXTERNAL MODULE: ./lib/run/build-world.js + 35 modules
var build_world = __webpack_require__(32033);
// EXTERNAL MODULE: ./lib/run/inputs/parse-inputs.js + 9 modules
var parse_inputs = __webpack_require__(3409);
// EXTERNAL MODULE: ./lib/run/interruption.js
var run_interruption = __webpack_require__(72706);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./lib/run/durable-write.js
var durable_write = __webpack_require__(56968);
;// CONCATENATED MODULE: ./lib/run/kept-file.js



/** What is kept between runs, in a file of this machine. */
function createKeptFile(path) {
    return {
        load: async () => {
            try {
                return await (0,promises_.readFile)(path);
            }
            catch (error) {
                if ((0,local_text/* codeOf */.$N)(error) === 'ENOENT')
                    return null;
                throw error;
            }
        },
        save: (bytes) => (0,durable_write/* writeDurably */.v)(path, bytes)
    };
}

// EXTERNAL MODULE: ./lib/run/report-files.js + 4 modules
var report_files = __webpack_require__(49241);
// EXTERNAL MODULE: ./lib/run/report-directory.js
var report_directory = __webpack_require__(82501);
// EXTERNAL MODULE: ./lib/run/report-paths.js
var report_paths = __webpack_require__(4078);
// EXTERNAL MODULE: ./lib/run/run-mode.js + 67 modules
var run_mode = __webpack_require__(57744);
// EXTERNAL MODULE: ./lib/run/system-clock.js
var system_clock = __webpack_require__(44471);
// EXTERNAL MODULE: ./lib/run/undo-hint.js
var undo_hint = __webpack_require__(86469);
// EXTERNAL MODULE: ./lib/run/workspace-files.js + 1 modules
var workspace_files = __webpack_require__(56042);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/run/environment-variable.js
var environment_variable = __webpack_require__(76761);
;// CONCATENATED MODULE: ./lib/cli/cli-surroundings.js





/** Where reports go: beside the work, for they are the way back and no temporary thing. */
const REPORT_FOLDER = 'package-retention-report';
/**
 * What a terminal says of itself: the variables of a workflow where they are set, and the
 * folder in which the tool was started.
 */
function cliSurroundings(environment, directory) {
    return {
        serverUrl: (0,environment_variable/* variable */.b)(environment, 'GITHUB_SERVER_URL'),
        apiUrl: (0,environment_variable/* variable */.b)(environment, 'GITHUB_API_URL'),
        repository: (0,environment_variable/* variable */.b)(environment, 'GITHUB_REPOSITORY'),
        repositoryOwner: (0,environment_variable/* variable */.b)(environment, 'GITHUB_REPOSITORY_OWNER'),
        reportDirectory: (0,external_node_path_.join)(directory, REPORT_FOLDER),
        workspace: directory,
        isTerminal: true,
        readFile: (path) => (0,local_text/* readLocalText */.TG)(path, directory),
        listFolder: (path) => (0,local_text/* listLocalFolder */.ec)(path, directory)
    };
}
/**
 * The file of what is kept between runs: one for each owner of each GitHub.
 *
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
function keptPath(environment, apiUrl, owner) {
    const caches = (0,environment_variable/* variable */.b)(environment, 'XDG_CACHE_HOME') ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache');
    const name = (0,external_node_crypto_.createHash)('sha256').update(`${apiUrl} ${owner.toLowerCase()}`).digest('hex');
    return (0,external_node_path_.join)(caches, 'package-retention', `${name.slice(0, 32)}.bin`);
}

;// CONCATENATED MODULE: ./lib/cli/flag-errors.js

/** What is wrong with the inputs, as a person at a terminal wrote them: by flag. */
function flagMessages(errors) {
    return errors.map(({ message }) => {
        const name = input_table/* INPUT_NAMES */.Qh.find((one) => message.startsWith(`${one}: `));
        return asFlags(name === undefined ? message : `--${message}`);
    });
}
/**
 * Advice that names inputs, with their flags: those alone that are no words of a policy, and
 * not what is quoted, which is the person's own.
 */
function asFlags(text) {
    return text
        .split(/("[^"]*")/)
        .map((part, place) => (place % 2 === 1 ? part : part.replace(UNMISTAKABLE, '--$&')))
        .join('');
}
const UNMISTAKABLE = /(?<![\w/.-])(?:(?:npm-)?registry-url|api-url|package-type|report-directory|version-ids|deleted-tags|deleted-within|report(?=, version-ids))(?![\w./-])/g;

// EXTERNAL MODULE: ./lib/run/progress-ticker.js + 1 modules
var progress_ticker = __webpack_require__(76617);
;// CONCATENATED MODULE: ./lib/cli/terminal-telling.js



const BAR_WIDTH = 24;
/** Tells a run on a terminal: a bar of progress where it can be drawn, else a line at times. */
class TerminalTelling {
    #terminal;
    #ticker;
    #warned = new Set();
    #latest = null;
    constructor(terminal, clock) {
        this.#terminal = terminal;
        this.#ticker = new progress_ticker/* ProgressTicker */.Y({
            everyMs: terminal.isLive ? time/* SECOND_MS */._L / 5 : 10 * time/* SECOND_MS */._L,
            say: (line) => this.#say(line),
            now: () => clock.now()
        });
    }
    note(text) {
        this.#terminal.line(text);
    }
    progress(progress) {
        this.#latest = progress;
        this.#ticker.progress(progress);
    }
    /** What packages were warned of so far. */
    get warned() {
        return this.#warned;
    }
    planned(entry, dryRun) {
        this.#terminal.title((0,log_lines/* packageHeaderLine */.MB)(entry, dryRun));
        for (const line of (0,log_lines/* warningLines */._F)(entry))
            this.#terminal.complain(line);
        for (const line of (0,log_lines/* decisionLines */.Wp)(entry))
            this.#terminal.line(line);
        for (const text of entry.warnings)
            this.#warned.add(text);
    }
    changed(entry, dryRun) {
        for (const line of [(0,log_lines/* packageResultLine */.cf)(entry, dryRun), ...(0,log_lines/* notDoneLines */.tS)(entry)]) {
            this.#terminal.line(line);
        }
    }
    close() {
        this.#ticker.close();
        this.#terminal.status('');
    }
    #say(line) {
        if (this.#terminal.isLive)
            this.#terminal.status(`${bar(this.#latest)} ${line}`);
        else
            this.#terminal.complain(line);
    }
}
/** `[=====     ]`. */
function bar(progress) {
    const { done, total } = progress ?? { done: 0, total: 0 };
    const filled = total === 0 ? 0 : Math.min(BAR_WIDTH, Math.floor((done / total) * BAR_WIDTH));
    return `[${'='.repeat(filled).padEnd(BAR_WIDTH)}]`;
}

;// CONCATENATED MODULE: ./lib/cli/terminal.js

/** Both streams of a command, and how to write on them. */
class Terminal {
    #out;
    #err;
    #isColored;
    #status = '';
    /** With `isForMachines` all but `result` goes to standard error. */
    constructor(out, err, environment, isForMachines) {
        this.#out = isForMachines ? err : out;
        this.#err = err;
        const noColor = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
        this.#isColored = this.#out.isTTY === true && !noColor;
    }
    /** Whether a line may be drawn over again. */
    get isLive() {
        return this.#err.isTTY === true;
    }
    /** One line, whatever is in it. */
    line(text) {
        this.#onCleanLine(this.#out, `${(0,escape_log/* logLine */.B)(text)}\n`);
    }
    title(text) {
        const shown = (0,escape_log/* logLine */.B)(text);
        this.#onCleanLine(this.#out, this.#isColored ? `\u001B[1m${shown}\u001B[22m\n` : `${shown}\n`);
    }
    /** One line that a person has to act on. */
    complain(text) {
        const shown = (0,escape_log/* logLine */.B)(text);
        const isColored = this.#isColored && this.#err.isTTY === true;
        this.#onCleanLine(this.#err, isColored ? `\u001B[31m${shown}\u001B[39m\n` : `${shown}\n`);
    }
    /** Draws the one line of progress anew; '' takes it away. Only where `isLive`. */
    status(text) {
        if (!this.isLive)
            return;
        const width = Math.max(20, (this.#err.columns ?? 80) - 1);
        this.#status = (0,escape_log/* logLine */.B)(text).slice(0, width);
        this.#err.write(`\r\u001B[K${this.#status}`);
    }
    #onCleanLine(stream, text) {
        if (this.#status === '') {
            stream.write(text);
            return;
        }
        this.#err.write('\r\u001B[K');
        stream.write(text);
        this.#err.write(this.#status);
    }
}

// EXTERNAL MODULE: ./lib/report/headline.js + 1 modules
var headline = __webpack_require__(43257);
;// CONCATENATED MODULE: ./lib/cli/told-warnings.js

/**
 * The report without the warnings of packages that stand above on the terminal already, where
 * they are not far away: of a run over many packages its end tells them again.
 */
function withoutTold(report, told) {
    if (report.packages.length > 1 && !(0,headline/* bringsBack */.Z5)(report.mode))
        return report;
    const packages = report.packages.map((entry) => ({
        ...entry,
        warnings: entry.warnings.filter((text) => !told.has(text))
    }));
    return { ...report, packages };
}

;// CONCATENATED MODULE: ./lib/cli/run-engine.js


























/** Runs the engine with these inputs and shows the result. */
async function runEngine(shell, raw, { json, tokenFile }) {
    const { environment, directory, stdout, stderr } = shell;
    const terminal = new Terminal(stdout, stderr, environment, json);
    const parsed = (0,parse_inputs/* parseInputs */.T)(raw, cliSurroundings(environment, directory));
    if (!parsed.ok) {
        for (const message of flagMessages(parsed.errors))
            terminal.complain(message);
        return EXIT.usage;
    }
    const unusable = (0,report_directory/* reportDirectoryProblem */.j)(parsed.config.reportDirectory);
    if (unusable !== null)
        throw new UsageError(unusable);
    for (const warning of parsed.warnings)
        terminal.complain(`warning: ${warning}`);
    const interruption = new run_interruption/* Interruption */._(process, (reason) => {
        terminal.complain(`${reason}, and cut off: ${(0,external_node_path_.resolve)(parsed.config.reportDirectory)} has what was done`);
        process.exit(EXIT.failed);
    });
    try {
        const place = {
            directory: parsed.config.reportDirectory,
            workflow: null,
            program: shell.program,
            flags: tokenFile === null ? raw : { ...raw, 'token-file': tokenFile },
            inputs: raw
        };
        const telling = new TerminalTelling(terminal, system_clock/* SYSTEM_CLOCK */.V);
        const stage = { terminal, telling, interruption, place };
        const result = await run(parsed.config, shell, stage);
        show(result, parsed.config, stage);
        if (json)
            stdout.write(`${JSON.stringify(result.report)}\n`);
        const isDone = result.failures.length === 0 && interruption.reason === null;
        return isDone ? EXIT.done : EXIT.failed;
    }
    finally {
        interruption.close();
    }
}
async function run(config, { environment, directory }, { terminal, telling, interruption, place }) {
    const { apiUrl, token, owner, reportDirectory } = config;
    const fetch = (0,http_fetch/* createFetch */.H)({ environment });
    const settings = (0,octokit/* octokitOptions */.k)({ apiUrl, fetch, userAgent: tool_version/* USER_AGENT */._ });
    const world = (0,build_world/* buildWorld */.f)({
        config,
        environment,
        interruption,
        octokit: new dist_src/* Octokit */.E({ auth: token, ...settings }),
        clock: system_clock/* SYSTEM_CLOCK */.V,
        telling,
        files: (0,report_files/* createReportFiles */.W)({
            directory: reportDirectory,
            html: (report, now) => (0,html_report/* htmlReport */.g)(report, { now, undo: (0,undo_hint/* undoHint */.O)(report, place) }),
            onTrouble: (text) => terminal.complain(`warning: ${text}`)
        }),
        kept: createKeptFile(keptPath(environment, apiUrl, owner)),
        workspace: (0,workspace_files/* createWorkspaceFiles */.f)(directory)
    });
    try {
        return await (0,run_mode/* runMode */.r)(config, world);
    }
    finally {
        telling.close();
    }
}
function show({ report }, config, { place, terminal, telling }) {
    for (const line of (0,log_lines/* totalsLines */.HJ)(report))
        terminal.line(line);
    const { json, html } = (0,report_paths/* reportPaths */.Rs)(config.reportDirectory);
    terminal.line(`report: ${json}`);
    terminal.line(`        ${html}`);
    const { deleted, untagged } = report.totals;
    if (!report.dryRun && deleted + untagged > 0) {
        terminal.line(`undo:   ${(0,undo_hint/* undoHint */.O)(report, place).command}`);
    }
    if ((0,planned_changes/* isPlanToApply */.Bi)(report)) {
        terminal.line(`apply:  ${(0,undo_hint/* applyCommand */.s)(report, place)}`);
    }
    const rest = withoutTold(report, telling.warned);
    for (const line of troubleLines(rest, config.failOn))
        terminal.complain(line);
}

;// CONCATENATED MODULE: ./lib/cli/commands/engine-command.js








/** Adds such a command, with the inputs of its mode as flags. */
function addEngineCommand(program, shell, command) {
    const { name, mode, summary, examples } = command;
    const added = program.command(name).summary(summary).description(summary);
    addTokenFlag(added, HEADINGS.where);
    addInputFlags(added, mode, command.idle);
    const json = 'print the report to stdout, everything else to stderr';
    added.addOption(new esm/* Option */.c$('--json', json).helpGroup(HEADINGS.how));
    const lines = examples.map((example) => `  package-retention ${example}`);
    added.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
    added.allowExcessArguments().action(async () => {
        refuseWords(added.args, command);
        const raw = { ...withPolicyPath(inputFlags(added)), ...command.fixed };
        checkMode(raw, command);
        const ended = (await command.instead?.(added, raw)) ?? null;
        if (ended !== null) {
            shell.exitCode = ended;
            return;
        }
        const options = added.opts();
        const token = await tokenOf(added, raw, shell);
        const inputs = { ...raw, token, mode };
        const { tokenFile = null } = options;
        shell.exitCode = await runEngine(shell, inputs, { json: options.json === true, tokenFile });
    });
    return added;
}
/** Whoever gives a name or a file without a flag is told which flag is meant. */
function refuseWords(words, { name, mode }) {
    const [word] = words;
    if (word === undefined)
        return;
    const isFile = /\.(?:json|ya?ml)$/.test(word);
    // Lists and reports are JSON, and only `plan` reads them.
    const isSaved = name === 'plan' && word.endsWith('.json');
    const flag = isSaved ? '--from' : ((isFile ? FILE_FLAGS[mode] : null) ?? '--packages');
    const more = words.length > 1 ? `, and ${words.slice(1).join(' ')} by flags too` : '';
    throw new UsageError(`"${word}": a word without a flag; write ${flag} ${(0,given_again/* shellQuoted */.x)(word)}${more}`);
}
/** What a file that is given without a flag may be. */
const FILE_FLAGS = {
    cleanup: '--policy-file',
    apply: '--plan',
    restore: '--report',
    repair: null
};
function checkMode(raw, { name, mode }) {
    const given = raw['mode'];
    if (given === undefined || given === mode)
        return;
    throw new UsageError(`--mode: "${given}": the command ${name} is mode: ${mode}`);
}

;// CONCATENATED MODULE: ./lib/cli/commands/apply.js

/** `apply`: carries out a plan that a person has reviewed. */
function addApply(program, shell) {
    addEngineCommand(program, shell, {
        name: 'apply',
        mode: 'apply',
        summary: 'carry out the reviewed report.json of a plan',
        examples: ['apply --plan package-retention-report/report.json']
    });
}

;// CONCATENATED MODULE: ./lib/cli/commands/cleanup.js

/** `cleanup`: decides by the rules, and does it. */
function addCleanup(program, shell) {
    addEngineCommand(program, shell, {
        name: 'cleanup',
        mode: 'cleanup',
        summary: 'delete and untag what the rules select',
        examples: [
            'cleanup --owner acme --packages app --delete-untagged --older-than 7d --dry-run',
            'cleanup --owner acme --packages app --delete-tags "pr-*" --keep-newest 10',
            'cleanup --owner acme --policy-file .github/package-retention.yml'
        ]
    });
}

;// CONCATENATED MODULE: ./lib/emulator/behaviour.js
/** What was seen most, or what GitHub's documentation hints at. */
const DEFAULT_BEHAVIOUR = {
    tagsReturnOnRestore: true,
    deletedListShowsTags: true,
    deletedListShowsDate: true,
    lastVersion: 'refuse',
    versionOrder: 'newest-first',
    optionalHeaders: true,
    usersShowPrivate: true,
    usersTakeState: true,
    workflowDeletesInternal: true,
    isEnterpriseServer: false,
    link: 'all'
};

;// CONCATENATED MODULE: ./lib/emulator/state.js

/** An empty world. Its clock is the machine's unless one is given. */
function createWorld(options = {}) {
    return {
        owners: new Map(),
        tokens: new Map(),
        packages: [],
        repositories: new Map(),
        behaviour: { ...DEFAULT_BEHAVIOUR, ...options.behaviour },
        now: options.now ?? Date.now,
        lastId: options.lastId ?? 1_245_000_000
    };
}
/** A new id: higher than all before, with gaps, the same in every run. */
function nextId(world) {
    world.lastId += 1 + ((world.lastId * 31) % 17);
    return world.lastId;
}
/** The owner of that login, whatever its letter case. */
function findOwner(world, login) {
    return world.owners.get(login.toLowerCase());
}
/** The package of that name, deleted or not: the living one where there are both. */
function findPackage(world, owner, type, name) {
    const found = world.packages.filter((candidate) => candidate.owner.toLowerCase() === owner.toLowerCase() &&
        candidate.type === type &&
        candidate.name.toLowerCase() === name.toLowerCase());
    return found.find(({ deletedAt }) => deletedAt === null) ?? found.at(-1);
}
/** The tags of a living version, in the order in which they were attached. */
function tagsOf(container, version) {
    if (version.deletedAt !== null)
        return [];
    const tags = [];
    for (const [tag, name] of container.tags)
        if (name === version.name)
            tags.push(tag);
    return tags;
}
/** The living version of that name. */
function findVersion(container, name) {
    return versionsNamed(container, name).find(({ deletedAt }) => deletedAt === null);
}
/** All versions by name, as far as they were looked at: versions are only ever added at the end. */
const INDEXES = new WeakMap();
/** The versions that ever had that name, deleted ones too. */
function versionsNamed({ versions }, name) {
    const index = INDEXES.get(versions) ?? { byName: new Map(), seen: 0 };
    INDEXES.set(versions, index);
    for (const version of versions.slice(index.seen)) {
        index.byName.set(version.name, [...(index.byName.get(version.name) ?? []), version]);
    }
    index.seen = versions.length;
    return index.byName.get(name) ?? [];
}
/**
 * The manifest that a registry serves under a tag or digest: `undefined` where it was never
 * pushed, or its version or the package was deleted.
 */
function findManifest(container, reference) {
    const digest = container.tags.get(reference) ?? reference;
    const stored = container.manifests.get(digest);
    if (stored === undefined || container.deletedAt !== null)
        return undefined;
    const hasVersion = versionsNamed(container, digest).length > 0;
    if (hasVersion && findVersion(container, digest) === undefined)
        return undefined;
    return { ...stored, digest };
}

;// CONCATENATED MODULE: ./lib/emulator/access.js

const RANK = { read: 1, write: 2, admin: 3 };
/**
 * Whether permissions are kept on the package itself, as opposed to its repository.
 *
 * @see https://docs.github.com/packages/learn-github-packages/about-permissions-for-github-packages
 */
function isGranular({ behaviour }, type) {
    if (behaviour.isEnterpriseServer)
        return type === 'container';
    return type !== 'maven' && type !== 'docker';
}
/** Whether `role` is at least `needed`; `null` is no role at all. */
function isAtLeast(role, needed) {
    return role !== null && RANK[role] >= RANK[needed];
}
/**
 * What the token may do with the package, scopes aside: the highest role that its user or
 * repository has. `read` for all on public packages; `null` where the package is hidden from
 * it. Tokens of GitHub Apps other than a workflow's and fine-grained ones open public
 * packages only.
 */
function roleOf(world, token, target) {
    const roles = [];
    if (target.visibility === 'public')
        roles.push('read');
    if (token?.kind === 'actions')
        roles.push(...repositoryRoles(world, token, target));
    if (token?.kind === 'classic' || token?.kind === 'oauth') {
        roles.push(...userRoles(world, token.login ?? '', target));
    }
    return roles.sort((a, b) => RANK[b] - RANK[a])[0] ?? null;
}
/** A workflow's token: what "Manage Actions access" grants; repository-scoped types, its own. */
function repositoryRoles(world, token, target) {
    const repository = token.repository?.toLowerCase() ?? '';
    const granted = target.roles.get(repository);
    if (granted !== undefined)
        return [granted];
    const isItsOwn = target.repository?.toLowerCase() === repository;
    return !isGranular(world, target.type) && isItsOwn ? ['admin'] : [];
}
function userRoles(world, userLogin, target) {
    const login = userLogin.toLowerCase();
    const owner = findOwner(world, target.owner);
    const granted = target.roles.get(login);
    return [
        ...(target.owner.toLowerCase() === login || owner?.admins.has(login)
            ? ['admin']
            : []),
        ...(owner?.members.has(login) && target.visibility === 'internal' ? ['read'] : []),
        ...(granted === undefined ? [] : [granted])
    ];
}
/** Whether one of the token's scopes includes `scope`; tokens without scopes have them all. */
function hasScope(token, scope) {
    if (token.kind !== 'classic' && token.kind !== 'oauth')
        return true;
    const implied = scope === 'read:packages' ? ['write:packages'] : [];
    return [scope, ...implied].some((candidate) => token.scopes.includes(candidate));
}

;// CONCATENATED MODULE: ./lib/emulator/registry-answers.js
/**
 * A refusal in the registry's own form.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
function refusal(status, code, message, headers = {}) {
    return {
        status,
        headers: { 'content-type': 'application/json', ...headers },
        body: { errors: [{ code, message }] }
    };
}
/** The answer of ghcr.io for a package that is absent or private: it does not say which. */
function denied(message = 'requested access to the resource is denied') {
    return refusal(403, 'DENIED', message);
}
/** 404 for a tag or digest. */
function manifestUnknown(message = 'manifest unknown') {
    return refusal(404, 'MANIFEST_UNKNOWN', message);
}
/** 404 for a blob or an upload. */
function blobUnknown(code) {
    return refusal(404, code, code === 'BLOB_UNKNOWN' ? 'blob unknown' : 'blob upload unknown');
}
/**
 * 405 for every DELETE: versions are deleted through the REST API alone.
 *
 * @see https://github.com/containers/skopeo/issues/1880
 */
function unsupported() {
    return refusal(405, 'UNSUPPORTED', 'The operation is unsupported.');
}

;// CONCATENATED MODULE: ./lib/emulator/registry-route.js

const REPOSITORY = /^[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/;
const ROUTES = [
    ['uploads', /^\/v2\/(.+)\/blobs\/uploads\/?([^/]*)$/],
    ['blobs', /^\/v2\/(.+)\/blobs\/([^/]+)$/],
    ['manifests', /^\/v2\/(.+)\/manifests\/([^/]+)$/],
    ['referrers', /^\/v2\/(.+)\/referrers\/([^/]+)$/],
    ['tags', /^\/v2\/(.+)\/tags\/list()$/]
];
/** Reads a path as it was sent; `null` where it is none of the registry's. */
function parseRoute({ surface, path }) {
    if (surface !== 'registry')
        return null;
    for (const [kind, pattern] of ROUTES) {
        const [, repository, reference] = pattern.exec(path) ?? [];
        if (repository !== undefined && reference !== undefined) {
            // Some clients write the colon of a digest as %3A.
            return { kind, repository, reference: reference.replace(/%3a/i, ':') };
        }
    }
    return null;
}
/**
 * Whether it is a name that a registry takes: lower case, with slashes as they are.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 */
function isRepositoryName(repository) {
    return REPOSITORY.test(repository);
}
/** Cuts `owner/name` at its first slash. */
function splitRepository(repository) {
    const slash = repository.indexOf('/');
    return { owner: repository.slice(0, slash), name: repository.slice(slash + 1) };
}
/** The living package behind `owner/name`. */
function packageAt(world, repository) {
    const { owner, name } = splitRepository(repository);
    const found = findPackage(world, owner, 'container', name);
    return found?.deletedAt === null ? found : undefined;
}

;// CONCATENATED MODULE: ./lib/emulator/registry-access.js




/** Whether the token, or nobody's, may pull: public, or the read role and scope. */
function maySee(world, token, target) {
    if (target.visibility === 'public')
        return true;
    return (token !== null &&
        hasScope(token, 'read:packages') &&
        isAtLeast(roleOf(world, token, target), 'read'));
}
/** Why the token may not push there, or nothing. A new package needs an owner that it may write to. */
function pushRefusal(world, token, repository, target) {
    if (token === null)
        return denied();
    const isApp = token.kind === 'actions' || token.kind === 'installation';
    if (token.kind === 'fine-grained' || !hasScope(token, 'write:packages')) {
        return denied('permission_denied: The token provided does not match expected scopes.');
    }
    const isAllowed = target === undefined
        ? mayCreate(world, token, repository)
        : isAtLeast(roleOf(world, token, target), 'write');
    if (isAllowed)
        return undefined;
    if (!isApp)
        return denied('permission_denied: write_package');
    const verb = target === undefined ? 'Create' : 'Write';
    return denied(`installation not allowed to ${verb} organization package`);
}
/**
 * The refusal for an organisation with single sign-on that the token was not authorised for,
 * or nothing.
 */
function ssoRefusal(token, owner) {
    const manner = token?.sso.get(owner.toLowerCase());
    if (manner === 'hide')
        return denied();
    if (manner === undefined)
        return undefined;
    return denied('permission_denied: Resource protected by organization SAML enforcement. ' +
        'You must grant your Personal Access token access to this organization.');
}
function mayCreate(world, token, repository) {
    const login = splitRepository(repository).owner;
    const owner = findOwner(world, login);
    if (owner === undefined || token.kind === 'installation')
        return false;
    if (token.kind === 'actions')
        return token.repository?.toLowerCase().startsWith(`${login}/`) === true;
    const user = token.login?.toLowerCase() ?? '';
    return owner.login.toLowerCase() === user || owner.members.has(user) || owner.admins.has(user);
}

;// CONCATENATED MODULE: ./lib/emulator/registry-auth.js



/**
 * Why this request may not be answered, or nothing. 401 with a challenge without a good
 * token of the registry for this very package and action; 403 where the token is good and
 * the package is not for it.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
function authorise(registry, request, repository, action) {
    const caller = callerOf(registry, request);
    if (caller === null || !isGranted(caller, repository, action)) {
        return challenge(registry, request, `repository:${repository}:${scopeFor(action)}`);
    }
    const { world } = registry;
    const target = packageAt(world, repository);
    const sso = ssoRefusal(caller.token, splitRepository(repository).owner);
    if (sso !== undefined)
        return sso;
    if (action === 'push')
        return pushRefusal(world, caller.token, repository, target);
    if (target === undefined)
        return refusal(404, 'NAME_UNKNOWN', 'repository name not known');
    return maySee(world, caller.token, target) ? undefined : denied();
}
/** `GET /v2/`: 200 to whoever has a good token, a challenge to others. */
function greet(registry, request) {
    const caller = callerOf(registry, request);
    if (caller === null)
        return challenge(registry, request, 'repository:user/image:pull');
    return { status: 200, headers: { 'docker-distribution-api-version': 'registry/2.0' }, body: {} };
}
/** The GitHub token behind a request that was let through; `null` for an anonymous one. */
function tokenBehind(registry, request) {
    return callerOf(registry, request)?.token ?? null;
}
function callerOf(registry, request) {
    const [scheme = '', value = ''] = (request.headers['authorization'] ?? '').split(/ +/, 2);
    if (scheme.toLowerCase() !== 'bearer')
        return null;
    if (request.token !== null)
        return { token: request.token, grants: 'all' };
    const issued = registry.issued.get(value);
    return issued === undefined || issued.expiresAt <= registry.world.now() ? null : issued;
}
function isGranted({ grants }, repository, action) {
    if (grants === 'all')
        return true;
    // skopeo asks for `*` where it means to delete.
    return grants.some((grant) => grant.repository === repository &&
        (grant.actions.includes(action) || grant.actions.includes('*')));
}
function scopeFor(action) {
    return action === 'push' ? 'pull,push' : 'pull';
}
function challenge({ behaviour }, { baseUrl }, scope) {
    return refusal(401, 'UNAUTHORIZED', 'authentication required', {
        'www-authenticate': `Bearer realm="${baseUrl}/token",service="${behaviour.service}",scope="${scope}"`
    });
}

;// CONCATENATED MODULE: ./lib/emulator/registry-blobs.js



/**
 * Blobs: HEAD here, GET at the storage host where there is one.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-blobs
 */
function blobHandler(registry) {
    return (request) => {
        const route = parseRoute(request);
        if (route?.kind !== 'blobs')
            return undefined;
        if (request.method !== 'GET' && request.method !== 'HEAD')
            return unsupported();
        const refused = authorise(registry, request, route.repository, 'pull');
        if (refused !== undefined)
            return refused;
        const bytes = packageAt(registry.world, route.repository)?.blobs.get(route.reference);
        if (bytes === undefined)
            return blobUnknown('BLOB_UNKNOWN');
        return serveBlob(registry, request, route.reference, bytes);
    };
}
function serveBlob({ behaviour }, { method }, digest, bytes) {
    const digestHeader = { 'docker-content-digest': digest };
    if (method === 'GET' && behaviour.storageUrl !== null) {
        const location = `${behaviour.storageUrl}/blob/${digest}?sig=signed`;
        return { status: 307, headers: { location, ...digestHeader } };
    }
    return {
        status: 200,
        headers: { 'content-type': 'application/octet-stream', ...digestHeader },
        body: bytes
    };
}

;// CONCATENATED MODULE: ./lib/emulator/registry-limit.js


/**
 * Refuses what comes faster than the registry allows. The wait is a Go duration in the
 * message, and short.
 *
 * @see https://github.com/falcosecurity/plugins/issues/1069
 */
function paceHandler(registry) {
    return ({ surface, method }) => {
        if (surface !== 'registry')
            return undefined;
        const { behaviour } = registry;
        const isRead = method === 'GET' || method === 'HEAD';
        const allowed = isRead ? behaviour.readsPerMinute : behaviour.writesPerMinute;
        if (allowed === null)
            return undefined;
        const waitMs = takeTurn(registry, isRead ? 'read' : 'write', allowed);
        return waitMs === 0 ? undefined : tooMany(registry, waitMs, allowed);
    };
}
/** 0 where it is this request's turn, else the time until it would be. */
function takeTurn(registry, lane, allowed) {
    const intervalMs = time/* MINUTE_MS */.kg / allowed;
    const now = registry.world.now();
    const next = Math.max(registry.paceUntil[lane], now);
    const earliest = next - (registry.behaviour.burst - 1) * intervalMs;
    if (earliest > now)
        return earliest - now;
    registry.paceUntil[lane] = next + intervalMs;
    return 0;
}
function tooMany(registry, waitMs, allowed) {
    registry.tooMany += 1;
    const message = `retry-after: ${goDuration(waitMs)}, allowed: ${allowed}/minute`;
    const headers = registry.behaviour.sendsRetryAfter
        ? { 'retry-after': String(Math.ceil(waitMs / 1000)) }
        : {};
    return refusal(429, 'TOOMANYREQUESTS', message, headers);
}
/** As Go prints a duration below a minute. @see https://pkg.go.dev/time#Duration.String */
function goDuration(ms) {
    if (ms >= 1000)
        return `${Number((ms / 1000).toFixed(9))}s`;
    if (ms >= 1)
        return `${Number(ms.toFixed(6))}ms`;
    return `${Number((ms * 1000).toFixed(3))}µs`;
}

// EXTERNAL MODULE: ./lib/model/manifest.js
var manifest = __webpack_require__(51004);
// EXTERNAL MODULE: ./lib/model/digest.js
var model_digest = __webpack_require__(64505);
;// CONCATENATED MODULE: ./lib/emulator/small-image.js
const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
/**
 * An image manifest of one layer, whose blobs are nobody else's and not there to be pulled.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
function smallImage(id) {
    const digest = (role) => `sha256:${(id * 4 + role).toString(16).padStart(64, '0')}`;
    const manifest = {
        schemaVersion: 2,
        mediaType: MANIFEST_TYPE,
        config: {
            mediaType: 'application/vnd.oci.image.config.v1+json',
            digest: digest(0),
            size: 400 + (id % 100)
        },
        layers: [
            {
                mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
                digest: digest(1),
                size: 1_000_000 + (id % 100_000)
            }
        ]
    };
    return { bytes: Buffer.from(JSON.stringify(manifest)), mediaType: MANIFEST_TYPE };
}

;// CONCATENATED MODULE: ./lib/emulator/publishing.js


/** The `sha256:` digest of `bytes`. */
function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** Adds a living version of that name, without tags. Does not ask whether there is one. */
function createVersion(world, target, name, details = {}) {
    const createdAt = details.createdAt ?? world.now();
    const version = {
        id: details.id ?? nextId(world),
        name,
        createdAt,
        updatedAt: details.updatedAt ?? createdAt,
        deletedAt: null,
        tagsWhenDeleted: [],
        downloads: details.downloads ?? 0,
        description: details.description ?? null,
        license: details.license ?? null,
        listedFrom: details.listedFrom ?? null,
        claimedTags: null
    };
    target.versions.push(version);
    return version;
}
/**
 * What a push to the registry does: stores the bytes under their digest, makes a version of
 * them where there is none, and moves `tag` there, if one is given. Pushing the same bytes
 * again, or moving a tag, changes no date.
 */
function pushManifest(world, target, manifest, tag = null, details = {}) {
    const digest = digestOf(manifest.bytes);
    target.manifests.set(digest, manifest);
    const version = findVersion(target, digest) ?? createVersion(world, target, digest, details);
    if (tag !== null)
        moveTag(target, tag, version);
    return version;
}
/** Puts a tag on a version, and so takes it off the one that had it. */
function moveTag(target, tag, version) {
    target.tags.delete(tag);
    target.tags.set(tag, version.name);
}
/** Deletes softly: it keeps its bytes and remembers its tags for 30 days. */
function deleteVersion(world, target, version) {
    version.tagsWhenDeleted = tagsOf(target, version);
    for (const tag of version.tagsWhenDeleted)
        target.tags.delete(tag);
    version.deletedAt = world.now();
}
/** Brings a version back, with those of its tags that no other took, if the world has it so. */
function restoreVersion(world, target, version) {
    version.deletedAt = null;
    const returning = world.behaviour.tagsReturnOnRestore ? version.tagsWhenDeleted : [];
    for (const tag of returning)
        if (!target.tags.has(tag))
            moveTag(target, tag, version);
    version.tagsWhenDeleted = [];
}

;// CONCATENATED MODULE: ./lib/emulator/builders.js



/** Adds an organisation. */
function addOrganization(world, login, details = {}) {
    const admins = (details.admins ?? []).map((name) => name.toLowerCase());
    const members = (details.members ?? []).map((name) => name.toLowerCase());
    return addOwner(world, login, 'organization', [...admins, ...members], admins);
}
/** Adds a user. */
function addUser(world, login) {
    return addOwner(world, login, 'user', [], []);
}
function addOwner(world, login, kind, members, admins) {
    const id = nextId(world);
    const owner = { id, login, kind, members: new Set(members), admins: new Set(admins) };
    world.owners.set(login.toLowerCase(), owner);
    return owner;
}
const PREFIX = {
    classic: 'ghp_',
    oauth: 'gho_',
    'fine-grained': 'github_pat_',
    actions: 'ghs_',
    installation: 'ghs_'
};
const ALL_SCOPES = ['delete:packages', 'repo', 'write:packages'];
/** Adds a token; its `secret` is what a client sends. */
function addToken(world, details) {
    const kind = details.kind ?? 'classic';
    const sso = Object.entries(details.sso ?? {});
    const token = {
        secret: details.secret ?? PREFIX[kind] + String(nextId(world)).padStart(36, 'x'),
        kind,
        login: details.login ?? null,
        repository: details.repository ?? null,
        scopes: [...(details.scopes ?? ALL_SCOPES)],
        packagesPermission: details.packagesPermission ?? 'write',
        expiresAt: details.expiresAt ?? null,
        valid: details.valid ?? true,
        sso: new Map(sso.map(([login, manner]) => [login.toLowerCase(), manner]))
    };
    world.tokens.set(token.secret, token);
    return token;
}
/** Adds a package of an owner that is there. */
function addPackage(world, owner, name, details = {}) {
    const createdAt = details.createdAt ?? world.now();
    const roles = Object.entries(details.roles ?? {});
    const added = {
        id: nextId(world),
        owner,
        type: details.type ?? 'container',
        name,
        visibility: details.visibility ?? 'private',
        repository: details.repository ?? null,
        createdAt,
        updatedAt: details.updatedAt ?? createdAt,
        deletedAt: null,
        roles: new Map(roles.map(([who, role]) => [who.toLowerCase(), role])),
        versions: [],
        tags: new Map(),
        manifests: new Map(),
        blobs: new Map(),
        distTags: new Map(),
        dockerTags: details.dockerTags ?? 'tag'
    };
    world.packages.push(added);
    return added;
}
/** Adds a version; its tags move to it from where they were. */
function addVersion(world, target, given = {}) {
    const { name, tags = [], manifest, ...rest } = given;
    const details = { ...rest, id: given.id ?? nextId(world) };
    const version = manifest === undefined
        ? createVersion(world, target, name ?? nameOf(target, details.id), details)
        : pushManifest(world, target, manifest, null, details);
    for (const tag of tags)
        moveTag(target, tag, version);
    return version;
}
/** A name that no other version has; for container the digest of a manifest that is stored. */
function nameOf(target, id) {
    if (target.type !== 'container')
        return `1.0.${id}`;
    const image = smallImage(id);
    const digest = digestOf(image.bytes);
    target.manifests.set(digest, image);
    return digest;
}
/** Adds a repository; `fullName` is `owner/name`. */
function addRepository(world, fullName, details = {}) {
    const releases = details.releases ?? [];
    const repository = {
        id: nextId(world),
        fullName,
        visibility: details.visibility ?? 'private',
        branches: [...(details.branches ?? ['main'])],
        pullRequests: (details.pullRequests ?? []).map((given) => pullRequest(fullName, given)),
        releases: releases.map((tag) => ({ id: nextId(world), tag, draft: false, prerelease: false })),
        gitTags: [...(details.gitTags ?? [])],
        withheld: new Set(details.withheld)
    };
    world.repositories.set(fullName.toLowerCase(), repository);
    return repository;
}
function pullRequest(fullName, given) {
    return {
        state: 'open',
        mergedAt: null,
        closedAt: null,
        headRepository: fullName,
        headBranch: `topic-${given.number}`,
        headSha: given.number.toString(16).padStart(40, '0'),
        ...given
    };
}

;// CONCATENATED MODULE: ./lib/emulator/registry-creation.js



/**
 * The package that a first push makes: private, its pusher its admin; pushed by a workflow
 * it is linked to that repository.
 *
 * @see https://docs.github.com/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility
 */
function createPushedPackage(world, path, token) {
    const { owner, name } = splitRepository(path);
    const pusher = token?.repository ?? token?.login;
    return addPackage(world, findOwner(world, owner)?.login ?? owner, name, {
        ...(typeof token?.repository === 'string' ? { repository: token.repository } : {}),
        ...(pusher === undefined || pusher === null ? {} : { roles: { [pusher]: 'admin' } })
    });
}

;// CONCATENATED MODULE: ./lib/emulator/registry-document.js
/** Reads a manifest; `null` where it is no JSON object. What has no shape is left out. */
function readDocument(bytes) {
    const document = parse(bytes);
    if (!isRecord(document))
        return null;
    const { mediaType, manifests, config, layers, subject } = document;
    return {
        mediaType: typeof mediaType === 'string' ? mediaType : null,
        entries: descriptorsIn(manifests),
        blobs: [...descriptorsIn([config]), ...descriptorsIn(layers)],
        subject: isDescriptor(subject) ? subject.digest : null
    };
}
/** Whether an index entry with this media type is a manifest: a cache index lists blobs too. */
function isManifestType(mediaType) {
    return /^application\/vnd\.(oci\.image|docker\.distribution)\.(index|manifest)(\.list)?\.v\d\+json$/.test(mediaType);
}
function parse(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return null;
    }
}
function descriptorsIn(value) {
    return Array.isArray(value) ? value.filter(isDescriptor) : [];
}
function isDescriptor(value) {
    return (isRecord(value) &&
        typeof value['digest'] === 'string' &&
        typeof value['mediaType'] === 'string' &&
        typeof value['size'] === 'number');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/emulator/registry-manifests.js









const TAG = /^\w[\w.-]{0,127}$/;
/**
 * Manifests by tag or digest: GET, HEAD and PUT; DELETE is 405. Every GET that is answered
 * counts as a download of its version.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 */
function manifestHandler(registry) {
    return (request) => {
        const route = parseRoute(request);
        if (route?.kind !== 'manifests')
            return undefined;
        if (!isRepositoryName(route.repository)) {
            return refusal(400, 'NAME_INVALID', 'invalid repository name');
        }
        switch (request.method) {
            case 'GET':
            case 'HEAD':
                return (authorise(registry, request, route.repository, 'pull') ?? read(registry, request, route));
            case 'PUT':
                return (authorise(registry, request, route.repository, 'push') ?? put(registry, request, route));
            default:
                return unsupported();
        }
    };
}
function read(registry, request, route) {
    const target = packageAt(registry.world, route.repository);
    const found = target === undefined ? undefined : findManifest(target, route.reference);
    if (target === undefined || found === undefined)
        return manifestUnknown();
    if (!isAcceptable(request, found.mediaType)) {
        return manifestUnknown(`${found.mediaType} found, but accept header does not support it`);
    }
    count(registry, request, target, found.digest);
    return {
        status: 200,
        headers: {
            'content-type': found.mediaType,
            ...digestHeader(registry, found.digest),
            ...(registry.behaviour.honoursIfMatch ? { etag: `"${found.digest}"` } : {})
        },
        body: found.bytes
    };
}
function isAcceptable({ headers }, mediaType) {
    const accepted = (headers['accept'] ?? '*/*')
        .split(',')
        .map((range) => range.split(';')[0]?.trim());
    return accepted.some((range) => range === '*/*' || range === 'application/*' || range === mediaType);
}
function count(registry, { method }, target, digest) {
    if (method === 'GET') {
        registry.manifestReads.set(digest, (registry.manifestReads.get(digest) ?? 0) + 1);
    }
    else if (!registry.behaviour.headCountsAsDownload)
        return;
    const version = findVersion(target, digest);
    if (version !== undefined)
        version.downloads += 1;
}
function put(registry, request, route) {
    const { body } = request;
    const digest = digestOf(body);
    const fault = pushFault(registry, request, route, digest);
    if (fault !== undefined)
        return fault;
    const { world } = registry;
    const target = packageAt(world, route.repository) ??
        createPushedPackage(world, route.repository, tokenBehind(registry, request));
    const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
    const tag = route.reference === digest ? null : route.reference;
    pushManifest(world, target, { bytes: Uint8Array.from(body), mediaType }, tag);
    return {
        status: 201,
        headers: {
            location: `/v2/${route.repository}/manifests/${digest}`,
            ...digestHeader(registry, digest)
        }
    };
}
function pushFault(registry, { body, headers }, { repository, reference }, digest) {
    const invalid = (why) => refusal(400, 'MANIFEST_INVALID', `manifest invalid: ${why}`);
    if (body.byteLength > manifest/* MAX_MANIFEST_BYTES */.Z)
        return refusal(413, 'SIZE_INVALID', 'manifest too large');
    const document = readDocument(body);
    if (document === null)
        return invalid('not a JSON object');
    const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim();
    if (contentType === '')
        return invalid('no Content-Type');
    if (document.mediaType !== null && document.mediaType !== contentType) {
        return invalid('mediaType is not the Content-Type');
    }
    if (reference.includes(':') || (0,model_digest/* isSha256Digest */.q9)(reference)) {
        return reference === digest
            ? undefined
            : refusal(400, 'DIGEST_INVALID', 'digest is not of the body');
    }
    if (!TAG.test(reference))
        return refusal(400, 'TAG_INVALID', 'invalid tag');
    if (!isMatched(registry, headers['if-match'], repository, reference)) {
        return refusal(412, 'UNKNOWN', 'the tag is on something else');
    }
    if (!registry.behaviour.checksReferences)
        return undefined;
    const target = packageAt(registry.world, repository);
    const entries = document.entries.filter((entry) => target === undefined || findManifest(target, entry.digest) === undefined);
    const blobs = document.blobs.filter((blob) => target?.blobs.has(blob.digest) !== true);
    return [...entries, ...blobs].length === 0
        ? undefined
        : refusal(404, 'MANIFEST_BLOB_UNKNOWN', 'it names what is not there');
}
/** @see https://www.rfc-editor.org/rfc/rfc9110#field.if-match */
function isMatched({ world, behaviour }, wanted, repository, tag) {
    if (!behaviour.honoursIfMatch || wanted === undefined)
        return true;
    const digest = packageAt(world, repository)?.tags.get(tag);
    return digest !== undefined && (wanted === '*' || wanted === `"${digest}"`);
}
function digestHeader({ behaviour }, digest) {
    return behaviour.sendsDigestHeader ? { 'docker-content-digest': digest } : {};
}

;// CONCATENATED MODULE: ./lib/emulator/registry-referrers.js

/**
 * ghcr.io has no referrers endpoint: asking is sent on to the web site, which answers 404 or
 * counts it against another limit. Both requests are breaches.
 *
 * @see https://github.com/artifacthub/hub/issues/4785
 */
function referrersHandler(registry) {
    return (request) => {
        if (request.path.startsWith('/-/v2/')) {
            registry.breaches.push(`followed to the web site: ${request.method} ${request.path}`);
            return { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not Found</h1>' };
        }
        const route = parseRoute(request);
        if (route?.kind !== 'referrers')
            return undefined;
        registry.breaches.push(`asked for referrers: ${request.method} ${request.path}`);
        const { name } = splitRepository(route.repository);
        const [algorithm = ''] = route.reference.split(':');
        const page = `${encodeURIComponent(name)}%2Freferrers%2F${algorithm}`;
        // Of the emulator itself, not of github.com: nothing may reach the real one from a test.
        const location = `${request.baseUrl}/-/v2/packages/container/package/${page}`;
        return { status: 303, headers: { location } };
    };
}

;// CONCATENATED MODULE: ./lib/emulator/registry-tags.js



/**
 * `GET /v2/<name>/tags/list?n&last`: all tags, helper tags too, in order of their code units.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-tags
 */
function tagListHandler(registry) {
    return (request) => {
        const route = parseRoute(request);
        if (route?.kind !== 'tags')
            return undefined;
        if (request.method !== 'GET')
            return unsupported();
        const refused = authorise(registry, request, route.repository, 'pull');
        if (refused !== undefined)
            return refused;
        const target = packageAt(registry.world, route.repository);
        const last = request.query.get('last') ?? '';
        const rest = [...(target?.tags.keys() ?? [])].filter((tag) => tag > last).sort();
        const limit = pageSize(request.query.get('n'));
        const tags = rest.slice(0, limit);
        const next = `</v2/${route.repository}/tags/list?last=${tags.at(-1) ?? ''}&n=${limit}>; rel="next"`;
        return {
            status: 200,
            headers: tags.length > 0 && rest.length > tags.length ? { link: next } : {},
            body: { name: route.repository, tags }
        };
    };
}
function pageSize(n) {
    return n !== null && /^\d+$/.test(n) ? Number(n) : 1000;
}

;// CONCATENATED MODULE: ./lib/emulator/registry-token.js






/**
 * `GET /token?service&scope`: gives a token of the registry for a GitHub token, sent as the
 * password of any user, or for nobody where the packages are public. Push is given to
 * whoever asks with a good token: it is at the push that ghcr.io looks at roles.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
function tokenHandler(registry) {
    return (request) => {
        if (request.surface !== 'registry' || request.path !== '/token')
            return undefined;
        if (request.method !== 'GET')
            return refusal(405, 'UNSUPPORTED', 'method not allowed');
        if (request.credentials === 'bad') {
            return refusal(registry.behaviour.badCredentialsStatus, 'DENIED', 'denied');
        }
        const grants = request.query.getAll('scope').flatMap(parseScopes);
        return refuseGrants(registry, request.token, grants) ?? issue(registry, request, grants);
    };
}
/** `repository:owner/name:pull,push`, several separated by spaces. Others give nothing. */
function parseScopes(text) {
    return text.split(' ').flatMap((scope) => {
        const [, repository, actions] = /^repository:([^:]+):([a-z,*]+)$/.exec(scope) ?? [];
        if (repository === undefined || actions === undefined)
            return [];
        return [{ repository, actions: actions.split(',') }];
    });
}
function refuseGrants({ world }, token, grants) {
    for (const { repository, actions } of grants) {
        const sso = ssoRefusal(token, splitRepository(repository).owner);
        if (sso !== undefined)
            return sso;
        const target = packageAt(world, repository);
        const isNew = target === undefined && token !== null && actions.includes('push');
        const owner = findOwner(world, splitRepository(repository).owner);
        const isOpen = target === undefined ? isNew && owner !== undefined : maySee(world, token, target);
        if (!isOpen)
            return denied();
    }
    return undefined;
}
function issue(registry, { token }, grants) {
    const { tokenField, tokenLifetimeS, saysExpiresIn } = registry.behaviour;
    const name = new TextEncoder().encode(`registry token ${registry.issued.size + 1}`);
    const value = `djE6${digestOf(name).slice('sha256:'.length)}`;
    const expiresAt = registry.world.now() + tokenLifetimeS * time/* SECOND_MS */._L;
    registry.issued.set(value, { token, grants, expiresAt });
    return {
        status: 200,
        body: {
            ...(tokenField === 'access_token' ? {} : { token: value }),
            ...(tokenField === 'token' ? {} : { access_token: value }),
            ...(saysExpiresIn ? { expires_in: tokenLifetimeS } : {})
        }
    };
}

;// CONCATENATED MODULE: ./lib/emulator/registry-uploads.js






/**
 * Blob uploads: POST (also whole, or mounted from another package), PATCH, PUT, as far as
 * docker, skopeo, oras and crane use them.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs
 */
function uploadHandler(registry) {
    return (request) => {
        const route = parseRoute(request);
        if (route?.kind !== 'uploads')
            return undefined;
        if (!isRepositoryName(route.repository)) {
            return refusal(400, 'NAME_INVALID', 'invalid repository name');
        }
        const refused = authorise(registry, request, route.repository, 'push');
        if (refused !== undefined)
            return refused;
        if (request.method === 'POST')
            return begin(registry, request, route);
        const sofar = registry.uploads.get(route.reference);
        if (sofar === undefined)
            return blobUnknown('BLOB_UPLOAD_UNKNOWN');
        return proceed(registry, request, route, sofar);
    };
}
function begin(registry, request, route) {
    const digest = request.query.get('digest');
    if (digest !== null)
        return store(registry, request, route, digest, request.body);
    const mounted = mountable(registry, request);
    if (mounted !== undefined) {
        return store(registry, request, route, digestOf(mounted), mounted);
    }
    registry.lastUpload += 1;
    const id = `upload-${registry.lastUpload}`;
    registry.uploads.set(id, new Uint8Array());
    return accepted(route.repository, id, 0);
}
function proceed(registry, request, route, sofar) {
    const bytes = Buffer.concat([sofar, request.body]);
    switch (request.method) {
        case 'GET':
            return { ...accepted(route.repository, route.reference, sofar.byteLength), status: 204 };
        case 'PATCH':
            registry.uploads.set(route.reference, bytes);
            return accepted(route.repository, route.reference, bytes.byteLength);
        case 'PUT':
            return store(registry, request, route, request.query.get('digest') ?? '', bytes);
        default:
            return unsupported();
    }
}
function accepted(repository, id, length) {
    const location = `/v2/${repository}/blobs/uploads/${id}`;
    const range = `0-${Math.max(0, length - 1)}`;
    return { status: 202, headers: { location, range, 'docker-upload-uuid': id } };
}
function store(registry, request, { repository, reference }, digest, bytes) {
    if (digestOf(bytes) !== digest) {
        return refusal(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content');
    }
    const { world } = registry;
    const token = tokenBehind(registry, request);
    const target = packageAt(world, repository) ?? createPushedPackage(world, repository, token);
    target.blobs.set(digest, Uint8Array.from(bytes));
    registry.uploads.delete(reference);
    const location = `/v2/${repository}/blobs/${digest}`;
    return { status: 201, headers: { location, 'docker-content-digest': digest } };
}
function mountable(registry, request) {
    const digest = request.query.get('mount');
    const from = packageAt(registry.world, request.query.get('from') ?? '');
    if (digest === null || from === undefined)
        return undefined;
    const isOpen = maySee(registry.world, tokenBehind(registry, request), from);
    return isOpen ? from.blobs.get(digest) : undefined;
}

;// CONCATENATED MODULE: ./lib/emulator/registry-handlers.js








/** ghcr.io: the handlers for `serve`, in the order in which they are to be asked. */
function registryHandlers(registry) {
    return [
        paceHandler(registry),
        tokenHandler(registry),
        greetingHandler(registry),
        manifestHandler(registry),
        tagListHandler(registry),
        uploadHandler(registry),
        blobHandler(registry),
        referrersHandler(registry)
    ];
}
function greetingHandler(registry) {
    return (request) => (/^\/v2\/?$/.test(request.path) ? greet(registry, request) : undefined);
}

;// CONCATENATED MODULE: ./lib/emulator/registry-state.js
const BEHAVIOUR = {
    service: 'ghcr.io',
    tokenField: 'token',
    tokenLifetimeS: 300,
    saysExpiresIn: false,
    badCredentialsStatus: 403,
    sendsDigestHeader: true,
    headCountsAsDownload: false,
    honoursIfMatch: false,
    checksReferences: false,
    storageUrl: null,
    readsPerMinute: null,
    writesPerMinute: null,
    burst: 100,
    sendsRetryAfter: false
};
/** The registry of a world; packages, versions and manifests are the world's. */
function createRegistry(world, behaviour = {}) {
    return {
        world,
        behaviour: { ...BEHAVIOUR, ...behaviour },
        issued: new Map(),
        uploads: new Map(),
        lastUpload: 0,
        manifestReads: new Map(),
        breaches: [],
        tooMany: 0,
        paceUntil: { read: 0, write: 0 }
    };
}
/** How many manifests were read, each GET counted. */
function totalManifestReads(registry) {
    return [...registry.manifestReads.values()].reduce((sum, count) => sum + count, 0);
}

;// CONCATENATED MODULE: ./lib/emulator/account-json.js

const WEB = 'https://github.com';
/** A date as the API writes it, without fractions of a second. */
function dateText(at) {
    return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
/** GitHub's "simple user": an organisation or a user inside of another answer. */
function simpleUser(owner, baseUrl) {
    const url = `${baseUrl}/users/${owner.login}`;
    return {
        login: owner.login,
        id: owner.id,
        node_id: `U_${owner.id}`,
        avatar_url: `https://avatars.githubusercontent.com/u/${owner.id}?v=4`,
        gravatar_id: '',
        url,
        html_url: `${WEB}/${owner.login}`,
        followers_url: `${url}/followers`,
        following_url: `${url}/following{/other_user}`,
        gists_url: `${url}/gists{/gist_id}`,
        starred_url: `${url}/starred{/owner}{/repo}`,
        subscriptions_url: `${url}/subscriptions`,
        organizations_url: `${url}/orgs`,
        repos_url: `${url}/repos`,
        events_url: `${url}/events{/privacy}`,
        received_events_url: `${url}/received_events`,
        type: owner.kind === 'organization' ? 'Organization' : 'User',
        site_admin: false
    };
}
/** GitHub's "public user". */
function publicUser(owner, baseUrl) {
    return {
        ...simpleUser(owner, baseUrl),
        name: null,
        company: null,
        blog: '',
        location: null,
        email: null,
        hireable: null,
        bio: null,
        public_repos: 0,
        public_gists: 0,
        followers: 0,
        following: 0,
        created_at: '2015-01-01T00:00:00Z',
        updated_at: '2025-01-01T00:00:00Z'
    };
}
const REPOSITORY_LINKS = {
    archive: '/{archive_format}{/ref}',
    assignees: '/assignees{/user}',
    blobs: '/git/blobs{/sha}',
    branches: '/branches{/branch}',
    collaborators: '/collaborators{/collaborator}',
    comments: '/comments{/number}',
    commits: '/commits{/sha}',
    compare: '/compare/{base}...{head}',
    contents: '/contents/{+path}',
    contributors: '/contributors',
    deployments: '/deployments',
    downloads: '/downloads',
    events: '/events',
    forks: '/forks',
    git_commits: '/git/commits{/sha}',
    git_refs: '/git/refs{/sha}',
    git_tags: '/git/tags{/sha}',
    hooks: '/hooks',
    issue_comment: '/issues/comments{/number}',
    issue_events: '/issues/events{/number}',
    issues: '/issues{/number}',
    keys: '/keys{/key_id}',
    labels: '/labels{/name}',
    languages: '/languages',
    merges: '/merges',
    milestones: '/milestones{/number}',
    notifications: '/notifications{?since,all,participating}',
    pulls: '/pulls{/number}',
    releases: '/releases{/id}',
    stargazers: '/stargazers',
    statuses: '/statuses/{sha}',
    subscribers: '/subscribers',
    subscription: '/subscription',
    tags: '/tags',
    teams: '/teams',
    trees: '/git/trees{/sha}'
};
/** GitHub's "minimal repository": one inside of another answer. */
function minimalRepository(world, repository, baseUrl) {
    const [login = '', name = ''] = repository.fullName.split('/');
    const url = `${baseUrl}/repos/${repository.fullName}`;
    const owner = findOwner(world, login);
    const links = Object.fromEntries(Object.entries(REPOSITORY_LINKS).map(([key, path]) => [`${key}_url`, url + path]));
    return {
        id: repository.id,
        node_id: `R_${repository.id}`,
        name,
        full_name: repository.fullName,
        private: repository.visibility !== 'public',
        ...(owner === undefined ? {} : { owner: simpleUser(owner, baseUrl) }),
        html_url: `${WEB}/${repository.fullName}`,
        description: null,
        fork: false,
        url,
        ...links
    };
}
/** GitHub's "full repository". */
function fullRepository(world, repository, baseUrl) {
    const html = `${WEB}/${repository.fullName}`;
    const counts = [
        'forks',
        'forks_count',
        'open_issues',
        'open_issues_count',
        'size',
        'stargazers_count'
    ];
    const more = ['watchers', 'watchers_count', 'network_count', 'subscribers_count'];
    const flags = [
        'has_issues',
        'has_projects',
        'has_wiki',
        'has_pages',
        'has_discussions',
        'has_downloads'
    ];
    return {
        ...minimalRepository(world, repository, baseUrl),
        ...Object.fromEntries([...counts, ...more].map((key) => [key, 0])),
        ...Object.fromEntries(flags.map((key) => [key, false])),
        clone_url: `${html}.git`,
        git_url: `git://github.com/${repository.fullName}.git`,
        ssh_url: `git@github.com:${repository.fullName}.git`,
        svn_url: html,
        mirror_url: null,
        default_branch: repository.branches[0] ?? 'main',
        visibility: repository.visibility,
        homepage: null,
        language: null,
        license: null,
        archived: false,
        disabled: false,
        created_at: '2020-01-01T00:00:00Z',
        updated_at: '2025-01-01T00:00:00Z',
        pushed_at: '2025-01-01T00:00:00Z'
    };
}

;// CONCATENATED MODULE: ./lib/emulator/api-answers.js
const DOCUMENTATION = 'https://docs.github.com/rest/packages/packages';
/**
 * An error as GitHub's API words it; `status` is a string there.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
function apiError(status, message) {
    return {
        status,
        body: { message, documentation_url: DOCUMENTATION, status: String(status) }
    };
}
/** 401 without a token. */
const REQUIRES_AUTHENTICATION = apiError(401, 'Requires authentication');
/** 401 with a token that is none, or no more. */
const BAD_CREDENTIALS = apiError(401, 'Bad credentials');
/** 404 of what is no package. */
const NOT_FOUND = apiError(404, 'Not Found');
/** 404 of a package that is not there, hidden, or not the token's to change. */
const PACKAGE_NOT_FOUND = apiError(404, 'Package not found.');
/** 404 of a version that is not there, or not there any more. */
const VERSION_NOT_FOUND = apiError(404, 'Package version not found.');
/** 400 for a list of packages with a token that may not list. @see https://github.com/cli/cli/issues/9606 */
const INVALID_ARGUMENT = apiError(400, 'Invalid argument.');
/** 403 for tokens of GitHub Apps. */
const NOT_FOR_INTEGRATIONS = apiError(403, 'Resource not accessible by integration');
/** 403 for fine-grained tokens. */
const NOT_FOR_FINE_GRAINED = apiError(403, 'Resource not accessible by personal access token');
/** Done, nothing to say. */
const NO_CONTENT = { status: 204 };

;// CONCATENATED MODULE: ./lib/emulator/handler.js
/** The segment with its percent-encoding undone; `null` where that is malformed. */
function decodeSegment(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return null;
    }
}
/** The first answer that a handler gives. None: 501, so that a gap is loud. */
function answer(handlers, request) {
    for (const handler of handlers) {
        const response = handler(request);
        if (response !== undefined)
            return response;
    }
    return { status: 501, body: { message: `no handler for ${request.method} ${request.path}` } };
}

;// CONCATENATED MODULE: ./lib/emulator/accounts-api.js




/**
 * Organisations are found here too, with `type: "Organization"`.
 *
 * @see https://docs.github.com/rest/users/users#get-a-user
 */
function getUser(world) {
    return ({ method, surface, segments, credentials, baseUrl }) => {
        const [users, login = '', ...more] = segments;
        if (method !== 'GET' || surface !== 'api' || users !== 'users' || more.length > 0) {
            return undefined;
        }
        if (credentials === 'bad')
            return BAD_CREDENTIALS;
        const owner = findOwner(world, decodeSegment(login) ?? '');
        return owner === undefined ? NOT_FOUND : { status: 200, body: publicUser(owner, baseUrl) };
    };
}
/** @see https://docs.github.com/rest/users/users#get-the-authenticated-user */
function getAuthenticatedUser(world) {
    return ({ method, surface, path, credentials, token, baseUrl }) => {
        if (method !== 'GET' || surface !== 'api' || path !== '/user')
            return undefined;
        if (token === null)
            return credentials === 'bad' ? BAD_CREDENTIALS : REQUIRES_AUTHENTICATION;
        const user = findOwner(world, token.login ?? '');
        return user === undefined
            ? NOT_FOR_INTEGRATIONS
            : { status: 200, body: publicUser(user, baseUrl) };
    };
}

;// CONCATENATED MODULE: ./lib/emulator/admission.js



const SSO_MESSAGE = 'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.';
/**
 * The owner of a request that lists packages, for a token that may list at all.
 *
 * @see https://github.com/cli/cli/issues/9606
 */
function admitToList(world, request, call, demand) {
    const { token } = request;
    if (token === null)
        return { refusal: unauthenticated(request) };
    if (token.kind !== 'classic' && token.kind !== 'oauth')
        return { refusal: INVALID_ARGUMENT };
    const owner = ownerOf(world, call, token);
    const refusal = admission_ssoRefusal(token, owner) ?? scopeRefusal(token, demand);
    if (refusal !== undefined)
        return { refusal };
    return owner === undefined ? { refusal: NOT_FOUND } : { owner, token };
}
/** The package of a request that names one, deleted or not, for a token that may do that. */
function admitToPackage(world, request, call, demand) {
    const { token } = request;
    if (token === null)
        return { refusal: unauthenticated(request) };
    const owner = ownerOf(world, call, token);
    const refusal = kindRefusal(token, call, demand) ?? admission_ssoRefusal(token, owner) ?? scopeRefusal(token, demand);
    if (refusal !== undefined)
        return { refusal };
    const target = owner === undefined ? undefined : findPackage(world, owner.login, call.type, call.name);
    if (target === undefined || !isAtLeast(roleVia(world, call, token, target), demand.role)) {
        return { refusal: PACKAGE_NOT_FOUND };
    }
    return repositoryScopeRefusal(world, token, target, demand) ?? { target };
}
function unauthenticated({ credentials }) {
    return credentials === 'bad' ? BAD_CREDENTIALS : REQUIRES_AUTHENTICATION;
}
/** `/orgs` takes organisations only, `/users` takes both kinds. */
function ownerOf(world, call, token) {
    const owner = findOwner(world, call.login ?? token.login ?? '');
    return call.family === 'orgs' && owner?.kind !== 'organization' ? undefined : owner;
}
/** @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api */
function kindRefusal(token, call, demand) {
    if (token.kind === 'fine-grained')
        return NOT_FOR_FINE_GRAINED;
    if (token.login === null && call.family === 'user')
        return NOT_FOR_INTEGRATIONS;
    if (token.kind === 'installation')
        return PACKAGE_NOT_FOUND;
    if (token.kind !== 'actions')
        return undefined;
    const isEnough = token.packagesPermission === 'write' ||
        (token.packagesPermission === 'read' && demand.role === 'read');
    return isEnough ? undefined : NOT_FOR_INTEGRATIONS;
}
function admission_ssoRefusal(token, owner) {
    if (owner === undefined || token.sso.get(owner.login.toLowerCase()) !== 'refuse')
        return undefined;
    const url = `https://github.com/orgs/${owner.login}/sso?authorization_request=AB${owner.id}`;
    return { ...apiError(403, SSO_MESSAGE), headers: { 'x-github-sso': `required; url=${url}` } };
}
function scopeRefusal(token, { scope, purpose }) {
    const missing = [scope, 'read:packages'].find((needed) => !hasScope(token, needed));
    return missing === undefined
        ? undefined
        : apiError(403, `You need at least ${missing} scope ${purpose}.`);
}
/** Where permissions are the repository's, changes need its scope as well. */
function repositoryScopeRefusal(world, token, target, { role, purpose }) {
    if (isGranular(world, target.type) || hasScope(token, 'repo'))
        return undefined;
    if (target.visibility !== 'public')
        return { refusal: PACKAGE_NOT_FOUND };
    if (role === 'read')
        return undefined;
    return { refusal: apiError(403, `You need at least repo scope ${purpose}.`) };
}
/** The token's role in the package by this way in; `null` where it is hidden. */
function roleVia(world, call, token, target) {
    const isHidden = token.sso.has(target.owner.toLowerCase()) ||
        (call.family === 'users' && !world.behaviour.usersShowPrivate && target.visibility !== 'public');
    if (isHidden)
        return null;
    const role = roleOf(world, token, target);
    const isCapped = token.kind === 'actions' &&
        target.visibility === 'internal' &&
        !world.behaviour.workflowDeletesInternal;
    return isCapped && role === 'admin' ? 'write' : role;
}

// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(49969);
;// CONCATENATED MODULE: ./lib/emulator/packages-call.js


const PLACES = new Set([':type', ':name', ':id']);
/**
 * The request taken apart where it has this method and, after the owner, this path, such as
 * `packages/:type/:name/versions`; `undefined` where it has not. A place takes one segment,
 * so that a slash in a name has to be sent as `%2F`.
 */
function packagesCall(request, method, pattern) {
    const owner = packages_call_ownerOf(request.segments);
    if (request.surface !== 'api' || request.method !== method || owner === undefined) {
        return undefined;
    }
    const places = pattern.split('/');
    const rest = request.segments.slice(owner.length);
    if (rest.length !== places.length || !rest.every((segment, at) => fits(segment, places[at]))) {
        return undefined;
    }
    const valueAt = (place) => decodeSegment(rest[places.indexOf(place)] ?? '') ?? '';
    return {
        ...owner,
        ownerPath: `/${request.segments.slice(0, owner.length).join('/')}`,
        type: valueAt(':type'),
        name: valueAt(':name'),
        versionId: /^\d+$/.test(valueAt(':id')) ? Number(valueAt(':id')) : Number.NaN
    };
}
function packages_call_ownerOf(segments) {
    const [family, login = ''] = segments;
    if (family === 'user')
        return { family, login: null, length: 1 };
    if (family !== 'orgs' && family !== 'users')
        return undefined;
    return { family, login: decodeSegment(login), length: 2 };
}
function fits(segment, place = '') {
    return PLACES.has(place) ? segment !== '' && decodeSegment(segment) !== null : segment === place;
}
/** Whether GitHub knows this type of packages. */
function isPackageType(text) {
    return model_package/* PACKAGE_TYPES */.Zc.some((type) => type === text);
}

;// CONCATENATED MODULE: ./lib/emulator/deleting-api.js




/** Public versions with more downloads than this stay for ever. */
const DOWNLOADS_LIMIT = 5000;
const deleting = (what) => ({
    scope: 'delete:packages',
    role: 'admin',
    purpose: `to delete ${what}`
});
/** @see https://github.com/Chizkiyahu/delete-untagged-ghcr-action/issues/40 */
const VERSION_TOO_POPULAR = 'Publicly visible package versions with more than 5000 downloads cannot be deleted. Contact GitHub support for further assistance.';
/** @see https://github.com/sigstore/cosign/issues/3984 */
const PACKAGE_TOO_POPULAR = 'Publicly visible packages with a version with more than 5000 downloads cannot be deleted. contact GitHub support for further assistance';
/** @see https://github.com/kairos-io/kairos/issues/4723 */
const LAST_TAGGED = 'You cannot delete the last tagged version of a package. You must delete the package instead.';
/** @see https://github.com/actions/delete-package-versions/issues/231 */
const LAST = 'You cannot delete the last version of a package. You must delete the package instead.';
/** @see https://docs.github.com/rest/packages/packages#delete-a-package-for-an-organization */
function deletePackage(world) {
    return (request) => {
        const call = packagesCall(request, 'DELETE', 'packages/:type/:name');
        if (call === undefined)
            return undefined;
        const admission = admitToPackage(world, request, call, deleting('a package'));
        if ('refusal' in admission)
            return admission.refusal;
        const { target } = admission;
        if (target.deletedAt !== null)
            return PACKAGE_NOT_FOUND;
        if (living(target).some((version) => isTooPopular(target, version))) {
            return apiError(400, PACKAGE_TOO_POPULAR);
        }
        target.deletedAt = world.now();
        return NO_CONTENT;
    };
}
/** @see https://docs.github.com/rest/packages/packages#delete-package-version-for-an-organization */
function deletePackageVersion(world) {
    return (request) => {
        const call = packagesCall(request, 'DELETE', 'packages/:type/:name/versions/:id');
        if (call === undefined)
            return undefined;
        const admission = admitToPackage(world, request, call, deleting('a package version'));
        if ('refusal' in admission)
            return admission.refusal;
        const { target } = admission;
        if (target.deletedAt !== null)
            return PACKAGE_NOT_FOUND;
        const version = living(target).find(({ id }) => id === call.versionId);
        if (version === undefined)
            return VERSION_NOT_FOUND;
        return refusalOf(world, target, version) ?? remove(world, target, version);
    };
}
function refusalOf(world, target, version) {
    if (isTooPopular(target, version))
        return apiError(400, VERSION_TOO_POPULAR);
    if (target.type === 'container') {
        return isLastTagged(target, version) ? apiError(400, LAST_TAGGED) : undefined;
    }
    const isLast = living(target).length === 1;
    return isLast && world.behaviour.lastVersion === 'refuse' ? apiError(400, LAST) : undefined;
}
/** With its last version the package goes too, and comes back with it when it is restored. */
function remove(world, target, version) {
    if (living(target).length === 1)
        target.deletedAt = world.now();
    else
        deleteVersion(world, target, version);
    return NO_CONTENT;
}
function living({ versions }) {
    return versions.filter(({ deletedAt }) => deletedAt === null);
}
function isTooPopular({ visibility }, { downloads }) {
    return visibility === 'public' && downloads > DOWNLOADS_LIMIT;
}
/** Helper tags count as tags here, and an untagged version may go even when it is the last. */
function isLastTagged(target, version) {
    const bearers = new Set(target.tags.values());
    return bearers.size === 1 && bearers.has(version.name);
}

;// CONCATENATED MODULE: ./lib/emulator/npm-registry.js




/**
 * `GET /@owner%2Fname` of the npm registry: all versions and dist-tags.
 *
 * @see https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 */
function getPackument(world) {
    return (request) => withNpmPackage(world, request, /^\/(@[^/]+\/[^/]+)$/, (shown, name) => {
        const living = shown.versions.filter(({ deletedAt }) => deletedAt === null);
        const tarball = (version) => `${request.baseUrl}/download/${name}/${version}/${'0'.repeat(40)}`;
        return {
            name,
            'dist-tags': Object.fromEntries(shown.distTags),
            time: Object.fromEntries(living.map((version) => [version.name, dateText(version.createdAt)])),
            versions: Object.fromEntries(living.map(({ name: version }) => [
                version,
                { name, version, dist: { tarball: tarball(version), shasum: '0'.repeat(40) } }
            ]))
        };
    });
}
/**
 * `GET /-/package/@owner%2Fname/dist-tags` of the npm registry.
 *
 * @see https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
 */
function getDistTags(world) {
    return (request) => withNpmPackage(world, request, /^\/-\/package\/(@[^/]+\/[^/]+)\/dist-tags$/, (shown) => Object.fromEntries(shown.distTags));
}
/** A scoped name may come with its slash encoded or plain, and its `@` too. */
function withNpmPackage(world, request, route, give) {
    const name = route.exec(decodeSegment(request.path) ?? '')?.[1];
    if (request.surface !== 'npm' || request.method !== 'GET' || name === undefined)
        return undefined;
    const { token } = request;
    if (token === null)
        return {
            status: 401,
            body: { error: 'unauthenticated: User cannot be authenticated with the token provided.' }
        };
    if (!hasScope(token, 'read:packages') || token.kind === 'fine-grained') {
        return {
            status: 403,
            body: {
                error: 'Permission permission_denied: The token provided does not match expected scopes.'
            }
        };
    }
    const [owner = '', bare = ''] = name.slice(1).split('/');
    const shown = findPackage(world, owner, 'npm', bare);
    const isOpen = shown?.deletedAt === null && isAtLeast(roleOf(world, token, shown), 'read');
    return isOpen
        ? { status: 200, body: give(shown, name) }
        : { status: 404, body: { error: 'not_found' } };
}

;// CONCATENATED MODULE: ./lib/emulator/improper-request.js

const API_VERSIONS = ['2022-11-28', '2026-03-10'];
/**
 * Refuses what GitHub's API refuses of every client: no user agent, and an API version that
 * it does not know.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent-required
 * @see https://docs.github.com/rest/about-the-rest-api/api-versions
 */
const improperRequest = ({ surface, headers }) => {
    if (surface !== 'api')
        return undefined;
    if ((headers['user-agent'] ?? '') === '') {
        return {
            status: 403,
            body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/rest/overview/resources-in-the-rest-api#user-agent-required).\n'
        };
    }
    const version = headers['x-github-api-version'];
    return version === undefined || API_VERSIONS.includes(version)
        ? undefined
        : apiError(400, `"${version}" is not a valid API version.`);
};

;// CONCATENATED MODULE: ./lib/emulator/package-json.js




/**
 * A package as the API shows it; `repository` is left out where it is linked to none.
 *
 * @see https://docs.github.com/rest/packages/packages#get-a-package-for-an-organization
 */
function packageJson(world, shown, links) {
    const owner = findOwner(world, shown.owner);
    const repository = world.repositories.get(shown.repository?.toLowerCase() ?? '');
    return {
        id: shown.id,
        name: shown.name,
        package_type: shown.type,
        ...(owner === undefined ? {} : { owner: simpleUser(owner, links.baseUrl) }),
        version_count: shown.versions.filter(({ deletedAt }) => deletedAt === null).length,
        visibility: shown.visibility,
        url: packageUrl(shown, links),
        created_at: dateText(shown.createdAt),
        updated_at: dateText(shown.updatedAt),
        ...(repository === undefined
            ? {}
            : { repository: minimalRepository(world, repository, links.baseUrl) }),
        html_url: htmlUrl(world, shown)
    };
}
/**
 * A version as the API shows it; `livingTags` are those of the living version of its name, for
 * callers that know them.
 *
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization
 */
function versionJson(world, shown, version, links, livingTags = tagsOf(shown, version)) {
    const { deletedAt, description, license } = version;
    const html = htmlUrl(world, shown);
    const showsDeletion = deletedAt !== null && world.behaviour.deletedListShowsDate;
    return {
        id: version.id,
        name: version.name,
        url: `${packageUrl(shown, links)}/versions/${version.id}`,
        package_html_url: html,
        ...(license === null ? {} : { license }),
        ...(description === null ? {} : { description }),
        created_at: dateText(version.createdAt),
        updated_at: dateText(version.updatedAt),
        ...(showsDeletion ? { deleted_at: dateText(deletedAt) } : {}),
        html_url: `${html}/${version.id}`,
        metadata: metadata(shown, shownTags(world, version, livingTags))
    };
}
function metadata(shown, tags) {
    const type = { package_type: shown.type };
    if (!(0,model_package/* hasTags */.kS)(shown.type))
        return type;
    if (shown.type === 'container')
        return { ...type, container: { tags } };
    return shown.dockerTags === 'absent' ? type : { ...type, docker: { [shown.dockerTags]: tags } };
}
function shownTags(world, version, livingTags) {
    if (version.claimedTags !== null)
        return version.claimedTags;
    if (version.deletedAt === null)
        return livingTags;
    return world.behaviour.deletedListShowsTags ? version.tagsWhenDeleted : [];
}
function packageUrl({ type, name }, { baseUrl, ownerPath }) {
    return `${baseUrl}${ownerPath}/packages/${type}/${encodeURIComponent(name)}`;
}
function htmlUrl(world, { owner, type, name, repository, id }) {
    const web = 'https://github.com';
    if (!isGranular(world, type))
        return `${web}/${repository ?? `${owner}/${name}`}/packages/${id}`;
    const kind = findOwner(world, owner)?.kind === 'organization' ? `orgs/${owner}` : `users/${owner}`;
    return `${web}/${kind}/packages/${type}/package/${encodeURIComponent(name)}`;
}

;// CONCATENATED MODULE: ./lib/emulator/pages.js
const DEFAULT_PER_PAGE = 30;
const MAX_PER_PAGE = 100;
/** Which page a request asks for; what makes no sense counts as not given. */
function pageOf(query) {
    return {
        page: wholeNumber(query.get('page')) ?? 1,
        perPage: Math.min(MAX_PER_PAGE, wholeNumber(query.get('per_page')) ?? DEFAULT_PER_PAGE)
    };
}
/**
 * One page of `rows`, each made JSON by `toJson`, with the `Link` header.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
function paged(world, request, rows, toJson) {
    const { page, perPage } = pageOf(request.query);
    const lastPage = Math.max(1, Math.ceil(rows.length / perPage));
    const link = linkHeader(world, request, page, lastPage);
    const onPage = rows.slice((page - 1) * perPage, page * perPage);
    return {
        status: 200,
        body: onPage.map(toJson),
        ...(link === '' ? {} : { headers: { link } })
    };
}
/** `''` where there is but one page. */
function linkHeader({ behaviour }, request, page, lastPage) {
    if (behaviour.link === 'none')
        return '';
    const isBefore = page < lastPage;
    const isAfter = page > 1;
    const isFull = behaviour.link === 'all';
    const relations = [
        ['prev', Math.min(page - 1, lastPage), isAfter],
        ['next', page + 1, isBefore],
        ['last', lastPage, isBefore && isFull],
        ['first', 1, isAfter && isFull]
    ];
    return relations
        .filter(([, , isShown]) => isShown)
        .map(([relation, target]) => `<${pageUrl(request, target)}>; rel="${relation}"`)
        .join(', ');
}
function pageUrl({ baseUrl, path, query }, page) {
    const changed = new URLSearchParams(query);
    changed.set('page', String(page));
    return `${baseUrl}${path}?${changed.toString()}`;
}
function wholeNumber(text) {
    return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

;// CONCATENATED MODULE: ./lib/emulator/packages-api.js






/** Above this many packages GitHub does not page. */
const LIST_LIMIT = 10_000;
const TO_LIST = { scope: 'read:packages', role: 'read', purpose: 'to list packages' };
const TO_GET = { scope: 'read:packages', role: 'read', purpose: 'to get a package' };
/** @see https://docs.github.com/rest/packages/packages#list-packages-for-an-organization */
function listPackages(world) {
    return (request) => {
        const call = packagesCall(request, 'GET', 'packages');
        if (call === undefined)
            return undefined;
        const type = request.query.get('package_type') ?? '';
        if (!isPackageType(type))
            return INVALID_ARGUMENT;
        const { page, perPage } = pageOf(request.query);
        if (page * perPage > LIST_LIMIT) {
            return apiError(400, 'The value of per_page multiplied by page cannot be greater than 10000.');
        }
        return listed(world, request, call, (candidate) => candidate.type === type);
    };
}
/**
 * Packages of the old docker registry whose name a container package has as well.
 *
 * @see https://docs.github.com/rest/packages/packages#get-list-of-conflicting-packages-during-docker-migration-for-organization
 */
function listDockerConflicts(world) {
    return (request) => {
        const call = packagesCall(request, 'GET', 'docker/conflicts');
        if (call === undefined)
            return undefined;
        const containers = world.packages.filter(({ type, deletedAt }) => type === 'container' && deletedAt === null);
        return listed(world, request, call, ({ type, name }) => type === 'docker' && containers.some((other) => other.name === name));
    };
}
/** @see https://docs.github.com/rest/packages/packages#get-a-package-for-an-organization */
function getPackage(world) {
    return (request) => {
        const call = packagesCall(request, 'GET', 'packages/:type/:name');
        if (call === undefined)
            return undefined;
        const admission = admitToPackage(world, request, call, TO_GET);
        if ('refusal' in admission)
            return admission.refusal;
        if (admission.target.deletedAt !== null)
            return PACKAGE_NOT_FOUND;
        const links = { baseUrl: request.baseUrl, ownerPath: call.ownerPath };
        return { status: 200, body: packageJson(world, admission.target, links) };
    };
}
function listed(world, request, call, isWanted) {
    const admission = admitToList(world, request, call, TO_LIST);
    if ('refusal' in admission)
        return admission.refusal;
    const { owner, token } = admission;
    const isHidden = token.sso.has(owner.login.toLowerCase());
    const rows = world.packages.filter((candidate) => !isHidden &&
        candidate.deletedAt === null &&
        candidate.owner.toLowerCase() === owner.login.toLowerCase() &&
        isWanted(candidate) &&
        isListed(world, call, token, candidate) &&
        hasVisibility(world, candidate, request.query.get('visibility')));
    const links = { baseUrl: request.baseUrl, ownerPath: call.ownerPath };
    const answer = paged(world, request, rows, (row) => packageJson(world, row, links));
    return isHidden ? withPartialResults(answer, owner) : answer;
}
/** Under `/users` a list shows what a stranger sees, to everybody. */
function isListed(world, { family }, token, candidate) {
    return family === 'users'
        ? candidate.visibility === 'public'
        : isAtLeast(roleOf(world, token, candidate), 'read');
}
/** `internal` means private where permissions are the repository's. */
function hasVisibility(world, { type, visibility }, wanted) {
    if (wanted === null)
        return true;
    return visibility === (wanted === 'internal' && !isGranular(world, type) ? 'private' : wanted);
}
/** @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#authorizing-a-personal-access-token-for-single-sign-on */
function withPartialResults(answer, owner) {
    return {
        ...answer,
        headers: { ...answer.headers, 'x-github-sso': `partial-results; organizations=${owner.id}` }
    };
}

;// CONCATENATED MODULE: ./lib/emulator/repository-json.js



const SOME_DATE = '2025-01-01T00:00:00Z';
function apiOf({ repository, baseUrl }) {
    return `${baseUrl}/repos/${repository.fullName}`;
}
function webOf({ repository }) {
    return `https://github.com/${repository.fullName}`;
}
function shaOf(text) {
    return (0,external_node_crypto_.createHash)('sha1').update(text).digest('hex');
}
function commitJson(shown, name) {
    const sha = shaOf(shown.repository.fullName + name);
    return { sha, url: `${apiOf(shown)}/commits/${sha}` };
}
function ownerJson({ world, repository, baseUrl }) {
    const owner = findOwner(world, repository.fullName.split('/')[0] ?? '');
    return owner === undefined ? null : simpleUser(owner, baseUrl);
}
/** @see https://docs.github.com/rest/branches/branches#list-branches */
function branchJson(shown, name) {
    return { name, commit: commitJson(shown, name), protected: false };
}
/** @see https://docs.github.com/rest/repos/repos#list-repository-tags */
function gitTagJson(shown, name) {
    return {
        name,
        node_id: `T_${shaOf(name).slice(0, 12)}`,
        commit: commitJson(shown, name),
        zipball_url: `${apiOf(shown)}/zipball/refs/tags/${name}`,
        tarball_url: `${apiOf(shown)}/tarball/refs/tags/${name}`
    };
}
/** `ref` is such as `refs/tags/v1`. @see https://docs.github.com/rest/git/refs#list-matching-references */
function gitRefJson(shown, ref) {
    return {
        ref,
        node_id: `REF_${shaOf(ref).slice(0, 12)}`,
        url: `${apiOf(shown)}/git/${ref}`,
        object: { type: 'commit', ...commitJson(shown, ref) }
    };
}
/** @see https://docs.github.com/rest/releases/releases#list-releases */
function releaseJson(shown, release) {
    const api = `${apiOf(shown)}/releases/${release.id}`;
    return {
        url: api,
        assets_url: `${api}/assets`,
        upload_url: `${api}/assets{?name,label}`,
        html_url: `${webOf(shown)}/releases/tag/${release.tag}`,
        id: release.id,
        node_id: `RE_${release.id}`,
        author: ownerJson(shown),
        tag_name: release.tag,
        target_commitish: 'main',
        name: release.tag,
        draft: release.draft,
        prerelease: release.prerelease,
        created_at: SOME_DATE,
        published_at: release.draft ? null : SOME_DATE,
        assets: [],
        tarball_url: `${apiOf(shown)}/tarball/${release.tag}`,
        zipball_url: `${apiOf(shown)}/zipball/${release.tag}`,
        body: null
    };
}
/** @see https://docs.github.com/rest/pulls/pulls#list-pull-requests */
function pullRequestJson(shown, pull) {
    const api = `${apiOf(shown)}/pulls/${pull.number}`;
    const issue = `${apiOf(shown)}/issues/${pull.number}`;
    const web = `${webOf(shown)}/pull/${pull.number}`;
    const statuses = `${apiOf(shown)}/statuses/${pull.headSha}`;
    return {
        url: api,
        id: pull.number,
        node_id: `PR_${pull.number}`,
        html_url: web,
        diff_url: `${web}.diff`,
        patch_url: `${web}.patch`,
        issue_url: issue,
        number: pull.number,
        state: pull.state,
        locked: false,
        title: `Pull request ${pull.number}`,
        user: ownerJson(shown),
        body: null,
        created_at: SOME_DATE,
        updated_at: SOME_DATE,
        closed_at: pull.closedAt === null ? null : dateText(pull.closedAt),
        merged_at: pull.mergedAt === null ? null : dateText(pull.mergedAt),
        merge_commit_sha: null,
        assignee: null,
        labels: [],
        milestone: null,
        commits_url: `${api}/commits`,
        review_comments_url: `${api}/comments`,
        review_comment_url: `${apiOf(shown)}/pulls/comments{/number}`,
        comments_url: `${issue}/comments`,
        statuses_url: statuses,
        head: headJson(shown, pull),
        base: sideJson(shown, shown.repository, 'main', shaOf('main')),
        _links: pullLinks({ api, web, issue, statuses }),
        author_association: 'MEMBER',
        auto_merge: null
    };
}
function pullLinks(urls) {
    const link = (href) => ({ href });
    return {
        self: link(urls.api),
        html: link(urls.web),
        issue: link(urls.issue),
        comments: link(`${urls.issue}/comments`),
        review_comments: link(`${urls.api}/comments`),
        review_comment: link(`${urls.api}/comments{/number}`),
        commits: link(`${urls.api}/commits`),
        statuses: link(urls.statuses)
    };
}
/** `repo` is `null` where the fork was deleted. */
function headJson(shown, pull) {
    const fork = shown.world.repositories.get(pull.headRepository?.toLowerCase() ?? '');
    return sideJson(shown, fork ?? null, pull.headBranch, pull.headSha);
}
function sideJson(shown, repository, ref, sha) {
    const [login = 'unknown'] = (repository ?? shown.repository).fullName.split('/');
    const repo = repository && fullRepository(shown.world, repository, shown.baseUrl);
    return { label: `${login}:${ref}`, ref, sha, user: ownerJson(shown), repo };
}

;// CONCATENATED MODULE: ./lib/emulator/repository-api.js





/** `GET /repos/{owner}/{repo}`. @see https://docs.github.com/rest/repos/repos#get-a-repository */
function getRepository(world) {
    return (request) => withRepository(world, request, '', 'metadata', ({ repository, baseUrl }) => ({
        status: 200,
        body: fullRepository(world, repository, baseUrl)
    }));
}
/** Open ones where `state` is left out, newest first. @see https://docs.github.com/rest/pulls/pulls#list-pull-requests */
function listPullRequests(world) {
    return (request) => withRepository(world, request, '/pulls', 'pull-requests', (shown) => {
        const state = request.query.get('state') ?? 'open';
        const head = request.query.get('head');
        const rows = shown.repository.pullRequests
            .filter((pull) => state === 'all' || pull.state === state)
            .filter((pull) => head === null || head.endsWith(`:${pull.headBranch}`))
            .sort((a, b) => b.number - a.number);
        if (request.query.get('direction') === 'asc')
            rows.reverse();
        return paged(world, request, rows, (pull) => pullRequestJson(shown, pull));
    });
}
/** @see https://docs.github.com/rest/branches/branches#list-branches */
function listBranches(world) {
    return (request) => withRepository(world, request, '/branches', 'contents', (shown) => paged(world, request, [...shown.repository.branches].sort(), (name) => branchJson(shown, name)));
}
/** Drafts are shown to those with push access only. @see https://docs.github.com/rest/releases/releases#list-releases */
function listReleases(world) {
    return (request) => withRepository(world, request, '/releases', 'contents', (shown) => {
        const isInside = isInsider(world, request.token, shown.repository);
        const rows = shown.repository.releases.filter(({ draft }) => !draft || isInside).reverse();
        return paged(world, request, rows, (release) => releaseJson(shown, release));
    });
}
/** @see https://docs.github.com/rest/repos/repos#list-repository-tags */
function listGitTags(world) {
    return (request) => withRepository(world, request, '/tags', 'contents', (shown) => paged(world, request, [...shown.repository.gitTags].reverse(), (name) => gitTagJson(shown, name)));
}
/**
 * Refs that start with what was asked for. It takes `page` and `per_page` though they are not
 * documented.
 *
 * @see https://docs.github.com/rest/git/refs#list-matching-references
 */
function listMatchingRefs(world) {
    return (request) => {
        const wanted = /\/git\/matching-refs\/(.*)$/.exec(request.path)?.[1];
        if (wanted === undefined)
            return undefined;
        return withRepository(world, request, `/git/matching-refs/${wanted}`, 'contents', (shown) => {
            const { gitTags, branches } = shown.repository;
            const refs = [
                ...branches.map((name) => `refs/heads/${name}`),
                ...gitTags.map((name) => `refs/tags/${name}`)
            ].filter((ref) => ref.startsWith(`refs/${decodeSegment(wanted) ?? ''}`));
            return paged(world, request, refs.sort(), (ref) => gitRefJson(shown, ref));
        });
    };
}
/** Asks `give` where the request is `GET` of `rest` below a repository that the token may read. */
function withRepository(world, request, rest, need, give) {
    const [repos, login = '', name = ''] = request.segments;
    const isMine = repos === 'repos' && request.path === `/repos/${login}/${name}${rest}`;
    if (request.surface !== 'api' || request.method !== 'GET' || !isMine)
        return undefined;
    if (request.credentials === 'bad')
        return BAD_CREDENTIALS;
    const fullName = `${decodeSegment(login) ?? ''}/${decodeSegment(name) ?? ''}`;
    const repository = world.repositories.get(fullName.toLowerCase());
    if (repository === undefined || !mayRead(world, request.token, repository))
        return NOT_FOUND;
    if (need !== 'metadata' && repository.withheld.has(need))
        return NOT_FOR_INTEGRATIONS;
    return give({ world, repository, baseUrl: request.baseUrl });
}
function mayRead(world, token, repository) {
    return repository.visibility === 'public' || isInsider(world, token, repository);
}
/** A workflow's token in its own repository; the owner, members of the organisation with `repo`. */
function isInsider(world, token, { fullName }) {
    if (token === null)
        return false;
    if (token.kind === 'actions')
        return token.repository?.toLowerCase() === fullName.toLowerCase();
    const owner = fullName.split('/')[0]?.toLowerCase() ?? '';
    const login = token.login?.toLowerCase() ?? '';
    const isMember = world.owners.get(owner)?.members.has(login) ?? false;
    return ((owner === login || isMember) && (token.kind !== 'classic' || token.scopes.includes('repo')));
}

;// CONCATENATED MODULE: ./lib/emulator/restoring-api.js






const RESTORABLE_MS = 30 * time/* DAY_MS */.sO;
const restoring = (what) => ({
    scope: 'write:packages',
    role: 'admin',
    purpose: `to restore ${what}`
});
/**
 * Whether what was deleted then can still be brought back; `null` was never deleted.
 *
 * @see https://docs.github.com/packages/learn-github-packages/deleting-and-restoring-a-package
 */
function isRestorable(world, deletedAt) {
    return deletedAt !== null && world.now() - deletedAt <= RESTORABLE_MS;
}
/**
 * 404 where it is too late, the name was used again (then the living one is found), or it
 * was never deleted: GitHub documents no other answer.
 *
 * @see https://docs.github.com/rest/packages/packages#restore-a-package-for-an-organization
 */
function restorePackage(world) {
    return (request) => {
        const call = packagesCall(request, 'POST', 'packages/:type/:name/restore');
        if (call === undefined)
            return undefined;
        const admission = admitToPackage(world, request, call, restoring('a package'));
        if ('refusal' in admission)
            return admission.refusal;
        const { target } = admission;
        if (!isRestorable(world, target.deletedAt))
            return PACKAGE_NOT_FOUND;
        target.deletedAt = null;
        return NO_CONTENT;
    };
}
/** @see https://docs.github.com/rest/packages/packages#restore-package-version-for-an-organization */
function restorePackageVersion(world) {
    return (request) => {
        const call = packagesCall(request, 'POST', 'packages/:type/:name/versions/:id/restore');
        if (call === undefined)
            return undefined;
        const admission = admitToPackage(world, request, call, restoring('a package version'));
        if ('refusal' in admission)
            return admission.refusal;
        const { target } = admission;
        if (target.deletedAt !== null)
            return PACKAGE_NOT_FOUND;
        const version = target.versions.find(({ id }) => id === call.versionId);
        if (version === undefined || !isRestorable(world, version.deletedAt))
            return VERSION_NOT_FOUND;
        // A version that was published again under the same name has taken its place.
        if (findVersion(target, version.name) !== undefined)
            return VERSION_NOT_FOUND;
        restoreVersion(world, target, version);
        return NO_CONTENT;
    };
}

;// CONCATENATED MODULE: ./lib/emulator/faults.js
/** The faults that a test asked for. */
class Faults {
    #armed = [];
    /** Arms a fault; what comes back disarms it. */
    add(fault) {
        const armed = { fault, random: seeded(fault.chance?.seed ?? 0), seen: 0, hits: 0 };
        this.#armed.push(armed);
        return () => {
            const index = this.#armed.indexOf(armed);
            if (index >= 0)
                this.#armed.splice(index, 1);
        };
    }
    /** What is to go wrong with this request, in the order of arming. Counts it. */
    strike(request, pathWithQuery) {
        return this.#armed
            .filter(({ fault }) => concerns(fault, request, pathWithQuery))
            .filter(isHit)
            .map(({ fault }) => fault.trouble);
    }
}
function concerns(fault, request, pathWithQuery) {
    if (fault.method !== undefined && fault.method !== request.method)
        return false;
    if (fault.path !== undefined && pathWithQuery.search(fault.path) < 0)
        return false;
    return fault.when?.(request) ?? true;
}
function isHit(armed) {
    const { skip = 0, times = Infinity, every = 1, chance } = armed.fault;
    armed.seen += 1;
    const isLucky = chance !== undefined && armed.random() >= chance.share;
    if (armed.seen <= skip || (armed.seen - skip) % every !== 0 || isLucky)
        return false;
    armed.hits += 1;
    return armed.hits <= times;
}
/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

;// CONCATENATED MODULE: ./lib/emulator/versions-api.js







const TO_READ = {
    scope: 'read:packages',
    role: 'read',
    purpose: "to get a package's versions"
};
/** @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization */
function listVersions(world) {
    return (request) => {
        const call = packagesCall(request, 'GET', 'packages/:type/:name/versions');
        if (call === undefined)
            return undefined;
        const admission = admitToPackage(world, request, call, TO_READ);
        if ('refusal' in admission)
            return admission.refusal;
        const { target } = admission;
        if (target.deletedAt !== null)
            return PACKAGE_NOT_FOUND;
        const links = { baseUrl: request.baseUrl, ownerPath: call.ownerPath };
        const rows = inOrder(world, listedVersions(world, call, target, request.query.get('state')));
        const tags = tagsByName(target);
        return paged(world, request, rows, (row) => versionJson(world, target, row, links, tags.get(row.name) ?? []));
    };
}
/** @see https://docs.github.com/rest/packages/packages#get-a-package-version-for-an-organization */
function getVersion(world) {
    return (request) => {
        const call = packagesCall(request, 'GET', 'packages/:type/:name/versions/:id');
        if (call === undefined)
            return undefined;
        const admission = admitToPackage(world, request, call, TO_READ);
        if ('refusal' in admission)
            return admission.refusal;
        const { target } = admission;
        if (target.deletedAt !== null)
            return PACKAGE_NOT_FOUND;
        const version = target.versions.find(({ id }) => id === call.versionId);
        if (version === undefined || version.deletedAt !== null)
            return VERSION_NOT_FOUND;
        const links = { baseUrl: request.baseUrl, ownerPath: call.ownerPath };
        return { status: 200, body: versionJson(world, target, version, links) };
    };
}
function listedVersions(world, { family }, target, state) {
    const takesState = family !== 'users' || world.behaviour.usersTakeState;
    if (takesState && state === 'deleted') {
        return target.versions.filter((version) => isRestorable(world, version.deletedAt));
    }
    return target.versions.filter(({ deletedAt, listedFrom }) => deletedAt === null && (listedFrom === null || listedFrom <= world.now()));
}
function tagsByName({ tags }) {
    const byName = new Map();
    for (const [tag, name] of tags) {
        const known = byName.get(name);
        if (known === undefined)
            byName.set(name, [tag]);
        else
            known.push(tag);
    }
    return byName;
}
/** GitHub promises no order; newest first is what was seen most. */
function inOrder({ behaviour }, versions) {
    const newestFirst = [...versions].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
    if (behaviour.versionOrder === 'newest-first')
        return newestFirst;
    if (behaviour.versionOrder === 'oldest-first')
        return newestFirst.reverse();
    const random = seeded(behaviour.versionOrder);
    return newestFirst
        .map((version) => ({ version, place: random() }))
        .sort((a, b) => a.place - b.place)
        .map(({ version }) => version);
}

;// CONCATENATED MODULE: ./lib/emulator/rest-api.js









const rest_api_ROUTES = [
    getUser,
    getAuthenticatedUser,
    listPackages,
    listDockerConflicts,
    getPackage,
    deletePackage,
    restorePackage,
    listVersions,
    getVersion,
    deletePackageVersion,
    restorePackageVersion,
    getRepository,
    listPullRequests,
    listBranches,
    listReleases,
    listGitTags,
    listMatchingRefs,
    getPackument,
    getDistTags
];
/** GitHub's REST API, and the little of the npm registry that rules ask about. */
function restHandlers(world) {
    return [improperRequest, ...rest_api_ROUTES.map((route) => route(world)), noSuchPath];
}
/**
 * 404 for what is known to be nothing: a slash at the end, a slash in a package's name that
 * was not encoded, another host's paths. Anything else stays a gap, and loud.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#404-not-found-for-an-existing-resource
 */
const noSuchPath = ({ surface, path, segments }) => {
    const isTrailing = path.length > 1 && path.endsWith('/');
    const isDeeper = segments.includes('packages') && segments.length > 4;
    return surface === 'web' || (surface === 'api' && (isTrailing || isDeeper))
        ? NOT_FOUND
        : undefined;
};

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./lib/emulator/limits.js

const limits_DOCUMENTATION = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';
const DEFAULT_LIMITS = {
    hourly: 'by-kind',
    enforcesPrimary: false,
    enforcesSecondary: false,
    status: 403,
    retryAfterS: 60
};
/** Whose limit a request counts against: the repository for a workflow's token. */
function identityOf(token) {
    if (token === null)
        return 'anonymous';
    return token.repository ?? token.login ?? token.secret;
}
/** The hours of all identities. */
class UsageBook {
    #byIdentity = new Map();
    /** The running hour of the token, a new one where the last is over; `null` without limit. */
    current(limits, token, now) {
        if (limits.hourly === 'off')
            return null;
        const limit = limits.hourly === 'by-kind' ? limitByKind(token) : limits.hourly;
        const running = this.#byIdentity.get(identityOf(token));
        if (running !== undefined && running.resetAt > now && running.limit === limit)
            return running;
        const fresh = { limit, used: 0, resetAt: now + time/* HOUR_MS */.iQ };
        this.#byIdentity.set(identityOf(token), fresh);
        return fresh;
    }
}
function limitByKind(token) {
    if (token === null)
        return 60;
    return token.kind === 'actions' ? 1000 : 5000;
}
/** The `x-ratelimit-*` headers. */
function usageHeaders(usage) {
    return {
        'x-ratelimit-limit': String(usage.limit),
        'x-ratelimit-remaining': String(Math.max(0, usage.limit - usage.used)),
        'x-ratelimit-used': String(usage.used),
        'x-ratelimit-reset': String(Math.ceil(usage.resetAt / 1000)),
        'x-ratelimit-resource': 'core'
    };
}
/** The refusal where the hour is used up. */
function primaryRefusal(limits, request) {
    const kind = request.token?.login === null ? 'installation' : 'user';
    return {
        status: limits.status,
        body: {
            message: `API rate limit exceeded for ${kind} ID 12345.`,
            documentation_url: limits_DOCUMENTATION,
            status: String(limits.status)
        }
    };
}
/** The refusal above the secondary limits. */
function secondaryRefusal(limits) {
    return {
        status: limits.status,
        headers: limits.retryAfterS === null ? {} : { 'retry-after': String(limits.retryAfterS) },
        body: {
            message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
            documentation_url: `${limits_DOCUMENTATION}#about-secondary-rate-limits`,
            status: String(limits.status)
        }
    };
}

;// CONCATENATED MODULE: ./lib/emulator/api-headers.js

/**
 * The answer with the headers that GitHub's API puts on every one. Those that it does not
 * promise are left out where the world says so.
 *
 * @see https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps#available-scopes
 */
function withApiHeaders(world, { token }, response, usage) {
    const optional = world.behaviour.optionalHeaders
        ? {
            'x-github-request-id': requestId(world),
            'x-github-api-version-selected': '2022-11-28',
            ...(usage === null ? {} : usageHeaders(usage)),
            ...(token === null ? {} : tokenHeaders(token))
        }
        : {};
    return { ...response, headers: { ...optional, ...ownHeaders(world, token, response) } };
}
function tokenHeaders(token) {
    const expiry = token.expiresAt === null ? {} : { 'github-authentication-token-expiration': api_headers_dateText(token) };
    return hasScopes(token)
        ? { 'x-oauth-scopes': token.scopes.join(', '), 'x-accepted-oauth-scopes': '', ...expiry }
        : expiry;
}
const OPTIONAL = new Set(['x-accepted-oauth-scopes', 'x-github-sso']);
/** What a handler set, less what only tokens with scopes are told. */
function ownHeaders(world, token, response) {
    const isTold = world.behaviour.optionalHeaders && token !== null && hasScopes(token);
    return Object.fromEntries(Object.entries(response.headers ?? {}).filter(([name]) => isTold || !OPTIONAL.has(name)));
}
function hasScopes({ kind }) {
    return kind === 'classic' || kind === 'oauth';
}
function api_headers_dateText({ expiresAt }) {
    return `${new Date(expiresAt ?? 0).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
function requestId(world) {
    const hex = (number) => Math.abs(number).toString(16).toUpperCase();
    return `E${hex(world.lastId)}:${hex(world.now())}`;
}

;// CONCATENATED MODULE: ./lib/emulator/answering.js




/** The API's answer: a refusal where a limit says so, else the handlers', with its headers. */
function answerWithinLimits({ world, handlers, limits, usage }, request, isBreach) {
    const hour = usage.current(limits, request.token, world.now());
    const isFree = request.path === '/rate_limit';
    if (hour !== null && !isFree && limits.enforcesPrimary && hour.used >= hour.limit) {
        return withApiHeaders(world, request, primaryRefusal(limits, request), hour);
    }
    if (isBreach && limits.enforcesSecondary) {
        return withApiHeaders(world, request, secondaryRefusal(limits), hour);
    }
    if (hour !== null && !isFree)
        hour.used += 1;
    const response = isFree ? rateLimit(request, hour) : answer(handlers, request);
    return withApiHeaders(world, request, response, hour);
}
/** @see https://docs.github.com/rest/rate-limit/rate-limit */
function rateLimit({ credentials }, hour) {
    if (credentials === 'bad')
        return BAD_CREDENTIALS;
    if (hour === null)
        return { status: 404, body: { message: 'Rate limiting is not enabled.' } };
    const core = {
        limit: hour.limit,
        used: hour.used,
        remaining: Math.max(0, hour.limit - hour.used),
        reset: Math.ceil(hour.resetAt / 1000)
    };
    return { status: 200, body: { resources: { core, search: core }, rate: core } };
}

;// CONCATENATED MODULE: ./lib/emulator/delivery.js
const REDIRECT_STATUS = 302;
/** The answer as the faults leave it. */
function spoil(request, response, troubles, sentPath) {
    return troubles.reduce((spoilt, trouble) => spoilOnce(request, spoilt, trouble, sentPath), response);
}
function spoilOnce(request, response, trouble, sentPath) {
    const headers = response.headers ?? {};
    switch (trouble.kind) {
        case 'answer':
            return { status: trouble.status, body: trouble.body, headers: { ...trouble.headers } };
        case 'html':
            return {
                status: 200,
                headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
                body: '<!DOCTYPE html><html><body><h1>We will be right back</h1></body></html>'
            };
        case 'mistyped':
            return { ...response, body: mistyped(response.body) };
        case 'foreign-link':
            return { ...response, headers: withForeignLink(headers, request.baseUrl, trouble.origin) };
        case 'redirect':
            return {
                status: trouble.status ?? REDIRECT_STATUS,
                headers: { ...headers, location: trouble.origin + sentPath },
                body: { message: 'Moved Permanently' }
            };
        case 'clock':
            return { ...response, headers: { ...headers, date: shiftedDate(headers, trouble.offsetMs) } };
        case 'reset':
        case 'delay':
        case 'truncated':
        case 'endless':
            break;
    }
    return response;
}
function shiftedDate(headers, offsetMs) {
    return new Date(Date.parse(headers['date'] ?? '') + offsetMs).toUTCString();
}
function withForeignLink(headers, baseUrl, origin) {
    const { link, ...others } = headers;
    if (link === undefined)
        return { ...others };
    return { ...others, link: link.replaceAll(new URL(baseUrl).origin, origin) };
}
function mistyped(value) {
    if (Array.isArray(value))
        return value.map(mistyped);
    if (typeof value === 'number')
        return { value };
    if (typeof value === 'string')
        return [value];
    if (typeof value === 'boolean' || value === null || value === undefined)
        return 'yes';
    if (value instanceof Uint8Array || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mistyped(inner)]));
}
/** Writes the answer to the socket, as broken as the faults want it. */
function deliver(outgoing, request, response, troubles) {
    const bytes = bodyBytes(response.body);
    const truncated = troubles.find(({ kind }) => kind === 'truncated');
    const endless = troubles.find(({ kind }) => kind === 'endless');
    outgoing.writeHead(response.status, headersOf(response, bytes, endless !== undefined));
    if (request.method === 'HEAD' || isBodiless(response.status))
        outgoing.end();
    else if (endless?.kind === 'endless')
        dribble(outgoing, bytes, endless.stalled ?? false);
    else if (truncated?.kind === 'truncated')
        cutOff(outgoing, bytes, truncated.clean ?? false);
    else
        outgoing.end(bytes);
}
function headersOf(response, bytes, isEndless) {
    const isText = typeof response.body === 'string' || response.body instanceof Uint8Array;
    const type = response.body === undefined || isText
        ? {}
        : { 'content-type': 'application/json; charset=utf-8' };
    const hasLength = !isEndless && !isBodiless(response.status);
    const length = hasLength
        ? { 'content-length': String(bytes.byteLength) }
        : {};
    return { ...type, ...length, ...response.headers };
}
/** Of these a write would be swallowed, and so never end. */
function isBodiless(status) {
    return status === 204 || status === 304;
}
function bodyBytes(body) {
    if (body === undefined)
        return new Uint8Array();
    if (body instanceof Uint8Array)
        return body;
    return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
function cutOff(outgoing, bytes, isClean) {
    const half = bytes.subarray(0, Math.floor(bytes.byteLength / 2));
    if (isClean) {
        // The length is already on its way; a clean cut fills it up with nothing that parses.
        outgoing.end(Buffer.concat([half, Buffer.alloc(bytes.byteLength - half.byteLength, ' ')]));
        return;
    }
    outgoing.write(half, () => outgoing.destroy());
}
function dribble(outgoing, bytes, isStalled) {
    outgoing.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)));
    if (isStalled)
        return;
    const blanks = Buffer.alloc(1 << 16, ' ');
    const more = () => {
        while (!outgoing.destroyed && outgoing.write(blanks))
            ;
        outgoing.once('drain', () => setImmediate(more));
    };
    more();
}

;// CONCATENATED MODULE: ./lib/emulator/load.js
const WINDOW_MS = 60_000;
/** Points in any 60 s above which GitHub refuses. @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits */
const POINTS_LIMIT = 900;
/** Requests at once above which GitHub refuses. */
const AT_ONCE_LIMIT = 100;
/** What a request costs: 1 to read, 5 to change. */
function pointsOf(method) {
    return method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 1 : 5;
}
/**
 * Watches the pace of API requests, each token on its own. Whether anything is refused is
 * for the limits to say; this only counts.
 */
class LoadMeter {
    /** The most points that one token spent in any 60 s, refused requests included. */
    mostPoints = 0;
    /** The most requests of one token that were under way at the same time. */
    mostAtOnce = 0;
    /** How many requests came above the secondary limits, whether or not they were refused. */
    breaches = 0;
    #lanes = new Map();
    /** Counts a request in; `isBreach` where it is above the secondary limits. */
    arrive(who, method, now) {
        const lane = this.#lane(who);
        const arrival = { at: now, points: pointsOf(method), counts: true };
        lane.arrivals = lane.arrivals.filter(({ at }) => at > now - WINDOW_MS);
        lane.arrivals.push(arrival);
        lane.atOnce += 1;
        const isBreach = pointsIn(lane.arrivals, true) > POINTS_LIMIT || lane.atOnce > AT_ONCE_LIMIT;
        if (isBreach) {
            this.breaches += 1;
            // What was refused does not lengthen the refusal: GitHub does not say that it does.
            arrival.counts = false;
        }
        this.mostPoints = Math.max(this.mostPoints, pointsIn(lane.arrivals, false));
        this.mostAtOnce = Math.max(this.mostAtOnce, lane.atOnce);
        return { isBreach, leave: () => (lane.atOnce -= 1) };
    }
    #lane(who) {
        const lane = this.#lanes.get(who) ?? { arrivals: [], atOnce: 0 };
        this.#lanes.set(who, lane);
        return lane;
    }
}
function pointsIn(arrivals, onlyCounting) {
    return arrivals.reduce((sum, { points, counts }) => (onlyCounting && !counts ? sum : sum + points), 0);
}

;// CONCATENATED MODULE: ./lib/emulator/credentials.js
/**
 * The token that an `Authorization` header carries: `Bearer`, `token` or the password of
 * `Basic`; for the registry a Bearer value is taken out of its base64 first. Revoked and
 * expired tokens are `bad`.
 *
 * @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api
 */
function resolveCredentials(world, surface, authorization) {
    if (authorization === undefined)
        return { credentials: 'none', token: null };
    const token = secretsIn(surface, authorization)
        .map((secret) => world.tokens.get(secret))
        .find((candidate) => candidate !== undefined && isUsable(world, candidate));
    return token === undefined ? { credentials: 'bad', token: null } : { credentials: 'good', token };
}
function isUsable(world, token) {
    return token.valid && (token.expiresAt === null || token.expiresAt > world.now());
}
function secretsIn(surface, authorization) {
    const [scheme = '', value = ''] = authorization.split(/ +/, 2);
    switch (scheme.toLowerCase()) {
        case 'basic':
            return [decodeBase64(value).replace(/^[^:]*:/, '')];
        case 'bearer':
            return surface === 'registry' ? [decodeBase64(value)] : [value];
        case 'token':
            return [value];
        default:
            return [];
    }
}
function decodeBase64(text) {
    return Buffer.from(text, 'base64').toString('utf8');
}

;// CONCATENATED MODULE: ./lib/emulator/request.js

/** Makes a handler's request of a socket's. */
function understand(site, incoming, body) {
    const [rawPath = '/', queryText = ''] = (incoming.url ?? '/').split(/\?(.*)/s, 2);
    const surface = surfaceOf(rawPath, site.apiPrefix);
    const prefix = surface === 'api' ? site.apiPrefix : '';
    const path = rawPath.slice(prefix.length) || '/';
    const headers = plainHeaders(incoming);
    return {
        method: incoming.method ?? 'GET',
        surface,
        path,
        segments: path.slice(1).split('/'),
        query: new URLSearchParams(queryText),
        headers,
        body,
        baseUrl: site.origin + prefix,
        ...resolveCredentials(site.world, surface, headers['authorization'])
    };
}
function surfaceOf(path, apiPrefix) {
    if (/^\/(v2|token)(\/|$)/.test(path))
        return 'registry';
    if (/^\/(@|%40|-\/)/i.test(path))
        return 'npm';
    return path === apiPrefix || path.startsWith(`${apiPrefix}/`) ? 'api' : 'web';
}
function plainHeaders(incoming) {
    return Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]));
}
/** What a test may see of a request. */
function recordOf(request, sentPath, at) {
    const path = sentPath.replace(/([?&]token=)[^&]*/g, '$1***');
    const { authorization, cookie: _cookie, ...headers } = request.headers;
    return {
        method: request.method,
        surface: request.surface,
        path,
        line: `${request.method} ${path}`,
        headerNames: Object.keys(request.headers).sort(),
        headers,
        authorization: authorization?.split(' ')[0]?.toLowerCase() ?? null,
        body: Buffer.from(request.body).toString('utf8'),
        at,
        status: null
    };
}

;// CONCATENATED MODULE: ./lib/emulator/server.js









/**
 * Serves `handlers` on a free loopback port: the API under `/` or its prefix, the container
 * registry under `/v2/` and `/token`, the npm registry under `/@` and `/-/`. A request that
 * none answers gets 501, so that a gap is loud.
 */
async function serve(world, handlers, options = {}) {
    const server = (0,external_node_http_.createServer)();
    const origin = await listen(server);
    const listener = {
        world,
        origin,
        apiPrefix: options.apiPrefix ?? '',
        handlers,
        requests: [],
        limits: { ...DEFAULT_LIMITS, ...options.limits },
        load: options.load ?? new LoadMeter(),
        usage: options.usage ?? new UsageBook(),
        faults: new Faults(),
        hooks: new Set()
    };
    server.on('request', (incoming, outgoing) => {
        exchange(listener, incoming, outgoing).catch((error) => fail(outgoing, error));
    });
    return emulatorOf(server, listener);
}
async function listen(server) {
    await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('no port to listen on');
    return `http://127.0.0.1:${address.port}`;
}
function emulatorOf(server, listener) {
    const { world, origin, apiPrefix, requests, limits, load, faults, hooks } = listener;
    return {
        world,
        url: origin,
        apiUrl: origin + apiPrefix,
        registryUrl: origin,
        npmRegistryUrl: origin,
        requests,
        limits,
        load,
        addFault: (fault) => faults.add(fault),
        onRequest: (given) => {
            const hook = typeof given === 'function' ? { before: given } : given;
            hooks.add(hook);
            return () => hooks.delete(hook);
        },
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
        })
    };
}
async function exchange(listener, incoming, outgoing) {
    const body = await readAll(incoming);
    const sentPath = incoming.url ?? '/';
    const request = understand(listener, incoming, body);
    const record = recordOf(request, sentPath, listener.world.now());
    listener.requests.push(record);
    const isBreach = countIn(listener, request, outgoing);
    for (const hook of listener.hooks)
        hook.before?.(record);
    const troubles = listener.faults.strike(request, sentPath);
    const response = respond(listener, request, troubles, isBreach);
    for (const hook of listener.hooks)
        hook.after?.(record);
    const delayMs = delayOf(troubles);
    if (delayMs > 0)
        await (0,external_node_timers_promises_.setTimeout)(delayMs, undefined, { ref: false });
    if (troubles.some(({ kind }) => kind === 'reset')) {
        server_reset(incoming.socket);
        return;
    }
    const spoilt = spoil(request, response, troubles, sentPath);
    record.status = spoilt.status;
    deliver(outgoing, request, spoilt, troubles);
}
function countIn({ load, world }, request, outgoing) {
    if (request.surface !== 'api')
        return false;
    const arrived = load.arrive(identityOf(request.token), request.method, world.now());
    outgoing.once('close', arrived.leave);
    return arrived.isBreach;
}
/** Does the work, unless a fault loses the request before, and gives its answer. */
function respond(listener, request, troubles, isBreach) {
    const dated = (response) => ({
        ...response,
        headers: { date: new Date(listener.world.now()).toUTCString(), ...response.headers }
    });
    const lost = { status: 500 };
    if (troubles.some(losesRequest))
        return dated(lost);
    return dated(request.surface === 'api'
        ? answerWithinLimits(listener, request, isBreach)
        : answer(listener.handlers, request));
}
function losesRequest(trouble) {
    if (trouble.kind === 'reset')
        return trouble.when === 'before';
    if (trouble.kind === 'answer')
        return trouble.when !== 'after';
    return trouble.kind === 'redirect' || trouble.kind === 'html';
}
function delayOf(troubles) {
    return troubles.reduce((sum, trouble) => sum + (trouble.kind === 'delay' ? trouble.ms : 0), 0);
}
async function readAll(incoming) {
    const chunks = [];
    for await (const chunk of incoming)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
function server_reset(socket) {
    socket.resetAndDestroy();
}
/** A fault of the emulator itself: loud, not silent. */
function fail(outgoing, error) {
    if (outgoing.headersSent)
        outgoing.destroy();
    else
        outgoing.writeHead(599).end(`the emulator failed: ${String(error)}`);
}

;// CONCATENATED MODULE: ./lib/emulator/emulator.js




/**
 * Serves the REST API, ghcr.io and the npm registry of a world on one loopback port. Several
 * may serve one world; give them one `registry`, `usage` and `load` where they are to be one
 * GitHub.
 */
async function startEmulator(world, options = {}) {
    const { registry = createRegistry(world), ...rest } = options;
    const emulator = await serve(world, [...registryHandlers(registry), ...restHandlers(world)], rest);
    return { ...emulator, registry };
}

;// CONCATENATED MODULE: ./lib/emulator/image-blob.js


const MEBIBYTE = 1024 * 1024;
/** A whole number from `least` to `most`, the same for the same seed. */
function seededSize(seed, least, most) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`size of ${seed}`).digest();
    return least + (hash.readUInt32BE(0) % (most - least + 1));
}
/**
 * A blob without bytes: digest and size follow from the seed alone. `size` in bytes, between
 * 1 and 64 MiB where it is not given.
 */
function image_blob_claimedBlob(seed, mediaType, size) {
    return {
        descriptor: {
            mediaType,
            digest: digestOf(new TextEncoder().encode(`blob ${seed}`)),
            size: size ?? seededSize(seed, MEBIBYTE, 64 * MEBIBYTE)
        },
        bytes: null
    };
}
/** A blob that can be pulled: these very bytes. */
function image_blob_storedBlob(bytes, mediaType) {
    const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
    return {
        descriptor: { mediaType, digest: digestOf(content), size: content.byteLength },
        bytes: content
    };
}
/** The same blob, its descriptor annotated. */
function annotatedBlob(blob, annotations) {
    return { ...blob, descriptor: { ...blob.descriptor, annotations } };
}
/**
 * The two bytes `{}` that artifacts have in place of a config.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidance-for-an-empty-descriptor
 */
const image_blob_EMPTY_BLOB = image_blob_storedBlob('{}', 'application/vnd.oci.empty.v1+json');

;// CONCATENATED MODULE: ./lib/emulator/image-manifest.js


const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const image_manifest_OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
const image_manifest_OCI_LAYER = 'application/vnd.oci.image.layer.v1.tar+gzip';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const DOCKER_CONFIG = 'application/vnd.docker.container.image.v1+json';
const DOCKER_LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
/** An OCI image manifest. */
function image_manifest_ociImage(seed, options = {}) {
    return buildImage(seed, options, OCI_MANIFEST, image_manifest_OCI_CONFIG, image_manifest_OCI_LAYER);
}
/**
 * A docker schema 2 manifest: it has no annotations, no artifact type and no subject.
 *
 * @see https://github.com/distribution/distribution/blob/main/docs/content/spec/manifest-v2-2.md
 */
function image_manifest_dockerImage(seed, options = {}) {
    return buildImage(seed, { indent: 3, ...options }, DOCKER_MANIFEST, DOCKER_CONFIG, DOCKER_LAYER);
}
/** A descriptor for `manifest`, as an index or a subject field has it. */
function descriptorOf(manifest) {
    const { mediaType, digest, bytes } = manifest;
    return { mediaType, digest, size: bytes.byteLength };
}
/** The bytes of a JSON document. */
function jsonBytes(document, indent) {
    return new TextEncoder().encode(JSON.stringify(document, null, indent));
}
function buildImage(seed, options, mediaType, configType, layerType) {
    const config = options.config ?? image_blob_claimedBlob(`${seed} config`, configType, configSize(seed));
    const layers = options.layers ?? [
        image_blob_claimedBlob(`${seed} layer 1`, layerType),
        image_blob_claimedBlob(`${seed} layer 2`, layerType)
    ];
    const { artifactType, annotations, subject } = options;
    const document = {
        schemaVersion: 2,
        ...(options.withoutMediaType === true ? {} : { mediaType }),
        ...(artifactType === undefined ? {} : { artifactType }),
        config: config.descriptor,
        layers: layers.map(({ descriptor }) => descriptor),
        ...(subject === undefined ? {} : { subject: subjectField(subject) }),
        ...(annotations === undefined ? {} : { annotations })
    };
    const bytes = jsonBytes(document, options.indent ?? 2);
    return {
        digest: digestOf(bytes),
        mediaType,
        bytes,
        parts: [],
        blobs: [config, ...layers],
        // A referrer without an artifact type of its own is listed with that of its config.
        referrerFields: {
            artifactType: artifactType ?? config.descriptor.mediaType,
            ...(annotations === undefined ? {} : { annotations })
        }
    };
}
function subjectField(subject) {
    if ('bytes' in subject)
        return descriptorOf(subject);
    const { mediaType, digest, size } = subject;
    return { mediaType, digest, size };
}
function configSize(seed) {
    return seededSize(`${seed} config`, 1_500, 12_000);
}

;// CONCATENATED MODULE: ./lib/emulator/image-index.js


const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
/** An OCI index. An entry may be an index itself. */
function ociIndex(parts, options = {}) {
    return indexOf(parts.map(entryOf), options, OCI_INDEX, manifestsOf(parts));
}
/** A docker manifest list. @see https://github.com/distribution/distribution/blob/main/docs/content/spec/manifest-v2-2.md#manifest-list */
function dockerList(parts) {
    return indexOf(parts.map(entryOf), {}, DOCKER_LIST, manifestsOf(parts));
}
/** An index of descriptors as they are: of blobs, of strangers, of what was never pushed. */
function image_index_rawIndex(entries, options = {}) {
    return indexOf(entries, options, OCI_INDEX, []);
}
/** An image for several platforms, `os/architecture` each, without attestations. */
function multiArch(seed, platforms = ['linux/amd64', 'linux/arm64']) {
    return ociIndex(platforms.map((platform) => ({ manifest: ociImage(`${seed} ${platform}`), platform })));
}
/** The same in docker's older forms. */
function dockerMultiArch(seed, platforms = ['linux/amd64', 'linux/arm64']) {
    return dockerList(platforms.map((platform) => ({ manifest: dockerImage(`${seed} ${platform}`), platform })));
}
/**
 * The same bytes, of which `missing` are not pushed: a partial image, or with all of its
 * platforms missing a ghost. Every part is missing where `missing` is left out.
 */
function lacking(index, missing) {
    const parts = index.parts.filter(({ digest }) => missing !== undefined && !missing.includes(digest));
    return { ...index, parts };
}
function indexOf(manifests, options, mediaType, parts) {
    const { artifactType, subject, annotations } = options;
    const document = {
        schemaVersion: 2,
        ...(options.withoutMediaType === true ? {} : { mediaType }),
        ...(artifactType === undefined ? {} : { artifactType }),
        manifests,
        ...(subject === undefined ? {} : { subject: descriptorOf(subject) }),
        ...(annotations === undefined ? {} : { annotations })
    };
    const bytes = jsonBytes(document, 2);
    const referrerFields = {
        ...(artifactType === undefined ? {} : { artifactType }),
        ...(annotations === undefined ? {} : { annotations })
    };
    return { digest: digestOf(bytes), mediaType, bytes, parts, blobs: [], referrerFields };
}
function entryOf({ manifest, platform, artifactType, annotations }) {
    return {
        ...descriptorOf(manifest),
        ...(artifactType === undefined ? {} : { artifactType }),
        ...(annotations === undefined ? {} : { annotations }),
        ...(platform === undefined ? {} : { platform: platformOf(platform) })
    };
}
function platformOf(platform) {
    const [os = 'unknown', architecture = 'unknown', variant] = platform.split('/');
    return { architecture, os, ...(variant === undefined ? {} : { variant }) };
}
function manifestsOf(parts) {
    return parts.map(({ manifest }) => manifest);
}

;// CONCATENATED MODULE: ./lib/emulator/image-attestation.js



const ARTIFACT_TYPE = 'application/vnd.docker.attestation.manifest.v1+json';
/**
 * What `docker buildx build --push` leaves: an index of each platform's manifest and one
 * attestation manifest for each, which names its platform by annotation.
 *
 * @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md
 */
function buildxIndex(seed, options = {}) {
    const { platforms = ['linux/amd64', 'linux/arm64'], attestations = 'image' } = options;
    const images = platforms.map((platform) => ({
        manifest: image_manifest_ociImage(`${seed} ${platform}`),
        platform
    }));
    if (attestations === 'none')
        return ociIndex(images);
    const described = images.map(({ manifest, platform }) => attestationPart(`${seed} ${platform}`, manifest, attestations, options.withoutReference === true));
    return ociIndex([...images, ...described]);
}
/** BuildKit's attestation manifest for one platform's manifest. */
function buildxAttestation(seed, platform, form) {
    const layers = [inToto(seed, 'https://slsa.dev/provenance/v0.2')];
    if (form === 'image')
        return image_manifest_ociImage(`${seed} attestation`, { layers });
    return image_manifest_ociImage(`${seed} attestation`, {
        layers,
        config: image_blob_EMPTY_BLOB,
        artifactType: ARTIFACT_TYPE,
        subject: platform
    });
}
function attestationPart(seed, platform, form, withoutReference) {
    const reference = {
        'vnd.docker.reference.digest': platform.digest,
        'vnd.docker.reference.type': 'attestation-manifest'
    };
    return {
        manifest: buildxAttestation(seed, platform, form),
        platform: 'unknown/unknown',
        ...(withoutReference ? {} : { annotations: reference }),
        ...(form === 'artifact' ? { artifactType: ARTIFACT_TYPE } : {})
    };
}
function inToto(seed, predicateType) {
    const size = seededSize(`${seed} ${predicateType}`, 4_000, 90_000);
    const blob = image_blob_claimedBlob(`${seed} ${predicateType}`, 'application/vnd.in-toto+json', size);
    return annotatedBlob(blob, { 'in-toto.io/predicate-type': predicateType });
}

;// CONCATENATED MODULE: ./lib/emulator/image-signature.js



/** Sigstore's bundle, as cosign 3 and actions/attest push it. */
const SIGSTORE_BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const PREDICATE = 'https://slsa.dev/provenance/v1';
const COSIGN_LAYERS = {
    sig: 'application/vnd.dev.cosign.simplesigning.v1+json',
    att: 'application/vnd.dsse.envelope.v1+json',
    sbom: 'text/spdx+json'
};
/**
 * A helper tag: `sha256-<64 hex>`, with `.sig`, `.att` or `.sbom` for cosign 2's.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
function helperTag(digest, kind) {
    return digest.replace(':', '-') + (kind === undefined ? '' : `.${kind}`);
}
/**
 * What cosign 2 pushes under `helperTag(digest, kind)`: no subject, only the tag tells what
 * it belongs to.
 *
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
function cosignManifest(kind, digest, seed = 'cosign') {
    return image_manifest_ociImage(`${seed} ${kind} of ${digest}`, { layers: [cosignLayer(kind, digest, seed)] });
}
/** A referrer as cosign 3 and actions/attest push it, untagged, with `subject`. */
function sigstoreBundle(subject, { seed = 'bundle', predicateType = PREDICATE, created } = {}) {
    const name = `${seed} ${predicateType} of ${subject.digest}`;
    return image_manifest_ociImage(name, {
        config: image_blob_EMPTY_BLOB,
        layers: [image_blob_claimedBlob(name, SIGSTORE_BUNDLE, seededSize(name, 4_000, 20_000))],
        artifactType: SIGSTORE_BUNDLE,
        subject,
        annotations: {
            ...(created === undefined ? {} : { 'org.opencontainers.image.created': created }),
            'dev.sigstore.bundle.content': 'dsse-envelope',
            'dev.sigstore.bundle.predicateType': predicateType
        }
    });
}
/** A referrer of any kind: an SBOM by ORAS, a scanner's findings. */
function referrer(subject, artifactType, seed) {
    const layer = claimedBlob(`${seed} ${artifactType} of ${subject.digest}`, artifactType, 20_000);
    return ociImage(seed, { config: EMPTY_BLOB, layers: [layer], artifactType, subject });
}
/**
 * The index that stands in for the referrers endpoint under `helperTag(subject)`. Its entries
 * are pushed on their own, before it. Without referrers it is the same bytes for every subject.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
function referrersIndex(referrers) {
    return image_index_rawIndex(referrers.map((entry) => ('bytes' in entry ? referrerEntry(entry) : entry)));
}
function referrerEntry(manifest) {
    return { ...descriptorOf(manifest), ...manifest.referrerFields };
}
function cosignLayer(kind, digest, seed) {
    const layer = image_blob_claimedBlob(`${seed} ${kind} layer of ${digest}`, COSIGN_LAYERS[kind], 300);
    if (kind === 'sig') {
        return annotatedBlob(layer, { 'dev.cosignproject.cosign/signature': 'MEUCIQ==' });
    }
    return kind === 'att' ? annotatedBlob(layer, { predicateType: PREDICATE }) : layer;
}

;// CONCATENATED MODULE: ./lib/emulator/registry-publish.js




/**
 * Pushes a manifest as a client does: its parts first, untagged, so that an index has the
 * highest id of its image. What is there already stays the version that it is, with its
 * dates; a tag leaves the version that had it.
 */
function push(world, target, built, options = {}) {
    const { tags = [], at, listedFrom } = options;
    const dates = {
        ...(at === undefined ? {} : { createdAt: at }),
        ...(listedFrom === undefined ? {} : { listedFrom })
    };
    for (const part of built.parts)
        push(world, target, part, { ...options, tags: [] });
    for (const { descriptor, bytes } of built.blobs) {
        if (bytes !== null)
            target.blobs.set(descriptor.digest, bytes);
    }
    const { bytes, mediaType } = built;
    const version = pushManifest(world, target, { bytes, mediaType }, null, dates);
    for (const tag of tags)
        moveTag(target, tag, version);
    return version;
}
/**
 * Pushes a referrer, and then the index under the subject's helper tag with it added: read,
 * changed, written, so that the index before it is left untagged. A client that `races` read
 * before the others wrote: its index lists its own referrer alone.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#unavailable-referrers-api
 */
function attach(world, target, referrer, options = {}) {
    const subject = readDocument(referrer.bytes)?.subject;
    if (subject === null || subject === undefined)
        throw new Error('a referrer needs a subject');
    const pushed = push(world, target, referrer, options);
    const tag = helperTag(subject);
    const before = options.races === true ? [] : listedUnder(target, tag);
    const others = before.filter(({ digest }) => digest !== referrer.digest);
    const entry = { ...descriptorOf(referrer), ...referrer.referrerFields };
    const index = push(world, target, referrersIndex([...others, entry]), { ...options, tags: [tag] });
    return { referrer: pushed, index };
}
/** What `actions/attest` with `push-to-registry`, or cosign 3, leaves. @see https://github.com/actions/attest */
function attest(world, target, subject, options = {}) {
    const at = options.at ?? world.now();
    const created = new Date(at).toISOString();
    const bundle = sigstoreBundle(subject, { seed: options.seed ?? 'attest', created });
    return attach(world, target, bundle, options);
}
/** What cosign 2 leaves: a manifest without subject under the helper tag of its kind. */
function cosign(world, target, digest, kind = 'sig', options = {}) {
    const tags = [helperTag(digest, kind)];
    return push(world, target, cosignManifest(kind, digest), { ...options, tags });
}
function listedUnder(target, tag) {
    const stored = target.manifests.get(target.tags.get(tag) ?? '');
    return stored === undefined ? [] : (readDocument(stored.bytes)?.entries ?? []);
}

;// CONCATENATED MODULE: ./lib/emulator/history-timeline.js


/** Things that happened before `now`. They are told in any order and replayed in that of time. */
class Timeline {
    #now;
    #happenings = [];
    constructor(now) {
        this.#now = now;
    }
    /** When that was. */
    dateOf(daysAgo) {
        return this.#now - daysAgo * time/* DAY_MS */.sO;
    }
    /** Notes what happened so long ago, `later` than that by a few minutes where given. */
    add(daysAgo, happen, later = 0) {
        this.#happenings.push({ at: this.dateOf(daysAgo) + later, happen });
    }
    /** Lets everything happen, the oldest first, so that ids rise with the dates. */
    replay() {
        for (const { at, happen } of this.#happenings.toSorted((a, b) => a.at - b.at))
            happen(at);
    }
}
/** The commit that a build was made of: 40 hex digits that follow from the seed. */
function commitOf(seed) {
    return digestOf(new TextEncoder().encode(`commit ${seed}`)).slice('sha256:'.length, 47);
}
/** The first seven digits of a commit, as docker/metadata-action writes them in tags. */
function shortCommitOf(seed) {
    return commitOf(seed).slice(0, 7);
}

;// CONCATENATED MODULE: ./lib/emulator/history-image.js






const WEEKS = 104;
/** Since then releases are built for two platforms, with provenance. */
const MULTI_ARCH_WEEKS = 52;
/** Since then every release is attested, with an SBOM besides. */
const ATTESTED_WEEKS = 16;
/** Since then a release is a build of main that was good enough, and keeps that tag. */
const PROMOTED_WEEKS = 7;
const WEEKS_PER_MINOR = 2;
const NIGHTS = 30;
const MAIN_BUILDS = 18;
const EDGE_BUILDS = 9;
/** Before that year, how often a release was pulled that is in everybody's cluster still. */
const POPULAR = { release: '1.2.0', downloads: 48_000 };
/** The releases in order, from `1.0.0`: a minor every other week, a major after a year. */
function releaseNumber(week) {
    const major = week < WEEKS - MULTI_ARCH_WEEKS ? 1 : 2;
    const inMajor = week - (major === 1 ? 0 : WEEKS - MULTI_ARCH_WEEKS);
    return [major, Math.floor(inMajor / WEEKS_PER_MINOR), inMajor % WEEKS_PER_MINOR].join('.');
}
/** Weekly releases with their moving tags; signed by cosign, of late attested. */
function releaseWeekly(history) {
    for (let week = 0; week < WEEKS; week += 1) {
        const weeksAgo = WEEKS - week;
        history.timeline.add(weeksAgo * 7 - 4.5, (at) => release(history, week, weeksAgo, at));
    }
}
function release({ world, image }, week, weeksAgo, at) {
    const number = releaseNumber(week);
    const [major = '', minor = ''] = number.split('.');
    const isMultiArch = weeksAgo <= MULTI_ARCH_WEEKS;
    const built = isMultiArch ? buildxIndex(`shop ${number}`) : image_manifest_ociImage(`shop ${number}`);
    const promoted = weeksAgo <= PROMOTED_WEEKS ? [`main-${shortCommitOf(number)}`] : [];
    const tags = [...promoted, number, `${major}.${minor}`, major, 'latest'];
    const version = push(world, image, built, { at, tags });
    if (number === POPULAR.release)
        version.downloads = POPULAR.downloads;
    if (isMultiArch)
        cosign(world, image, built.digest, 'sig', { at: at + time/* MINUTE_MS */.kg });
    if (weeksAgo > ATTESTED_WEEKS)
        return;
    attest(world, image, built, { at: at + 2 * time/* MINUTE_MS */.kg, seed: number });
    attach(world, image, sbomOf(built, number), { at: at + 3 * time/* MINUTE_MS */.kg });
}
function sbomOf(built, number) {
    const predicateType = 'https://spdx.dev/Document/v2.3';
    return sigstoreBundle(built, { seed: `sbom ${number}`, predicateType });
}
/** A candidate before every fourth release. */
function offerCandidates({ world, image, timeline }) {
    for (let week = WEEKS - 24; week < WEEKS; week += 4) {
        const number = `${releaseNumber(week)}-rc.1`;
        timeline.add((WEEKS - week) * 7 - 2.5, (at) => {
            push(world, image, image_manifest_ociImage(`shop ${number}`), { at, tags: [number] });
        });
    }
    // What comes next has no release yet.
    const next = `${releaseNumber(WEEKS)}-rc.1`;
    timeline.add(1.5, (at) => {
        push(world, image, image_manifest_ociImage(`shop ${next}`), { at, tags: [next] });
    });
}
/** Nightly builds. The image's clean-up by hand ended a month ago. */
function buildNightly({ world, image, timeline }) {
    for (let night = NIGHTS; night >= 1; night -= 1) {
        timeline.add(night - 0.75, (at) => {
            const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
            push(world, image, image_manifest_ociImage(`nightly ${night}`), { at, tags: ['nightly', `nightly-${day}`] });
        });
    }
}
/** A build of main every few days, with provenance, which nobody ever removed. */
function buildMain({ world, image, timeline }) {
    for (let build = 1; build <= MAIN_BUILDS; build += 1) {
        timeline.add(build * 2.9, (at) => {
            const seed = `main ${build}`;
            const built = buildxIndex(seed, { platforms: ['linux/amd64'] });
            push(world, image, built, { at, tags: [`main-${shortCommitOf(seed)}`, 'main'] });
        });
    }
}
/** The image of each pull request, for two platforms. */
function buildPullRequests({ world, image, timeline }, pullRequests) {
    for (const { number, openedDaysAgo } of pullRequests) {
        timeline.add(openedDaysAgo - 0.5, (at) => {
            push(world, image, buildxIndex(`pull request ${number}`), { at, tags: [`pr-${number}`] });
        });
    }
}
/** What is left of a tag that moves and has no other beside it: untagged images. */
function moveEdge({ world, image, timeline }) {
    for (let build = 1; build <= EDGE_BUILDS; build += 1) {
        timeline.add(build * 6 - 5.75, (at) => {
            push(world, image, image_manifest_ociImage(`edge ${build}`), { at, tags: ['edge'] });
        });
    }
}

;// CONCATENATED MODULE: ./lib/emulator/image-artifact.js



const CACHE_CONFIG = 'application/vnd.buildkit.cacheconfig.v0';
/** A Helm chart. @see https://helm.sh/docs/topics/registries/ */
function helmChart(seed) {
    const config = image_blob_claimedBlob(`${seed} Chart.yaml`, 'application/vnd.cncf.helm.config.v1+json', 600);
    const layers = [smallBlob(seed, 'application/vnd.cncf.helm.chart.content.v1.tar+gzip')];
    const annotations = { 'org.opencontainers.image.title': seed };
    return image_manifest_ociImage(seed, { config, layers, annotations });
}
/** What `oras push --artifact-type` leaves. @see https://oras.land/docs/how_to_guides/pushing_and_pulling */
function orasArtifact(seed, artifactType = 'application/vnd.acme.report') {
    const layers = [smallBlob(seed, 'application/vnd.oci.image.layer.v1.tar')];
    return ociImage(seed, { config: EMPTY_BLOB, layers, artifactType });
}
/** What `flux push artifact` leaves. @see https://fluxcd.io/flux/cheatsheets/oci-artifacts/ */
function fluxArtifact(seed) {
    const config = claimedBlob(`${seed} config`, 'application/vnd.cncf.flux.config.v1+json', 233);
    const layers = [smallBlob(seed, 'application/vnd.cncf.flux.content.v1.tar+gzip')];
    const annotations = { 'org.opencontainers.image.revision': `main@sha1:${seed}` };
    return ociImage(seed, { config, layers, annotations });
}
/**
 * BuildKit's registry cache. `index` is its older default: an index whose entries are not
 * manifests but layers and a cache config, so that no version stands for any of them.
 *
 * @see https://docs.docker.com/build/cache/backends/registry/
 */
function buildCache(seed, form) {
    const config = claimedBlob(`${seed} cache`, CACHE_CONFIG, 3_000);
    const layers = [1, 2, 3].map((n) => claimedBlob(`${seed} cache layer ${n}`, OCI_LAYER));
    if (form === 'manifest')
        return ociImage(seed, { config, layers });
    const blobs = [...layers, config];
    return { ...rawIndex(blobs.map(({ descriptor }) => descriptor)), blobs };
}
/** An image of a few real bytes, so that a real client can pull it, blobs and all. */
function tinyImage(seed) {
    const layer = storedBlob(`the only layer of ${seed}`, OCI_LAYER);
    const rootfs = { type: 'layers', diff_ids: [layer.descriptor.digest] };
    const config = JSON.stringify({ architecture: 'amd64', os: 'linux', config: {}, rootfs });
    return ociImage(seed, { config: storedBlob(config, OCI_CONFIG), layers: [layer] });
}
function smallBlob(seed, mediaType) {
    return image_blob_claimedBlob(`${seed} content`, mediaType, seededSize(`${seed} content`, 2_000, 60_000));
}

;// CONCATENATED MODULE: ./lib/emulator/history-packages.js





const CHARTS = 30;
const RELEASES = 40;
const CANDIDATES_OF_LATE = 6;
const NEXT_BUILDS = 14;
/** A Helm chart that is packaged every three weeks or so. */
function packageCharts(world, charts, timeline) {
    for (let chart = 0; chart < CHARTS; chart += 1) {
        const number = `0.${Math.floor(chart / 3)}.${chart % 3}`;
        timeline.add((CHARTS - chart) * 23 - 3, (at) => {
            push(world, charts, helmChart(`shop-${number}`), { at, tags: [number] });
        });
    }
}
/** An npm package with releases, candidates that led to them, and builds of what comes next. */
function publishNpm(world, ui, timeline) {
    const publish = (name, tag) => (at) => {
        addVersion(world, ui, { name, createdAt: at, license: 'MIT' });
        ui.distTags.set(tag, name);
    };
    for (let place = 0; place < RELEASES; place += 1) {
        const number = releaseNumber(place);
        const daysAgo = (RELEASES - place) * 17;
        timeline.add(daysAgo, publish(number, 'latest'));
        if (place >= RELEASES - CANDIDATES_OF_LATE) {
            timeline.add(daysAgo + 2, publish(`${number}-rc.1`, 'rc'));
        }
    }
    const upcoming = releaseNumber(RELEASES);
    for (let build = 0; build < NEXT_BUILDS; build += 1) {
        const name = `${upcoming}-next.${build}`;
        timeline.add((NEXT_BUILDS - build) * 12 - 3, publish(name, 'next'), build * time/* MINUTE_MS */.kg);
    }
}

;// CONCATENATED MODULE: ./lib/emulator/history.js





const OWNER = 'acme';
const history_REPOSITORY = 'acme/shop';
/** One a week, of which a few are still open. */
const PULL_REQUESTS = 8;
/**
 * Two years of an image, its Helm chart and an npm package of acme/shop, up to `now`. Whenever
 * it is made it has the same versions, but for dates and what names a date.
 */
function twoYearsOfHistory(now) {
    const world = createWorld();
    addOrganization(world, OWNER, { admins: ['ada'] });
    addUser(world, 'ada');
    const timeline = new Timeline(now);
    const pullRequests = pullRequestsOf();
    addShopRepository(world, timeline, pullRequests);
    const add = (name, type, daysAgo) => addPackage(world, OWNER, name, {
        type,
        visibility: 'public',
        repository: history_REPOSITORY,
        roles: { [history_REPOSITORY]: 'admin' },
        createdAt: timeline.dateOf(daysAgo)
    });
    const [image, charts, ui] = [
        add('shop', 'container', 724),
        add('charts/shop', 'container', 687),
        add('shop-ui', 'npm', 680)
    ];
    const history = { world, image, timeline };
    releaseWeekly(history);
    offerCandidates(history);
    buildNightly(history);
    buildMain(history);
    buildPullRequests(history, pullRequests);
    moveEdge(history);
    packageCharts(world, charts, timeline);
    publishNpm(world, ui, timeline);
    timeline.replay();
    const token = addToken(world, { kind: 'actions', repository: history_REPOSITORY });
    return { world, token, owner: OWNER, repository: history_REPOSITORY, image, charts, ui };
}
/** The newest first; some live for long, most are merged within days. */
function pullRequestsOf() {
    return Array.from({ length: PULL_REQUESTS }, (_, place) => {
        const openedDaysAgo = 2 + place * 7;
        const isOpen = place % 5 === 0 || place === 1;
        return {
            number: 412 - place * 9,
            openedDaysAgo,
            closedDaysAgo: isOpen ? null : openedDaysAgo - 4
        };
    });
}
function addShopRepository(world, timeline, pullRequests) {
    addRepository(world, history_REPOSITORY, {
        visibility: 'public',
        branches: ['main', ...branchesOf(pullRequests)],
        pullRequests: pullRequests.map(({ number, closedDaysAgo }) => {
            const closedAt = closedDaysAgo === null ? null : timeline.dateOf(closedDaysAgo);
            return {
                number,
                state: closedAt === null ? 'open' : 'closed',
                closedAt,
                mergedAt: closedAt,
                headBranch: `topic-${number}`,
                headSha: commitOf(`pull request ${number}`)
            };
        })
    });
}
function branchesOf(pullRequests) {
    return pullRequests
        .filter(({ closedDaysAgo }) => closedDaysAgo === null)
        .map(({ number }) => `topic-${number}`);
}

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./lib/cli/demo/action-run.js




/** Of the real environment a program needs these to run at all. Nothing of GitHub, no proxy. */
const PASSED_ON = ['PATH', 'Path', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LANG'];
/**
 * Runs the action as the runner does: a program of its own, with inputs in `INPUT_*`, whose
 * hyphens stay, and files for outputs and the summary.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
async function runAction(step) {
    const files = await runnerFiles(step.folder);
    const child = (0,external_node_child_process_.spawn)(process.execPath, [step.entry], {
        cwd: step.workspace,
        env: { ...passedOn(), ...environmentOf(step, files), ...inputsOf(step.inputs) },
        stdio: ['ignore', 'pipe', 'pipe'],
        signal: step.signal,
        killSignal: 'SIGKILL'
    });
    for (const stream of [child.stdout, child.stderr]) {
        (0,external_node_readline_.createInterface)({ input: stream, crlfDelay: Infinity }).on('line', step.onLine);
    }
    const exitCode = await new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('close', resolve);
    });
    return { exitCode, summary: await (0,promises_.readFile)(files.GITHUB_STEP_SUMMARY, 'utf8') };
}
/** The runner makes them, empty, before the step begins. */
async function runnerFiles(folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const files = {
        GITHUB_OUTPUT: (0,external_node_path_.join)(folder, 'output.txt'),
        GITHUB_STEP_SUMMARY: (0,external_node_path_.join)(folder, 'summary.md'),
        GITHUB_STATE: (0,external_node_path_.join)(folder, 'state.txt'),
        GITHUB_ENV: (0,external_node_path_.join)(folder, 'env.txt')
    };
    await Promise.all(Object.values(files).map((file) => (0,promises_.writeFile)(file, '')));
    return files;
}
function environmentOf(step, files) {
    return {
        ...files,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_SERVER_URL: step.serverUrl,
        GITHUB_API_URL: step.apiUrl,
        GITHUB_REPOSITORY: step.repository,
        GITHUB_REPOSITORY_OWNER: step.repository.split('/')[0] ?? '',
        GITHUB_WORKSPACE: step.workspace,
        GITHUB_WORKFLOW: 'packages',
        GITHUB_JOB: 'clean-up',
        GITHUB_EVENT_NAME: 'schedule',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_RUN_ID: '1',
        GITHUB_RUN_NUMBER: '1',
        GITHUB_RUN_ATTEMPT: '1',
        RUNNER_TEMP: step.folder
    };
}
function inputsOf(inputs) {
    return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}
function passedOn() {
    return Object.fromEntries(PASSED_ON.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    }));
}

;// CONCATENATED MODULE: ./lib/cli/demo/demo-folders.js



/** Path of the policy in the workspace. */
const POLICY_PATH = '.github/package-retention.yml';
/**
 * Makes the folders: for the reports `keep`, or where that is `null` a new one among the
 * system's temporary ones.
 */
async function makeDemoFolders(keep, policy) {
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'package-retention-demo-'));
    const workspace = (0,external_node_path_.join)(scratch, 'workspace');
    await (0,promises_.mkdir)((0,external_node_path_.join)(workspace, '.github'), { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(workspace, POLICY_PATH), policy);
    const { reports, made } = await makeReports(keep);
    return {
        workspace,
        reports,
        runnerTemp: (step) => (0,external_node_path_.join)(scratch, step),
        leave: () => demo_folders_remove(scratch),
        removeAll: async () => {
            await Promise.all([demo_folders_remove(scratch), ...made.map(demo_folders_remove)]);
        }
    };
}
/** Names of the folders of the reports, one for each step. */
const STEP_FOLDERS = ['1-preview', '2-cleanup', '3-restore'];
async function makeReports(keep) {
    if (keep === null) {
        const reports = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'package-retention-reports-'));
        return { reports, made: [reports] };
    }
    const reports = (0,external_node_path_.resolve)(keep);
    const made = [];
    for (const step of STEP_FOLDERS) {
        // Gives the first folder that was not there, or nothing.
        const first = await (0,promises_.mkdir)((0,external_node_path_.join)(reports, step), { recursive: true });
        if (first !== undefined)
            made.push(first);
    }
    return { reports, made };
}
/** On Windows a program that was just ended may still hold its files for a moment. */
function demo_folders_remove(path) {
    return (0,promises_.rm)(path, { recursive: true, force: true, maxRetries: 5 });
}

;// CONCATENATED MODULE: ./lib/cli/demo/demo-policy.js
/** The policy of the demo, as a team would write it: what to keep, and what may go. */
const DEMO_POLICY = `version: 1
defaults:
  untag: true
packages:
  - names: shop
    type: container
    keep:
      - name: releases of a year
        prerelease: false
        newer-than: 1y
      - name: last release of each minor
        prerelease: false
        per: minor
        newest: 1
        by: semver
      - name: newest builds of main
        tags: main-*
        newest: 10
      - name: nightlies of a week, one a week before
        tags: nightly-*
        daily: 7
        weekly: 4
      - name: open pull requests
        open-pull-request: pr-{number}
    delete:
      - name: closed pull requests
        closed-pull-request: pr-{number}
        older-than: 1d
      - name: old builds of main
        tags: main-*
        older-than: 30d
      - name: old nightlies
        tags: nightly-*
        older-than: 7d
      - name: superseded candidates
        superseded: true
      - name: old patch releases
        prerelease: false
        older-than: 1y
      - name: untagged images
        untagged: true
        older-than: 7d

  - names: charts/shop
    type: container
    keep:
      - name: newest charts
        prerelease: false
        newest: 15
        by: semver
    delete:
      - name: charts of last year
        older-than: 1y

  - names: shop-ui
    type: npm
    keep:
      - name: releases
        prerelease: false
      - name: what a dist-tag points to
        tags: [latest, next, rc]
    delete:
      - name: superseded candidates
        superseded: true
      - name: old builds of what comes next
        prerelease: true
        older-than: 60d
`;

;// CONCATENATED MODULE: ./lib/emulator/registry-pull.js


/**
 * Walks a tag or digest as a client would: the entries of indexes, to any depth, and for each
 * manifest on the way its helper tags and its referrers. It looks at the state, not through
 * HTTP, so it counts as no download. An entry that is a blob is not looked for.
 */
function pullWhole(target, reference) {
    return walk(target, reference, shelfOf(target));
}
/** Pulls everything: take it before a run, and ask `lostPulls` after it. */
function pullEverything(target) {
    const shelf = shelfOf(target);
    const living = target.versions.filter(({ deletedAt }) => deletedAt === null);
    const references = [...target.tags.keys(), ...living.map(({ name }) => name)];
    return new Map(references.map((reference) => [reference, walk(target, reference, shelf)]));
}
/**
 * What was there before and is not any more, for each `reference` that is left: user tags, or
 * with `of: 'versions'` every version, tagged or not. What was missing before is no loss. A
 * tag that was moved, or is new, loses what its image misses and nobody missed before.
 */
function lostPulls(before, target, of = 'tags') {
    const after = pullEverything(target);
    const gone = [...before.values()].flatMap(({ missing }) => missing);
    const missedBefore = new Set(gone.map(({ digest }) => digest));
    return [...after].flatMap(([reference, now]) => {
        if (of === 'tags' && (reference.includes(':') || !(0,model_digest/* isUserTag */.Kx)(reference)))
            return [];
        const then = before.get(reference);
        const lost = then !== undefined && then.digest === now.digest
            ? without(then.found, now.found)
            : now.missing.map(({ digest }) => digest).filter((digest) => !missedBefore.has(digest));
        return [...new Set(lost)].map((digest) => ({ reference, digest }));
    });
}
function without(all, taken) {
    const left = new Set(all);
    for (const digest of taken)
        left.delete(digest);
    return [...left];
}
function shelfOf(target) {
    const dead = namesOf(target, false);
    for (const name of namesOf(target, true))
        dead.delete(name);
    const served = [...target.manifests].filter(([digest]) => !dead.has(digest));
    const documents = new Map(served.map(([digest, { bytes }]) => [digest, readDocument(bytes)]));
    return { documents, referrers: referrersBySubject(target, documents) };
}
function namesOf(target, isLiving) {
    const versions = target.versions.filter(({ deletedAt }) => (deletedAt === null) === isLiving);
    return new Set(versions.map(({ name }) => name));
}
function referrersBySubject(target, documents) {
    const bySubject = new Map();
    const add = (subject, digest) => {
        if (typeof subject !== 'string' || subject === digest)
            return;
        bySubject.set(subject, [...(bySubject.get(subject) ?? []), digest]);
    };
    for (const [digest, document] of documents)
        add(document?.subject, digest);
    for (const [tag, digest] of target.tags)
        add((0,model_digest/* parseHelperTag */.kp)(tag)?.digest, digest);
    return bySubject;
}
function walk(target, reference, shelf) {
    const digest = target.tags.get(reference) ?? (reference.includes(':') ? reference : null);
    if (digest === null)
        return { digest, found: [], missing: [] };
    const found = new Set();
    const missing = new Map();
    const queue = [{ digest, from: null, as: 'image' }];
    // The queue grows while it is walked.
    for (const step of queue) {
        if (found.has(step.digest) || missing.has(step.digest))
            continue;
        const document = shelf.documents.get(step.digest);
        if (document === undefined)
            missing.set(step.digest, step);
        else {
            found.add(step.digest);
            queue.push(...stepsFrom(step.digest, document, shelf));
        }
    }
    return { digest, found: [...found], missing: [...missing.values()] };
}
function stepsFrom(from, document, shelf) {
    const entries = (document?.entries ?? [])
        .filter(({ mediaType }) => isManifestType(mediaType))
        .map(({ digest }) => ({ digest, from, as: 'entry' }));
    const referrers = shelf.referrers.get(from) ?? [];
    return [...entries, ...referrers.map((digest) => ({ digest, from, as: 'referrer' }))];
}

;// CONCATENATED MODULE: ./lib/cli/demo/pull-check.js


/** Pulls everything of the packages, as it is now. */
function snapshotOf(packages) {
    return packages.map((target) => ({ target, record: pullEverything(target) }));
}
/** Pulls every tag that is left whole, and compares with what there was. */
function checkPulls(before) {
    const after = snapshotOf(before.map(({ target }) => target));
    const found = after.flatMap(({ record }) => userTagsIn(record).flatMap((tag) => record.get(tag)?.found ?? []));
    const broken = before.flatMap(({ target, record }) => lostPulls(record, target).map(({ reference }) => `${target.name}:${reference}`));
    return {
        before: countTags(before),
        now: countTags(after),
        manifests: new Set(found).size,
        broken: [...new Set(broken)]
    };
}
function countTags(snapshot) {
    return snapshot.reduce((sum, { record }) => sum + userTagsIn(record).length, 0);
}
function userTagsIn(record) {
    return [...record.keys()].filter((reference) => !reference.includes(':') && (0,model_digest/* isUserTag */.Kx)(reference));
}

;// CONCATENATED MODULE: ./lib/cli/demo/shown-log.js
const COMMAND = /^::([a-z-]+)(?: .*?)?::(.*)$/;
const LEVELS = {
    error: 'Error',
    warning: 'Warning',
    notice: 'Notice'
};
/**
 * Makes of the lines of a log, one after the other, what people see: groups and annotations
 * as on the page, each line of an annotation with its level, `null` for what is meant for the
 * runner. With `foldsGroups` only the title
 * of a group is shown, as it is on the page before one opens it.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
function logView(foldsGroups) {
    let isInGroup = false;
    return (line) => {
        const [, command, text = ''] = COMMAND.exec(line) ?? [];
        if (command === undefined)
            return isInGroup && foldsGroups ? null : line;
        if (command === 'group' || command === 'endgroup')
            isInGroup = command === 'group';
        if (command === 'group')
            return `${foldsGroups ? '▸' : '▾'} ${unescaped(text)}`;
        const level = LEVELS[command];
        return level === undefined ? null : unescaped(text).replace(/^/gm, `${level}: `);
    };
}
function unescaped(text) {
    return text.replaceAll('%0A', '\n').replaceAll('%0D', '').replaceAll('%25', '%');
}

;// CONCATENATED MODULE: ./lib/cli/demo/shown-summary.js
const DETAILS = /<details>\s*<summary>(.*?)<\/summary>.*?<\/details>/gs;
const ENTITIES = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&amp;': '&'
};
/**
 * A step summary as text: details are folded, as they are on the page, and of the HTML only
 * the words are left.
 */
function shownSummary(markdown) {
    const folded = markdown.replace(DETAILS, (_details, title) => `▸ ${title}`);
    const plain = folded
        .replace(/<br>/g, ' ')
        .replace(/<[^>\n]+>/g, '')
        .replace(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)))
        .replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
        .replace(/^#+ (.*)$/gm, '$1')
        .replace(/^> \[!(\w+)\]$/gm, '')
        .replace(/\*\*/g, '')
        .replace(/^```\w*$/gm, '');
    return alignTables(plain)
        .replace(/\n{3,}/g, '\n\n')
        .trim();
}
/** Pads the cells of Markdown tables so that they stand below each other. */
function alignTables(text) {
    return text.replace(/(?:^\|.*\|\n?)+/gm, (table) => {
        const rows = table.trimEnd().split('\n').map(cellsOf);
        const isNumeric = (rows[1] ?? []).map((cell) => cell.endsWith(':'));
        const shown = rows.filter((_row, place) => place !== 1);
        const widths = (shown[0] ?? []).map((_cell, column) => Math.max(...shown.map((row) => row[column]?.length ?? 0)));
        const lines = shown.map((row) => row
            .map((cell, column) => {
            const width = widths[column] ?? 0;
            return isNumeric[column] === true ? cell.padStart(width) : cell.padEnd(width);
        })
            .join('  ')
            .trimEnd());
        return `${lines.join('\n')}\n`;
    });
}
function cellsOf(row) {
    return row
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim());
}

;// CONCATENATED MODULE: ./lib/cli/demo/demo.js










/** Thrown where there is no bundle to run. */
class NoActionError extends Error {
    name = 'NoActionError';
}
/**
 * Shows the action at work on an emulated GitHub: a preview, the clean-up, and its undoing,
 * with a check after each that what stays can be pulled. No request leaves the machine.
 * `true` where everything went as it should.
 *
 * @throws NoActionError where the bundle is not there
 * @throws Error `AbortError` where `signal` ended it
 */
async function runDemo(options) {
    await findEntry(options.entry);
    options.signal.throwIfAborted();
    const history = twoYearsOfHistory(options.now);
    const folders = await makeDemoFolders(options.keep, DEMO_POLICY);
    const emulator = await startEmulator(history.world);
    try {
        const isFine = await new Demo(options, history, folders, emulator).play();
        await folders.leave();
        return isFine;
    }
    catch (error) {
        await folders.removeAll();
        throw error;
    }
    finally {
        await emulator.close();
    }
}
async function findEntry(entry) {
    try {
        await (0,promises_.access)(entry);
    }
    catch {
        throw new NoActionError(`the demo runs the action's bundle, but ${entry} is not there; build it with: npm run build`);
    }
}
class Demo {
    #options;
    #history;
    #folders;
    #emulator;
    #isFine = true;
    constructor(options, history, folders, emulator) {
        this.#options = options;
        this.#history = history;
        this.#folders = folders;
        this.#emulator = emulator;
    }
    async play() {
        const { program } = this.#options;
        const { image, charts, ui } = this.#history;
        const [preview, cleanup, restore] = STEP_FOLDERS;
        this.#introduce();
        const before = snapshotOf([image, charts]);
        const npmBefore = livingOf(ui);
        const policy = { 'policy-file': POLICY_PATH };
        this.#title('1. The preview: dry-run: true. Nothing is changed.');
        await this.#step(preview, { ...policy, 'dry-run': 'true' }, logView(false));
        this.#check(before, npmBefore, 'unchanged');
        this.#title('2. The same without dry-run: exactly that plan is carried out.');
        await this.#step(cleanup, policy, logView(true));
        this.#check(before, npmBefore, 'kept');
        this.#title('3. And back again: mode: restore, with the report of that run.');
        const report = (0,external_node_path_.join)(this.#folders.reports, cleanup, 'report.json');
        await this.#step(restore, { mode: 'restore', report }, logView(true));
        this.#check(before, npmBefore, 'unchanged');
        this.#say(`\nThe reports of the three runs (open a report.html): ${this.#folders.reports}`);
        this.#say(`To begin with your own packages: ${program} init\n` +
            `To play with these: ${program} demo --serve`);
        return this.#isFine;
    }
    #introduce() {
        const { image, charts, ui, repository } = this.#history;
        this.#say(`On ${this.#emulator.url} there is now a small GitHub with the packages of ${repository}:\n` +
            `two years of releases, nightly builds, pull requests, signatures and attestations.\n` +
            `  ghcr.io/acme/shop         ${livingOf(image)} versions\n` +
            `  ghcr.io/acme/charts/shop  ${livingOf(charts)} versions\n` +
            `  @acme/shop-ui (npm)       ${livingOf(ui)} versions\n` +
            'The action in dist/ runs on it as in a workflow. Nothing else is asked, no token is\n' +
            `needed. Its policy, ${POLICY_PATH}:\n\n` +
            DEMO_POLICY.trimEnd().replace(/^(?=.)/gm, '  '));
    }
    async #step(name, inputs, view) {
        const { entry, signal } = this.#options;
        const { token, repository } = this.#history;
        const { url, apiUrl, registryUrl, npmRegistryUrl } = this.#emulator;
        this.#say(`The log of the step:\n`);
        const result = await runAction({
            entry,
            folder: this.#folders.runnerTemp(name),
            workspace: this.#folders.workspace,
            repository,
            serverUrl: url,
            apiUrl,
            signal,
            onLine: (line) => this.#tellLine(view(line)),
            inputs: {
                ...inputs,
                token: token.secret,
                owner: this.#history.owner,
                'registry-url': registryUrl,
                'npm-registry-url': npmRegistryUrl,
                'report-directory': (0,external_node_path_.join)(this.#folders.reports, name)
            }
        });
        this.#tellResult(result);
    }
    #tellLine(shown) {
        if (shown !== null)
            this.#say(shown.replace(/^/gm, '  '));
    }
    #tellResult({ exitCode, summary }) {
        const shown = shownSummary(summary);
        if (shown !== '')
            this.#say(`\nThe step summary:\n\n${shown.replace(/^(?=.)/gm, '  ')}`);
        if (exitCode === 0)
            return;
        this.#isFine = false;
        this.#say(`\nThe step failed with exit code ${exitCode ?? 'none'}.`);
    }
    /** What is left of the tags, and whether each of them is whole; `unchanged`: all of them. */
    #check(before, npmBefore, expected) {
        const { ui } = this.#history;
        const check = checkPulls(before);
        const npmNow = livingOf(ui);
        const isWhole = check.broken.length === 0;
        const isAsBefore = check.now === check.before && npmNow === npmBefore;
        const isRight = isWhole && (expected === 'kept' || isAsBefore);
        this.#isFine &&= isRight;
        const found = isWhole
            ? `every one of them can be pulled whole (${check.manifests} manifests: platforms, attestations and signatures included)`
            : `${check.broken.length} of them can't be pulled any more: ${check.broken.join(', ')}`;
        this.#say(`\nChecked by pulling: ${check.now} of ${check.before} tags are there, and ${found}.\n` +
            `npm has ${npmNow} of ${npmBefore} versions.` +
            (isRight ? '' : '\nThat is not as it should be.'));
    }
    #title(text) {
        this.#say(`\n${'='.repeat(text.length)}\n${text}\n${'='.repeat(text.length)}\n`);
    }
    #say(text) {
        this.#options.tell(text);
    }
}
function livingOf({ versions }) {
    return versions.filter(({ deletedAt }) => deletedAt === null).length;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./lib/cli/demo/serve.js




/**
 * Runs an emulated GitHub with packages of two years on this machine until `signal` ends it,
 * and says how to reach it from another terminal.
 */
async function serveDemo({ now, program, tell, signal }) {
    const history = twoYearsOfHistory(now);
    const { secret } = addToken(history.world, { login: 'ada' });
    const emulator = await startEmulator(history.world);
    try {
        tell(whatIsThere(history, emulator));
        tell(whatToPaste(emulator, secret, program));
        tell('\nEnd it with Ctrl-C; it forgets everything then.');
        if (!signal.aborted)
            await (0,external_node_events_.once)(signal, 'abort');
    }
    finally {
        await emulator.close();
    }
}
function whatIsThere({ owner, image, charts, ui }, { url }) {
    const packages = [image, charts, ui].map(({ name, type, versions }) => `  ${name} (${type}), ${versions.length} versions`);
    return [`A small GitHub is on ${url}, with two years of packages of ${owner}:`, ...packages].join('\n');
}
function whatToPaste({ apiUrl, registryUrl, npmRegistryUrl }, token, program) {
    const where = '--owner acme --registry-url $REGISTRY';
    const rules = '--packages shop --older-than 30d --keep-tags "*.*.*, latest"';
    const lines = [
        `export GITHUB_API_URL=${apiUrl}`,
        `export REGISTRY=${registryUrl}`,
        `export GITHUB_TOKEN=${token}`,
        `${program} plan ${rules} ${where}`
    ];
    const more = [
        `${program} explain latest ${rules} ${where}`,
        `${program} cleanup --packages shop --delete-tags "pr-*" --older-than 30d ${where}`,
        `${program} restore --report package-retention-report/report.json ${where}`,
        `${program} plan --package-type npm --packages shop-ui --older-than 90d --owner acme ` +
            `--npm-registry-url ${npmRegistryUrl}`
    ];
    const shown = (all) => all.map((line) => `  ${line}`).join('\n');
    return `
Paste this into another terminal, in the same folder:

${shown(lines)}

And then, as you like:

${shown(more)}`;
}

;// CONCATENATED MODULE: ./lib/cli/commands/demo.js







/** What a shell expects of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;
/** `demo`: the action at work on an emulated GitHub, without network or token. */
function addDemo(program, shell) {
    program
        .command('demo')
        .summary('see it at work on two years of history, without network or token')
        .description('run the action on an emulated GitHub on this machine: a preview, the clean-up, and the ' +
        'way back; nothing else is asked, and no token is needed')
        .option('--keep <FOLDER>', 'where the reports stay (a new folder for temporary files)')
        .option('--serve', 'only leave that GitHub running until Ctrl-C, to play with')
        .addHelpText('after', '\nExamples:\n  package-retention demo --keep demo-reports\n  package-retention demo --serve')
        .action((flags) => demo(flags, shell));
}
async function demo({ keep, serve = false }, shell) {
    if (serve && keep !== undefined) {
        throw new UsageError('--keep: with --serve no reports are made');
    }
    const unusable = keep === undefined ? null : (0,report_directory/* reportDirectoryProblem */.j)((0,external_node_path_.resolve)(keep), '--keep');
    if (unusable !== null)
        throw new UsageError(unusable);
    const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, false);
    const tell = (text) => {
        for (const line of text.split('\n'))
            terminal.line(line);
    };
    const controller = new AbortController();
    const end = () => controller.abort();
    process.once('SIGINT', end).once('SIGTERM', end);
    const common = { now: Date.now(), program: shell.program, tell, signal: controller.signal };
    try {
        if (serve) {
            await serveDemo(common);
            return;
        }
        const isFine = await runDemo({ entry: bundlePath(), keep: keep ?? null, ...common });
        shell.exitCode = isFine ? EXIT.done : EXIT.failed;
    }
    catch (error) {
        if (error instanceof NoActionError)
            throw new UsageError(error.message);
        if (!controller.signal.aborted)
            throw error;
        terminal.complain('ended; nothing was left behind');
        process.exit(INTERRUPTED);
    }
    finally {
        process.off('SIGINT', end).off('SIGTERM', end);
    }
}
/** The action's bundle lies beside the tool's, wherever that is linked from. */
function bundlePath() {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '.')), 'index.js');
}

// EXTERNAL MODULE: ./lib/policy/prepared-facts.js + 2 modules
var prepared_facts = __webpack_require__(60496);
// EXTERNAL MODULE: ./lib/policy/verdict.js
var verdict = __webpack_require__(67335);
// EXTERNAL MODULE: ./lib/graph/relation.js
var relation = __webpack_require__(55334);
// EXTERNAL MODULE: ./lib/plan/roots.js
var plan_roots = __webpack_require__(21182);
;// CONCATENATED MODULE: ./lib/plan/explain-path.js


/** The shortest way from a root to a version that it leads to; empty where there is none. */
function pathBetween(graph, root, id, type) {
    const cameFrom = new Map([[root, null]]);
    // A Map visits what is added while it is walked: this goes through the image in breadth.
    for (const [at] of cameFrom) {
        for (const needed of graph.nodes.get(at)?.needs ?? []) {
            if (!cameFrom.has(needed))
                cameFrom.set(needed, at);
        }
    }
    const path = [];
    let at = cameFrom.has(id) ? id : null;
    while (at !== null && at !== undefined) {
        const from = cameFrom.get(at) ?? null;
        const as = from === null ? null : (0,relation/* relationOf */.K)(graph, from, at);
        path.unshift({ name: explain_path_nameOf(graph, at, type), as });
        at = from;
    }
    return path;
}
/** The roots that lead to a version, itself left out, highest id first. */
function needersOf(graph, id, stays, type) {
    const above = new Set([id]);
    for (const at of above) {
        for (const needer of graph.nodes.get(at)?.neededBy ?? [])
            above.add(needer);
    }
    above.delete(id);
    return graph.roots
        .filter((root) => above.has(root))
        .map((root) => ({ name: explain_path_nameOf(graph, root, type), stays: stays.has(root) }));
}
function explain_path_nameOf(graph, id, type) {
    const version = graph.nodes.get(id)?.version;
    return version === undefined ? { id, label: String(id) } : (0,plan_roots/* nameRoot */.AI)(version, type);
}

// EXTERNAL MODULE: ./lib/policy/calendar.js
var calendar = __webpack_require__(20758);
// EXTERNAL MODULE: ./lib/policy/evaluation-context.js
var evaluation_context = __webpack_require__(47016);
// EXTERNAL MODULE: ./lib/policy/groups.js
var policy_groups = __webpack_require__(48764);
// EXTERNAL MODULE: ./lib/policy/quotas.js
var quotas = __webpack_require__(68229);
;// CONCATENATED MODULE: ./lib/plan/explain-quota.js





/** Where a root stands under each quota of a rule, in each of its groups. */
function standingsOf(rule, prepared, roots, root, { context, facts }) {
    if (rule.quotas.length === 0 || prepared.unanswered !== null)
        return [];
    const candidates = roots
        .filter((one) => !(0,evaluation_context/* isHelperOnly */.BB)(one) && !(0,evaluation_context/* isFutureDated */.aX)(one.version, context.now))
        .flatMap((one) => {
        const passing = prepared.ask(one);
        return passing === null ? [] : [{ root: one, passing }];
    });
    const groups = [...(0,policy_groups/* groupsOf */.c)(rule, prepared, candidates, context, facts)].filter(([, members]) => members.some((member) => member.root === root));
    return rule.quotas.flatMap((quota) => {
        const only = { ...rule, quotas: [quota] };
        const places = (0,quotas/* applyQuotas */.e)(only, prepared, candidates, context, facts);
        return groups.map(([group, members]) => standingIn(members, { quota, group, root, places, rule, context }));
    });
}
function standingIn(members, place) {
    const { quota, group, root, places } = place;
    const at = members.findIndex((member) => member.root === root);
    const before = members.slice(0, at);
    const isBeside = (one) => places.get(one.version.id)?.code === 'beside';
    const rank = at + 1 - before.filter((member) => isBeside(member.root)).length;
    const isWithin = quota.kind === 'newest' ? rank <= quota.count : isCounted(root, place);
    const kept = isWithin || isBeside(root);
    const instead = kept ? null : keptInstead(before, place);
    return { quota, group, rank, of: members.length, kept, instead };
}
function isCounted(root, { places, group }) {
    const own = places.get(root.version.id);
    return own?.code === 'counted' && own.group === group;
}
/** The root of the same period that used up the count, for quotas of the calendar. */
function keptInstead(before, place) {
    const { quota, root, rule, context } = place;
    if (quota.kind === 'newest')
        return null;
    const { kind } = quota;
    const by = rule.by === 'created' || rule.by === 'updated' ? rule.by : context.ageBy;
    const period = (one) => (0,calendar/* periodOf */.j)(kind, (0,evaluation_context/* dateOf */.Q$)(one.version, by));
    const kept = before.find((member) => isCounted(member.root, place) && period(member.root) === period(root));
    return kept === undefined ? null : (0,plan_roots/* nameRoot */.AI)(kept.root.version, context.type);
}

// EXTERNAL MODULE: ./lib/policy/prepared-rule.js + 1 modules
var prepared_rule = __webpack_require__(27136);
;// CONCATENATED MODULE: ./lib/plan/explain-rule.js


/** What a rule says of a root, and where it does not hold, at which condition. */
function answerOf(asked, root) {
    const { prepared } = asked;
    if (prepared.unanswered !== null)
        return { kind: 'unanswered', why: prepared.unanswered };
    if (prepared.isNotAsked)
        return { kind: 'not-asked' };
    const passing = prepared.ask(root);
    if (passing === null)
        return failureOf(asked, root);
    const tag = passing === 'all' ? null : (passing[0] ?? null);
    return { kind: 'holds', tags: passing, because: prepared.because(root, tag) };
}
function failureOf(asked, root) {
    const singles = asked.prepared.conditions.map((condition) => ({
        condition,
        passing: passingAlone(condition, asked, root)
    }));
    const tags = root.userTags.length > 0 ? root.userTags : root.helperTags;
    const failed = (tags.length > 0 ? tags : [null]).flatMap((tag) => {
        const failing = singles.filter(({ passing }) => !passes(passing, tag));
        // That a rule is not about such tags at all says more than how old it is.
        const first = failing.find(({ condition }) => !isAboutAge(condition)) ?? failing[0];
        return first === undefined ? [] : [failedAt(tag, first.condition, asked, root)];
    });
    const beyond = asked.side === 'delete' ? outOfReach(root) : null;
    // Asked one by one, conditions don't reach such a root either: none of them is to blame.
    if (beyond !== null && !namesSuch(asked.prepared.conditions)) {
        return { kind: 'out-of-reach', because: beyond };
    }
    return { kind: 'fails', at: sameForAll(failed) };
}
function isAboutAge({ kind }) {
    return kind === 'older-than' || kind === 'newer-than';
}
function failedAt(tag, condition, { context }, root) {
    if (!isAboutAge(condition))
        return { tag, condition };
    return { tag, condition, ageMs: context.now - (0,evaluation_context/* ageStart */.Ou)(root, context) };
}
/** Each condition as a rule of its own says what it says in the rule. */
function passingAlone(condition, { side, context, facts }, root) {
    return (0,prepared_rule/* prepareRule */.G)({ label: '', conditions: [condition] }, context, facts, side).ask(root);
}
function passes(passing, tag) {
    if (passing === null)
        return false;
    return passing === 'all' || (tag !== null && passing.includes(tag));
}
function outOfReach(root) {
    if (root.broken.includes('unpullable'))
        return 'unknown-manifest';
    return (0,evaluation_context/* isHelperOnly */.BB)(root) ? 'helper-tags-only' : null;
}
function namesSuch(conditions) {
    return conditions.some(({ kind }) => kind === 'broken' || kind === 'ids' || kind === 'digests');
}
/** One entry without a tag where several tags fail at the same condition, or age decides. */
function sameForAll(failed) {
    const [first] = failed;
    const isSame = failed.every(({ condition }) => condition === first?.condition);
    if (first === undefined || !isSame || (failed.length === 1 && !isAboutAge(first.condition))) {
        return failed;
    }
    return [{ ...first, tag: null }];
}

// EXTERNAL MODULE: ./lib/plan/list-check.js
var list_check = __webpack_require__(70238);
// EXTERNAL MODULE: ./lib/plan/plan-package.js + 3 modules
var plan_package = __webpack_require__(79744);
;// CONCATENATED MODULE: ./lib/plan/explain.js








/**
 * How a version is decided, with what every rule says of it, or of the root that it follows.
 * Pure, and of one mind with `planPackage`. `null` where the package has no such version.
 */
function explainVersion(input, id) {
    const plan = (0,plan_package/* planPackage */.Gv)(input);
    const version = plan.versions.find((one) => one.version.id === id);
    if (version === undefined)
        return null;
    const checked = (0,list_check/* checkList */.R)(input.inventory);
    if (!checked.ok)
        return explanationOf(input, plan, version, null);
    const deliberation = (0,plan_package/* deliberate */.K5)(input, (0,plan_package/* graphOf */.cQ)(input.inventory, checked.versions), checked.versions);
    return explanationOf(input, plan, version, deliberation);
}
function explanationOf(input, plan, version, deliberation) {
    const { type } = plan.package;
    const { id } = version.version;
    const head = { package: plan.package, version, frozen: plan.frozen };
    if (deliberation === null)
        return { ...head, root: null, path: [], needers: [] };
    const { graph } = deliberation;
    const stays = new Set(plan.versions.filter(({ decision }) => decision !== 'delete').map((one) => one.version.id));
    return {
        ...head,
        root: rootOf(input, deliberation, version.root ?? id, id, stays),
        path: version.root === null ? [] : pathBetween(graph, version.root, id, type),
        needers: needersOf(graph, id, stays, type)
    };
}
function rootOf(input, deliberation, rootId, id, stays) {
    const fate = deliberation.fates.get(rootId);
    if (fate === undefined)
        return null;
    const { division, context, evaluation } = deliberation;
    const { root, selection } = fate.verdict;
    const roots = evaluation.verdicts.map((verdict) => verdict.root);
    return {
        name: (0,plan_roots/* nameRoot */.AI)(root.version, context.type),
        isVersion: rootId === id,
        userTags: root.userTags,
        delete: answersOf(input, deliberation, root, roots, 'delete'),
        keep: answersOf(input, deliberation, root, roots, 'keep'),
        selectedBy: root.userTags.map((tag) => ({
            tag,
            rule: (0,verdict/* selectedTag */.q)(selection, root, tag)?.rule ?? null
        })),
        guard: fate.guard,
        lastVersion: division.lastVersion?.root === rootId ? division.lastVersion.case : null,
        goes: !stays.has(rootId)
    };
}
function answersOf({ policy }, { evaluation, context }, root, roots, side) {
    const facts = (0,prepared_facts/* prepareFacts */.N)(context);
    return evaluation[side].map((prepared, place) => {
        const rule = side === 'keep' ? policy.keep[place] : undefined;
        const answer = answerOf({ prepared, side, context, facts }, root);
        const hasStanding = rule !== undefined && answer.kind === 'holds';
        const standings = hasStanding
            ? standingsOf(rule, prepared, roots, root, { context, facts })
            : [];
        const takesEffect = isEffective(answer, rule, standings, root);
        return { rule: prepared.label, side, answer, takesEffect, standings };
    });
}
function isEffective(answer, rule, standings, root) {
    if (answer.kind === 'unanswered')
        return rule !== undefined;
    if (answer.kind !== 'holds')
        return false;
    if (rule === undefined || rule.quotas.length === 0)
        return true;
    // What a pattern keeps by a helper tag uses up no count (ruling 26).
    if (root.userTags.length === 0 && answer.tags !== 'all')
        return true;
    return standings.some(({ kept }) => kept);
}

// EXTERNAL MODULE: ./lib/report/evidence-text.js
var evidence_text = __webpack_require__(15665);
// EXTERNAL MODULE: ./lib/report/age-text.js
var age_text = __webpack_require__(29141);
;// CONCATENATED MODULE: ./lib/report/condition-text.js
/** A condition as the policy file has it, on one line. A new one without a line does not compile. */
function conditionText(condition) {
    switch (condition.kind) {
        case 'tags':
            return `tags ${condition.patterns.sources.join(', ')}`;
        case 'untagged':
            return condition.value ? 'untagged' : 'tagged';
        case 'semver':
            return `semver ${condition.range}`;
        case 'prerelease':
            return condition.value ? 'prerelease' : 'no prerelease';
        case 'release':
            return condition.value ? 'release' : 'no release';
        case 'superseded':
            return 'superseded';
        case 'older-than':
        case 'newer-than':
            return `${condition.kind} ${condition.age.text}`;
        case 'ids':
            return `ids ${condition.ids.join(', ')}`;
        case 'digests':
            return `digests ${condition.digests.join(', ')}`;
        case 'broken':
            return `broken ${condition.kinds.join(', ')}`;
        case 'listed-in':
            return `listed-in ${condition.globs.join(', ')}`;
        case 'closed-pull-request':
        case 'open-pull-request':
        case 'gone-branch':
        case 'live-branch':
            return `${condition.kind} ${condition.templates.map(({ source }) => source).join(', ')}`;
    }
}

;// CONCATENATED MODULE: ./lib/report/failed-text.js


/** Why a condition does not hold, as a clause. A new one without a line does not compile. */
function failedConditionText({ tag, condition, ageMs }) {
    const it = tag ?? 'it';
    switch (condition.kind) {
        case 'tags':
            return tag === null
                ? `it has no tag that matches ${condition.patterns.sources.join(', ')}`
                : `${tag} does not match ${condition.patterns.sources.join(', ')}`;
        case 'untagged':
            return condition.value ? 'it is tagged' : 'it is untagged';
        case 'semver':
            return `${it} is not in the range ${condition.range}`;
        case 'prerelease':
            return condition.value ? `${it} is no prerelease` : `${it} is a prerelease, or no version`;
        case 'release':
            return condition.value ? `${it} is no release` : `${it} is a release`;
        case 'superseded':
            return `${it} is not superseded by a release`;
        case 'older-than':
            return `it is ${(0,age_text/* ageText */.XG)(ageMs ?? 0)} old, not older than ${condition.age.text}`;
        case 'newer-than':
            return `it is ${(0,age_text/* ageText */.XG)(ageMs ?? 0)} old, older than ${condition.age.text}`;
        case 'ids':
            return 'its id is not listed';
        case 'digests':
            return 'its digest is not listed';
        case 'broken':
            return `it is not ${condition.kinds.join(' or ')}`;
        case 'listed-in':
            return `no file of ${condition.globs.join(', ')} names it`;
        case 'closed-pull-request':
        case 'open-pull-request':
        case 'gone-branch':
        case 'live-branch':
            return templateText(condition, tag);
    }
}
const NOT_SO = {
    'closed-pull-request': 'its pull request is not closed',
    'open-pull-request': 'its pull request is not open',
    'gone-branch': 'its branch is not known to be gone',
    'live-branch': 'there is no such branch'
};
function templateText(condition, tag) {
    const { kind, templates } = condition;
    const sources = templates.map(({ source }) => source).join(', ');
    if (tag === null)
        return `${conditionText(condition)} does not hold`;
    return templates.some((template) => template.match(tag) !== null)
        ? `${tag}: ${NOT_SO[kind]}`
        : `${tag} does not fit ${sources}`;
}

// EXTERNAL MODULE: ./lib/report/freeze-text.js
var freeze_text = __webpack_require__(38567);
// EXTERNAL MODULE: ./lib/report/labels.js
var labels = __webpack_require__(67419);
// EXTERNAL MODULE: ./lib/report/reason-text.js
var reason_text = __webpack_require__(56658);
// EXTERNAL MODULE: ./lib/report/wording.js
var wording = __webpack_require__(57142);
;// CONCATENATED MODULE: ./lib/report/reported-text.js



const SHOWN_TAGS = 10;
/** What the report says, as one line. */
function reportedLine({ madeAt, dryRun, row }) {
    const rule = row.rule === null ? '' : ` (${row.rule})`;
    const became = [row.outcome, row.error].filter((text) => text !== null).join(': ');
    return (`the report of ${madeAt}${dryRun ? ', a dry run,' : ''} says: ` +
        `${row.decision}${rule}: ${row.reason}${became === '' ? '' : `; ${became}`}`);
}
/** What a decision that was made again is to that of the report. */
function decidedAgainLine({ row, isByTheseRules }, again) {
    const rule = again.rule === null ? '' : ` (${again.rule})`;
    const isSame = again.decision === row.decision && again.rule === row.rule && sameTags(again.untag, row.untag);
    if (isSame)
        return 'decided again here it is the same';
    const why = isByTheseRules === false
        ? ", by other rules than the report's,"
        : ', where nobody can be asked,';
    const otherwise = again.decision === row.decision ? '' : ' it would be otherwise';
    return `decided again here${why}${otherwise}: ${again.decision}${rule}: ${(0,reason_text/* reasonText */.u)(again.reason)}`;
}
/**
 * A version of which the report alone can tell: no rules were given, or it is gone.
 *
 * @param label of its package
 */
function reportedLines(label, reported, why) {
    const { id, kind, name, tags } = reported.row;
    return [
        `${label}: ${(0,labels/* versionLabel */.dp)({ name, tags })}`,
        `  version ${id}, ${kind}, ${name}`,
        `  tags: ${tags === null ? 'not known' : (0,wording/* enumerate */.HL)(tags, SHOWN_TAGS) || 'none'}`,
        reportedLine(reported),
        why === 'gone'
            ? 'there is nothing left of it to decide again'
            : 'give the rules, such as --policy-file FILE, to read what each of them says'
    ];
}
function sameTags(some, others) {
    return some.length === others.length && some.every((tag) => others.includes(tag));
}

;// CONCATENATED MODULE: ./lib/report/explain-text.js








const SHOWN_NEEDERS = 10;
const explain_text_SHOWN_TAGS = 10;
/**
 * An explanation as lines of text: the decision, then what it was made of. Where a report has
 * decided before, that comes first.
 */
function explanationLines(explanation, reported = null) {
    const { version, frozen, root } = explanation;
    return [
        ...headLines(explanation, reported),
        ...(frozen === null ? [] : [`the package is frozen: ${(0,freeze_text/* freezeText */.B)(frozen)}`]),
        ...pathLines(explanation.path),
        ...neederLines(explanation),
        ...(root === null ? [] : rootLines(root)),
        ...(root === null && version.root === null && frozen === null
            ? ['no rule is asked of it: it is neither a root nor follows one']
            : [])
    ];
}
function headLines({ package: ref, version }, reported) {
    const { id, name, tags } = version.version;
    const rule = version.rule === null ? '' : ` (${version.rule})`;
    return [
        `${(0,model_package/* packageLabel */.lL)(ref)}: ${(0,labels/* versionLabel */.dp)({ name, tags })}`,
        `  version ${id}, ${version.kind}, ${name}`,
        `  tags: ${tags === null ? 'not known' : (0,wording/* enumerate */.HL)(tags, explain_text_SHOWN_TAGS) || 'none'}`,
        ...(reported === null
            ? [`${version.decision}${rule}: ${(0,reason_text/* reasonText */.u)(version.reason)}`]
            : [reportedLine(reported), decidedAgainLine(reported, version)]),
        ...(version.untag.length === 0 ? [] : [`tags to take off: ${(0,wording/* enumerate */.HL)(version.untag)}`])
    ];
}
/** `v1 > sha256:… (part) > sha256:… (attestation)`. */
function pathLines(path) {
    if (path.length === 0)
        return [];
    const steps = path.map(({ name, as }) => (as === null ? name.label : `${name.label} (${as})`));
    return [`it follows ${path[0]?.name.label ?? ''}: ${steps.join(' > ')}`];
}
function neederLines({ needers }) {
    if (needers.length === 0)
        return [];
    const names = needers.map(({ name, stays }) => `${name.label}, which ${stays ? 'stays' : 'goes'}`);
    return [
        `${needers.length === 1 ? 'one image needs' : `${needers.length} images need`} it: ` +
            (0,wording/* enumerate */.HL)(names, SHOWN_NEEDERS)
    ];
}
function rootLines(root) {
    const { guard, lastVersion } = root;
    const whom = root.isVersion ? 'it' : `${root.name.label}, which it follows`;
    return [
        `what each rule says of ${whom}:`,
        ...[...root.delete, ...root.keep].flatMap((answer) => answerLines(answer)),
        ...(root.delete.length === 0 ? ['  there is no delete rule, so nothing goes'] : []),
        ...selectionLines(root),
        ...(guard === null ? [] : [`guarded: ${(0,reason_text/* reasonText */.u)(guard)}`]),
        ...(lastVersion === null
            ? []
            : [`last-version: ${(0,reason_text/* reasonText */.u)({ code: 'last-version', case: lastVersion })}`])
    ];
}
function answerLines({ rule, side, answer, takesEffect, standings }) {
    const head = `  ${side.padEnd(6)}  ${rule}: `;
    switch (answer.kind) {
        case 'unanswered':
            return [
                `${head}its question could not be answered, so it ` +
                    `${side === 'keep' ? 'keeps everything' : 'deletes nothing'}: ${answer.why}`
            ];
        case 'not-asked':
            return [`${head}its question was not asked, for no answer would change anything here`];
        case 'out-of-reach':
            return [`${head}no: ${OUT_OF_REACH[answer.because]}`];
        case 'fails':
            return [`${head}no: ${failedText(answer.at)}`];
        case 'holds':
            return [
                `${head}${takesEffect ? 'yes' : 'not kept'}: ${(0,evidence_text/* becauseText */.Y)(answer.because, takesEffect || standings.length === 0 ? 'it is about everything' : 'others fill its quota')}` +
                    tagsText(answer.tags),
                ...standings.map((standing) => `          ${standingText(standing)}`),
                ...(takesEffect || standings.length > 0 ? [] : ['          it counts for no quota'])
            ];
    }
}
const OUT_OF_REACH = {
    'unknown-manifest': 'the registry does not know its manifest, and it does not ask for such',
    'helper-tags-only': 'it has helper tags only, and it does not ask for such'
};
function failedText(at) {
    if (at.length === 0)
        return 'no tag passes all of its conditions';
    const texts = at.map((one) => failedConditionText(one));
    return (0,wording/* enumerate */.HL)(texts, explain_text_SHOWN_TAGS);
}
function tagsText(tags) {
    if (tags === 'all' || tags.length < 2)
        return '';
    return ` (for the tags ${(0,wording/* enumerate */.HL)(tags, explain_text_SHOWN_TAGS)})`;
}
/** `12th newest of 40, of which 10 are kept`. */
function standingText(standing) {
    const { quota, rank, of, group, kept, instead } = standing;
    const place = `${rank === 1 ? 'newest' : `${(0,wording/* ordinal */.IE)(rank)} newest`} of ${of}${groupText(group)}`;
    const limit = `${quota.kind}: ${quota.count}`;
    if (kept)
        return `${place}, kept by ${limit}`;
    if (quota.kind === 'newest')
        return `${place}, of which ${quota.count} ${areKept(quota.count)}`;
    const why = instead === null ? 'the count is used up' : `${instead.label} is kept for that period`;
    return `${place}, not kept by ${limit}: ${why}`;
}
function areKept(count) {
    return count === 1 ? 'is kept' : 'are kept';
}
function groupText(group) {
    if (group === null)
        return '';
    return group === '' ? ' in no group' : ` in ${group}`;
}
function selectionLines({ selectedBy, delete: rules }) {
    const selected = selectedBy.filter(({ rule }) => rule !== null);
    if (rules.length === 0 || selectedBy.length < 2 || selected.length === 0)
        return [];
    const texts = selectedBy.map(({ tag, rule }) => `${tag} by ${rule ?? 'no rule'}`);
    return [
        `${(0,wording/* plural */.LS)(selected.length, 'tag')} of ${selectedBy.length} selected: ` +
            (0,wording/* enumerate */.HL)(texts, explain_text_SHOWN_TAGS)
    ];
}

// EXTERNAL MODULE: ./lib/plan/near-tags.js
var near_tags = __webpack_require__(80843);
;// CONCATENATED MODULE: ./lib/run/find-version.js

/** Fewer digits of a digest are more likely a tag. */
const find_version_PREFIX = /^(?:sha256:)?[0-9a-f]{7,64}$/i;
/**
 * The ids of the versions that a person means by a tag, a name, an id, or a digest, whole or its
 * first digits, with or without `sha256:`. What is exact goes before what only begins so.
 */
function findVersions(versions, text) {
    const exact = versions.filter(({ id, name, tags }) => name === text || String(id) === text || (tags ?? []).includes(text));
    if (exact.length > 0)
        return ids(exact);
    if (!find_version_PREFIX.test(text))
        return [];
    const start = `sha256:${text.toLowerCase().replace(/^sha256:/, '')}`;
    return ids(versions.filter(({ name }) => name.startsWith(start)));
}
/** Tags, and names that are no digest, that somebody could have meant: three at most, nearest first. */
function namesLike(versions, text) {
    const named = versions.flatMap(({ name, tags }) => [
        ...(name.startsWith('sha256:') ? [] : [name]),
        ...(tags ?? [])
    ]);
    return (0,near_tags/* nearTags */.a)(new Set(named))([text]);
}
function ids(versions) {
    return [...new Set(versions.map(({ id }) => id))];
}

// EXTERNAL MODULE: ./lib/run/ask-facts.js + 12 modules
var ask_facts = __webpack_require__(88269);
// EXTERNAL MODULE: ./lib/run/kept-record.js
var kept_record = __webpack_require__(19675);
// EXTERNAL MODULE: ./lib/run/package-rules.js
var package_rules = __webpack_require__(70243);
// EXTERNAL MODULE: ./lib/run/plan-one.js
var plan_one = __webpack_require__(33651);
// EXTERNAL MODULE: ./lib/run/select-packages.js + 1 modules
var select_packages = __webpack_require__(88734);
;// CONCATENATED MODULE: ./lib/run/plan-inputs.js





/**
 * Observes the packages that a clean-up would be about, at most `most` of them, as it would.
 * Packages that are not there, or that no entry of the policy matches, are left out.
 *
 * @throws GitHubError where something can't be listed
 */
async function observeAll(config, world, most) {
    const owner = await world.github.findOwner(config.owner);
    const { packages } = await (0,select_packages/* selectPackages */.A)({
        owner,
        types: (0,package_rules/* typesOf */.pl)(config),
        names: config.packages,
        plainNames: (type) => (0,package_rules/* plainNamesOf */.K_)(config, type)
    }, world.github);
    const meant = packages.flatMap(({ ref }) => {
        const policy = (0,package_rules/* policyFor */.KV)(config, ref);
        return policy === null ? [] : [{ ref, policy }];
    });
    if (meant.length > most)
        return { kind: 'too-many', count: meant.length };
    const kept = kept_record/* KeptRecord */.o.parse((await world.kept?.load().catch(() => null)) ?? null);
    const facts = new ask_facts/* FactAsker */.V(world);
    const now = world.clock.now();
    const inputs = [];
    for (const { ref, policy } of meant) {
        const planned = await (0,plan_one/* planOne */._)(ref, policy, { world, facts, kept, now });
        if (planned !== null)
            inputs.push(planned.input);
    }
    return { kind: 'observed', inputs };
}

// EXTERNAL MODULE: ./lib/policy/quick-inputs.js
var quick_inputs = __webpack_require__(39327);
// EXTERNAL MODULE: ./lib/plan/deletion-limits.js
var deletion_limits = __webpack_require__(66282);
// EXTERNAL MODULE: ./lib/plan/idle-patterns.js
var idle_patterns = __webpack_require__(69);
// EXTERNAL MODULE: ./lib/report/build-report.js + 1 modules
var build_report = __webpack_require__(25002);
// EXTERNAL MODULE: ./lib/report/exceeded-limit-text.js
var exceeded_limit_text = __webpack_require__(85379);
// EXTERNAL MODULE: ./lib/policy/short-ages.js
var short_ages = __webpack_require__(37585);
// EXTERNAL MODULE: ./lib/report/idle-rule-text.js
var idle_rule_text = __webpack_require__(89493);
// EXTERNAL MODULE: ./lib/report/short-age-text.js
var short_age_text = __webpack_require__(74560);
// EXTERNAL MODULE: ./lib/report/totals.js
var totals = __webpack_require__(5251);
// EXTERNAL MODULE: ./lib/run/nothing-meant.js
var nothing_meant = __webpack_require__(35982);
// EXTERNAL MODULE: ./lib/run/shares.js
var run_shares = __webpack_require__(34845);
;// CONCATENATED MODULE: ./lib/run/saved/saved-input.js

/**
 * What a saved list gives the engine. Manifests are not in it. A report tells what belongs to
 * which image; a plain list does not, so that what has no user's tag may be a part of anything
 * and is kept for that.
 */
function savedInput(ref, { versions, rows, frozen }, { policy, facts, now }) {
    const isContainer = ref.type === 'container';
    const unknown = isContainer ? versions.filter((one) => isUnknown(one, rows)) : [];
    return {
        inventory: inventoryOf(ref, versions, isContainer ? rows : null),
        policy,
        facts,
        now,
        saved: { untold: unknown.map(({ id }) => id), frozen }
    };
}
/**
 * A report that was made without reading a version does not know it either: its kind is unknown.
 * Of a tagged part of an image it says only that something needs it.
 */
function isUnknown(version, rows) {
    const row = rows?.get(version.id);
    if (row?.root === null && row.reasonCode === 'needed')
        return true;
    if (!isWithoutUserTag(version))
        return false;
    return row === undefined || (row.kind === 'unknown' && row.root === null);
}
function isWithoutUserTag({ tags }) {
    return tags?.every((tag) => (0,model_digest/* parseHelperTag */.kp)(tag) !== null) ?? false;
}
function inventoryOf(ref, versions, rows) {
    return {
        package: ref,
        versions,
        manifests: rows === null ? {} : saved_input_manifestsOf(rows),
        unlisted: {},
        lastTagged: {},
        leftOver: []
    };
}
/** Stand-ins that say of each root what a report says of its followers. */
function saved_input_manifestsOf(rows) {
    const followers = new Map();
    for (const row of rows.values()) {
        const others = followers.get(row.root);
        if (others === undefined)
            followers.set(row.root, [row]);
        else
            others.push(row);
    }
    const manifests = {};
    for (const [id, row] of rows) {
        const parts = followers.get(id) ?? [];
        if (row.reasonCode === 'unknown-manifest')
            manifests[row.name] = { kind: 'absent' };
        else if (parts.length > 0 || row.kind === 'image') {
            manifests[row.name] = { kind: 'read', manifest: standIn(row, parts) };
        }
    }
    return manifests;
}
function standIn({ name }, parts) {
    return {
        digest: name,
        mediaType: parts.length > 0 ? saved_input_OCI_INDEX : saved_input_OCI_MANIFEST,
        form: parts.length > 0 ? 'index' : 'image',
        artifactType: null,
        configMediaType: null,
        layerMediaType: null,
        predicateType: null,
        subject: null,
        entries: parts.map(saved_input_entryOf),
        blobs: [],
        size: 0,
        replacementOf: null
    };
}
const saved_input_OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const saved_input_OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
function saved_input_entryOf({ name, kind, sizeBytes }) {
    return {
        digest: name,
        mediaType: kind === 'index' ? saved_input_OCI_INDEX : saved_input_OCI_MANIFEST,
        size: sizeBytes ?? 0,
        platform: { os: 'linux', architecture: 'amd64' },
        artifactType: null,
        referenceType: kind === 'attestation' ? 'attestation-manifest' : null,
        referenceDigest: null
    };
}

;// CONCATENATED MODULE: ./lib/run/saved/plan-saved.js















/** The input of the plan of one saved list; `null` where no entry of the policy matches it. */
async function inputOfSaved({ ref, saved }, config, { now, workspace }) {
    const policy = isOfOwner(config, ref) ? (0,package_rules/* policyFor */.KV)(config, ref) : null;
    if (policy === null)
        return null;
    const inventory = { package: ref, versions: saved.versions };
    const asker = new ask_facts/* FactAsker */.V(offline(workspace));
    const facts = await asker.factsFor({ inventory, policy, now });
    return savedInput(ref, saved, { policy, facts, now });
}
/** Whether a run by this configuration would look at the packages of this owner. */
function isOfOwner({ rules }, { owner }) {
    const meant = rules.kind === 'file' ? rules.file.owner : null;
    return meant === null || meant.toLowerCase() === owner.login.toLowerCase();
}
/** Those of the lists that the configuration is about, by `packages`, types and share. */
function selectSaved(lists, config) {
    const types = config.packageTypes ?? (config.rules.kind === 'file' ? (0,package_rules/* typesOf */.pl)(config) : null);
    const meant = lists.filter(({ ref }) => (types === null || types.includes(ref.type)) &&
        (config.packages === null || config.packages.matches(ref)));
    const sized = meant.map((one) => ({
        ...one,
        isNamed: false,
        versionCount: one.saved.versions.length
    }));
    const inShare = new Set((0,run_shares/* takeShare */.fR)(sized, config.share).map(({ ref }) => ref));
    return meant.filter(({ ref }) => inShare.has(ref));
}
/**
 * Decides saved lists as a dry run would, with no request to anywhere: questions to GitHub and
 * the registry have no answer (ruling 5), and what a list does not tell is kept.
 */
async function planSaved(lists, config, planning) {
    const records = [];
    const planned = [];
    for (const one of selectSaved(lists, config)) {
        const input = await inputOfSaved(one, config, planning);
        const plan = input === null ? null : (0,plan_package/* planPackage */.Gv)(input);
        if (input !== null && plan !== null)
            planned.push({ plan, input });
        records.push(plan_saved_recordOf(one, plan));
    }
    const inputs = planned.map(({ input }) => input);
    const exceeded = (0,deletion_limits/* exceededLimits */.e)(planned.map(({ plan, input }) => ({ plan, limits: input.policy.settings.maxDeletions })));
    const report = (0,build_report/* buildReport */.FK)({
        mode: 'cleanup',
        dryRun: true,
        startedAt: planning.now,
        finishedAt: planning.now,
        complete: true,
        toolVersion: tool_version/* TOOL_VERSION */.w,
        policyDigest: config.policyDigest,
        error: null,
        fuse: exceeded.length > 0 ? exceeded.map(exceeded_limit_text/* exceededLimitText */.O).join('; ') : null,
        stopped: null,
        warnings: records.length > 0 && planned.length === 0 ? [nothing_meant/* NOTHING_MEANT */.y] : [],
        notes: [
            ...(config.share === null ? (0,idle_patterns/* idlePatterns */.Y)(inputs).map(idle_rule_text/* idleRuleText */.k) : []),
            ...(0,short_ages/* shortAges */.H)(inputs.flatMap(({ policy }) => policy.delete)).map(short_age_text/* shortAgeText */.b)
        ],
        requests: { api: 0, registry: 0 },
        packages: records
    });
    return (0,totals/* recount */.d3)(report, withWhatIsSaved(report.packages, lists));
}
function plan_saved_recordOf({ ref, saved }, plan) {
    return {
        package: ref,
        repository: null,
        plan,
        outcomes: [],
        packageOutcome: null,
        error: null,
        leftAlone: plan === null ? nothing_meant/* NO_ENTRY */.z : null,
        warnings: plan === null ? [] : doubtsAbout(ref, saved)
    };
}
function doubtsAbout({ type }, { rows, versions }) {
    if (type !== 'container')
        return [];
    if (rows === null) {
        const untagged = versions.filter(({ tags }) => tags?.length === 0).length;
        return [
            'A version list does not tell which versions belong to which image: what has no tag of ' +
                `its own is kept here (${untagged} untagged), and tagged images count one by one; a ` +
                'plan without --from reads the registry and decides on those too'
        ];
    }
    return [
        'What belongs to which image is taken from the report, which names one image for each ' +
            'part: a part that a second image needs too, or that has a tag of its own, may stay ' +
            'though it goes here; broken holds for nothing'
    ];
}
/** Kinds and sizes as the report has them: no manifest was read to find them out again. */
function withWhatIsSaved(packages, lists) {
    return packages.map((entry) => {
        const list = lists.find(({ ref }) => ref.type === entry.type && ref.name === entry.name);
        const rows = list?.saved.rows ?? null;
        return { ...entry, versions: entry.versions.map((row) => asSaved(row, rows?.get(row.id))) };
    });
}
function asSaved(row, saved) {
    return saved === undefined ? row : { ...row, kind: saved.kind, sizeBytes: saved.sizeBytes };
}
const WHY = 'a plan from a saved list asks nobody';
/** A world in which nobody answers but the workspace. */
function offline(workspace) {
    const refuse = () => Promise.reject(new Error(WHY));
    return {
        github: {
            getPackage: refuse,
            pullRequests: refuse,
            branches: refuse,
            releaseTags: refuse
        },
        npm: { readDistTags: refuse },
        workspace
    };
}

// EXTERNAL MODULE: ./lib/github/json.js
var json = __webpack_require__(87781);
// EXTERNAL MODULE: ./lib/policy/package-names.js
var package_names = __webpack_require__(43015);
;// CONCATENATED MODULE: ./lib/run/saved/merge-saved.js
/**
 * Puts together what several files hold of one package, by owner, type and name: each version
 * once, so that a quota counts over all of them. Of several reports the latest counts, and goes
 * before lists: what it deleted is not there any more.
 */
function mergeSaved(lists) {
    const groups = new Map();
    for (const one of lists) {
        const { owner, type, name } = one.ref;
        const key = [owner.login, type, name].join('\n').toLowerCase();
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [one]);
        else
            group.push(one);
    }
    return [...groups.values()].map(([first, ...others]) => merged(first, others));
}
function merged(first, others) {
    const all = [first, ...others];
    const latest = all
        .filter(({ saved }) => saved.report !== null)
        .toSorted((a, b) => madeAt(b) - madeAt(a))[0];
    const lists = all.flatMap(({ saved }) => (saved.report === null ? saved.versions : []));
    const main = latest ?? first;
    const told = latest?.saved.report?.rows ?? [];
    return { ref: main.ref, saved: { ...main.saved, versions: joined(main.saved, lists, told) } };
}
function madeAt({ saved: { report } }) {
    return report === null ? 0 : Date.parse(report.madeAt);
}
function joined({ report, versions }, lists, told) {
    const ids = new Set(told.map(({ id }) => id));
    const found = new Map();
    const own = report === null ? [] : versions;
    for (const version of [...own, ...lists.filter(({ id }) => !ids.has(id))]) {
        if (!found.has(version.id))
            found.set(version.id, version);
    }
    return [...found.values()];
}

;// CONCATENATED MODULE: ./lib/run/saved/name-saved.js
/** The owner of a list that says none: it matters to few rules, and nobody is asked. */
const NOBODY = 'unknown';
/** Finds out which package a list is of: what it says itself goes before what is given. */
function nameSaved(saved, given) {
    const type = saved.type ?? given.type;
    const name = saved.name ?? given.name;
    if (type === null) {
        return { ok: false, missing: 'package-type', why: 'the list does not say of which type it is' };
    }
    if (name === null) {
        const why = 'the list does not say of which package it is; give its one name';
        return { ok: false, missing: 'packages', why };
    }
    const owner = {
        login: saved.owner ?? given.owner ?? NOBODY,
        kind: saved.ownerKind ?? 'organization',
        isTokenOwner: false
    };
    return { ok: true, named: { ref: { owner, type, name }, saved } };
}

// EXTERNAL MODULE: ./lib/report/read-report.js + 2 modules
var read_report = __webpack_require__(95165);
// EXTERNAL MODULE: ./lib/github/versions.js
var versions = __webpack_require__(94382);
;// CONCATENATED MODULE: ./lib/run/saved/read-version-list.js




/**
 * Reads version lists as the REST API gives them: one array, several within one, or objects of
 * `package` and `versions`. Which package they are of is taken from the rows' own `url`.
 *
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization
 */
function readVersionLists(value, fileName, fallbackType) {
    const groups = new Map();
    const errors = [];
    collect(value, { known: read_version_list_NOBODY, fallbackType, groups, errors });
    const packages = [...groups.values()].map((group) => ({
        ...group,
        rows: null,
        frozen: null,
        report: null
    }));
    if (errors.length > 0)
        return { ok: false, errors: errors.map((why) => `${fileName}: ${why}`) };
    return { ok: true, packages, madeAt: null };
}
const read_version_list_NOBODY = { owner: null, ownerKind: null, type: null, name: null };
function collect(value, place) {
    if (Array.isArray(value)) {
        for (const inner of value)
            collect(inner, place);
        return;
    }
    if ((0,json/* isRecord */.u4)(value) && Array.isArray(value['versions'])) {
        const saved = value['package'];
        const known = (0,json/* isRecord */.u4)(saved) ? identityOfPackage(saved) : place.known;
        // A package without versions is one all the same.
        if (value['versions'].length === 0)
            groupOf(place.groups, known);
        collect(value['versions'], { ...place, known });
        return;
    }
    const added = (0,json/* isRecord */.u4)(value) && read_version_list_addVersion(value, place);
    if (!added && place.errors.length === 0) {
        place.errors.push('expected versions as the REST API lists them, with id and name, or a report.json; ' +
            `found ${JSON.stringify(value)?.slice(0, 80) ?? 'nothing'}`);
    }
}
function read_version_list_addVersion(row, { known, fallbackType, groups }) {
    const identity = { ...identityOfRow(row), ...withoutNulls(known) };
    const type = identity.type ?? typeByName(row) ?? fallbackType;
    // The tags of a version whose type nobody knows are of no use.
    const version = (0,versions/* parseVersion */.ot)(row, type ?? 'maven');
    if (version === null)
        return false;
    groupOf(groups, { ...identity, type }).versions.push(version);
    return true;
}
function groupOf(groups, identity) {
    const key = JSON.stringify([identity.owner, identity.type, identity.name]);
    const group = groups.get(key) ?? { ...identity, versions: [] };
    groups.set(key, group);
    return group;
}
const VERSION_URL = /\/(?:(orgs|users)\/([^/]+)|user)\/packages\/([a-z]+)\/([^/]+)\/versions\/\d+$/;
function identityOfRow(row) {
    const metadata = row['metadata'];
    const type = (0,json/* isRecord */.u4)(metadata) ? typeOf((0,json/* textAt */.$6)(metadata, 'package_type')) : null;
    const [, family, owner, typeInUrl, name] = VERSION_URL.exec((0,json/* textAt */.$6)(row, 'url') ?? '') ?? [];
    return {
        owner: owner ?? null,
        ownerKind: family === undefined ? null : ownerKindOf(family),
        type: type ?? typeOf(typeInUrl ?? null),
        name: name === undefined ? null : decoded(name)
    };
}
function ownerKindOf(family) {
    return family === 'orgs' ? 'organization' : 'user';
}
function identityOfPackage(saved) {
    const owner = saved['owner'];
    const login = (0,json/* isRecord */.u4)(owner) ? (0,json/* textAt */.$6)(owner, 'login') : null;
    const kind = (0,json/* isRecord */.u4)(owner) ? (0,json/* textAt */.$6)(owner, 'type') : null;
    return {
        owner: login,
        ownerKind: kind === null ? null : kind === 'Organization' ? 'organization' : 'user',
        type: typeOf((0,json/* textAt */.$6)(saved, 'package_type')),
        name: (0,json/* textAt */.$6)(saved, 'name')
    };
}
function typeOf(text) {
    return model_package/* PACKAGE_TYPES */.Zc.find((type) => type === text) ?? null;
}
/** Only versions of containers are named by digests. */
function typeByName(row) {
    return (0,model_digest/* isSha256Digest */.q9)((0,json/* textAt */.$6)(row, 'name') ?? '') ? 'container' : null;
}
function withoutNulls(identity) {
    return Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== null));
}
function decoded(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return segment;
    }
}

;// CONCATENATED MODULE: ./lib/run/saved/read-saved-lists.js



/**
 * Reads what `--from` names: version lists of the REST API, as `gh api --paginate` saves them,
 * or a report.json, which knows the images too. Of a live run it is what that run left.
 *
 * @param fallbackType of versions that don't say theirs
 */
function readSavedLists(text, fileName, fallbackType = null) {
    const parsed = parseJson(text);
    if (!parsed.ok)
        return { ok: false, errors: [`${fileName}: not JSON: ${parsed.why}`] };
    const { value } = parsed;
    const isReport = (0,json/* isRecord */.u4)(value) && 'packages' in value && 'mode' in value;
    return isReport
        ? readSavedReport(text, fileName)
        : readVersionLists(value, fileName, fallbackType);
}
function parseJson(text) {
    try {
        return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/, '')) };
    }
    catch (error) {
        // Older versions of `gh api --paginate` write one array after the other.
        const joined = text.trim().replace(/\]\s*\[/g, ',');
        if (joined !== text.trim())
            return parseJson(joined);
        return { ok: false, why: error instanceof Error ? error.message : 'unreadable' };
    }
}
function readSavedReport(text, fileName) {
    const read = (0,read_report/* readReport */.t)(text, fileName);
    if (!read.ok)
        return { ok: false, errors: read.errors };
    const { mode, startedAt, dryRun, policyDigest, packages } = read.report;
    if (mode === 'restore' || mode === 'repair') {
        const why = `a report of mode: ${mode} does not hold all versions of a package`;
        return { ok: false, errors: [`${fileName}: ${why}; give one of cleanup or apply`] };
    }
    const seen = packages.filter(({ error, leftAlone }) => error === null && leftAlone === null);
    const head = { madeAt: startedAt, dryRun, policyDigest };
    return { ok: true, packages: seen.map((entry) => savedPackage(entry, head)), madeAt: startedAt };
}
function savedPackage(entry, head) {
    const left = entry.versions.filter(({ outcome }) => outcome !== 'deleted' && outcome !== 'gone');
    return {
        owner: entry.owner,
        ownerKind: entry.ownerKind,
        type: entry.type,
        name: entry.name,
        versions: left.map(listedVersion),
        rows: new Map(left.map((row) => [row.id, row])),
        frozen: entry.frozen,
        report: { ...head, rows: entry.versions }
    };
}
function listedVersion(row) {
    return {
        id: row.id,
        name: row.name,
        tags: row.tags?.filter((tag) => !row.untagged.includes(tag)) ?? null,
        createdAt: (0,json/* parseTimestamp */.EH)(row.createdAt),
        updatedAt: (0,json/* parseTimestamp */.EH)(row.updatedAt),
        deletedAt: null
    };
}

;// CONCATENATED MODULE: ./lib/cli/saved-work.js











/** Stands in for a token, since nobody is asked. */
const NO_TOKEN = 'none';
const NO_REGISTRIES = {
    'registry-url': 'https://registry.invalid',
    'npm-registry-url': 'https://npm.invalid'
};
/**
 * Reads what a command without requests needs. Without `now` it is the time of the report, and
 * for lists that of the machine.
 *
 * @throws UsageError with all that is wrong with the inputs, a line each
 */
function readSavedWork(shell, raw, from, now) {
    const read = from.map((path) => readLists(path, raw, shell));
    const madeAt = read.find((lists) => lists.madeAt !== null)?.madeAt ?? null;
    const saved = read.flatMap(({ packages }) => packages);
    const { config, warnings } = readConfig(shell, raw, saved);
    const names = namesGiven(raw, config);
    return {
        config,
        lists: mergeSaved(saved.map((one) => named(one, names))),
        now: timeOf(now, madeAt),
        madeAt,
        warnings
    };
}
function readLists(path, raw, { directory }) {
    const file = (0,local_text/* readLocalText */.TG)(path, directory);
    if (!file.ok)
        throw new UsageError(`--from: "${path}": ${file.why}`);
    const type = model_package/* PACKAGE_TYPES */.Zc.find((one) => one === raw['package-type']) ?? null;
    const lists = readSavedLists(file.text, path, type);
    if (!lists.ok)
        throw new UsageError(lists.errors.map((error) => `--from: ${error}`).join('\n'));
    refuseOtherOwner(path, raw['owner'], lists.packages);
    return lists;
}
/** Nobody is asked, so an owner that is given can't change whose a list is. */
function refuseOtherOwner(path, given, packages) {
    const others = packages.flatMap(({ owner }) => owner ?? []);
    const other = others.find((one) => one.toLowerCase() !== given?.trim().toLowerCase());
    if (given === undefined || given.trim() === '' || other === undefined)
        return;
    throw new UsageError(`--owner: "${given}": ${path} is a list of ${other}: leave --owner out`);
}
function readConfig({ environment, directory }, raw, saved) {
    const surroundings = cliSurroundings(environment, directory);
    const owners = saved.flatMap(({ owner }) => owner ?? []);
    const parsed = (0,parse_inputs/* parseInputs */.T)({
        ...NO_REGISTRIES,
        ...whatListsSay(raw, saved),
        token: NO_TOKEN,
        mode: 'cleanup',
        'dry-run': 'true'
    }, { ...surroundings, repositoryOwner: owners[0] ?? surroundings.repositoryOwner ?? 'unknown' });
    if (!parsed.ok)
        throw new UsageError(flagMessages(parsed.errors).join('\n'));
    if (parsed.config.mode !== 'cleanup')
        throw new UsageError('--from: only a cleanup is planned so');
    return { config: parsed.config, warnings: parsed.warnings };
}
/** Quick rules are about the packages of the lists; a policy says itself which it is about. */
function whatListsSay(raw, saved) {
    const isPolicy = raw['policy'] !== undefined || raw['policy-file'] !== undefined;
    const types = new Set(saved.flatMap(({ type }) => type ?? []));
    return {
        ...(isPolicy ? {} : { packages: '*' }),
        ...(isPolicy || types.size === 0 ? {} : { 'package-type': [...types].join(',') }),
        ...raw
    };
}
function namesGiven(raw, config) {
    const [name, ...others] = config.packages?.sources ?? [];
    const [type, ...otherTypes] = config.packageTypes ?? [];
    return {
        owner: config.owner,
        type: otherTypes.length === 0 && raw['package-type'] !== undefined ? (type ?? null) : null,
        name: name !== undefined && others.length === 0 && (0,package_names/* isPlainName */.sh)(name) ? name : null
    };
}
function named(saved, names) {
    const result = nameSaved(saved, names);
    if (result.ok)
        return result.named;
    throw new UsageError(`--${result.missing}: ${result.why}`);
}
function timeOf(now, madeAt) {
    if (now === null)
        return (0,json/* parseTimestamp */.EH)(madeAt) ?? Date.now();
    const time = (0,json/* parseTimestamp */.EH)(/^\d{4}-\d{2}-\d{2}$/.test(now) ? `${now}T00:00:00Z` : now);
    if (time !== null)
        return time;
    throw new UsageError(`--now: "${now}": expected a time such as 2026-01-31T00:00:00Z`);
}

;// CONCATENATED MODULE: ./lib/cli/explain-saved.js






/** Any will do where none is asked: selecting needs a configuration, and that needs a rule. */
const ANY_RULE = { 'older-than': '0' };
/**
 * Explains a version of saved lists without asking anybody. Of a report what it says itself
 * comes first: it could ask, and that is what was or will be carried out.
 */
async function explainSaved(shell, raw, wanted, { from, now }) {
    const hasRules = RULES.some((name) => raw[name] !== undefined);
    // Lists without rules have nothing to tell: the inputs say what is missing.
    const isToldOnly = !hasRules && isReportOnly(readSavedWork(shell, withAnyRule(raw), from, now));
    const work = readSavedWork(shell, isToldOnly ? withAnyRule(raw) : raw, from, now);
    const lists = selectSaved(work.lists, work.config);
    const found = await Promise.all(lists.map((one) => explainOne(one, wanted, work, isToldOnly, shell.directory)));
    const versions = found.flat();
    return {
        versions,
        packages: lists.map(({ ref }) => ref),
        near: versions.length > 0 ? [] : namesLike(lists.flatMap(listedIn), wanted),
        hasRules: !isToldOnly
    };
}
const RULES = ['policy', 'policy-file', ...quick_inputs/* QUICK_INPUTS */.UL];
function withAnyRule(raw) {
    return RULES.some((name) => raw[name] !== undefined) ? raw : { ...raw, ...ANY_RULE };
}
function isReportOnly({ lists }) {
    return lists.every(({ saved }) => saved.report !== null);
}
async function explainOne(one, wanted, { config, now }, isToldOnly, directory) {
    const { ref, saved } = one;
    const planning = { now, workspace: (0,workspace_files/* createWorkspaceFiles */.f)(directory) };
    const input = isToldOnly ? null : await inputOfSaved(one, config, planning);
    const report = saved.report;
    if (input === null && report === null)
        return [];
    return findVersions(listedIn(one), wanted).flatMap((id) => {
        const explanation = input === null ? null : explainVersion(input, id);
        const isByTheseRules = isToldOnly ? null : config.policyDigest === report?.policyDigest;
        const reported = report === null ? null : reportedIn(report, id, isByTheseRules);
        if (explanation === null && reported === null)
            return [];
        return [{ package: ref, reported, explanation }];
    });
}
function listedIn({ saved }) {
    return saved.report?.rows ?? saved.versions;
}
function reportedIn({ madeAt, dryRun, rows }, id, isByTheseRules) {
    const row = rows.find((one) => one.id === id);
    return row === undefined ? null : { madeAt, dryRun, row, isByTheseRules };
}

;// CONCATENATED MODULE: ./lib/cli/live-world.js











/** Gives `use` a world to ask, which writes no reports, and ends it on a signal. */
async function withLiveWorld({ environment, directory }, config, use) {
    const { apiUrl, token, owner } = config;
    const fetch = (0,http_fetch/* createFetch */.H)({ environment });
    const interruption = new run_interruption/* Interruption */._(process, () => process.exit(EXIT.failed));
    const world = (0,build_world/* buildWorld */.f)({
        config,
        environment,
        interruption,
        octokit: new dist_src/* Octokit */.E({
            auth: token,
            ...(0,octokit/* octokitOptions */.k)({ apiUrl, fetch, userAgent: tool_version/* USER_AGENT */._ })
        }),
        clock: system_clock/* SYSTEM_CLOCK */.V,
        telling: { note() { }, progress() { }, planned() { }, changed() { } },
        files: {
            earlier: () => [],
            writeReport: async () => { },
            appendJournal() { },
            finish: async () => { }
        },
        kept: createKeptFile(keptPath(environment, apiUrl, owner)),
        workspace: (0,workspace_files/* createWorkspaceFiles */.f)(directory)
    });
    try {
        return await use(world);
    }
    finally {
        interruption.close();
    }
}

;// CONCATENATED MODULE: ./lib/run/matrix.js



/**
 * More jobs no matrix may have.
 *
 * @see https://docs.github.com/actions/reference/limits#workflow-execution-limits
 */
const MOST_JOBS = 256;
/**
 * The packages in `count` shares of about equal work, shares without packages left out. Give a
 * job either the share or the packages, which are the same as long as no package comes or goes
 * in between.
 */
function matrixOf(packages, count) {
    const shares = (0,run_shares/* splitEvenly */.sL)(packages, count).map((own, place) => ({
        share: `${place + 1}/${count}`,
        packages: [...new Set(own.map(({ ref }) => ref.name))].join(',')
    }));
    return { include: shares.filter((job) => job.packages !== '') };
}
/**
 * Lists the packages that a run would be about, with their sizes, and what of the names that
 * were given is not there: a job that is given a list of packages would not know.
 *
 * @throws GitHubError `listing-not-allowed` where the token may not list
 */
async function listForMatrix(config, { github }) {
    return (0,select_packages/* selectPackages */.A)({
        owner: await github.findOwner(config.owner),
        types: (0,package_rules/* typesOf */.pl)(config),
        names: config.packages,
        // Only a list says how large a package is.
        plainNames: () => null,
        file: config.rules.kind === 'file' ? config.rules.file : null
    }, github);
}
/** What a list for a matrix has to tell, a sentence each. */
function matrixWarnings({ missing, warnings }) {
    return [...missing.map(({ refs: [ref], why }) => `${ref.name}: ${why}`), ...warnings];
}

;// CONCATENATED MODULE: ./lib/cli/plan-matrix.js







/**
 * Prints the packages in so many shares, as the JSON of a matrix: one line on stdout. What of
 * the names is not there stands on stderr.
 */
async function planMatrix(shell, raw, count) {
    const shares = /^\d{1,3}$/.test(count) ? Number(count) : 0;
    if (shares < 1 || shares > MOST_JOBS) {
        throw new UsageError(`--matrix: "${count}": expected a number of shares, 1 to ${MOST_JOBS}`);
    }
    if (raw['share'] !== undefined)
        throw new UsageError('--share: a matrix is of all shares');
    const config = cleanupConfig(shell, raw);
    const listed = await withLiveWorld(shell, config, (world) => listForMatrix(config, world));
    for (const text of matrixWarnings(listed))
        shell.stderr.write(`${(0,escape_log/* logLine */.B)(`warning: ${text}`)}\n`);
    shell.stdout.write(`${JSON.stringify(matrixOf(listed.packages, shares))}\n`);
    return EXIT.done;
}
/**
 * The configuration of a clean-up.
 *
 * @throws UsageError with all that is wrong, a line each
 */
function cleanupConfig({ environment, directory }, raw) {
    const parsed = (0,parse_inputs/* parseInputs */.T)(raw, cliSurroundings(environment, directory));
    if (!parsed.ok)
        throw new UsageError(flagMessages(parsed.errors).join('\n'));
    if (parsed.config.mode !== 'cleanup')
        throw new UsageError('--mode: expected cleanup');
    return parsed.config;
}

;// CONCATENATED MODULE: ./lib/cli/saved-flags.js


/** Adds `--from` and `--now`. */
function addSavedFlags(command) {
    const from = 'decide offline on version lists or a report.json; - is stdin';
    command.addOption(new esm/* Option */.c$('--from <FILE>', from)
        .argParser((path, before) => [...(before ?? []), path])
        .helpGroup(HEADINGS.how));
    const now = 'with --from: decide as of this time';
    command.addOption(new esm/* Option */.c$('--now <TIME>', now).helpGroup(HEADINGS.how));
}

;// CONCATENATED MODULE: ./lib/cli/commands/explain.js

















/** Packages that are looked at for one version. */
const MOST_PACKAGES = 10;
/** Inputs of a clean-up that change nothing in what is explained. */
const IDLE = [
    'dry-run',
    'concurrency',
    'time-limit',
    'reserve-requests',
    'fail-on',
    'report-directory',
    'max-deletions',
    'share'
];
/** `explain VERSION`: why one version stays or goes, rule by rule. Exit 1 where it is not found. */
function addExplain(program, shell) {
    const added = program
        .command('explain')
        .summary('why one version stays or goes, rule by rule')
        .description('print the decision for one version, with every rule and what it said')
        .argument('<VERSION>', 'a tag, a digest or its first digits (7 or more), an id, or a name');
    addTokenFlag(added, HEADINGS.where);
    addInputFlags(added, 'cleanup', IDLE);
    addSavedFlags(added);
    const json = new esm/* Option */.c$('--json', 'print the explanation as JSON').helpGroup(HEADINGS.how);
    added
        .addOption(json)
        .addHelpText('after', '\nExamples:\n' +
        '  package-retention explain pr-7 --owner acme --policy-file FILE --packages app\n' +
        '  package-retention explain v1.4.0 --from report.json --policy-file FILE')
        .action((wanted) => explain(wanted, added, shell));
}
async function explain(wanted, command, shell) {
    const flags = command.opts();
    const { from = [], now = null, json = false } = flags;
    const raw = { ...withPolicyPath(inputFlags(command)), 'dry-run': 'true' };
    const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, json);
    const found = from.length > 0
        ? await explainSaved(shell, raw, wanted, { from, now })
        : await explainLive(shell, raw, wanted, command);
    const { versions } = found;
    if (json)
        shell.stdout.write(`${JSON.stringify(versions.map(asJson))}\n`);
    if (versions.length === 0)
        complainMissing(wanted, found, terminal);
    for (const [place, one] of versions.entries()) {
        if (place > 0)
            terminal.line('');
        const [title = '', ...lines] = linesOf(one, found.hasRules);
        terminal.title(title);
        for (const line of lines)
            terminal.line(line);
    }
    shell.exitCode = versions.length === 0 ? EXIT.failed : EXIT.done;
}
function linesOf(found, hasRules) {
    const { package: ref, reported, explanation } = found;
    if (explanation !== null)
        return explanationLines(explanation, reported);
    if (reported === null)
        return [];
    return reportedLines((0,model_package/* packageLabel */.lL)(ref), reported, hasRules ? 'gone' : 'no rules');
}
function asJson({ package: ref, reported, explanation }) {
    return { package: ref, ...(reported === null ? {} : { reported }), ...explanation };
}
async function explainLive(shell, raw, wanted, command) {
    const inputs = await liveInputs(shell, raw, command, command.opts());
    const versions = inputs.flatMap((input) => findVersions(input.inventory.versions, wanted).map((id) => ({
        package: input.inventory.package,
        reported: null,
        explanation: explainVersion(input, id)
    })));
    return {
        versions,
        packages: inputs.map(({ inventory }) => inventory.package),
        near: versions.length > 0
            ? []
            : namesLike(inputs.flatMap(({ inventory }) => inventory.versions), wanted),
        hasRules: true
    };
}
async function liveInputs(shell, raw, command, { now }) {
    if (now !== undefined)
        throw new UsageError('--now: only with --from there is another time');
    const config = cleanupConfig(shell, { ...raw, token: await tokenOf(command, raw, shell) });
    const observed = await withLiveWorld(shell, config, (world) => observeAll(config, world, MOST_PACKAGES));
    if (observed.kind === 'observed')
        return observed.inputs;
    throw new UsageError(`--packages: the rules are about ${observed.count} packages; name the one that it is in`);
}
function complainMissing(wanted, { packages, near }, terminal) {
    const names = packages.map((ref) => (0,model_package/* packageLabel */.lL)(ref));
    terminal.complain(names.length === 0
        ? 'there is no package that the rules are about'
        : `no version of ${names.join(', ')} has the tag, digest, name or id ${wanted}` +
            (near.length > 0 ? `; near it: ${near.join(', ')}` : digitsHint(wanted)));
}
function digitsHint(wanted) {
    const isShort = /^(?:sha256:[0-9a-f]{0,6}|[0-9a-f]{3,6})$/i.test(wanted);
    return isShort ? '; of a digest give 7 digits or more' : '';
}

// EXTERNAL MODULE: ./lib/github/errors.js
var errors = __webpack_require__(9452);
// EXTERNAL MODULE: ./lib/run/near-names.js
var near_names = __webpack_require__(11457);
// EXTERNAL MODULE: ./lib/policy/versions/typed-version.js + 6 modules
var typed_version = __webpack_require__(1943);
;// CONCATENATED MODULE: ./lib/run/first-policy/tag-habits.js




const PULL_REQUEST = /^pr-\d+$/;
const COMMIT = /^sha-[0-9a-f]{7,40}$/;
const BUILD_OF_BRANCH = /^(main|master|develop|dev|trunk)-./;
const NIGHTLY = /^nightly-./;
const MOVING = /^(latest|main|master|develop|dev|trunk|edge|nightly|stable|next|canary|beta|alpha|rc)$/;
/** What the tags of a package look like. For types without tags their names are looked at. */
function habitsOf(type, versions) {
    const all = versions.map(({ name, tags }) => (0,model_package/* hasTags */.kS)(type) ? (tags ?? []).filter((tag) => (0,model_digest/* isUserTag */.Kx)(tag)) : [name]);
    const count = (is) => all.filter((tags) => tags.some(is)).length;
    const moving = all.flat().filter((tag) => (0,model_package/* hasTags */.kS)(type) && MOVING.test(tag));
    return {
        versions: versions.length,
        untagged: all.filter((tags) => tags.length === 0).length,
        releases: count((tag) => (0,typed_version/* isPrerelease */.V1)(type, tag) === false),
        prereleases: count((tag) => (0,typed_version/* isPrerelease */.V1)(type, tag) === true),
        pullRequests: count((tag) => PULL_REQUEST.test(tag)),
        commits: count((tag) => COMMIT.test(tag)),
        branches: branchesIn(all),
        nightlies: count((tag) => NIGHTLY.test(tag)),
        moving: [...new Set(moving)].toSorted()
    };
}
function branchesIn(all) {
    const counts = new Map();
    for (const tags of all) {
        const branches = tags.flatMap((tag) => BUILD_OF_BRANCH.exec(tag)?.[1] ?? []);
        for (const branch of new Set(branches))
            counts.set(branch, (counts.get(branch) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].toSorted(byBranch));
}
function byBranch([a], [b]) {
    return (0,wording/* byText */.z4)(a, b);
}
/** The habits of several packages together. */
function joinHabits(habits) {
    const sum = (of) => habits.reduce((all, one) => all + of(one), 0);
    const branches = new Map();
    for (const [branch, count] of habits.flatMap((one) => Object.entries(one.branches))) {
        branches.set(branch, (branches.get(branch) ?? 0) + count);
    }
    return {
        versions: sum(({ versions }) => versions),
        untagged: sum(({ untagged }) => untagged),
        releases: sum(({ releases }) => releases),
        prereleases: sum(({ prereleases }) => prereleases),
        pullRequests: sum(({ pullRequests }) => pullRequests),
        commits: sum(({ commits }) => commits),
        branches: Object.fromEntries([...branches].toSorted(byBranch)),
        nightlies: sum(({ nightlies }) => nightlies),
        moving: [...new Set(habits.flatMap(({ moving }) => moving))].toSorted()
    };
}

;// CONCATENATED MODULE: ./lib/run/first-policy/look-around.js





/** Packages of one type whose tags are looked at: the largest that are quick to list. */
const SAMPLED = 5;
const MOST_VERSIONS = 3000;
/**
 * Looks at the packages of an owner: all their names, and the tags of some. Only reads, and no
 * manifest. Where a name is missing no package is looked into.
 *
 * @throws GitHubError where the owner can't be found, or nothing can be read
 */
async function lookAround(wish, world) {
    const owner = await world.github.findOwner(wish.owner);
    const listed = await listAll(owner, wish, world);
    const found = listed ?? (await allNamed(owner, wish, world));
    const missing = missingOf(owner, wish, found);
    const packages = [];
    for (const type of missing.length > 0 ? [] : wish.types) {
        const own = found.filter(({ type: its, name }) => its === type && (wish.names?.matches({ owner, type, name }) ?? true));
        packages.push(...(await look(owner, own, world)));
    }
    return { owner, packages, mayList: listed !== null, missing };
}
function missingOf(owner, { names }, found) {
    const named = (names?.sources ?? []).filter((source) => (0,package_names/* isPlainName */.sh)(source));
    const isThere = (name) => {
        const alone = (0,package_names/* compilePackageNames */.UW)([name]);
        return alone.ok && found.some((one) => alone.names.matches({ ...one, owner }));
    };
    return named
        .filter((name) => !isThere(name))
        .map((name) => ({ name, near: (0,near_names/* namesNear */.Fo)(name, found) }));
}
/** `null` where the token may not list packages. */
async function listAll(owner, { types }, { github }) {
    try {
        const lists = await Promise.all(types.map((type) => github.listPackages(owner, type)));
        return lists.flat();
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y && error.code === 'listing-not-allowed')
            return null;
        throw error;
    }
}
async function allNamed(owner, wish, world) {
    const found = await Promise.all(wish.types.map((type) => namedOnes(owner, type, wish, world)));
    return found.flat();
}
async function namedOnes(owner, type, { names, fallbackName }, { github }) {
    const byDefault = names === null && fallbackName !== null ? [fallbackName] : [];
    const given = names?.plainNames(type) ?? byDefault;
    const found = await Promise.all(given.map((name) => github.getPackage({ owner, type, name }).catch(nothingThere)));
    return found.flatMap((summary) => summary ?? []);
}
async function look(owner, summaries, { github }) {
    const quick = summaries.filter(({ versionCount }) => (versionCount ?? 0) <= MOST_VERSIONS);
    const largest = quick.toSorted((a, b) => (b.versionCount ?? 0) - (a.versionCount ?? 0));
    const sampled = new Set(largest.slice(0, SAMPLED));
    const seen = summaries.map(async (summary) => {
        const { type, name, versionCount } = summary;
        if (!sampled.has(summary))
            return { type, name, versionCount, habits: null };
        const versions = await github.listVersions({ owner, type, name }).catch(nothingThere);
        const habits = versions === null ? null : habitsOf(type, versions);
        return { type, name, versionCount: versions?.length ?? versionCount, habits };
    });
    const all = await Promise.all(seen);
    return all.toSorted((a, b) => (0,wording/* byText */.z4)(a.name, b.name));
}
function nothingThere(error) {
    if ((0,errors/* isNotFound */.c)(error))
        return null;
    throw error;
}

;// CONCATENATED MODULE: ./lib/run/first-policy/policy-draft.js


/** More names than these are a `*`. */
const MOST_NAMES = 20;
/** The types whose versions have no tags, and one way of numbering each. */
const LIBRARIES = ['npm', 'maven', 'nuget', 'rubygems'];
/**
 * A first policy for packages that were seen, with comments that say what was seen and what each
 * rule does. It is careful: no rule selects a release, and more than half of a package never
 * goes in one run.
 *
 * @param date when it was written, such as `2026-01-31`
 */
function policyDraft(owner, packages, date) {
    const containers = packages.filter(({ type }) => type === 'container');
    const libraries = packages.filter(({ type }) => LIBRARIES.includes(type));
    const entries = [
        ...(containers.length > 0 ? containerEntry(containers) : []),
        ...(libraries.length > 0 ? libraryEntry(libraries) : []),
        ...(containers.length + libraries.length === 0 ? containerEntry([]) : [])
    ];
    return [...head(owner, date), ...entries.map((line) => (line === '' ? '' : `  ${line}`)), '']
        .join('\n')
        .replace(/\n{3,}/g, '\n\n');
}
function head(owner, date) {
    return [
        `# What stays and what goes of the packages of ${owner}. Written by package-retention init on`,
        `# ${date}, to be changed by you. Keep rules always win, whatever the order.`,
        '# Try it: package-retention plan --policy-file .github/package-retention.yml',
        'version: 1',
        `owner: ${scalar(owner)}`,
        '',
        'defaults:',
        '  # A build may be under way: younger untagged images are left alone.',
        '  untagged-grace: 1d',
        '  # Where more than half of a package would go, nothing is changed at all.',
        '  max-deletions: 50%',
        '',
        'packages:'
    ];
}
function containerEntry(packages) {
    const habits = joinHabits(packages.flatMap(({ habits: own }) => own ?? []));
    return [
        ...seenLines(packages),
        `- names: ${policy_draft_namesOf(packages)}`,
        '  type: container',
        '  keep:',
        ...indented(keptOfContainers(habits)),
        '  delete:',
        ...indented(deletedOfContainers(habits)),
        ''
    ];
}
function keptOfContainers(habits) {
    const branches = Object.keys(habits.branches);
    return [
        '# Releases and their variants stay for ever, and so do tags such as 1, v1.4 and 24.04.',
        ...rule('releases', 'prerelease: false'),
        ...rule('version tags', String.raw `tags: /^v?\d+(\.\d+)*$/`),
        '# Tags that move: people pull them.',
        ...rule('moving tags', `tags: [${listOf(['latest', ...habits.moving])}]`),
        '# What latest was yesterday has no tag today, and its age is that of its build.',
        ...rule('newest untagged images', 'untagged: true', 'newest: 5'),
        '# Whatever it is, what is young stays.',
        ...rule('last two weeks', 'newer-than: 14d'),
        ...branches.flatMap((branch) => rule(`newest builds of ${branch}`, `tags: ${branch}-*`, 'newest: 10')),
        ...(habits.nightlies === 0
            ? []
            : rule('some nightly builds', 'tags: nightly-*', 'daily: 7', 'weekly: 4')),
        ...(habits.pullRequests === 0
            ? []
            : [
                '# Needs the permission pull-requests: read.',
                ...rule('open pull requests', 'open-pull-request: pr-{number}')
            ])
    ];
}
function deletedOfContainers(habits) {
    return [
        ...(habits.pullRequests === 0
            ? []
            : rule('closed pull requests', 'closed-pull-request: pr-{number}', 'older-than: 7d')),
        ...Object.keys(habits.branches).flatMap((branch) => rule(`old builds of ${branch}`, `tags: ${branch}-*`, 'older-than: 90d')),
        ...(habits.commits === 0
            ? []
            : [
                '# An image goes when all of its tags are selected: pr-7 and sha-1a2b3c4 may be on one.',
                ...rule('old builds of commits', 'tags: sha-*', 'older-than: 30d')
            ]),
        ...(habits.nightlies === 0
            ? []
            : rule('old nightly builds', 'tags: nightly-*', 'older-than: 30d')),
        ...(habits.prereleases === 0
            ? []
            : rule('prereleases with a release', 'superseded: true', 'older-than: 30d')),
        '# What no tag and no kept image needs; parts and signatures of kept images always stay.',
        ...rule('untagged images', 'untagged: true', 'older-than: 30d')
    ];
}
function libraryEntry(packages) {
    const types = LIBRARIES.filter((type) => packages.some((one) => one.type === type));
    return [
        ...seenLines(packages),
        `- names: ${policy_draft_namesOf(packages)}`,
        `  type: [${types.join(', ')}]`,
        '  keep:',
        ...indented([
            '# Releases stay for ever: builds of others depend on them.',
            ...rule('releases', 'prerelease: false'),
            ...(types.includes('npm')
                ? rule('what a dist-tag points to', 'tags: [latest, next, beta, rc, canary]')
                : []),
            ...rule('newest versions', 'newest: 10')
        ]),
        '  delete:',
        ...indented([
            ...rule('prereleases with a release', 'superseded: true', 'older-than: 30d'),
            ...rule('old prereleases', 'prerelease: true', 'older-than: 180d')
        ]),
        ''
    ];
}
/** What was seen, a comment for each package. */
function seenLines(packages) {
    if (packages.length === 0)
        return ['# No package was seen; this is for those to come.'];
    const shown = packages.filter(({ habits }) => habits !== null);
    const left = packages.length - shown.length;
    return [
        ...shown.map((one) => `# ${one.name} (${one.type}): ${habitsText(one)}`),
        ...(left > 0
            ? [`# ${(0,wording/* plural */.LS)(left, 'more package')} that ${left === 1 ? 'was' : 'were'} not looked into`]
            : [])
    ].map((line) => line.replace(/[^ -~]/g, '?'));
}
function habitsText({ habits, versionCount }) {
    const counts = habits === null ? [] : countsOf(habits);
    const versions = (0,wording/* plural */.LS)(versionCount ?? 0, 'version');
    return counts.length === 0 ? versions : `${versions}: ${counts.join(', ')}`;
}
function countsOf(habits) {
    const branches = Object.entries(habits.branches);
    const counts = [
        [habits.releases, 'releases'],
        [habits.prereleases, 'prereleases'],
        [habits.pullRequests, 'pr-*'],
        ...branches.map(([branch, count]) => [count, `${branch}-*`]),
        [habits.commits, 'sha-*'],
        [habits.nightlies, 'nightly-*'],
        [habits.untagged, 'untagged or parts of images']
    ];
    return counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
}
/** `npm` and `container` may have the same name: each name once. */
function policy_draft_namesOf(packages) {
    const names = [...new Set(packages.map(({ name }) => name))];
    if (names.length === 0 || names.length > MOST_NAMES)
        return '"*"';
    return `[${names.map(scalar).join(', ')}]`;
}
function listOf(tags) {
    return [...new Set(tags)].join(', ');
}
function rule(name, ...conditions) {
    return [`- name: ${name}`, ...conditions.map((condition) => `  ${condition}`)];
}
function indented(lines) {
    return lines.map((line) => `    ${line}`);
}
/** Text that YAML takes for text. */
function scalar(text) {
    const isPlain = /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text);
    return isPlain ? text : JSON.stringify(text);
}

// EXTERNAL MODULE: ./lib/run/used-actions.js
var used_actions = __webpack_require__(42686);
;// CONCATENATED MODULE: ./lib/run/first-policy/workflow-drafts.js

/** Where the three files go, from the root of the repository. */
const POLICY_FILE = '.github/package-retention.yml';
const SCHEDULE_FILE = '.github/workflows/package-retention.yml';
const RESTORE_FILE = '.github/workflows/package-retention-restore.yml';
const ACTION = 'package-retention/package-retention@v1';
const RUNNER = 'runs-on: ubuntu-latest';
/** Runs the policy every night: a preview until somebody turns that off. */
function scheduleDraft({ asksPullRequests, listsPackages }) {
    return `# Cleans up packages by ${POLICY_FILE}. Written by package-retention init.
name: Clean up packages

on:
  schedule:
    - cron: '37 3 * * *'
  workflow_dispatch:
    inputs:
      dry-run:
        description: Only show what would be deleted
        type: boolean
        default: true

permissions:
  contents: read
  packages: write${asksPullRequests ? '\n  pull-requests: read' : ''}

env:
  # Every night you get a preview in the summary of the run. When it is what you want, write false.
  PREVIEW: 'true'

# A second run waits: two at once would only share the same requests.
concurrency:
  group: package-retention
  cancel-in-progress: false

jobs:
  clean-up:
    ${RUNNER}
    timeout-minutes: 60
    steps:
      - uses: ${used_actions/* USED_ACTIONS */.m.checkout}
        with:
          persist-credentials: false
      - uses: ${ACTION}
        with:
${tokenLines(listsPackages)}          policy-file: ${POLICY_FILE}
          dry-run: \${{ github.event_name == 'schedule' && env.PREVIEW || inputs.dry-run }}
          time-limit: 50m

      # What a later run needs to undo this one, for the 30 days in which GitHub can restore.
${UPLOAD}`;
}
const UPLOAD = `      - name: Keep the report
        if: always()
        uses: ${used_actions/* USED_ACTIONS */.m.upload}
        with:
          name: package-retention
          path: \${{ runner.temp }}/package-retention
          retention-days: 30
          if-no-files-found: ignore
`;
const TOKEN_HINT = '          # token: the one of that run, where it was not the default\n';
/** Undoes a run by hand, of the other workflow or of another one; as it is in `examples/`. */
function restoreDraft({ listsPackages }) {
    return `# Undo a clean-up: brings back what one run deleted, and the tags that it took off. The number of
# the run is in its address: github.com/OWNER/REPO/actions/runs/NUMBER.
name: Restore packages

on:
  workflow_dispatch:
    inputs:
      run-id:
        description: Number of the run to undo
        required: true
      report:
        description: Its report, where the job ran this action several times (its log names it)
        default: report.json
      packages:
        description: Only these packages of it (names or patterns, separated by commas)
        required: false
      dry-run:
        description: Only show what would come back
        type: boolean
        default: false

permissions:
  actions: read # to fetch the report of that run
  packages: write

concurrency:
  group: package-retention
  cancel-in-progress: false

jobs:
  restore:
    ${RUNNER}
    timeout-minutes: 60
    steps:
      - name: Fetch the report
        uses: ${used_actions/* USED_ACTIONS */.m.download}
        with:
          name: package-retention
          path: package-retention
          run-id: \${{ inputs.run-id }}
          github-token: \${{ github.token }}

      - uses: ${ACTION}
        with:
${tokenLines(listsPackages) || TOKEN_HINT}          mode: restore
          report: package-retention/\${{ inputs.report }}
          packages: \${{ inputs.packages }}
          time-limit: 50m
          dry-run: \${{ inputs.dry-run }}

${UPLOAD}`;
}
function tokenLines(listsPackages) {
    if (!listsPackages)
        return '';
    return `          # A classic token with read:packages, write:packages and delete:packages: a workflow's own
          # may not list packages.
          token: \${{ secrets.PACKAGES_TOKEN }}
`;
}

;// CONCATENATED MODULE: ./lib/cli/git-remote.js



const ORIGIN = /\[remote "origin"\][^[]*?\burl\s*=\s*(\S+)/;
const git_remote_REPOSITORY = /^(?:https?:\/\/|ssh:\/\/)?(?:[^@/]+@)?[^/:]+(?::\d+)?[:/]([^/]+)\/([^/]+?)(?:\.git)?\/?$/;
/** The root of the checkout that a folder is in; `null` where it is in none. */
function checkoutRoot(directory) {
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, '.git')))
        return directory;
    const above = (0,external_node_path_.dirname)(directory);
    return above === directory ? null : checkoutRoot(above);
}
/**
 * Owner and name of the repository that a folder, or one above it, was cloned from; `null` where
 * nothing says so.
 */
function remoteRepository(directory) {
    const root = checkoutRoot(directory);
    const config = root === null ? null : (0,local_text/* readLocalText */.TG)('config', gitFolder(root));
    const url = config?.ok ? ORIGIN.exec(config.text)?.[1] : undefined;
    const [, owner, name] = git_remote_REPOSITORY.exec(url ?? '') ?? [];
    return owner === undefined || name === undefined ? null : [owner, name];
}
/**
 * Where the configuration is: in a worktree or a submodule `.git` is a file that says so.
 *
 * @see https://git-scm.com/docs/gitrepository-layout
 */
function gitFolder(root) {
    const usual = (0,external_node_path_.join)(root, '.git');
    const pointer = (0,local_text/* readLocalText */.TG)('.git', root);
    const target = pointer.ok ? /^gitdir: (.+?)\s*$/.exec(pointer.text)?.[1] : undefined;
    if (target === undefined)
        return usual;
    const own = (0,external_node_path_.resolve)(root, target);
    const common = (0,local_text/* readLocalText */.TG)('commondir', own);
    return common.ok ? (0,external_node_path_.resolve)(own, common.text.trim()) : own;
}

;// CONCATENATED MODULE: ./lib/cli/commands/init.js
















/** `init`: a first policy and two workflows, made for the packages that are there. */
function addInit(program, shell) {
    const added = program
        .command('init')
        .summary('write a first policy and the workflows, after a look at the packages')
        .description('look at the packages of an owner and write a first policy with comments, a workflow ' +
        'that previews it every night, and one that undoes a run; nothing is overwritten, and in ' +
        'a checkout they go to its root');
    addTokenFlag(added);
    added
        .option('--owner <NAME>', 'organisation or user that has the packages (that of the git remote)')
        .option('--packages <NAMES>', 'names or globs of packages to look at (all)')
        .option('--package-type <TYPES>', 'types of packages to look at (all)')
        .option('--api-url <URL>', 'address of the REST API')
        .option('--registry-url <URL>', 'address of the container registry, for what is printed')
        .option('--npm-registry-url <URL>', 'address of the npm registry, for what is printed')
        .option('--force', 'overwrite files that are there')
        .addHelpText('after', '\nExamples:\n  package-retention init --owner acme\n' +
        '  package-retention init --owner acme --packages app,worker')
        .action(() => init(added, shell));
}
async function init(command, shell) {
    const options = command.opts();
    const root = checkoutRoot(shell.directory) ?? shell.directory;
    refuseOverwriting(root, options.force === true);
    const given = inputFlags(command);
    const [owner, repository] = init_ownerOf(given['owner'], shell);
    const names = given['packages'];
    const config = cleanupConfig(shell, {
        'package-type': 'all',
        packages: '*',
        ...registriesOf(given['api-url'], shell),
        ...given,
        owner,
        // No run takes place: any rule will do.
        'older-than': '1d',
        'dry-run': 'true',
        token: await tokenOf(command, given, shell)
    });
    const seen = await withLiveWorld(shell, config, (world) => lookAround({
        owner,
        types: config.packageTypes ?? model_package/* PACKAGE_TYPES */.Zc,
        names: names === undefined ? null : config.packages,
        fallbackName: repository
    }, world));
    const account = seen.owner.login;
    refuseMissing(account, seen.missing);
    if (!seen.mayList)
        checkNamed(seen.packages, names === undefined, account, shell);
    const tokenFile = options.tokenFile === undefined ? {} : { 'token-file': options.tokenFile };
    const flags = (0,given_again/* flagsAgain */.Ul)({ ...given, ...tokenFile, owner: account }, 'plan');
    write({ shell, root, flags }, account, seen.packages);
    shell.exitCode = EXIT.done;
}
/** No registry is asked: what is known of the API's address stands in for theirs. */
function registriesOf(apiUrl, { environment }) {
    const { GITHUB_API_URL, GITHUB_SERVER_URL } = environment;
    const standIn = apiUrl ?? [GITHUB_API_URL, GITHUB_SERVER_URL].find((url) => URL.canParse(url ?? ''));
    return standIn === undefined ? {} : { 'registry-url': standIn, 'npm-registry-url': standIn };
}
/** A name that no package has would make a policy that does nothing, in silence. */
function refuseMissing(owner, missing) {
    if (missing.length === 0)
        return;
    const lines = missing.map(({ name, near }) => {
        const own = (0,near_names/* nameWithoutOwner */.FA)(name, owner);
        const hint = own !== null
            ? `; the name is without the owner: ${own}`
            : near.length > 0
                ? `; near it: ${near.join(', ')}`
                : '';
        return `--packages: "${name}": ${owner} has no package of this name that the token can see${hint}`;
    });
    throw new Error(lines.join('\n'));
}
/** What was looked at by a token that may not list packages. */
function checkNamed(packages, isByDefault, owner, shell) {
    if (packages.length === 0) {
        throw new UsageError(`--packages: the token may not list the packages of ${owner}: name them, such as ` +
            '--packages app,worker, or use a classic token with read:packages, which sees them all');
    }
    const name = packages[0]?.name ?? '';
    const looked = isByDefault
        ? `only ${name}, which is called like the repository, was looked at`
        : 'only those named were looked at';
    new Terminal(shell.stdout, shell.stderr, shell.environment, false).complain(`warning: the token may not list packages, so ${looked}; a classic token with read:packages ` +
        'sees them all');
}
function init_ownerOf(given, { environment, directory }) {
    const workflow = environment['GITHUB_REPOSITORY']?.split('/') ?? null;
    const [owner, repository] = workflow ?? remoteRepository(directory) ?? [];
    const chosen = given ?? owner;
    if (chosen === undefined) {
        throw new UsageError('--owner: expected an organisation or user: no git remote says which');
    }
    return [chosen, chosen === owner ? (repository?.toLowerCase() ?? null) : null];
}
function refuseOverwriting(root, force) {
    const there = [POLICY_FILE, SCHEDULE_FILE, RESTORE_FILE].filter((path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path)));
    if (there.length > 0 && !force) {
        throw new UsageError(`${there.join(' and ')} would be overwritten; give --force to do so`);
    }
}
function write(desk, owner, packages) {
    const { shell } = desk;
    const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, false);
    const policy = policyDraft(owner, packages, new Date().toISOString().slice(0, 10));
    const wish = {
        asksPullRequests: policy.includes('open-pull-request'),
        listsPackages: policy.includes('names: "*"')
    };
    terminal.line(`${(0,wording/* plural */.LS)(packages.length, 'package')} of ${owner} seen`);
    const docker = packages.filter(({ type }) => type === 'docker').length;
    if (docker > 0) {
        terminal.line(`${(0,wording/* plural */.LS)(docker, 'package')} of the type docker left out: nothing is known of their images`);
    }
    const path = init_put(desk, POLICY_FILE, policy, terminal);
    init_put(desk, SCHEDULE_FILE, scheduleDraft(wish), terminal);
    init_put(desk, RESTORE_FILE, restoreDraft(wish), terminal);
    const plan = `${shell.program} plan${desk.flags} --policy-file ${(0,given_again/* shellQuoted */.x)(path)}`;
    for (const line of nextSteps(plan, wish.listsPackages))
        terminal.line(line);
}
/** Gives its path from where the tool was started. */
function init_put({ shell, root }, path, text, terminal) {
    const file = (0,external_node_path_.join)(root, path);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
    (0,external_node_fs_.writeFileSync)(file, text);
    const shown = (0,external_node_path_.relative)(shell.directory, file);
    terminal.line(`wrote ${shown}`);
    return shown;
}
function nextSteps(plan, listsPackages) {
    const settings = listsPackages
        ? 'Add the secret PACKAGES_TOKEN: a classic token with read, write and delete:packages.'
        : 'In the settings of each package, Manage Actions access: this repository with the role Admin.';
    return [
        '',
        'Next:',
        `  1. See what it would do:  ${plan}`,
        '  2. Change the policy until it does what you want, then commit the three files.',
        `  3. ${settings}`,
        '  4. The workflow previews every night. When you like what you see, set PREVIEW to false in it.',
        '  5. To undo a run within 30 days, start the workflow "Restore packages".'
    ];
}

;// CONCATENATED MODULE: ./lib/report/merge-reports.js




const merge_reports_SHOWN = 5;
/**
 * Joins the reports of shares into that of one run over all of their packages: from the first
 * start to the last end, requests added up, counts made anew. They have to be of one owner, one
 * mode and all or none of a dry run, and each package may be in one of them only.
 */
function mergeReports(shares) {
    const [first] = shares;
    if (first === undefined)
        return { ok: false, errors: ['there is no report to merge'] };
    const errors = [...differences(shares), ...duplicates(shares), ...additions(shares)];
    if (errors.length > 0)
        return { ok: false, errors };
    const reports = shares.map(({ report }) => report);
    const packages = reports.flatMap((report) => report.packages.map(unstated)).toSorted(build_report/* byPlace */.hz);
    const whole = { ...merge_reports_joined(first.report, reports), error: errorText(shares) };
    return { ok: true, report: (0,totals/* recount */.d3)(whole, packages) };
}
function merge_reports_joined(first, reports) {
    const ends = reports.map(({ finishedAt }) => finishedAt);
    const digests = new Set(reports.map(({ policyDigest }) => policyDigest));
    const isOnePolicy = digests.size === 1;
    return {
        ...first,
        startedAt: reports.map(({ startedAt }) => startedAt).reduce(earlier),
        finishedAt: ends.reduce((a, b) => (a === null || b === null ? null : later(a, b))),
        complete: reports.every(({ complete }) => complete),
        policyDigest: isOnePolicy ? first.policyDigest : null,
        fuse: sentences(reports.map(({ fuse }) => fuse)),
        stopped: sentences(reports.map(({ stopped }) => stopped)),
        warnings: [
            ...new Set(reports.flatMap(({ warnings }) => warnings)),
            ...(isOnePolicy ? [] : ['the shares were not run with one and the same policy'])
        ],
        notes: [...new Set(reports.flatMap(({ notes }) => notes))],
        requests: {
            api: sum(reports.map(({ requests }) => requests.api)),
            registry: sum(reports.map(({ requests }) => requests.registry))
        }
    };
}
/** Each reason once, with the shares that it is of. */
function errorText(shares) {
    const names = new Map();
    for (const { name, report } of shares) {
        if (report.error !== null)
            names.set(report.error, [...(names.get(report.error) ?? []), name]);
    }
    const texts = Array.from(names, ([error, list]) => `${error} (${(0,wording/* enumerate */.HL)(list, merge_reports_SHOWN)})`);
    return texts.length === 0 ? null : texts.join('; ');
}
function differences(shares) {
    const owners = new Map();
    const modes = new Map();
    for (const { name, report } of shares) {
        const { mode, dryRun, packages } = report;
        modes.set(`mode: ${mode}${dryRun ? ', a dry run' : ''}`, name);
        for (const { owner } of packages)
            owners.set(owner.toLowerCase(), name);
    }
    return [
        ...(modes.size > 1 ? [`they are of different runs: ${merge_reports_listed(modes)}`] : []),
        ...(owners.size > 1 ? [`they are of different owners: ${merge_reports_listed(owners)}`] : [])
    ];
}
function merge_reports_listed(values) {
    return Array.from(values, ([value, name]) => `${value} (${name})`).join(', ');
}
function duplicates(shares) {
    const names = new Map();
    const twice = [];
    for (const { name, report } of shares) {
        for (const entry of report.packages) {
            const key = keyOf(entry);
            const before = names.get(key);
            if (before !== undefined) {
                twice.push(`the ${entry.type} package ${entry.name} is in ${before} and in ${name}`);
            }
            names.set(key, name);
        }
    }
    const left = twice.length - merge_reports_SHOWN;
    return [
        ...twice.slice(0, merge_reports_SHOWN),
        ...(left > 0 ? [`${(0,wording/* plural */.LS)(left, 'more package')} likewise`] : [])
    ];
}
/** Counts made anew would hide it. */
function additions(shares) {
    return shares.flatMap(({ name, report }) => report.packages.flatMap((entry) => {
        const why = report.dryRun ? (0,planned_changes/* addedText */.UQ)(entry) : null;
        return why === null ? [] : [`${name}: ${entry.type} package ${entry.name}: ${why}`];
    }));
}
function unstated({ stated: _read, ...entry }) {
    return entry;
}
function keyOf({ owner, type, name }) {
    return JSON.stringify([owner.toLowerCase(), type, name.toLowerCase()]);
}
// ISO 8601 in UTC with milliseconds, as reports have it: text in the order of time.
function earlier(a, b) {
    return a < b ? a : b;
}
function later(a, b) {
    return a > b ? a : b;
}
function sentences(texts) {
    const given = new Set(texts.filter((text) => text !== null));
    return given.size === 0 ? null : [...given].join('; ');
}
function sum(numbers) {
    return numbers.reduce((a, b) => a + b, 0);
}

// EXTERNAL MODULE: ./lib/report/run-name.js
var run_name = __webpack_require__(99459);
// EXTERNAL MODULE: ./lib/report/undo-lines.js
var undo_lines = __webpack_require__(74804);
// EXTERNAL MODULE: ./lib/report/journal.js + 1 modules
var report_journal = __webpack_require__(74203);
// EXTERNAL MODULE: ./lib/run/inputs/report-source.js
var report_source = __webpack_require__(80475);
;// CONCATENATED MODULE: ./lib/run/report-file.js




/** Reads a report.json, with what the journal beside it knows where the run was cut off. */
function readReportFile(path, directory) {
    const file = (0,local_text/* readLocalText */.TG)(path, directory);
    if (!file.ok)
        return { ok: false, errors: [`${path}: ${file.why}`] };
    const read = (0,read_report/* readReport */.t)(file.text, path);
    if (!read.ok || read.report.complete)
        return read;
    const journal = (0,report_source/* journalOf */.PR)(path, (name) => (0,local_text/* readLocalText */.TG)(name, directory));
    return journal === null ? read : { ok: true, report: (0,report_journal/* applyJournal */.i)(read.report, journal) };
}

// EXTERNAL MODULE: ./lib/run/inputs/common-config.js
var common_config = __webpack_require__(13905);
// EXTERNAL MODULE: ./lib/run/inputs/input-reader.js + 1 modules
var input_reader = __webpack_require__(3433);
// EXTERNAL MODULE: ./lib/run/run-result.js
var run_result = __webpack_require__(10268);
// EXTERNAL MODULE: ./lib/run/workflow-run.js
var workflow_run = __webpack_require__(68420);
;// CONCATENATED MODULE: ./lib/cli/merged-place.js


/**
 * Where a joined report will be found: on this machine, or in a workflow as the artifact into
 * which the folder is uploaded. The addresses of registries, which no report tells, follow from
 * that of the API.
 */
function mergedPlace(directory, fileName, { environment, program }) {
    const isWorkflow = (0,environment_variable/* variable */.b)(environment, 'GITHUB_ACTIONS') === 'true';
    const workflow = isWorkflow ? (0,workflow_run/* workflowRun */.t)(environment) : null;
    if (workflow === null)
        return { directory, fileName, workflow, program };
    const api = (0,environment_variable/* variable */.b)(environment, 'GITHUB_API_URL');
    const flags = api === null || api === workflow_run/* USUAL_API */.M ? {} : { 'api-url': api };
    return { directory, fileName, workflow, flags };
}

;// CONCATENATED MODULE: ./lib/cli/write-reports.js





/**
 * Writes report.json, report.html and report.csv of a run that is over into the folder of
 * `place`, the report also under its own name there.
 */
async function writeReports(report, place, terminal) {
    const { directory, fileName = `${(0,run_name/* runName */.r)(report)}.json` } = place;
    const { json } = (0,report_paths/* reportPaths */.Rs)(directory);
    const files = (0,report_files/* createReportFiles */.W)({
        directory,
        fileName,
        html: (made, now) => (0,html_report/* htmlReport */.g)(made, { now, fileName, undo: (0,undo_hint/* undoHint */.O)(made, place) }),
        onTrouble: (text) => terminal.complain(`warning: ${text}`)
    });
    await files.writeReport(report);
    await files.finish(report, Date.now());
    terminal.line(`report: ${json}`);
}

;// CONCATENATED MODULE: ./lib/cli/commands/merge.js




















/**
 * `merge`: the reports of shares as one. Exit 1 where they are no shares of one run, and where one
 * run over all packages would have failed.
 */
function addMerge(program, shell) {
    program
        .command('merge')
        .summary('join the reports of shares into one')
        .description('join the report.json of each share into that of one run over all packages')
        .argument('<FILES...>', 'the report.json of each share')
        .requiredOption('--output <PATH>', 'folder for report.json, report.html and report.csv, or a name that ends in .json; - is stdout')
        // What the reports of shares do not tell.
        .addOption(inputOption('fail-on'))
        .addHelpText('after', '\nExamples:\n  package-retention merge reports/*/report.json --output package-retention-report')
        .action((files, { output }, command) => merge(files, { output, failOn: givenFailOn(command) }, shell));
}
function givenFailOn(command) {
    const inputs = new input_reader/* InputReader */.i_(inputFlags(command));
    const failOn = (0,common_config/* failOnOf */.tC)(inputs);
    if (inputs.errors.length > 0)
        throw new UsageError(flagMessages(inputs.errors).join('\n'));
    return failOn;
}
async function merge(files, { output, failOn }, shell) {
    const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, output === '-');
    const merged = mergeReports(files.map((file) => ({ name: file, report: merge_read(file, shell) })));
    if (!merged.ok) {
        for (const error of merged.errors)
            terminal.complain(error);
        shell.exitCode = EXIT.failed;
        return;
    }
    const { report } = merged;
    const unusable = isFolder(output)
        ? (0,report_directory/* reportDirectoryProblem */.j)((0,external_node_path_.resolve)(shell.directory, output), '--output')
        : null;
    if (unusable !== null)
        throw new UsageError(unusable);
    for (const line of (0,log_lines/* totalsLines */.HJ)(report))
        terminal.line(line);
    if (output === '-')
        shell.stdout.write(`${JSON.stringify(report)}\n`);
    else
        await merge_write(report, output, shell, terminal);
    for (const line of troubleLines(report, failOn))
        terminal.complain(line);
    const isDone = report.complete && (0,run_result/* failuresOf */.d)(report, failOn).length === 0;
    shell.exitCode = isDone ? EXIT.done : EXIT.failed;
}
function isFolder(output) {
    return output !== '-' && !output.endsWith('.json');
}
async function merge_write(report, output, shell, terminal) {
    const path = (0,external_node_path_.resolve)(shell.directory, output);
    const place = isFolder(output)
        ? mergedPlace(path, `${(0,run_name/* runName */.r)(report)}-merged.json`, shell)
        : mergedPlace((0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(path), shell);
    if (isFolder(output))
        await writeReports(report, place, terminal);
    else
        writeJson(report, path, terminal);
    for (const line of nextLines(report, place))
        terminal.line(line);
}
/** How to undo a live run; for who is at this machine also how to carry out a plan. */
function nextLines(report, place) {
    if (place.workflow !== null)
        return (0,undo_lines/* undoLines */.E)(report, (0,undo_hint/* undoHint */.O)(report, place));
    if ((0,planned_changes/* isPlanToApply */.Bi)(report))
        return [`apply:  ${(0,undo_hint/* applyCommand */.s)(report, place)}`];
    const { deleted, untagged } = report.totals;
    const isUndone = !report.dryRun && deleted + untagged > 0;
    return isUndone ? [`undo:   ${(0,undo_hint/* undoHint */.O)(report, place).command}`] : [];
}
function merge_read(file, { directory }) {
    const result = readReportFile(file, directory);
    if (!result.ok)
        throw new UsageError(result.errors.join('\n'));
    return result.report;
}
function writeJson(report, path, terminal) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(path, `${JSON.stringify(report)}\n`);
    terminal.line(`report: ${path}`);
}

;// CONCATENATED MODULE: ./lib/cli/plan-from.js











/**
 * Plans saved version lists, without a request to anywhere. Reports are written where
 * `report-directory` is given.
 */
async function planFrom(shell, raw, { from, now, json }) {
    const { program } = shell;
    const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, json);
    const work = readSavedWork(shell, raw, from, now);
    for (const warning of work.warnings)
        terminal.complain(`warning: ${warning}`);
    const isWritten = raw['report-directory'] !== undefined;
    const unusable = isWritten ? (0,report_directory/* reportDirectoryProblem */.j)(work.config.reportDirectory) : null;
    if (unusable !== null)
        throw new UsageError(unusable);
    const workspace = (0,workspace_files/* createWorkspaceFiles */.f)(shell.directory);
    const report = await planSaved(work.lists, work.config, { now: work.now, workspace });
    if (report.packages.length === 0) {
        throw new UsageError(noneText(work));
    }
    plan_from_show(report, work.madeAt, now, terminal);
    const otherwise = decidedOtherwise(report, work.lists);
    if (otherwise !== null)
        terminal.line(otherwise);
    const place = { directory: work.config.reportDirectory, workflow: null, program };
    if (isWritten)
        await writeReports(report, place, terminal);
    if (json)
        shell.stdout.write(`${JSON.stringify(report)}\n`);
    const failures = (0,run_result/* failuresOf */.d)(report, work.config.failOn);
    for (const failure of failures)
        terminal.complain(`failed: ${failure}`);
    return failures.length === 0 ? EXIT.done : EXIT.failed;
}
function noneText({ config, lists }) {
    const isShared = selectSaved(lists, { ...config, share: null }).length > 0;
    return isShared
        ? '--share: none of the lists is in this share'
        : '--from: none of the lists is of a package that the rules are about';
}
/** Where the lists are of a report: that it said otherwise; it could ask, and this can't. */
function decidedOtherwise({ packages }, lists) {
    const differing = packages.flatMap((entry) => {
        const list = lists.find(({ ref }) => ref.type === entry.type && ref.name === entry.name);
        return entry.versions.flatMap((row) => {
            const reported = list?.saved.rows?.get(row.id);
            return reported === undefined || reported.decision === row.decision ? [] : [reported];
        });
    });
    const [first] = differing;
    if (first === undefined)
        return null;
    return (`The report itself decided otherwise for ${(0,wording/* plural */.LS)(differing.length, 'version')}, such as ` +
        `${(0,labels/* versionLabel */.dp)(first)}: ${first.decision}: ${first.reason}`);
}
function plan_from_show(report, madeAt, now, terminal) {
    for (const entry of report.packages) {
        terminal.title((0,log_lines/* packageHeaderLine */.MB)(entry, true));
        for (const line of [...(0,log_lines/* warningLines */._F)(entry), ...(0,log_lines/* decisionLines */.Wp)(entry)])
            terminal.line(line);
    }
    for (const line of (0,log_lines/* totalsLines */.HJ)(report))
        terminal.line(line);
    const when = now === null && madeAt !== null ? ', when the report was made' : '';
    terminal.line(`Decided on saved lists as of ${report.startedAt}${when}; nobody was asked. ` +
        'Rules about pull requests, branches, releases and dist-tags had no answer: they delete ' +
        'nothing and keep everything.');
    if (report.fuse !== null)
        terminal.complain(`warning: ${report.fuse}`);
}

;// CONCATENATED MODULE: ./lib/cli/commands/plan.js








/** `plan`: what `cleanup` would do, without doing it; with `--from` without asking anybody. */
function addPlan(program, shell) {
    const added = addEngineCommand(program, shell, {
        name: 'plan',
        mode: 'cleanup',
        summary: 'show what cleanup would do, change nothing',
        fixed: { 'dry-run': 'true' },
        idle: ['dry-run', 'concurrency', 'time-limit'],
        examples: [
            'plan --owner acme --packages app --older-than 30d --keep-tags "v*"',
            'plan --owner acme --policy-file .github/package-retention.yml --json',
            'plan --from versions.json --policy-file FILE --now 2026-01-31T00:00:00Z'
        ],
        instead: (command, raw) => planSpecially(shell, command, raw)
    });
    addSavedFlags(added);
    const matrix = 'print the packages in N equal shares, for strategy.matrix';
    added.addOption(new esm/* Option */.c$('--matrix <N>', matrix).helpGroup(HEADINGS.how));
}
async function planSpecially(shell, command, raw) {
    const { from = [], now, matrix, json } = command.opts();
    if (from.length > 0 && matrix !== undefined) {
        throw new UsageError('--matrix: it lists the packages that are there, so not with --from');
    }
    if (from.length > 0)
        return planFrom(shell, raw, { from, now: now ?? null, json: json === true });
    if (now !== undefined)
        throw new UsageError('--now: only a plan with --from has another time');
    if (matrix === undefined)
        return null;
    const token = await tokenOf(command, raw, shell);
    return planMatrix(shell, { ...raw, token }, matrix);
}

;// CONCATENATED MODULE: ./lib/cli/commands/repair.js

/** `repair`: brings back the parts that living images miss. */
function addRepair(program, shell) {
    addEngineCommand(program, shell, {
        name: 'repair',
        mode: 'repair',
        summary: 'bring back deleted parts that images still need',
        examples: ['repair --owner acme --packages app --dry-run']
    });
}

;// CONCATENATED MODULE: ./lib/cli/commands/restore.js

/** `restore`: brings back what was deleted in the last 30 days. */
function addRestore(program, shell) {
    addEngineCommand(program, shell, {
        name: 'restore',
        mode: 'restore',
        summary: 'bring back what was deleted, within 30 days',
        examples: [
            'restore --report package-retention-report/report.json',
            'restore --owner acme --packages app --deleted-tags "v*" --deleted-within 2d'
        ]
    });
}

// EXTERNAL MODULE: ./lib/policy/policy-file.js + 15 modules
var policy_file = __webpack_require__(46318);
;// CONCATENATED MODULE: ./lib/cli/policy-text.js


/** What a policy file means: a few lines for each entry. */
function policyText(file) {
    const owner = file.owner === null ? [] : [`owner ${file.owner}`];
    return [...owner, ...file.entries.flatMap(entryText)];
}
function entryText({ path, names, types, keep, delete: deletes }) {
    const ofTypes = types.length === model_package/* PACKAGE_TYPES */.Zc.length ? 'of all types' : `of ${types.join(', ')}`;
    return [
        `${path}: ${names.sources.join(', ')} ${ofTypes}`,
        ...(deletes.length === 0 ? ['  deletes nothing'] : []),
        ...deletes.map((rule) => `  delete: ${rule.label}: ${conditionsText(rule.conditions)}`),
        ...keep.map((rule) => `  keep:   ${rule.label}: ${keepText(rule)}`)
    ];
}
function keepText({ conditions, quotas, per, by }) {
    const counts = quotas.map(({ kind, count }) => `${kind} ${count}`).join(' and ');
    const group = per === null ? '' : ` per ${per.kind === 'capture' ? per.name : per.kind}`;
    const order = by === null ? '' : ` by ${by}`;
    const quota = counts === '' ? '' : `${counts}${group}${order}`;
    return [quota, conditionsText(conditions)].filter((text) => text !== '').join(' of ');
}
function conditionsText(conditions) {
    return conditions.map(conditionText).join(' and ');
}

;// CONCATENATED MODULE: ./lib/cli/commands/validate.js







/**
 * `validate FILE`: checks a policy file without a token. Exit 1 for a file that is wrong, 2 for
 * one that can't be read.
 */
function addValidate(program, shell) {
    program
        .command('validate')
        .summary('check a policy file, without a token')
        .description('check a policy file, without a token; exit 1 where it is wrong')
        .argument('<FILE>', 'the policy file')
        .option('--json', 'print errors and warnings as JSON')
        .addHelpText('after', '\nExamples:\n  package-retention validate .github/package-retention.yml')
        .action((path, options) => {
        const file = (0,local_text/* readLocalText */.TG)(path, shell.directory);
        if (!file.ok)
            throw new UsageError(`validate: "${path}": ${file.why}`);
        validate(path, file.text, options.json === true, shell);
    });
}
function validate(path, text, json, shell) {
    const result = (0,policy_file/* parsePolicyFile */._6)(text, path);
    const terminal = new Terminal(shell.stdout, shell.stderr, shell.environment, json);
    const errors = result.ok ? [] : result.errors;
    const warnings = result.ok ? result.warnings : [];
    for (const { message } of errors)
        terminal.complain(message);
    for (const { message } of warnings)
        terminal.complain(`warning: ${message}`);
    if (result.ok) {
        terminal.title(`${path}: ok`);
        for (const line of policyText(result.file))
            terminal.line(line);
        const rules = result.file.entries.flatMap((entry) => entry.delete);
        for (const age of (0,short_ages/* shortAges */.H)(rules))
            terminal.line(`note: ${(0,short_age_text/* shortAgeText */.b)(age)}`);
    }
    if (json)
        shell.stdout.write(`${JSON.stringify({ ok: result.ok, errors, warnings }, null, 2)}\n`);
    shell.exitCode = result.ok ? EXIT.done : EXIT.failed;
}

;// CONCATENATED MODULE: ./lib/cli/program.js












/** All commands; each file of `commands/` adds its own. */
const COMMANDS = [
    addPlan,
    addCleanup,
    addApply,
    addRestore,
    addRepair,
    addExplain,
    addInit,
    addMerge,
    addValidate,
    addDemo
];
const EXAMPLES = `
Examples:
  package-retention plan --owner acme --packages app --older-than 30d --keep-tags "v*"
  package-retention cleanup --owner acme --policy-file .github/package-retention.yml
  package-retention restore --report package-retention-report/report.json

The token comes from --token-file, GITHUB_TOKEN, GH_TOKEN or gh auth token.
Exit: 0 done, 1 something failed, 2 wrong usage.`;
/** The command line. Parsing it throws CommanderError where the usage is wrong, and for help. */
function createProgram(shell) {
    const program = new esm/* Command */.uB('package-retention')
        .description('Keeps GitHub Packages tidy by policy.')
        .version(tool_version/* TOOL_VERSION */.w)
        .exitOverride()
        .configureOutput({
        writeOut: (text) => shell.stdout.write(text),
        writeErr: (text) => shell.stderr.write(text),
        getOutHelpWidth: () => Math.min(shell.stdout.columns ?? 100, 100),
        getErrHelpWidth: () => Math.min(shell.stderr.columns ?? 100, 100)
    })
        .showHelpAfterError('(add --help for what there is)')
        .addHelpText('after', EXAMPLES);
    for (const add of COMMANDS)
        add(program, shell);
    return program;
}

// EXTERNAL MODULE: ./lib/model/message-of.js
var message_of = __webpack_require__(50898);
;// CONCATENATED MODULE: ./lib/cli/run-cli.js







/**
 * Runs the command line of this process and ends it: 0 done, 1 something failed, 2 wrong usage.
 * What nobody caught is a failure that names the report so far.
 */
async function runCli() {
    const shell = {
        environment: process.env,
        directory: process.cwd(),
        program: programName(process.argv[1], process.cwd(), process.env),
        stdout: process.stdout,
        stderr: process.stderr,
        exitCode: EXIT.done
    };
    const crash = (error) => process.exit(run_cli_failureOf(error, shell));
    process.on('uncaughtException', crash);
    process.on('unhandledRejection', crash);
    // A reader such as head that has seen enough is no failure.
    process.stdout.on('error', (error) => {
        process.exit(error.code === 'EPIPE' ? shell.exitCode : EXIT.failed);
    });
    const code = await runCommandLine(process.argv.slice(2), shell);
    process.stdout.write('', () => process.exit(code));
}
/** Runs one command line, without the names of node and the script. Never throws. */
async function runCommandLine(args, shell) {
    const program = createProgram(shell);
    try {
        await program.parseAsync(args.length === 0 ? ['--help'] : args, { from: 'user' });
        return shell.exitCode;
    }
    catch (error) {
        return run_cli_failureOf(error, shell);
    }
}
function run_cli_failureOf(error, { stderr }) {
    // Commander has written its message already.
    if (error instanceof esm/* CommanderError */.b7)
        return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const message = (0,message_of/* messageOf */.b)(error);
    for (const line of (0,token/* redactTokens */.v)(message).split('\n'))
        stderr.write(`${(0,escape_log/* logLine */.B)(line)}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}


/***/ })

};

export const id = 964;
export const ids = [964];
export const modules = {

/***/ 9452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5230);

/** GitHub could not be asked, or said no. `code` is for programs, `message` for people. */
class GitHubError extends Error {
    name = 'GitHubError';
    failure;
    constructor(failure) {
        super(describe(failure), failure.cause === undefined ? {} : { cause: failure.cause });
        this.failure = failure;
    }
    get code() {
        return this.failure.code;
    }
    /** `null` where there was no answer. */
    get status() {
        return this.failure.status ?? null;
    }
    /** What GitHub said, in its own words; '' where it said nothing. */
    get said() {
        return this.failure.said ?? '';
    }
    get requestId() {
        return this.failure.requestId ?? null;
    }
    /** Set where the request was given up because the wait would have been too long. */
    get retryAt() {
        return this.failure.retryAt ?? null;
    }
    /** The same failure with more known about it. */
    with(more) {
        return new GitHubError({ ...this.failure, ...more });
    }
}
function describe({ request, problem, tries = 1, retryAt, remedy }) {
    const often = tries > 1 ? `, after ${tries} tries` : '';
    const sentences = [
        `${request}: ${problem}${often}`,
        ...(retryAt == null ? [] : [`It can be tried again at ${isoText(retryAt)}`]),
        ...(remedy == null ? [] : [remedy])
    ];
    return (0,_token_js__WEBPACK_IMPORTED_MODULE_0__/* .redactTokens */ .v)(sentences.map((sentence) => sentence.replace(/\.$/, '')).join('. '));
}
function isoText(moment) {
    return Number.isFinite(moment) && Math.abs(moment) < 8.64e15
        ? new Date(moment).toISOString()
        : 'an unknown time';
}


/***/ }),

/***/ 7781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   EH: () => (/* binding */ parseTimestamp),
/* harmony export */   OW: () => (/* binding */ integerAt),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The text under `key`; `null` where there is none. */
function textAt(record, key) {
    const value = record[key];
    return typeof value === 'string' ? value : null;
}
/**
 * The whole number from 0 under `key`; `null` where there is none. Octokit gives integers
 * beyond 2^53 as bigint: they are no ids that could be sent back, and so count as none.
 */
function integerAt(record, key) {
    const value = record[key];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;
/** A point in time as GitHub's JSON writes it; `null` where it can't be read. */
function parseTimestamp(value) {
    if (typeof value !== 'string' || !TIMESTAMP.test(value))
        return null;
    const moment = Date.parse(value);
    return Number.isNaN(moment) ? null : moment;
}


/***/ }),

/***/ 1282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ API_HEADERS),
/* harmony export */   k: () => (/* binding */ octokitOptions)
/* harmony export */ });
/**
 * The options with which both shells make their Octokit. `apiUrl` may have a path, as on
 * Enterprise Server, and a slash at its end.
 */
function octokitOptions(options) {
    return {
        baseUrl: options.apiUrl.trim().replace(/\/+$/, ''),
        userAgent: options.userAgent,
        request: { fetch: options.fetch, log: SILENT }
    };
}
/**
 * Sent with each request, because Octokit's constructor takes no headers. The version is the
 * one that Enterprise Server knows too.
 *
 * @see https://docs.github.com/rest/about-the-rest-api/api-versions
 */
const API_HEADERS = {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28'
};
const quiet = () => undefined;
// Octokit would print deprecation notices between the lines of a report.
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };


/***/ }),

/***/ 9983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ listAll)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9452);

const PER_PAGE = 100;
const AT_ONCE = 20;
const MAX_PAGES = 20_000;
/**
 * All rows of a list in the order of its pages, each once: the first page, then the others
 * in parallel as far as it says, then one by one while there are more. Of `Link` only the
 * page numbers are read, so it leads nowhere else. A list of which rows are missing, as where
 * pages shift while they are read or one that was announced comes empty, is read once more.
 *
 * @throws GitHubError `malformed` for what is no such list, `incomplete` where rows or pages
 *   are missing in the middle or there are more than GitHub gives.
 * @see https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
async function listAll(connection, list) {
    const first = await readList(connection, list);
    if (first.gap === null || list.mayHide === true)
        return first.rows;
    const second = await readList(connection, list);
    if (second.gap === null)
        return second.rows;
    throw failed('incomplete', pageCall(list, second.gap), 'rows are missing before or on the last page');
}
async function readList(connection, list) {
    const rows = new Map();
    const sizes = [];
    let read = 0;
    let target = 1;
    let announced = 0;
    while (read < target) {
        checkLength(list, target);
        const to = list.isEnough === undefined ? target : Math.min(target, 2 * read + 1);
        const pages = await readPages(connection, list, read + 1, to);
        checkOrder(list, pages);
        announced = Math.max(announced, ...pages.map((page) => page.announced));
        const before = rows.size;
        sizes.push(...pages.map((page) => page.rows.length));
        for (const row of pages.flatMap((page) => page.rows)) {
            const key = list.keyOf(row);
            if (!rows.has(key))
                rows.set(key, row);
        }
        read = to;
        target = nextTarget(pages, read);
        if (read < target && list.isEnough?.([...rows.values()]) === true) {
            return { rows: [...rows.values()], gap: null };
        }
        if (rows.size === before && target > read) {
            // A server that knows no pages gives the same for ever; one with links lost its place.
            if (pages.every(({ hasLinks }) => !hasLinks))
                return { rows: [...rows.values()], gap: null };
            throw failed('incomplete', pageCall(list, read), 'the page repeats what was listed before');
        }
    }
    return { rows: [...rows.values()], gap: gapIn(sizes, rows.size, announced) };
}
/**
 * Pages before the last are as full as the first, no row stands on two of them at the cost of
 * another, and no page after the last with rows was announced. The first page of an empty list
 * may be.
 */
function gapIn(sizes, distinct, announced) {
    const size = sizes[0] ?? 0;
    const last = sizes.findLastIndex((rows) => rows > 0);
    const short = sizes.findIndex((rows, place) => place < last && rows < size);
    if (short >= 0)
        return short + 1;
    if (announced > Math.max(1, last + 1))
        return last + 2;
    return last > 0 && distinct <= last * size ? last + 1 : null;
}
function nextTarget(pages, read) {
    const tail = pages.at(-1);
    if (tail === undefined || tail.rows.length === 0)
        return read;
    return Math.max(tail.hasMore ? read + 1 : read, ...pages.map(({ last }) => last));
}
/** Pages `from` to `to`, in order; not all of them where the list ends before. */
async function readPages(connection, list, from, to) {
    const pages = [];
    let next = from;
    // The second empty page ends it: after the first one it is seen whether rows follow.
    const isOver = () => pages.filter(({ rows }) => rows.length === 0).length > 1;
    const work = async () => {
        while (next <= to && !isOver()) {
            const number = next;
            next += 1;
            try {
                pages.push(await readPage(connection, list, number));
            }
            catch (error) {
                next = Infinity;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, to - from + 1) }, work));
    return pages.toSorted((a, b) => a.number - b.number);
}
async function readPage(connection, list, number) {
    const call = pageCall(list, number);
    const { data, headers } = await connection.send(call);
    if (!Array.isArray(data))
        throw failed('malformed', call, 'expected a list, got something else');
    const rows = data.map((row, index) => {
        const parsed = list.parse(row);
        if (parsed === null)
            throw failed('malformed', call, `entry ${index} can't be read`);
        return parsed;
    });
    const links = parseLinks(headers['link'] ?? '');
    const hasMore = links === null ? rows.length >= PER_PAGE : links.has('next');
    const lastPage = links?.get('last') ?? 0;
    const announced = Math.max(lastPage, links?.get('next') ?? 0);
    return { number, rows, last: lastPage, announced, hasMore, hasLinks: links !== null };
}
function pageCall({ path }, number) {
    const query = `per_page=${PER_PAGE}&page=${number}`;
    return { method: 'GET', path: `${path}${path.includes('?') ? '&' : '?'}${query}`, expects: 200 };
}
/** An empty page before one with rows: GitHub lost what was on it. */
function checkOrder(list, pages) {
    const gap = pages.find(({ rows, number }) => rows.length === 0 && pages.some((page) => page.number > number && page.rows.length > 0));
    if (gap === undefined)
        return;
    throw failed('incomplete', pageCall(list, gap.number), 'the page is empty, but a later one is not');
}
function checkLength(list, pages) {
    const most = list.maxPages ?? MAX_PAGES;
    if (pages <= most)
        return;
    const problem = `GitHub gives no more than ${most} pages, and there are more`;
    throw failed('incomplete', pageCall(list, most + 1), problem);
}
function failed(code, call, problem) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y({ code, request: `${call.method} ${call.path}`, problem });
}
const LINK = /<([^>]*)>([^<]*)/g;
/** Page numbers by relation; `null` where there is no such header at all. */
function parseLinks(header) {
    if (header.trim() === '')
        return null;
    return new Map([...header.matchAll(LINK)].flatMap(([, url = '', attributes = '']) => {
        const page = /[?&]page=(\d{1,9})(?:&|#|$)/.exec(url)?.[1];
        const relations = /\brel="?([^",;]+)"?/i.exec(attributes)?.[1] ?? '';
        return page === undefined
            ? []
            : relations.split(/\s+/).map((relation) => [relation, Number(page)]);
    }));
}


/***/ }),

/***/ 1075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ packageListPath),
/* harmony export */   C0: () => (/* binding */ packagePath),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   mX: () => (/* binding */ segment),
/* harmony export */   qW: () => (/* binding */ versionPath)
/* harmony export */ });
/* unused harmony export ownerPath */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9452);

/**
 * Under which path an owner's packages are: organisations, the token's own user and other
 * users have different ones.
 *
 * @see https://docs.github.com/rest/packages/packages
 */
function ownerPath({ kind, login, isTokenOwner }) {
    if (kind === 'organization')
        return `/orgs/${segment(login)}`;
    return isTokenOwner ? '/user' : `/users/${segment(login)}`;
}
function packageListPath(owner, type) {
    return `${ownerPath(owner)}/packages?package_type=${type}`;
}
/** Slashes in the name are part of its one segment. */
function packagePath({ owner, type, name }) {
    return `${ownerPath(owner)}/packages/${type}/${segment(name)}`;
}
function versionPath(ref, id) {
    if (!Number.isSafeInteger(id) || id < 0)
        throw noSegment(String(id));
    return `${packagePath(ref)}/versions/${id}`;
}
/** `repository` is `owner/name`. */
function repositoryPath(repository) {
    const [owner = '', name = '', ...rest] = repository.split('/');
    if (rest.length > 0)
        throw noSegment(repository);
    return `/repos/${segment(owner)}/${segment(name)}`;
}
/**
 * One segment of a path, encoded.
 *
 * @throws GitHubError `invalid-argument` for what would lead to another path.
 */
function segment(text) {
    if (text === '' || text === '.' || text === '..')
        throw noSegment(text);
    return encodeURIComponent(text);
}
function noSegment(text) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y({
        code: 'invalid-argument',
        request: 'no request was sent',
        problem: `\`${text}\` can't be part of an address`
    });
}


/***/ }),

/***/ 5230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ classifyToken),
/* harmony export */   v: () => (/* binding */ redactTokens)
/* harmony export */ });
const PREFIXES = [
    ['ghp_', 'classic'],
    ['github_pat_', 'fine-grained'],
    ['gho_', 'oauth'],
    ['ghu_', 'app-user'],
    ['ghs_', 'installation']
];
/**
 * Tells what a token is by its prefix alone: lengths and alphabets have changed before.
 *
 * @see https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 */
function classifyToken(token) {
    return PREFIXES.find(([prefix]) => token.startsWith(prefix))?.[1] ?? 'unknown';
}
const TOKEN = /\b(gh[pousr]_|github_pat_)[A-Za-z0-9._-]+/g;
/** `text` without anything that looks like a token of GitHub's. */
function redactTokens(text) {
    return text.replace(TOKEN, '$1***');
}


/***/ }),

/***/ 4382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ getVersion),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   yO: () => (/* binding */ listVersions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9452);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7781);
/* harmony import */ var _pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9983);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1075);




/**
 * All versions of a package in that state, each id once, in no order to rely on.
 *
 * @throws GitHubError `not-found` where the package is hidden, deleted or was never there.
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-an-organization
 */
function listVersions(connection, ref, state = 'active') {
    // Active ones are what GitHub lists by default; for other users no parameter is documented.
    const query = state === 'active' ? '' : `?state=${state}`;
    return (0,_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .listAll */ ._)(connection, {
        path: `${(0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .packagePath */ .C0)(ref)}/versions${query}`,
        parse: (row) => parseVersion(row, ref.type),
        keyOf: ({ id }) => id
    });
}
/**
 * One living version; `null` where GitHub says that there is none.
 *
 * @throws GitHubError `not-found` where it says so of the whole package.
 * @see https://docs.github.com/rest/packages/packages#get-a-package-version-for-an-organization
 */
async function getVersion(connection, ref, id) {
    const path = (0,_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .versionPath */ .qW)(ref, id);
    try {
        const { data } = await connection.send({ method: 'GET', path, expects: 200 });
        const version = parseVersion(data, ref.type);
        if (version?.id === id)
            return version.deletedAt === null ? version : null;
    }
    catch (error) {
        if (isMissingVersion(error))
            return null;
        throw error;
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y({
        code: 'malformed',
        request: `GET ${path}`,
        problem: 'expected that version, got something else',
        status: 200
    });
}
function isMissingVersion(error) {
    const isMissing = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y && error.code === 'not-found';
    return isMissing && !/package not found/i.test(error.said);
}
/** A row of a version list; `null` for what has no id or no name. */
function parseVersion(row, type) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(row))
        return null;
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .integerAt */ .OW)(row, 'id');
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(row, 'name');
    if (id === null || name === null || name === '')
        return null;
    const createdAt = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTimestamp */ .EH)(row['created_at']);
    const updatedAt = row['updated_at'] == null ? createdAt : (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTimestamp */ .EH)(row['updated_at']);
    const deletedAt = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTimestamp */ .EH)(row['deleted_at']);
    return { id, name, tags: parseTags(row, type), createdAt, updatedAt, deletedAt };
}
/**
 * Tags of a docker version are under `tag` or `tags`: GitHub's description says both.
 *
 * @see https://docs.github.com/rest/packages/packages#get-a-package-version-for-an-organization
 */
function parseTags(row, type) {
    if (type !== 'container' && type !== 'docker')
        return [];
    const metadata = row['metadata'];
    const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(metadata) ? metadata[type] : null;
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(own))
        return null;
    const tags = own['tags'] ?? (type === 'docker' ? own['tag'] : null);
    return isTextList(tags) ? tags : null;
}
function isTextList(value) {
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}


/***/ }),

/***/ 1819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ brokenKinds),
/* harmony export */   Mh: () => (/* binding */ digestsToAsk),
/* harmony export */   fY: () => (/* binding */ missingFrom)
/* harmony export */ });
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(532);
/* harmony import */ var _named_subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8895);


/** Makes the question of ruling 31; what was not asked of the registry is not missing. */
function missingFrom(listed, unlisted) {
    return (digest) => unlisted[digest] === 'absent' && Object.hasOwn(unlisted, digest) && !listed.has(digest);
}
/**
 * In which ways a version is broken, as the package is listed: `ghost` or `partial` by its own
 * image entries alone (ruling 28), `orphaned` where it is a root and all subjects that it names
 * are missing (ruling 30), `unpullable` where the registry does not know it (ruling 9).
 */
function brokenKinds(item, isRoot, isMissing) {
    if (item.isReplacement)
        return WHOLE;
    const kinds = [];
    const entries = imageEntryDigests(item.manifest);
    const missing = entries.filter(isMissing).length;
    if (missing > 0)
        kinds.push(missing === entries.length ? 'ghost' : 'partial');
    if (isRoot && isOrphaned(item, isMissing))
        kinds.push('orphaned');
    if (item.reading === 'absent')
        kinds.push('unpullable');
    return kinds.length === 0 ? WHOLE : kinds;
}
/** In no way broken: nearly all versions are, and share the list. */
const WHOLE = [];
function isOrphaned({ version, manifest }, isMissing) {
    const subjects = (0,_named_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .namedSubjects */ .n)(version, manifest);
    return subjects.length > 0 && subjects.every(isMissing);
}
/**
 * The digests that the registry has to be asked about before a root can be called broken in
 * one of these ways (ruling 31), each once. `unlisted` is what it has said already. Empty for
 * `unpullable`, which reading the root's own manifest answers.
 */
function digestsToAsk(graph, kinds, unlisted = {}) {
    const listed = new Set();
    for (const { version } of graph.nodes.values())
        listed.add(version.name);
    const isOpen = (digest) => !listed.has(digest) && !Object.hasOwn(unlisted, digest);
    const toAsk = new Set();
    for (const id of graph.roots) {
        const node = graph.nodes.get(id);
        if (node === undefined || node.kind === 'version')
            continue;
        for (const digest of suspects(node, kinds, listed))
            if (isOpen(digest))
                toAsk.add(digest);
    }
    return [...toAsk];
}
function suspects({ version, manifest }, kinds, listed) {
    const isThere = (digest) => listed.has(digest);
    const found = [];
    const entries = imageEntryDigests(manifest);
    // One entry that is there is enough for it to be no ghost.
    const mayBeGhost = kinds.includes('ghost') && !entries.some(isThere);
    if (mayBeGhost || kinds.includes('partial'))
        found.push(...entries);
    const subjects = kinds.includes('orphaned') ? (0,_named_subject_js__WEBPACK_IMPORTED_MODULE_1__/* .namedSubjects */ .n)(version, manifest) : [];
    if (!subjects.some(isThere))
        found.push(...subjects);
    return found;
}
const NO_DIGESTS = [];
function imageEntryDigests(manifest) {
    if (manifest === null || manifest.entries.length === 0)
        return NO_DIGESTS;
    return manifest.entries.filter(_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .isImageEntry */ .AA).map(({ digest }) => digest);
}


/***/ }),

/***/ 1043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ buildGraph)
});

// EXTERNAL MODULE: ./lib/model/digest.js
var digest = __webpack_require__(4505);
// EXTERNAL MODULE: ./lib/graph/broken.js
var broken = __webpack_require__(1819);
// EXTERNAL MODULE: ./lib/graph/entry.js
var graph_entry = __webpack_require__(532);
;// CONCATENATED MODULE: ./lib/graph/fallback-index.js


/**
 * The one subject of all entries of an index that are there, or `null` where it has none that
 * is there, they have several, or one of them has none or was not read. The subject need not
 * be there.
 */
function subjectOfEntries({ entries }) {
    let common = null;
    for (const { manifest } of entries) {
        const subject = manifest?.subject ?? null;
        if (subject === null || (common !== null && subject !== common))
            return null;
        common = subject;
    }
    return common;
}
/**
 * Whether an index is there to list referrers: it has a referrers tag and no entry that could
 * run, or it lost that tag to a newer one (ruling 56). Never with a user's tag.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
function isFallbackIndex(item) {
    const { manifest, version } = item;
    if (manifest?.form !== 'index')
        return false;
    if (version.tags.length === 0)
        return subjectOfEntries(item) !== null;
    // People also tag images by content hash in this very shape (ruling 26).
    return version.tags.every(isReferrersTag) && !manifest.entries.some(graph_entry/* hasRealPlatform */.kj);
}
function isReferrersTag(tag) {
    return (0,digest/* parseHelperTag */.kp)(tag)?.suffix === '';
}

// EXTERNAL MODULE: ./lib/graph/named-subject.js
var named_subject = __webpack_require__(8895);
;// CONCATENATED MODULE: ./lib/graph/edges.js


/**
 * All edges of a container package, from what needs to what is needed (ruling 10): an index to
 * its entries, a subject to its referrers, a digest to the version whose helper tag names it,
 * a subject to a superseded fallback index (ruling 56). Edges to itself, to what is not listed
 * and to or from replacements (ruling 71) don't count.
 */
function edgesOf(listing) {
    const needs = new Lists(listing.items.length);
    const neededBy = new Lists(listing.items.length);
    const connect = (needer, needed) => {
        if (needer === needed || needer.isReplacement || needed.isReplacement)
            return;
        needs.add(needer.place, needed.version.id);
        neededBy.add(needed.place, needer.version.id);
    };
    for (const item of listing.items) {
        for (const entry of item.entries)
            connect(item, entry);
        for (const digest of subjectsOf(item)) {
            const subject = listing.byDigest.get(digest);
            if (subject !== undefined)
                connect(subject, item);
        }
    }
    return { needs: needs.tidied(), neededBy: neededBy.tidied() };
}
function subjectsOf(item) {
    const named = (0,named_subject/* namedSubjects */.n)(item.version, item.manifest);
    if (item.version.tags.length > 0)
        return named;
    const superseded = subjectOfEntries(item);
    return superseded === null ? named : [...named, superseded];
}
const NONE = [];
/** A list of ids for each place, most of them empty. */
class Lists {
    #lists;
    constructor(length) {
        this.#lists = Array.from({ length }, () => NONE);
    }
    add(place, id) {
        const list = this.#lists[place];
        if (list === undefined || list === NONE)
            this.#lists[place] = [id];
        else
            list.push(id);
    }
    tidied() {
        return this.#lists.map((list) => list.length < 2 ? list : [...new Set(list)].sort((one, other) => other - one));
    }
}

;// CONCATENATED MODULE: ./lib/graph/kind.js



/** `application/vnd.oci.image.config.v1+json` and Docker's: only images have such a config. */
const IMAGE_CONFIGS = new Set([
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json'
]);
/** @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md */
const BUILDKIT_REFERENCE = 'attestation-manifest';
const BUILDKIT_ARTIFACT = 'application/vnd.docker.attestation.manifest.v1+json';
/**
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 * @see https://github.com/notaryproject/specifications/blob/main/specs/signature-specification.md
 */
const SIGNATURE = /cosign\.(?:simplesigning|artifact\.sig)\b|notary\.(?:v2\.)?signature/i;
const SBOM = /spdx|cyclonedx|syft|\bsbom\b/i;
const ATTESTATION = /in-toto|dsse|cosign\.artifact\.att\b/i;
/** @see https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md */
const SIGSTORE_BUNDLE = /sigstore\.bundle/i;
/** What cosign 3 writes as the predicate of a plain signature. */
const SIGNATURE_PREDICATE = /sigstore\.dev\/cosign\/sign\b/i;
const KIND_OF_SUFFIX = new Map([
    ['.sig', 'signature'],
    ['.att', 'attestation'],
    ['.sbom', 'sbom']
]);
/**
 * What a version of a container package is: by its manifest; where that was not read, by its
 * cosign tag or by what an index says of it; `unknown` where nothing says so, and always where
 * the registry does not know the manifest (ruling 9). A referrer of no kind that is known here
 * is an `artifact`.
 */
function kindOf(item) {
    if (item.reading === 'absent')
        return 'unknown';
    const { manifest, descriptor } = item;
    const suffixKind = kindOfTags(item.version);
    if (manifest === null)
        return suffixKind ?? kindOfEntry(descriptor);
    if (manifest.form === 'index')
        return kindOfIndex(item);
    return suffixKind ?? kindOfManifest(manifest, descriptor);
}
/** By cosign's helper tags, where it has no user's tag (ruling 78). */
function kindOfTags({ tags }) {
    if (tags.length === 0 || tags.some(digest/* isUserTag */.Kx))
        return null;
    const kinds = tags.map((tag) => KIND_OF_SUFFIX.get((0,digest/* parseHelperTag */.kp)(tag)?.suffix ?? ''));
    return kinds.find((kind) => kind !== undefined) ?? null;
}
function kindOfIndex(item) {
    if (isFallbackIndex(item))
        return 'referrers';
    if (item.manifest === null || item.manifest.subject === null)
        return 'index';
    return kindOfTypes([item.manifest.artifactType]) ?? 'index';
}
function kindOfManifest(manifest, entry) {
    const { artifactType, configMediaType, layerMediaType, predicateType } = manifest;
    if (artifactType === BUILDKIT_ARTIFACT || entry?.referenceType === BUILDKIT_REFERENCE) {
        return 'attestation';
    }
    if (predicateType !== null)
        return kindOfPredicate(predicateType);
    const types = [artifactType, configMediaType, layerMediaType];
    // A bundle with a statement in it names the predicate.
    if (types.some((type) => type !== null && SIGSTORE_BUNDLE.test(type)))
        return 'signature';
    const typed = kindOfTypes(types);
    if (typed !== null)
        return typed;
    if (artifactType !== null)
        return 'artifact';
    return configMediaType === null || IMAGE_CONFIGS.has(configMediaType) ? 'image' : 'artifact';
}
function kindOfPredicate(predicateType) {
    if (SIGNATURE_PREDICATE.test(predicateType))
        return 'signature';
    return SBOM.test(predicateType) ? 'sbom' : 'attestation';
}
function kindOfTypes(types) {
    const text = types.filter((type) => type !== null).join(' ');
    if (SIGNATURE.test(text))
        return 'signature';
    if (SBOM.test(text))
        return 'sbom';
    return ATTESTATION.test(text) ? 'attestation' : null;
}
function kindOfEntry(entry) {
    if (entry === null)
        return 'unknown';
    if ((0,graph_entry/* isIndexEntry */.XD)(entry))
        return 'index';
    if (entry.referenceType === BUILDKIT_REFERENCE)
        return 'attestation';
    if (entry.artifactType !== null)
        return kindOfArtifactEntry(entry.artifactType);
    return (0,graph_entry/* hasRealPlatform */.kj)(entry) ? 'image' : 'unknown';
}
function kindOfArtifactEntry(artifactType) {
    if (artifactType === BUILDKIT_ARTIFACT)
        return 'attestation';
    // A descriptor does not tell a bundle with a signature from one with a statement.
    if (SIGSTORE_BUNDLE.test(artifactType))
        return 'unknown';
    return kindOfTypes([artifactType]) ?? 'artifact';
}

// EXTERNAL MODULE: ./lib/graph/listing.js
var graph_listing = __webpack_require__(9752);
// EXTERNAL MODULE: ./lib/graph/reach.js
var reach = __webpack_require__(899);
// EXTERNAL MODULE: ./lib/graph/sizes.js
var sizes = __webpack_require__(4493);
;// CONCATENATED MODULE: ./lib/graph/build-graph.js







const build_graph_NONE = [];
const UNBROKEN = [];
/**
 * Finds out who needs whom among the versions of one package. For types other than container
 * every version is a root that nothing follows. The order of `versions` does not matter; their
 * ids have to be distinct, and for container their names too (ruling 60).
 *
 * @param manifests what was read, by digest; what is not listed is not looked at
 * @param unlisted what the registry says of digests that are not listed (ruling 31)
 */
function buildGraph(type, versions, manifests, unlisted) {
    if (type !== 'container')
        return flatGraph((0,graph_listing/* newestFirst */.ll)(versions));
    const listing = (0,graph_listing/* listingOf */.K7)(versions, manifests);
    const edges = edgesOf(listing);
    const nodes = nodesOf(listing, edges, unlisted);
    const roots = [];
    for (const item of listing.items)
        if (isRoot(item, edges))
            roots.push(item.version.id);
    return { nodes, roots, circle: circleOf(nodes, roots) };
}
function flatGraph(versions) {
    const nodes = new Map();
    for (const version of versions)
        nodes.set(version.id, flatNode(version));
    return { nodes, roots: versions.map(({ id }) => id), circle: [] };
}
function flatNode(version) {
    return {
        version,
        kind: 'version',
        reading: 'unread',
        manifest: null,
        needs: build_graph_NONE,
        neededBy: build_graph_NONE,
        broken: UNBROKEN,
        sizeBytes: null,
        isReplacement: false
    };
}
/** Whether it has a user's tag, or no edge leads to it (ruling 10). */
function isRoot({ version, place, isReplacement }, { neededBy }) {
    if (isReplacement)
        return false;
    return (neededBy[place] ?? build_graph_NONE).length === 0 || version.tags.some(digest/* isUserTag */.Kx);
}
/** Those that no root leads to (ruling 57). */
function circleOf(nodes, roots) {
    const led = (0,reach/* walk */.GG)((id) => nodes.get(id)?.needs, roots);
    const circle = [];
    for (const { version, isReplacement } of nodes.values()) {
        if (!isReplacement && !led.has(version.id))
            circle.push(version.id);
    }
    return circle;
}
function nodesOf(listing, edges, unlisted) {
    const isMissing = (0,broken/* missingFrom */.fY)(listing.byDigest, unlisted);
    const nodes = new Map();
    for (const item of listing.items) {
        nodes.set(item.version.id, {
            version: item.version,
            kind: kindOf(item),
            reading: item.reading,
            manifest: item.manifest,
            needs: edges.needs[item.place] ?? build_graph_NONE,
            neededBy: edges.neededBy[item.place] ?? build_graph_NONE,
            broken: (0,broken/* brokenKinds */.DY)(item, isRoot(item, edges), isMissing),
            sizeBytes: item.manifest === null ? null : (0,sizes/* manifestBytes */.T8)(item.manifest),
            isReplacement: item.isReplacement
        });
    }
    return nodes;
}


/***/ }),

/***/ 532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ isImageEntry),
/* harmony export */   XD: () => (/* binding */ isIndexEntry),
/* harmony export */   kj: () => (/* binding */ hasRealPlatform),
/* harmony export */   nH: () => (/* binding */ mayBeIndex),
/* harmony export */   p1: () => (/* binding */ describedSiblings)
/* harmony export */ });
const IMAGE_MANIFEST_TYPES = new Set([
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
    'application/vnd.docker.distribution.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v1+prettyjws'
]);
const INDEX_TYPES = new Set([
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json'
]);
/**
 * Whether the descriptor says that it is an index itself.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/media-types.md
 */
function isIndexEntry(entry) {
    return INDEX_TYPES.has(entry.mediaType);
}
/** Whether the descriptor may be of something else than an image manifest, such as an index. */
function mayBeIndex(entry) {
    return !IMAGE_MANIFEST_TYPES.has(entry.mediaType);
}
/**
 * Whether the descriptor has a platform that something could run on; BuildKit writes
 * `unknown/unknown` for what is none (ruling 14).
 *
 * @see https://github.com/moby/buildkit/blob/master/docs/attestations/attestation-storage.md
 */
function hasRealPlatform({ platform }) {
    if (platform === null || isUnknown(platform))
        return false;
    return platform.os !== '' && platform.architecture !== '';
}
/**
 * Whether the descriptor is of an image, as ruling 28 has it. A missing platform is no matter.
 * What says that it is neither a manifest nor an index is none: BuildKit's older caches are
 * indexes of layers, which never are versions.
 */
function isImageEntry(entry) {
    return (isManifestType(entry.mediaType) &&
        entry.artifactType === null &&
        entry.referenceType === null &&
        (entry.platform === null || !isUnknown(entry.platform)));
}
function isManifestType(mediaType) {
    return mediaType === '' || IMAGE_MANIFEST_TYPES.has(mediaType) || INDEX_TYPES.has(mediaType);
}
function isUnknown({ os, architecture }) {
    return os === 'unknown' && architecture === 'unknown';
}
/**
 * What the entries of `manifest` say that they describe: the digest of the entry to that of the
 * other entry of the same index that its `vnd.docker.reference.digest` names. Entries that name
 * themselves, or what is no entry, are left out.
 */
function describedSiblings(manifest) {
    const siblings = new Set(manifest.entries.map(({ digest }) => digest));
    const described = new Map();
    for (const { digest, referenceDigest } of manifest.entries) {
        if (referenceDigest === null || referenceDigest === digest)
            continue;
        if (siblings.has(referenceDigest))
            described.set(digest, referenceDigest);
    }
    return described;
}


/***/ }),

/***/ 2311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ followedRoots)
/* harmony export */ });
/**
 * The root that each version follows, by the version's id: of the roots that lead to it the
 * newest that stays, else the newest that goes (ruling 65). Roots, members of circles and
 * replacements follow none and are not in it. Near-linear in the size of the graph.
 *
 * @param stays ids of all versions that stay
 * @param dateOf what newest means; ties go to the higher id
 */
function followedRoots(graph, stays, dateOf) {
    const followed = new Map();
    if (graph.roots.length === graph.nodes.size)
        return followed;
    const roots = new Set(graph.roots);
    const visited = new Set();
    for (const root of byPrecedence(graph, stays, dateOf)) {
        // What an earlier root came by, it went through to the end: nothing is left behind it.
        for (const id of unvisitedFrom(graph, root, visited)) {
            if (!roots.has(id))
                followed.set(id, root);
        }
    }
    return followed;
}
/** The roots that lead to anything. */
function byPrecedence({ nodes, roots }, stays, dateOf) {
    const leading = [];
    for (const id of roots) {
        const node = nodes.get(id);
        if (node === undefined || node.needs.length === 0)
            continue;
        leading.push({ id, stays: stays.has(id), date: dateOf(node.version) });
    }
    return leading
        .sort((a, b) => Number(b.stays) - Number(a.stays) || b.date - a.date || b.id - a.id)
        .map(({ id }) => id);
}
/** All that `root` leads to and nobody visited before, which then is visited. */
function unvisitedFrom(graph, root, visited) {
    if (visited.has(root))
        return [];
    visited.add(root);
    const fresh = [root];
    // The list grows while it is walked.
    for (const id of fresh) {
        for (const needed of graph.nodes.get(id)?.needs ?? []) {
            if (visited.has(needed))
                continue;
            visited.add(needed);
            fresh.push(needed);
        }
    }
    return fresh;
}


/***/ }),

/***/ 9752:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ listingOf),
/* harmony export */   MU: () => (/* binding */ readingOf),
/* harmony export */   ll: () => (/* binding */ newestFirst)
/* harmony export */ });
/**
 * Puts versions and readings together. Readings of what is not listed are not looked at, so
 * that a cache that remembers more makes no difference (ruling 14).
 */
function listingOf(versions, manifests) {
    const items = newestFirst(versions).map((version, place) => draftOf(version, place, readingOf(manifests, version.name)));
    const byDigest = new Map();
    for (const item of items)
        byDigest.set(item.version.name, item);
    for (const item of items)
        connectEntries(item, byDigest);
    for (const item of items)
        item.isReplacement = isReplacement(item);
    return { items, byDigest };
}
/** Sorts by id, highest first. The argument is left as it is. */
function newestFirst(versions) {
    return versions.toSorted((one, other) => other.id - one.id);
}
/** What became of reading `digest`, or `undefined` where nobody tried. */
function readingOf(manifests, digest) {
    const reading = manifests[digest];
    // A name is whatever the server sent, `constructor` too.
    return reading !== undefined && Object.hasOwn(manifests, digest) ? reading : undefined;
}
function draftOf(version, place, reading) {
    return {
        version,
        place,
        reading: reading?.kind ?? 'unread',
        manifest: reading?.kind === 'read' ? reading.manifest : null,
        entries: NO_DRAFTS,
        descriptor: null,
        isReplacement: false
    };
}
const NO_DRAFTS = [];
function connectEntries(item, byDigest) {
    if (item.manifest === null || item.manifest.entries.length === 0)
        return;
    item.entries = [];
    for (const descriptor of item.manifest.entries) {
        const entry = byDigest.get(descriptor.digest);
        if (entry === undefined || entry === item)
            continue;
        item.entries.push(entry);
        if (item.manifest.replacementOf === null)
            entry.descriptor ??= descriptor;
    }
}
/**
 * Ours are those that bear the annotation and have no tag but the one that it names. With any
 * other tag, or as an entry of an index, somebody has taken it into use: law 1, keep.
 */
function isReplacement({ version, manifest, descriptor }) {
    const of = manifest?.replacementOf ?? null;
    return of !== null && descriptor === null && version.tags.every((tag) => tag === of);
}


/***/ }),

/***/ 8895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ namedSubjects)
/* harmony export */ });
/* harmony import */ var _model_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4505);

const NONE = [];
/**
 * The digests that a version says it belongs to: its manifest's `subject` first, then those
 * that its helper tags name, each once and never its own (rulings 27 and 30). They need not be
 * in the package.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
function namedSubjects(version, manifest) {
    if (version.tags.length === 0 && (manifest?.subject ?? null) === null)
        return NONE;
    const named = [];
    const add = (digest) => {
        if (digest !== version.name && !named.includes(digest))
            named.push(digest);
    };
    if (manifest !== null && manifest.subject !== null)
        add(manifest.subject);
    for (const tag of version.tags) {
        const helper = (0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseHelperTag */ .kp)(tag);
        if (helper !== null)
            add(helper.digest);
    }
    return named;
}


/***/ }),

/***/ 899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GG: () => (/* binding */ walk),
/* harmony export */   dT: () => (/* binding */ imageOf),
/* harmony export */   gl: () => (/* binding */ reach)
/* harmony export */ });
/**
 * The ids of all that `from` needs, directly or through others, `from` itself included. Ids
 * that are not in the graph are left out. Circles and any depth are fine.
 */
function reach(graph, from) {
    const known = [...from].filter((id) => graph.nodes.has(id));
    return walk((id) => graph.nodes.get(id)?.needs, known);
}
/** As `reach`, where there is no graph yet: `needsOf` gives what one id needs. */
function walk(needsOf, from) {
    const reached = new Set(from);
    // A Set visits what is added while it is walked.
    for (const id of reached) {
        for (const needed of needsOf(id) ?? [])
            reached.add(needed);
    }
    return reached;
}
/** The ids of a root's image: itself first, then all that it leads to, highest first. */
function imageOf(graph, root) {
    const image = reach(graph, [root]);
    if (!image.delete(root))
        return [];
    return [root, ...[...image].sort((one, other) => other - one)];
}


/***/ }),

/***/ 5996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ik: () => (/* binding */ describersToRead),
/* harmony export */   aP: () => (/* binding */ nestedEntries),
/* harmony export */   c$: () => (/* binding */ sparedEntries),
/* harmony export */   lN: () => (/* binding */ untaggedToRead),
/* harmony export */   sL: () => (/* binding */ taggedToRead)
/* harmony export */ });
/* harmony import */ var _model_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4505);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532);
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9752);



const COSIGN_SUFFIXES = new Set(['.sig', '.att', '.sbom']);
/**
 * The tagged versions of a container package that have to be read first: all but those that
 * have cosign's helper tags only, which say what they belong to (ruling 14). Highest id first,
 * without what `manifests` has a reading of, whatever it came to.
 */
function taggedToRead(versions, manifests = {}) {
    return (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .newestFirst */ .ll)(versions)
        .filter(({ tags }) => tags.some((tag) => !isCosignTag(tag)))
        .map(({ name }) => name)
        .filter((digest) => (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .readingOf */ .MU)(manifests, digest) === undefined);
}
/**
 * The untagged versions of a container package that have to be read when anything may go, by
 * what was read so far: those that no index spares (`sparedEntries`), and those that an index
 * says are indexes themselves. Highest id first, without what there is a reading of. Readings
 * of what is not listed spare nothing: the plan must not depend on what a cache remembers
 * (ruling 14).
 */
function untaggedToRead(versions, manifests) {
    const spared = new Set();
    const nested = new Set();
    for (const { name } of versions) {
        const reading = (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .readingOf */ .MU)(manifests, name);
        if (reading?.kind !== 'read')
            continue;
        for (const digest of sparedEntries(reading.manifest))
            spared.add(digest);
        for (const digest of nestedEntries(reading.manifest))
            nested.add(digest);
    }
    return (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .newestFirst */ .ll)(versions)
        .filter(({ name }) => (0,_listing_js__WEBPACK_IMPORTED_MODULE_2__/* .readingOf */ .MU)(manifests, name) === undefined)
        .filter(({ name, tags }) => nested.has(name) || (tags.length === 0 && !spared.has(name)))
        .map(({ name }) => name);
}
/**
 * The entries of an index that need not be read once it was: those with a real platform, and
 * those that describe another entry of it (ruling 14). What may be an index itself is not
 * among them. Empty for what is no index.
 */
function sparedEntries(manifest) {
    // The entries of a replacement hang on other indexes, or on none.
    if (manifest.replacementOf !== null)
        return [];
    const described = (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .describedSiblings */ .p1)(manifest);
    return manifest.entries
        .filter((entry) => !(0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBeIndex */ .nH)(entry))
        .filter((entry) => (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .hasRealPlatform */ .kj)(entry) || described.has(entry.digest))
        .map(({ digest }) => digest);
}
/** The entries of an index that say that they are indexes, to be read whoever spares them. */
function nestedEntries(manifest) {
    return manifest.entries.filter(_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexEntry */ .XD).map(({ digest }) => digest);
}
/**
 * Of the versions that would go, those that have to be read before they do, because their
 * subject is not known: those that describe what does not go with them, and those that no
 * index spares (ruling 14). Highest id first. Only what nobody tried to read is given, so that
 * what can't be read is not asked for again.
 */
function describersToRead(graph, gone) {
    const going = new Set();
    for (const id of gone)
        going.add(graph.nodes.get(id)?.version.name ?? '');
    const { settled, doubtful } = entrySubjects(graph, going);
    return [...gone]
        .sort((one, other) => other - one)
        .flatMap((id) => graph.nodes.get(id) ?? [])
        .filter(needsReading)
        .map(({ version }) => version.name)
        .filter((digest) => doubtful.has(digest) || !settled.has(digest));
}
function needsReading({ kind, reading, version }) {
    return kind !== 'version' && reading === 'unread' && !version.tags.some(isCosignTag);
}
function entrySubjects({ nodes }, going) {
    const settled = new Set();
    const doubtful = new Set();
    for (const { manifest } of nodes.values()) {
        if (manifest === null || manifest.entries.length === 0)
            continue;
        for (const digest of sparedEntries(manifest))
            settled.add(digest);
        for (const [digest, described] of (0,_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .describedSiblings */ .p1)(manifest)) {
            if (!going.has(described))
                doubtful.add(digest);
        }
    }
    return { settled, doubtful };
}
function isCosignTag(tag) {
    return COSIGN_SUFFIXES.has((0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseHelperTag */ .kp)(tag)?.suffix ?? '');
}


/***/ }),

/***/ 5334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ relationOf)
/* harmony export */ });
/* harmony import */ var _named_subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8895);

/**
 * What `follower` is to `root`, which leads to it: `referrers` for a fallback index,
 * `referrer` for what names a subject and is of no better known kind, `part` for the rest.
 * Takes time by the number of versions that need the follower directly, not by the image.
 */
function relationOf(graph, root, follower) {
    const node = graph.nodes.get(follower);
    if (node === undefined)
        return 'part';
    if (isOwnRelation(node.kind))
        return node.kind;
    return isPart(graph, root, node) ? 'part' : 'referrer';
}
function isOwnRelation(kind) {
    return kind === 'attestation' || kind === 'signature' || kind === 'sbom' || kind === 'referrers';
}
/**
 * A version is needed either as an entry or as a referrer of what it names, so who needs it
 * unnamed has it as an entry.
 */
function isPart(graph, root, { version, manifest, neededBy }) {
    const named = (0,_named_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .namedSubjects */ .n)(version, manifest);
    const isEntryOf = (id) => {
        const needer = graph.nodes.get(id);
        return (needer !== undefined && needer.kind !== 'referrers' && !named.includes(needer.version.name));
    };
    return neededBy.includes(root) ? isEntryOf(root) : neededBy.some(isEntryOf);
}


/***/ }),

/***/ 4493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qx: () => (/* binding */ reclaimedBytes),
/* harmony export */   T8: () => (/* binding */ manifestBytes),
/* harmony export */   vb: () => (/* binding */ imageBytes)
/* harmony export */ });
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(899);

/** Bytes of the config and layers of one manifest, each blob once. 0 for an index. */
function manifestBytes(manifest) {
    const { blobs } = manifest;
    if (blobs.length > FEW || blobs.some(isDouble))
        return total(addBlobs(new Map(), manifest));
    return blobs.reduce((sum, { size }) => sum + size, 0);
}
/** Up to here each is compared with each: a map for every manifest would cost more. */
const FEW = 32;
function isDouble({ digest }, place, blobs) {
    for (let earlier = 0; earlier < place; earlier += 1) {
        if (blobs[earlier]?.digest === digest)
            return true;
    }
    return false;
}
/**
 * Bytes of the distinct blobs of the versions that go, less those that a version that stays
 * has too. Manifests that were not read (usually the platforms of an index) count on neither
 * side: what only they hold is not in the sum, and what they share is not taken off it.
 */
function reclaimedBytes(graph, gone) {
    const freed = new Map();
    for (const id of gone)
        addBlobs(freed, graph.nodes.get(id)?.manifest ?? null);
    if (freed.size === 0)
        return 0;
    for (const [id, { manifest }] of graph.nodes) {
        if (manifest === null || gone.has(id))
            continue;
        for (const { digest } of manifest.blobs)
            freed.delete(digest);
    }
    return total(freed);
}
/**
 * Bytes of the distinct blobs of a root's image, whoever shares them. `null` where that is not
 * known: the root is not in the graph, or one of its manifests was not read, signatures and
 * the like (which are small) left out of account.
 */
function imageBytes(graph, root) {
    const alone = graph.nodes.get(root);
    if (alone === undefined)
        return null;
    if (alone.needs.length === 0)
        return isUnmeasured(alone) ? null : (alone.sizeBytes ?? 0);
    const blobs = new Map();
    for (const id of (0,_reach_js__WEBPACK_IMPORTED_MODULE_0__/* .reach */ .gl)(graph, [root])) {
        const node = graph.nodes.get(id);
        if (node === undefined)
            continue;
        if (isUnmeasured(node))
            return null;
        addBlobs(blobs, node.manifest);
    }
    return total(blobs);
}
function isUnmeasured({ manifest, kind, reading }) {
    if (manifest !== null || reading === 'absent')
        return false;
    return kind !== 'attestation' && kind !== 'signature' && kind !== 'sbom';
}
function addBlobs(sizes, manifest) {
    for (const { digest, size } of manifest?.blobs ?? []) {
        sizes.set(digest, Math.min(size, sizes.get(digest) ?? size));
    }
    return sizes;
}
function total(sizes) {
    let bytes = 0;
    for (const size of sizes.values())
        bytes += size;
    return bytes;
}


/***/ }),

/***/ 9729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ connectionError),
/* harmony export */   w: () => (/* binding */ TransportError)
/* harmony export */ });
/** A request brought no answer. An answer of any status is no error here. */
class TransportError extends Error {
    name = 'TransportError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** What went wrong below, in the words of the system, and what to do where that is known. */
function connectionError(error) {
    const root = rootCause(error);
    const remedy = isUntrusted(root) ? `. ${UNTRUSTED_REMEDY}` : '';
    return new TransportError('connection', `${describe(root)}${remedy}`, { cause: error });
}
const UNTRUSTED_REMEDY = 'Node does not trust the server’s certificate: name the authority that signed it in NODE_EXTRA_CA_CERTS';
const UNTRUSTED = new Set([
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
]);
function rootCause(error) {
    let root = error;
    for (let depth = 0; depth < 8; depth += 1) {
        const next = root instanceof AggregateError ? root.errors[0] : causeOf(root);
        if (next === undefined)
            return root;
        root = next;
    }
    return root;
}
function causeOf(error) {
    return error instanceof Error ? error.cause : undefined;
}
function isUntrusted(error) {
    return error instanceof Error && 'code' in error && UNTRUSTED.has(String(error.code));
}
function describe(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.message === '' ? error.name : error.message;
}


/***/ }),

/***/ 8531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ createFetch)
});

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: ./lib/model/time.js
var time = __webpack_require__(588);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/http/errors.js
var errors = __webpack_require__(9729);
;// CONCATENATED MODULE: ./lib/http/deadline.js



/**
 * Cuts a request off when it takes too long in all, when nothing arrives for too long, or
 * when its caller gives it up. Must be closed at the end, or its timers run on.
 */
class Deadline {
    #controller = new AbortController();
    #total;
    #idle;
    #outer;
    #giveUp = () => this.#controller.abort(this.#outer?.reason);
    constructor(totalMs, idleMs, outer) {
        this.#outer = outer;
        // One listener for each request under way is no leak.
        if (outer !== null)
            (0,external_node_events_.setMaxListeners)(0, outer);
        this.#total = this.#abortAfter(totalMs, `took longer than ${totalMs / time/* SECOND_MS */._L} s`);
        this.#idle = this.#abortAfter(idleMs, `nothing came for ${idleMs / time/* SECOND_MS */._L} s`);
        if (outer?.aborted === true)
            this.#giveUp();
        else
            outer?.addEventListener('abort', this.#giveUp, { once: true });
    }
    /** Aborted with a `TransportError` of code `timed-out`, or with the caller's reason. */
    get signal() {
        return this.#controller.signal;
    }
    /** Says that something arrived. */
    touch() {
        this.#idle.refresh();
    }
    close() {
        clearTimeout(this.#total);
        clearTimeout(this.#idle);
        this.#outer?.removeEventListener('abort', this.#giveUp);
    }
    #abortAfter(ms, why) {
        return setTimeout(() => this.#controller.abort(new errors/* TransportError */.w('timed-out', why)), ms);
    }
}

;// CONCATENATED MODULE: ./lib/http/proxy.js
const DEFAULT_PORTS = { 'http:': '80', 'https:': '443' };
/**
 * The proxy through which `url` is to be reached, or `null` for none: `http_proxy` or
 * `https_proxy` by the URL's scheme, unless `no_proxy` names the host. The same names in
 * capitals count where the small ones are not set. Loopback is reached directly unless
 * `proxyLoopback`.
 *
 * @see https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners/using-a-proxy-server-with-self-hosted-runners
 */
function proxyFor(url, environment, proxyLoopback = false) {
    const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
    const proxy = read(environment, name);
    if (proxy === '' || (!proxyLoopback && isLoopback(url.hostname)))
        return null;
    if (isExcluded(url, read(environment, 'no_proxy')))
        return null;
    return /^https?:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}
function read(environment, name) {
    return (environment[name] ?? environment[name.toUpperCase()] ?? '').trim();
}
/** Whether `hostname`, as `URL` writes it, is this very machine. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
function isExcluded(url, noProxy) {
    const host = url.hostname.toLowerCase();
    const port = url.port === '' ? DEFAULT_PORTS[url.protocol] : url.port;
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => covers(entry, host) || covers(entry, `${host}:${port}`));
}
/** `host`, `.host` and `*.host` all stand for the host and what lies below it. */
function covers(entry, host) {
    if (entry === '*')
        return true;
    const bare = entry.replace(/^\*?\./, '');
    return bare !== '' && (host === bare || host.endsWith(`.${bare}`));
}

;// CONCATENATED MODULE: ./lib/http/dispatchers.js



// Time-outs of a whole request are kept by Deadline; undici's own are too coarse for it.
const AGENT_OPTIONS = { headersTimeout: 0, bodyTimeout: 0 };
const CONNECT = { timeout: 10 * time/* SECOND_MS */._L };
/**
 * Chooses how to reach an address: directly or through its proxy. Connections are kept alive
 * and shared; their number is not limited here.
 */
function createDispatchers(environment, proxyLoopback) {
    const byProxy = new Map();
    return (url) => {
        const proxy = proxyFor(url, environment, proxyLoopback);
        const dispatcher = byProxy.get(proxy) ?? createDispatcher(proxy);
        byProxy.set(proxy, dispatcher);
        return dispatcher;
    };
}
function createDispatcher(proxy) {
    if (proxy === null)
        return new undici.Agent({ ...AGENT_OPTIONS, connect: CONNECT });
    return new undici.ProxyAgent({ ...AGENT_OPTIONS, uri: proxy, requestTls: CONNECT, proxyTls: CONNECT });
}

;// CONCATENATED MODULE: ./lib/http/redirect.js

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const CREDENTIALS = new Set(['authorization', 'cookie', 'proxy-authorization']);
const BODY_HEADERS = new Set(['content-type', 'content-length', 'content-encoding']);
/**
 * Where a redirect leads; `null` where the answer is none. Credentials stay behind when the
 * origin changes, and do not come back on a later hop. Methods change as fetch changes them.
 *
 * @throws TransportError `redirect`: from https to http, to another scheme, with credentials
 *   in the address, or to something that is no address.
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
function nextHop(hop, status, location) {
    if (!REDIRECTS.has(status) || location === null || location.trim() === '')
        return null;
    const url = target(hop.url, location);
    const turned = becomesGet(hop.method, status);
    const dropped = new Set([
        ...(url.origin === hop.url.origin ? [] : CREDENTIALS),
        ...(turned ? BODY_HEADERS : [])
    ]);
    return {
        method: turned ? 'GET' : hop.method,
        url,
        headers: hop.headers.filter(([name]) => !dropped.has(name.toLowerCase())),
        sendsBody: hop.sendsBody && !turned
    };
}
function target(from, location) {
    if (!URL.canParse(location, from.href))
        throw refused(from, 'to something that is no address');
    const url = new URL(location, from);
    if (from.protocol === 'https:' && url.protocol === 'http:') {
        throw refused(from, `from https to http at ${url.host}`);
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        throw refused(from, `to ${url.protocol}`);
    if (url.username !== '' || url.password !== '')
        throw refused(from, 'with credentials in it');
    return url;
}
function refused(from, why) {
    return new errors/* TransportError */.w('redirect', `${from.host} redirects ${why}, which is not followed`);
}
function becomesGet(method, status) {
    if (status === 303)
        return method !== 'GET' && method !== 'HEAD';
    return (status === 301 || status === 302) && method === 'POST';
}

;// CONCATENATED MODULE: ./lib/http/fetch.js






const MAX_REDIRECTS = 5;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
/**
 * Makes the `fetch` that REST and registry clients share: through the environment's proxy,
 * with time-outs and a limit on the body, keeping connections alive, and following at most
 * five redirects without ever handing credentials to another origin.
 */
function createFetch(options = {}) {
    const dispatcherFor = createDispatchers(options.environment ?? {}, options.proxyLoopback ?? false);
    const totalMs = options.totalTimeoutMs ?? time/* MINUTE_MS */.kg;
    const idleMs = options.idleTimeoutMs ?? 30 * time/* SECOND_MS */._L;
    return async (url, init = {}) => {
        const deadline = new Deadline(totalMs, idleMs, init.signal ?? null);
        try {
            const first = firstHop(url, init);
            const { response, from } = await follow(first, init.body ?? null, dispatcherFor, deadline);
            const body = await readBody(response, options.maxBodyBytes ?? MAX_BODY_BYTES, deadline);
            return answer(response, from, body);
        }
        catch (error) {
            if (deadline.signal.aborted)
                throw deadline.signal.reason;
            throw error instanceof errors/* TransportError */.w ? error : (0,errors/* connectionError */.$)(error);
        }
        finally {
            deadline.close();
        }
    };
}
function firstHop(url, init) {
    return {
        method: (init.method ?? 'GET').toUpperCase(),
        url: new URL(url),
        headers: Object.entries(init.headers ?? {}),
        sendsBody: true
    };
}
async function follow(first, body, dispatcherFor, deadline) {
    let hop = first;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
        const response = await (0,undici.fetch)(hop.url, {
            method: hop.method,
            headers: hop.headers.map(([name, value]) => [name, value]),
            body: hop.sendsBody ? body : null,
            redirect: 'manual',
            signal: deadline.signal,
            dispatcher: dispatcherFor(hop.url)
        });
        deadline.touch();
        const next = nextHop(hop, response.status, response.headers.get('location'));
        if (next === null)
            return { response, from: hop.url };
        await response.body?.cancel();
        hop = next;
    }
    throw new errors/* TransportError */.w('redirect', `more than ${MAX_REDIRECTS} redirects from ${first.url.host}`);
}
async function readBody(response, maxBytes, deadline) {
    const body = response.body;
    if (body === null)
        return Buffer.alloc(0);
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
        deadline.touch();
        bytes += chunk.byteLength;
        if (bytes > maxBytes)
            throw new errors/* TransportError */.w('too-large', `more than ${maxBytes} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
const WITHOUT_BODY = new Set([204, 205, 304]);
function answer({ status, statusText, headers }, from, body) {
    const kept = new Headers([...headers]);
    // Both would speak of the bytes before decompression.
    if (kept.has('content-encoding'))
        kept.delete('content-length');
    kept.delete('content-encoding');
    const init = { status, statusText, headers: kept };
    const made = new Response(WITHOUT_BODY.has(status) ? null : body, init);
    // One that is made has no address of its own; callers ask it whether a redirect led away.
    return Object.defineProperty(made, 'url', { value: from.href });
}


/***/ }),

/***/ 6588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ BROKEN_KINDS)
/* harmony export */ });
const BROKEN_KINDS = ['ghost', 'partial', 'orphaned', 'unpullable'];


/***/ }),

/***/ 4505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kx: () => (/* binding */ isUserTag),
/* harmony export */   kp: () => (/* binding */ parseHelperTag),
/* harmony export */   q9: () => (/* binding */ isSha256Digest)
/* harmony export */ });
const SHA256 = /^sha256:[0-9a-f]{64}$/;
/** Whether `text` is `sha256:` and 64 lower-case hex digits. */
function isSha256Digest(text) {
    return SHA256.test(text);
}
const HELPER_TAG = /^sha256-([0-9a-f]{64})(?:(\.[A-Za-z0-9._-]+))?$/i;
/** Without a suffix. */
const HELPER_TAG_LENGTH = 'sha256-'.length + 64;
/**
 * Reads a helper tag: the referrers fallback tag of the OCI distribution specification
 * (`sha256-<64 hex>`) or cosign's (`.sig`, `.att`, `.sbom` and the like). `null` for a
 * user's tag. Ruling 27 gives the shape.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#referrers-tag-schema
 */
function parseHelperTag(tag) {
    // Millions of tags are asked, and nearly all are shorter.
    if (tag.length < HELPER_TAG_LENGTH)
        return null;
    const match = HELPER_TAG.exec(tag);
    if (match?.[1] === undefined)
        return null;
    return { digest: `sha256:${match[1].toLowerCase()}`, suffix: match[2] ?? '' };
}
/** Whether a person meant this tag, as opposed to a helper tag. */
function isUserTag(tag) {
    return parseHelperTag(tag) === null;
}


/***/ }),

/***/ 5149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   be: () => (/* binding */ isZero),
/* harmony export */   tW: () => (/* binding */ isOlder),
/* harmony export */   wM: () => (/* binding */ NO_TIME),
/* harmony export */   xX: () => (/* binding */ limitBefore)
/* harmony export */ });
/* unused harmony exports isNewer, formatAge, formatDuration */
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);

/** The earliest instant that a `Date` can hold. */
const EARLIEST = -8.64e15;
/** No time at all: `0`. It switches a condition off (ruling 38). */
const NO_TIME = { months: 0, exactMs: 0, text: '0' };
/** Whether the duration is no time, and so switches its condition off (ruling 38). */
function isZero(duration) {
    return duration.months === 0 && duration.exactMs === 0;
}
/**
 * The instant that lies `duration` before `now`: months and years first, the day cut to the
 * last of the month that this leads to, then the exact part (ruling 19). What would lie
 * before all that a date can hold is the earliest instant that it can.
 */
function limitBefore(now, duration) {
    const limit = monthsBefore(now, duration.months) - duration.exactMs;
    return Number.isNaN(limit) ? EARLIEST : Math.max(limit, EARLIEST);
}
function monthsBefore(now, months) {
    if (months === 0)
        return now;
    const date = new Date(now);
    const day = date.getUTCDate();
    // From the first of the month: from the 31st, setUTCMonth would run over into the next.
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() - months);
    date.setUTCDate(Math.min(day, daysInMonth(date)));
    return date.getTime();
}
function daysInMonth(date) {
    const last = new Date(date);
    last.setUTCMonth(last.getUTCMonth() + 1, 0);
    return last.getUTCDate();
}
/**
 * Whether `date` lies before the limit. Exactly at the limit is not older; `0` holds for all
 * (ruling 38).
 */
function isOlder(date, now, duration) {
    return isZero(duration) || date < limitBefore(now, duration);
}
/** The opposite of {@link isOlder}, without a gap: `0` holds for none (ruling 38). */
function isNewer(date, now, duration) {
    return !isOlder(date, now, duration);
}
const AGE_UNITS = [
    [_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO, 'day'],
    [_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ, 'hour'],
    [_time_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE_MS */ .kg, 'minute'],
    [_time_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND_MS */ ._L, 'second']
];
/**
 * An age in its largest unit, rounded down: `12 days`, `1 hour`. Days are the largest, for
 * months are not all of one length. Less than a second, or less than nothing, is `0 seconds`.
 */
function formatAge(ageMs) {
    const [unitMs, unit] = AGE_UNITS.find(([ms]) => ageMs >= ms) ?? [SECOND_MS, 'second'];
    return counted(Math.max(0, Math.floor(ageMs / unitMs)), unit);
}
/** A duration in long words, equal for equal lengths: `1 year 2 months 3 days`; `no time` for 0. */
function formatDuration({ months, exactMs }) {
    const parts = [
        [Math.floor(months / 12), 'year'],
        [months % 12, 'month']
    ];
    let rest = exactMs;
    for (const [unitMs, unit] of AGE_UNITS) {
        parts.push([Math.floor(rest / unitMs), unit]);
        rest %= unitMs;
    }
    const written = parts.filter(([count]) => count > 0).map(([count, unit]) => counted(count, unit));
    return written.length === 0 ? 'no time' : written.join(' ');
}
function counted(count, unit) {
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 1004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ MAX_MANIFEST_BYTES),
/* harmony export */   r: () => (/* binding */ REPLACEMENT_ANNOTATION)
/* harmony export */ });
/** The annotation on a manifest that stands in for one whose tag is being removed. Its value is the tag. */
const REPLACEMENT_ANNOTATION = 'io.github.package-retention.untagged';
/** More than this many bytes is no manifest. @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;


/***/ }),

/***/ 9969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zc: () => (/* binding */ PACKAGE_TYPES),
/* harmony export */   kS: () => (/* binding */ hasTags),
/* harmony export */   lL: () => (/* binding */ packageLabel)
/* harmony export */ });
/**
 * The six types of packages that GitHub's REST API knows. `container` is ghcr.io,
 * `docker` the older docker.pkg.github.com; Gradle packages have the type `maven`.
 *
 * @see https://docs.github.com/rest/packages/packages
 */
const PACKAGE_TYPES = ['container', 'docker', 'npm', 'maven', 'nuget', 'rubygems'];
/** Whether versions of this type have tags; for the others the version's name stands in. */
function hasTags(type) {
    return type === 'container' || type === 'docker';
}
/** `owner/name (type)`: how logs and errors name a package. */
function packageLabel({ owner, type, name }) {
    return `${owner.login}/${name} (${type})`;
}


/***/ }),

/***/ 7227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5149);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(588);


const SHORT_UNITS = new Map([
    ['s', 'second'],
    ['m', 'minute'],
    ['h', 'hour'],
    ['d', 'day'],
    ['w', 'week'],
    ['mo', 'month'],
    ['y', 'year']
]);
const LONG_UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
const EXACT_MS = {
    second: _time_js__WEBPACK_IMPORTED_MODULE_1__/* .SECOND_MS */ ._L,
    minute: _time_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE_MS */ .kg,
    hour: _time_js__WEBPACK_IMPORTED_MODULE_1__/* .HOUR_MS */ .iQ,
    day: _time_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .sO,
    week: 7 * _time_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .sO
};
/** Nobody means more, and what dates can hold is not much further. */
const MAX_YEARS = 1000;
const EXAMPLES = 'expected a duration such as 30d, 36h, 2w, 6mo, 1y or P30D';
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const ISO_UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
/**
 * Reads a duration: `30d`, `1w 2d`, `2 weeks`, `P1Y2M`, `PT12H`, or `0` alone. Units of words
 * are in any letter case, but for `M`, which could be a minute or a month; ISO 8601 is in
 * capitals. Numbers are whole; each unit stands once.
 */
function parseDuration(text) {
    const trimmed = text.trim();
    const why = faultOf(trimmed);
    if (why !== null)
        return { ok: false, why };
    if (trimmed === '0')
        return { ok: true, duration: _duration_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_TIME */ .wM };
    const parts = /^p/i.test(trimmed) ? isoParts(trimmed) : wordParts(trimmed);
    return typeof parts === 'string' ? { ok: false, why: parts } : durationOf(parts, trimmed);
}
/** What is wrong with it whatever the form, or `null`. */
function faultOf(text) {
    if (text === '')
        return `it is empty; ${EXAMPLES}`;
    if (/(^|\s)-/.test(text))
        return `a duration can't be negative; ${EXAMPLES}`;
    if (/\d[.,]\d/.test(text))
        return 'only whole numbers: write 36h instead of 1.5d';
    if (/^\d+$/.test(text) && text !== '0') {
        return `the unit is missing: ${text}d is days, ${text}h hours, ${text}mo months`;
    }
    return null;
}
function isoParts(text) {
    const match = ISO.exec(text);
    if (match === null || /[PT]$/.test(text)) {
        const inCapitals = ISO.test(text.toUpperCase()) && !/[PT]$/i.test(text);
        return inCapitals
            ? `ISO 8601 is written in capitals: ${text.toUpperCase()}`
            : `not an ISO 8601 duration such as P30D, P1Y2M or PT12H`;
    }
    return ISO_UNITS.flatMap((unit, i) => {
        const digits = match[i + 1];
        return digits === undefined ? [] : [[Number(digits), unit]];
    });
}
function wordParts(text) {
    const parts = [];
    // A number and its word may stand apart, two pairs have to.
    for (const piece of text.replace(/(\d)\s+(?=[^\d\s])/g, '$1').split(/\s+/)) {
        const match = /^(\d+)(\p{L}*)$/u.exec(piece);
        if (match?.[1] === undefined || match[2] === undefined)
            return faultOfPiece(piece);
        const unit = unitOf(match[2]);
        if (unit === null)
            return faultOfUnit(match[1], match[2]);
        if (parts.some(([, earlier]) => earlier === unit))
            return `${unit}s are named twice`;
        parts.push([Number(match[1]), unit]);
    }
    return parts;
}
function unitOf(word) {
    if (word === 'M')
        return null;
    const lower = word.toLowerCase();
    const long = LONG_UNITS.find((unit) => lower === unit || lower === `${unit}s`);
    return long ?? SHORT_UNITS.get(lower) ?? null;
}
function faultOfPiece(piece) {
    return /^\d+[a-z]+\d/i.test(piece)
        ? `put a space between the parts of "${piece}", as in 1w 2d`
        : `"${piece}" is not a number with a unit; ${EXAMPLES}`;
}
function faultOfUnit(digits, word) {
    if (word === '')
        return `the unit of ${digits} is missing; ${EXAMPLES}`;
    if (word === 'M')
        return `M is ambiguous: ${digits}m is minutes, ${digits}mo is months`;
    return `"${word}" is no unit; use s, m (minutes), h, d, w, mo (months), y or the whole word`;
}
function durationOf(parts, text) {
    let months = 0;
    let exactMs = 0;
    for (const [count, unit] of parts) {
        if (unit === 'year')
            months += 12 * count;
        else if (unit === 'month')
            months += count;
        else
            exactMs += count * EXACT_MS[unit];
    }
    const years = months / 12 + exactMs / (365.25 * _time_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .sO);
    if (years > MAX_YEARS)
        return { ok: false, why: `it is longer than ${MAX_YEARS} years` };
    return { ok: true, duration: { months, exactMs, text } };
}


/***/ }),

/***/ 588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _L: () => (/* binding */ SECOND_MS),
/* harmony export */   iQ: () => (/* binding */ HOUR_MS),
/* harmony export */   kg: () => (/* binding */ MINUTE_MS),
/* harmony export */   sO: () => (/* binding */ DAY_MS)
/* harmony export */ });
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;


/***/ }),

/***/ 6282:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ exceededLimits)
/* harmony export */ });
/**
 * The limits that a run goes beyond, by ruling 59: versions decided `delete` count, children
 * too, tags taken off do not; beyond means more than. One package over its share is enough.
 */
function exceededLimits(plans) {
    const counted = plans.map(({ plan, limits }) => ({
        package: plan.package,
        limits,
        deletions: plan.versions.filter(({ decision }) => decision === 'delete').length,
        versions: plan.versions.length
    }));
    const shares = counted.flatMap(({ limits, ...rest }) => limits.flatMap((limit) => limit.kind === 'share' && isBeyond(rest, limit.percent) ? [{ limit, ...rest }] : []));
    return [...exceededCounts(counted), ...shares];
}
/** Digits after the point of a share that count: a decimal such as 1.15 is no exact number. */
const SHARE_SCALE = 1e6;
function isBeyond({ deletions, versions }, percent) {
    return deletions * 100 * SHARE_SCALE > Math.round(percent * SHARE_SCALE) * versions;
}
function exceededCounts(counted) {
    const deletions = sum(counted.map((one) => one.deletions));
    const versions = sum(counted.map((one) => one.versions));
    const lowest = Math.min(...counted.flatMap(({ limits }) => limits.flatMap((limit) => (limit.kind === 'count' ? [limit.count] : []))));
    return deletions > lowest
        ? [{ limit: { kind: 'count', count: lowest }, package: null, deletions, versions }]
        : [];
}
function sum(numbers) {
    return numbers.reduce((total, one) => total + one, 0);
}


/***/ }),

/***/ 3124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ firstNeeders),
/* harmony export */   q: () => (/* binding */ needingRoots)
/* harmony export */ });
/* harmony import */ var _policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7016);

/** Ids of the roots among `ids` that need anything, newest first, ties by the higher id (ruling 65). */
function needingRoots(graph, ids, ageBy) {
    const versions = [];
    for (const id of graph.roots) {
        const node = graph.nodes.get(id);
        if (node !== undefined && node.needs.length > 0 && ids.has(id))
            versions.push(node.version);
    }
    return versions
        .sort((a, b) => (0,_policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_0__/* .dateOf */ .Q$)(b, ageBy) - (0,_policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_0__/* .dateOf */ .Q$)(a, ageBy) || b.id - a.id)
        .map(({ id }) => id);
}
/**
 * For each version that one of `roots` needs, the first of them that does, by id; a root that
 * an earlier or a later one needs is in it too. Near-linear in the size of the graph.
 */
function firstNeeders(graph, roots) {
    const needers = new Map();
    const seen = new Set();
    for (const root of roots) {
        const fresh = [root];
        // The list grows while it is walked; what an earlier root came by is done with.
        for (const id of fresh) {
            for (const needed of graph.nodes.get(id)?.needs ?? []) {
                if (needed !== root && !needers.has(needed))
                    needers.set(needed, root);
                if (seen.has(needed))
                    continue;
                seen.add(needed);
                fresh.push(needed);
            }
        }
    }
    return needers;
}


/***/ }),

/***/ 8617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ unseenPlan),
/* harmony export */   _: () => (/* binding */ frozenPlan)
/* harmony export */ });
/* harmony import */ var _graph_followed_root_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2311);
/* harmony import */ var _graph_sizes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4493);
/* harmony import */ var _list_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(238);



/**
 * The plan of a package in which nothing may go (law 3): every version stays, for the same
 * reason. `graph` is `null` where the list itself made no sense.
 */
function frozenPlan(inventory, graph, freeze, warnings) {
    return {
        package: inventory.package,
        frozen: freeze,
        packageDecision: null,
        lastVersionFailure: null,
        versions: frozenVersions(inventory, graph, freeze),
        warnings: [{ code: 'frozen', freeze }, ...warnings],
        reclaimedBytes: 0
    };
}
/** The plan of a package of which not even its versions are known. */
function unseenPlan(ref, freeze) {
    return {
        package: ref,
        frozen: freeze,
        packageDecision: null,
        lastVersionFailure: null,
        versions: [],
        warnings: [{ code: 'frozen', freeze }],
        reclaimedBytes: 0
    };
}
function frozenVersions(inventory, graph, freeze) {
    const everyone = new Set(graph?.nodes.keys());
    const followed = graph === null ? null : (0,_graph_followed_root_js__WEBPACK_IMPORTED_MODULE_1__/* .followedRoots */ .M)(graph, everyone, ({ createdAt }) => createdAt);
    const unknownKind = inventory.package.type === 'container' ? 'unknown' : 'version';
    const roots = new Set(graph?.roots);
    return (0,_list_check_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctVersions */ .G)(inventory.versions).map((version) => {
        const node = graph?.nodes.get(version.id);
        return {
            version,
            kind: node?.kind ?? unknownKind,
            sizeBytes: graph !== null && roots.has(version.id)
                ? (0,_graph_sizes_js__WEBPACK_IMPORTED_MODULE_2__/* .imageBytes */ .vb)(graph, version.id)
                : (node?.sizeBytes ?? null),
            root: followed?.get(version.id) ?? null,
            decision: 'keep',
            rule: null,
            reason: { code: 'frozen', freeze },
            untag: []
        };
    });
}


/***/ }),

/***/ 6870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ findLastVersion)
/* harmony export */ });
/* harmony import */ var _graph_reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(899);
/* harmony import */ var _policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7016);
/* harmony import */ var _roots_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1182);



/**
 * Whether the plan would leave what GitHub refuses to leave, by ruling 23: (a) a container
 * without its last user-tagged version, (b) one with helper tags only without its last tagged
 * one, (c) any package without a version. `null` where it would not.
 */
function findLastVersion(graph, type, { stays, untag }, ageBy) {
    if (type === 'container' && keepsUserTag(graph, { stays, untag }))
        return null;
    const wholes = [...graph.nodes.values()].filter(({ isReplacement }) => !isReplacement);
    const userTagged = wholes.filter(({ version }) => (0,_roots_js__WEBPACK_IMPORTED_MODULE_0__/* .userTagsOf */ .Q4)(version, type).length > 0);
    const tagged = wholes.filter(({ version }) => version.tags.length > 0);
    const newest = newestRoot(graph, ageBy);
    if (type === 'container' && userTagged.length > 0) {
        const ids = new Set(userTagged.map(({ version }) => version.id));
        return newest('tagged', (id) => ids.has(id));
    }
    if (type === 'container' && tagged.length > 0) {
        if (tagged.some(({ version }) => stays.has(version.id)))
            return null;
        const ids = new Set(tagged.map(({ version }) => version.id));
        return newest('helper-tagged', (id) => (0,_graph_reach_js__WEBPACK_IMPORTED_MODULE_1__/* .imageOf */ .dT)(graph, id).some((part) => ids.has(part)));
    }
    const someStay = wholes.some(({ version }) => stays.has(version.id));
    return someStay ? null : newest('any', () => true);
}
/** Whether a version with a user's tag stays and keeps one of them. */
function keepsUserTag({ nodes }, { stays, untag }) {
    for (const { version, isReplacement } of nodes.values()) {
        if (isReplacement || !stays.has(version.id))
            continue;
        const left = untag.get(version.id)?.length ?? 0;
        if ((0,_roots_js__WEBPACK_IMPORTED_MODULE_0__/* .userTagsOf */ .Q4)(version, 'container').length > left)
            return true;
    }
    return false;
}
/** Finds the newest root that qualifies, ties by the higher id (ruling 24). */
function newestRoot(graph, ageBy) {
    return (why, qualifies) => {
        let newest = null;
        // Roots come highest id first, so that only a later date takes the place.
        for (const id of graph.roots) {
            const version = graph.nodes.get(id)?.version;
            if (version === undefined)
                continue;
            const date = (0,_policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_2__/* .dateOf */ .Q$)(version, ageBy);
            if ((newest === null || date > newest.date) && qualifies(id))
                newest = { id, date };
        }
        return newest === null ? null : { case: why, root: newest.id };
    };
}


/***/ }),

/***/ 238:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ distinctVersions),
/* harmony export */   R: () => (/* binding */ checkList)
/* harmony export */ });
/* harmony import */ var _model_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4505);
/* harmony import */ var _model_package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);


/**
 * Each version once, by id, highest first (ruling 60). Where entries of one id differ, for the
 * list moved while it was read, their tags are put together and the younger dates hold: in
 * doubt, keep.
 */
function distinctVersions(listed) {
    // As GitHub mostly lists them, or the other way round.
    if (isFalling(listed))
        return listed;
    const turned = listed.toReversed();
    if (isFalling(turned))
        return turned;
    const byId = new Map();
    for (const version of listed) {
        const earlier = byId.get(version.id);
        byId.set(version.id, earlier === undefined ? version : joined(earlier, version));
    }
    return [...byId.values()].sort((a, b) => b.id - a.id);
}
function isFalling(listed) {
    let before = Infinity;
    for (const { id } of listed) {
        if (id >= before)
            return false;
        before = id;
    }
    return true;
}
function joined(one, other) {
    return {
        id: one.id,
        name: one.name < other.name ? one.name : other.name,
        tags: joinedTags(one.tags, other.tags),
        createdAt: younger(one.createdAt, other.createdAt),
        updatedAt: younger(one.updatedAt, other.updatedAt),
        deletedAt: one.deletedAt ?? other.deletedAt
    };
}
function joinedTags(one, other) {
    if (one === null || other === null)
        return null;
    if (one.length === other.length && one.every((tag, at) => tag === other[at]))
        return one;
    return [...new Set([...one, ...other])].sort();
}
function younger(one, other) {
    return one === null || other === null ? null : Math.max(one, other);
}
/** Checks a list for what would make any decision on it a guess (rulings 21, 33 and 60). */
function checkList(inventory) {
    const { type } = inventory.package;
    const versions = [];
    for (const listed of distinctVersions(inventory.versions)) {
        const version = completeVersion(listed, (0,_model_package_js__WEBPACK_IMPORTED_MODULE_1__/* .hasTags */ .kS)(type));
        if ('code' in version)
            return { ok: false, freeze: version };
        versions.push(version);
    }
    const contradiction = (0,_model_package_js__WEBPACK_IMPORTED_MODULE_1__/* .hasTags */ .kS)(type)
        ? (tagOnTwo(versions) ?? (type === 'container' ? digestOnTwo(versions) : null))
        : null;
    return contradiction === null ? { ok: true, versions } : { ok: false, freeze: contradiction };
}
function completeVersion(listed, tagged) {
    const { id, name, createdAt, updatedAt } = listed;
    if (createdAt === null || updatedAt === null)
        return { code: 'missing-date', id, name };
    if (tagged && listed.tags === null)
        return { code: 'missing-tags', id, name };
    if (tagged && isComplete(listed))
        return listed;
    return { id, name, tags: [], createdAt, updatedAt, deletedAt: null };
}
function isComplete(listed) {
    const { tags, createdAt, updatedAt } = listed;
    return tags !== null && createdAt !== null && updatedAt !== null;
}
function tagOnTwo(versions) {
    const holder = new Map();
    for (const { id, tags } of versions) {
        for (const tag of tags) {
            const other = holder.get(tag);
            if (other !== undefined && other !== id && (0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserTag */ .Kx)(tag)) {
                return { code: 'tag-on-two-versions', tag, ids: [other, id] };
            }
            holder.set(tag, id);
        }
    }
    return null;
}
function digestOnTwo(versions) {
    const names = new Set();
    for (const { id, name } of versions) {
        const before = names.size;
        names.add(name);
        if (names.size === before) {
            const other = versions.find((version) => version.name === name)?.id ?? id;
            return { code: 'digest-on-two-versions', digest: name, ids: [other, id] };
        }
    }
    return null;
}


/***/ }),

/***/ 947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ checkManifests)
/* harmony export */ });
/* harmony import */ var _model_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);

/**
 * Why a package whose list makes sense is frozen all the same: a manifest that had to be read
 * could not be, or may be there and not listed yet (rulings 9 and 31). `null` where nothing is
 * in the way. Of several reasons the one about the highest id is given.
 */
function checkManifests({ package: { type }, manifests, unlisted }, versions, now) {
    if (type !== 'container')
        return null;
    for (const { name, createdAt } of versions) {
        const reading = manifests[name];
        if (reading?.kind === 'unreadable') {
            return reading.isForPackage === true
                ? { code: 'registry-refused', why: reading.why }
                : { code: 'unreadable-manifest', digest: name, why: reading.why };
        }
        if (reading?.kind === 'absent' && now - createdAt <= _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO) {
            return { code: 'young-unknown-manifest', digest: name };
        }
    }
    const asked = Object.keys(unlisted).sort();
    const listed = new Set(asked.length === 0 ? [] : versions.map(({ name }) => name));
    for (const digest of asked) {
        // What was not listed when the registry was asked may be by now.
        if (listed.has(digest))
            continue;
        if (unlisted[digest] === 'present')
            return { code: 'not-listed-yet', digest };
        if (unlisted[digest] === 'unreadable')
            return { code: 'unreadable-entry', digest };
    }
    return null;
}


/***/ }),

/***/ 8095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ OUTCOMES)
/* harmony export */ });
const OUTCOMES = [
    'deleted',
    'untagged',
    'restored',
    'gone',
    'retained',
    'blocked',
    'skipped',
    'failed',
    'remaining'
];


/***/ }),

/***/ 9744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vm: () => (/* binding */ contextOf),
  K5: () => (/* binding */ deliberate),
  cQ: () => (/* binding */ graphOf),
  Gv: () => (/* binding */ planPackage)
});

// EXTERNAL MODULE: ./lib/graph/build-graph.js + 3 modules
var build_graph = __webpack_require__(1043);
// EXTERNAL MODULE: ./lib/graph/sizes.js
var sizes = __webpack_require__(4493);
// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/policy/evaluate.js
var evaluate = __webpack_require__(7127);
// EXTERNAL MODULE: ./lib/graph/reach.js
var reach = __webpack_require__(899);
// EXTERNAL MODULE: ./lib/plan/last-version.js
var last_version = __webpack_require__(6870);
// EXTERNAL MODULE: ./lib/plan/root-fate.js
var root_fate = __webpack_require__(6286);
;// CONCATENATED MODULE: ./lib/plan/decide.js



/**
 * Steps 4 to 6 of the decision: what staying roots need stays with them, the rest of what
 * wants to go goes with all that only it needs, and GitHub's refusals are planned around.
 */
function divide(graph, type, fates, settings) {
    const wanted = divideAround(graph, fates, null);
    if (wanted.goes.size === 0 && wanted.untag.size === 0)
        return wanted;
    const last = (0,last_version/* findLastVersion */.M)(graph, type, wanted, settings.ageBy);
    if (last === null)
        return wanted;
    switch (settings.lastVersion) {
        case 'fail':
            return { ...nothingGoes(graph), lastVersion: last, failed: true };
        case 'delete-package':
            return wanted.stays.size === 0
                ? { ...wanted, lastVersion: last, packageGoes: true }
                : divideAround(graph, fates, last);
        case 'keep':
            return divideAround(graph, fates, last);
    }
}
/** A package in which nothing goes. */
function nothingGoes(graph) {
    return {
        stays: new Set(graph.nodes.keys()),
        goes: new Set(),
        untag: new Map(),
        lastVersion: null,
        packageGoes: false,
        failed: false
    };
}
function divideAround(graph, fates, last) {
    const rescued = last === null ? [] : [last.root];
    const stays = (0,reach/* reach */.gl)(graph, [...(0,root_fate/* stayingRoots */.P)(graph, fates), ...graph.circle, ...rescued]);
    const goes = new Set();
    for (const id of graph.nodes.keys())
        if (!stays.has(id))
            goes.add(id);
    const untag = new Map();
    for (const [id, fate] of fates) {
        if (stays.has(id) && fate.untag.length > 0 && id !== last?.root)
            untag.set(id, fate.untag);
    }
    return { stays, goes, untag, lastVersion: last, packageGoes: false, failed: false };
}

// EXTERNAL MODULE: ./lib/plan/frozen-plan.js
var frozen_plan = __webpack_require__(8617);
// EXTERNAL MODULE: ./lib/plan/list-check.js
var list_check = __webpack_require__(238);
// EXTERNAL MODULE: ./lib/plan/manifest-check.js
var manifest_check = __webpack_require__(947);
// EXTERNAL MODULE: ./lib/plan/roots.js
var roots = __webpack_require__(1182);
// EXTERNAL MODULE: ./lib/graph/followed-root.js
var followed_root = __webpack_require__(2311);
// EXTERNAL MODULE: ./lib/graph/relation.js
var relation = __webpack_require__(5334);
// EXTERNAL MODULE: ./lib/policy/evaluation-context.js
var evaluation_context = __webpack_require__(7016);
// EXTERNAL MODULE: ./lib/policy/verdict.js
var verdict = __webpack_require__(7335);
// EXTERNAL MODULE: ./lib/plan/first-needers.js
var first_needers = __webpack_require__(3124);
;// CONCATENATED MODULE: ./lib/plan/version-plans.js








/** The plan of each version, highest id first: step 7 of the decision. */
function versionPlans(deliberation) {
    const { graph, context, division } = deliberation;
    const followed = (0,followed_root/* followedRoots */.M)(graph, division.stays, (version) => (0,evaluation_context/* dateOf */.Q$)(version, context.ageBy));
    const needed = (0,first_needers/* firstNeeders */.Z)(graph, (0,first_needers/* needingRoots */.q)(graph, division.stays, context.ageBy));
    const plans = [];
    for (const node of graph.nodes.values()) {
        const { id } = node.version;
        const fate = deliberation.fates.get(id);
        const root = followed.get(id) ?? null;
        const { decision, rule, reason, untag } = fate === undefined
            ? decideFollower(node, root, deliberation)
            : decideRoot(fate, needed.get(id) ?? null, deliberation);
        plans.push({
            version: node.version,
            kind: node.kind,
            sizeBytes: fate === undefined ? node.sizeBytes : (0,sizes/* imageBytes */.vb)(graph, id),
            root,
            decision,
            rule,
            reason,
            untag: untag ?? NO_TAGS
        });
    }
    return plans;
}
const NO_TAGS = [];
/** What no root leads to stays, and what it needs does too (ruling 57). */
const IN_CIRCLE = { code: 'in-circle' };
function decideFollower({ version, manifest, isReplacement }, root, deliberation) {
    const { division } = deliberation;
    const goes = division.goes.has(version.id);
    if (goes && division.packageGoes)
        return wholePackage(division);
    if (isReplacement) {
        const tag = manifest?.replacementOf ?? '';
        return goes
            ? { decision: 'delete', rule: null, reason: { code: 'replacement', tag } }
            : keep(null, division.failed ? stillHere(division) : { code: 'not-selected' });
    }
    if (root === null)
        return keep(null, IN_CIRCLE);
    if (goes)
        return { decision: 'delete', ...follows(version.id, root, deliberation) };
    const isCircleInNeed = !division.stays.has(root);
    return keep(null, isCircleInNeed ? IN_CIRCLE : neededBy(version.id, root, deliberation));
}
function decideRoot(fate, neededRoot, deliberation) {
    const { division } = deliberation;
    const { version } = fate.verdict.root;
    if (division.goes.has(version.id)) {
        return division.packageGoes ? wholePackage(division) : selected(fate, deliberation);
    }
    const stays = keepReason(fate, neededRoot, deliberation);
    const tags = division.untag.get(version.id);
    return tags === undefined
        ? keep(stays.rule, stays.reason)
        : {
            decision: 'untag',
            untag: tags,
            ...takenOff(fate.verdict, tags, stays.reason, deliberation)
        };
}
function keep(rule, reason) {
    return { decision: 'keep', rule, reason };
}
function wholePackage({ lastVersion }) {
    const reason = { code: 'package-deleted', case: lastVersion?.case ?? 'any' };
    return { decision: 'delete', rule: null, reason };
}
function stillHere({ lastVersion }) {
    return { code: 'last-version-fail', case: lastVersion?.case ?? 'any' };
}
function selected({ verdict, isLeftOver }, { evaluation }) {
    const { root, selection } = verdict;
    if (isLeftOver)
        return { decision: 'delete', rule: null, reason: { code: 'left-over' } };
    if (selection.kind !== 'whole')
        throw new Error(`no rule selects version ${root.version.id}`);
    const { rule, at, tag } = selection;
    const because = evaluation.delete[at]?.because(root, tag) ?? [];
    return { decision: 'delete', rule, reason: { code: 'selected', rule, because } };
}
function follows(id, rootId, { graph, fates, context }) {
    const root = graph.nodes.get(rootId)?.version;
    const selection = fates.get(rootId)?.verdict.selection;
    const name = root === undefined ? { id: rootId, label: String(rootId) } : (0,roots/* nameRoot */.AI)(root, context.type);
    return {
        rule: selection?.kind === 'whole' ? selection.rule : null,
        reason: { code: 'follows', root: name, as: (0,relation/* relationOf */.K)(graph, rootId, id) }
    };
}
function neededBy(id, rootId, { graph, context }) {
    const root = graph.nodes.get(rootId)?.version;
    const name = root === undefined ? { id: rootId, label: String(rootId) } : (0,roots/* nameRoot */.AI)(root, context.type);
    return { code: 'needed', root: name, as: (0,relation/* relationOf */.K)(graph, rootId, id) };
}
/** The first that holds of: guard, keep rule, need, last version, not selected (ruling 65). */
function keepReason(fate, neededRoot, deliberation) {
    const { verdict, guard } = fate;
    const { division } = deliberation;
    const { version } = verdict.root;
    if (guard !== null)
        return { rule: null, reason: guard };
    if (verdict.protection !== null) {
        return {
            rule: verdict.protection.rule,
            reason: protectedReason(verdict.protection, verdict, deliberation)
        };
    }
    if (division.failed && verdict.selection.kind !== 'none') {
        return { rule: null, reason: stillHere(division) };
    }
    if (neededRoot !== null) {
        return { rule: null, reason: neededBy(version.id, neededRoot, deliberation) };
    }
    if (division.lastVersion?.root === version.id && !division.failed) {
        return { rule: null, reason: { code: 'last-version', case: division.lastVersion.case } };
    }
    // Nothing else is left that could hold what wants to go.
    return { rule: null, reason: fate.wantsToGo ? IN_CIRCLE : notSelected(verdict) };
}
function notSelected({ root, selection }) {
    if (selection.kind === 'part') {
        return {
            code: 'partly-selected',
            selected: selection.tags.length,
            total: root.userTags.length,
            holding: root.userTags.filter((tag) => (0,verdict/* selectedTag */.q)(selection, tag) === null)
        };
    }
    return root.broken.includes('unpullable')
        ? { code: 'unknown-manifest' }
        : { code: 'not-selected' };
}
function protectedReason({ rule, how }, { root }, { evaluation, context }) {
    switch (how.code) {
        case 'matched':
            return { code: 'kept-by-rule', rule, because: (0,evaluate/* explain */.W)(evaluation.keep, rule, root) };
        case 'counted':
            return { code: 'within-quota', rule, quota: how.quota, rank: how.rank, group: how.group };
        case 'beside':
            return { code: 'beside-quota', rule, root: (0,roots/* nameRoot */.AI)(how.root.version, context.type) };
        case 'unanswered':
            return { code: 'unanswered', rule, why: how.why };
    }
}
function takenOff({ root, selection }, tags, stays, { evaluation }) {
    const [tag = ''] = tags;
    const rule = (0,verdict/* selectedTag */.q)(selection, tag)?.rule ?? '';
    const because = (0,evaluate/* explain */.W)(evaluation.delete, rule, root, tag);
    return { rule, reason: { code: 'tags-selected', rule, tags, stays, because } };
}

// EXTERNAL MODULE: ./lib/policy/questions.js
var questions = __webpack_require__(527);
;// CONCATENATED MODULE: ./lib/plan/warnings.js

/** What a person should know of a package though nothing failed. */
function warningsOf(deliberation, policy) {
    return [
        ...deliberation.evaluation.unanswered.map(({ rule, why }) => ({
            code: 'question-unanswered',
            rule,
            why
        })),
        ...namesNoRoot(deliberation, policy),
        ...unknownManifests(deliberation)
    ];
}
const NAMING = new Set(['ids', 'digests', 'listed-in']);
/** Ruling 17: a delete rule that names a version which is part of an image deletes nothing by it. */
function namesNoRoot({ graph, context: { facts } }, policy) {
    const isNaming = ({ conditions }) => conditions.some(({ kind }) => NAMING.has(kind));
    if (!policy.delete.some(isNaming))
        return [];
    const roots = new Set(graph.roots);
    const parts = [...graph.nodes.values()].filter(({ version }) => !roots.has(version.id));
    const ids = new Map(parts.map(({ version }) => [version.id, String(version.id)]));
    const digests = new Map(parts.map(({ version }) => [version.name, version.name]));
    return policy.delete.flatMap(({ label, conditions }) => {
        const names = conditions.flatMap((condition) => {
            if (condition.kind === 'ids')
                return condition.ids.flatMap((id) => ids.get(id) ?? []);
            return digestsNamed(condition, facts).flatMap((digest) => digests.get(digest) ?? []);
        });
        return names.length > 0 ? [{ code: 'names-no-root', rule: label, names }] : [];
    });
}
function digestsNamed(condition, { listed }) {
    if (condition.kind === 'digests')
        return condition.digests;
    const answer = condition.kind === 'listed-in' ? listed[(0,questions/* listedKey */.R$)(condition.globs)] : undefined;
    return answer?.known === true ? answer.value.digests : [];
}
function unknownManifests({ graph }) {
    const names = [];
    for (const { version, broken } of graph.nodes.values()) {
        if (broken.includes('unpullable'))
            names.push(version.name);
    }
    return names.length > 0 ? [{ code: 'unknown-manifests', names }] : [];
}

;// CONCATENATED MODULE: ./lib/plan/plan-package.js












/**
 * Decides every version of one package, by 3-policy and its rulings. Pure and total: equal
 * input gives an equal plan, whatever order the versions came in, and every version has
 * exactly one decision with one reason. What could not be known freezes the package.
 *
 * Expects that all was read that `readingsNeeded` asks for.
 */
function planPackage(input) {
    const { inventory, now } = input;
    const checked = (0,list_check/* checkList */.R)(inventory);
    if (!checked.ok)
        return (0,frozen_plan/* frozenPlan */._)(inventory, null, checked.freeze, []);
    const graph = graphOf(inventory, checked.versions);
    const deliberation = deliberate(input, graph, checked.versions);
    const warnings = warningsOf(deliberation, input.policy);
    const freeze = frozenBefore(input) ??
        (0,manifest_check/* checkManifests */.d)(inventory, checked.versions, now) ??
        unmatchedKeepTags(input.policy, deliberation.evaluation);
    return freeze === null
        ? livePlan(inventory, deliberation, warnings)
        : (0,frozen_plan/* frozenPlan */._)(inventory, graph, freeze, warnings);
}
/** The graph of an inventory whose list was checked. */
function graphOf(inventory, versions) {
    return (0,build_graph/* buildGraph */.Z)(inventory.package.type, versions, inventory.manifests, inventory.unlisted);
}
/** What the rules of an inventory are asked against, `versions` being those that they see. */
function contextOf({ inventory, policy, facts, now }, versions) {
    const { type, name } = inventory.package;
    return {
        type,
        packageName: name,
        now,
        ageBy: policy.settings.ageBy,
        facts,
        listedTags: versions.flatMap((version) => (0,model_package/* hasTags */.kS)(type) ? (0,roots/* userTagsOf */.Q4)(version, type) : version.name),
        lastTagged: inventory.lastTagged
    };
}
/** Asks the rules and divides the package, on a list that was checked. */
function deliberate(input, graph, versions) {
    const { type } = input.inventory.package;
    const { policy } = input;
    const context = contextOf(input, withoutReplacements(graph, versions));
    const evaluation = (0,evaluate/* evaluate */._)((0,roots/* rootsOf */.RD)(graph, type), policy, context);
    const marked = {
        leftOver: new Set(input.inventory.leftOver),
        untold: new Set(input.saved?.untold)
    };
    const fates = new Map();
    for (const verdict of evaluation.verdicts) {
        fates.set(verdict.root.version.id, (0,root_fate/* fateOf */._)(verdict, policy.settings, context, marked));
    }
    const division = policy.delete.length === 0 ? nothingGoes(graph) : divide(graph, type, fates, policy.settings);
    return { graph, context, evaluation, fates, division };
}
/** They count nowhere (ruling 71). */
function withoutReplacements(graph, versions) {
    if (graph.roots.length === versions.length)
        return versions;
    const seen = [];
    for (const { version, isReplacement } of graph.nodes.values()) {
        if (!isReplacement)
            seen.push(version);
    }
    return seen;
}
function livePlan(inventory, deliberation, warnings) {
    const { graph, division } = deliberation;
    return {
        package: inventory.package,
        frozen: null,
        packageDecision: division.packageGoes ? 'delete' : null,
        lastVersionFailure: division.failed ? (division.lastVersion?.case ?? 'any') : null,
        versions: versionPlans(deliberation),
        warnings,
        reclaimedBytes: (0,sizes/* reclaimedBytes */.Qx)(graph, division.goes)
    };
}
function frozenBefore({ saved }) {
    const why = saved?.frozen ?? null;
    return why === null ? null : { code: 'frozen-in-report', why };
}
/** Ruling 32: without a delete input, `keep-tags` that keep nothing are taken for a slip. */
function unmatchedKeepTags(policy, { keep, verdicts }) {
    const required = policy.requiredKeep === null ? undefined : keep[policy.requiredKeep];
    if (required === undefined || required.unanswered !== null || verdicts.length === 0)
        return null;
    if (verdicts.some(({ root }) => required.ask(root) !== null))
        return null;
    const patterns = required.conditions.flatMap((condition) => condition.kind === 'tags' ? condition.patterns.sources : []);
    return { code: 'keep-tags-match-nothing', patterns };
}


/***/ }),

/***/ 6286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ stayingRoots),
/* harmony export */   _: () => (/* binding */ fateOf)
/* harmony export */ });
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5149);
/* harmony import */ var _policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7016);
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7335);



/** Judges one root by its verdict, the guards and the settings. */
function fateOf(verdict, settings, context, { leftOver, untold }) {
    const { root, selection, protection } = verdict;
    const guard = guardOf(root, settings, context) ?? (untold.has(root.version.id) ? NOT_TOLD : null);
    const isLeftOver = selection.kind === 'none' && root.userTags.length === 0 && leftOver.has(root.version.id);
    return {
        verdict,
        guard,
        isLeftOver,
        wantsToGo: guard === null && protection === null && (selection.kind === 'whole' || isLeftOver),
        untag: guard === null ? tagsToTakeOff(verdict, settings, context.type) : []
    };
}
const NOT_TOLD = { code: 'not-told' };
function guardOf(root, settings, context) {
    const { now, type } = context;
    if ((0,_policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .isFutureDated */ .aX)(root.version, now)) {
        const { createdAt, updatedAt } = root.version;
        return { code: 'future-dated', aheadMs: Math.max(createdAt, updatedAt) - now };
    }
    if (type === 'docker' && (0,_policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .isHelperOnly */ .BB)(root))
        return { code: 'helper-tags-only' };
    const since = (0,_policy_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .ageStart */ .Ou)(root, context);
    if (root.userTags.length === 0 && !(0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isOlder */ .tW)(since, now, settings.untaggedGrace)) {
        return { code: 'too-young', ageMs: now - since, grace: settings.untaggedGrace.text };
    }
    return null;
}
/**
 * Only tags that a condition about tags selected and no keep rule keeps (rulings 12, 49, 66).
 * Only containers have a way to lose one tag; of one without a manifest there is nothing to
 * put in its place.
 */
function tagsToTakeOff({ root, selection, protection }, settings, type) {
    if (!settings.untag || type !== 'container' || selection.kind === 'none')
        return [];
    if (root.broken.includes('unpullable') || protection?.tags === 'all')
        return [];
    const kept = protection?.tags ?? new Set();
    return root.userTags.filter((tag) => (0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .selectedTag */ .q)(selection, tag)?.asTag === true && !kept.has(tag));
}
/** Ids of roots that a graph has and that stay on their own account. */
function stayingRoots(graph, fates) {
    return graph.roots.filter((id) => fates.get(id)?.wantsToGo !== true);
}


/***/ }),

/***/ 1182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ nameRoot),
/* harmony export */   Q4: () => (/* binding */ userTagsOf),
/* harmony export */   RD: () => (/* binding */ rootsOf)
/* harmony export */ });
/* harmony import */ var _graph_reach_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(899);
/* harmony import */ var _model_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4505);
/* harmony import */ var _model_package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9969);



/** The user's tags of a version; for types without tags its name (1-product, tag). */
function userTagsOf(version, type) {
    if (!(0,_model_package_js__WEBPACK_IMPORTED_MODULE_1__/* .hasTags */ .kS)(type))
        return [version.name];
    return version.tags.every(_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserTag */ .Kx) ? version.tags : version.tags.filter(_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserTag */ .Kx);
}
/** The roots of a graph as the rules see them, highest id first. */
function rootsOf(graph, type) {
    const roots = [];
    for (const id of graph.roots) {
        const node = graph.nodes.get(id);
        if (node === undefined)
            continue;
        const { version, broken } = node;
        const userTags = userTagsOf(version, type);
        roots.push({
            version,
            userTags,
            helperTags: helperTagsOf(version, userTags),
            image: imageVersions(graph, node),
            broken
        });
    }
    return roots;
}
const NO_TAGS = [];
function helperTagsOf({ tags }, userTags) {
    return tags.length <= userTags.length ? NO_TAGS : tags.filter((tag) => !(0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserTag */ .Kx)(tag));
}
function imageVersions(graph, { version, needs }) {
    if (needs.length === 0)
        return [version];
    return (0,_graph_reach_js__WEBPACK_IMPORTED_MODULE_2__/* .imageOf */ .dT)(graph, version.id).flatMap((id) => graph.nodes.get(id)?.version ?? []);
}
/** How reasons name a root: its first user tag, else its digest cut short, else its name. */
function nameRoot(version, type) {
    const tag = userTagsOf(version, type)[0];
    return { id: version.id, label: tag ?? shortName(version.name) };
}
function shortName(name) {
    return /^sha256:[0-9a-f]{64}$/.test(name) ? name.slice(0, 'sha256:'.length + 12) : name;
}


/***/ }),

/***/ 758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ periodOf)
/* harmony export */ });
/* harmony import */ var _model_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);

/**
 * A number for the period, in UTC, that an instant lies in: instants of one period have one
 * number, those of a later period a higher. Weeks are those of ISO 8601, which begin on Monday
 * and go with the ISO year: 31 December 2024 and 5 January 2025 are in one (ruling 45).
 */
function periodOf(period, instant) {
    switch (period) {
        case 'hourly':
            return Math.floor(instant / _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ);
        case 'daily':
            return Math.floor(instant / _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO);
        case 'weekly':
            // 1 January 1970 was a Thursday; ISO weeks are without a break, also between years.
            return Math.floor((instant / _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO + 3) / 7);
        case 'monthly': {
            const date = new Date(instant);
            return date.getUTCFullYear() * 12 + date.getUTCMonth();
        }
        case 'yearly':
            return new Date(instant).getUTCFullYear();
        default:
            return period;
    }
}


/***/ }),

/***/ 2137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ compilePattern),
  B: () => (/* binding */ impossibleIn)
});

// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
;// CONCATENATED MODULE: ./lib/policy/pattern-fault.js
/** Why a pattern does not parse, as a clause. Thrown inside the compiler, never out of it. */
class PatternFault extends Error {
    name = 'PatternFault';
}

// EXTERNAL MODULE: ./lib/policy/pattern-text.js
var pattern_text = __webpack_require__(9374);
;// CONCATENATED MODULE: ./lib/policy/brace-expansion.js


/** More alternatives than this are refused: cut off silently, a keep rule would protect less. */
const MAX_ALTERNATIVES = 100;
const CAPTURE = /^[A-Za-z]+$/;
const NUMBERS = /^(-?\d{1,9})\.\.(-?\d{1,9})(?:\.\.(-?\d{1,9}))?$/;
const LETTERS = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d{1,9}))?$/;
/**
 * Expands `{a,b}` and `{1..3}` as a shell does: every alternative, in order, `{a,b}{c,d}`
 * being four. What holds no comma and is no range stays: `{word}` as it is, for it captures;
 * any other pair of braces with a backslash before each (ruling 52). Backslashes and what is
 * in square brackets are left alone.
 *
 * @throws PatternFault where a brace or bracket is not closed, or there are too many alternatives
 * @see https://www.gnu.org/software/bash/manual/html_node/Brace-Expansion.html
 */
function expandBraces(pattern) {
    return expandSequence(pattern, 0, false).texts;
}
/** Expands up to the end, or inside of braces up to the next comma or closing brace. */
function expandSequence(pattern, start, inBraces) {
    let texts = [''];
    let at = start;
    while (at < pattern.length) {
        const sign = pattern[at];
        if (inBraces && (sign === ',' || sign === '}'))
            break;
        const piece = expandPiece(pattern, at);
        texts = product(texts, piece.texts);
        at = piece.end;
    }
    return { texts, end: at };
}
function expandPiece(pattern, at) {
    if (pattern[at] === '{')
        return expandGroup(pattern, at);
    const end = pattern[at] === '[' ? (0,pattern_text/* endOfClass */.r)(pattern, at) : at + (pattern[at] === '\\' ? 2 : 1);
    if (end === null)
        throw new PatternFault('a [ is not closed; write \\[ for the sign itself');
    return { texts: [pattern.slice(at, end)], end };
}
function expandGroup(pattern, start) {
    const branches = [];
    let at = start;
    do {
        const branch = expandSequence(pattern, at + 1, true);
        branches.push(branch.texts);
        at = branch.end;
        if (at >= pattern.length) {
            throw new PatternFault('a { is not closed; write \\{ for the sign itself');
        }
    } while (pattern[at] === ',');
    const only = branches.length === 1 ? (branches[0] ?? []) : null;
    const texts = only === null ? branches.flat() : expandSingle(pattern.slice(start + 1, at), only);
    return { texts: capped(texts), end: at + 1 };
}
/** What a pair of braces without a comma stands for. */
function expandSingle(inside, texts) {
    if (CAPTURE.test(inside))
        return [`{${inside}}`];
    return rangeOf(inside) ?? texts.map((text) => `\\{${text}\\}`);
}
function rangeOf(inside) {
    const numbers = NUMBERS.exec(inside);
    if (numbers !== null) {
        const [, first = '', last = '', step] = numbers;
        const padded = [first, last].some((digits) => /^-?0\d/.test(digits));
        const width = padded ? Math.max(first.length, last.length) : 0;
        return steps(Number(first), Number(last), step).map((number) => withZeros(number, width));
    }
    const letters = LETTERS.exec(inside);
    if (letters === null)
        return null;
    const [, first = '', last = '', step] = letters;
    // Between Z and a stand signs that mean something in a pattern.
    return steps(first.charCodeAt(0), last.charCodeAt(0), step).map((code) => String.fromCharCode(code).replace(/[^A-Za-z]/, '\\$&'));
}
function steps(first, last, step) {
    const size = Math.max(1, Math.abs(Number(step ?? 1)));
    const count = Math.floor(Math.abs(last - first) / size) + 1;
    const direction = last < first ? -size : size;
    return Array.from({ length: allowed(count) }, (_, i) => first + i * direction);
}
function withZeros(number, width) {
    const sign = number < 0 ? '-' : '';
    return sign + String(Math.abs(number)).padStart(width - sign.length, '0');
}
function product(lefts, rights) {
    allowed(lefts.length * rights.length);
    return lefts.flatMap((left) => rights.map((right) => left + right));
}
function capped(texts) {
    allowed(texts.length);
    return texts;
}
function allowed(count) {
    if (count > MAX_ALTERNATIVES) {
        throw new PatternFault(`its braces stand for more than ${MAX_ALTERNATIVES} patterns`);
    }
    return count;
}

;// CONCATENATED MODULE: ./lib/policy/glob-positions.js
/**
 * For each token, and for the end, the places from which it and all that follow match the
 * rest of the text. Time is proportional to tokens times text, but for groups.
 */
function matchingSuffixes(tokens, text) {
    const sets = [];
    let next = new Uint8Array(text.length + 1);
    next[text.length] = 1;
    sets[tokens.length] = next;
    for (let i = tokens.length - 1; i >= 0; i--) {
        const token = tokens[i];
        if (token !== undefined)
            next = before(token, text, next);
        sets[i] = next;
    }
    return sets;
}
/** The places from which a token can end at one of `ends`. */
function before(token, text, ends) {
    const starts = new Uint8Array(text.length + 1);
    if (token.kind === 'run' || token.kind === 'capture') {
        const last = ends.lastIndexOf(1) - (token.kind === 'capture' ? 1 : 0);
        return last < 0 ? starts : starts.fill(1, 0, last + 1);
    }
    for (let at = 0; at <= text.length; at++) {
        if (token.kind === 'group') {
            if (groupEnds(token, text, at).some((end) => ends[end] === 1))
                starts[at] = 1;
        }
        else if (ends[onlyEnd(token, text, at)] === 1) {
            starts[at] = 1;
        }
    }
    return starts;
}
/** The places that a token can end at when it starts at `at`, shortest first. */
function endsFrom(token, text, at) {
    if (token.kind === 'run')
        return placesFrom(at, text.length);
    if (token.kind === 'capture')
        return placesFrom(at + 1, text.length);
    if (token.kind === 'group')
        return groupEnds(token, text, at);
    const end = onlyEnd(token, text, at);
    return end < 0 ? [] : [end];
}
/** The one place that such a token can end at when it starts at `at`; -1 where it matches nothing. */
function onlyEnd(token, text, at) {
    switch (token.kind) {
        case 'literal':
            return text.startsWith(token.text, at) ? at + token.text.length : -1;
        case 'sign':
            return at < text.length ? at + widthAt(text, at) : -1;
        case 'class':
            return at < text.length && token.has(text.codePointAt(at) ?? 0) ? at + widthAt(text, at) : -1;
        case 'number':
            return endOfNumber(text, at);
        default:
            return token;
    }
}
/** A sign beyond the basic plane is two units long. */
function widthAt(text, at) {
    return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
function placesFrom(first, last) {
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
function endOfNumber(text, at) {
    if (isDigit(text.charCodeAt(at - 1)) || !isDigit(text.charCodeAt(at)))
        return -1;
    let end = at + 1;
    while (isDigit(text.charCodeAt(end)))
        end++;
    return end;
}
/** Whether a code unit is `0` to `9`; `NaN`, beyond the text, is not. */
function isDigit(code) {
    return code >= 48 && code <= 57;
}
function groupEnds(group, text, at) {
    const once = new Set(onceFrom(group, text, at));
    if (group.times === '!')
        return placesFrom(at, text.length).filter((end) => !once.has(end));
    if (group.times === '?')
        once.add(at);
    if (group.times === '+' || group.times === '*') {
        // A set is walked in order of insertion, and what is added on the way is walked too.
        for (const end of once)
            for (const further of onceFrom(group, text, end))
                once.add(further);
        if (group.times === '*')
            once.add(at);
    }
    return [...once].sort((a, b) => a - b);
}
function onceFrom(group, text, at) {
    return group.alternatives.flatMap((tokens) => [...endsOfAll(tokens, text, at)]);
}
function endsOfAll(tokens, text, at) {
    let ends = new Set([at]);
    for (const token of tokens) {
        ends = new Set([...ends].flatMap((start) => endsFrom(token, text, start)));
    }
    return ends;
}

;// CONCATENATED MODULE: ./lib/policy/glob-ways.js

/** Nobody's template has so many; without a limit four captures side by side have millions. */
const MAX_WAYS = 50_000;
/**
 * Every way in which a glob splits a text, as far as `names` go; other captures are like `*`.
 * The first takes as few signs as it can from left to right.
 *
 * @throws RangeError where there are more than 50,000 of several names: to leave some out could
 *   make a live branch look gone (ruling 4). One name has as many as the text has parts at most
 */
function everyWay(tokens, text, names, source) {
    const suffixes = matchingSuffixes(tokens, text);
    if (suffixes[0]?.[0] !== 1)
        return [];
    const wanted = new Set(names);
    const isAsked = (token) => 'name' in token && wanted.has(token.name);
    const tooMany = wanted.size > 1 ? () => refuse(source, text) : null;
    // Behind the last that is asked for it is enough that the rest matches.
    const asked = tokens.slice(0, tokens.findLastIndex(isAsked) + 1);
    let ways = new Map([['', { captured: [], places: new Set([0]) }]]);
    asked.forEach((token, i) => {
        const next = suffixes[i + 1] ?? new Uint8Array();
        ways = isAsked(token)
            ? splitFurther(ways, token, text, next, tooMany)
            : movedOn(ways, token, text, next);
    });
    return [...ways.values()].map(({ captured }) => Object.fromEntries(captured));
}
function refuse(source, text) {
    throw new RangeError(`the pattern "${source}" can split "${text}" in more than ${MAX_WAYS} ways: use fewer captures`);
}
function movedOn(ways, token, text, next) {
    return new Map([...ways].map(([key, { captured, places }]) => {
        const moved = [...places].flatMap((at) => endsFrom(token, text, at));
        return [key, { captured, places: new Set(moved.filter((end) => next[end] === 1)) }];
    }));
}
function splitFurther(ways, token, text, next, tooMany) {
    const name = 'name' in token ? token.name : '';
    const split = new Map();
    for (const [key, { captured, places }] of ways) {
        for (const at of places) {
            for (const end of endsFrom(token, text, at)) {
                if (next[end] !== 1)
                    continue;
                const value = text.slice(at, end);
                const way = `${key}\0${value}`;
                const known = split.get(way);
                if (known !== undefined)
                    known.places.add(end);
                else
                    split.set(way, { captured: [...captured, [name, value]], places: new Set([end]) });
                if (split.size > MAX_WAYS)
                    tooMany?.();
            }
        }
    }
    return split;
}

;// CONCATENATED MODULE: ./lib/policy/glob-class.js

const NAMED = {
    alnum: ['09', 'AZ', 'az'],
    alpha: ['AZ', 'az'],
    ascii: ['\0\x7f'],
    blank: ['  ', '\t\t'],
    cntrl: ['\0\x1f', '\x7f\x7f'],
    digit: ['09'],
    graph: ['!~'],
    lower: ['az'],
    print: [' ~'],
    punct: ['!/', ':@', '[`', '{~'],
    space: ['\t\r', '  '],
    upper: ['AZ'],
    word: ['09', 'AZ', 'az', '__'],
    xdigit: ['09', 'AF', 'af']
};
/**
 * Whether a sign, by its code point, is of the set that stands in square brackets: single
 * ones, ranges, `[:alpha:]`, and all others after a `!` or `^` in front.
 *
 * @throws PatternFault where a range runs backwards or a name is unknown
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_14_01
 */
function classOf(inside) {
    const negated = inside.startsWith('!') || inside.startsWith('^');
    const ranges = rangesOf(negated ? inside.slice(1) : inside);
    return (code) => ranges.some(([low, high]) => low <= code && code <= high) !== negated;
}
function rangesOf(members) {
    const ranges = [];
    let rest = members;
    while (rest !== '') {
        const name = /^\[:([a-z]+):\]/.exec(rest);
        if (name?.[1] !== undefined) {
            ranges.push(...namedRanges(name[1]));
            rest = rest.slice(name[0].length);
            continue;
        }
        const match = /^(?:\\?(.))(?:-\\?(.))?/su.exec(rest);
        const [whole, first = '', last = first] = match ?? [rest];
        ranges.push(rangeFrom(first, last));
        rest = rest.slice(whole.length);
    }
    return ranges;
}
function namedRanges(name) {
    const pairs = NAMED[name];
    if (pairs === undefined)
        throw new PatternFault(`[:${name}:] is no set of signs`);
    return pairs.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]);
}
function rangeFrom(first, last) {
    const [low, high] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
    if (low > high)
        throw new PatternFault(`the range ${first}-${last} runs backwards`);
    return [low, high];
}

;// CONCATENATED MODULE: ./lib/policy/glob-tokens.js



/**
 * Reads a glob whose braces were expanded. minimatch's rules but for those that ruling 52
 * changes: no comments, dots are ordinary, `*` and `?` and `[…]` match `/` too.
 *
 * @throws PatternFault
 * @see https://github.com/isaacs/minimatch#features
 */
function parseGlob(pattern) {
    const tokens = new Reader(pattern).readSequence(false);
    refuseTwiceNamed(tokens);
    refuseDigitsBesideNumber(tokens);
    return tokens;
}
/** Reads one pattern from left to right. */
class Reader {
    #pattern;
    #at = 0;
    constructor(pattern) {
        this.#pattern = pattern;
    }
    /** Up to the end, or inside of a group up to the next `|` or `)`. */
    readSequence(inGroup) {
        const tokens = [];
        while (this.#at < this.#pattern.length) {
            const sign = this.#pattern[this.#at] ?? '';
            if (inGroup && (sign === '|' || sign === ')'))
                break;
            append(tokens, this.#readToken(sign, inGroup));
        }
        return tokens;
    }
    #readToken(sign, inGroup) {
        if (isGroupTimes(sign) && this.#pattern[this.#at + 1] === '(')
            return this.#readGroup(sign);
        if (sign === '{')
            return this.#readCapture(inGroup);
        if (sign === '[')
            return this.#readClass();
        if (sign === '\\')
            return this.#readEscaped();
        this.#at++;
        if (sign === '*')
            return { kind: 'run' };
        if (sign === '?')
            return { kind: 'sign' };
        return { kind: 'literal', text: sign };
    }
    #readGroup(times) {
        const alternatives = [];
        this.#at++;
        do {
            this.#at++;
            alternatives.push(this.readSequence(true));
        } while (this.#pattern[this.#at] === '|');
        if (this.#pattern[this.#at] !== ')') {
            throw new PatternFault('a ( is not closed; write \\( for the sign itself');
        }
        this.#at++;
        return { kind: 'group', times, alternatives };
    }
    #readCapture(inGroup) {
        const name = /^\{([A-Za-z]+)\}/.exec(this.#pattern.slice(this.#at))?.[1];
        if (name === undefined) {
            this.#at++;
            return { kind: 'literal', text: '{' };
        }
        if (inGroup)
            throw new PatternFault(`{${name}} can't capture inside of ( )`);
        this.#at += name.length + 2;
        return name === 'number' ? { kind: 'number', name } : { kind: 'capture', name };
    }
    #readClass() {
        const start = this.#at;
        const end = (0,pattern_text/* endOfClass */.r)(this.#pattern, start);
        if (end === null)
            throw new PatternFault('a [ is not closed; write \\[ for the sign itself');
        this.#at = end;
        return { kind: 'class', has: classOf(this.#pattern.slice(start + 1, end - 1)) };
    }
    #readEscaped() {
        const text = this.#pattern[this.#at + 1];
        if (text === undefined)
            throw new PatternFault('it ends with a backslash that escapes nothing');
        this.#at += 2;
        return { kind: 'literal', text };
    }
}
function isGroupTimes(sign) {
    return '@?*+!'.includes(sign);
}
/** Adds a token, one with the last where both are literal or both any run. */
function append(tokens, token) {
    const last = tokens.at(-1);
    if (last?.kind === 'run' && token.kind === 'run')
        return;
    if (last?.kind === 'literal' && token.kind === 'literal') {
        tokens[tokens.length - 1] = { kind: 'literal', text: last.text + token.text };
    }
    else {
        tokens.push(token);
    }
}
/** The names that a glob captures, in order. */
function captureNamesOf(tokens) {
    return tokens.flatMap((token) => token.kind === 'capture' || token.kind === 'number' ? [token.name] : []);
}
function refuseTwiceNamed(tokens) {
    const names = captureNamesOf(tokens);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice !== undefined)
        throw new PatternFault(`{${twice}} stands in it twice`);
}
function refuseDigitsBesideNumber(tokens) {
    tokens.forEach((token, i) => {
        if (token.kind !== 'number')
            return;
        const [before, after] = [tokens[i - 1], tokens[i + 1]];
        const beside = (before?.kind === 'literal' && /\d$/.test(before.text)) ||
            (after?.kind === 'literal' && /^\d/.test(after.text));
        if (beside) {
            throw new PatternFault('it can never match: {number} takes all digits, and one stands beside it');
        }
    });
}

;// CONCATENATED MODULE: ./lib/policy/plain-glob.js
/**
 * A test for a glob of literals and `*` alone, which is what nearly all are; `null` for any
 * other. Taking the first place of each literal is enough, for what stands between is free.
 */
function plainMatcher(tokens) {
    const pieces = [''];
    for (const token of tokens) {
        if (token.kind === 'literal')
            pieces[pieces.length - 1] = token.text;
        else if (token.kind === 'run')
            pieces.push('');
        else
            return null;
    }
    const [prefix = '', ...rest] = pieces;
    const suffix = rest.pop();
    if (suffix === undefined)
        return (text) => text === prefix;
    return (text) => text.length >= prefix.length + suffix.length &&
        text.startsWith(prefix) &&
        text.endsWith(suffix) &&
        standInOrder(rest, text, prefix.length, text.length - suffix.length);
}
function standInOrder(literals, text, from, end) {
    let at = from;
    for (const literal of literals) {
        const found = text.indexOf(literal, at);
        if (found < 0)
            return false;
        at = found + literal.length;
        if (at > end)
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/policy/glob-matcher.js




/** What a match without a capture gives: always the same, for there are millions of them. */
const NO_CAPTURES = Object.freeze({});
/**
 * Matches whole texts, in time proportional to pattern times text. From left to right every
 * wildcard takes as few signs as it can. `matchAll` gives every way of splitting the text,
 * `match`'s first. `source` is for messages.
 */
function globMatcher(tokens, source) {
    const plain = plainMatcher(tokens);
    const captureNames = captureNamesOf(tokens);
    if (plain !== null) {
        return {
            captureNames,
            match: (text) => (plain(text) ? NO_CAPTURES : null),
            matchAll: (text) => (plain(text) ? [NO_CAPTURES] : [])
        };
    }
    const canMatch = quickCheck(tokens);
    const endsOf = isSmall(tokens) ? endsByTrial : endsBySuffixes;
    const everySplit = waysOfOneCapture(tokens) ??
        ((text, names = captureNames) => everyWay(tokens, text, names, source));
    return {
        captureNames,
        match: (text) => (canMatch(text) ? firstWay(tokens, text, endsOf) : null),
        matchAll: (text, names) => (canMatch(text) ? everySplit(text, names) : [])
    };
}
/** Answers no for most texts at once: by the literal that the glob begins and ends with. */
function quickCheck(tokens) {
    const [first, last] = [tokens[0], tokens.at(-1)];
    const prefix = first?.kind === 'literal' ? first.text : '';
    const suffix = last?.kind === 'literal' ? last.text : '';
    return (text) => text.startsWith(prefix) && text.endsWith(suffix);
}
function firstWay(tokens, text, endsOf) {
    const ends = endsOf(tokens, text);
    if (ends === null)
        return null;
    let captures = null;
    for (let i = 0; i < tokens.length; i += 1) {
        const token = tokens[i];
        if (token === undefined || !('name' in token))
            continue;
        captures ??= {};
        captures[token.name] = text.slice(ends[i - 1] ?? 0, ends[i]);
    }
    return captures ?? NO_CAPTURES;
}
/** Whether trying one end after the other is cheap: quadratic at worst, and tags are short. */
function isSmall(tokens) {
    const wildcards = tokens.filter(({ kind }) => kind === 'run' || kind === 'capture');
    return wildcards.length <= 2 && tokens.every(({ kind }) => kind !== 'group');
}
/** Where each token ends in the first way, or `null`. */
function endsByTrial(tokens, text) {
    const ends = [];
    const fits = (i, at) => {
        const token = tokens[i];
        if (token === undefined)
            return at === text.length;
        if (token.kind === 'group')
            return false;
        if (token.kind !== 'run' && token.kind !== 'capture') {
            const end = onlyEnd(token, text, at);
            ends[i] = end;
            return end >= 0 && fits(i + 1, end);
        }
        for (let end = token.kind === 'run' ? at : at + 1; end <= text.length; end++) {
            ends[i] = end;
            if (fits(i + 1, end))
                return true;
        }
        return false;
    };
    return fits(0, 0) ? ends : null;
}
/** The same in time proportional to tokens times text. */
function endsBySuffixes(tokens, text) {
    const suffixes = matchingSuffixes(tokens, text);
    if (suffixes[0]?.[0] !== 1)
        return null;
    let at = 0;
    return tokens.map((token, i) => (at = firstIn(suffixes[i + 1], token, text, at)));
}
/** The nearest place at which the token can end so that the rest still matches. */
function firstIn(next, token, text, at) {
    if (token.kind === 'run')
        return next?.indexOf(1, at) ?? at;
    if (token.kind === 'capture')
        return next?.indexOf(1, at + 1) ?? at;
    return endsFrom(token, text, at).find((end) => next?.[end] === 1) ?? at;
}
/**
 * Every way where there is one capture and nothing else but literals and `*`, as in nearly all
 * templates: what stands before and behind it is asked of each place. `null` for any other.
 */
function waysOfOneCapture(tokens) {
    const place = tokens.findIndex((token) => 'name' in token);
    const capture = tokens[place];
    if (capture?.kind !== 'capture')
        return null;
    const isBefore = plainMatcher(tokens.slice(0, place));
    const isBehind = plainMatcher(tokens.slice(place + 1));
    if (isBefore === null || isBehind === null)
        return null;
    return (text) => {
        const ends = [];
        for (let end = 1; end <= text.length; end++)
            if (isBehind(text.slice(end)))
                ends.push(end);
        if (ends.length === 0)
            return [];
        const captured = new Set();
        for (let start = 0; start < text.length; start++) {
            if (!isBefore(text.slice(0, start)))
                continue;
            for (const end of ends)
                if (end > start)
                    captured.add(text.slice(start, end));
        }
        return [...captured].map((value) => ({ [capture.name]: value }));
    };
}

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./lib/policy/regexp-groups.js
/**
 * The named groups of a regular expression that take part in every match, in order: those
 * that neither they nor a group around them may be left out, and that stand in no
 * alternative. The expression has to be valid.
 */
function certainGroups(body) {
    const stack = [{ name: null, inner: [], hasAlternatives: false }];
    for (let at = 0; at < body.length; at++) {
        const sign = body[at];
        const top = stack.at(-1);
        if (sign === '\\')
            at++;
        else if (sign === '[')
            at = endOfSet(body, at);
        else if (sign === '(')
            stack.push({ name: nameAt(body, at), inner: [], hasAlternatives: false });
        else if (sign === '|' && top !== undefined)
            top.hasAlternatives = true;
        else if (sign === ')')
            leave(stack, mayBeLeftOut(body, at + 1));
    }
    const whole = stack[0];
    return whole === undefined || whole.hasAlternatives ? [] : whole.inner;
}
function leave(stack, optional) {
    const frame = stack.pop();
    const around = stack.at(-1);
    if (frame === undefined || around === undefined || optional)
        return;
    if (frame.name !== null)
        around.inner.push(frame.name);
    if (!frame.hasAlternatives)
        around.inner.push(...frame.inner);
}
function nameAt(body, at) {
    return /^\(\?<([^>=!]+)>/.exec(body.slice(at))?.[1] ?? null;
}
function mayBeLeftOut(body, at) {
    return /^(?:[*?]|\{0*[,}])/.test(body.slice(at));
}
/** The place of the bracket that closes a set, as JavaScript reads it. */
function endOfSet(body, start) {
    let at = start + 1;
    while (at < body.length && body[at] !== ']')
        at += body[at] === '\\' ? 2 : 1;
    return at;
}

;// CONCATENATED MODULE: ./lib/policy/regexp-pattern.js






/** After a backslash these letters mean the same in JavaScript and in RE2. */
const KNOWN_ESCAPE = /^[dDwWsSbBnrtfv0xucpP]$/;
/**
 * Compiles `/…/` or `/…/i`, in JavaScript's syntax, unanchored, matched in linear time:
 * without look-around and back references. A group named `number` has to take a whole run of
 * digits, as `{number}` does (ruling 11).
 *
 * @throws PatternFault
 * @see https://github.com/google/re2/wiki/Syntax
 */
function regExpMatcher(source, ignoreCase) {
    const end = (0,pattern_text/* endOfRegExp */.e)(source, 0);
    if (end === null)
        throw new PatternFault('the slash in front is not closed by another');
    const body = source.slice(1, end - 1);
    const flags = source.slice(end);
    if (flags !== '' && flags !== 'i')
        throw new PatternFault(faultOfFlags(flags));
    if (body === '')
        throw new PatternFault('it is empty between the slashes');
    const compiled = compile(body, ignoreCase || flags === 'i');
    const names = Object.keys(compiled.namedGroups());
    return {
        captureNames: certainGroups(body),
        match: (text) => {
            if (!compiled.test(text))
                return null;
            return names.length === 0 ? NO_CAPTURES : capturesOf(compiled, names, text);
        }
    };
}
function faultOfFlags(flags) {
    return /^[a-z]+$/.test(flags)
        ? `of flags only "i" is known, not "${flags}"`
        : `"${flags}" stands behind the closing slash; a slash inside needs a backslash`;
}
function compile(body, ignoreCase) {
    refuseUnlike(body);
    try {
        // RE2 knows forms that JavaScript does not, such as (?P<name>…).
        RegExp(body);
        return build/* RE2JS */.L3.compile(build/* RE2JS */.L3.translateRegExp(body), ignoreCase ? build/* RE2JS */.L3.CASE_INSENSITIVE : 0);
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new PatternFault(why.replace(/^error parsing regexp: /, ''), { cause: error });
    }
}
/** What RE2 would refuse without saying why, or would read in another way than JavaScript. */
function refuseUnlike(body) {
    for (const [, escaped = ''] of body.matchAll(/\\(.)/gsu)) {
        if (/[1-9k]/.test(escaped)) {
            throw new PatternFault("it refers back to a group, which can't be matched in linear time");
        }
        if (/[A-Za-z]/.test(escaped) && !KNOWN_ESCAPE.test(escaped)) {
            throw new PatternFault(`\\${escaped} means nothing in JavaScript's regular expressions`);
        }
    }
    const signsOnly = body.replace(/\\./gsu, '').replace(/\[[^\]]*\]/g, '');
    if (/\(\?<?[=!]/.test(signsOnly)) {
        throw new PatternFault("it looks ahead or behind, which can't be matched in linear time");
    }
}
function capturesOf(compiled, names, text) {
    const matcher = compiled.matcher(text);
    if (!matcher.find())
        return null;
    const captured = [];
    for (const name of names) {
        const value = matcher.group(name);
        if (value === null)
            continue;
        if (name === 'number' && !isWholeNumber(text, matcher.start(name), matcher.end(name))) {
            return null;
        }
        captured.push([name, value]);
    }
    return Object.fromEntries(captured);
}
function isWholeNumber(text, start, end) {
    return (/^[0-9]+$/.test(text.slice(start, end)) &&
        !isDigit(text.charCodeAt(start - 1)) &&
        !isDigit(text.charCodeAt(end)));
}

;// CONCATENATED MODULE: ./lib/policy/compile-pattern.js






/** Longer ones are refused: tags are at most 128 signs long, and names 256. */
const MAX_LENGTH = 2000;
/**
 * Compiles one pattern: a glob, or a regular expression between slashes (3-policy,
 * "Patterns"; rulings 11, 48 and 52). A `!` in front belongs to the list that the pattern is
 * in, and is refused here.
 */
function compilePattern(source, options = {}) {
    try {
        compile_pattern_refuse(source);
        const ignoreCase = options.ignoreCase ?? false;
        const pattern = source.startsWith('/')
            ? regExpPattern(source, ignoreCase)
            : globPattern(source, ignoreCase);
        return { ok: true, pattern };
    }
    catch (error) {
        if (error instanceof PatternFault)
            return { ok: false, why: error.message };
        throw error;
    }
}
function compile_pattern_refuse(source) {
    if (source.trim() === '')
        throw new PatternFault('it is empty');
    if (source.length > MAX_LENGTH)
        throw new PatternFault(`it is longer than ${MAX_LENGTH} signs`);
    if (source.startsWith('!')) {
        throw new PatternFault('a ! in front takes away from a list, and there is none; write \\! for the sign itself');
    }
}
function regExpPattern(source, ignoreCase) {
    const { captureNames, match } = regExpMatcher(source, ignoreCase);
    return {
        source,
        captureNames,
        match,
        matchAll: (text) => {
            const captures = match(text);
            return captures === null ? [] : [captures];
        }
    };
}
function globPattern(source, ignoreCase) {
    const fold = (text) => (ignoreCase ? text.toLowerCase() : text);
    const alternatives = alternativesOf(fold(source)).map((tokens) => globMatcher(tokens, source));
    const [first] = alternatives;
    return {
        source,
        captureNames: (first?.captureNames ?? []).filter((name) => alternatives.every(({ captureNames }) => captureNames.includes(name))),
        match: (text) => firstMatch(alternatives, fold(text)),
        matchAll: (text, names) => alternatives.length === 1 && first !== undefined
            ? first.matchAll(fold(text), names)
            : distinct(alternatives.flatMap(({ matchAll }) => matchAll(fold(text), names)))
    };
}
function alternativesOf(glob) {
    return [...new Set(expandBraces(glob))].map(parseGlob);
}
function firstMatch(alternatives, text) {
    for (const { match } of alternatives) {
        const captures = match(text);
        if (captures !== null)
            return captures;
    }
    return null;
}
function distinct(ways) {
    if (ways.length < 2)
        return ways;
    return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}
/** Signs that the tags, or the version names, of a type can hold. */
const HOLDABLE = {
    // https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
    container: /^[A-Za-z0-9_.-]$/,
    docker: /^[A-Za-z0-9_.-]$/,
    // Nearly anything, for dist-tags stand beside version names (ruling 34).
    npm: /^\S$/,
    // https://maven.apache.org/ref/current/maven-model-builder/ refuses these in versions.
    maven: /^[^\s\\/:"<>|?*]$/,
    nuget: /^[0-9A-Za-z.+-]$/,
    rubygems: /^[0-9A-Za-z._-]$/
};
/**
 * Why a pattern can never match a tag, or version name, of any of the types, as a clause;
 * `null` where it can (ruling 68). It can't where a literal sign of it is one that none of
 * them can hold. Regular expressions are not judged.
 */
function impossibleIn(pattern, types) {
    if (pattern.source.startsWith('/') || types.length === 0)
        return null;
    const literals = alternativesOf(pattern.source).flatMap(literalsOf).join('');
    const sign = Array.from(literals).find((char) => types.every((type) => !HOLDABLE[type].test(char)));
    if (sign === undefined)
        return null;
    const what = types.some(model_package/* hasTags */.kS) ? 'tag' : 'version';
    return `it can never match: no ${what} of type ${types.join(', ')} can hold "${sign}"`;
}
function literalsOf(tokens) {
    return tokens.flatMap((token) => {
        if (token.kind === 'literal')
            return [token.text];
        return token.kind === 'group' && token.times !== '!'
            ? token.alternatives.flatMap(literalsOf)
            : [];
    });
}


/***/ }),

/***/ 580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseDeletionLimit)
/* harmony export */ });
const COUNT = /^\d{1,15}$/;
const SHARE = /^(\d{1,3}(?:\.\d+)?)%$/;
/**
 * Reads `max-deletions`: a whole number such as `500`, a count over the whole run, or a share
 * such as `25%` or `12.5%`, of each package's versions (ruling 59).
 */
function parseDeletionLimit(text) {
    if (COUNT.test(text))
        return { ok: true, limit: { kind: 'count', count: Number(text) } };
    const percent = Number(SHARE.exec(text)?.[1] ?? Number.NaN);
    if (percent <= 100)
        return { ok: true, limit: { kind: 'share', percent } };
    return { ok: false, why: 'expected a whole number such as 500, or a share from 0% to 100%' };
}


/***/ }),

/***/ 7127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explain),
/* harmony export */   _: () => (/* binding */ evaluate)
/* harmony export */ });
/* harmony import */ var _prepared_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(496);
/* harmony import */ var _prepared_rule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7136);
/* harmony import */ var _quotas_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8229);



/**
 * Asks every rule of every root. Pure and total: equal arguments give equal verdicts, one for
 * each root, and neither the order of the roots nor that of the rules decides what is
 * selected or kept.
 */
function evaluate(roots, policy, context) {
    const facts = (0,_prepared_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .prepareFacts */ .N)(context);
    const deleteRules = policy.delete.map((rule) => (0,_prepared_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareRule */ .G)(rule, context, facts, 'delete'));
    const keepRules = policy.keep.map((rule) => (0,_prepared_rule_js__WEBPACK_IMPORTED_MODULE_1__/* .prepareRule */ .G)(rule, context, facts, 'keep'));
    const selections = [];
    const candidates = keepRules.map(() => []);
    // Root by root, for what one rule finds out about a tag the next one asks again.
    for (const root of roots) {
        selections.push(select(root, deleteRules));
        addCandidate(candidates, root, keepRules);
    }
    const protections = protect(candidates, policy.keep, keepRules, context, facts);
    return {
        verdicts: roots.map((root, place) => ({
            root,
            selection: selections[place] ?? NOTHING,
            protection: protections.get(root.version.id) ?? null
        })),
        keep: keepRules,
        delete: deleteRules,
        unanswered: [...deleteRules, ...keepRules].flatMap(({ label, unanswered }) => unanswered === null ? [] : [{ rule: label, why: unanswered }])
    };
}
const NOTHING = { kind: 'none' };
function select(root, rules) {
    let first = null;
    let at = -1;
    const tags = [];
    for (let place = 0; place < rules.length; place += 1) {
        const rule = rules[place];
        const passing = rule?.unanswered === null ? rule.ask(root) : null;
        if (rule === undefined || passing === null)
            continue;
        if (first === null) {
            first = passing;
            at = place;
        }
        const selected = passing === 'all' ? root.userTags : passing;
        for (const tag of selected)
            markSelected(tags, tag, rule.label, passing !== 'all');
    }
    if (first === null)
        return NOTHING;
    if (tags.length < root.userTags.length)
        return { kind: 'part', tags };
    const tag = first === 'all' ? null : (first[0] ?? null);
    return { kind: 'whole', rule: rules[at]?.label ?? '', at, tag, tags };
}
function markSelected(tags, tag, rule, asTag) {
    const at = tags.findIndex((selected) => selected.tag === tag);
    if (at < 0)
        tags.push({ tag, rule, asTag });
    else if (asTag && tags[at]?.asTag === false)
        tags[at] = { tag, rule, asTag };
}
function protect(candidates, rules, preparedRules, context, facts) {
    const protections = new Map();
    for (const [place, prepared] of preparedRules.entries()) {
        const rule = rules[place];
        if (rule === undefined)
            continue;
        const own = candidates[place] ?? [];
        const howKept = keeperOf(rule, prepared, own, context, facts);
        for (const candidate of own) {
            const how = howKept(candidate);
            if (how !== null)
                addProtection(protections, prepared.label, candidate, how);
        }
    }
    return protections;
}
function addProtection(protections, rule, { root, passing }, how) {
    const { id } = root.version;
    const earlier = protections.get(id);
    if (earlier?.tags === 'all')
        return;
    const tags = union(earlier?.tags, passing);
    protections.set(id, { rule: earlier?.rule ?? rule, how: earlier?.how ?? how, tags });
}
/** Adds a root to the list of each rule that holds for it, or asks an unanswered question. */
function addCandidate(lists, root, rules) {
    // Most rules let the same tags pass: then one candidate stands in all their lists.
    let last = { root, passing: 'all' };
    for (let place = 0; place < rules.length; place += 1) {
        const rule = rules[place];
        const passing = rule?.unanswered === null ? rule.ask(root) : 'all';
        if (passing === null)
            continue;
        if (last.passing !== passing)
            last = { root, passing };
        lists[place]?.push(last);
    }
}
/** Says of a candidate of a rule how the rule keeps it; `null` where its quotas don't. */
function keeperOf(rule, prepared, candidates, context, facts) {
    const { unanswered } = prepared;
    if (unanswered !== null)
        return () => ({ code: 'unanswered', why: unanswered });
    if (rule.quotas.length === 0)
        return () => MATCHED;
    const places = (0,_quotas_js__WEBPACK_IMPORTED_MODULE_2__/* .applyQuotas */ .e)(rule, prepared, candidates, context, facts);
    return (candidate) => places.get(candidate.root.version.id) ?? helperTagKept(candidate);
}
const MATCHED = { code: 'matched' };
/** Roots with helper tags only that a pattern keeps use up no count (ruling 26). */
function helperTagKept({ root, passing }) {
    return root.userTags.length === 0 && passing !== 'all' ? MATCHED : null;
}
function union(earlier, passing) {
    if (earlier === 'all' || passing === 'all')
        return 'all';
    return earlier === undefined ? new Set(passing) : new Set([...earlier, ...passing]);
}
/**
 * Why the first rule named `label` that holds for a root does; empty where none does. With
 * `tag` the first that holds for this very tag.
 */
function explain(rules, label, root, tag) {
    for (const rule of rules) {
        if (rule.label !== label || rule.unanswered !== null)
            continue;
        const passing = rule.ask(root);
        if (passing === null)
            continue;
        if (passing === 'all') {
            if (tag === undefined)
                return rule.because(root, null);
        }
        else if (tag === undefined || passing.includes(tag)) {
            return rule.because(root, tag ?? passing[0] ?? null);
        }
    }
    return [];
}


/***/ }),

/***/ 7016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ isHelperOnly),
/* harmony export */   Ou: () => (/* binding */ ageStart),
/* harmony export */   Q$: () => (/* binding */ dateOf),
/* harmony export */   aX: () => (/* binding */ isFutureDated)
/* harmony export */ });
/** The date behind ages and `newest`. */
function dateOf(version, by) {
    return by === 'created' ? version.createdAt : version.updatedAt;
}
/**
 * The date from which a root's age counts: for an untagged one not before it was last seen
 * with a user's tag, where that is known (ruling 58).
 */
function ageStart(root, context) {
    const date = dateOf(root.version, context.ageBy);
    if (root.userTags.length > 0)
        return date;
    return Math.max(date, context.lastTagged[root.version.name] ?? date);
}
/** Whether a root has tags, but helper tags only: neither tagged nor untagged (ruling 26). */
function isHelperOnly(root) {
    return root.userTags.length === 0 && root.helperTags.length > 0;
}
/** Whether GitHub dates it after `now`: guarded, and left out of every quota (ruling 20). */
function isFutureDated(version, now) {
    return version.createdAt > now || version.updatedAt > now;
}


/***/ }),

/***/ 3337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ NO_FACTS)
/* harmony export */ });
const NO_FACTS = {
    pullRequests: null,
    branches: null,
    releaseTags: null,
    listed: {},
    distTags: null
};


/***/ }),

/***/ 3420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ editDistance),
/* harmony export */   z: () => (/* binding */ nearestWord)
/* harmony export */ });
/**
 * The word that a misspelt one was probably meant to be, or `null` where none is near. Words
 * are near by optimal string alignment: a letter more, less, other, or two exchanged.
 */
function nearestWord(misspelt, words) {
    const furthest = misspelt.length <= 3 ? 1 : Math.max(2, Math.floor(misspelt.length / 2));
    let nearest = null;
    let shortest = furthest + 1;
    for (const word of words) {
        const distance = editDistance(misspelt.toLowerCase(), word);
        if (distance < shortest)
            [nearest, shortest] = [word, distance];
    }
    return nearest;
}
/** How many letters differ. @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance */
function editDistance(one, other) {
    let beforeLast = [];
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let row = 1; row <= one.length; row++) {
        const current = [row];
        for (let column = 1; column <= other.length; column++) {
            const same = one[row - 1] === other[column - 1];
            const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
            current[column] = Math.min(cell(last, column) + 1, cell(current, column - 1) + 1, cell(last, column - 1) + (same ? 0 : 1), swapped ? cell(beforeLast, column - 2) + 1 : Infinity);
        }
        ;
        [beforeLast, last] = [last, current];
    }
    return cell(last, other.length);
}
function cell(row, column) {
    return row[column] ?? Infinity;
}


/***/ }),

/***/ 8764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ groupsOf)
/* harmony export */ });
/* harmony import */ var _evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7016);
/* harmony import */ var _versions_typed_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1943);


/** The group of roots that fall into none (ruling 22). */
const NO_GROUP = '';
/**
 * The groups of a keep rule, each from its newest by the rule's `by`. Without `per` all are
 * one group, named `null`. A root whose tags fall into several groups is in each of them.
 */
function groupsOf(rule, prepared, candidates, context, facts) {
    const groups = new Map();
    const join = (group, root, tags) => {
        const version = rule.by === 'semver' ? highestOf(tags, facts) : null;
        const members = groups.get(group);
        if (members === undefined)
            groups.set(group, [{ root, version }]);
        else
            members.push({ root, version });
    };
    for (const candidate of candidates) {
        const tags = tagsOf(candidate);
        if (rule.per === null)
            join(null, candidate.root, tags);
        else if (rule.per.kind !== 'capture' && tags[0] !== undefined && tags.length === 1) {
            // One tag, one group: so it is for every version of the types without tags.
            join((0,_versions_typed_version_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOfVersion */ .ZF)(facts.versionOf(tags[0]), rule.per.kind) ?? NO_GROUP, candidate.root, tags);
        }
        else {
            for (const [group, own] of groupsOfTags(rule.per, prepared, tags, facts)) {
                join(group, candidate.root, own);
            }
        }
    }
    for (const members of groups.values())
        members.sort(newestFirst(rule, context));
    return groups;
}
function tagsOf({ root, passing }) {
    return passing === 'all' ? root.userTags : passing;
}
function groupsOfTags(per, prepared, tags, facts) {
    const groups = new Map();
    for (const tag of tags) {
        const names = per.kind === 'capture'
            ? prepared.captures(tag, per.name).map((captures) => captures[per.name])
            : [(0,_versions_typed_version_js__WEBPACK_IMPORTED_MODULE_0__/* .groupOfVersion */ .ZF)(facts.versionOf(tag), per.kind)];
        for (const name of names.length < 2 ? names : new Set(names)) {
            if (name === undefined || name === null)
                continue;
            groups.set(name, [...(groups.get(name) ?? []), tag]);
        }
    }
    return groups.size > 0 ? groups : new Map([[NO_GROUP, tags]]);
}
function highestOf(tags, facts) {
    let highest = null;
    for (const tag of tags) {
        const version = facts.versionOf(tag);
        if (version === null)
            continue;
        if (highest === null || (0,_versions_typed_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareTyped */ .e2)(version, highest) > 0)
            highest = version;
    }
    return highest;
}
/** Ties in version go to the newer by `ageBy`, ties in time to the higher id (ruling 47). */
function newestFirst(rule, context) {
    const by = rule.by === null || rule.by === 'semver' ? context.ageBy : rule.by;
    return (a, b) => byVersion(a.version, b.version) ||
        (0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(b.root.version, by) - (0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .dateOf */ .Q$)(a.root.version, by) ||
        b.root.version.id - a.root.version.id;
}
/** Highest first; what is no version is older than every version. */
function byVersion(a, b) {
    if (a === null || b === null)
        return a === b ? 0 : a === null ? 1 : -1;
    return (0,_versions_typed_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareTyped */ .e2)(b, a);
}


/***/ }),

/***/ 3015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UW: () => (/* binding */ compilePackageNames),
/* harmony export */   sh: () => (/* binding */ isPlainName),
/* harmony export */   tO: () => (/* binding */ compileNamePattern)
/* harmony export */ });
/* harmony import */ var _compile_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2137);

/** Compiles such a list. A list that starts with a `!` starts from everything (ruling 53). */
function compilePackageNames(sources) {
    const items = [];
    const problems = [];
    sources.forEach((source, index) => {
        const compiled = compileNamePattern(source);
        if (compiled.ok) {
            items.push({ source, takesAway: source.startsWith('!'), pattern: compiled.pattern });
        }
        else
            problems.push({ index, source, why: compiled.why });
    });
    return problems.length > 0
        ? { ok: false, problems }
        : { ok: true, names: namesOf(sources, items) };
}
/** Compiles one item of such a list, a `!` in front allowed. */
function compileNamePattern(source) {
    return (0,_compile_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .E)(withoutMark(source), { ignoreCase: true });
}
function namesOf(sources, items) {
    const startsFromAll = items[0]?.takesAway ?? false;
    return {
        sources,
        matches: (named) => {
            const deciding = items.findLast(({ pattern }) => isNamedBy(pattern, named));
            return deciding === undefined ? startsFromAll : !deciding.takesAway;
        },
        plainNames: (type) => (startsFromAll ? null : plainNames(items, type)),
        idleExclusions: (packages) => items
            .filter(({ takesAway }) => takesAway)
            .filter(({ pattern }) => !packages.some((named) => isNamedBy(pattern, named)))
            .map(({ source }) => source)
    };
}
/**
 * GitHub names an npm package without its scope, people write it with: a pattern with one is
 * compared with the whole name, so that `@other/ui` does not mean our `ui`.
 */
function isNamedBy(pattern, { owner, type, name }) {
    if (pattern.match(name) !== null)
        return true;
    const isScoped = type === 'npm' && pattern.source.startsWith('@');
    return isScoped && pattern.match(`@${owner.login}/${name}`) !== null;
}
function plainNames(items, type) {
    const including = items.filter(({ takesAway }) => !takesAway).map(({ source }) => source);
    if (!including.every(isPlainName))
        return null;
    const names = type === 'npm'
        ? including.map(withoutScope)
        : including.filter((source) => !source.startsWith('@'));
    return names.filter((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index);
}
/** Whether the text names one package at most: no pattern, and no regular expression. */
function isPlainName(source) {
    return /^[\w@.~-][\w@./~-]*$/.test(source);
}
function withoutScope(name) {
    return name.replace(/^@[^/]*\//, '');
}
function withoutMark(source) {
    return source.startsWith('!') ? source.slice(1).trimStart() : source;
}


/***/ }),

/***/ 4609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ checkPattern)
/* harmony export */ });
/* harmony import */ var _compile_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2137);

/**
 * Compiles one item of a pattern list, a `!` in front allowed, and refuses it where no tag or
 * version name of any of `types` can ever match (ruling 68).
 */
function checkPattern(source, types) {
    const compiled = (0,_compile_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .E)(source.startsWith('!') ? source.slice(1).trimStart() : source);
    if (!compiled.ok)
        return compiled;
    const impossible = (0,_compile_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .impossibleIn */ .B)(compiled.pattern, types);
    return impossible === null ? compiled : { ok: false, why: impossible };
}


/***/ }),

/***/ 165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ compilePatternList)
/* harmony export */ });
/* harmony import */ var _compile_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2137);

/**
 * Compiles a list of patterns with its exclusions (ruling 53): it is walked in order, the
 * last pattern that matches decides, and a list that starts with a `!` starts from everything.
 * A list without an entry selects nothing.
 */
function compilePatternList(sources, options = {}) {
    const entries = [];
    const problems = [];
    sources.forEach((source, index) => {
        const takesAway = source.startsWith('!');
        const compiled = (0,_compile_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .compilePattern */ .E)(takesAway ? source.slice(1).trimStart() : source, options);
        if (compiled.ok)
            entries.push({ takesAway, pattern: compiled.pattern });
        else
            problems.push({ index, source, why: compiled.why });
    });
    return problems.length > 0
        ? { ok: false, problems }
        : { ok: true, list: listOf(sources, entries) };
}
function listOf(sources, entries) {
    const startsFromAll = entries[0]?.takesAway ?? false;
    const includes = startsFromAll
        ? []
        : entries.filter(({ takesAway }) => !takesAway).map(({ pattern }) => pattern);
    const deciding = (text) => entries.findLast(({ pattern }) => pattern.match(text) !== null);
    const matches = (text) => {
        const entry = deciding(text);
        return entry === undefined ? startsFromAll : !entry.takesAway;
    };
    return {
        sources,
        includes,
        matches,
        captures: (text) => (includes.length > 0 && matches(text) ? capturesIn(includes, text) : []),
        decidedBy: (text) => {
            const entry = deciding(text);
            return entry === undefined || entry.takesAway ? null : entry.pattern.source;
        }
    };
}
function capturesIn(includes, text) {
    return includes.map((pattern) => pattern.match(text)).filter((captures) => captures !== null);
}


/***/ }),

/***/ 9374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ endOfRegExp),
/* harmony export */   r: () => (/* binding */ endOfClass)
/* harmony export */ });
/**
 * Where the regular expression that starts with the `/` at `start` ends: the place behind its
 * closing slash, which is the first without a backslash outside of brackets, as in JavaScript.
 * `null` where there is none.
 */
function endOfRegExp(text, start) {
    let inClass = false;
    for (let at = start + 1; at < text.length; at++) {
        const sign = text[at];
        if (sign === '\\')
            at++;
        else if (sign === '[')
            inClass = true;
        else if (sign === ']')
            inClass = false;
        else if (sign === '/' && !inClass)
            return at + 1;
    }
    return null;
}
/**
 * Where the set of signs that starts with the `[` at `start` ends: the place behind its
 * closing bracket. A `]` right after the opening, or after its `!` or `^`, is one of the
 * signs, and `[:alpha:]` inside is a name. `null` where it is not closed.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_14_01
 */
function endOfClass(text, start) {
    let at = start + 1;
    if (text[at] === '!' || text[at] === '^')
        at++;
    if (text[at] === ']')
        at++;
    while (at < text.length && text[at] !== ']') {
        const name = /^\[:[a-z]+:\]/.exec(text.slice(at, at + 12));
        if (name !== null)
            at += name[0].length;
        else
            at += text[at] === '\\' ? 2 : 1;
    }
    return at < text.length ? at + 1 : null;
}


/***/ }),

/***/ 6318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cy: () => (/* binding */ entryFor),
  _6: () => (/* binding */ parsePolicyFile)
});

// UNUSED EXPORTS: policyFileForm

// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
;// CONCATENATED MODULE: ./lib/policy/file/complaint.js
/** A complaint in the usual words: `found this, expected that`, and a hint where there is one. */
function complaint(at, path, found, expected, hint) {
    const tail = hint === undefined ? '' : `: ${hint}`;
    return { at, path, found, expected, sentence: `found ${found}, expected ${expected}${tail}` };
}
/** For `sort`: in the order of the text. */
function byPosition({ at: one }, { at: other }) {
    return one.line - other.line || one.column - other.column;
}

// EXTERNAL MODULE: ./lib/policy/file/nearest-word.js
var nearest_word = __webpack_require__(3420);
;// CONCATENATED MODULE: ./lib/policy/file/source-node.js
/** How an error message says what it found: `the text "ten"`, `the number 1.10`, `a map`. */
function foundText(node) {
    if (node.kind === 'list')
        return node.items.length === 0 ? 'an empty list' : 'a list';
    if (node.kind !== 'scalar')
        return 'a map';
    if (node.value === null)
        return node.source === '' ? 'nothing' : node.source;
    if (typeof node.value === 'string')
        return `the text ${quoted(node.value)}`;
    return typeof node.value === 'number' ? `the number ${node.source}` : node.source;
}
const LONGEST_QUOTE = 60;
/** Text in quotes on one line, cut where it is long. */
function quoted(text) {
    const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
    return JSON.stringify(cut);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/policy/file/source-walk.js



/** Values that aliases may stand for, all together: a shared list in every entry is far below. */
const MAX_ALIASED_VALUES = 100_000;
/**
 * Turns what the YAML library built into nodes of our own. An alias is the very node that its
 * anchor names, so nothing is copied, however often it stands. `near` is the position for a
 * value that is not there.
 */
function nodeOf(parsed, path, near, walk) {
    if ((0,dist/* isAlias */.Vj)(parsed))
        return aliased(parsed, path, near, walk);
    if (!(0,dist/* isScalar */.jn)(parsed) && !(0,dist/* isMap */.jh)(parsed) && !(0,dist/* isSeq */.oP)(parsed)) {
        return { node: { kind: 'scalar', at: near, value: null, source: '' }, size: 1 };
    }
    const at = parsed.range ? walk.at(startOf(parsed.range[0], parsed.tag, walk.text)) : near;
    notePath(at, path, walk);
    if (parsed.anchor !== undefined)
        walk.anchors.set(parsed.anchor, 'open');
    const sized = taggedNode(parsed, path, at, walk);
    if (parsed.anchor !== undefined)
        walk.anchors.set(parsed.anchor, sized);
    return sized;
}
/** A node's range begins after its tag. */
function startOf(offset, tag, text) {
    const tagAt = tag === undefined ? -1 : text.lastIndexOf(tag, offset);
    return tagAt === -1 ? offset : tagAt;
}
/** Tags of the core schema say what the value is anyway; `!` alone says that it is text. */
const CORE_TAG = /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq))$/;
function taggedNode(parsed, path, at, walk) {
    if (parsed.tag !== undefined && !CORE_TAG.test(parsed.tag)) {
        const found = `the YAML tag ${quoted(parsed.tag)}`;
        return broken(complaint(at, path, found, 'text', 'put it in quotes'), walk);
    }
    if ((0,dist/* isScalar */.jn)(parsed))
        return { node: scalarNode(parsed, at), size: 1 };
    return (0,dist/* isMap */.jh)(parsed) ? mapNode(parsed, path, at, walk) : listNode(parsed.items, path, at, walk);
}
function scalarNode({ value, source = '' }, at) {
    const known = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
    return { kind: 'scalar', at, value: known || value === null ? value : source, source };
}
function listNode(items, path, at, walk) {
    const sized = items.map((item, index) => nodeOf(item, `${path}[${index}]`, at, walk));
    return { node: { kind: 'list', at, items: sized.map(({ node }) => node) }, size: sizeOf(sized) };
}
function mapNode(map, path, at, walk) {
    const entries = [];
    const seen = new Set();
    const sized = [];
    for (const pair of map.items) {
        const named = keyOf(pair, path, at, walk);
        if (named === null)
            continue;
        if (seen.has(named.key)) {
            const found = `the key ${named.key} for the second time`;
            walk.complaints.push(complaint(named.keyAt, joinPath(path, named.key), found, 'each key once'));
        }
        seen.add(named.key);
        const value = nodeOf(pair.value, joinPath(path, named.key), named.keyAt, walk);
        entries.push({ ...named, value: value.node });
        sized.push(value);
    }
    return { node: { kind: 'map', at, entries }, size: sizeOf(sized) };
}
function keyOf({ key }, path, near, walk) {
    const keyAt = (0,dist/* isScalar */.jn)(key) && key.range ? walk.at(key.range[0]) : near;
    if ((0,dist/* isScalar */.jn)(key) && typeof key.value === 'string')
        return { key: key.value, keyAt };
    const found = (0,dist/* isScalar */.jn)(key) ? `the key ${key.source ?? ''}` : 'a key that is no text';
    walk.complaints.push(complaint(keyAt, path, found, 'a key that is text'));
    return null;
}
function aliased(alias, path, near, walk) {
    const at = alias.range ? walk.at(alias.range[0]) : near;
    notePath(at, path, walk);
    // An alias without a name was complained about by the parser.
    if (alias.source === '')
        return { node: { kind: 'broken', at }, size: 1 };
    const target = walk.anchors.get(alias.source);
    const found = `*${alias.source}`;
    if (target === undefined) {
        const hint = 'a pattern that begins with * has to be in quotes';
        return broken(complaint(at, path, found, 'an anchor that stands before it', hint), walk);
    }
    if (target === 'open') {
        return broken(complaint(at, path, found, 'no alias inside of what it names'), walk);
    }
    walk.aliasedValues += target.size;
    if (walk.aliasedValues <= MAX_ALIASED_VALUES || walk.exploded)
        return target;
    walk.exploded = true;
    const limit = `at most ${MAX_ALIASED_VALUES} values behind aliases`;
    return broken(complaint(at, path, 'aliases that explode', limit), walk);
}
/** So that what the parser said of a value can say by its keys where that is. */
function notePath(at, path, walk) {
    walk.paths.set(placeKey(at), path);
}
/** Names a position in {@link SourceWalk.paths}. */
function placeKey({ line, column }) {
    return `${line}:${column}`;
}
function broken(why, walk) {
    walk.complaints.push(why);
    return { node: { kind: 'broken', at: why.at }, size: 1 };
}
function sizeOf(parts) {
    return parts.reduce((sum, { size }) => sum + size, 1);
}
/** `packages[0]` and `keep` make `packages[0].keep`. */
function joinPath(path, key) {
    return path === '' ? key : `${path}.${key}`;
}

;// CONCATENATED MODULE: ./lib/policy/file/form.js




function refuse(place, expected, reading, hint) {
    if (place.node.kind === 'broken')
        return undefined;
    const found = foundText(place.node);
    reading.errors.push(complaint(place.node.at, place.path, found, expected, hint));
    return undefined;
}
/** A reader's error whose sentence says more than what was expected. */
function refuseBecause(place, why, reading) {
    if (place.node.kind === 'broken')
        return undefined;
    const { at } = place.node;
    const found = foundText(place.node);
    const sentence = `${found}: ${why}`;
    reading.errors.push({ at, path: place.path, found, expected: why, sentence });
    return undefined;
}
/**
 * Opens a map, and complains about keys that it can't have: with the nearest that it can, or
 * with what `elsewhere` says of a key that belongs to another place.
 */
function openSection(place, keys, reading, elsewhere = {}) {
    const { node, path } = place;
    if (node.kind !== 'map') {
        return refuse(place, 'a map', reading);
    }
    const places = new Map();
    for (const { key, keyAt, value } of node.entries) {
        const keyPath = joinPath(path, key);
        if (!Object.hasOwn(keys, key)) {
            reading.errors.push(unknownKey(key, keyAt, keyPath, Object.keys(keys), elsewhere));
        }
        else if (!places.has(key))
            places.set(key, { node: value, path: keyPath });
    }
    const hasStrangers = node.entries.some(({ key }) => !Object.hasOwn(keys, key));
    return { at: node.at, path, places, hasStrangers };
}
function unknownKey(key, at, path, known, elsewhere) {
    const found = `the key ${key}`;
    const why = key === '<<' ? MERGE_KEY : Object.hasOwn(elsewhere, key) ? elsewhere[key] : undefined;
    if (why !== undefined)
        return { at, path, found, expected: why, sentence: why };
    const nearest = (0,nearest_word/* nearestWord */.z)(key, known);
    const expected = nearest ?? `one of ${known.join(', ')}`;
    const guess = nearest === null ? `expected ${expected}` : `did you mean ${nearest}?`;
    return { at, path, found, expected, sentence: `unknown key ${key}: ${guess}` };
}
const MERGE_KEY = 'merge keys are no part of YAML 1.2: give an anchor to a whole value, such as a list of rules';
/** Reads one key of a section; `undefined` where it is not there or was complained about. */
function readKey(section, name, { form }, reading) {
    const place = section.places.get(name);
    return place === undefined ? undefined : form.read(place, reading);
}
/** Complains where a key that has to be there is not. */
function requireKey(section, name, reading) {
    if (section.places.has(name))
        return;
    const expected = `the key ${name}`;
    const sentence = `the key ${name} is missing`;
    const { at, path } = section;
    reading.errors.push({ at, path, found: 'nothing', expected, sentence });
}
/** The places of a list's items; `undefined`, and a complaint, where it is none. */
function itemPlaces(place, expected, reading) {
    const { node, path } = place;
    if (node.kind !== 'list')
        return refuse(place, expected, reading);
    return node.items.map((item, index) => ({ node: item, path: `${path}[${index}]` }));
}
/** The schema of a map with these keys and no others. */
function sectionSchema(keys, required, more = {}) {
    const properties = Object.fromEntries(Object.entries(keys).map(([name, { form, description }]) => [
        name,
        { description, ...form.schema }
    ]));
    return {
        type: 'object',
        additionalProperties: false,
        ...(required.length > 0 ? { required } : {}),
        properties,
        ...more
    };
}

;// CONCATENATED MODULE: ./lib/policy/file/syntax-complaint.js

/** Errors that say what is wrong with one value and leave all others as they were meant. */
const LOCAL = new Set(['BAD_SCALAR_START', 'BAD_ALIAS']);
/** Whether what the parser made of the rest can be read all the same. */
function leavesTreeWhole({ code }) {
    return LOCAL.has(code);
}
const SAYINGS = {
    MULTIPLE_DOCS: ['a second document', 'one document'],
    TAB_AS_INDENT: ['a tab', 'spaces before a key'],
    BAD_ALIAS: ['text that begins with *', 'text in quotes'],
    BAD_SCALAR_START: ['text that begins with a reserved sign', 'text in quotes']
};
/** An error of the YAML parser in our words, with the way out that people most often need. */
function syntaxComplaint({ code, message, pos: [offset] }, text, at) {
    const saying = SAYINGS[code];
    if (saying !== undefined)
        return complaint(at(offset), '', ...saying);
    const isFlow = /[{[]/.test(lineAt(text, offset));
    const hint = isFlow ? 'text with { } [ ] or , in it has to be in quotes' : undefined;
    return complaint(at(offset), '', `no valid YAML (${lowerFirst(message)})`, 'YAML', hint);
}
function lineAt(text, offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    return text.slice(start, end === -1 ? text.length : end);
}
function lowerFirst(text) {
    return text.slice(0, 1).toLowerCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/policy/file/read-source.js




/** In characters. A policy with a rule of its own for a thousand packages has a fifth of this. */
const MAX_TEXT_LENGTH = 1024 * 1024;
/** The deepest policy nests seven levels, and each takes up to two places in the parser's stack. */
const MAX_NESTING = 64;
/**
 * Reads YAML 1.2, of which JSON is a part, by its core schema. Anchors and aliases work; tags
 * of its own, keys that stand twice or are no text, and aliases that explode are complained
 * about. Never throws.
 *
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
function readSource(textWithMark) {
    const text = textWithMark.replace(/^\uFEFF/, '');
    const tooMuch = tooLong(text) ?? tooDeep(text);
    if (tooMuch !== null)
        return { root: null, complaints: [tooMuch] };
    const lineCounter = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, {
        version: '1.2',
        schema: 'core',
        prettyErrors: false,
        uniqueKeys: false,
        lineCounter
    });
    const at = (offset) => positionAt(lineCounter, offset);
    const syntax = document.errors.map((error) => syntaxComplaint(error, text, at));
    if (!document.errors.every(leavesTreeWhole))
        return { root: null, complaints: syntax };
    return walked(document.contents, text, at, syntax);
}
function walked(contents, text, at, syntax) {
    const walk = {
        text,
        at,
        complaints: [],
        anchors: new Map(),
        aliasedValues: 0,
        exploded: false,
        paths: new Map()
    };
    const { node } = nodeOf(contents, '', { line: 1, column: 1 }, walk);
    if (walk.exploded)
        return { root: null, complaints: walk.complaints };
    const placed = syntax.map((each) => ({ ...each, path: walk.paths.get(placeKey(each.at)) ?? '' }));
    return { root: node, complaints: [...placed, ...walk.complaints] };
}
function tooLong(text) {
    if (text.length <= MAX_TEXT_LENGTH)
        return null;
    const found = `a text of ${text.length} characters`;
    return complaint({ line: 1, column: 1 }, '', found, `at most ${MAX_TEXT_LENGTH}`);
}
/**
 * Asked before anything is built: the library builds nested values by recursion, and a stack
 * that overflows there can take the whole process with it. Its parser has a stack of its own.
 */
function tooDeep(text) {
    const lines = new dist/* LineCounter */.HN();
    const parser = new dist/* Parser */.iX(lines.addNewLine);
    lines.addNewLine(0);
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        Array.from(parser.next(lexeme));
        if (parser.stack.length > MAX_NESTING) {
            const at = positionAt(lines, parser.offset);
            return complaint(at, '', 'values nested too deeply', 'no more than a policy needs');
        }
    }
    return null;
}
function positionAt(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

// EXTERNAL MODULE: ./lib/model/parse-duration.js
var parse_duration = __webpack_require__(7227);
// EXTERNAL MODULE: ./lib/policy/deletion-limit.js
var deletion_limit = __webpack_require__(580);
;// CONCATENATED MODULE: ./lib/policy/file/scalar-forms.js




const IN_QUOTES = 'put it in quotes';
/**
 * The text of a place that has to be text (ruling 18): for a number, a boolean or what YAML
 * makes a map of, the error says to put it in quotes, and what would become of it without.
 */
function readText(place, expected, reading) {
    const { node } = place;
    if (node.kind === 'list')
        return refuse(place, expected, reading);
    if (node.kind !== 'scalar')
        return refuse(place, expected, reading, IN_QUOTES);
    if (typeof node.value === 'string') {
        return node.value.trim() === '' ? refuse(place, expected, reading) : node.value;
    }
    if (node.value === null && node.source === '')
        return refuse(place, expected, reading);
    const becomes = String(node.value);
    const change = becomes === node.source ? '' : `, without which it is ${becomes}`;
    return refuse(place, expected, reading, `${IN_QUOTES}${change}`);
}
/** Any text with something in it. */
function scalar_forms_text(expected) {
    return {
        schema: { type: 'string', pattern: '\\S' },
        read: (place, reading) => readText(place, expected, reading)
    };
}
/** Text that a parser accepts. `parse` gives a clause without the text where it does not. */
function parsedText(expected, schema, parse) {
    return {
        schema: { type: 'string', ...schema },
        read: (place, reading) => {
            const source = readText(place, expected, reading);
            if (source === undefined)
                return undefined;
            const parsed = parse(source, reading);
            return parsed.ok ? parsed.value : refuseBecause(place, parsed.why, reading);
        }
    };
}
/** `true` or `false`, by YAML 1.2's core schema. */
const truth = {
    schema: { type: 'boolean' },
    read: (place, reading) => {
        const { node } = place;
        return node.kind === 'scalar' && typeof node.value === 'boolean'
            ? node.value
            : refuse(place, 'true or false', reading);
    }
};
/** A key that can only be switched on. */
const onlyTrue = {
    schema: { const: true },
    read: (place, reading) => place.node.kind === 'scalar' && place.node.value === true
        ? true
        : refuse(place, 'true', reading)
};
/** A whole number in plain digits, at least `least` (ruling 18). */
function wholeNumber(least) {
    return {
        schema: { type: 'integer', minimum: least, maximum: Number.MAX_SAFE_INTEGER },
        read: (place, reading) => {
            const { node } = place;
            const expected = `a whole number from ${least}`;
            if (node.kind !== 'scalar' || typeof node.value !== 'number') {
                return refuse(place, expected, reading);
            }
            const isPlain = /^(?:0|[1-9]\d*)$/.test(node.source) && Number.isSafeInteger(node.value);
            return isPlain && node.value >= least ? node.value : refuse(place, expected, reading);
        }
    };
}
/** The number `1` and nothing else. */
const one = {
    schema: { const: 1 },
    read: (place, reading) => place.node.kind === 'scalar' && place.node.source === '1' && place.node.value === 1
        ? 1
        : refuse(place, '1, the only version of this format', reading)
};
/** One of these words. */
function choice(words) {
    const expected = words.length === 1 ? words.join() : `one of ${words.join(', ')}`;
    return {
        schema: { enum: words },
        read: (place, reading) => {
            const { node } = place;
            const value = node.kind === 'scalar' ? node.value : null;
            const found = words.find((word) => word === value);
            if (found !== undefined)
                return found;
            const nearest = typeof value === 'string' ? (0,nearest_word/* nearestWord */.z)(value, words) : null;
            const hint = nearest === null ? undefined : `did you mean ${nearest}?`;
            return refuse(place, expected, reading, hint);
        }
    };
}
/** A limit on deletions; in an entry of `packages` a share only (ruling 36). */
function deletionLimit(kinds) {
    const share = { type: 'string', pattern: '^(100(\\.0+)?|\\d{1,2}(\\.\\d+)?)%$' };
    const count = { type: 'integer', minimum: 0, maximum: 999_999_999_999_999 };
    const countText = { type: 'string', pattern: '^\\d{1,15}$' };
    return {
        schema: kinds === 'share' ? share : { anyOf: [count, countText, share] },
        read: (place, reading) => {
            const written = plainText(place);
            if (written === null)
                return refuse(place, 'a number such as 500 or a share', reading);
            const parsed = (0,deletion_limit/* parseDeletionLimit */.d)(written);
            if (!parsed.ok)
                return refuseBecause(place, parsed.why, reading);
            if (kinds === 'share' && parsed.limit.kind === 'count') {
                const why = 'a count is for the whole run; in an entry write a share such as 25%';
                return refuseBecause(place, why, reading);
            }
            return parsed.limit;
        }
    };
}
/** All that `parseDuration` accepts, but for units that stand twice and more than 1,000 years. */
const DURATION_PATTERN = durationPattern();
function durationPattern() {
    const words = ['s', 'h', 'd', 'w', 'mo', 'y'];
    const long = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'];
    const unit = ['m', ...words.map(anyCase), ...long.map((word) => `${anyCase(word)}[sS]?`)].join('|');
    const part = `\\d+\\s*(${unit})`;
    const iso = 'P(?=\\d|T)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?';
    return `^\\s*(0|${part}(\\s+${part})*|${iso})\\s*$`;
}
function anyCase(word) {
    return Array.from(word, (letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}
/**
 * A duration as the inputs of the action have it. `0` may stand without quotes, as a number;
 * so may other numbers, to be told that a unit is missing.
 */
const duration = {
    schema: {
        anyOf: [{ const: 0 }, { type: 'string', pattern: DURATION_PATTERN }],
        examples: ['30d', '36h', '2w', '6mo', '1y']
    },
    read: (place, reading) => {
        const written = plainText(place);
        if (written === null)
            return refuse(place, 'a duration such as 30d or 36h', reading);
        const parsed = (0,parse_duration/* parseDuration */.E)(written);
        return parsed.ok ? parsed.duration : refuseBecause(place, parsed.why, reading);
    }
};
/** Text or a number, as it is written; `null` for anything else. */
function plainText({ node }) {
    if (node.kind !== 'scalar')
        return null;
    if (typeof node.value === 'string')
        return node.value;
    return typeof node.value === 'number' ? node.source : null;
}

// EXTERNAL MODULE: ./lib/model/digest.js
var digest = __webpack_require__(4505);
// EXTERNAL MODULE: ./lib/policy/compile-pattern.js + 10 modules
var compile_pattern = __webpack_require__(2137);
// EXTERNAL MODULE: ./lib/policy/package-names.js
var package_names = __webpack_require__(3015);
// EXTERNAL MODULE: ./lib/policy/pattern-check.js
var pattern_check = __webpack_require__(4609);
// EXTERNAL MODULE: ./lib/policy/pattern-list.js
var pattern_list = __webpack_require__(165);
// EXTERNAL MODULE: ./lib/policy/versions/semver-range.js
var semver_range = __webpack_require__(3520);
;// CONCATENATED MODULE: ./lib/policy/file/pattern-schema.js
/**
 * What a JSON Schema can say of patterns, as regular expressions for its `pattern`. They accept
 * whatever the parser does, and refuse what can be told from the text alone: what is not closed,
 * look-around, flags, a template without its capture. Compiled with the flag `u`, and without.
 */
/** A set in square brackets, as `endOfClass` reads it: a `]` in front is one of its signs. */
const SET = '\\[(?:[!^]?\\](?:\\\\[\\s\\S]|[^\\]\\\\])*|(?![!^]?\\])(?:\\\\[\\s\\S]|[^\\]\\\\])+)\\]';
/** A piece of a glob. */
const PIECE = `(?:\\\\[\\s\\S]|${SET}|\\{(?=[\\s\\S]*\\})|[^\\\\\\[{])`;
/** After a backslash: no back reference, and no letter that means nothing in JavaScript. */
const ESCAPE = '\\\\(?:[^A-Za-z1-9]|[dDwWsSbBnrtfv0xucpP])';
/** A set of a regular expression. */
const EXPRESSION_SET = `\\[(?:${ESCAPE}|[^\\]\\\\])*\\]`;
/** A group without look-around, and without the `(?P<name>` of Python. */
const GROUP = '\\((?!\\?(?:[=!P]|<[=!]))';
/** A piece of what stands between slashes. */
const EXPRESSION = `(?:${ESCAPE}|${EXPRESSION_SET}|${GROUP}|[^\\\\\\[\\/\\(])`;
const NOT_BLANK = '(?=[\\s\\S]*\\S)';
/** One item of a list of patterns, a `!` in front allowed. */
const PATTERN_SCHEMA = `^(?:!\\s*)?(?:\\/${EXPRESSION}+\\/i?|(?![!\\/])${NOT_BLANK}${PIECE}+)$`;
/** A template: a glob that captures, for `{number}` also a regular expression. */
function templateSchema(capture) {
    const glob = `(?![!\\/])${PIECE}*?\\{${capture}\\}${PIECE}*`;
    if (capture === 'branch')
        return `^${glob}$`;
    const expression = `\\/${EXPRESSION}*?\\(\\?<${capture}>${EXPRESSION}*\\/i?`;
    return `^(?:${expression}|${glob})$`;
}
/** The signs that ranges of node-semver are made of. */
const RANGE_SCHEMA = `^${NOT_BLANK}[\\s0-9A-Za-z.*|<>=~^+\\-]*$`;

;// CONCATENATED MODULE: ./lib/policy/file/list-forms.js









/** One value or a list of them, never an empty one (ruling 16). */
function oneOrMore(item) {
    return {
        schema: { anyOf: [item.schema, { type: 'array', minItems: 1, items: item.schema }] },
        read: (place, reading) => {
            const places = place.node.kind === 'list' ? listPlaces(place, reading) : [place];
            if (places === undefined)
                return undefined;
            const values = places.map((each) => item.read(each, reading));
            return values.some((value) => value === undefined)
                ? undefined
                : values.filter((value) => value !== undefined);
        }
    };
}
function listPlaces(place, reading) {
    const places = itemPlaces(place, 'a list', reading);
    if (places?.length !== 0)
        return places;
    return refuse(place, 'at least one entry', reading);
}
const onePattern = {
    schema: { type: 'string', pattern: PATTERN_SCHEMA },
    read: (place, reading) => {
        const source = readText(place, 'a pattern', reading);
        if (source === undefined)
            return undefined;
        const check = (0,pattern_check/* checkPattern */.r)(source, reading.types);
        return check.ok ? source : refuseBecause(place, check.why, reading);
    }
};
const patternSources = oneOrMore(onePattern);
/** Patterns of tags, each of which could match a tag of the entry's types (ruling 68). */
const patterns = {
    schema: patternSources.schema,
    read: (place, reading) => {
        const sources = patternSources.read(place, reading);
        const compiled = sources === undefined ? undefined : (0,pattern_list/* compilePatternList */._)(sources);
        return compiled?.ok === true ? compiled.list : undefined;
    }
};
const oneName = {
    schema: { type: 'string', pattern: PATTERN_SCHEMA },
    read: (place, reading) => {
        const source = readText(place, 'a name or a pattern of names', reading);
        if (source === undefined)
            return undefined;
        const compiled = (0,package_names/* compileNamePattern */.tO)(source);
        return compiled.ok ? source : refuseBecause(place, compiled.why, reading);
    }
};
const nameSources = oneOrMore(oneName);
/** Names of packages (ruling 54). */
const packageNames = {
    schema: nameSources.schema,
    read: (place, reading) => {
        const sources = nameSources.read(place, reading);
        const compiled = sources === undefined ? undefined : (0,package_names/* compilePackageNames */.UW)(sources);
        return compiled?.ok === true ? compiled.names : undefined;
    }
};
/** Patterns, each of which captures what the condition asks GitHub about. */
function templates(capture) {
    const example = capture === 'number' ? 'pr-{number}' : '{branch}-*';
    const expected = `a pattern with {${capture}} in it, such as "${example}"`;
    return oneOrMore({
        schema: {
            type: 'string',
            pattern: templateSchema(capture),
            examples: [example]
        },
        read: (place, reading) => {
            const source = readText(place, expected, reading);
            return source === undefined ? undefined : template(source, capture, expected, place, reading);
        }
    });
}
function template(source, capture, expected, place, reading) {
    if (source.startsWith('!'))
        return refuse(place, expected, reading, 'it can take nothing away');
    // A regular expression gives one way of splitting a tag, and ruling 4 asks for all of them.
    if (capture === 'branch' && source.startsWith('/')) {
        return refuse(place, expected, reading, 'a regular expression can not be split in every way');
    }
    const compiled = (0,compile_pattern/* compilePattern */.E)(source);
    if (!compiled.ok)
        return refuseBecause(place, compiled.why, reading);
    if (!compiled.pattern.captureNames.includes(capture))
        return refuse(place, expected, reading);
    const check = (0,pattern_check/* checkPattern */.r)(source, reading.types);
    return check.ok ? compiled.pattern : refuseBecause(place, check.why, reading);
}
/** node-semver's syntax. @see https://github.com/npm/node-semver#ranges */
const versionRange = parsedText('a range such as ">=1"', { pattern: RANGE_SCHEMA }, (source) => {
    const parsed = (0,semver_range/* parseRange */.RC)(source);
    return parsed.ok ? { ok: true, value: parsed.range } : parsed;
});
/** What names a manifest. */
const list_forms_digest = parsedText('a digest', { pattern: '^sha256:[0-9a-f]{64}$' }, (source) => (0,digest/* isSha256Digest */.q9)(source)
    ? { ok: true, value: source }
    : { ok: false, why: 'no digest: expected sha256: and 64 digits from 0-9a-f' });

;// CONCATENATED MODULE: ./lib/policy/hidden-entries.js

/** So many lists with patterns are asked about each plain name: it is a warning, no more. */
const MAX_PATTERNED = 100;
/**
 * The places of entries of which earlier ones certainly match all packages, so that they are
 * nobody's policy. Patterns are not compared in general: what is not sure is not hidden.
 */
function hiddenEntries(entries) {
    const covered = new Map();
    return entries.flatMap(({ names, types }, index) => {
        const isHidden = types.every((type) => isCovered(names, type, covered.get(type)));
        for (const type of types)
            covered.set(type, withList(names, covered.get(type)));
        return isHidden ? [index] : [];
    });
}
function withList(names, before) {
    const { sources } = names;
    const covered = before ?? {
        everything: false,
        lists: new Set(),
        sources: new Set(),
        patterned: []
    };
    covered.everything ||= matchesEverything(sources);
    covered.lists.add(listKey(sources));
    if (!sources.some(isExclusion)) {
        for (const source of sources)
            covered.sources.add(source.toLowerCase());
    }
    if (covered.patterned.length < MAX_PATTERNED && !sources.every(package_names/* isPlainName */.sh)) {
        covered.patterned.push(names);
    }
    return covered;
}
function isCovered({ sources }, type, covered) {
    if (covered === undefined)
        return false;
    if (covered.everything || covered.lists.has(listKey(sources)))
        return true;
    const [first] = sources;
    if (first === undefined || isExclusion(first))
        return false;
    return sources
        .filter((source) => !isExclusion(source))
        .every((source) => covered.sources.has(source.toLowerCase()) ||
        ((0,package_names/* isPlainName */.sh)(source) && isMatched(source, type, covered.patterned)));
}
function isMatched(name, type, lists) {
    const [, login = '', bare = name] = /^@([^/]*)\/(.*)$/.exec(name) ?? [];
    return lists.some((names) => names.matches({ owner: { login }, type, name: bare }));
}
/** Whether a `*` stands after the last exclusion. */
function matchesEverything(sources) {
    const afterExclusions = sources.slice(sources.findLastIndex(isExclusion) + 1);
    return afterExclusions.some((source) => /^\*+$/.test(source));
}
function isExclusion(source) {
    return source.startsWith('!');
}
function listKey(sources) {
    return sources.join('\n').toLowerCase();
}

// EXTERNAL MODULE: ./lib/model/broken.js
var model_broken = __webpack_require__(6588);
// EXTERNAL MODULE: ./lib/policy/policy.js
var policy = __webpack_require__(3506);
;// CONCATENATED MODULE: ./lib/policy/policy-keys.js





/**
 * Every key of a policy file, its form and what editors say about it: the one table from which
 * the parser reads and `schema/policy-v1.json` is made. The maps and lists around the keys are
 * in policy-rules.ts, policy-entry.ts and policy-file.ts.
 */
const WITH_TAGS = ['container', 'docker'];
/** A key whose value is a condition. */
function condition(form, description, make, types) {
    const read = (place, reading) => {
        const value = form.read(place, reading);
        return value === undefined ? undefined : make(value);
    };
    const key = { form: { schema: form.schema, read }, description };
    return types === undefined ? key : { ...key, types };
}
/** Conditions, which rules of both kinds may have. All of one rule must hold together. */
const CONDITION_KEYS = {
    tags: condition(patterns, 'A tag matches: one pattern or a list. For types without tags the version name stands in. ' +
        '`*` matches `/` too, `!pattern` takes away, `/…/` is a regular expression, `{name}` captures.', (list) => ({ kind: 'tags', patterns: list })),
    untagged: condition(truth, 'true: the image has no tag. false: it has one. Containers and docker only.', (value) => ({ kind: 'untagged', value }), WITH_TAGS),
    semver: condition(versionRange, 'A tag is a semantic version in this range of node-semver, such as ">=1 <2". Prereleases are ' +
        'compared like any version: ">=1.2.3" does not hold for 1.2.3-alpine.', (range) => ({ kind: 'semver', range })),
    prerelease: condition(truth, 'true: a tag is a version with a prerelease part. false: one is a version without. On ' +
        'containers 1.2.3-alpine is a variant, not a prerelease.', (value) => ({ kind: 'prerelease', value })),
    superseded: condition(onlyTrue, 'A tag is a prerelease, and the release that it led to is in the package.', () => ({ kind: 'superseded' })),
    'older-than': condition(duration, 'The version is older than this, such as 30d or 6mo. 0 holds for everything. Exactly as old is ' +
        'not older. What counts is `age-by`.', (age) => ({ kind: 'older-than', age })),
    'newer-than': condition(duration, 'The version is not older than this. 0 holds for nothing.', (age) => ({ kind: 'newer-than', age })),
    ids: condition(oneOrMore(wholeNumber(1)), 'Its id in the REST API is listed here. A keep rule also holds where the id is one of a part ' +
        'of the image.', (ids) => ({ kind: 'ids', ids })),
    digests: condition(oneOrMore(list_forms_digest), 'Its digest is listed here. A keep rule also holds where the digest is one of a part of the ' +
        'image. Containers and docker only.', (digests) => ({ kind: 'digests', digests }), WITH_TAGS),
    broken: condition(oneOrMore(choice(model_broken/* BROKEN_KINDS */.s)), 'ghost: an index of which every image is missing; partial: some are; orphaned: what it belongs ' +
        'to is missing; unpullable: the registry does not know its manifest. Containers only.', (kinds) => ({ kind: 'broken', kinds }), ['container']),
    'closed-pull-request': condition(templates('number'), 'A tag matches the template, and pull request {number} of the repository is closed or merged.', (list) => ({ kind: 'closed-pull-request', templates: list })),
    'open-pull-request': condition(templates('number'), 'A tag matches the template, and pull request {number} of the repository is open.', (list) => ({ kind: 'open-pull-request', templates: list })),
    'gone-branch': condition(templates('branch'), 'A tag matches the template, {branch} was the head of a pull request, and no such branch is ' +
        'there any more. Never holds for latest or a release.', (list) => ({ kind: 'gone-branch', templates: list })),
    'live-branch': condition(templates('branch'), 'A tag matches the template, and the repository has a branch {branch}.', (list) => ({ kind: 'live-branch', templates: list })),
    release: condition(truth, 'true: a tag, with or without a leading v, is the tag of a release or a git tag. false: one ' +
        'is not.', (value) => ({ kind: 'release', value })),
    'listed-in': condition(oneOrMore(scalar_forms_text('a glob of files')), 'A file of the workspace that these globs match names the digest, or name:tag of it. `*` does ' +
        'not match `/`, `**` does. Globs that match no file keep everything.', (globs) => ({ kind: 'listed-in', globs }))
};
/** Quotas, which keep rules alone have. Each counts on its own. */
const QUOTA_KEYS = {
    newest: {
        form: wholeNumber(0),
        description: 'Keeps the N newest for which the conditions hold. 0 keeps none.'
    },
    hourly: { form: wholeNumber(0), description: everyPeriod('hours') },
    daily: { form: wholeNumber(0), description: everyPeriod('days') },
    weekly: { form: wholeNumber(0), description: everyPeriod('ISO weeks') },
    monthly: { form: wholeNumber(0), description: everyPeriod('months') },
    yearly: { form: wholeNumber(0), description: everyPeriod('years') }
};
function everyPeriod(periods) {
    return (`Keeps the newest of each of the last N ${periods} (UTC) that have one, and the oldest while ` +
        'the count is not used up. Not with `by: semver`.');
}
const RANKINGS = ['created', 'updated', 'semver'];
/** How the quotas of a keep rule count; both need a quota. */
const COUNTING_KEYS = {
    per: {
        form: scalar_forms_text('a captured name, or major, minor, patch or channel'),
        description: 'Counts each group on its own: a name that every pattern captures, or major, minor, patch ' +
            'or channel of the version. Needs a quota.'
    },
    by: {
        form: choice(RANKINGS),
        description: 'What newest means: created, updated or semver. Default: `age-by`. Needs a quota; semver not ' +
            'with hourly to yearly.'
    }
};
/** What every rule may have besides. */
const RULE_KEYS = {
    name: {
        form: scalar_forms_text('a name'),
        description: 'What reports call the rule. Default: `keep rule 2`, `delete rule 1`.'
    }
};
/** Settings that `defaults` and entries may have; in an entry `max-deletions` is a share. */
const SETTING_KEYS = {
    'untagged-grace': {
        form: duration,
        description: 'Untagged images that are not older than this never go. Default: 1d. 0: none.'
    },
    'age-by': {
        form: choice(policy/* AGE_DATES */.s_),
        description: 'The date behind ages and newest: created (the default) or updated.'
    },
    untag: {
        form: truth,
        description: 'Whether a selected tag is taken off a version that has to stay. Default: false.'
    },
    'last-version': {
        form: choice(policy/* LAST_VERSION_WAYS */.b4),
        description: 'Where the plan would empty a package or delete its last tagged version: keep the newest ' +
            '(the default), delete-package, or fail.'
    },
    'max-deletions': {
        form: deletionLimit('count-or-share'),
        description: 'If the plan deletes more, nothing at all is changed: a count over the whole run such as ' +
            '500, or a share of the versions of each package such as 25%. Default: no limit.'
    }
};
const ENTRY_SETTING_KEYS = {
    ...SETTING_KEYS,
    'max-deletions': {
        form: deletionLimit('share'),
        description: 'If the plan deletes more than this share of the versions of a package, such as 25%, nothing ' +
            'at all is changed. Applies beside those of defaults and the input.'
    }
};
const TYPE_KEY = {
    form: oneOrMore(choice(model_package/* PACKAGE_TYPES */.Zc)),
    description: 'One type of packages or a list. Default: all six.'
};

;// CONCATENATED MODULE: ./lib/policy/grouping.js

/**
 * What `per: name` means beside these conditions: a capture of their patterns, else a part of
 * the version. A tag that passes a rule passes each of its conditions, so the name is captured
 * for certain where every pattern of one of them captures it; where a tag could pass without,
 * it is an error (rulings 22 and 48).
 */
function groupingOf(name, conditions) {
    const lists = conditions.map(patternsOf).filter((patterns) => patterns.length > 0);
    const captures = ({ captureNames }) => captureNames.includes(name);
    if (lists.some((patterns) => patterns.every(captures))) {
        return { ok: true, value: { kind: 'capture', name } };
    }
    if (lists.flat().some(captures)) {
        const without = lists.flat().find((pattern) => !captures(pattern));
        return { ok: false, why: `the pattern ${without?.source ?? ''} matches without {${name}}` };
    }
    const kind = policy/* VERSION_GROUPS */.y.find((group) => group === name);
    if (kind !== undefined)
        return { ok: true, value: { kind } };
    const names = [...new Set(lists.flat().flatMap(({ captureNames }) => captureNames))];
    const known = [...names, ...policy/* VERSION_GROUPS */.y].join(', ');
    return { ok: false, why: `no pattern of the rule captures {${name}}; expected one of ${known}` };
}
/** The patterns of which a tag has to match one; none where the condition asks none. */
function patternsOf(condition) {
    if ('templates' in condition)
        return condition.templates;
    return condition.kind === 'tags' ? condition.patterns.includes : [];
}

;// CONCATENATED MODULE: ./lib/policy/rule-check.js




/** Conditions that are asked of each user tag on its own (ruling 1). */
const ABOUT_TAGS = [
    'tags',
    'semver',
    'prerelease',
    'superseded',
    'closed-pull-request',
    'open-pull-request',
    'gone-branch',
    'live-branch',
    'release'
];
/**
 * Complains about conditions that none of the entry's types has (ruling 37), and warns of those
 * that hold for nothing or for less than one may think (ruling 41).
 */
function checkConditions({ places }, reading) {
    for (const [name, place] of places)
        checkTypes(name, place, reading);
    const semver = places.get('semver');
    if (semver !== undefined && reading.types.every(hasVersionsOfItsOwn)) {
        const why = `versions of ${reading.types.join(', ')} are rarely semantic versions, and others never hold`;
        reading.warnings.push(doubt(semver, why));
    }
    const untagged = places.get('untagged');
    const about = ABOUT_TAGS.filter((kind) => places.has(kind));
    if (untagged?.node.kind === 'scalar' && untagged.node.value === true && about.length > 0) {
        const why = `beside ${about.join(', ')} the rule never holds: those ask for a tag`;
        reading.warnings.push(doubt(untagged, why));
    }
}
function checkTypes(name, place, reading) {
    const types = Object.entries(CONDITION_KEYS).find(([key]) => key === name)?.[1].types;
    if (types === undefined || types.some((type) => reading.types.includes(type)))
        return;
    const why = `only ${types.join(' and ')} packages have ${name}, and the entry is for ${reading.types.join(', ')}`;
    refuseBecause(place, why, reading);
}
function hasVersionsOfItsOwn(type) {
    return type === 'maven' || type === 'rubygems';
}
function doubt({ node, path }, why) {
    const { found, expected } = complaint(node.at, path, foundText(node), why);
    return { at: node.at, path, found, expected, sentence: why };
}

;// CONCATENATED MODULE: ./lib/policy/policy-rules.js






const DELETE_KEYS = { ...RULE_KEYS, ...CONDITION_KEYS };
const KEEP_KEYS = { ...DELETE_KEYS, ...QUOTA_KEYS, ...COUNTING_KEYS };
const CONDITIONS = Object.keys(CONDITION_KEYS);
const QUOTAS = Object.keys(QUOTA_KEYS);
const SETTINGS_ELSEWHERE = notes(Object.keys(ENTRY_SETTING_KEYS), 'it is a setting of the entry or of defaults');
const QUOTAS_ELSEWHERE = notes([...QUOTAS, ...Object.keys(COUNTING_KEYS)], 'only keep rules have quotas; what they keep is not deleted');
function notes(keys, note) {
    return Object.fromEntries(keys.map((key) => [key, note]));
}
/** A list of keep rules. */
const keepRules = {
    schema: { type: 'array', items: keepSchema() },
    read: (place, reading) => readRules(place, reading, readKeepRule)
};
/** A list of delete rules, each with a condition (ruling 16). */
const deleteRules = {
    schema: {
        type: 'array',
        items: sectionSchema(DELETE_KEYS, [], { anyOf: anyRequired(CONDITIONS) })
    },
    read: (place, reading) => readRules(place, reading, readDeleteRule)
};
function keepSchema() {
    const needsQuota = { anyOf: anyRequired(QUOTAS) };
    return sectionSchema(KEEP_KEYS, [], {
        anyOf: anyRequired([...CONDITIONS, ...QUOTAS]),
        dependentSchemas: { per: needsQuota, by: needsQuota },
        if: { properties: { by: { const: 'semver' } }, required: ['by'] },
        // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
        then: { not: { anyOf: anyRequired(policy/* CALENDAR_PERIODS */.WJ) } }
    });
}
function anyRequired(keys) {
    return keys.map((key) => ({ required: [key] }));
}
function readRules(place, reading, readRule) {
    return itemPlaces(place, 'a list of rules', reading)
        ?.map((item, index) => readRule(item, index + 1, reading))
        .filter((rule) => rule !== undefined);
}
function readDeleteRule(place, number, reading) {
    const elsewhere = { ...SETTINGS_ELSEWHERE, ...QUOTAS_ELSEWHERE };
    const section = openSection(place, DELETE_KEYS, reading, elsewhere);
    if (section === undefined)
        return undefined;
    requireOneOf(section, CONDITIONS, DELETE_NEEDS, reading);
    const label = readKey(section, 'name', RULE_KEYS.name, reading) ?? `delete rule ${number}`;
    return { label, conditions: readConditions(section, reading) };
}
const DELETE_NEEDS = 'a condition (older-than: 0 is how a rule says everything)';
const KEEP_NEEDS = 'a condition or a quota';
function readKeepRule(place, number, reading) {
    const section = openSection(place, KEEP_KEYS, reading, SETTINGS_ELSEWHERE);
    if (section === undefined)
        return undefined;
    requireOneOf(section, [...CONDITIONS, ...QUOTAS], KEEP_NEEDS, reading);
    const conditions = readConditions(section, reading);
    checkCounting(section, reading);
    return {
        label: readKey(section, 'name', RULE_KEYS.name, reading) ?? `keep rule ${number}`,
        conditions,
        quotas: readQuotas(section, reading),
        per: readGrouping(section, conditions, reading),
        by: readKey(section, 'by', COUNTING_KEYS.by, reading) ?? null
    };
}
function requireOneOf({ at, path, places, hasStrangers }, keys, expected, reading) {
    if (hasStrangers || keys.some((key) => places.has(key)))
        return;
    const others = [...places.keys()].join(', ');
    const found = others === '' ? 'a rule with nothing in it' : `a rule with ${others} alone`;
    reading.errors.push(complaint(at, path, found, expected));
}
function readConditions(section, reading) {
    checkConditions(section, reading);
    return Object.entries(CONDITION_KEYS)
        .map(([name, key]) => readKey(section, name, key, reading))
        .filter((condition) => condition !== undefined);
}
function readQuotas(section, reading) {
    return ['newest', ...policy/* CALENDAR_PERIODS */.WJ].flatMap((kind) => {
        const count = readKey(section, kind, QUOTA_KEYS[kind], reading);
        return count === undefined ? [] : [{ kind, count }];
    });
}
/** `per` and `by` say how a quota counts, and periods are of time (ruling 46). */
function checkCounting(section, reading) {
    const { places } = section;
    const [by, per] = [places.get('by'), places.get('per')];
    if (!section.hasStrangers && !QUOTAS.some((key) => places.has(key))) {
        for (const place of [by, per]) {
            if (place !== undefined)
                refuseBecause(place, 'it needs a quota, such as newest: 3', reading);
        }
    }
    const isSemver = by?.node.kind === 'scalar' && by.node.value === 'semver';
    const calendar = policy/* CALENDAR_PERIODS */.WJ.filter((period) => places.has(period));
    if (isSemver && calendar.length > 0) {
        refuseBecause(by, `${calendar.join(', ')} count by dates: created or updated`, reading);
    }
}
function readGrouping(section, conditions, reading) {
    const place = section.places.get('per');
    const name = readKey(section, 'per', COUNTING_KEYS.per, reading);
    if (place === undefined || name === undefined)
        return null;
    const grouping = groupingOf(name, conditions);
    if (grouping.ok)
        return grouping.value;
    // A pattern that did not parse was complained about, and could be the one that captures.
    if (PATTERN_KEYS.filter((key) => section.places.has(key)).length === patternLists(conditions)) {
        refuseBecause(place, grouping.why, reading);
    }
    return null;
}
const PATTERN_KEYS = [
    'tags',
    'closed-pull-request',
    'open-pull-request',
    'gone-branch',
    'live-branch'
];
function patternLists(conditions) {
    const keys = PATTERN_KEYS;
    return conditions.filter(({ kind }) => keys.includes(kind)).length;
}

;// CONCATENATED MODULE: ./lib/policy/policy-entry.js






function readSettings(section, keys, reading) {
    const given = {
        untaggedGrace: readKey(section, 'untagged-grace', keys['untagged-grace'], reading) ?? null,
        ageBy: readKey(section, 'age-by', keys['age-by'], reading) ?? null,
        untag: readKey(section, 'untag', keys.untag, reading) ?? null,
        lastVersion: readKey(section, 'last-version', keys['last-version'], reading) ?? null,
        maxDeletions: readKey(section, 'max-deletions', keys['max-deletions'], reading) ?? null
    };
    return given;
}
/** The map `defaults`. */
const defaultsForm = {
    schema: sectionSchema(SETTING_KEYS, []),
    read: (place, reading) => {
        const section = openSection(place, SETTING_KEYS, reading);
        return section && readSettings(section, SETTING_KEYS, reading);
    }
};
/** What an entry may have. */
const ENTRY_KEYS = {
    names: {
        form: packageNames,
        description: 'Names or patterns of packages: `*` matches `/` too, `!pattern` takes away. Letter case does ' +
            'not matter; for npm with or without the scope.'
    },
    type: TYPE_KEY,
    keep: {
        form: keepRules,
        description: 'Alternatives: what one of these rules keeps stays, whatever `delete` says.'
    },
    delete: {
        form: deleteRules,
        description: 'Alternatives: what one of these rules selects goes, unless something keeps it.'
    },
    ...ENTRY_SETTING_KEYS
};
const IN_A_RULE = 'it belongs in a rule under keep or delete';
const RULES_ELSEWHERE = Object.fromEntries(Object.keys(CONDITION_KEYS).map((key) => [key, IN_A_RULE]));
function readEntry(place, reading) {
    const section = openSection(place, ENTRY_KEYS, reading, RULES_ELSEWHERE);
    if (section === undefined)
        return undefined;
    requireKey(section, 'names', reading);
    const names = readKey(section, 'names', ENTRY_KEYS.names, reading);
    const types = [...new Set(readKey(section, 'type', ENTRY_KEYS.type, reading) ?? model_package/* PACKAGE_TYPES */.Zc)];
    const inEntry = { ...reading, types };
    const rules = {
        keep: readKey(section, 'keep', ENTRY_KEYS.keep, inEntry) ?? [],
        delete: readKey(section, 'delete', ENTRY_KEYS.delete, inEntry) ?? [],
        settings: readSettings(section, ENTRY_SETTING_KEYS, inEntry)
    };
    return names && { names, types, path: place.path, ...rules };
}
/** The list `packages`, never an empty one. */
const entriesForm = {
    schema: { type: 'array', minItems: 1, items: sectionSchema(ENTRY_KEYS, ['names']) },
    read: (place, reading) => {
        const places = itemPlaces(place, 'a list of entries', reading);
        if (places?.length === 0) {
            return refuse(place, 'at least one entry', reading);
        }
        if (places === undefined)
            return undefined;
        const entries = places
            .map((item) => readEntry(item, reading))
            .filter((entry) => entry !== undefined);
        // Where one was left out there is an error, and nobody looks at warnings.
        if (entries.length === places.length)
            warnOfHidden(places, entries, reading);
        return entries;
    }
};
/** Ruling 54. */
function warnOfHidden(places, entries, reading) {
    for (const index of hiddenEntries(entries)) {
        const place = places[index];
        if (place === undefined)
            continue;
        const sentence = 'earlier entries match all that this one does, so it is never used';
        const found = 'an entry that is never used';
        const { at } = place.node;
        reading.warnings.push({ at, path: place.path, found, expected: 'it further up', sentence });
    }
}

// EXTERNAL MODULE: ./lib/policy/settings.js
var settings = __webpack_require__(4661);
;// CONCATENATED MODULE: ./lib/policy/policy-file.js








/**
 * Reads a policy file, YAML or JSON (3-policy). All errors are given at once, in the order of
 * the text. `fileName` is for messages only. Never throws.
 */
function parsePolicyFile(source, fileName) {
    const { root, complaints } = readSource(source);
    const reading = { errors: [...complaints], warnings: [], types: model_package/* PACKAGE_TYPES */.Zc };
    const file = root === null ? undefined : policyFileForm.read({ node: root, path: '' }, reading);
    if (file === undefined || reading.errors.length > 0) {
        return { ok: false, errors: inFile(reading.errors, fileName) };
    }
    return { ok: true, file, warnings: inFile(reading.warnings, fileName) };
}
/** The entry that is the policy of a package: the first that matches; `null` where none does. */
function entryFor({ entries }, named) {
    return (entries.find(({ types, names }) => types.includes(named.type) && names.matches(named)) ?? null);
}
/** What stands behind an alias is read once for each, but is wrong only once. */
function inFile(complaints, file) {
    const distinct = new Map();
    for (const { at, path, found, expected, sentence } of complaints.toSorted(byPosition)) {
        const where = `${file}:${at.line}:${at.column}`;
        const message = `${where}: ${path === '' ? '' : `${path}: `}${sentence}`;
        const key = `${where}: ${sentence}`;
        if (!distinct.has(key)) {
            distinct.set(key, { file, line: at.line, column: at.column, path, found, expected, message });
        }
    }
    return [...distinct.values()];
}
const OWNER = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*)$/;
const FILE_KEYS = {
    $schema: { form: scalar_forms_text('the address of the schema'), description: 'For editors; not read.' },
    version: { form: one, description: 'The version of this format: 1.' },
    owner: {
        form: parsedText('an organisation or user', { pattern: OWNER.source }, (source) => OWNER.test(source)
            ? { ok: true, value: source }
            : { ok: false, why: 'no name of an organisation or user' }),
        description: 'The organisation or user that has the packages. Default: the input `owner`.'
    },
    defaults: {
        form: defaultsForm,
        description: 'Settings of every entry that does not say otherwise. They go before the inputs.'
    },
    packages: {
        form: entriesForm,
        description: 'The first entry that matches a package is its policy. A package that none matches is left ' +
            'alone.'
    }
};
const FILE_REQUIRED = ['version', 'packages'];
const FILE_ELSEWHERE = {
    ...Object.fromEntries(Object.keys(ENTRY_KEYS).map((key) => [key, 'it belongs in an entry of packages'])),
    ...Object.fromEntries(Object.keys(SETTING_KEYS).map((key) => [key, 'it belongs under defaults']))
};
/** The whole file: what is read, and its schema. */
const policyFileForm = {
    schema: sectionSchema(FILE_KEYS, FILE_REQUIRED),
    read: (place, reading) => {
        const section = openSection(place, FILE_KEYS, reading, FILE_ELSEWHERE);
        if (section === undefined)
            return undefined;
        for (const name of FILE_REQUIRED)
            requireKey(section, name, reading);
        readKey(section, 'version', FILE_KEYS.version, reading);
        const owner = readKey(section, 'owner', FILE_KEYS.owner, reading) ?? null;
        const defaults = readKey(section, 'defaults', FILE_KEYS.defaults, reading) ?? settings/* NO_SETTINGS */.Ac;
        const entries = readKey(section, 'packages', FILE_KEYS.packages, reading);
        return entries && { owner, defaults, entries };
    }
};


/***/ }),

/***/ 3506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ CALENDAR_PERIODS),
/* harmony export */   b4: () => (/* binding */ LAST_VERSION_WAYS),
/* harmony export */   s_: () => (/* binding */ AGE_DATES),
/* harmony export */   y: () => (/* binding */ VERSION_GROUPS)
/* harmony export */ });
const CALENDAR_PERIODS = ['hourly', 'daily', 'weekly', 'monthly', 'yearly'];
const VERSION_GROUPS = ['major', 'minor', 'patch', 'channel'];
const AGE_DATES = ['created', 'updated'];
const LAST_VERSION_WAYS = ['keep', 'delete-package', 'fail'];


/***/ }),

/***/ 496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ prepareFacts)
});

// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
;// CONCATENATED MODULE: ./lib/policy/branch-names.js
/**
 * How docker/metadata-action writes the name of a branch or git tag in an image tag: each run
 * of signs that a tag can't hold becomes one `-`. Letter case stays, and so does what stands
 * in front, though a tag can't begin with `-` or `.` (rulings 44, 61).
 *
 * @see https://github.com/docker/metadata-action#image-name-and-tag-sanitization
 */
function tagOfRef(name) {
    return name.replace(/[^a-zA-Z0-9._-]+/g, '-');
}

// EXTERNAL MODULE: ./lib/policy/versions/semver-range.js
var semver_range = __webpack_require__(3520);
// EXTERNAL MODULE: ./lib/policy/versions/typed-version.js + 6 modules
var typed_version = __webpack_require__(1943);
;// CONCATENATED MODULE: ./lib/policy/versions/supersession.js

/**
 * Says for a tag, or version name, which of those listed is the release that it led to, as it
 * is written there; `null` where it is no prerelease or its release is not listed (ruling 43).
 * The list is every user tag, or name, of the package; of several spellings the first counts.
 */
function supersession(type, listed, versionOf = (text) => (0,typed_version/* parseVersionOf */.xc)(type, text)) {
    const releases = new Map();
    for (const text of listed) {
        const version = versionOf(text);
        if ((0,typed_version/* hasPrereleasePart */.O4)(type, version) !== false)
            continue;
        const key = (0,typed_version/* releaseKeyOf */.CY)(type, version);
        if (key !== null && !releases.has(key))
            releases.set(key, text);
    }
    return (text) => {
        const version = versionOf(text);
        if ((0,typed_version/* hasPrereleasePart */.O4)(type, version) !== true)
            return null;
        return releases.get((0,typed_version/* releaseKeyOf */.CY)(type, version) ?? '') ?? null;
    };
}

;// CONCATENATED MODULE: ./lib/policy/prepared-facts.js





/** Indexes the facts of a context. Each index is made when it is first asked for. */
function prepareFacts(context) {
    const { facts, type } = context;
    const pulls = prepared_facts_valueOf(facts.pullRequests);
    const closed = new Map(pulls?.closed.map(({ number, closedAt }) => [number, closedAt]));
    const open = new Set(pulls?.open);
    const live = once(() => namesAsInTags(prepared_facts_valueOf(facts.branches) ?? [], context));
    const heads = once(() => namesAsInTags(pulls?.heads ?? [], context));
    const releases = once(() => releasesByTag(prepared_facts_valueOf(facts.releaseTags) ?? [], context));
    const distTags = once(() => byTarget(prepared_facts_valueOf(facts.distTags) ?? {}));
    const versionOf = remembered((tag) => (0,typed_version/* parseVersionOf */.xc)(type, tag));
    const semverOf = usesSemVer(type)
        ? (tag) => semverIn(versionOf(tag))
        : remembered(typed_version/* parseSemVer */.IX);
    const superseding = once(() => supersession(type, context.listedTags, versionOf));
    return {
        closedAt: (number) => closed.get(number),
        isOpenPullRequest: (number) => open.has(number),
        liveBranch: (part) => live().get(part) ?? null,
        wasBranch: (part) => heads().has(part),
        isRelease: (tag) => (0,semver_range/* isReleaseVersion */.O9)(semverOf(tag)),
        releaseOf: (tag) => releases().get(withoutV(tag)) ?? null,
        releaseThatFollowed: (tag) => superseding()(tag),
        distTagsOf: (name) => distTags().get(name) ?? [],
        versionOf,
        semverOf
    };
}
/** Twenty rules ask the same of a hundred thousand tags each. */
function remembered(read) {
    const known = new Map();
    let lastText;
    let lastFound;
    return (text) => {
        // One rule after the other asks of one tag: most of the time it is the one before.
        if (text === lastText && lastFound !== undefined)
            return lastFound;
        const earlier = known.get(text);
        const found = earlier === undefined ? read(text) : earlier;
        if (earlier === undefined)
            known.set(text, found);
        lastText = text;
        lastFound = found;
        return found;
    };
}
function usesSemVer(type) {
    return type === 'container' || type === 'docker' || type === 'npm';
}
function semverIn(version) {
    return version?.scheme === 'semver' ? version.version : null;
}
function byTarget(distTags) {
    const byName = new Map();
    for (const [tag, name] of Object.entries(distTags)) {
        byName.set(name, [...(byName.get(name) ?? []), tag]);
    }
    return byName;
}
function prepared_facts_valueOf(answer) {
    return answer !== null && answer !== 'not-needed' && answer.known ? answer.value : undefined;
}
function once(make) {
    let made;
    return () => (made ??= { value: make() }).value;
}
/** Names of branches by what stands for them in tags; unchanged too where versions have no tags (ruling 61). */
function namesAsInTags(names, { type }) {
    const byTag = new Map(names.map((name) => [tagOfRef(name), name]));
    if (!(0,model_package/* hasTags */.kS)(type))
        for (const name of names)
            byTag.set(name, name);
    return byTag;
}
/** Git tags by what stands for them in tags, without a leading `v` (ruling 44). */
function releasesByTag(releaseTags, { packageName, type }) {
    const byTag = new Map();
    for (const release of releaseTags) {
        for (const name of [release, ...versionsInMonorepoTag(release, packageName)]) {
            byTag.set(withoutV(tagOfRef(name)), release);
            if (!(0,model_package/* hasTags */.kS)(type))
                byTag.set(withoutV(name), release);
        }
    }
    return byTag;
}
/** `1.0.0` of `ui@1.0.0`, `@acme/ui@1.0.0` and `ui-v1.0.0` for the package `ui`. */
function versionsInMonorepoTag(release, packageName) {
    const name = release.replace(/^@[^/]+\//, '').toLowerCase();
    const wanted = packageName.toLowerCase();
    return [`${wanted}@`, `${wanted}-v`].flatMap((prefix) => name.startsWith(prefix) ? [release.slice(release.length - name.length + prefix.length)] : []);
}
function withoutV(tag) {
    return tag.replace(/^v(?=.)/, '');
}


/***/ }),

/***/ 7136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ prepareRule)
});

// EXTERNAL MODULE: ./lib/policy/evaluation-context.js
var evaluation_context = __webpack_require__(7016);
// EXTERNAL MODULE: ./lib/model/digest.js
var digest = __webpack_require__(4505);
// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/policy/questions.js
var questions = __webpack_require__(527);
// EXTERNAL MODULE: ./lib/policy/root-conditions.js
var root_conditions = __webpack_require__(9723);
;// CONCATENATED MODULE: ./lib/policy/listed-condition.js




/** Makes the condition. Where the files could not be read it holds for nothing. */
function listedIn(globs, context, side) {
    const answer = context.facts.listed[(0,questions/* listedKey */.R$)(globs)];
    const digests = new Set(answer?.known === true ? answer.value.digests : []);
    const tags = new Set(answer?.known === true ? answer.value.tags : []);
    const partNamed = (root) => (0,model_package/* hasTags */.kS)(context.type) && side === 'keep'
        ? root.image
            .filter(({ id }) => id !== root.version.id)
            .flatMap((version) => version.tags)
            .find((tag) => (0,digest/* isUserTag */.Kx)(tag) && tags.has(tag))
        : undefined;
    return {
        namesImage: (root) => (0,root_conditions/* namedDigest */._)(root, digests, side) ?? partNamed(root) ?? null,
        namesTag: (tag) => tags.has(tag)
    };
}

// EXTERNAL MODULE: ./lib/policy/tag-conditions.js + 1 modules
var tag_conditions = __webpack_require__(8824);
;// CONCATENATED MODULE: ./lib/policy/prepared-rule.js





/** Makes a rule ready. */
function prepareRule(rule, context, facts, side) {
    const { label, conditions } = rule;
    const parts = partsOf(conditions, context, facts, side);
    const askOne = side === 'keep' ? askKeep : askDelete;
    const holdsForNothing = (0,questions/* isUnneeded */.Ls)(conditions, context, side);
    return {
        label,
        conditions,
        unanswered: (0,questions/* whyUnanswered */.Vc)(conditions, context, side),
        ask: holdsForNothing ? () => null : (root) => askOne(parts, root),
        because: (root, tag) => becauseOf(parts, root, tag),
        captures: (tag, name) => parts.ofTags.flatMap((condition) => condition.captures(tag, name))
    };
}
const NO_TAGS = [];
const NOT_LISTED = [];
function partsOf(conditions, context, facts, side) {
    const ofTags = conditions.flatMap((condition) => {
        const asked = (0,tag_conditions/* tagCondition */.K)(condition, context, facts);
        return asked === null ? [] : [{ kind: condition.kind, asked }];
    });
    return {
        ofRoots: conditions.flatMap((condition) => (0,root_conditions/* rootCondition */.m)(condition, context, side) ?? []),
        ofTags: ofTags.map(({ asked }) => asked),
        listed: conditions.flatMap((condition) => condition.kind === 'listed-in' ? listedIn(condition.globs, context, side) : []),
        namesRoots: conditions.some(({ kind }) => kind === 'ids' || kind === 'digests'),
        brokenKinds: conditions.flatMap((condition) => condition.kind === 'broken' ? condition.kinds : []),
        seesHelperTags: ofTags.every(({ kind }) => kind === 'tags'),
        distTagsOf: conditions.some((condition) => (0,questions/* asksForDistTags */.t5)(condition, side, context.type))
            ? (name) => facts.distTagsOf(name)
            : () => NO_TAGS
    };
}
function askDelete(parts, root) {
    if (root.broken.includes('unpullable') && !parts.brokenKinds.includes('unpullable'))
        return null;
    if ((0,evaluation_context/* isHelperOnly */.BB)(root) && !reachesHelperOnly(parts, root))
        return null;
    return passing(parts, root, root.userTags);
}
/** Ruling 26: by `broken: orphaned`, `ids` and `digests` alone. */
function reachesHelperOnly(parts, root) {
    if (parts.namesRoots)
        return true;
    return parts.brokenKinds.includes('orphaned') && root.broken.includes('orphaned');
}
function askKeep(parts, root) {
    if ((0,evaluation_context/* isHelperOnly */.BB)(root)) {
        return passing(parts, root, parts.seesHelperTags ? root.helperTags : NO_TAGS);
    }
    const distTags = parts.distTagsOf(root.version.name);
    return passing(parts, root, distTags.length > 0 ? [...root.userTags, ...distTags] : root.userTags);
}
// Loops, for a closure of each call would be two million of them for a large package.
function passing(parts, root, tags) {
    for (const condition of parts.ofRoots)
        if (!condition.holds(root))
            return null;
    const listed = parts.listed.length === 0 ? NOT_LISTED : openListed(parts, root);
    if (parts.ofTags.length === 0 && listed.length === 0)
        return 'all';
    const only = tags[0];
    if (only !== undefined && tags.length === 1)
        return passes(parts, listed, only) ? tags : null;
    const passed = tags.filter((tag) => passes(parts, listed, tag));
    return passed.length > 0 ? passed : null;
}
/** Those that don't name the image as a whole, and so are about tags. */
function openListed({ listed }, root) {
    return listed.filter((condition) => condition.namesImage(root) === null);
}
function passes({ ofTags }, listed, tag) {
    for (const condition of ofTags)
        if (!condition.holds(tag))
            return false;
    return listed.every((condition) => condition.namesTag(tag));
}
function becauseOf(parts, root, tag) {
    const all = [];
    if (tag !== null)
        for (const condition of parts.ofTags)
            all.push(condition.evidence(tag));
    for (const condition of parts.listed) {
        const name = condition.namesImage(root) ?? tag ?? root.version.name;
        all.push({ code: 'listed-in-file', name });
    }
    for (const condition of parts.ofRoots)
        all.push(condition.evidence(root));
    if (all.length < 2)
        return all;
    // Beside what narrows a rule it is not about everything.
    const telling = all.filter(({ code }) => code !== 'everything');
    return telling.length > 0 ? telling : all;
}


/***/ }),

/***/ 2818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hw: () => (/* binding */ openPullRequest),
/* harmony export */   MC: () => (/* binding */ numbersIn),
/* harmony export */   nc: () => (/* binding */ closedPullRequest)
/* harmony export */ });
const NUMBER = ['number'];
/** Every number that some way of splitting the tag gives; compared as numbers (ruling 11). */
function numbersIn(tag, templates) {
    const numbers = [];
    for (const template of templates) {
        for (const { number } of template.matchAll(tag, NUMBER)) {
            if (number !== undefined)
                numbers.push(Number(number));
        }
    }
    return numbers;
}
/**
 * Holds for a tag whose pull request is closed or merged. One that was seen open as well, for
 * it was opened again while they were listed, is not.
 */
function closedPullRequest(templates, facts, now) {
    const isClosed = (number) => facts.closedAt(number) !== undefined && !facts.isOpenPullRequest(number);
    return {
        // Where a tag can be split in several ways, each number has to be closed: in doubt, keep.
        holds: (tag) => {
            const numbers = numbersIn(tag, templates);
            return numbers.length > 0 && numbers.every(isClosed);
        },
        evidence: (tag) => {
            const number = numbersIn(tag, templates)[0] ?? 0;
            const closedAt = facts.closedAt(number) ?? null;
            const closedAgoMs = closedAt === null ? null : now - closedAt;
            return { code: 'pull-request-closed', tag, number, closedAgoMs };
        },
        captures: (tag, name) => templates.flatMap((template) => template.matchAll(tag, ['number', name]))
    };
}
/** Holds for a tag whose pull request is open. */
function openPullRequest(templates, facts) {
    const openIn = (tag) => numbersIn(tag, templates).find((number) => facts.isOpenPullRequest(number));
    return {
        holds: (tag) => openIn(tag) !== undefined,
        evidence: (tag) => ({ code: 'pull-request-open', tag, number: openIn(tag) ?? 0 }),
        captures: (tag, name) => templates
            .flatMap((template) => template.matchAll(tag, ['number', name]))
            .filter(({ number }) => number !== undefined && facts.isOpenPullRequest(Number(number)))
    };
}


/***/ }),

/***/ 527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ls: () => (/* binding */ isUnneeded),
/* harmony export */   PW: () => (/* binding */ questionsOf),
/* harmony export */   R$: () => (/* binding */ listedKey),
/* harmony export */   Vc: () => (/* binding */ whyUnanswered),
/* harmony export */   t5: () => (/* binding */ asksForDistTags)
/* harmony export */ });
/** The key of a `listed-in` condition among the facts. */
function listedKey(globs) {
    return globs.join('\n');
}
/** The questions that a condition asks. */
function questionsOf(condition, side, type) {
    switch (condition.kind) {
        case 'closed-pull-request':
            return [{ kind: 'pull-requests' }];
        case 'open-pull-request':
            return [{ kind: 'open-pull-requests' }];
        case 'live-branch':
            return [{ kind: 'branches' }];
        case 'gone-branch':
            return [
                { kind: 'branches' },
                { kind: 'pull-requests' },
                { kind: 'releases', mayBeNone: true }
            ];
        case 'release':
            return [{ kind: 'releases', mayBeNone: false }];
        case 'listed-in':
            return [{ kind: 'files', globs: condition.globs }];
        case 'tags':
            return asksForDistTags(condition, side, type) ? [{ kind: 'dist-tags' }] : [];
        case 'untagged':
        case 'semver':
        case 'prerelease':
        case 'superseded':
        case 'older-than':
        case 'newer-than':
        case 'ids':
        case 'digests':
        case 'broken':
            return [];
    }
}
/** Whether a condition is also asked of npm's dist-tags, in keep rules alone (ruling 34). */
function asksForDistTags(condition, side, type) {
    return (type === 'npm' &&
        side === 'keep' &&
        condition.kind === 'tags' &&
        mayNameDistTag(condition.patterns.sources));
}
/** Whether a pattern without a digit includes, `*` alone left out (ruling 34). */
function mayNameDistTag(sources) {
    return sources.some((source) => !source.startsWith('!') && source !== '*' && !/\d/.test(source));
}
/** Why the first of a rule's questions that has no answer has none; `null` where all are answered. */
function whyUnanswered(conditions, context, side) {
    for (const condition of conditions) {
        for (const question of questionsOf(condition, side, context.type)) {
            const why = whyNot(question, context.facts);
            if (why !== null)
                return why;
        }
    }
    return null;
}
/** Whether a rule holds for nothing here whatever the answer, so that nobody was asked. */
function isUnneeded(conditions, { facts, type }, side) {
    return conditions
        .flatMap((condition) => questionsOf(condition, side, type))
        .some((question) => answerTo(question, facts) === 'not-needed');
}
function answerTo({ kind }, facts) {
    switch (kind) {
        case 'open-pull-requests':
        case 'pull-requests':
            return facts.pullRequests;
        case 'branches':
            return facts.branches;
        case 'releases':
            return facts.releaseTags;
        case 'dist-tags':
        case 'files':
            return null;
    }
}
function whyNot(question, facts) {
    switch (question.kind) {
        case 'open-pull-requests':
        case 'pull-requests':
            return reason(facts.pullRequests, 'the pull requests');
        case 'branches':
            return reason(facts.branches, 'the branches', (names) => names.length > 0);
        case 'releases':
            return reason(facts.releaseTags, 'the releases and git tags', (names) => question.mayBeNone || names.length > 0);
        case 'dist-tags':
            return reason(facts.distTags, 'the dist-tags');
        case 'files':
            return reason(facts.listed[listedKey(question.globs)] ?? null, 'the files');
    }
}
function reason(answer, what, isAnswer = () => true) {
    if (answer === null)
        return `${what} were not asked for`;
    if (answer === 'not-needed')
        return null;
    if (!answer.known)
        return answer.why;
    return isAnswer(answer.value) ? null : `${what} came back as an empty list`;
}


/***/ }),

/***/ 8229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ applyQuotas)
/* harmony export */ });
/* harmony import */ var _calendar_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(758);
/* harmony import */ var _evaluation_context_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7016);
/* harmony import */ var _groups_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8764);



/**
 * Which candidates the quotas of a rule keep, by the id of the root. Each quota counts on its
 * own in each group, and a root kept by one is kept (ruling 46). Roots dated in the future and
 * roots with helper tags only use up no count and are left out (rulings 20, 26).
 */
function applyQuotas(rule, prepared, candidates, context, facts) {
    const counted = candidates.filter(({ root }) => !(0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_2__/* .isHelperOnly */ .BB)(root) && !(0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_2__/* .isFutureDated */ .aX)(root.version, context.now));
    const places = new Map();
    for (const [group, members] of (0,_groups_js__WEBPACK_IMPORTED_MODULE_1__/* .groupsOf */ .c)(rule, prepared, counted, context, facts)) {
        for (const quota of rule.quotas) {
            const walk = quota.kind === 'newest' ? walkNewest : walkCalendar;
            for (const [id, place] of walk(members, quota, group, rule, context)) {
                const earlier = places.get(id);
                if (earlier === undefined || earlier.code === 'beside')
                    places.set(id, place);
            }
        }
    }
    return places;
}
const walkNewest = (members, quota, group) => {
    const places = new Map();
    const images = new KeptImages();
    let rank = 0;
    for (const { root } of members) {
        const inside = images.thatHolds(root);
        if (inside !== undefined) {
            places.set(root.version.id, { code: 'beside', root: inside });
        }
        else if (rank < quota.count) {
            rank += 1;
            images.add(root);
            places.set(root.version.id, { code: 'counted', quota, rank, group });
        }
        else if (images.isEmpty) {
            break;
        }
    }
    return places;
};
/**
 * As restic's `forget` (ruling 45): from the newest, a root is kept when its period is not
 * that of the one before it that used up a count, or when it is the very last of the list.
 *
 * @see https://github.com/restic/restic/blob/master/doc/060_forget.rst
 */
const walkCalendar = (members, quota, group, rule, context) => {
    const places = new Map();
    if (quota.kind === 'newest')
        return places;
    const by = rule.by === 'updated' || rule.by === 'created' ? rule.by : context.ageBy;
    const images = new KeptImages();
    const oldest = members.at(-1)?.root;
    let rank = 0;
    let lastPeriod;
    for (const { root } of members) {
        const inside = images.thatHolds(root);
        if (inside !== undefined) {
            places.set(root.version.id, { code: 'beside', root: inside });
            continue;
        }
        if (rank >= quota.count) {
            // All that can still be kept is part of an image that is.
            if (images.isEmpty)
                break;
            continue;
        }
        const period = (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .periodOf */ .j)(quota.kind, (0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_2__/* .dateOf */ .Q$)(root.version, by));
        if (period === lastPeriod && root !== oldest)
            continue;
        rank += 1;
        lastPeriod = period;
        images.add(root);
        places.set(root.version.id, { code: 'counted', quota, rank, group });
    }
    return places;
};
/** The images of the roots that a walk has kept. */
class KeptImages {
    #rootOf = new Map();
    get isEmpty() {
        return this.#rootOf.size === 0;
    }
    add(root) {
        if (root.image.length < 2)
            return;
        for (const { id } of root.image)
            if (!this.#rootOf.has(id))
                this.#rootOf.set(id, root);
    }
    /** The kept root of whose image this one is a part, or `undefined`. */
    thatHolds(root) {
        const holder = this.#rootOf.get(root.version.id);
        return holder?.version.id === root.version.id ? undefined : holder;
    }
}


/***/ }),

/***/ 9723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ namedDigest),
/* harmony export */   m: () => (/* binding */ rootCondition)
/* harmony export */ });
/* harmony import */ var _model_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5149);
/* harmony import */ var _evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7016);


/** Makes a root condition of one that is about the root as a whole, `null` of any other. */
function rootCondition(condition, context, side) {
    switch (condition.kind) {
        case 'untagged':
            return condition.value ? UNTAGGED : TAGGED;
        case 'older-than':
            return olderThan(condition.age, context);
        case 'newer-than':
            return newerThan(condition.age, context);
        case 'ids':
            return byId(new Set(condition.ids), side);
        case 'digests':
            return byDigest(new Set(condition.digests), side);
        case 'broken':
            return brokenIn(new Set(condition.kinds));
        case 'tags':
        case 'semver':
        case 'prerelease':
        case 'superseded':
        case 'closed-pull-request':
        case 'open-pull-request':
        case 'gone-branch':
        case 'live-branch':
        case 'release':
        case 'listed-in':
            return null;
    }
}
const UNTAGGED = {
    holds: (root) => root.userTags.length === 0 && !(0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .isHelperOnly */ .BB)(root),
    evidence: () => ({ code: 'untagged' })
};
const TAGGED = {
    holds: (root) => root.userTags.length > 0,
    evidence: () => ({ code: 'tagged' })
};
function olderThan(age, context) {
    if ((0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isZero */ .be)(age))
        return { holds: () => true, evidence: () => ({ code: 'everything' }) };
    const limit = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .limitBefore */ .xX)(context.now, age);
    return {
        holds: (root) => (0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .ageStart */ .Ou)(root, context) < limit,
        evidence: (root) => ({ code: 'older', ...agedAgainst(root, age, context) })
    };
}
function newerThan(age, context) {
    const limit = (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .isZero */ .be)(age) ? Infinity : (0,_model_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .limitBefore */ .xX)(context.now, age);
    return {
        holds: (root) => (0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .ageStart */ .Ou)(root, context) >= limit,
        evidence: (root) => ({ code: 'newer', ...agedAgainst(root, age, context) })
    };
}
function agedAgainst(root, age, context) {
    return { ageMs: context.now - (0,_evaluation_context_js__WEBPACK_IMPORTED_MODULE_1__/* .ageStart */ .Ou)(root, context), limit: age.text };
}
function byId(ids, side) {
    const named = (root) => ids.has(root.version.id)
        ? root.version
        : side === 'keep'
            ? root.image.find(({ id }) => ids.has(id))
            : undefined;
    return {
        holds: (root) => named(root) !== undefined,
        evidence: (root) => ({ code: 'id-listed', id: (named(root) ?? root.version).id })
    };
}
function byDigest(digests, side) {
    return {
        holds: (root) => namedDigest(root, digests, side) !== undefined,
        evidence: (root) => ({
            code: 'digest-listed',
            digest: namedDigest(root, digests, side) ?? root.version.name
        })
    };
}
/** The digest by which a root is named: its own, in `keep` also that of any version of its image (ruling 17). */
function namedDigest(root, digests, side) {
    if (digests.has(root.version.name))
        return root.version.name;
    return side === 'keep' ? root.image.find(({ name }) => digests.has(name))?.name : undefined;
}
function brokenIn(kinds) {
    const found = (root) => root.broken.find((kind) => kinds.has(kind));
    return {
        holds: (root) => found(root) !== undefined,
        evidence: (root) => ({ code: 'broken', kind: found(root) ?? 'unpullable' })
    };
}


/***/ }),

/***/ 4661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ NO_SETTINGS),
/* harmony export */   Mo: () => (/* binding */ resolveSettings),
/* harmony export */   nZ: () => (/* binding */ resolvePolicy)
/* harmony export */ });
/* unused harmony export BUILT_IN_SETTINGS */
/* harmony import */ var _model_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);

/** What a place gives that gives nothing. */
const NO_SETTINGS = {
    untaggedGrace: null,
    ageBy: null,
    untag: null,
    lastVersion: null,
    maxDeletions: null
};
/** What holds where no place says otherwise. */
const BUILT_IN_SETTINGS = {
    untaggedGrace: { months: 0, exactMs: _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO, text: '1d' },
    ageBy: 'created',
    untag: false,
    lastVersion: 'keep',
    maxDeletions: []
};
/**
 * The settings that hold, the places in the order of their precedence: entry, `defaults`,
 * inputs (ruling 36). Of `max-deletions` every limit that is given applies, in that order.
 */
function resolveSettings(...places) {
    return {
        untaggedGrace: first(places.map((place) => place.untaggedGrace)) ?? BUILT_IN_SETTINGS.untaggedGrace,
        ageBy: first(places.map((place) => place.ageBy)) ?? BUILT_IN_SETTINGS.ageBy,
        untag: first(places.map((place) => place.untag)) ?? BUILT_IN_SETTINGS.untag,
        lastVersion: first(places.map((place) => place.lastVersion)) ?? BUILT_IN_SETTINGS.lastVersion,
        maxDeletions: places.map((place) => place.maxDeletions).filter((limit) => limit !== null)
    };
}
/** What applies to a package that matches this entry (ruling 36). */
function resolvePolicy(entry, defaults, inputs) {
    return {
        keep: entry.keep,
        delete: entry.delete,
        settings: resolveSettings(entry.settings, defaults, inputs),
        requiredKeep: null
    };
}
function first(given) {
    return given.find((value) => value !== null) ?? null;
}


/***/ }),

/***/ 8824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ tagCondition)
});

;// CONCATENATED MODULE: ./lib/policy/branch-conditions.js
/** Holds for a tag of which one way of splitting names a branch that exists (ruling 4). */
function liveBranch(templates, facts) {
    const liveIn = (tag, name) => branchesIn(tag, templates, name).filter(({ branch }) => facts.liveBranch(branch) !== null);
    return {
        holds: (tag) => branchesIn(tag, templates).some(({ branch }) => facts.liveBranch(branch) !== null),
        evidence: (tag) => {
            const captured = liveIn(tag)[0]?.branch ?? tag;
            return { code: 'branch-live', tag, branch: facts.liveBranch(captured) ?? captured };
        },
        captures: (tag, name) => liveIn(tag, name).map(({ captures }) => captures)
    };
}
/**
 * Holds for a tag of which no way of splitting names a branch that exists, and one names what
 * is known to have been a branch; never for what is released or looks like it (ruling 4).
 */
function goneBranch(templates, facts) {
    const goneIn = (tag, name) => {
        const splits = branchesIn(tag, templates, name);
        if (splits.length === 0 || isMeantToStay(tag, facts))
            return undefined;
        if (splits.some(({ branch }) => facts.liveBranch(branch) !== null))
            return undefined;
        return splits
            .filter(({ branch }) => facts.wasBranch(branch))
            .sort((a, b) => a.branch.length - b.branch.length)[0];
    };
    return {
        holds: (tag) => goneIn(tag) !== undefined,
        evidence: (tag) => ({ code: 'branch-gone', tag, branch: goneIn(tag)?.branch ?? tag }),
        captures: (tag, name) => {
            const gone = goneIn(tag, name);
            return gone === undefined ? [] : [gone.captures];
        }
    };
}
const BRANCH = ['branch'];
/** With what the capture `name` takes beside them, where that is asked for. */
function branchesIn(tag, templates, name = 'branch') {
    const names = name === 'branch' ? BRANCH : ['branch', name];
    const splits = [];
    for (const template of templates) {
        for (const captures of template.matchAll(tag, names)) {
            const branch = captures['branch'];
            if (branch !== undefined)
                splits.push({ branch, captures });
        }
    }
    return splits;
}
function isMeantToStay(tag, facts) {
    return tag === 'latest' || facts.isRelease(tag) || facts.releaseOf(tag) !== null;
}

// EXTERNAL MODULE: ./lib/policy/pull-request-conditions.js
var pull_request_conditions = __webpack_require__(2818);
// EXTERNAL MODULE: ./lib/policy/versions/semver-range.js
var semver_range = __webpack_require__(3520);
// EXTERNAL MODULE: ./lib/policy/versions/typed-version.js + 6 modules
var typed_version = __webpack_require__(1943);
;// CONCATENATED MODULE: ./lib/policy/tag-conditions.js




/** Makes a tag condition of one that is about tags, `null` of any other. */
function tagCondition(condition, context, facts) {
    switch (condition.kind) {
        case 'tags':
            return matching(condition.patterns);
        case 'semver':
            return inRange(condition.range, facts);
        case 'prerelease':
            return prerelease(condition.value, context.type, facts);
        case 'superseded':
            return superseded(facts);
        case 'closed-pull-request':
            return (0,pull_request_conditions/* closedPullRequest */.nc)(condition.templates, facts, context.now);
        case 'open-pull-request':
            return (0,pull_request_conditions/* openPullRequest */.Hw)(condition.templates, facts);
        case 'gone-branch':
            return goneBranch(condition.templates, facts);
        case 'live-branch':
            return liveBranch(condition.templates, facts);
        case 'release':
            return condition.value ? released(facts) : notReleased(facts);
        case 'untagged':
        case 'older-than':
        case 'newer-than':
        case 'ids':
        case 'digests':
        case 'broken':
        case 'listed-in':
            return null;
    }
}
const NO_CAPTURES = () => [];
function matching(patterns) {
    return {
        holds: (tag) => patterns.matches(tag),
        evidence: (tag) => ({ code: 'tag-matches', tag, pattern: patterns.decidedBy(tag) }),
        captures: (tag) => patterns.captures(tag)
    };
}
function inRange(range, facts) {
    const isIn = (0,semver_range/* rangeTest */.U0)(range);
    return {
        holds: (tag) => isIn(facts.semverOf(tag)),
        evidence: (tag) => ({ code: 'in-range', tag, range }),
        captures: NO_CAPTURES
    };
}
function prerelease(value, type, facts) {
    return {
        holds: (tag) => (0,typed_version/* hasPrereleasePart */.O4)(type, facts.versionOf(tag)) === value,
        evidence: (tag) => ({ code: value ? 'prerelease' : 'no-prerelease', tag }),
        captures: NO_CAPTURES
    };
}
function superseded(facts) {
    return {
        holds: (tag) => facts.releaseThatFollowed(tag) !== null,
        evidence: (tag) => ({
            code: 'superseded',
            tag,
            release: facts.releaseThatFollowed(tag) ?? ''
        }),
        captures: NO_CAPTURES
    };
}
function released(facts) {
    return {
        holds: (tag) => facts.releaseOf(tag) !== null,
        evidence: (tag) => ({ code: 'released', tag, release: facts.releaseOf(tag) ?? tag }),
        captures: NO_CAPTURES
    };
}
function notReleased(facts) {
    return {
        holds: (tag) => facts.releaseOf(tag) === null,
        evidence: (tag) => ({ code: 'not-released', tag }),
        captures: NO_CAPTURES
    };
}


/***/ }),

/***/ 7335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ selectedTag)
/* harmony export */ });
/** What is said of one tag; `null` where it is not selected. */
function selectedTag(selection, tag) {
    if (selection.kind === 'none')
        return null;
    return selection.tags.find((selected) => selected.tag === tag) ?? null;
}


/***/ }),

/***/ 3520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O9: () => (/* binding */ isReleaseVersion),
/* harmony export */   RC: () => (/* binding */ parseRange),
/* harmony export */   U0: () => (/* binding */ rangeTest)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2088);
/* harmony import */ var _typed_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1943);


const OPTIONS = { includePrerelease: true };
/**
 * Whether a text is a range that the condition `semver` can ask.
 *
 * @see https://github.com/npm/node-semver#ranges
 */
function parseRange(text) {
    const range = text.trim();
    if (range === '')
        return { ok: false, why: 'it is empty; write * for any version' };
    if (semver__WEBPACK_IMPORTED_MODULE_0__.validRange(range, OPTIONS) === null) {
        return { ok: false, why: 'it is no range of semantic versions such as ">=1.2 <2" or "^1.4"' };
    }
    return { ok: true, range };
}
/**
 * A test for one range: whether a strict semantic version lies in it; `null`, which is none,
 * does not. Prereleases are compared like any version, so `>=1.2.3` does not hold for
 * `1.2.3-alpine` (ruling 41).
 *
 * @throws TypeError where it is no range
 */
function rangeTest(range) {
    const { set } = new semver__WEBPACK_IMPORTED_MODULE_0__.Range(range, OPTIONS);
    return (version) => version !== null && set.some((all) => holdAll(all, version));
}
function holdAll(comparators, version) {
    for (const comparator of comparators)
        if (!holds(comparator, version))
            return false;
    return true;
}
/** As `comparator.test`, which would read the comparator's own version again each time. */
function holds({ operator, semver: limit }, version) {
    // What stands for any version is a symbol, whatever its type says.
    if (!(limit instanceof semver__WEBPACK_IMPORTED_MODULE_0__.SemVer))
        return true;
    const order = version.compare(limit);
    switch (operator) {
        case '<':
            return order < 0;
        case '<=':
            return order <= 0;
        case '>':
            return order > 0;
        case '>=':
            return order >= 0;
        case '':
        case '=':
            return order === 0;
    }
}
/**
 * Whether it is a semantic version without a prerelease part as containers have it: a tag with
 * such a one is never taken for one of a branch that is gone (rulings 2, 4).
 */
function isReleaseVersion(version) {
    if (version === null)
        return false;
    return (0,_typed_version_js__WEBPACK_IMPORTED_MODULE_1__/* .hasPrereleasePart */ .O4)('container', { scheme: 'semver', text: '', version }) === false;
}


/***/ }),

/***/ 1943:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e2: () => (/* binding */ compareTyped),
  ZF: () => (/* binding */ groupOfVersion),
  O4: () => (/* binding */ hasPrereleasePart),
  V1: () => (/* binding */ isPrerelease),
  IX: () => (/* binding */ parseSemVer),
  xc: () => (/* binding */ parseVersionOf),
  CY: () => (/* binding */ releaseKeyOf)
});

// UNUSED EXPORTS: groupOf

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(2088);
;// CONCATENATED MODULE: ./lib/policy/versions/digits.js
/**
 * Compares two runs of decimal digits as numbers, of whatever length: dates with the time
 * in versions go beyond what a number holds exactly.
 */
function compareDigits(a, b) {
    const [left, right] = [withoutZeros(a), withoutZeros(b)];
    if (left.length !== right.length)
        return left.length - right.length;
    return compareText(left, right);
}
/** The digits without zeros in front; `0` for zero. */
function withoutZeros(digits) {
    return digits.replace(/^0+(?=\d)/, '');
}
/** Compares by code unit, in no language's order. */
function compareText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}

;// CONCATENATED MODULE: ./lib/policy/versions/gem-version.js

const VERSION = /^\d+(?:\.[0-9A-Za-z]+)*$/;
/**
 * Reads the version of a gem; `null` where it is none. What follows the first `-` is the
 * platform and does not count: `1.13.0-x86_64-linux` is 1.13.0 (ruling 42).
 *
 * @see https://docs.ruby-lang.org/en/master/Gem/Version.html
 */
function parseGem(text) {
    const version = text.split('-', 1)[0] ?? '';
    if (!VERSION.test(version))
        return null;
    const segments = version.match(/\d+|[A-Za-z]+/g)?.map(withoutZeros) ?? [];
    const firstWord = segments.findIndex(isWord);
    const split = firstWord < 0 ? segments.length : firstWord;
    return {
        numbers: withoutTrailingZeros(segments.slice(0, split)),
        rest: withoutTrailingZeros(segments.slice(split))
    };
}
/** Segment by segment, what is not there being 0; a word is before any number. */
function compareGem(a, b) {
    const [left, right] = [segmentsOf(a), segmentsOf(b)];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const order = compareSegments(left[i] ?? '0', right[i] ?? '0');
        if (order !== 0)
            return order;
    }
    return 0;
}
function segmentsOf({ numbers, rest }) {
    return [...numbers, ...rest];
}
function compareSegments(a, b) {
    if (isWord(a) !== isWord(b))
        return isWord(a) ? -1 : 1;
    return isWord(a) ? compareText(a, b) : compareDigits(a, b);
}
function isWord(segment) {
    return /^[A-Za-z]/.test(segment);
}
function withoutTrailingZeros(segments) {
    return segments.slice(0, segments.findLastIndex((segment) => segment !== '0') + 1);
}

;// CONCATENATED MODULE: ./lib/policy/versions/maven-prerelease.js
/** Tokens are cut at `.`, `-`, `_` and between a digit and a letter. */
const WORD = /(?<=^|[.\d_-])(?:alpha|beta|milestone|rc)(?=$|[.\d_-])|(?<=-)snapshot$/i;
/**
 * What makes a Maven version a prerelease, in lower case: one of its tokens is `alpha`,
 * `beta`, `milestone` or `rc`, or it ends in `-SNAPSHOT`; no other word does, not even those
 * that `ComparableVersion` orders before a release (ruling 42). `null` for a release.
 */
function mavenPrereleaseWord(text) {
    return WORD.exec(text)?.[0].toLowerCase() ?? null;
}
/**
 * What stands before the first such word, without the sign that separates it: the release
 * that `1.0-SNAPSHOT` and `1.0.RC1` lead to is `1.0` (ruling 43). A release as it is.
 */
function mavenBeforePrerelease(text) {
    const at = text.search(WORD);
    return at < 0 ? text : text.slice(0, at).replace(/[._-]+$/, '');
}

;// CONCATENATED MODULE: ./lib/policy/versions/maven-items.js

/** They mean the release, as no word does. */
const RELEASE_WORDS = new Set(['ga', 'final', 'release']);
/** Only where digits follow at once. */
const LETTER_WORDS = new Map([
    ['a', 'alpha'],
    ['b', 'beta'],
    ['m', 'milestone']
]);
/**
 * Cuts a Maven version into items: at dots, at minus signs, and between digits and letters.
 * A minus sign and such a change of kind begin a list inside of the list; what stands for
 * nothing at the end of a list is dropped.
 *
 * @see https://maven.apache.org/pom.html#version-order-specification
 */
function parseMavenItems(text) {
    const parser = new MavenParser(text.toLowerCase());
    return parser.parse();
}
class MavenParser {
    #text;
    #lists = [{ kind: 'list', items: [] }];
    /** Where the item under way begins. */
    #start = 0;
    #inDigits = false;
    constructor(text) {
        this.#text = text;
    }
    parse() {
        for (let at = 0; at < this.#text.length; at++)
            this.#read(at);
        if (this.#start < this.#text.length) {
            if (!this.#inDigits && !this.#isEmpty())
                this.#beginList();
            this.#add(this.#text.length, false);
        }
        for (const list of this.#lists.toReversed())
            dropNothings(list.items);
        return this.#lists[0] ?? { kind: 'list', items: [] };
    }
    #read(at) {
        const sign = this.#text[at] ?? '';
        if (sign === '.' || sign === '-') {
            this.#end(at);
            if (sign === '-')
                this.#beginList();
            return;
        }
        const isDigit = /\d/.test(sign);
        if (isDigit !== this.#inDigits && at > this.#start) {
            // A word is never beside numbers: 1.rc1 is 1-rc1.
            if (isDigit && !this.#isEmpty())
                this.#beginList();
            this.#add(at, isDigit);
            this.#start = at;
            this.#beginList();
        }
        this.#inDigits = isDigit;
    }
    /** Ends the item under way at a sign that separates; where there is none it is 0. */
    #end(at) {
        if (at === this.#start)
            this.#list().items.push({ kind: 'number', digits: '0' });
        else
            this.#add(at, false);
        this.#start = at + 1;
    }
    #add(end, hasDigits) {
        this.#list().items.push(itemOf(this.#text.slice(this.#start, end), hasDigits));
    }
    #list() {
        return this.#lists.at(-1) ?? { kind: 'list', items: [] };
    }
    #isEmpty() {
        return this.#list().items.length === 0;
    }
    #beginList() {
        const list = { kind: 'list', items: [] };
        this.#list().items.push(list);
        this.#lists.push(list);
    }
}
function itemOf(text, hasDigits) {
    if (/^\d+$/.test(text))
        return { kind: 'number', digits: withoutZeros(text) };
    return { kind: 'word', word: wordOf(text, hasDigits) };
}
function wordOf(text, hasDigits) {
    if (text === 'cr')
        return 'rc';
    if (RELEASE_WORDS.has(text))
        return '';
    return (hasDigits ? LETTER_WORDS.get(text) : undefined) ?? text;
}
/** Drops what stands for nothing at the end of a list, before lists too. */
function dropNothings(items) {
    for (let i = items.length - 1; i >= 0; i--) {
        const item = items[i];
        if (item === undefined)
            break;
        if (isNothing(item))
            items.splice(i, 1);
        else if (item.kind !== 'list')
            break;
    }
}
function isNothing(item) {
    if (item.kind === 'number')
        return item.digits === '0';
    return item.kind === 'list' ? item.items.length === 0 : item.word === '';
}

;// CONCATENATED MODULE: ./lib/policy/versions/maven-version.js


/**
 * Reads a Maven version, as Maven 3.8 and 3.9 do.
 *
 * @see https://maven.apache.org/pom.html#version-order-specification
 */
function parseMaven(text) {
    const numbers = /^\d+(?:\.\d+)*/.exec(text)?.[0].split('.').map(withoutZeros) ?? [];
    return { numbers, items: parseMavenItems(text) };
}
/** Item by item, a number being above what a `-` begins, that above a word. */
function compareMaven(a, b) {
    return compareItems(a.items, b.items);
}
/** What is known of words, in their order; the empty one is the release. */
const WORDS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
function compareItems(a, b) {
    if (a === undefined)
        return b === undefined ? 0 : -compareToNothing(b);
    if (b === undefined)
        return compareToNothing(a);
    if (a.kind === 'number' && b.kind === 'number')
        return compareDigits(a.digits, b.digits);
    if (a.kind === 'list' && b.kind === 'list')
        return compareLists(a, b);
    if (a.kind === 'word' && b.kind === 'word')
        return compareWords(a.word, b.word);
    return weight(a) - weight(b);
}
/** Below 0 where the item stands for something before the release, as `rc` does. */
function compareToNothing(item) {
    if (item.kind === 'number')
        return item.digits === '0' ? 0 : 1;
    if (item.kind === 'word')
        return compareWords(item.word, '');
    for (const inner of item.items) {
        const order = compareToNothing(inner);
        if (order !== 0)
            return order;
    }
    return 0;
}
function compareLists(a, b) {
    for (let i = 0; i < Math.max(a.items.length, b.items.length); i++) {
        const order = compareItems(a.items[i], b.items[i]);
        if (order !== 0)
            return order;
    }
    return 0;
}
function compareWords(a, b) {
    const [left, right] = [rankOf(a), rankOf(b)];
    if (left !== right)
        return left - right;
    return left === WORDS.length ? compareText(a, b) : 0;
}
/** Unknown words come after all known ones, among themselves by the alphabet. */
function rankOf(word) {
    const rank = WORDS.indexOf(word);
    return rank < 0 ? WORDS.length : rank;
}
function weight({ kind }) {
    return kind === 'number' ? 2 : kind === 'list' ? 1 : 0;
}

;// CONCATENATED MODULE: ./lib/policy/versions/nuget-version.js

const nuget_version_VERSION = /^(\d+(?:\.\d+){0,3})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;
/** NuGet holds the numbers in 32 bits. */
const MAX_NUMBER = '2147483647';
/**
 * Reads a NuGet version; `null` where it is none. Build metadata does not count.
 *
 * @see https://learn.microsoft.com/nuget/concepts/package-versioning
 */
function parseNuGet(text) {
    const match = nuget_version_VERSION.exec(text);
    if (match?.[1] === undefined)
        return null;
    const written = match[1].split('.').map(withoutZeros);
    if (written.some((number) => compareDigits(number, MAX_NUMBER) > 0))
        return null;
    return {
        numbers: [0, 1, 2, 3].map((i) => written[i] ?? '0'),
        labels: match[2]?.toLowerCase().split('.') ?? []
    };
}
/** By number, then a prerelease before its release, then label by label as in SemVer 2. */
function compareNuGet(a, b) {
    for (const [i, number] of a.numbers.entries()) {
        const order = compareDigits(number, b.numbers[i] ?? '0');
        if (order !== 0)
            return order;
    }
    if (a.labels.length === 0 || b.labels.length === 0)
        return b.labels.length - a.labels.length;
    for (const [i, label] of a.labels.entries()) {
        const other = b.labels[i];
        if (other === undefined)
            return 1;
        const order = compareLabels(label, other);
        if (order !== 0)
            return order;
    }
    return a.labels.length - b.labels.length;
}
/** Numbers before words. */
function compareLabels(a, b) {
    const [aIsNumber, bIsNumber] = [isNumber(a), isNumber(b)];
    if (aIsNumber && bIsNumber)
        return compareDigits(a, b);
    if (aIsNumber !== bIsNumber)
        return aIsNumber ? -1 : 1;
    return compareText(a, b);
}
/** To NuGet, digits beyond 32 bits are a word. */
function isNumber(label) {
    return /^\d+$/.test(label) && compareDigits(label, MAX_NUMBER) <= 0;
}

;// CONCATENATED MODULE: ./lib/policy/versions/typed-version.js





/**
 * Reads a tag, or version name, as its type's own kind of version: strict SemVer 2 with a
 * leading `v` allowed for npm, container and docker; NuGet's; RubyGems'; Maven's, to which
 * every text is one. `null` where it is none.
 */
function parseVersionOf(type, text) {
    switch (type) {
        case 'container':
        case 'docker':
        case 'npm': {
            const version = parseSemVer(text);
            return version === null ? null : { scheme: 'semver', text, version };
        }
        case 'nuget': {
            const version = parseNuGet(text);
            return version === null ? null : { scheme: 'nuget', text, version };
        }
        case 'rubygems': {
            const version = parseGem(text);
            return version === null ? null : { scheme: 'gem', text, version };
        }
        case 'maven':
            return { scheme: 'maven', text, version: parseMaven(text) };
        default:
            return type;
    }
}
// The same as ranges are read with: else each comparison would read the version again.
const OPTIONS = { loose: false, includePrerelease: true };
/** Strict SemVer 2 with a leading `v` allowed, and nothing around it. */
function parseSemVer(text) {
    // The package would trim, and take "v 1.2.3" only when told to be loose.
    return /^v?\d/.test(text) && !/\s/.test(text) ? semver.parse(text, OPTIONS) : null;
}
/**
 * Below 0 where `a` is the older version, 0 where they are one version in two spellings, such
 * as `1.0.0` and `v1.0.0+5`. Both have to be of one package type.
 *
 * @throws TypeError where they are not
 */
function compareTyped(a, b) {
    if (a.scheme === 'semver' && b.scheme === 'semver')
        return a.version.compare(b.version);
    if (a.scheme === 'nuget' && b.scheme === 'nuget')
        return compareNuGet(a.version, b.version);
    if (a.scheme === 'gem' && b.scheme === 'gem')
        return compareGem(a.version, b.version);
    if (a.scheme === 'maven' && b.scheme === 'maven')
        return compareMaven(a.version, b.version);
    throw new TypeError(`${a.text} and ${b.text} are versions of different types`);
}
/** What follows the `-` begins with one of these and no further letter (ruling 2). */
const CONTAINER_PRERELEASE = /^(?:alpha|beta|rc|pre|preview|dev|snapshot|canary|nightly|next|milestone)(?![a-z])/i;
/**
 * Whether a tag, or version name, has a prerelease part by the rules of its type; `null`
 * where it is no version at all. On containers `1.2.3-alpine` has none (rulings 2, 42).
 */
function isPrerelease(type, text) {
    return hasPrereleasePart(type, parseVersionOf(type, text));
}
/** As {@link isPrerelease}, of what was read already. */
function hasPrereleasePart(type, parsed) {
    if (parsed === null)
        return null;
    switch (parsed.scheme) {
        case 'semver': {
            const part = parsed.version.prerelease[0];
            if (part === undefined)
                return false;
            return type === 'npm' || CONTAINER_PRERELEASE.test(String(part));
        }
        case 'nuget':
            return parsed.version.labels.length > 0;
        case 'gem':
            return parsed.version.rest.length > 0;
        case 'maven':
            return mavenPrereleaseWord(parsed.text) !== null;
        default:
            return parsed;
    }
}
/**
 * A key that two versions share when they have the same numbers and nothing after them that
 * tells them apart: that of the release which a prerelease leads to, and of the release
 * itself. `null` for what is neither, such as a variant `1.2.3-alpine`, and for no version.
 * For Maven it is made of what stands before the first prerelease word (ruling 43).
 */
function releaseKeyOf(type, parsed) {
    if (parsed === null)
        return null;
    switch (parsed.scheme) {
        case 'semver': {
            const { major, minor, patch, prerelease } = parsed.version;
            const isVariant = prerelease.length > 0 && hasPrereleasePart(type, parsed) === false;
            return isVariant ? null : `${major}.${minor}.${patch}`;
        }
        case 'nuget':
            return parsed.version.numbers.join('.');
        case 'gem':
            return parsed.version.numbers.join('.');
        case 'maven':
            return JSON.stringify(parseMaven(mavenBeforePrerelease(parsed.text)).items);
        default:
            return parsed;
    }
}
/**
 * The group that a tag, or version name, is in: `1`, `1.2` or `1.2.3`, numbers that are not
 * written being 0; or its channel, the first identifier of what follows the `-`, `stable`
 * where there is none (ruling 22). `null` where it is no version.
 */
function groupOf(type, text, by) {
    return groupOfVersion(parseVersionOf(type, text), by);
}
/** As {@link groupOf}, of what was read already. */
function groupOfVersion(parsed, by) {
    if (parsed === null)
        return null;
    if (by === 'channel')
        return channelOf(parsed) ?? 'stable';
    if (parsed.scheme === 'semver')
        return groupOfSemVer(parsed.version, by);
    const { numbers } = parsed.version;
    const count = { major: 1, minor: 2, patch: 3 }[by];
    return Array.from({ length: count }, (_, i) => numbers[i] ?? '0').join('.');
}
function groupOfSemVer({ major, minor, patch }, by) {
    switch (by) {
        case 'major':
            return String(major);
        case 'minor':
            return `${major}.${minor}`;
        case 'patch':
            return `${major}.${minor}.${patch}`;
    }
}
function channelOf(parsed) {
    switch (parsed.scheme) {
        case 'semver':
            return parsed.version.prerelease[0]?.toString();
        case 'nuget':
            return parsed.version.labels[0];
        case 'gem':
            return parsed.version.rest[0];
        case 'maven':
            return mavenPrereleaseWord(parsed.text) ?? undefined;
        default:
            return parsed;
    }
}


/***/ }),

/***/ 5546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   N1: () => (/* binding */ canCheck),
/* harmony export */   _Q: () => (/* binding */ isDigestOf),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** How many hex digits the encoded part has. @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#registered-algorithms */
const HEX_DIGITS = { sha256: 64, sha512: 128 };
const GRAMMAR = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/;
const MAX_DIGEST_LENGTH = 256;
/**
 * Whether `value` is a digest by the OCI grammar; of sha256 and sha512 with exactly as many
 * lower-case hex digits as they have.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
function isDigest(value) {
    if (typeof value !== 'string' || value.length > MAX_DIGEST_LENGTH)
        return false;
    const [, algorithm, encoded] = GRAMMAR.exec(value) ?? [];
    if (algorithm === undefined || encoded === undefined)
        return false;
    if (!Object.hasOwn(HEX_DIGITS, algorithm))
        return true;
    return encoded.length === HEX_DIGITS[algorithm] && /^[0-9a-f]+$/.test(encoded);
}
/** Whether this is a digest of an algorithm that can be checked here: sha256 or sha512. */
function canCheck(digest) {
    return isDigest(digest) && Object.hasOwn(HEX_DIGITS, algorithmOf(digest));
}
/** The sha256 digest of exactly these bytes, which is the name of a container version. */
function digestOf(bytes) {
    return hash('sha256', bytes);
}
/** Whether the bytes are those that the digest names. The digest must be one that `canCheck`. */
function isDigestOf(digest, bytes) {
    return hash(algorithmOf(digest), bytes) === digest;
}
function hash(algorithm, bytes) {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex')}`;
}
function algorithmOf(digest) {
    return digest.split(':', 1)[0] ?? '';
}


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   OW: () => (/* binding */ isJsonObject),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** Whether `value` is a JSON object, neither `null` nor a list. */
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The object's own field, so that a key such as `__proto__` or `constructor` is just a key. */
function field(value, key) {
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** The field where it is text, else `null`. */
function textField(value, key) {
    const found = field(value, key);
    return typeof found === 'string' ? found : null;
}
/** The field where it is a list, else an empty one. */
function listField(value, key) {
    const found = field(value, key);
    return Array.isArray(found) ? found : [];
}
/** Reads JSON, or gives `undefined` (which no JSON is) where the text is none. */
function parseJson(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ OCI_INDEX),
/* harmony export */   EG: () => (/* binding */ OCI_MANIFEST),
/* harmony export */   FA: () => (/* binding */ ACCEPT),
/* harmony export */   Hf: () => (/* binding */ bareType),
/* harmony export */   QU: () => (/* binding */ formOf),
/* harmony export */   T6: () => (/* binding */ DOCKER_V1),
/* harmony export */   Vt: () => (/* binding */ OCI_EMPTY_CONFIG),
/* harmony export */   xc: () => (/* binding */ OCI_ARTIFACT)
/* harmony export */ });
/* unused harmony exports DOCKER_LIST, DOCKER_MANIFEST, DOCKER_V1_SIGNED */
/** @see https://github.com/opencontainers/image-spec/blob/main/media-types.md */
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
/** The config of what is no image. @see https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidance-for-an-empty-descriptor */
const OCI_EMPTY_CONFIG = 'application/vnd.oci.empty.v1+json';
/** Gone from the specification since 1.1, still stored. @see https://github.com/opencontainers/image-spec/blob/v1.1.0-rc2/artifact.md */
const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json';
/** @see https://distribution.github.io/distribution/spec/manifest-v2-2/ */
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
/** Schema 1, plain and signed. @see https://distribution.github.io/distribution/spec/deprecated-schema-v1/ */
const DOCKER_V1 = 'application/vnd.docker.distribution.manifest.v1+json';
const DOCKER_V1_SIGNED = 'application/vnd.docker.distribution.manifest.v1+prettyjws';
const FORMS = {
    [OCI_INDEX]: 'index',
    [DOCKER_LIST]: 'index',
    [OCI_MANIFEST]: 'image',
    [DOCKER_MANIFEST]: 'image',
    [OCI_ARTIFACT]: 'image',
    [DOCKER_V1]: 'image',
    [DOCKER_V1_SIGNED]: 'image'
};
/**
 * What is asked for: every type that may be stored. A registry answers 404 to a manifest of
 * a type that is not in the list, as if it were not there.
 */
const ACCEPT = Object.keys(FORMS).join(', ');
/** Whether manifests of this type list manifests or blobs; `null` for a type not known here. */
function formOf(mediaType) {
    return Object.hasOwn(FORMS, mediaType) ? (FORMS[mediaType] ?? null) : null;
}
/** The bare type of a `Content-Type` header, lower-case; '' where there is none. */
function bareType(contentType) {
    return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}


/***/ }),

/***/ 4263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ parseManifest)
});

// EXTERNAL MODULE: ./lib/model/manifest.js
var manifest = __webpack_require__(1004);
// EXTERNAL MODULE: ./lib/registry/digests.js
var digests = __webpack_require__(5546);
// EXTERNAL MODULE: ./lib/registry/json-fields.js
var json_fields = __webpack_require__(4051);
;// CONCATENATED MODULE: ./lib/registry/descriptor.js


/**
 * Reads an entry of an index. Text says why it can't be relied on: without a digest or a
 * media type nobody knows what it needs. Oddities elsewhere are left out: an entry that has
 * no platform that can be read has none.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/image-index.md
 */
function parseEntry(json) {
    if (!(0,json_fields/* isJsonObject */.OW)(json))
        return 'is no object';
    const digest = (0,json_fields/* field */.ZZ)(json, 'digest');
    if (!(0,digests/* isDigest */.Bc)(digest))
        return 'has no digest';
    const mediaType = (0,json_fields/* textField */.M8)(json, 'mediaType');
    if (mediaType === null || mediaType === '')
        return 'has no mediaType';
    const annotations = (0,json_fields/* field */.ZZ)(json, 'annotations');
    return {
        digest,
        mediaType,
        size: parseSize((0,json_fields/* field */.ZZ)(json, 'size')),
        platform: parsePlatform((0,json_fields/* field */.ZZ)(json, 'platform')),
        artifactType: (0,json_fields/* textField */.M8)(json, 'artifactType'),
        referenceType: (0,json_fields/* textField */.M8)(annotations, 'vnd.docker.reference.type'),
        referenceDigest: digestField(annotations, 'vnd.docker.reference.digest')
    };
}
/** What a descriptor points to, or `null` where it is none. */
function parseBlob(json) {
    const digest = digestField(json, 'digest');
    return digest === null ? null : { digest, size: parseSize((0,json_fields/* field */.ZZ)(json, 'size')) };
}
function digestField(json, key) {
    const found = (0,json_fields/* field */.ZZ)(json, key);
    return (0,digests/* isDigest */.Bc)(found) ? found : null;
}
function parsePlatform(json) {
    const os = (0,json_fields/* textField */.M8)(json, 'os');
    const architecture = (0,json_fields/* textField */.M8)(json, 'architecture');
    return os === null || architecture === null ? null : { os, architecture };
}
/** A size that can't be true counts as nothing: sums of sizes say "at least". */
function parseSize(size) {
    return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : 0;
}

// EXTERNAL MODULE: ./lib/registry/media-types.js
var media_types = __webpack_require__(7103);
;// CONCATENATED MODULE: ./lib/registry/parse-manifest.js





/** On a manifest or its layers: by sigstore, by in-toto (BuildKit), by cosign 2. */
const PREDICATE_ANNOTATIONS = [
    'dev.sigstore.bundle.predicateType',
    'in-toto.io/predicate-type',
    'predicateType'
];
/**
 * Reads what the graph needs of a manifest: an OCI image manifest, index or artifact manifest,
 * Docker's manifest list or manifest (schema 2, and schema 1, which needs nothing and whose
 * layers have no sizes). What it is, `mediaType` says, else the `Content-Type`, else its shape.
 *
 * Text is why it can't be relied on: entries or a subject that are not what they should be,
 * or a manifest that one client takes for an index and the next for an image. Oddities that
 * decide nothing (annotations that are no text, a layer that is no descriptor, a size below 0)
 * are passed over.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 * @see https://github.com/advisories/GHSA-77vh-xpmg-72qh
 */
function parseManifest(json, source) {
    if (!(0,json_fields/* isJsonObject */.OW)(json))
        return 'not a JSON object';
    const declared = declaredType(json, (0,media_types/* bareType */.Hf)(source.contentType));
    const form = declared === null ? shapeOf(json) : (0,media_types/* formOf */.QU)(declared);
    if (form === null)
        return 'neither an index nor an image manifest';
    if (isAmbiguous(json, form))
        return 'both an index and an image manifest';
    const subject = parseSubject(json);
    if (subject === undefined)
        return 'its subject has no digest';
    const entries = form === 'index' ? parseEntries(json) : [];
    if (typeof entries === 'string')
        return entries;
    return {
        digest: source.digest,
        size: source.size,
        mediaType: declared ?? (0,json_fields/* textField */.M8)(json, 'mediaType') ?? usualTypeOf(json),
        form,
        subject,
        entries,
        ...contentOf(json, form),
        artifactType: (0,json_fields/* textField */.M8)(json, 'artifactType'),
        predicateType: predicateTypeOf(json),
        replacementOf: (0,json_fields/* textField */.M8)((0,json_fields/* field */.ZZ)(json, 'annotations'), manifest/* REPLACEMENT_ANNOTATION */.r)
    };
}
/** What the manifest calls itself, else what the header calls it, where that is a type known here. */
function declaredType(json, contentType) {
    const own = (0,json_fields/* textField */.M8)(json, 'mediaType');
    if (own !== null && (0,media_types/* formOf */.QU)(own) !== null)
        return own;
    return (0,media_types/* formOf */.QU)(contentType) === null ? null : contentType;
}
/** The usual type of its shape. */
function usualTypeOf(json) {
    if (has(json, 'manifests'))
        return media_types/* OCI_INDEX */.$p;
    if (has(json, 'fsLayers'))
        return media_types/* DOCKER_V1 */.T6;
    return has(json, 'blobs') && !has(json, 'config') ? media_types/* OCI_ARTIFACT */.xc : media_types/* OCI_MANIFEST */.EG;
}
function shapeOf(json) {
    if (has(json, 'manifests'))
        return 'index';
    return ['config', 'layers', 'fsLayers', 'blobs'].some((key) => has(json, key)) ? 'image' : null;
}
function has(json, key) {
    return (0,json_fields/* field */.ZZ)(json, key) !== undefined;
}
function isAmbiguous(json, form) {
    if (form === 'image')
        return isFilled((0,json_fields/* field */.ZZ)(json, 'manifests'));
    return ['config', 'layers', 'fsLayers', 'blobs'].some((key) => isFilled((0,json_fields/* field */.ZZ)(json, key)));
}
function isFilled(value) {
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}
/** `null` where there is none, `undefined` where it makes no sense. */
function parseSubject(json) {
    const subject = (0,json_fields/* field */.ZZ)(json, 'subject');
    if (subject === undefined || subject === null)
        return null;
    const digest = (0,json_fields/* field */.ZZ)(subject, 'digest');
    return (0,digests/* isDigest */.Bc)(digest) ? digest : undefined;
}
function parseEntries(json) {
    const listed = (0,json_fields/* field */.ZZ)(json, 'manifests');
    // Go writes an empty list as null.
    if (listed === null)
        return [];
    if (!Array.isArray(listed))
        return 'its entries are no list';
    const entries = [];
    for (const [index, entryJson] of listed.entries()) {
        const entry = parseEntry(entryJson);
        if (typeof entry === 'string')
            return `its entry ${index + 1} ${entry}`;
        entries.push(entry);
    }
    return entries;
}
function contentOf(json, form) {
    if (form === 'index')
        return { configMediaType: null, layerMediaType: null, blobs: [] };
    const layers = layersOf(json);
    return {
        configMediaType: (0,json_fields/* textField */.M8)((0,json_fields/* field */.ZZ)(json, 'config'), 'mediaType'),
        layerMediaType: (0,json_fields/* textField */.M8)(layers[0], 'mediaType'),
        blobs: [(0,json_fields/* field */.ZZ)(json, 'config'), ...layers].flatMap((layer) => {
            const blob = parseBlob(layer);
            return blob === null ? [] : [blob];
        })
    };
}
/** The layers as descriptors, under whatever name: schema 1 has them as `{blobSum}`. */
function layersOf(json) {
    const old = (0,json_fields/* listField */.FZ)(json, 'fsLayers').map((layer) => ({ digest: (0,json_fields/* field */.ZZ)(layer, 'blobSum') }));
    return [...(0,json_fields/* listField */.FZ)(json, 'layers'), ...(0,json_fields/* listField */.FZ)(json, 'blobs'), ...old];
}
function predicateTypeOf(json) {
    for (const holder of [json, ...layersOf(json)]) {
        const annotations = (0,json_fields/* field */.ZZ)(holder, 'annotations');
        const key = PREDICATE_ANNOTATIONS.find((name) => (0,json_fields/* textField */.M8)(annotations, name) !== null);
        if (key !== undefined)
            return (0,json_fields/* textField */.M8)(annotations, key);
    }
    return null;
}


/***/ }),

/***/ 9141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ ageText)
/* harmony export */ });
/* harmony import */ var _model_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7142);


const YEAR_MS = 365.25 * _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
/**
 * A length of time in words: `45 seconds`, `90 minutes`, `36 hours`, `12 days`, `2.5 years`.
 * Rounded down, and in days up to two years, so that it can be compared with limits such as 30d.
 * The sign is left out.
 */
function ageText(ms) {
    const age = Math.abs(ms);
    if (age < 2 * _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE_MS */ .kg)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(Math.floor(age / _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND_MS */ ._L), 'second');
    if (age < 2 * _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(Math.floor(age / _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE_MS */ .kg), 'minute');
    if (age < 2 * _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(Math.floor(age / _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ), 'hour');
    if (age < 2 * YEAR_MS)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(Math.floor(age / _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO), 'day');
    const years = Math.floor((age / YEAR_MS) * 10) / 10;
    return `${years} years`;
}


/***/ }),

/***/ 1116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ annotations)
/* harmony export */ });
/* harmony import */ var _findings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7470);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5810);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7142);



// More are not shown, and longer ones are cut in the middle of a word.
const MAX_EACH = 10;
const MAX_LENGTH = 4000;
/**
 * What a person has to act on, the gravest first; at most ten of each level. With `failOn`
 * `never` failed outcomes are warnings.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs
 */
function annotations(report, failOn = 'error') {
    const all = (0,_findings_js__WEBPACK_IMPORTED_MODULE_0__/* .findings */ .P)(report)
        .filter(({ level }) => level !== 'notice')
        .map((finding) => annotation(finding, failOn));
    const ofLevel = (level) => all.filter((one) => one.level === level).slice(0, MAX_EACH);
    return [...ofLevel('error'), ...ofLevel('warning')];
}
function annotation({ code, level, title, lines }, failOn) {
    return {
        level: code === 'failed' && failOn === 'never' ? 'warning' : level,
        title: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(title),
        message: (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .clip */ .$Q)(lines.length === 0 ? title : lines.map((line) => (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(line)).join('\n'), MAX_LENGTH)
    };
}


/***/ }),

/***/ 5002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FK: () => (/* binding */ buildReport),
  hz: () => (/* binding */ byPlace),
  _$: () => (/* binding */ isoDate)
});

// EXTERNAL MODULE: ./lib/report/freeze-text.js
var freeze_text = __webpack_require__(8567);
// EXTERNAL MODULE: ./lib/report/reason-text.js
var reason_text = __webpack_require__(6658);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
// EXTERNAL MODULE: ./lib/report/row-outcome.js
var row_outcome = __webpack_require__(5435);
// EXTERNAL MODULE: ./lib/report/planned-changes.js
var planned_changes = __webpack_require__(132);
// EXTERNAL MODULE: ./lib/report/totals.js
var totals = __webpack_require__(5251);
// EXTERNAL MODULE: ./lib/report/labels.js
var labels = __webpack_require__(7419);
// EXTERNAL MODULE: ./lib/report/wording.js
var wording = __webpack_require__(7142);
;// CONCATENATED MODULE: ./lib/report/warning-text.js



/** What a person should know of a package, as a sentence. A new code without a line does not compile. */
function warningText(warning) {
    switch (warning.code) {
        case 'question-unanswered':
            return `The question of ${warning.rule} could not be answered, so it deletes nothing and keeps everything: ${warning.why}`;
        case 'names-no-root':
            return `${warning.rule} names ${names(warning.names)}: a part of an image is never deleted on its own`;
        case 'unknown-manifests':
            return `The registry does not know ${(0,wording/* plural */.LS)(warning.names.length, 'manifest')} that GitHub lists (${names(warning.names)}); broken: [unpullable] would select ${warning.names.length === 1 ? 'it' : 'them'}`;
        case 'frozen':
            return `Nothing goes in this package: ${(0,freeze_text/* freezeText */.B)(warning.freeze)}`;
    }
}
function names(list) {
    return (0,wording/* enumerate */.HL)(list.map((name) => (0,labels/* shortName */.EU)(name)), 3);
}

;// CONCATENATED MODULE: ./lib/report/build-report.js








const LAST_DATE_MS = 8.64e15;
/** Makes the report of a run, so far or to its end. Equal records give equal reports. */
function buildReport(run) {
    const packages = run.packages.map((record) => packageReport(record, run.dryRun)).sort(byPlace);
    return {
        schema: report/* REPORT_SCHEMA */.D,
        version: 1,
        tool: { name: 'package-retention', version: run.toolVersion },
        mode: run.mode,
        dryRun: run.dryRun,
        startedAt: isoDate(run.startedAt) ?? '',
        finishedAt: isoDate(run.finishedAt),
        complete: run.complete,
        policyDigest: run.policyDigest,
        error: run.error,
        fuse: run.fuse,
        stopped: run.stopped,
        warnings: run.warnings,
        totals: (0,totals/* runTotals */.zj)(packages),
        requests: { api: run.requests.api, registry: run.requests.registry },
        packages
    };
}
function packageReport(record, dryRun) {
    const { plan } = record;
    const { owner, type, name } = record.package;
    const packageDecision = plan?.packageDecision ?? null;
    const versions = (0,row_outcome/* withPackageOutcome */.R)(versionRows(record), packageDecision, record.packageOutcome);
    const reclaimableBytes = plan?.reclaimedBytes ?? 0;
    return {
        owner: owner.login,
        ownerKind: owner.kind,
        type,
        name,
        repository: record.repository,
        error: record.error ?? (0,freeze_text/* freezeError */.s)(plan?.frozen ?? null),
        leftAlone: record.leftAlone,
        frozen: plan?.frozen ? (0,freeze_text/* freezeText */.B)(plan.frozen) : null,
        packageDecision,
        packageOutcome: record.packageOutcome?.outcome ?? null,
        lastVersionFailure: plan?.lastVersionFailure ?? null,
        reclaimableBytes,
        totals: (0,totals/* packageTotals */.Iz)(versions, reclaimableBytes, dryRun),
        warnings: [...planWarnings(record), ...record.warnings],
        planned: (0,planned_changes/* plannedChanges */.I)(versions, packageDecision),
        versions
    };
}
// That it is frozen has a field of its own.
function planWarnings({ plan }) {
    const warnings = (plan?.warnings ?? []).filter(({ code }) => code !== 'frozen');
    return [...new Set(warnings.map((warning) => warningText(warning)))];
}
function versionRows({ plan, outcomes }) {
    const rows = (plan?.versions ?? []).map((planned) => versionRow(planned));
    return (0,row_outcome/* withOutcomes */.I)(rows, outcomes).toSorted((a, b) => b.id - a.id);
}
function versionRow(planned) {
    const { id, name, tags, createdAt, updatedAt } = planned.version;
    return {
        id,
        name,
        tags,
        createdAt: isoDate(createdAt),
        updatedAt: isoDate(updatedAt),
        kind: planned.kind,
        root: planned.root,
        sizeBytes: planned.sizeBytes,
        decision: planned.decision,
        rule: planned.rule,
        reason: (0,reason_text/* reasonText */.u)(planned.reason),
        reasonCode: planned.reason.code,
        untag: planned.untag,
        outcome: null,
        error: null,
        untagged: [],
        retagged: []
    };
}
/** ISO 8601 with milliseconds, UTC; `null` for no time or one that no date can say. */
function isoDate(time) {
    if (time === null || !(Math.abs(time) <= LAST_DATE_MS))
        return null;
    return new Date(time).toISOString();
}
/** By type, then name, then owner: the order of packages in a report. */
function byPlace(a, b) {
    return (0,wording/* byText */.z4)(a.type, b.type) || (0,wording/* byText */.z4)(a.name, b.name) || (0,wording/* byText */.z4)(a.owner, b.owner);
}


/***/ }),

/***/ 1925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   wI: () => (/* binding */ utf8Length),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
/**
 * Bytes for people, in powers of 1000 as GitHub bills and docker prints them: `999 B`,
 * `1.2 kB`, `12 MB`. One decimal below ten, none above.
 */
function formatBytes(bytes) {
    let unit = 0;
    let amount = bytes;
    while (unit < UNITS.length - 1 && Number(shown(amount, unit)) >= 1000) {
        amount /= 1000;
        unit += 1;
    }
    return `${shown(amount, unit)} ${UNITS[unit] ?? ''}`;
}
function shown(amount, unit) {
    return unit > 0 && Number(amount.toFixed(1)) < 10 ? amount.toFixed(1) : amount.toFixed(0);
}
/** `1,234,567`. */
function formatCount(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** How many bytes `text` takes as UTF-8; a lone surrogate counts as the replacement character. */
function utf8Length(text) {
    let length = 0;
    for (const sign of text) {
        const code = sign.codePointAt(0) ?? 0;
        length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
    return length;
}


/***/ }),

/***/ 4718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ countsText),
/* harmony export */   x: () => (/* binding */ outcomesText)
/* harmony export */ });
/* harmony import */ var _plan_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8095);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1925);


/** `3 would be deleted`, `6 kept`: what a plan decides; of a live run also what became of it. */
function countsText(totals, dryRun) {
    const would = dryRun ? 'would be ' : 'to be ';
    return [
        ...count(totals.selected, `${would}deleted`),
        ...count(totals.toUntag, `${would}untagged`),
        ...count(totals.toRestore, `${would}restored`),
        ...count(totals.kept, 'kept'),
        ...outcomesText(totals)
    ];
}
/** `2 deleted`, `1 failed`: the outcomes that there are. */
function outcomesText(totals) {
    return _plan_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .OUTCOMES */ .i.flatMap((outcome) => count(totals[outcome], outcome));
}
function count(amount, words) {
    return amount > 0 ? [`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(amount)} ${words}`] : [];
}


/***/ }),

/***/ 7967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ groupTitle),
/* harmony export */   v: () => (/* binding */ decisionGroups)
/* harmony export */ });
/* harmony import */ var _reason_titles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8142);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7142);


const EXAMPLES = 4;
const ORDER = { delete: 0, untag: 1, restore: 2, keep: 3 };
/** Groups what was decided: what goes before what stays, then the largest group first. */
function decisionGroups(rows) {
    const groups = new Map();
    for (const row of rows) {
        const { decision, rule, reasonCode } = row;
        const key = JSON.stringify([decision, rule, reasonCode]);
        const group = groups.get(key) ?? { decision, rule, reasonCode, count: 0, examples: [] };
        groups.set(key, group);
        group.count += 1;
        if (group.examples.length < EXAMPLES)
            group.examples.push(row);
    }
    return [...groups.values()].sort((a, b) => ORDER[a.decision] - ORDER[b.decision] ||
        b.count - a.count ||
        (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .byText */ .z4)(a.rule ?? '', b.rule ?? '') ||
        (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .byText */ .z4)(a.reasonCode ?? '', b.reasonCode ?? ''));
}
/** Why, in a few words. */
function groupTitle({ reasonCode }) {
    return reasonCode === null ? 'as the report says' : (0,_reason_titles_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonTitle */ .tc)(reasonCode);
}


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ logLine)
/* harmony export */ });
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5810);

// `::name::` is a command where a line starts with it, spaces apart, `##[name]` anywhere.
const COMMAND = /:(?=:)|(?<=##)\[/g;
/**
 * One line for the log or the terminal, whatever is in it: no line break, no escape sequence,
 * and nothing that the runner would obey as a workflow command. Give it the whole line, since
 * two harmless pieces can make a command together.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function logLine(text) {
    return (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(text).replace(COMMAND, _visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .codePointName */ .R);
}


/***/ }),

/***/ 5665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ becauseText)
/* harmony export */ });
/* unused harmony export evidenceText */
/* harmony import */ var _age_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9141);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7419);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7142);



const SHOWN_EVIDENCE = 4;
/** Why one condition holds, as a clause. A new code without a line does not compile. */
function evidenceText(evidence) {
    switch (evidence.code) {
        case 'tag-matches':
            return evidence.pattern === null
                ? `${evidence.tag} is not excluded`
                : `${evidence.tag} matches ${evidence.pattern}`;
        case 'untagged':
            return 'untagged';
        case 'tagged':
            return 'tagged';
        case 'in-range':
            return `${evidence.tag} is in the range ${evidence.range}`;
        case 'prerelease':
            return `${evidence.tag} is a prerelease`;
        case 'no-prerelease':
            return `${evidence.tag} is no prerelease`;
        case 'superseded':
            return `${evidence.tag} is superseded by ${evidence.release}`;
        case 'older':
            return `${(0,_age_text_js__WEBPACK_IMPORTED_MODULE_0__/* .ageText */ .X)(evidence.ageMs)} old, older than ${evidence.limit}`;
        case 'newer':
            return `${(0,_age_text_js__WEBPACK_IMPORTED_MODULE_0__/* .ageText */ .X)(evidence.ageMs)} old, not older than ${evidence.limit}`;
        case 'id-listed':
            return `id ${evidence.id} is listed`;
        case 'digest-listed':
            return `digest ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(evidence.digest)} is listed`;
        case 'broken':
            return brokenText(evidence.kind);
        case 'pull-request-closed':
            return `${evidence.tag}: pull request ${evidence.number} ${closedText(evidence.closedAgoMs)}`;
        case 'pull-request-open':
            return `${evidence.tag}: pull request ${evidence.number} is open`;
        case 'branch-gone':
            return `${evidence.tag}: branch ${evidence.branch} is gone`;
        case 'branch-live':
            return `${evidence.tag}: branch ${evidence.branch} exists`;
        case 'released':
            return `${evidence.tag} is the release ${evidence.release}`;
        case 'not-released':
            return `${evidence.tag} is no release`;
        case 'listed-in-file':
            return `a file of the workspace names ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(evidence.name)}`;
        case 'everything':
            return 'the rule is about everything';
    }
}
function brokenText(kind) {
    switch (kind) {
        case 'ghost':
            return 'ghost: every image of this index is missing';
        case 'partial':
            return 'partial: some images of this index are missing';
        case 'orphaned':
            return 'orphaned: what it belongs to is missing';
        case 'unpullable':
            return 'unpullable: the registry does not know its manifest';
    }
}
function closedText(closedAgoMs) {
    if (closedAgoMs === null)
        return 'is closed';
    return closedAgoMs < 1000 ? 'was closed just now' : `was closed ${(0,_age_text_js__WEBPACK_IMPORTED_MODULE_0__/* .ageText */ .X)(closedAgoMs)} ago`;
}
/** Several clauses as one, at most four in full; `fallback` where there is none. */
function becauseText(because, fallback) {
    if (because.length === 0)
        return fallback;
    const clauses = because.slice(0, SHOWN_EVIDENCE).map((evidence) => evidenceText(evidence));
    const left = because.length - clauses.length;
    return [...clauses, ...(left > 0 ? [`and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(left, 'more reason')}`] : [])].join('; ');
}


/***/ }),

/***/ 5379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ exceededLimitText)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1925);

/** How a plan goes beyond `max-deletions`, as a clause. */
function exceededLimitText({ limit, package: ref, deletions, versions }) {
    const going = `${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(deletions)} of ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(versions)} versions would be deleted`;
    switch (limit.kind) {
        case 'count':
            return `${going}, and max-deletions allows ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(limit.count)} in a run`;
        case 'share':
            return `${going} in ${ref?.type ?? ''} package ${ref?.name ?? ''}, and max-deletions allows ${limit.percent}%`;
    }
}


/***/ }),

/***/ 7470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ findings)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1925);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7419);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7142);



const SHOWN_LINES = 10;
const SHOWN_NAMES = 3;
const LINE_LENGTH = 500;
/** It may have several things to click. */
const RUN_ERROR_LENGTH = 2000;
/** What stands out in a run, the gravest first. Empty for a run without a hitch. */
function findings(report) {
    return [
        ...runError(report),
        ...cutOff(report),
        ...fuse(report),
        ...packageErrors(report),
        ...outcomeFinding(report, 'failed', 'error', 'failed'),
        ...lastVersionFailures(report),
        ...remaining(report),
        ...frozen(report),
        ...warnings(report),
        ...outcomeFinding(report, 'blocked', 'notice', 'blocked by GitHub, which keeps public versions with more than 5,000 downloads'),
        ...outcomeFinding(report, 'retained', 'notice', 'retained, since GitHub keeps the last one'),
        ...outcomeFinding(report, 'skipped', 'notice', 'skipped'),
        ...leftAlone(report)
    ];
}
function runError(report) {
    const { error, complete } = report;
    if (error === null)
        return [];
    const lines = [(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(error, RUN_ERROR_LENGTH), ...(complete ? [] : [untilThen(report)])];
    return [{ code: 'run-error', level: 'error', title: 'The run failed', lines }];
}
function cutOff(report) {
    if (report.complete || report.error !== null)
        return [];
    const title = 'The run did not come to its end';
    return [{ code: 'cut-off', level: 'warning', title, lines: [untilThen(report)] }];
}
function untilThen({ dryRun }) {
    return dryRun
        ? 'The plan is not complete.'
        : 'What was done until then is in this report and its journal; the next run goes on.';
}
function fuse({ fuse: text, dryRun }) {
    if (text === null)
        return [];
    const title = dryRun
        ? 'A live run would change nothing: the plan goes beyond max-deletions'
        : 'Nothing was changed: the plan goes beyond max-deletions';
    return [{ code: 'fuse', level: dryRun ? 'warning' : 'error', title, lines: [shortLine(text)] }];
}
function packageErrors({ packages }) {
    const broken = packages.filter(({ error }) => error !== null);
    if (broken.length === 0)
        return [];
    const title = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(broken.length, 'package')} could not be processed`;
    return [
        {
            code: 'package-error',
            level: 'error',
            title,
            lines: byMessage(broken, (entry) => entry.error)
        }
    ];
}
function lastVersionFailures({ packages }) {
    const failing = packages.filter(({ lastVersionFailure }) => lastVersionFailure !== null);
    if (failing.length === 0)
        return [];
    const title = `last-version: fail stopped ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(failing.length, 'package')}`;
    const text = 'The plan would leave none of its versions, or none with a tag; nothing goes in it';
    return [
        { code: 'last-version-fail', level: 'error', title, lines: byMessage(failing, () => text) }
    ];
}
function remaining({ totals, stopped }) {
    if (totals.remaining === 0 && stopped === null)
        return [];
    const left = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(totals.remaining, 'version')} ${totals.remaining === 1 ? 'remains' : 'remain'} for the next run`;
    const title = totals.remaining === 0 ? 'The run stopped early' : left;
    const lines = stopped === null ? [] : [shortLine(stopped)];
    return [{ code: 'remaining', level: 'warning', title, lines }];
}
function frozen({ packages }) {
    const still = packages.filter((entry) => entry.frozen !== null && entry.error === null);
    if (still.length === 0)
        return [];
    const title = `Nothing goes in ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(still.length, 'package')}: when in doubt, everything is kept`;
    return [
        { code: 'frozen', level: 'warning', title, lines: byMessage(still, (entry) => entry.frozen) }
    ];
}
function warnings(report) {
    const entries = report.packages.flatMap((entry) => entry.warnings.map((text) => ({ entry, text })));
    const count = report.warnings.length + new Set(entries.map(({ text }) => text)).size;
    if (count === 0)
        return [];
    const lines = [
        ...report.warnings.map((text) => shortLine(text)),
        ...grouped(entries.map(({ entry, text }) => [text, (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .packageTitle */ .by)(entry)]), 'package')
    ];
    return [
        { code: 'warning', level: 'warning', title: (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(count, 'warning'), lines: capped(lines) }
    ];
}
function leftAlone({ packages }) {
    const aside = packages.filter((entry) => entry.leftAlone !== null);
    if (aside.length === 0)
        return [];
    const title = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(aside.length, 'package')} left alone`;
    return [
        {
            code: 'left-alone',
            level: 'notice',
            title,
            lines: byMessage(aside, (entry) => entry.leftAlone)
        }
    ];
}
function outcomeFinding({ packages, totals }, outcome, level, words) {
    if (totals[outcome] === 0)
        return [];
    const rows = packages.flatMap((entry) => entry.versions.filter((row) => row.outcome === outcome).map((row) => ({ entry, row })));
    const lines = grouped(rows.map(({ entry, row }) => [row.error ?? outcome, `${entry.name}: ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .versionLabel */ .dp)(row)}`]), 'version');
    const title = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(totals[outcome], 'version')} ${words}`;
    return [{ code: outcome, level, title, lines: capped(lines) }];
}
function byMessage(packages, message) {
    const pairs = packages.map((entry) => [message(entry) ?? '', (0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .packageTitle */ .by)(entry)]);
    return capped(grouped(pairs, 'package'));
}
// One line a text, the commonest first, with some of the names that it is about.
function grouped(pairs, noun) {
    const names = new Map();
    for (const [text, name] of pairs) {
        const known = names.get(text);
        if (known === undefined)
            names.set(text, [name]);
        else
            known.push(name);
    }
    return [...names]
        .toSorted(([, a], [, b]) => b.length - a.length)
        .map(([text, list]) => {
        const count = list.length > SHOWN_NAMES ? `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(list.length, noun)}, ` : '';
        return `${shortLine(text)} (${count}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerate */ .HL)(list, SHOWN_NAMES)})`;
    });
}
function shortLine(text) {
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(text, LINE_LENGTH);
}
function capped(lines) {
    const left = lines.length - SHOWN_LINES;
    if (left <= 0)
        return lines;
    return [...lines.slice(0, SHOWN_LINES), `… and ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(left)} more, all in report.json`];
}


/***/ }),

/***/ 5634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ freedText),
/* harmony export */   d: () => (/* binding */ freedCell)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1925);

/**
 * What is known of the bytes that the plan of a dry run would free, or that a live run freed.
 * Platforms of an index are mostly not read: on images that go their bytes are missing in the
 * sum, on images that stay nothing tells what they share with it. So it is about right at best,
 * and 0 where something goes means that nobody knows. `none` where nothing goes.
 */
function freedOf({ selected, deleted, reclaimedBytes }, dryRun) {
    if ((dryRun ? selected : deleted) === 0)
        return 'none';
    return reclaimedBytes === 0 ? 'unknown' : (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(reclaimedBytes);
}
/** The bytes freed as a cell of a table. */
function freedCell(totals, dryRun) {
    const freed = freedOf(totals, dryRun);
    if (freed === 'none')
        return '0';
    return freed === 'unknown' ? 'not known' : `≈ ${freed}`;
}
/** The same as the end of a sentence; empty where there is nothing to say. */
function freedText(totals, dryRun) {
    const freed = freedOf(totals, dryRun);
    if (freed === 'none' || freed === 'unknown')
        return '';
    return `, about ${freed} ${dryRun ? 'would be' : 'were'} freed`;
}


/***/ }),

/***/ 8567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ freezeText),
/* harmony export */   s: () => (/* binding */ freezeError)
/* harmony export */ });
/* harmony import */ var _model_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7419);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7142);



/** Why nothing may go in a package, as a clause. A new code without a line does not compile. */
function freezeText(freeze) {
    switch (freeze.code) {
        case 'unreadable-manifest':
            return `the manifest ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(freeze.digest)} could not be read: ${freeze.why}`;
        case 'registry-refused':
            return 'the registry lets the token read nothing of it';
        case 'young-unknown-manifest':
            return `the registry does not know the manifest ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(freeze.digest)}, which is too young to be called missing`;
        case 'not-listed-yet':
            return `the registry has ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(freeze.digest)}, which the list of versions does not show yet`;
        case 'unreadable-entry':
            return `the registry did not say whether it has ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(freeze.digest)}, which an index or a referrer names`;
        case 'missing-date':
            return `version ${freeze.id} (${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(freeze.name)}) has no date that can be read`;
        case 'missing-tags':
            return `version ${freeze.id} (${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(freeze.name)}) came without a list of tags`;
        case 'tag-on-two-versions':
            return `the tag ${freeze.tag} is on the versions ${ids(freeze.ids)} at once`;
        case 'digest-on-two-versions':
            return `the digest ${(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .shortName */ .EU)(freeze.digest)} has the versions ${ids(freeze.ids)} at once`;
        case 'not-looked-at':
            return `not looked at: ${SPENT[freeze.spent]}${untilText(freeze.until)}; the next run goes on`;
        case 'keep-tags-match-nothing':
            return `keep-tags (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .enumerate */ .HL)(freeze.patterns, 5)}) matches nothing here, so that everything else would go`;
        case 'frozen-in-report':
            return `it was when the report was made: ${freeze.why}`;
    }
}
/**
 * What a person has to see to before anything can go in a frozen package, a whole sentence
 * without its full stop; `null` for a freeze that passes or is about one version.
 */
function freezeError(freeze) {
    if (freeze?.code !== 'registry-refused')
        return null;
    return `the token lacks what the run needs: the registry lets it read nothing of this package (${freeze.why})`;
}
const SPENT = {
    requests: "the token's requests are used up",
    pace: "GitHub holds up the token's requests",
    time: "the run's time is over"
};
/** To the minute, so that packages held up by one limit are told together. */
function untilText(until) {
    if (until === null || !(Math.abs(until) < LAST_DATE_MS))
        return '';
    const minute = new Date(Math.ceil(until / _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE_MS */ .kg) * _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE_MS */ .kg);
    return ` until ${minute.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
const LAST_DATE_MS = 8.6e15;
function ids(list) {
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .enumerate */ .HL)(list.map((id) => String(id)), 5);
}


/***/ }),

/***/ 5916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Z5: () => (/* binding */ bringsBack),
/* harmony export */   qv: () => (/* binding */ summarySentence)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1925);
/* harmony import */ var _freed_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5634);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7142);



/** What happened, for a title: says first whether it was a dry run. Plain text. */
function headline(report) {
    const { dryRun, fuse, error, packages } = report;
    const name = `Package retention${MODE_NOTES[report.mode]}`;
    if (error !== null && packages.length === 0)
        return `${name}: the run could not begin`;
    if (dryRun)
        return `${name}, dry run: ${plannedText(report.totals, report.mode)}`;
    if (fuse !== null)
        return `${name}: nothing was changed, the plan goes beyond max-deletions`;
    return `${name}: ${doneText(report.totals, report.mode)}${report.complete ? '' : ' (cut off)'}`;
}
const MODE_NOTES = {
    cleanup: '',
    apply: ' (apply)',
    restore: ' (restore)',
    repair: ' (repair)'
};
/** Whether the mode brings versions back instead of deleting them. */
function bringsBack(mode) {
    return mode === 'restore' || mode === 'repair';
}
function plannedText(totals, mode) {
    if (bringsBack(mode))
        return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(totals.toRestore, 'version')} would be restored`;
    const untagged = totals.toUntag > 0 ? `, ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(totals.toUntag)} untagged` : '';
    return `${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(totals.selected)} of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(totals.versions, 'version')} would be deleted${untagged}`;
}
function doneText(totals, mode) {
    const parts = bringsBack(mode)
        ? [`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(totals.restored)} of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(totals.toRestore, 'version')} restored`]
        : [`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(totals.deleted)} of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(totals.versions, 'version')} deleted`];
    if (!bringsBack(mode) && totals.untagged > 0)
        parts.push(`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(totals.untagged)} untagged`);
    if (totals.failed > 0)
        parts.push(`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(totals.failed)} failed`);
    if (totals.remaining > 0)
        parts.push(`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(totals.remaining)} remaining`);
    return parts.join(', ');
}
/** The numbers behind the headline, as two or three sentences. Plain text. */
function summarySentence(report) {
    const { requests, dryRun, mode, totals } = report;
    const freed = bringsBack(mode) ? '' : (0,_freed_text_js__WEBPACK_IMPORTED_MODULE_2__/* .freedText */ .K)(totals, dryRun);
    const effort = (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .enumerate */ .HL)([
        ...durationText(report),
        (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(requests.api, 'API request'),
        (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(requests.registry, 'registry request')
    ]);
    const unchanged = dryRun ? 'Nothing was changed. ' : '';
    return `${scopeText(report)}: ${keptText(report)}${freed}. ${unchanged}It took ${effort}.`;
}
function scopeText({ packages, totals }) {
    const owners = [...new Set(packages.map(({ owner }) => owner))];
    const where = owners.length === 1 ? ` of ${owners[0] ?? ''}` : '';
    return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(totals.packages, 'package')}${where}`;
}
function keptText({ totals, mode }) {
    if (bringsBack(mode))
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(totals.versions, 'version');
    return `${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(totals.kept)} of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(totals.versions, 'version')} kept`;
}
function durationText({ startedAt, finishedAt }) {
    if (finishedAt === null)
        return [];
    const seconds = Math.max(0, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));
    return [seconds < 120 ? (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(seconds, 'second') : (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(Math.round(seconds / 60), 'minute')];
}


/***/ }),

/***/ 5307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ htmlReport)
});

// EXTERNAL MODULE: ./lib/report/headline.js
var headline = __webpack_require__(5916);
// EXTERNAL MODULE: ./lib/report/labels.js
var labels = __webpack_require__(7419);
// EXTERNAL MODULE: ./lib/report/package-order.js
var package_order = __webpack_require__(6343);
;// CONCATENATED MODULE: ./lib/report/html/client.generated.js
// Made by scripts/build-report-page.mjs from src/report/html/client; do not edit.
const SOURCE_DIGEST = "81ea901d2a755630adcb26d62d14790caab36845e16ee11ca8464f5ca15f5a6e";
const SCRIPT_HASH = "sha256-pUgEfBC79rhMiQTAx8P4IK41VJT7XQKmnio4jf2Jo8Y=";
const STYLE_HASH = "sha256-eTeETsulaod6TV8nFyB8ybucw+mf67N5wiwIhEg+ZqI=";
const CLIENT_STYLE = ".uplot,.uplot *,.uplot *::before,.uplot *::after{box-sizing: border-box;}.uplot{font-family: system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"Noto Sans\",sans-serif,\"Apple Color Emoji\",\"Segoe UI Emoji\",\"Segoe UI Symbol\",\"Noto Color Emoji\";line-height: 1.5;width: min-content;}.u-title{text-align: center;font-size: 18px;font-weight: bold;}.u-wrap{position: relative;user-select: none;}.u-over,.u-under{position: absolute;}.u-under{overflow: hidden;}.uplot canvas{display: block;position: relative;width: 100%;height: 100%;}.u-axis{position: absolute;}.u-legend{font-size: 14px;margin: auto;text-align: center;}.u-inline{display: block;}.u-inline *{display: inline-block;}.u-inline tr{margin-right: 16px;}.u-legend th{font-weight: 600;}.u-legend th > *{vertical-align: middle;display: inline-block;}.u-legend .u-marker{width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after{content: \":\";vertical-align: middle;}.u-inline:not(.u-live) .u-value{display: none;}.u-series > *{padding: 4px;}.u-series th{cursor: pointer;}.u-legend .u-off > *{opacity: 0.3;}.u-select{background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x,.u-cursor-y{position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x,.u-vt .u-cursor-y{height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y,.u-vt .u-cursor-x{width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt{position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;background-clip: padding-box !important;}.u-axis.u-off,.u-select.u-off,.u-cursor-x.u-off,.u-cursor-y.u-off,.u-cursor-pt.u-off{display: none;}:root{color-scheme: light dark;--paper: #ffffff;--raised: #f5f6f8;--ink: #1b1f24;--quiet: #57606a;--line: #d5d9df;--link: #0b5394;--strip: #eceef1;--keep: #3d7ea6;--untag: #b98600;--back: #2e8b57;--left: #8250a8;--go: #c8501e;--failed: #b3122d;--keep-ink: #1f5375;--untag-ink: #6d4e00;--back-ink: #176239;--left-ink: #5f3585;--go-ink: #8f3208;--row-height: 36px;--mono: ui-monospace,'SFMono-Regular',Menlo,Consolas,'Liberation Mono',monospace;}@media (prefers-color-scheme: dark){:root{--paper: #14171b;--raised: #1d2127;--ink: #e6e9ed;--quiet: #a0a9b4;--line: #363c45;--link: #86bdf0;--strip: #22272e;--keep: #5c9fc8;--untag: #d3a12a;--back: #4bb37b;--left: #b48ad6;--go: #ea7a49;--failed: #ff7a8a;--keep-ink: #a5d0ec;--untag-ink: #efcf7e;--back-ink: #93dcb3;--left-ink: #d6bdec;--go-ink: #ffb394;}}*{box-sizing: border-box;}[hidden]{display: none !important;}body{margin: 0;background: var(--paper);color: var(--ink);font: 15px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;}main{max-width: 1240px;margin: 0 auto;padding: 28px 24px 64px;}section{margin-top: 36px;}h1{margin: 0;font-size: 27px;line-height: 1.25;font-weight: 650;overflow-wrap: anywhere;}h2{margin: 0 0 10px;font-size: 18px;font-weight: 650;}h3{margin: 20px 0 6px;font-size: 15px;}p{margin: 0 0 10px;}code,pre,.mono{font-family: var(--mono);font-size: 13px;}pre{margin: 0 0 12px;padding: 10px 12px;overflow-x: auto;background: var(--raised);border: 1px solid var(--line);border-radius: 6px;}button,input,select{font: inherit;color: inherit;}button{cursor: pointer;}:focus-visible{outline: 2px solid var(--link);outline-offset: 2px;}.quiet{color: var(--quiet);}.eyebrow{margin: 0 0 4px;color: var(--quiet);font-weight: 600;}.lead{margin: 8px 0 16px;max-width: 110ch;overflow-wrap: anywhere;}.when{color: var(--quiet);font-size: 13px;margin: 12px 0 0;}.proportion{display: block;border-radius: 4px;}.proportion rect{stroke: var(--paper);stroke-width: 1px;}rect.fate-keep{fill: var(--keep);}rect.fate-untag{fill: var(--untag);}rect.fate-back{fill: var(--back);}rect.fate-left{fill: var(--left);}rect.fate-go{fill: var(--go);}.numbers{display: flex;flex-wrap: wrap;gap: 8px 32px;margin: 14px 0 0;}.numbers dt{color: var(--quiet);font-size: 13px;}.numbers dd{margin: 0;font-size: 22px;line-height: 1.2;font-weight: 600;font-variant-numeric: tabular-nums;}.findings{list-style: none;margin: 0;padding: 0;}.finding{border-left: 4px solid var(--line);padding: 2px 0 2px 12px;margin: 0 0 12px;overflow-wrap: anywhere;}.finding p{margin: 0;}.finding ul{margin: 2px 0 0;padding-left: 20px;color: var(--quiet);}.finding.error{border-color: var(--failed);}.finding.error .level{color: var(--failed);}.finding.warning{border-color: var(--untag);}.finding.warning .level{color: var(--untag-ink);}.scroll{overflow-x: auto;}table{border-collapse: collapse;width: 100%;}.packages th,.packages td{padding: 6px 12px 6px 0;border-bottom: 1px solid var(--line);text-align: left;font-weight: 400;}.packages thead th{color: var(--quiet);font-size: 13px;white-space: nowrap;}.packages tfoot th,.packages tfoot td{font-weight: 600;border-bottom: 0;}.packages .number{text-align: right;font-variant-numeric: tabular-nums;white-space: nowrap;}.packages th:first-child{min-width: 13em;}.packages .name{font-weight: 600;overflow-wrap: anywhere;}.note{color: var(--untag-ink);}.legend{display: flex;flex-wrap: wrap;gap: 4px 18px;list-style: none;margin: 0 0 8px;padding: 0;}.swatch{display: inline-block;width: 11px;height: 11px;margin-right: 6px;border-radius: 2px;}.swatch.fate-keep,.bar.fate-keep{background: var(--keep);}.swatch.fate-untag,.bar.fate-untag{background: var(--untag);}.swatch.fate-back,.bar.fate-back{background: var(--back);}.swatch.fate-left,.bar.fate-left{background: var(--left);}.swatch.fate-go,.bar.fate-go{background: var(--go);}.chart{min-height: 220px;}.chart .u-over{cursor: crosshair;}.chart .u-select{background: var(--link);opacity: 0.2;}.lanes{list-style: none;margin: 6px 0 0;padding: 0 8px 0 52px;}.lanes li{margin-bottom: 6px;}.lanes canvas{display: block;width: 100%;height: 14px;}.lane{display: flex;align-items: baseline;gap: 8px;width: 100%;padding: 2px 0;border: 0;background: none;text-align: left;font-size: 14px;overflow-wrap: anywhere;}.lane:hover span:nth-child(2),.image:hover .mono,.link:hover{text-decoration: underline;}.badge{display: inline-block;padding: 0 7px;border: 1px solid var(--line);border-radius: 4px;font-size: 12.5px;line-height: 20px;white-space: nowrap;}.badge.fate-keep{color: var(--keep-ink);border-color: var(--keep);}.badge.fate-untag{color: var(--untag-ink);border-color: var(--untag);}.badge.fate-back{color: var(--back-ink);border-color: var(--back);}.badge.fate-left{color: var(--left-ink);border-color: var(--left);}.badge.fate-go{color: var(--go-ink);border-color: var(--go);}.badge.failed{color: var(--failed);border-color: var(--failed);}.bytes{list-style: none;margin: 0;padding: 0;}.bytes li{margin-bottom: 8px;}.image{display: flex;flex-wrap: wrap;align-items: baseline;gap: 2px 10px;width: 100%;padding: 2px 0;border: 0;background: none;text-align: left;}.image .mono{overflow-wrap: anywhere;}.image .size{margin-left: auto;font-variant-numeric: tabular-nums;}.image .fate{min-width: 9em;text-align: right;}.track{display: block;background: var(--strip);border-radius: 3px;}.bar{display: block;height: 8px;border-radius: 3px;}.filters{display: grid;grid-template-columns: repeat(auto-fill,minmax(170px,1fr));align-items: end;gap: 10px 12px;margin-bottom: 10px;}.filters label{display: block;color: var(--quiet);font-size: 13px;min-width: 0;}.filters .wide{grid-column: span 2;}.filters input:not([type='checkbox']),.filters select{display: block;width: 100%;height: 34px;padding: 0 8px;color: var(--ink);background: var(--paper);border: 1px solid var(--quiet);border-radius: 5px;font-size: 14px;}.filters .check{display: flex;gap: 6px;align-items: center;min-height: 34px;}.filters button{height: 34px;background: var(--raised);border: 1px solid var(--quiet);border-radius: 5px;}.grid{position: relative;height: min(640px,78vh,max(var(--content-height,640px),120px));overflow: auto;border: 1px solid var(--line);border-radius: 6px;contain: strict;}.heads{position: sticky;top: 0;z-index: 1;background: var(--raised);}.heads,.list{min-width: 1080px;}.list{overflow: hidden;position: relative;}.drawn{position: absolute;inset: 0 0 auto 0;}.row{display: grid;grid-template-columns: var(--columns);align-items: center;height: var(--row-height);border-bottom: 1px solid var(--line);padding: 0 10px;gap: 12px;}.list .row{cursor: default;}.list .row:hover{background: var(--raised);}.list .row.active{background: var(--raised);box-shadow: inset 3px 0 var(--link);}.cell{min-width: 0;overflow: hidden;white-space: nowrap;text-overflow: ellipsis;unicode-bidi: isolate;font-size: 14px;}.cell.mono{font-size: 13px;}.cell.size,.cell.created{font-variant-numeric: tabular-nums;}.cell.size{text-align: right;}.heads .cell button{width: 100%;padding: 4px 0;border: 0;background: none;color: var(--quiet);font-size: 13px;font-weight: 600;text-align: inherit;outline-offset: -2px;}.details{position: fixed;inset: 0 0 0 auto;z-index: 2;width: min(440px,100vw);padding: 20px 22px 40px;overflow-y: auto;background: var(--paper);border-left: 1px solid var(--line);box-shadow: -8px 0 24px rgb(0 0 0 / 0.16);overflow-wrap: anywhere;}.details h2{margin-right: 44px;font-family: var(--mono);font-size: 17px;}.details .close{position: absolute;top: 14px;right: 16px;width: 34px;height: 34px;border: 1px solid var(--line);border-radius: 5px;background: var(--paper);font-size: 18px;line-height: 1;}.details dl{margin: 12px 0 0;}.details dt{color: var(--quiet);font-size: 13px;margin-top: 8px;}.details dd{margin: 0;}.tree,.tree ul{list-style: none;margin: 0;padding: 0;}.tree ul{margin-left: 8px;padding-left: 12px;border-left: 1px solid var(--line);}.node{display: flex;flex-wrap: wrap;align-items: baseline;gap: 2px 8px;padding: 3px 0;}.kind{color: var(--quiet);font-size: 13px;min-width: 5em;}.link{padding: 0;border: 0;background: none;color: var(--link);text-align: left;}.link[aria-current]{color: var(--ink);font-weight: 700;}.print-rows,.print-note{display: none;}@media (max-width: 720px){:root{--row-height: 62px;}main{padding: 18px 16px 48px;}h1{font-size: 22px;}.numbers{gap: 8px 22px;}.filters{grid-template-columns: 1fr 1fr;}.heads,.list{min-width: 0;}.row{grid-template-columns: auto minmax(0,1fr) auto;grid-template-rows: auto auto;align-content: center;gap: 2px 10px;}.row .cell{display: none;}.row .cell.decision,.row .cell.version,.row .cell.created,.row .cell.reason{display: block;}.row .cell.outcome:not(:empty){display: block;grid-row: 2;grid-column: 1;}.row .cell.reason{grid-row: 2;grid-column: 1 / -1;color: var(--quiet);font-size: 13px;}.row .cell.outcome:not(:empty) ~ .cell.reason{grid-column: 2 / -1;}.row.head{height: 40px;grid-template-rows: auto;}.row.head .cell.reason,.row.head .cell.outcome{display: none;}.lanes{padding-left: 0;padding-right: 0;}.image{display: grid;grid-template-columns: minmax(0,1fr) auto;}.image .quiet{order: 1;}.image .fate{min-width: 0;grid-column: 2;}}@media print{:root{--paper: #ffffff;--raised: #f5f6f8;--ink: #000000;--quiet: #444444;--line: #bbbbbb;--strip: #eceef1;--keep: #3d7ea6;--untag: #b98600;--back: #2e8b57;--left: #8250a8;--go: #c8501e;--failed: #b3122d;--keep-ink: #1f5375;--untag-ink: #6d4e00;--back-ink: #176239;--left-ink: #5f3585;--go-ink: #8f3208;color-scheme: light;}body{font-size: 11px;print-color-adjust: exact;}main{max-width: none;padding: 0;}.screen,.details{display: none;}.scroll{overflow: visible;}section{margin-top: 22px;}h2{break-after: avoid;}.chart,.finding,.lanes li,.bytes li,pre,tr{break-inside: avoid;}.print-rows{display: table;font-size: 9px;}.print-rows th,.print-rows td{padding: 2px 6px 2px 0;border-bottom: 1px solid var(--line);text-align: left;vertical-align: top;overflow-wrap: anywhere;}.print-rows th,.print-rows .kind,.print-rows .created,.print-rows .size{white-space: nowrap;}.print-rows .badge{font-size: 9px;line-height: 12px;}.print-note:not(:empty){display: block;margin-top: 8px;}}";
const CLIENT_SCRIPT = "/*! with uPlot 1.6.32\nThe MIT License (MIT)\n\nCopyright (c) 2022 Leon Sorokin\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in\nall copies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN\nTHE SOFTWARE.*/\nvar e={369:e=>{const t=true;const l=\"u-\";const n=\"uplot\";const s=l+\"hz\";const i=l+\"vt\";const o=l+\"title\";const r=l+\"wrap\";const a=l+\"under\";const c=l+\"over\";const u=l+\"axis\";const f=l+\"off\";const d=l+\"select\";const h=l+\"cursor-x\";const p=l+\"cursor-y\";const m=l+\"cursor-pt\";const g=l+\"legend\";const w=l+\"live\";const x=l+\"inline\";const y=l+\"series\";const S=l+\"marker\";const v=l+\"label\";const b=l+\"value\";const k=\"width\";const _=\"height\";const D=\"top\";const T=\"bottom\";const P=\"left\";const M=\"right\";const N=\"#000\";const A=N+\"0\";const z=\"mousemove\";const C=\"mousedown\";const E=\"mouseup\";const O=\"mouseenter\";const L=\"mouseleave\";const H=\"dblclick\";const $=\"resize\";const R=\"scroll\";const I=\"change\";const F=\"dppxchange\";const B=\"--\";const V=typeof window!=\"undefined\";const Y=V?document:null;const W=V?window:null;const q=V?navigator:null;let j;let G;function setPxRatio(){let e=devicePixelRatio;if(j!=e){j=e;G&&off(I,G,setPxRatio);G=matchMedia(`(min-resolution: ${j-.001}dppx) and (max-resolution: ${j+.001}dppx)`);on(I,G,setPxRatio);W.dispatchEvent(new CustomEvent(F))}}function addClass(e,t){if(t!=null){let l=e.classList;!l.contains(t)&&l.add(t)}}function remClass(e,t){let l=e.classList;l.contains(t)&&l.remove(t)}function setStylePx(e,t,l){e.style[t]=l+\"px\"}function placeTag(e,t,l,n){let s=Y.createElement(e);if(t!=null)addClass(s,t);if(l!=null)l.insertBefore(s,n);return s}function placeDiv(e,t){return placeTag(\"div\",e,t)}const U=new WeakMap;function elTrans(e,t,l,n,s){let i=\"translate(\"+t+\"px,\"+l+\"px)\";let o=U.get(e);if(i!=o){e.style.transform=i;U.set(e,i);if(t<0||l<0||t>n||l>s)addClass(e,f);else remClass(e,f)}}const Q=new WeakMap;function elColor(e,t,l){let n=t+l;let s=Q.get(e);if(n!=s){Q.set(e,n);e.style.background=t;e.style.borderColor=l}}const K=new WeakMap;function elSize(e,t,l,n){let s=t+\"\"+l;let i=K.get(e);if(s!=i){K.set(e,s);e.style.height=l+\"px\";e.style.width=t+\"px\";e.style.marginLeft=n?-t/2+\"px\":0;e.style.marginTop=n?-l/2+\"px\":0}}const X={passive:true};const Z={...X,capture:true};function on(e,t,l,n){t.addEventListener(e,l,n?Z:X)}function off(e,t,l,n){t.removeEventListener(e,l,X)}V&&setPxRatio();function closestIdx(e,t,l,n){let s;l=l||0;n=n||t.length-1;let i=n<=2147483647;while(n-l>1){s=i?l+n>>1:ce((l+n)/2);if(t[s]<e)l=s;else n=s}if(e-t[l]<=t[n]-e)return l;return n}function makeIndexOfs(e){let indexOfs=(t,l,n)=>{let s=-1;let i=-1;for(let i=l;i<=n;i++){if(e(t[i])){s=i;break}}for(let s=n;s>=l;s--){if(e(t[s])){i=s;break}}return[s,i]};return indexOfs}const notNullish=e=>e!=null;const isPositive=e=>e!=null&&e>0;const J=makeIndexOfs(notNullish);const ee=makeIndexOfs(isPositive);function getMinMax(e,t,l,n=0,s=false){let i=s?ee:J;let o=s?isPositive:notNullish;[t,l]=i(e,t,l);let r=e[t];let a=e[t];if(t>-1){if(n==1){r=e[t];a=e[l]}else if(n==-1){r=e[l];a=e[t]}else{for(let n=t;n<=l;n++){let t=e[n];if(o(t)){if(t<r)r=t;else if(t>a)a=t}}}}return[r??xe,a??-xe]}function rangeLog(e,t,l,n){let s=me(e);let i=me(t);if(e==t){if(s==-1){e*=l;t/=l}else{e/=l;t*=l}}let o=l==10?ge:we;let r=s==1?ce:fe;let a=i==1?fe:ce;let c=r(o(ae(e)));let u=a(o(ae(t)));let f=pe(l,c);let d=pe(l,u);if(l==10){if(c<0)f=roundDec(f,-c);if(u<0)d=roundDec(d,-u)}if(n||l==2){e=f*s;t=d*i}else{e=incrRoundDn(e,f);t=incrRoundUp(t,d)}return[e,t]}function rangeAsinh(e,t,l,n){let s=rangeLog(e,t,l,n);if(e==0)s[0]=0;if(t==0)s[1]=0;return s}const te=.1;const le={mode:3,pad:te};const ne={pad:0,soft:null,mode:0};const se={min:ne,max:ne};function rangeNum(e,t,l,n){if(isObj(l))return _rangeNum(e,t,l);ne.pad=l;ne.soft=n?0:null;ne.mode=n?3:0;return _rangeNum(e,t,se)}function ifNull(e,t){return e==null?t:e}function hasData(e,t,l){t=ifNull(t,0);l=ifNull(l,e.length-1);while(t<=l){if(e[t]!=null)return true;t++}return false}function _rangeNum(e,t,l){let n=l.min;let s=l.max;let i=ifNull(n.pad,0);let o=ifNull(s.pad,0);let r=ifNull(n.hard,-xe);let a=ifNull(s.hard,xe);let c=ifNull(n.soft,xe);let u=ifNull(s.soft,-xe);let f=ifNull(n.mode,0);let d=ifNull(s.mode,0);let h=t-e;let p=ge(h);let m=he(ae(e),ae(t));let g=ge(m);let w=ae(g-p);if(h<1e-24||w>10){h=0;if(e==0||t==0){h=1e-24;if(f==2&&c!=xe)i=0;if(d==2&&u!=-xe)o=0}}let x=h||m||1e3;let y=ge(x);let S=pe(10,ce(y));let v=x*(h==0?e==0?.1:1:i);let b=roundDec(incrRoundDn(e-v,S/10),24);let k=e>=c&&(f==1||f==3&&b<=c||f==2&&b>=c)?c:xe;let _=he(r,b<k&&e>=k?k:de(k,b));let D=x*(h==0?t==0?.1:1:o);let T=roundDec(incrRoundUp(t+D,S/10),24);let P=t<=u&&(d==1||d==3&&T>=u||d==2&&T<=u)?u:-xe;let M=de(a,T>P&&t<=P?P:he(P,T));if(_==M&&_==0)M=100;return[_,M]}const ie=new Intl.NumberFormat(V?q.language:\"en-US\");const fmtNum=e=>ie.format(e);const oe=Math;const re=oe.PI;const ae=oe.abs;const ce=oe.floor;const ue=oe.round;const fe=oe.ceil;const de=oe.min;const he=oe.max;const pe=oe.pow;const me=oe.sign;const ge=oe.log10;const we=oe.log2;const sinh=(e,t=1)=>oe.sinh(e)*t;const asinh=(e,t=1)=>oe.asinh(e/t);const xe=Infinity;function numIntDigits(e){return(ge((e^e>>31)-(e>>31))|0)+1}function clamp(e,t,l){return de(he(e,t),l)}function isFn(e){return typeof e==\"function\"}function fnOrSelf(e){return isFn(e)?e:()=>e}const noop=()=>{};const retArg0=e=>e;const retArg1=(e,t)=>t;const retNull=e=>null;const retTrue=e=>true;const retEq=(e,t)=>e==t;const ye=/\\.\\d*?(?=9{6,}|0{6,})/gm;const fixFloat=e=>{if(De(e)||Se.has(e))return e;const t=`${e}`;const l=t.match(ye);if(l==null)return e;let n=l[0].length-1;if(t.indexOf(\"e-\")!=-1){let[e,l]=t.split(\"e\");return+`${fixFloat(e)}e${l}`}return roundDec(e,n)};function incrRound(e,t){return fixFloat(roundDec(fixFloat(e/t))*t)}function incrRoundUp(e,t){return fixFloat(fe(fixFloat(e/t))*t)}function incrRoundDn(e,t){return fixFloat(ce(fixFloat(e/t))*t)}function roundDec(e,t=0){if(De(e))return e;let l=10**t;let n=e*l*(1+Number.EPSILON);return ue(n)/l}const Se=new Map;function guessDec(e){return((\"\"+e).split(\".\")[1]||\"\").length}function genIncrs(e,t,l,n){let s=[];let i=n.map(guessDec);for(let o=t;o<l;o++){let t=ae(o);let l=roundDec(pe(e,o),t);for(let r=0;r<n.length;r++){let a=e==10?+`${n[r]}e${o}`:n[r]*l;let c=(o>=0?0:t)+(o>=i[r]?0:i[r]);let u=e==10?a:roundDec(a,c);s.push(u);Se.set(u,c)}}return s}const ve={};const be=[];const ke=[null,null];const _e=Array.isArray;const De=Number.isInteger;const isUndef=e=>e===void 0;function isStr(e){return typeof e==\"string\"}function isObj(e){let t=false;if(e!=null){let l=e.constructor;t=l==null||l==Object}return t}function fastIsObj(e){return e!=null&&typeof e==\"object\"}const Te=Object.getPrototypeOf(Uint8Array);const Pe=\"__proto__\";function copy(e,t=isObj){let l;if(_e(e)){let n=e.find(e=>e!=null);if(_e(n)||t(n)){l=Array(e.length);for(let n=0;n<e.length;n++)l[n]=copy(e[n],t)}else l=e.slice()}else if(e instanceof Te)l=e.slice();else if(t(e)){l={};for(let n in e){if(n!=Pe)l[n]=copy(e[n],t)}}else l=e;return l}function assign(e){let t=arguments;for(let l=1;l<t.length;l++){let n=t[l];for(let t in n){if(t!=Pe){if(isObj(e[t]))assign(e[t],copy(n[t]));else e[t]=copy(n[t])}}}return e}const Me=0;const Ne=1;const Ae=2;function nullExpand(e,t,l){for(let n=0,s,i=-1;n<t.length;n++){let o=t[n];if(o>i){s=o-1;while(s>=0&&e[s]==null)e[s--]=null;s=o+1;while(s<l&&e[s]==null)e[i=s++]=null}}}function join(e,t){if(allHeadersSame(e)){let t=e[0].slice();for(let l=1;l<e.length;l++)t.push(...e[l].slice(1));if(!isAsc(t[0]))t=sortCols(t);return t}let l=new Set;for(let t=0;t<e.length;t++){let n=e[t];let s=n[0];let i=s.length;for(let e=0;e<i;e++)l.add(s[e])}let n=[Array.from(l).sort((e,t)=>e-t)];let s=n[0].length;let i=new Map;for(let e=0;e<s;e++)i.set(n[0][e],e);for(let l=0;l<e.length;l++){let o=e[l];let r=o[0];for(let e=1;e<o.length;e++){let a=o[e];let c=Array(s).fill(undefined);let u=t?t[l][e]:Ne;let f=[];for(let e=0;e<a.length;e++){let t=a[e];let l=i.get(r[e]);if(t===null){if(u!=Me){c[l]=t;if(u==Ae)f.push(l)}}else c[l]=t}nullExpand(c,f,s);n.push(c)}}return n}const ze=typeof queueMicrotask==\"undefined\"?e=>Promise.resolve().then(e):queueMicrotask;function sortCols(e){let t=e[0];let l=t.length;let n=Array(l);for(let e=0;e<n.length;e++)n[e]=e;n.sort((e,l)=>t[e]-t[l]);let s=[];for(let t=0;t<e.length;t++){let i=e[t];let o=Array(l);for(let e=0;e<l;e++)o[e]=i[n[e]];s.push(o)}return s}function allHeadersSame(e){let t=e[0][0];let l=t.length;for(let n=1;n<e.length;n++){let s=e[n][0];if(s.length!=l)return false;if(s!=t){for(let e=0;e<l;e++){if(s[e]!=t[e])return false}}}return true}function isAsc(e,t=100){const l=e.length;if(l<=1)return true;let n=0;let s=l-1;while(n<=s&&e[n]==null)n++;while(s>=n&&e[s]==null)s--;if(s<=n)return true;const i=he(1,ce((s-n+1)/t));for(let t=e[n],l=n+i;l<=s;l+=i){const n=e[l];if(n!=null){if(n<=t)return false;t=n}}return true}const Ce=[\"January\",\"February\",\"March\",\"April\",\"May\",\"June\",\"July\",\"August\",\"September\",\"October\",\"November\",\"December\"];const Ee=[\"Sunday\",\"Monday\",\"Tuesday\",\"Wednesday\",\"Thursday\",\"Friday\",\"Saturday\"];function slice3(e){return e.slice(0,3)}const Oe=Ee.map(slice3);const Le=Ce.map(slice3);const He={MMMM:Ce,MMM:Le,WWWW:Ee,WWW:Oe};function zeroPad2(e){return(e<10?\"0\":\"\")+e}function zeroPad3(e){return(e<10?\"00\":e<100?\"0\":\"\")+e}const $e={YYYY:e=>e.getFullYear(),YY:e=>(e.getFullYear()+\"\").slice(2),MMMM:(e,t)=>t.MMMM[e.getMonth()],MMM:(e,t)=>t.MMM[e.getMonth()],MM:e=>zeroPad2(e.getMonth()+1),M:e=>e.getMonth()+1,DD:e=>zeroPad2(e.getDate()),D:e=>e.getDate(),WWWW:(e,t)=>t.WWWW[e.getDay()],WWW:(e,t)=>t.WWW[e.getDay()],HH:e=>zeroPad2(e.getHours()),H:e=>e.getHours(),h:e=>{let t=e.getHours();return t==0?12:t>12?t-12:t},AA:e=>e.getHours()>=12?\"PM\":\"AM\",aa:e=>e.getHours()>=12?\"pm\":\"am\",a:e=>e.getHours()>=12?\"p\":\"a\",mm:e=>zeroPad2(e.getMinutes()),m:e=>e.getMinutes(),ss:e=>zeroPad2(e.getSeconds()),s:e=>e.getSeconds(),fff:e=>zeroPad3(e.getMilliseconds())};function fmtDate(e,t){t=t||He;let l=[];let n=/\\{([a-z]+)\\}|[^{]+/gi,s;while(s=n.exec(e))l.push(s[0][0]==\"{\"?$e[s[1]]:s[0]);return e=>{let n=\"\";for(let s=0;s<l.length;s++)n+=typeof l[s]==\"string\"?l[s]:l[s](e,t);return n}}const Re=(new Intl.DateTimeFormat).resolvedOptions().timeZone;function tzDate(e,t){let l;if(t==\"UTC\"||t==\"Etc/UTC\")l=new Date(+e+e.getTimezoneOffset()*6e4);else if(t==Re)l=e;else{l=new Date(e.toLocaleString(\"en-US\",{timeZone:t}));l.setMilliseconds(e.getMilliseconds())}return l}const onlyWhole=e=>e%1==0;const Ie=[1,2,2.5,5];const Fe=genIncrs(10,-32,0,Ie);const Be=genIncrs(10,0,32,Ie);const Ve=Be.filter(onlyWhole);const Ye=Fe.concat(Be);const We=\"\\n\";const qe=\"{YYYY}\";const je=We+qe;const Ge=\"{M}/{D}\";const Ue=We+Ge;const Qe=Ue+\"/{YY}\";const Ke=\"{aa}\";const Xe=\"{h}:{mm}\";const Ze=Xe+Ke;const Je=We+Ze;const et=\":{ss}\";const tt=null;function genTimeStuffs(e){let t=e*1e3,l=t*60,n=l*60,s=n*24,i=s*30,o=s*365;let r=e==1?genIncrs(10,0,3,Ie).filter(onlyWhole):genIncrs(10,-3,0,Ie);let a=r.concat([t,t*5,t*10,t*15,t*30,l,l*5,l*10,l*15,l*30,n,n*2,n*3,n*4,n*6,n*8,n*12,s,s*2,s*3,s*4,s*5,s*6,s*7,s*8,s*9,s*10,s*15,i,i*2,i*3,i*4,i*6,o,o*2,o*5,o*10,o*25,o*50,o*100]);const c=[[o,qe,tt,tt,tt,tt,tt,tt,1],[s*28,\"{MMM}\",je,tt,tt,tt,tt,tt,1],[s,Ge,je,tt,tt,tt,tt,tt,1],[n,\"{h}\"+Ke,Qe,tt,Ue,tt,tt,tt,1],[l,Ze,Qe,tt,Ue,tt,tt,tt,1],[t,et,Qe+\" \"+Ze,tt,Ue+\" \"+Ze,tt,Je,tt,1],[e,et+\".{fff}\",Qe+\" \"+Ze,tt,Ue+\" \"+Ze,tt,Je,tt,1]];function timeAxisSplits(t){return(r,a,c,u,f,d)=>{let h=[];let p=f>=o;let m=f>=i&&f<o;let g=t(c);let w=roundDec(g*e,3);let x=mkDate(g.getFullYear(),p?0:g.getMonth(),m||p?1:g.getDate());let y=roundDec(x*e,3);if(m||p){let l=m?f/i:0;let n=p?f/o:0;let s=w==y?w:roundDec(mkDate(x.getFullYear()+n,x.getMonth()+l,1)*e,3);let r=new Date(ue(s/e));let a=r.getFullYear();let c=r.getMonth();for(let i=0;s<=u;i++){let o=mkDate(a+n*i,c+l*i,1);let r=o-t(roundDec(o*e,3));s=roundDec((+o+r)*e,3);if(s<=u)h.push(s)}}else{let i=f>=s?s:f;let o=ce(c)-ce(w);let p=y+o+incrRoundUp(w-y,i);h.push(p);let m=t(p);let g=m.getHours()+m.getMinutes()/l+m.getSeconds()/n;let x=f/n;let S=r.axes[a]._space;let v=d/S;while(1){p=roundDec(p+f,e==1?0:3);if(p>u)break;if(x>1){let e=ce(roundDec(g+x,6))%24;let l=t(p);let s=l.getHours();let i=s-e;if(i>1)i=-1;p-=i*n;g=(g+x)%24;let o=h[h.length-1];let r=roundDec((p-o)/f,3);if(r*v>=.7)h.push(p)}else h.push(p)}}return h}}return[a,c,timeAxisSplits]}const[lt,nt,st]=genTimeStuffs(1);const[it,ot,rt]=genTimeStuffs(.001);genIncrs(2,-53,53,[1]);function timeAxisStamps(e,t){return e.map(e=>e.map((l,n)=>n==0||n==8||l==null?l:t(n==1||e[8]==0?l:e[1]+l)))}function timeAxisVals(e,t){return(l,n,s,i,o)=>{let r=t.find(e=>o>=e[0])||t[t.length-1];let a;let c;let u;let f;let d;let h;return n.map(t=>{let l=e(t);let n=l.getFullYear();let s=l.getMonth();let i=l.getDate();let o=l.getHours();let p=l.getMinutes();let m=l.getSeconds();let g=n!=a&&r[2]||s!=c&&r[3]||i!=u&&r[4]||o!=f&&r[5]||p!=d&&r[6]||m!=h&&r[7]||r[1];a=n;c=s;u=i;f=o;d=p;h=m;return g(l)})}}function timeAxisVal(e,t){let l=fmtDate(t);return(t,n,s,i,o)=>n.map(t=>l(e(t)))}function mkDate(e,t,l){return new Date(e,t,l)}function timeSeriesStamp(e,t){return t(e)}const at=\"{YYYY}-{MM}-{DD} {h}:{mm}{aa}\";function timeSeriesVal(e,t){return(l,n,s,i)=>i==null?B:t(e(n))}function legendStroke(e,t){let l=e.series[t];return l.width?l.stroke(e,t):l.points.width?l.points.stroke(e,t):null}function legendFill(e,t){return e.series[t].fill(e,t)}const ct={show:true,live:true,isolate:false,mount:noop,markers:{show:true,width:2,stroke:legendStroke,fill:legendFill,dash:\"solid\"},idx:null,idxs:null,values:[]};function cursorPointShow(e,t){let l=e.cursor.points;let n=placeDiv();let s=l.size(e,t);setStylePx(n,k,s);setStylePx(n,_,s);let i=s/-2;setStylePx(n,\"marginLeft\",i);setStylePx(n,\"marginTop\",i);let o=l.width(e,t,s);o&&setStylePx(n,\"borderWidth\",o);return n}function cursorPointFill(e,t){let l=e.series[t].points;return l._fill||l._stroke}function cursorPointStroke(e,t){let l=e.series[t].points;return l._stroke||l._fill}function cursorPointSize(e,t){let l=e.series[t].points;return l.size}const ut=[0,0];function cursorMove(e,t,l){ut[0]=t;ut[1]=l;return ut}function filtBtn0(e,t,l,n=true){return e=>{e.button==0&&(!n||e.target==t)&&l(e)}}function filtTarg(e,t,l,n=true){return e=>{(!n||e.target==t)&&l(e)}}const ft={show:true,x:true,y:true,lock:false,move:cursorMove,points:{one:false,show:cursorPointShow,size:cursorPointSize,width:0,stroke:cursorPointStroke,fill:cursorPointFill},bind:{mousedown:filtBtn0,mouseup:filtBtn0,click:filtBtn0,dblclick:filtBtn0,mousemove:filtTarg,mouseleave:filtTarg,mouseenter:filtTarg},drag:{setScale:true,x:true,y:false,dist:0,uni:null,click:(e,t)=>{t.stopPropagation();t.stopImmediatePropagation()},_x:false,_y:false},focus:{dist:(e,t,l,n,s)=>n-s,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null};const dt={show:true,stroke:\"rgba(0,0,0,0.07)\",width:2};const ht=assign({},dt,{filter:retArg1});const pt=assign({},ht,{size:10});const mt=assign({},dt,{show:false});const gt='12px system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", Arial, \"Noto Sans\", sans-serif, \"Apple Color Emoji\", \"Segoe UI Emoji\", \"Segoe UI Symbol\", \"Noto Color Emoji\"';const wt=\"bold \"+gt;const xt=1.5;const yt={show:true,scale:\"x\",stroke:N,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:wt,side:2,grid:ht,ticks:pt,border:mt,font:gt,lineGap:xt,rotate:0};const St=\"Value\";const vt=\"Time\";const bt={show:true,scale:\"x\",auto:false,sorted:1,min:xe,max:-xe,idxs:[]};function numAxisVals(e,t,l,n,s){return t.map(e=>e==null?\"\":fmtNum(e))}function numAxisSplits(e,t,l,n,s,i,o){let r=[];let a=Se.get(s)||0;l=o?l:roundDec(incrRoundUp(l,s),a);for(let e=l;e<=n;e=roundDec(e+s,a))r.push(Object.is(e,-0)?0:e);return r}function logAxisSplits(e,t,l,n,s,i,o){const r=[];const a=e.scales[e.axes[t].scale].log;const c=a==10?ge:we;const u=ce(c(l));s=pe(a,u);if(a==10)s=Ye[closestIdx(s,Ye)];let f=l;let d=s*a;if(a==10)d=Ye[closestIdx(d,Ye)];do{r.push(f);f=f+s;if(a==10&&!Se.has(f))f=roundDec(f,Se.get(s));if(f>=d){s=f;d=s*a;if(a==10)d=Ye[closestIdx(d,Ye)]}}while(f<=n);return r}function asinhAxisSplits(e,t,l,n,s,i,o){let r=e.scales[e.axes[t].scale];let a=r.asinh;let c=n>a?logAxisSplits(e,t,he(a,l),n,s):[a];let u=n>=0&&l<=0?[0]:[];let f=l<-a?logAxisSplits(e,t,he(a,-n),-l,s):[a];return f.reverse().map(e=>-e).concat(u,c)}const kt=/./;const _t=/[12357]/;const Dt=/[125]/;const Tt=/1/;const _filt=(e,t,l,n)=>e.map((e,s)=>t==4&&e==0||s%n==0&&l.test(e.toExponential()[e<0?1:0])?e:null);function log10AxisValsFilt(e,t,l,n,s){let i=e.axes[l];let o=i.scale;let r=e.scales[o];let a=e.valToPos;let c=i._space;let u=a(10,o);let f=a(9,o)-u>=c?kt:a(7,o)-u>=c?_t:a(5,o)-u>=c?Dt:Tt;if(f==Tt){let e=ae(a(1,o)-u);if(e<c)return _filt(t.slice().reverse(),r.distr,f,fe(c/e)).reverse()}return _filt(t,r.distr,f,1)}function log2AxisValsFilt(e,t,l,n,s){let i=e.axes[l];let o=i.scale;let r=i._space;let a=e.valToPos;let c=ae(a(1,o)-a(2,o));if(c<r)return _filt(t.slice().reverse(),3,kt,fe(r/c)).reverse();return t}function numSeriesVal(e,t,l,n){return n==null?B:t==null?\"\":fmtNum(t)}const Pt={show:true,scale:\"y\",stroke:N,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:wt,side:3,grid:ht,ticks:pt,border:mt,font:gt,lineGap:xt,rotate:0};function ptDia(e,t){let l=3+(e||1)*2;return roundDec(l*t,3)}function seriesPointsShow(e,t){let{scale:l,idxs:n}=e.series[0];let s=e._data[0];let i=e.valToPos(s[n[0]],l,true);let o=e.valToPos(s[n[1]],l,true);let r=ae(o-i);let a=e.series[t];let c=r/(a.points.space*j);return n[1]-n[0]<=c}const Mt={scale:null,auto:true,sorted:0,min:xe,max:-xe};const gaps=(e,t,l,n,s)=>s;const Nt={show:true,auto:true,sorted:0,gaps:gaps,alpha:1,facets:[assign({},Mt,{scale:\"x\"}),assign({},Mt,{scale:\"y\"})]};const At={scale:\"y\",auto:true,sorted:0,show:true,spanGaps:false,gaps:gaps,alpha:1,points:{show:seriesPointsShow,filter:null},values:null,min:xe,max:-xe,idxs:[],path:null,clip:null};function clampScale(e,t,l,n,s){return l/10}const zt={time:t,auto:true,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0};const Ct=assign({},zt,{time:false,ori:1});const Et={};function _sync(e,t){let l=Et[e];if(!l){l={key:e,plots:[],sub(e){l.plots.push(e)},unsub(e){l.plots=l.plots.filter(t=>t!=e)},pub(e,t,n,s,i,o,r){for(let a=0;a<l.plots.length;a++)l.plots[a]!=t&&l.plots[a].pub(e,t,n,s,i,o,r)}};if(e!=null)Et[e]=l}return l}const Ot=1<<0;const Lt=1<<1;function orient(e,t,l){const n=e.mode;const s=e.series[t];const i=n==2?e._data[t]:e._data;const o=e.scales;const r=e.bbox;let a=i[0],c=n==2?i[1]:i[t],u=n==2?o[s.facets[0].scale]:o[e.series[0].scale],f=n==2?o[s.facets[1].scale]:o[s.scale],d=r.left,h=r.top,p=r.width,m=r.height,g=e.valToPosH,w=e.valToPosV;return u.ori==0?l(s,a,c,u,f,g,w,d,h,p,m,moveToH,lineToH,Ht,arcH,bezierCurveToH):l(s,a,c,u,f,w,g,h,d,m,p,moveToV,lineToV,$t,arcV,bezierCurveToV)}function bandFillClipDirs(e,t){let l=0;let n=0;let s=ifNull(e.bands,be);for(let e=0;e<s.length;e++){let i=s[e];if(i.series[0]==t)l=i.dir;else if(i.series[1]==t){if(i.dir==1)n|=1;else n|=2}}return[l,n==1?-1:n==2?1:n==3?2:0]}function seriesFillTo(e,t,l,n,s){let i=e.mode;let o=e.series[t];let r=i==2?o.facets[1].scale:o.scale;let a=e.scales[r];return s==-1?a.min:s==1?a.max:a.distr==3?a.dir==1?a.min:a.max:0}function clipBandLine(e,t,l,n,s,i){return orient(e,t,(e,t,o,r,a,c,u,f,d,h,p)=>{let m=e.pxRound;const g=r.dir*(r.ori==0?1:-1);const w=r.ori==0?lineToH:lineToV;let x,y;if(g==1){x=l;y=n}else{x=n;y=l}let S=m(c(t[x],r,h,f));let v=m(u(o[x],a,p,d));let b=m(c(t[y],r,h,f));let k=m(u(i==1?a.max:a.min,a,p,d));let _=new Path2D(s);w(_,b,k);w(_,S,k);w(_,S,v);return _})}function clipGaps(e,t,l,n,s,i){let o=null;if(e.length>0){o=new Path2D;const r=t==0?Ht:$t;let a=l;for(let t=0;t<e.length;t++){let l=e[t];if(l[1]>l[0]){let e=l[0]-a;e>0&&r(o,a,n,e,n+i);a=l[1]}}let c=l+s-a;let u=10;c>0&&r(o,a,n-u/2,c,n+i+u)}return o}function addGap(e,t,l){let n=e[e.length-1];if(n&&n[0]==t)n[1]=l;else e.push([t,l])}function findGaps(e,t,l,n,s,i,o){let r=[];let a=e.length;for(let c=s==1?l:n;c>=l&&c<=n;c+=s){let u=t[c];if(u===null){let u=c,f=c;if(s==1){while(++c<=n&&t[c]===null)f=c}else{while(--c>=l&&t[c]===null)f=c}let d=i(e[u]);let h=f==u?d:i(e[f]);let p=u-s;let m=o<=0&&p>=0&&p<a?i(e[p]):d;d=m;let g=f+s;let w=o>=0&&g>=0&&g<a?i(e[g]):h;h=w;if(h>=d)r.push([d,h])}}return r}function pxRoundGen(e){return e==0?retArg0:e==1?ue:t=>incrRound(t,e)}function rect(e){let t=e==0?moveToH:moveToV;let l=e==0?(e,t,l,n,s,i)=>{e.arcTo(t,l,n,s,i)}:(e,t,l,n,s,i)=>{e.arcTo(l,t,s,n,i)};let n=e==0?(e,t,l,n,s)=>{e.rect(t,l,n,s)}:(e,t,l,n,s)=>{e.rect(l,t,s,n)};return(e,s,i,o,r,a=0,c=0)=>{if(a==0&&c==0)n(e,s,i,o,r);else{a=de(a,o/2,r/2);c=de(c,o/2,r/2);t(e,s+a,i);l(e,s+o,i,s+o,i+r,a);l(e,s+o,i+r,s,i+r,c);l(e,s,i+r,s,i,c);l(e,s,i,s+o,i,a);e.closePath()}}}const moveToH=(e,t,l)=>{e.moveTo(t,l)};const moveToV=(e,t,l)=>{e.moveTo(l,t)};const lineToH=(e,t,l)=>{e.lineTo(t,l)};const lineToV=(e,t,l)=>{e.lineTo(l,t)};const Ht=rect(0);const $t=rect(1);const arcH=(e,t,l,n,s,i)=>{e.arc(t,l,n,s,i)};const arcV=(e,t,l,n,s,i)=>{e.arc(l,t,n,s,i)};const bezierCurveToH=(e,t,l,n,s,i,o)=>{e.bezierCurveTo(t,l,n,s,i,o)};const bezierCurveToV=(e,t,l,n,s,i,o)=>{e.bezierCurveTo(l,t,s,n,o,i)};function points(e){return(e,t,l,n,s)=>orient(e,t,(t,i,o,r,a,c,u,f,d,h,p)=>{let{pxRound:m,points:g}=t;let w,x;if(r.ori==0){w=moveToH;x=arcH}else{w=moveToV;x=arcV}const y=roundDec(g.width*j,3);let S=(g.size-g.width)/2*j;let v=roundDec(S*2,3);let b=new Path2D;let k=new Path2D;let{left:_,top:D,width:T,height:P}=e.bbox;Ht(k,_-v,D-v,T+v*2,P+v*2);const drawPoint=e=>{if(o[e]!=null){let t=m(c(i[e],r,h,f));let l=m(u(o[e],a,p,d));w(b,t+S,l);x(b,t,l,S,0,re*2)}};if(s)s.forEach(drawPoint);else{for(let e=l;e<=n;e++)drawPoint(e)}return{stroke:y>0?b:null,fill:b,clip:k,flags:Ot|Lt}})}function _drawAcc(e){return(t,l,n,s,i,o)=>{if(n!=s){if(i!=n&&o!=n)e(t,l,n);if(i!=s&&o!=s)e(t,l,s);e(t,l,o)}}}const Rt=_drawAcc(lineToH);const It=_drawAcc(lineToV);function linear(e){const t=ifNull(e?.alignGaps,0);return(e,l,n,s)=>orient(e,l,(i,o,r,a,c,u,f,d,h,p,m)=>{[n,s]=J(r,n,s);let g=i.pxRound;let pixelForX=e=>g(u(e,a,p,d));let pixelForY=e=>g(f(e,c,m,h));let w,x;if(a.ori==0){w=lineToH;x=Rt}else{w=lineToV;x=It}const y=a.dir*(a.ori==0?1:-1);const S={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Ot};const v=S.stroke;let b=false;const k=s-n>=p*4;if(k){let xForPixel=t=>e.posToVal(t,a.key,true);let t=null,l=null,i,c,u;let f=pixelForX(o[y==1?n:s]);let d=pixelForX(o[n]);let h=pixelForX(o[s]);let p=xForPixel(y==1?d+1:h-1);for(let e=y==1?n:s;e>=n&&e<=s;e+=y){let n=o[e];let s=y==1?n<p:n>p;let a=s?f:pixelForX(n);let u=r[e];if(a==f){if(u!=null){c=u;if(t==null){w(v,a,pixelForY(c));i=t=l=c}else{if(c<t)t=c;else if(c>l)l=c}}else{if(u===null)b=true}}else{if(t!=null)x(v,f,pixelForY(t),pixelForY(l),pixelForY(i),pixelForY(c));if(u!=null){c=u;w(v,a,pixelForY(c));t=l=i=c}else{t=l=null;if(u===null)b=true}f=a;p=xForPixel(f+y)}}if(t!=null&&t!=l&&u!=f)x(v,f,pixelForY(t),pixelForY(l),pixelForY(i),pixelForY(c))}else{for(let e=y==1?n:s;e>=n&&e<=s;e+=y){let t=r[e];if(t===null)b=true;else if(t!=null)w(v,pixelForX(o[e]),pixelForY(t))}}let[_,D]=bandFillClipDirs(e,l);if(i.fill!=null||_!=0){let t=S.fill=new Path2D(v);let r=i.fillTo(e,l,i.min,i.max,_);let a=pixelForY(r);let c=pixelForX(o[n]);let u=pixelForX(o[s]);if(y==-1)[u,c]=[c,u];w(t,u,a);w(t,c,a)}if(!i.spanGaps){let c=[];b&&c.push(...findGaps(o,r,n,s,y,pixelForX,t));S.gaps=c=i.gaps(e,l,n,s,c);S.clip=clipGaps(c,a.ori,d,h,p,m)}if(D!=0){S.band=D==2?[clipBandLine(e,l,n,s,v,-1),clipBandLine(e,l,n,s,v,1)]:clipBandLine(e,l,n,s,v,D)}return S})}function stepped(e){const t=ifNull(e.align,1);const l=ifNull(e.ascDesc,false);const n=ifNull(e.alignGaps,0);const s=ifNull(e.extend,false);return(e,i,o,r)=>orient(e,i,(a,c,u,f,d,h,p,m,g,w,x)=>{[o,r]=J(u,o,r);let y=a.pxRound;let{left:S,width:v}=e.bbox;let pixelForX=e=>y(h(e,f,w,m));let pixelForY=e=>y(p(e,d,x,g));let b=f.ori==0?lineToH:lineToV;const k={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:Ot};const _=k.stroke;const D=f.dir*(f.ori==0?1:-1);let T=pixelForY(u[D==1?o:r]);let P=pixelForX(c[D==1?o:r]);let M=P;let N=P;if(s&&t==-1){N=S;b(_,N,T)}b(_,P,T);for(let e=D==1?o:r;e>=o&&e<=r;e+=D){let l=u[e];if(l==null)continue;let n=pixelForX(c[e]);let s=pixelForY(l);if(t==1)b(_,n,T);else b(_,M,s);b(_,n,s);T=s;M=n}let A=M;if(s&&t==1){A=S+v;b(_,A,T)}let[z,C]=bandFillClipDirs(e,i);if(a.fill!=null||z!=0){let t=k.fill=new Path2D(_);let l=a.fillTo(e,i,a.min,a.max,z);let n=pixelForY(l);b(t,A,n);b(t,N,n)}if(!a.spanGaps){let s=[];s.push(...findGaps(c,u,o,r,D,pixelForX,n));let d=a.width*j/2;let h=l||t==1?d:-d;let p=l||t==-1?-d:d;s.forEach(e=>{e[0]+=h;e[1]+=p});k.gaps=s=a.gaps(e,i,o,r,s);k.clip=clipGaps(s,f.ori,m,g,w,x)}if(C!=0){k.band=C==2?[clipBandLine(e,i,o,r,_,-1),clipBandLine(e,i,o,r,_,1)]:clipBandLine(e,i,o,r,_,C)}return k})}function findColWidth(e,t,l,n,s,i,o=xe){if(e.length>1){let r=null;for(let a=0,c=Infinity;a<e.length;a++){if(t[a]!==undefined){if(r!=null){let t=ae(e[a]-e[r]);if(t<c){c=t;o=ae(l(e[a],n,s,i)-l(e[r],n,s,i))}}r=a}}}return o}function bars(e){e=e||ve;const t=ifNull(e.size,[.6,xe,1]);const l=e.align||0;const n=e.gap||0;let s=e.radius;s=s==null?[0,0]:typeof s==\"number\"?[s,0]:s;const i=fnOrSelf(s);const o=1-t[0];const r=ifNull(t[1],xe);const a=ifNull(t[2],1);const c=ifNull(e.disp,ve);const u=ifNull(e.each,e=>{});const{fill:f,stroke:d}=c;return(e,t,s,h)=>orient(e,t,(p,m,g,w,x,y,S,v,b,k,_)=>{let D=p.pxRound;let T=l;let P=n*j;let M=r*j;let N=a*j;let A,z;if(w.ori==0)[A,z]=i(e,t);else[z,A]=i(e,t);const C=w.dir*(w.ori==0?1:-1);let E=w.ori==0?Ht:$t;let O=w.ori==0?u:(e,t,l,n,s,i,o)=>{u(e,t,l,s,n,o,i)};let L=ifNull(e.bands,be).find(e=>e.series[0]==t);let H=L!=null?L.dir:0;let $=p.fillTo(e,t,p.min,p.max,H);let R=D(S($,x,_,b));let I,F,B,V=k;let Y=D(p.width*j);let W=false;let q=null;let G=null;let U=null;let Q=null;if(f!=null&&(Y==0||d!=null)){W=true;q=f.values(e,t,s,h);G=new Map;new Set(q).forEach(e=>{if(e!=null)G.set(e,new Path2D)});if(Y>0){U=d.values(e,t,s,h);Q=new Map;new Set(U).forEach(e=>{if(e!=null)Q.set(e,new Path2D)})}}let{x0:K,size:X}=c;if(K!=null&&X!=null){T=1;m=K.values(e,t,s,h);if(K.unit==2)m=m.map(t=>e.posToVal(v+t*k,w.key,true));let l=X.values(e,t,s,h);if(X.unit==2)F=l[0]*k;else F=y(l[0],w,k,v)-y(0,w,k,v);V=findColWidth(m,g,y,w,k,v,V);let n=V-F;B=n+P}else{V=findColWidth(m,g,y,w,k,v,V);let e=V*o;B=e+P;F=V-B}if(B<1)B=0;if(Y>=F/2)Y=0;if(B<5)D=retArg0;let Z=B>0;let J=V-B-(Z?Y:0);F=D(clamp(J,N,M));I=(T==0?F/2:T==C?0:F)-T*C*((T==0?P/2:0)+(Z?Y/2:0));const ee={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0};const te=W?null:new Path2D;let le=null;if(L!=null)le=e.data[L.series[1]];else{let{y0:l,y1:n}=c;if(l!=null&&n!=null){g=n.values(e,t,s,h);le=l.values(e,t,s,h)}}let ne=A*F;let se=z*F;for(let l=C==1?s:h;l>=s&&l<=h;l+=C){let n=g[l];if(n==null)continue;if(le!=null){let e=le[l]??0;if(n-e==0)continue;R=S(e,x,_,b)}let s=w.distr!=2||c!=null?m[l]:l;let i=y(s,w,k,v);let o=S(ifNull(n,$),x,_,b);let r=D(i-I);let a=D(he(o,R));let u=D(de(o,R));let f=a-u;if(n!=null){let s=n<0?se:ne;let i=n<0?ne:se;if(W){if(Y>0&&U[l]!=null)E(Q.get(U[l]),r,u+ce(Y/2),F,he(0,f-Y),s,i);if(q[l]!=null)E(G.get(q[l]),r,u+ce(Y/2),F,he(0,f-Y),s,i)}else E(te,r,u+ce(Y/2),F,he(0,f-Y),s,i);O(e,t,l,r-Y/2,u,F+Y,f)}}if(Y>0)ee.stroke=W?Q:te;else if(!W){ee._fill=p.width==0?p._fill:p._stroke??p._fill;ee.width=0}ee.fill=W?G:te;return ee})}function splineInterp(e,t){const l=ifNull(t?.alignGaps,0);return(t,n,s,i)=>orient(t,n,(o,r,a,c,u,f,d,h,p,m,g)=>{[s,i]=J(a,s,i);let w=o.pxRound;let pixelForX=e=>w(f(e,c,m,h));let pixelForY=e=>w(d(e,u,g,p));let x,y,S;if(c.ori==0){x=moveToH;S=lineToH;y=bezierCurveToH}else{x=moveToV;S=lineToV;y=bezierCurveToV}const v=c.dir*(c.ori==0?1:-1);let b=pixelForX(r[v==1?s:i]);let k=b;let _=[];let D=[];for(let e=v==1?s:i;e>=s&&e<=i;e+=v){let t=a[e];if(t!=null){let t=r[e];let l=pixelForX(t);_.push(k=l);D.push(pixelForY(a[e]))}}const T={stroke:e(_,D,x,S,y,w),fill:null,clip:null,band:null,gaps:null,flags:Ot};const P=T.stroke;let[M,N]=bandFillClipDirs(t,n);if(o.fill!=null||M!=0){let e=T.fill=new Path2D(P);let l=o.fillTo(t,n,o.min,o.max,M);let s=pixelForY(l);S(e,k,s);S(e,b,s)}if(!o.spanGaps){let e=[];e.push(...findGaps(r,a,s,i,v,pixelForX,l));T.gaps=e=o.gaps(t,n,s,i,e);T.clip=clipGaps(e,c.ori,h,p,m,g)}if(N!=0){T.band=N==2?[clipBandLine(t,n,s,i,P,-1),clipBandLine(t,n,s,i,P,1)]:clipBandLine(t,n,s,i,P,N)}return T})}function monotoneCubic(e){return splineInterp(_monotoneCubic,e)}function _monotoneCubic(e,t,l,n,s,i){const o=e.length;if(o<2)return null;const r=new Path2D;l(r,e[0],t[0]);if(o==2)n(r,e[1],t[1]);else{let l=Array(o),n=Array(o-1),i=Array(o-1),a=Array(o-1);for(let l=0;l<o-1;l++){i[l]=t[l+1]-t[l];a[l]=e[l+1]-e[l];n[l]=i[l]/a[l]}l[0]=n[0];for(let e=1;e<o-1;e++){if(n[e]===0||n[e-1]===0||n[e-1]>0!==n[e]>0)l[e]=0;else{l[e]=3*(a[e-1]+a[e])/((2*a[e]+a[e-1])/n[e-1]+(a[e]+2*a[e-1])/n[e]);if(!isFinite(l[e]))l[e]=0}}l[o-1]=n[o-2];for(let n=0;n<o-1;n++){s(r,e[n]+a[n]/3,t[n]+l[n]*a[n]/3,e[n+1]-a[n]/3,t[n+1]-l[n+1]*a[n]/3,e[n+1],t[n+1])}}return r}const Ft=new Set;function invalidateRects(){for(let e of Ft)e.syncRect(true)}if(V){on($,W,invalidateRects);on(R,W,invalidateRects,true);on(F,W,()=>{uPlot.pxRatio=j})}const Bt=linear();const Vt=points();function setDefaults(e,t,l,n){let s=n?[e[0],e[1]].concat(e.slice(2)):[e[0]].concat(e.slice(1));return s.map((e,n)=>setDefault(e,n,t,l))}function setDefaults2(e,t){return e.map((e,l)=>l==0?{}:assign({},t,e))}function setDefault(e,t,l,n){return assign({},t==0?l:n,e)}function snapNumX(e,t,l){return t==null?ke:[t,l]}const Yt=snapNumX;function snapNumY(e,t,l){return t==null?ke:rangeNum(t,l,te,true)}function snapLogY(e,t,l,n){return t==null?ke:rangeLog(t,l,e.scales[n].log,false)}const Wt=snapLogY;function snapAsinhY(e,t,l,n){return t==null?ke:rangeAsinh(t,l,e.scales[n].log,false)}const qt=snapAsinhY;function findIncr(e,t,l,n,s){let i=he(numIntDigits(e),numIntDigits(t));let o=t-e;let r=closestIdx(s/n*o,l);do{let e=l[r];let t=n*e/o;if(t>=s&&i+(e<5?Se.get(e):0)<=17)return[e,t]}while(++r<l.length);return[0,0]}function pxRatioFont(e){let t,l;e=e.replace(/(\\d+)px/,(e,n)=>(t=ue((l=+n)*j))+\"px\");return[e,t,l]}function syncFontSize(e){if(e.show){[e.font,e.labelFont].forEach(e=>{let t=roundDec(e[2]*j,1);e[0]=e[0].replace(/[0-9.]+px/,t+\"px\");e[1]=t})}}function uPlot(e,t,l){const N={mode:ifNull(e.mode,1)};const $=N.mode;function getHPos(e,t,l,n){let s=t.valToPct(e);return n+l*(t.dir==-1?1-s:s)}function getVPos(e,t,l,n){let s=t.valToPct(e);return n+l*(t.dir==-1?s:1-s)}function getPos(e,t,l,n){return t.ori==0?getHPos(e,t,l,n):getVPos(e,t,l,n)}N.valToPosH=getHPos;N.valToPosV=getVPos;let R=false;N.status=0;const I=N.root=placeDiv(n);if(e.id!=null)I.id=e.id;addClass(I,e.class);if(e.title){let t=placeDiv(o,I);t.textContent=e.title}const V=placeTag(\"canvas\");const q=N.ctx=V.getContext(\"2d\");const G=placeDiv(r,I);on(\"click\",G,e=>{if(e.target===Q){let t=El!=Nl||Ol!=Al;t&&Hl.click(N,e)}},true);const U=N.under=placeDiv(a,G);G.appendChild(V);const Q=N.over=placeDiv(c,G);e=copy(e);const K=+ifNull(e.pxAlign,1);const X=pxRoundGen(K);(e.plugins||[]).forEach(t=>{if(t.opts)e=t.opts(N,e)||e});const Z=e.ms||.001;const J=N.series=$==1?setDefaults(e.series||[],bt,At,false):setDefaults2(e.series||[null],Nt);const ee=N.axes=setDefaults(e.axes||[],yt,Pt,true);const ne=N.scales={};const se=N.bands=e.bands||[];se.forEach(e=>{e.fill=fnOrSelf(e.fill||null);e.dir=ifNull(e.dir,-1)});const ie=$==2?J[1].facets[0].scale:J[0].scale;const oe={axes:drawAxesGrid,series:drawSeries};const ce=(e.drawOrder||[\"axes\",\"series\"]).map(e=>oe[e]);function initValToPct(e){const t=e.distr==3?t=>ge(t>0?t:e.clamp(N,t,e.min,e.max,e.key)):e.distr==4?t=>asinh(t,e.asinh):e.distr==100?t=>e.fwd(t):e=>e;return l=>{let n=t(l);let{_min:s,_max:i}=e;let o=i-s;return(n-s)/o}}function initScale(t){let l=ne[t];if(l==null){let n=(e.scales||ve)[t]||ve;if(n.from!=null){initScale(n.from);let e=assign({},ne[n.from],n,{key:t});e.valToPct=initValToPct(e);ne[t]=e}else{l=ne[t]=assign({},t==ie?zt:Ct,n);l.key=t;let e=l.time;let s=l.range;let i=_e(s);if(t!=ie||$==2&&!e){if(i&&(s[0]==null||s[1]==null)){s={min:s[0]==null?le:{mode:1,hard:s[0],soft:s[0]},max:s[1]==null?le:{mode:1,hard:s[1],soft:s[1]}};i=false}if(!i&&isObj(s)){let e=s;s=(t,l,n)=>l==null?ke:rangeNum(l,n,e)}}l.range=fnOrSelf(s||(e?Yt:t==ie?l.distr==3?Wt:l.distr==4?qt:snapNumX:l.distr==3?snapLogY:l.distr==4?snapAsinhY:snapNumY));l.auto=fnOrSelf(i?false:l.auto);l.clamp=fnOrSelf(l.clamp||clampScale);l._min=l._max=null;l.valToPct=initValToPct(l)}}}initScale(\"x\");initScale(\"y\");if($==1){J.forEach(e=>{initScale(e.scale)})}ee.forEach(e=>{initScale(e.scale)});for(let t in e.scales)initScale(t);const me=ne[ie];const we=me.distr;let ye,De;if(me.ori==0){addClass(I,s);ye=getHPos;De=getVPos}else{addClass(I,i);ye=getVPos;De=getHPos}const Te={};for(let e in ne){let t=ne[e];if(t.min!=null||t.max!=null){Te[e]={min:t.min,max:t.max};t.min=t.max=null}}const Pe=e.tzDate||(e=>new Date(ue(e/Z)));const Me=e.fmtDate||fmtDate;const Ne=Z==1?st(Pe):rt(Pe);const Ae=timeAxisVals(Pe,timeAxisStamps(Z==1?nt:ot,Me));const Ce=timeSeriesVal(Pe,timeSeriesStamp(at,Me));const Ee=[];const Oe=N.legend=assign({},ct,e.legend);const Le=N.cursor=assign({},ft,{drag:{y:$==2}},e.cursor);const He=Oe.show;const $e=Le.show;const Re=Oe.markers;{Oe.idxs=Ee;Re.width=fnOrSelf(Re.width);Re.dash=fnOrSelf(Re.dash);Re.stroke=fnOrSelf(Re.stroke);Re.fill=fnOrSelf(Re.fill)}let Ie;let Fe;let Be;let We=[];let qe=[];let je;let Ge=false;let Ue={};if(Oe.live){const e=J[1]?J[1].values:null;Ge=e!=null;je=Ge?e(N,1,0):{_:0};for(let e in je)Ue[e]=B}if(He){Ie=placeTag(\"table\",g,I);Be=placeTag(\"tbody\",null,Ie);Oe.mount(N,Ie);if(Ge){Fe=placeTag(\"thead\",null,Ie,Be);let e=placeTag(\"tr\",null,Fe);placeTag(\"th\",null,e);for(var Qe in je)placeTag(\"th\",v,e).textContent=Qe}else{addClass(Ie,x);Oe.live&&addClass(Ie,w)}}const Ke={show:true};const Xe={show:false};function initLegendRow(e,t){if(t==0&&(Ge||!Oe.live||$==2))return ke;let l=[];let n=placeTag(\"tr\",y,Be,Be.childNodes[t]);addClass(n,e.class);if(!e.show)addClass(n,f);let s=placeTag(\"th\",null,n);if(Re.show){let e=placeDiv(S,s);if(t>0){let l=Re.width(N,t);if(l)e.style.border=l+\"px \"+Re.dash(N,t)+\" \"+Re.stroke(N,t);e.style.background=Re.fill(N,t)}}let i=placeDiv(v,s);if(e.label instanceof HTMLElement)i.appendChild(e.label);else i.textContent=e.label;if(t>0){if(!Re.show)i.style.color=e.width>0?Re.stroke(N,t):Re.fill(N,t);onMouse(\"click\",s,t=>{if(Le._lock)return;setCursorEvent(t);let l=J.indexOf(e);if((t.ctrlKey||t.metaKey)!=Oe.isolate){let e=J.some((e,t)=>t>0&&t!=l&&e.show);J.forEach((t,n)=>{n>0&&setSeries(n,e?n==l?Ke:Xe:Ke,true,tn.setSeries)})}else setSeries(l,{show:!e.show},true,tn.setSeries)},false);if(Ut){onMouse(O,s,t=>{if(Le._lock)return;setCursorEvent(t);setSeries(J.indexOf(e),Wl,true,tn.setSeries)},false)}}for(var o in je){let e=placeTag(\"td\",b,n);e.textContent=\"--\";l.push(e)}return[n,l]}const Ze=new Map;function onMouse(e,t,l,n=true){const s=Ze.get(t)||{};const i=Le.bind[e](N,t,l,n);if(i){on(e,t,s[e]=i);Ze.set(t,s)}}function offMouse(e,t,l){const n=Ze.get(t)||{};for(let l in n){if(e==null||l==e){off(l,t,n[l]);delete n[l]}}if(e==null)Ze.delete(t)}let Je=0;let et=0;let tt=0;let ut=0;let dt=0;let ht=0;let pt=dt;let mt=ht;let gt=tt;let wt=ut;let xt=0;let kt=0;let _t=0;let Dt=0;N.bbox={};let Tt=false;let Mt=false;let Et=false;let Ht=false;let $t=false;let Rt=false;function _setSize(e,t,l){if(l||(e!=N.width||t!=N.height))calcSize(e,t);resetYSeries(false);Et=true;Mt=true;commit()}function calcSize(e,t){N.width=Je=tt=e;N.height=et=ut=t;dt=ht=0;calcPlotRect();calcAxesRects();let l=N.bbox;xt=l.left=incrRound(dt*j,.5);kt=l.top=incrRound(ht*j,.5);_t=l.width=incrRound(tt*j,.5);Dt=l.height=incrRound(ut*j,.5)}const It=3;function convergeSize(){let e=false;let t=0;while(!e){t++;let l=axesCalc(t);let n=paddingCalc(t);e=t==It||l&&n;if(!e){calcSize(N.width,N.height);Mt=true}}}function setSize({width:e,height:t}){_setSize(e,t)}N.setSize=setSize;function calcPlotRect(){let e=false;let t=false;let l=false;let n=false;ee.forEach((s,i)=>{if(s.show&&s._show){let{side:i,_size:o}=s;let r=i%2;let a=s.label!=null?s.labelSize:0;let c=o+a;if(c>0){if(r){tt-=c;if(i==3){dt+=c;n=true}else l=true}else{ut-=c;if(i==0){ht+=c;e=true}else t=true}}}});Jt[0]=e;Jt[1]=l;Jt[2]=t;Jt[3]=n;tt-=tl[1]+tl[3];dt+=tl[3];ut-=tl[2]+tl[0];ht+=tl[0]}function calcAxesRects(){let e=dt+tt;let t=ht+ut;let l=dt;let n=ht;function incrOffset(s,i){switch(s){case 1:e+=i;return e-i;case 2:t+=i;return t-i;case 3:l-=i;return l+i;case 0:n-=i;return n+i}}ee.forEach((e,t)=>{if(e.show&&e._show){let t=e.side;e._pos=incrOffset(t,e._size);if(e.label!=null)e._lpos=incrOffset(t,e.labelSize)}})}if(Le.dataIdx==null){let e=Le.hover;let l=e.skip=new Set(e.skip??[]);l.add(void 0);let n=e.prox=fnOrSelf(e.prox);let s=e.bias??=0;Le.dataIdx=(e,i,o,r)=>{if(i==0)return o;let a=o;let c=n(e,i,o,r)??xe;let u=c>=0&&c<xe;let f=me.ori==0?tt:ut;let d=Le.left;let h=t[0];let p=t[i];if(l.has(p[o])){a=null;let e=null,t=null,n;if(s==0||s==-1){n=o;while(e==null&&n-- >0){if(!l.has(p[n]))e=n}}if(s==0||s==1){n=o;while(t==null&&n++<p.length){if(!l.has(p[n]))t=n}}if(e!=null||t!=null){if(u){let l=e==null?-Infinity:ye(h[e],me,f,0);let n=t==null?Infinity:ye(h[t],me,f,0);let s=d-l;let i=n-d;if(s<=i){if(s<=c)a=e}else{if(i<=c)a=t}}else{a=t==null?e:e==null?t:o-e<=t-o?e:t}}}else if(u){let e=ae(d-ye(h[o],me,f,0));if(e>c)a=null}return a}}const setCursorEvent=e=>{Le.event=e};Le.idxs=Ee;Le._lock=false;let jt=Le.points;jt.show=fnOrSelf(jt.show);jt.size=fnOrSelf(jt.size);jt.stroke=fnOrSelf(jt.stroke);jt.width=fnOrSelf(jt.width);jt.fill=fnOrSelf(jt.fill);const Gt=N.focus=assign({},e.focus||{alpha:.3},Le.focus);const Ut=Gt.prox>=0;const Qt=Ut&&jt.one;let Kt=[];let Xt=[];let Zt=[];function initCursorPt(e,t){let l=jt.show(N,t);if(l instanceof HTMLElement){addClass(l,m);addClass(l,e.class);elTrans(l,-10,-10,tt,ut);Q.insertBefore(l,Kt[t]);return l}}function initSeries(e,t){if($==1||t>0){let t=$==1&&ne[e.scale].time;let l=e.value;e.value=t?isStr(l)?timeSeriesVal(Pe,timeSeriesStamp(l,Me)):l||Ce:l||numSeriesVal;e.label=e.label||(t?vt:St)}if(Qt||t>0){e.width=e.width==null?1:e.width;e.paths=e.paths||Bt||retNull;e.fillTo=fnOrSelf(e.fillTo||seriesFillTo);e.pxAlign=+ifNull(e.pxAlign,K);e.pxRound=pxRoundGen(e.pxAlign);e.stroke=fnOrSelf(e.stroke||null);e.fill=fnOrSelf(e.fill||null);e._stroke=e._fill=e._paths=e._focus=null;let t=ptDia(he(1,e.width),1);let l=e.points=assign({},{size:t,width:he(1,t*.2),stroke:e.stroke,space:t*2,paths:Vt,_stroke:null,_fill:null},e.points);l.show=fnOrSelf(l.show);l.filter=fnOrSelf(l.filter);l.fill=fnOrSelf(l.fill);l.stroke=fnOrSelf(l.stroke);l.paths=fnOrSelf(l.paths);l.pxAlign=e.pxAlign}if(He){let l=initLegendRow(e,t);We.splice(t,0,l[0]);qe.splice(t,0,l[1]);Oe.values.push(null)}if($e){Ee.splice(t,0,null);let l=null;if(Qt){if(t==0)l=initCursorPt(e,t)}else if(t>0)l=initCursorPt(e,t);Kt.splice(t,0,l);Xt.splice(t,0,0);Zt.splice(t,0,0)}fire(\"addSeries\",t)}function addSeries(e,t){t=t==null?J.length:t;e=$==1?setDefault(e,t,bt,At):setDefault(e,t,{},Nt);J.splice(t,0,e);initSeries(J[t],t)}N.addSeries=addSeries;function delSeries(e){J.splice(e,1);if(He){Oe.values.splice(e,1);qe.splice(e,1);let t=We.splice(e,1)[0];offMouse(null,t.firstChild);t.remove()}if($e){Ee.splice(e,1);Kt.splice(e,1)[0].remove();Xt.splice(e,1);Zt.splice(e,1)}fire(\"delSeries\",e)}N.delSeries=delSeries;const Jt=[false,false,false,false];function initAxis(e,t){e._show=e.show;if(e.show){let l=e.side%2;let n=ne[e.scale];if(n==null){e.scale=l?J[1].scale:ie;n=ne[e.scale]}let s=n.time;e.size=fnOrSelf(e.size);e.space=fnOrSelf(e.space);e.rotate=fnOrSelf(e.rotate);if(_e(e.incrs)){e.incrs.forEach(e=>{!Se.has(e)&&Se.set(e,guessDec(e))})}e.incrs=fnOrSelf(e.incrs||(n.distr==2?Ve:s?Z==1?lt:it:Ye));e.splits=fnOrSelf(e.splits||(s&&n.distr==1?Ne:n.distr==3?logAxisSplits:n.distr==4?asinhAxisSplits:numAxisSplits));e.stroke=fnOrSelf(e.stroke);e.grid.stroke=fnOrSelf(e.grid.stroke);e.ticks.stroke=fnOrSelf(e.ticks.stroke);e.border.stroke=fnOrSelf(e.border.stroke);let i=e.values;e.values=_e(i)&&!_e(i[0])?fnOrSelf(i):s?_e(i)?timeAxisVals(Pe,timeAxisStamps(i,Me)):isStr(i)?timeAxisVal(Pe,i):i||Ae:i||numAxisVals;e.filter=fnOrSelf(e.filter||(n.distr>=3&&n.log==10?log10AxisValsFilt:n.distr==3&&n.log==2?log2AxisValsFilt:retArg1));e.font=pxRatioFont(e.font);e.labelFont=pxRatioFont(e.labelFont);e._size=e.size(N,null,t,0);e._space=e._rotate=e._incrs=e._found=e._splits=e._values=null;if(e._size>0){Jt[t]=true;e._el=placeDiv(u,G)}}}function autoPadSide(e,t,l,n){let[s,i,o,r]=l;let a=t%2;let c=0;if(a==0&&(r||i))c=t==0&&!s||t==2&&!o?ue(yt.size/3):0;if(a==1&&(s||o))c=t==1&&!i||t==3&&!r?ue(Pt.size/2):0;return c}const el=N.padding=(e.padding||[autoPadSide,autoPadSide,autoPadSide,autoPadSide]).map(e=>fnOrSelf(ifNull(e,autoPadSide)));const tl=N._padding=el.map((e,t)=>e(N,t,Jt,0));let ll;let nl=null;let sl=null;const il=$==1?J[0].idxs:null;let ol=null;let rl=false;function setData(e,l){t=e==null?[]:e;N.data=N._data=t;if($==2){ll=0;for(let e=1;e<J.length;e++)ll+=t[e][0].length}else{if(t.length==0)N.data=N._data=t=[[]];ol=t[0];ll=ol.length;let e=t;if(we==2){e=t.slice();let l=e[0]=Array(ll);for(let e=0;e<ll;e++)l[e]=e}N._data=t=e}resetYSeries(true);fire(\"setData\");if(we==2){Et=true}if(l!==false){let e=me;if(e.auto(N,rl))autoScaleX();else _setScale(ie,e.min,e.max);Ht=Ht||Le.left>=0;Rt=true;commit()}}N.setData=setData;function autoScaleX(){rl=true;let e,l;if($==1){if(ll>0){nl=il[0]=0;sl=il[1]=ll-1;e=t[0][nl];l=t[0][sl];if(we==2){e=nl;l=sl}else if(e==l){if(we==3)[e,l]=rangeLog(e,e,me.log,false);else if(we==4)[e,l]=rangeAsinh(e,e,me.log,false);else if(me.time)l=e+ue(86400/Z);else[e,l]=rangeNum(e,l,te,true)}}else{nl=il[0]=e=null;sl=il[1]=l=null}}_setScale(ie,e,l)}let al,cl,ul,fl,dl,hl,pl,ml,gl;let wl;function setCtxStyle(e,t,l,n,s,i){e??=A;l??=be;n??=\"butt\";s??=A;i??=\"round\";if(e!=al)q.strokeStyle=al=e;if(s!=cl)q.fillStyle=cl=s;if(t!=ul)q.lineWidth=ul=t;if(i!=dl)q.lineJoin=dl=i;if(n!=hl)q.lineCap=hl=n;if(l!=fl)q.setLineDash(fl=l)}function setFontStyle(e,t,l,n){if(t!=cl)q.fillStyle=cl=t;if(e!=pl)q.font=pl=e;if(l!=ml)q.textAlign=ml=l;if(n!=gl)q.textBaseline=gl=n}function accScale(e,t,l,n,s=0){if(n.length>0&&e.auto(N,rl)&&(t==null||t.min==null)){let t=ifNull(nl,0);let i=ifNull(sl,n.length-1);let o=l.min==null?getMinMax(n,t,i,s,e.distr==3):[l.min,l.max];e.min=de(e.min,l.min=o[0]);e.max=he(e.max,l.max=o[1])}}const xl={min:null,max:null};function setScales(){for(let e in ne){let t=ne[e];if(Te[e]==null&&(t.min==null||Te[ie]!=null&&t.auto(N,rl))){Te[e]=xl}}for(let e in ne){let t=ne[e];if(Te[e]==null&&t.from!=null&&Te[t.from]!=null)Te[e]=xl}if(Te[ie]!=null)resetYSeries(true);let e={};for(let t in Te){let l=Te[t];if(l!=null){let n=e[t]=copy(ne[t],fastIsObj);if(l.min!=null)assign(n,l);else if(t!=ie||$==2){if(ll==0&&n.from==null){let e=n.range(N,null,null,t);n.min=e[0];n.max=e[1]}else{n.min=xe;n.max=-xe}}}}if(ll>0){J.forEach((l,n)=>{if($==1){let s=l.scale;let i=Te[s];if(i==null)return;let o=e[s];if(n==0){let e=o.range(N,o.min,o.max,s);o.min=e[0];o.max=e[1];nl=closestIdx(o.min,t[0]);sl=closestIdx(o.max,t[0]);if(sl-nl>1){if(t[0][nl]<o.min)nl++;if(t[0][sl]>o.max)sl--}l.min=ol[nl];l.max=ol[sl]}else if(l.show&&l.auto)accScale(o,i,l,t[n],l.sorted);l.idxs[0]=nl;l.idxs[1]=sl}else{if(n>0){if(l.show&&l.auto){let[s,i]=l.facets;let o=s.scale;let r=i.scale;let[a,c]=t[n];let u=e[o];let f=e[r];u!=null&&accScale(u,Te[o],s,a,s.sorted);f!=null&&accScale(f,Te[r],i,c,i.sorted);l.min=i.min;l.max=i.max}}}});for(let t in e){let l=e[t];let n=Te[t];if(l.from==null&&(n==null||n.min==null)){let e=l.range(N,l.min==xe?null:l.min,l.max==-xe?null:l.max,t);l.min=e[0];l.max=e[1]}}}for(let t in e){let l=e[t];if(l.from!=null){let n=e[l.from];if(n.min==null)l.min=l.max=null;else{let e=l.range(N,n.min,n.max,t);l.min=e[0];l.max=e[1]}}}let l={};let n=false;for(let t in e){let s=e[t];let i=ne[t];if(i.min!=s.min||i.max!=s.max){i.min=s.min;i.max=s.max;let e=i.distr;i._min=e==3?ge(i.min):e==4?asinh(i.min,i.asinh):e==100?i.fwd(i.min):i.min;i._max=e==3?ge(i.max):e==4?asinh(i.max,i.asinh):e==100?i.fwd(i.max):i.max;l[t]=n=true}}if(n){J.forEach((e,t)=>{if($==2){if(t>0&&l.y)e._paths=null}else{if(l[e.scale])e._paths=null}});for(let e in l){Et=true;fire(\"setScale\",e)}if($e&&Le.left>=0)Ht=Rt=true}for(let e in Te)Te[e]=null}function getOuterIdxs(e){let t=clamp(nl-1,0,ll-1);let l=clamp(sl+1,0,ll-1);while(e[t]==null&&t>0)t--;while(e[l]==null&&l<ll-1)l++;return[t,l]}function drawSeries(){if(ll>0){let e=J.some(e=>e._focus)&&wl!=Gt.alpha;if(e)q.globalAlpha=wl=Gt.alpha;J.forEach((e,l)=>{if(l>0&&e.show){cacheStrokeFill(l,false);cacheStrokeFill(l,true);if(e._paths==null){let n=wl;if(wl!=e.alpha)q.globalAlpha=wl=e.alpha;let s=$==2?[0,t[l][0].length-1]:getOuterIdxs(t[l]);e._paths=e.paths(N,l,s[0],s[1]);if(wl!=n)q.globalAlpha=wl=n}}});J.forEach((e,t)=>{if(t>0&&e.show){let l=wl;if(wl!=e.alpha)q.globalAlpha=wl=e.alpha;e._paths!=null&&drawPath(t,false);{let l=e._paths!=null?e._paths.gaps:null;let n=e.points.show(N,t,nl,sl,l);let s=e.points.filter(N,t,n,l);if(n||s){e.points._paths=e.points.paths(N,t,nl,sl,s);drawPath(t,true)}}if(wl!=l)q.globalAlpha=wl=l;fire(\"drawSeries\",t)}});if(e)q.globalAlpha=wl=1}}function cacheStrokeFill(e,t){let l=t?J[e].points:J[e];l._stroke=l.stroke(N,e);l._fill=l.fill(N,e)}function drawPath(e,t){let l=t?J[e].points:J[e];let{stroke:n,fill:s,clip:i,flags:o,_stroke:r=l._stroke,_fill:a=l._fill,_width:c=l.width}=l._paths;c=roundDec(c*j,3);let u=null;let f=c%2/2;if(t&&a==null)a=c>0?\"#fff\":r;let d=l.pxAlign==1&&f>0;d&&q.translate(f,f);if(!t){let e=xt-c/2,t=kt-c/2,l=_t+c,n=Dt+c;u=new Path2D;u.rect(e,t,l,n)}if(t)strokeFill(r,c,l.dash,l.cap,a,n,s,o,i);else fillStroke(e,r,c,l.dash,l.cap,a,n,s,o,u,i);d&&q.translate(-f,-f)}function fillStroke(e,l,n,s,i,o,r,a,c,u,f){let d=false;c!=0&&se.forEach((h,p)=>{if(h.series[0]==e){let e=J[h.series[1]];let m=t[h.series[1]];let g=(e._paths||ve).band;if(_e(g))g=h.dir==1?g[0]:g[1];let w;let x=null;if(e.show&&g&&hasData(m,nl,sl)){x=h.fill(N,p)||o;w=e._paths.clip}else g=null;strokeFill(l,n,s,i,x,r,a,c,u,f,w,g);d=true}});if(!d)strokeFill(l,n,s,i,o,r,a,c,u,f)}const yl=Ot|Lt;function strokeFill(e,t,l,n,s,i,o,r,a,c,u,f){setCtxStyle(e,t,l,n,s);if(a||c||f){q.save();a&&q.clip(a);c&&q.clip(c)}if(f){if((r&yl)==yl){q.clip(f);u&&q.clip(u);doFill(s,o);doStroke(e,i,t)}else if(r&Lt){doFill(s,o);q.clip(f);doStroke(e,i,t)}else if(r&Ot){q.save();q.clip(f);u&&q.clip(u);doFill(s,o);q.restore();doStroke(e,i,t)}}else{doFill(s,o);doStroke(e,i,t)}if(a||c||f)q.restore()}function doStroke(e,t,l){if(l>0){if(t instanceof Map){t.forEach((e,t)=>{q.strokeStyle=al=t;q.stroke(e)})}else t!=null&&e&&q.stroke(t)}}function doFill(e,t){if(t instanceof Map){t.forEach((e,t)=>{q.fillStyle=cl=t;q.fill(e)})}else t!=null&&e&&q.fill(t)}function getIncrSpace(e,t,l,n){let s=ee[e];let i;if(n<=0)i=[0,0];else{let o=s._space=s.space(N,e,t,l,n);let r=s._incrs=s.incrs(N,e,t,l,n,o);i=findIncr(t,l,r,n,o)}return s._found=i}function drawOrthoLines(e,t,l,n,s,i,o,r,a,c){let u=o%2/2;K==1&&q.translate(u,u);setCtxStyle(r,o,a,c,r);q.beginPath();let f,d,h,p,m=s+(n==0||n==3?-i:i);if(l==0){d=s;p=m}else{f=s;h=m}for(let n=0;n<e.length;n++){if(t[n]!=null){if(l==0)f=h=e[n];else d=p=e[n];q.moveTo(f,d);q.lineTo(h,p)}}q.stroke();K==1&&q.translate(-u,-u)}function axesCalc(e){let t=true;ee.forEach((l,n)=>{if(!l.show)return;let s=ne[l.scale];if(s.min==null){if(l._show){t=false;l._show=false;resetYSeries(false)}return}else{if(!l._show){t=false;l._show=true;resetYSeries(false)}}let i=l.side;let o=i%2;let{min:r,max:a}=s;let[c,u]=getIncrSpace(n,r,a,o==0?tt:ut);if(u==0)return;let f=s.distr==2;let d=l._splits=l.splits(N,n,r,a,c,u,f);let h=s.distr==2?d.map(e=>ol[e]):d;let p=s.distr==2?ol[d[1]]-ol[d[0]]:c;let m=l._values=l.values(N,l.filter(N,h,n,u,p),n,u,p);l._rotate=i==2?l.rotate(N,m,n,u):0;let g=l._size;l._size=fe(l.size(N,m,n,e));if(g!=null&&l._size!=g)t=false});return t}function paddingCalc(e){let t=true;el.forEach((l,n)=>{let s=l(N,n,Jt,e);if(s!=tl[n])t=false;tl[n]=s});return t}function drawAxesGrid(){for(let e=0;e<ee.length;e++){let t=ee[e];if(!t.show||!t._show)continue;let l=t.side;let n=l%2;let s,i;let o=t.stroke(N,e);let r=l==0||l==3?-1:1;let[a,c]=t._found;if(t.label!=null){let u=t.labelGap*r;let f=ue((t._lpos+u)*j);setFontStyle(t.labelFont[0],o,\"center\",l==2?D:T);q.save();if(n==1){s=i=0;q.translate(f,ue(kt+Dt/2));q.rotate((l==3?-re:re)/2)}else{s=ue(xt+_t/2);i=f}let d=isFn(t.label)?t.label(N,e,a,c):t.label;q.fillText(d,s,i);q.restore()}if(c==0)continue;let u=ne[t.scale];let f=n==0?_t:Dt;let d=n==0?xt:kt;let h=t._splits;let p=u.distr==2?h.map(e=>ol[e]):h;let m=u.distr==2?ol[h[1]]-ol[h[0]]:a;let g=t.ticks;let w=t.border;let x=g.show?g.size:0;let y=ue(x*j);let S=ue((t.alignTo==2?t._size-x-t.gap:t.gap)*j);let v=t._rotate*-re/180;let b=X(t._pos*j);let k=(y+S)*r;let _=b+k;i=n==0?_:0;s=n==1?_:0;let A=t.font[0];let z=t.align==1?P:t.align==2?M:v>0?P:v<0?M:n==0?\"center\":l==3?M:P;let C=v||n==1?\"middle\":l==2?D:T;setFontStyle(A,o,z,C);let E=t.font[1]*t.lineGap;let O=h.map(e=>X(getPos(e,u,f,d)));let L=t._values;for(let e=0;e<L.length;e++){let t=L[e];if(t!=null){if(n==0)s=O[e];else i=O[e];t=\"\"+t;let l=t.indexOf(\"\\n\")==-1?[t]:t.split(/\\n/gm);for(let e=0;e<l.length;e++){let t=l[e];if(v){q.save();q.translate(s,i+e*E);q.rotate(v);q.fillText(t,0,0);q.restore()}else q.fillText(t,s,i+e*E)}}}if(g.show){drawOrthoLines(O,g.filter(N,p,e,c,m),n,l,b,y,roundDec(g.width*j,3),g.stroke(N,e),g.dash,g.cap)}let H=t.grid;if(H.show){drawOrthoLines(O,H.filter(N,p,e,c,m),n,n==0?2:1,n==0?kt:xt,n==0?Dt:_t,roundDec(H.width*j,3),H.stroke(N,e),H.dash,H.cap)}if(w.show){drawOrthoLines([b],[1],n==0?1:0,n==0?1:2,n==1?kt:xt,n==1?Dt:_t,roundDec(w.width*j,3),w.stroke(N,e),w.dash,w.cap)}}fire(\"drawAxes\")}function resetYSeries(e){J.forEach((t,l)=>{if(l>0){t._paths=null;if(e){if($==1){t.min=null;t.max=null}else{t.facets.forEach(e=>{e.min=null;e.max=null})}}}})}let Sl=false;let vl=false;let bl=[];function flushHooks(){vl=false;for(let e=0;e<bl.length;e++)fire(...bl[e]);bl.length=0}function commit(){if(!Sl){ze(_commit);Sl=true}}function batch(e,t=false){Sl=true;vl=t;e(N);_commit();if(t&&bl.length>0)queueMicrotask(flushHooks)}N.batch=batch;function _commit(){if(Tt){setScales();Tt=false}if(Et){convergeSize();Et=false}if(Mt){setStylePx(U,P,dt);setStylePx(U,D,ht);setStylePx(U,k,tt);setStylePx(U,_,ut);setStylePx(Q,P,dt);setStylePx(Q,D,ht);setStylePx(Q,k,tt);setStylePx(Q,_,ut);setStylePx(G,k,Je);setStylePx(G,_,et);V.width=ue(Je*j);V.height=ue(et*j);ee.forEach(({_el:e,_show:t,_size:l,_pos:n,side:s})=>{if(e!=null){if(t){let t=s===3||s===0?l:0;let i=s%2==1;setStylePx(e,i?\"left\":\"top\",n-t);setStylePx(e,i?\"width\":\"height\",l);setStylePx(e,i?\"top\":\"left\",i?ht:dt);setStylePx(e,i?\"height\":\"width\",i?ut:tt);remClass(e,f)}else addClass(e,f)}});al=cl=ul=dl=hl=pl=ml=gl=fl=null;wl=1;syncRect(true);if(dt!=pt||ht!=mt||tt!=gt||ut!=wt){resetYSeries(false);let e=tt/gt;let t=ut/wt;if($e&&!Ht&&Le.left>=0){Le.left*=e;Le.top*=t;Dl&&elTrans(Dl,ue(Le.left),0,tt,ut);Tl&&elTrans(Tl,0,ue(Le.top),tt,ut);for(let l=0;l<Kt.length;l++){let n=Kt[l];if(n!=null){Xt[l]*=e;Zt[l]*=t;elTrans(n,fe(Xt[l]),fe(Zt[l]),tt,ut)}}}if(Il.show&&!$t&&Il.left>=0&&Il.width>0){Il.left*=e;Il.width*=e;Il.top*=t;Il.height*=t;for(let e in Ul)setStylePx(Fl,e,Il[e])}pt=dt;mt=ht;gt=tt;wt=ut}fire(\"setSize\");Mt=false}if(Je>0&&et>0){q.clearRect(0,0,V.width,V.height);fire(\"drawClear\");ce.forEach(e=>e());fire(\"draw\")}if(Il.show&&$t){setSelect(Il);$t=false}if($e&&Ht){updateCursor(null,true,false);Ht=false}if(Oe.show&&Oe.live&&Rt){setLegend();Rt=false}if(!R){R=true;N.status=1;fire(\"ready\")}rl=false;Sl=false}N.redraw=(e,t)=>{Et=t||false;if(e!==false)_setScale(ie,me.min,me.max);else commit()};function setScale(e,l){let n=ne[e];if(n.from==null){if(ll==0){let t=n.range(N,l.min,l.max,e);l.min=t[0];l.max=t[1]}if(l.min>l.max){let e=l.min;l.min=l.max;l.max=e}if(ll>1&&l.min!=null&&l.max!=null&&l.max-l.min<1e-16)return;if(e==ie){if(n.distr==2&&ll>0){l.min=closestIdx(l.min,t[0]);l.max=closestIdx(l.max,t[0]);if(l.min==l.max)l.max++}}Te[e]=l;Tt=true;commit()}}N.setScale=setScale;let kl;let _l;let Dl;let Tl;let Pl;let Ml;let Nl;let Al;let zl;let Cl;let El;let Ol;let Ll=false;const Hl=Le.drag;let $l=Hl.x;let Rl=Hl.y;if($e){if(Le.x)kl=placeDiv(h,Q);if(Le.y)_l=placeDiv(p,Q);if(me.ori==0){Dl=kl;Tl=_l}else{Dl=_l;Tl=kl}El=Le.left;Ol=Le.top}const Il=N.select=assign({show:true,over:true,left:0,width:0,top:0,height:0},e.select);const Fl=Il.show?placeDiv(d,Il.over?Q:U):null;function setSelect(e,t){if(Il.show){for(let t in e){Il[t]=e[t];if(t in Ul)setStylePx(Fl,t,e[t])}t!==false&&fire(\"setSelect\")}}N.setSelect=setSelect;function toggleDOM(e){let t=J[e];if(t.show)He&&remClass(We[e],f);else{He&&addClass(We[e],f);if($e){let t=Qt?Kt[0]:Kt[e];t!=null&&elTrans(t,-10,-10,tt,ut)}}}function _setScale(e,t,l){setScale(e,{min:t,max:l})}function setSeries(e,t,l,n){if(t.focus!=null)setFocus(e);if(t.show!=null){J.forEach((l,n)=>{if(n>0&&(e==n||e==null)){l.show=t.show;toggleDOM(n);if($==2){_setScale(l.facets[0].scale,null,null);_setScale(l.facets[1].scale,null,null)}else _setScale(l.scale,null,null);commit()}})}l!==false&&fire(\"setSeries\",e,t);n&&pubSync(\"setSeries\",N,e,t)}N.setSeries=setSeries;function setBand(e,t){assign(se[e],t)}function addBand(e,t){e.fill=fnOrSelf(e.fill||null);e.dir=ifNull(e.dir,-1);t=t==null?se.length:t;se.splice(t,0,e)}function delBand(e){if(e==null)se.length=0;else se.splice(e,1)}N.addBand=addBand;N.setBand=setBand;N.delBand=delBand;function setAlpha(e,t){J[e].alpha=t;if($e&&Kt[e]!=null)Kt[e].style.opacity=t;if(He&&We[e])We[e].style.opacity=t}let Bl;let Vl;let Yl;const Wl={focus:true};function setFocus(e){if(e!=Yl){let t=e==null;let l=Gt.alpha!=1;J.forEach((n,s)=>{if($==1||s>0){let i=t||s==0||s==e;n._focus=t?null:i;l&&setAlpha(s,i?1:Gt.alpha)}});Yl=e;l&&commit()}}if(He&&Ut){onMouse(L,Ie,e=>{if(Le._lock)return;setCursorEvent(e);if(Yl!=null)setSeries(null,Wl,true,tn.setSeries)})}function posToVal(e,t,l){let n=ne[t];if(l)e=e/j-(n.ori==1?ht:dt);let s=tt;if(n.ori==1){s=ut;e=s-e}if(n.dir==-1)e=s-e;let i=n._min,o=n._max,r=e/s;let a=i+(o-i)*r;let c=n.distr;return c==3?pe(10,a):c==4?sinh(a,n.asinh):c==100?n.bwd(a):a}function closestIdxFromXpos(e,l){let n=posToVal(e,ie,l);return closestIdx(n,t[0],nl,sl)}N.valToIdx=e=>closestIdx(e,t[0]);N.posToIdx=closestIdxFromXpos;N.posToVal=posToVal;N.valToPos=(e,t,l)=>ne[t].ori==0?getHPos(e,ne[t],l?_t:tt,l?xt:0):getVPos(e,ne[t],l?Dt:ut,l?kt:0);N.setCursor=(e,t,l)=>{El=e.left;Ol=e.top;updateCursor(null,t,l)};function setSelH(e,t){setStylePx(Fl,P,Il.left=e);setStylePx(Fl,k,Il.width=t)}function setSelV(e,t){setStylePx(Fl,D,Il.top=e);setStylePx(Fl,_,Il.height=t)}let ql=me.ori==0?setSelH:setSelV;let jl=me.ori==1?setSelH:setSelV;function syncLegend(){if(He&&Oe.live){for(let e=$==2?1:0;e<J.length;e++){if(e==0&&Ge)continue;let t=Oe.values[e];let l=0;for(let n in t)qe[e][l++].firstChild.nodeValue=t[n]}}}function setLegend(e,t){if(e!=null){if(e.idxs){e.idxs.forEach((e,t)=>{Ee[t]=e})}else if(!isUndef(e.idx))Ee.fill(e.idx);Oe.idx=Ee[0]}if(He&&Oe.live){for(let e=0;e<J.length;e++){if(e>0||$==1&&!Ge)setLegendValues(e,Ee[e])}syncLegend()}Rt=false;t!==false&&fire(\"setLegend\")}N.setLegend=setLegend;function setLegendValues(e,l){let n=J[e];let s=e==0&&we==2?ol:t[e];let i;if(Ge)i=n.values(N,e,l)??Ue;else{i=n.value(N,l==null?null:s[l],e,l);i=i==null?Ue:{_:i}}Oe.values[e]=i}function updateCursor(e,l,n){zl=El;Cl=Ol;[El,Ol]=Le.move(N,El,Ol);Le.left=El;Le.top=Ol;if($e){Dl&&elTrans(Dl,ue(El),0,tt,ut);Tl&&elTrans(Tl,0,ue(Ol),tt,ut)}let s;let i=nl>sl;Bl=xe;Vl=null;let o=me.ori==0?tt:ut;let r=me.ori==1?tt:ut;if(El<0||ll==0||i){s=Le.idx=null;for(let e=0;e<J.length;e++){let t=Kt[e];t!=null&&elTrans(t,-10,-10,tt,ut)}if(Ut)setSeries(null,Wl,true,e==null&&tn.setSeries);if(Oe.live){Ee.fill(s);Rt=true}}else{let e,l,n;if($==1){e=me.ori==0?El:Ol;l=posToVal(e,ie);s=Le.idx=closestIdx(l,t[0],nl,sl);n=ye(t[0][s],me,o,0)}let i=-10;let a=-10;let c=0;let u=0;let f=true;let d=\"\";let h=\"\";for(let e=$==2?1:0;e<J.length;e++){let p=J[e];let m=Ee[e];let g=m==null?null:$==1?t[e][m]:t[e][1][m];let w=Le.dataIdx(N,e,s,l);let x=w==null?null:$==1?t[e][w]:t[e][1][w];Rt=Rt||x!=g||w!=m;Ee[e]=w;if(e>0&&p.show){let l=w==null?-10:w==s?n:ye($==1?t[0][w]:t[e][0][w],me,o,0);let m=x==null?-10:De(x,$==1?ne[p.scale]:ne[p.facets[1].scale],r,0);if(Ut&&x!=null){let t=me.ori==1?El:Ol;let l=ae(Gt.dist(N,e,w,m,t));if(l<Bl){let n=Gt.bias;if(n!=0){let s=posToVal(t,p.scale);let i=x>=0?1:-1;let o=s>=0?1:-1;if(o==i&&(o==1?n==1?x>=s:x<=s:n==1?x<=s:x>=s)){Bl=l;Vl=e}}else{Bl=l;Vl=e}}}if(Rt||Qt){let t,n;if(me.ori==0){t=l;n=m}else{t=m;n=l}let s,o,r,p,g,w,x=true,y=jt.bbox;if(y!=null){x=false;let t=y(N,e);r=t.left;p=t.top;s=t.width;o=t.height}else{r=t;p=n;s=o=jt.size(N,e)}w=jt.fill(N,e);g=jt.stroke(N,e);if(Qt){if(e==Vl&&Bl<=Gt.prox){i=r;a=p;c=s;u=o;f=x;d=w;h=g}}else{let t=Kt[e];if(t!=null){Xt[e]=r;Zt[e]=p;elSize(t,s,o,x);elColor(t,w,g);elTrans(t,fe(r),fe(p),tt,ut)}}}}}if(Qt){let e=Gt.prox;let t=Yl==null?Bl<=e:Bl>e||Vl!=Yl;if(Rt||t){let e=Kt[0];if(e!=null){Xt[0]=i;Zt[0]=a;elSize(e,c,u,f);elColor(e,d,h);elTrans(e,fe(i),fe(a),tt,ut)}}}}if(Il.show&&Ll){if(e!=null){let[t,l]=tn.scales;let[n,s]=tn.match;let[i,a]=e.cursor.sync.scales;let c=e.cursor.drag;$l=c._x;Rl=c._y;if($l||Rl){let{left:c,top:u,width:f,height:d}=e.select;let h=e.scales[i].ori;let p=e.posToVal;let m,g,w,x,y;let S=t!=null&&n(t,i);let v=l!=null&&s(l,a);if(S&&$l){if(h==0){m=c;g=f}else{m=u;g=d}w=ne[t];x=ye(p(m,i),w,o,0);y=ye(p(m+g,i),w,o,0);ql(de(x,y),ae(y-x))}else ql(0,o);if(v&&Rl){if(h==1){m=c;g=f}else{m=u;g=d}w=ne[l];x=De(p(m,a),w,r,0);y=De(p(m+g,a),w,r,0);jl(de(x,y),ae(y-x))}else jl(0,r)}else hideSelect()}else{let e=ae(zl-Pl);let t=ae(Cl-Ml);if(me.ori==1){let l=e;e=t;t=l}$l=Hl.x&&e>=Hl.dist;Rl=Hl.y&&t>=Hl.dist;let l=Hl.uni;if(l!=null){if($l&&Rl){$l=e>=l;Rl=t>=l;if(!$l&&!Rl){if(t>e)Rl=true;else $l=true}}}else if(Hl.x&&Hl.y&&($l||Rl))$l=Rl=true;let n,s;if($l){if(me.ori==0){n=Nl;s=El}else{n=Al;s=Ol}ql(de(n,s),ae(s-n));if(!Rl)jl(0,r)}if(Rl){if(me.ori==1){n=Nl;s=El}else{n=Al;s=Ol}jl(de(n,s),ae(s-n));if(!$l)ql(0,o)}if(!$l&&!Rl){ql(0,0);jl(0,0)}}}Hl._x=$l;Hl._y=Rl;if(e==null){if(n){if(ln!=null){let[e,t]=tn.scales;tn.values[0]=e!=null?posToVal(me.ori==0?El:Ol,e):null;tn.values[1]=t!=null?posToVal(me.ori==1?El:Ol,t):null}pubSync(z,N,El,Ol,tt,ut,s)}if(Ut){let e=n&&tn.setSeries;let t=Gt.prox;if(Yl==null){if(Bl<=t)setSeries(Vl,Wl,true,e)}else{if(Bl>t)setSeries(null,Wl,true,e);else if(Vl!=Yl)setSeries(Vl,Wl,true,e)}}}if(Rt){Oe.idx=s;setLegend()}l!==false&&fire(\"setCursor\")}let Gl=null;Object.defineProperty(N,\"rect\",{get(){if(Gl==null)syncRect(false);return Gl}});function syncRect(e=false){if(e)Gl=null;else{Gl=Q.getBoundingClientRect();fire(\"syncRect\",Gl)}}function mouseMove(e,t,l,n,s,i,o){if(Le._lock)return;if(Ll&&e!=null&&e.movementX==0&&e.movementY==0)return;cacheMouse(e,t,l,n,s,i,o,false,e!=null);if(e!=null)updateCursor(null,true,true);else updateCursor(t,true,false)}function cacheMouse(e,t,l,n,s,i,o,r,a){if(Gl==null)syncRect(false);setCursorEvent(e);if(e!=null){l=e.clientX-Gl.left;n=e.clientY-Gl.top}else{if(l<0||n<0){El=-10;Ol=-10;return}let[e,o]=tn.scales;let r=t.cursor.sync;let[a,c]=r.values;let[u,f]=r.scales;let[d,h]=tn.match;let p=t.axes[0].side%2==1;let m=me.ori==0?tt:ut,g=me.ori==1?tt:ut,w=p?i:s,x=p?s:i,y=p?n:l,S=p?l:n;if(u!=null)l=d(e,u)?getPos(a,ne[e],m,0):-10;else l=m*(y/w);if(f!=null)n=h(o,f)?getPos(c,ne[o],g,0):-10;else n=g*(S/x);if(me.ori==1){let e=l;l=n;n=e}}if(a&&(t==null||t.cursor.event.type==z)){if(l<=1||l>=tt-1)l=incrRound(l,tt);if(n<=1||n>=ut-1)n=incrRound(n,ut)}if(r){Pl=l;Ml=n;[Nl,Al]=Le.move(N,l,n)}else{El=l;Ol=n}}const Ul={width:0,height:0,left:0,top:0};function hideSelect(){setSelect(Ul,false)}let Ql;let Kl;let Xl;let Zl;function mouseDown(e,t,l,n,s,i,o){Ll=true;$l=Rl=Hl._x=Hl._y=false;cacheMouse(e,t,l,n,s,i,o,true,false);if(e!=null){onMouse(E,Y,mouseUp,false);pubSync(C,N,Nl,Al,tt,ut,null)}let{left:r,top:a,width:c,height:u}=Il;Ql=r;Kl=a;Xl=c;Zl=u}function mouseUp(e,t,l,n,s,i,o){Ll=Hl._x=Hl._y=false;cacheMouse(e,t,l,n,s,i,o,false,true);let{left:r,top:a,width:c,height:u}=Il;let f=c>0||u>0;let d=Ql!=r||Kl!=a||Xl!=c||Zl!=u;f&&d&&setSelect(Il);if(Hl.setScale&&f&&d){let e=r,t=c,l=a,n=u;if(me.ori==1){e=a,t=u,l=r,n=c}if($l){_setScale(ie,posToVal(e,ie),posToVal(e+t,ie))}if(Rl){for(let e in ne){let t=ne[e];if(e!=ie&&t.from==null&&t.min!=xe){_setScale(e,posToVal(l+n,e),posToVal(l,e))}}}hideSelect()}else if(Le.lock){Le._lock=!Le._lock;updateCursor(t,true,e!=null)}if(e!=null){offMouse(E,Y);pubSync(E,N,El,Ol,tt,ut,null)}}function mouseLeave(e,t,l,n,s,i,o){if(Le._lock)return;setCursorEvent(e);let r=Ll;if(Ll){let e=true;let t=true;let l=10;let n,s;if(me.ori==0){n=$l;s=Rl}else{n=Rl;s=$l}if(n&&s){e=El<=l||El>=tt-l;t=Ol<=l||Ol>=ut-l}if(n&&e)El=El<Nl?0:tt;if(s&&t)Ol=Ol<Al?0:ut;updateCursor(null,true,true);Ll=false}El=-10;Ol=-10;Ee.fill(null);updateCursor(null,true,true);if(r)Ll=r}function dblClick(e,t,l,n,s,i,o){if(Le._lock)return;setCursorEvent(e);autoScaleX();hideSelect();if(e!=null)pubSync(H,N,El,Ol,tt,ut,null)}function syncPxRatio(){ee.forEach(syncFontSize);_setSize(N.width,N.height,true)}on(F,W,syncPxRatio);const Jl={};Jl.mousedown=mouseDown;Jl.mousemove=mouseMove;Jl.mouseup=mouseUp;Jl.dblclick=dblClick;Jl[\"setSeries\"]=(e,t,l,n)=>{let s=tn.match[2];l=s(N,t,l);l!=-1&&setSeries(l,n,true,false)};if($e){onMouse(C,Q,mouseDown);onMouse(z,Q,mouseMove);onMouse(O,Q,e=>{setCursorEvent(e);syncRect(false)});onMouse(L,Q,mouseLeave);onMouse(H,Q,dblClick);Ft.add(N);N.syncRect=syncRect}const en=N.hooks=e.hooks||{};function fire(e,t,l){if(vl)bl.push([e,t,l]);else{if(e in en){en[e].forEach(e=>{e.call(null,N,t,l)})}}}(e.plugins||[]).forEach(e=>{for(let t in e.hooks)en[t]=(en[t]||[]).concat(e.hooks[t])});const seriesIdxMatcher=(e,t,l)=>l;const tn=assign({key:null,setSeries:false,filters:{pub:retTrue,sub:retTrue},scales:[ie,J[1]?J[1].scale:null],match:[retEq,retEq,seriesIdxMatcher],values:[null,null]},Le.sync);if(tn.match.length==2)tn.match.push(seriesIdxMatcher);Le.sync=tn;const ln=tn.key;const nn=_sync(ln);function pubSync(e,t,l,n,s,i,o){if(tn.filters.pub(e,t,l,n,s,i,o))nn.pub(e,t,l,n,s,i,o)}nn.sub(N);function pub(e,t,l,n,s,i,o){if(tn.filters.sub(e,t,l,n,s,i,o))Jl[e](null,t,l,n,s,i,o)}N.pub=pub;function destroy(){nn.unsub(N);Ft.delete(N);Ze.clear();off(F,W,syncPxRatio);I.remove();Ie?.remove();fire(\"destroy\")}N.destroy=destroy;function _init(){fire(\"init\",e,t);setData(t||e.data,false);if(Te[ie])setScale(ie,Te[ie]);else autoScaleX();$t=Il.show&&(Il.width>0||Il.height>0);Ht=Rt=true;_setSize(e.width,e.height)}J.forEach(initSeries);ee.forEach(initAxis);if(l){if(l instanceof HTMLElement){l.appendChild(I);_init()}else l(N,_init)}else _init();return N}uPlot.assign=assign;uPlot.fmtNum=fmtNum;uPlot.rangeNum=rangeNum;uPlot.rangeLog=rangeLog;uPlot.rangeAsinh=rangeAsinh;uPlot.orient=orient;uPlot.pxRatio=j;{uPlot.join=join}{uPlot.fmtDate=fmtDate;uPlot.tzDate=tzDate}uPlot.sync=_sync;{uPlot.addGap=addGap;uPlot.clipGaps=clipGaps;let e=uPlot.paths={points:points};e.linear=linear;e.stepped=stepped;e.bars=bars;e.spline=monotoneCubic}e.exports=uPlot},828:(e,t,l)=>{l.d(t,{Kx:()=>isUserTag,kp:()=>parseHelperTag,q9:()=>isSha256Digest});const n=/^sha256:[0-9a-f]{64}$/;function isSha256Digest(e){return n.test(e)}const s=/^sha256-([0-9a-f]{64})(?:(\\.[A-Za-z0-9._-]+))?$/i;const i=\"sha256-\".length+64;function parseHelperTag(e){if(e.length<i)return null;const t=s.exec(e);if(t?.[1]===undefined)return null;return{digest:`sha256:${t[1].toLowerCase()}`,suffix:t[2]??\"\"}}function isUserTag(e){return parseHelperTag(e)===null}},177:(e,t,l)=>{l.d(t,{_L:()=>n,iQ:()=>i,kg:()=>s,sO:()=>o});const n=1e3;const s=60*n;const i=60*s;const o=24*i},548:(e,t,l)=>{l.d(t,{B4:()=>formatCount,z3:()=>formatBytes});const n=[\"B\",\"kB\",\"MB\",\"GB\",\"TB\",\"PB\",\"EB\"];function formatBytes(e){let t=0;let l=e;while(t<n.length-1&&Number(shown(l,t))>=1e3){l/=1e3;t+=1}return`${shown(l,t)} ${n[t]??\"\"}`}function shown(e,t){return t>0&&Number(e.toFixed(1))<10?e.toFixed(1):e.toFixed(0)}function formatCount(e){return String(e).replace(/\\B(?=(?:\\d{3})+$)/g,\",\")}function utf8Length(e){let t=0;for(const l of e){const e=l.codePointAt(0)??0;t+=e<128?1:e<2048?2:e<65536?3:4}return t}},3:(e,t,l)=>{l.d(t,{G:()=>drawBytes});var n=l(548);var s=l(827);var i=l(317);var o=l(651);var r=l(333);var a=l(581);const c=12;function drawBytes(e,t){const l=(0,o.rd)(e,c);(0,r.$H)(\"bytes-section\",HTMLElement).hidden=l.length===0;const n=e.sizes[l[0]??-1]??1;const i=l.map(l=>imageItem(e,l,n,t));(0,r.$H)(\"bytes\",HTMLElement).replaceChildren(...i);(0,r.$H)(\"bytes-note\",HTMLElement).textContent=`The largest ${(0,s.LS)(l.length,\"image\")}, each with all its parts; layers that images share count in each. Choose one to see its tree.`}function imageItem(e,t,l,s){const o=e.sizes[t]??0;const c=(0,i.wk)(e,t);const u=(0,r.ND)(\"span\",{class:`bar fate-${c}`,\"aria-hidden\":\"true\"});u.style.width=`${Math.max(.5,o/l*100)}%`;const f=e.head.packages.length>1?[(0,r.ND)(\"span\",{class:\"quiet\"},(0,a.qg)(e,t))]:[];return(0,r.ND)(\"li\",{},(0,r.x6)({class:\"image\"},()=>s(t,true),(0,r.ND)(\"span\",{class:\"mono\"},(0,a.QK)(e,t)),...f,(0,r.ND)(\"span\",{class:\"size\"},(0,n.z3)(o)),(0,r.ND)(\"span\",{class:\"quiet fate\"},(0,i.fo)(c,e.head.dryRun))),(0,r.ND)(\"span\",{class:\"track\"},u))}},101:(e,t,l)=>{l.d(t,{r:()=>DecisionsView});var n=l(378);const s={text:\"\",words:{},package:null,rootsOnly:false,from:null,until:null};function*matching(e,t){const l=[...wordTests(e,t),...placeTests(e,t)];for(const n of t.text.toLowerCase().split(/\\s+/)){if(n!==\"\")l.push(yield*termTest(e,n))}const s=new Uint32Array(e.count);let i=0;for(let t=0;t<e.count;t+=1){if(l.every(e=>e(t)))s[i++]=t;if(t%n.xz===n.xz-1)yield}return s.slice(0,i)}function wordTests(e,{words:t}){const l=[\"decisions\",\"outcomes\",\"rules\",\"whys\",\"kinds\"];return l.flatMap(l=>{const n=t[l];return n===undefined?[]:[t=>e[l][t]===n]})}function placeTests(e,t){const{from:l,until:s}=t;return[...t.package===null?[]:[l=>e.packages[l]===t.package],...t.rootsOnly?[t=>(0,n.jX)(e,t)]:[],...l===null?[]:[t=>(e.created[t]??NaN)>=l],...s===null?[]:[t=>(e.created[t]??NaN)<s]]}function*termTest(e,t){const l=new Uint8Array(e.words.length);for(const[s,i]of e.words.entries()){if(i.toLowerCase().includes(t))l[s]=1;if(s%n.xz===n.xz-1)yield}return n=>l[e.reasons[n]??-1]===1||l[e.errors[n]??-1]===1||(e.names[n]??\"\").toLowerCase().includes(t)||(e.tags[n]??[]).some(e=>e.toLowerCase().includes(t))||String(e.ids[n]??\"\")===t}var i=l(496);var o=l(827);function*sorted(e,t){let l=e.slice();for(let e=0;e<l.length;e+=n.xz){l.subarray(e,e+n.xz).sort(t);yield}let s=new Uint32Array(l.length);for(let e=n.xz;e<l.length;e*=2){for(let n=0;n<l.length;n+=2*e){yield*merge(l,s,n,e,t)}const n=s;s=l;l=n}return l}function*merge(e,t,l,s,i){const o=Math.min(l+s,e.length);const r=Math.min(l+2*s,e.length);let a=l;let c=o;for(let s=l;s<r;s+=1){const l=c>=r||a<o&&i(e[a]??0,e[c]??0)<=0;t[s]=e[l?a++:c++]??0;if(s%n.xz===n.xz-1)yield}}const r={decision:\"decisions\",outcome:\"outcomes\",kind:\"kinds\",rule:\"rules\",reason:\"reasons\"};function*sortKeys(e,t){const l=r[t];if(l!==undefined)return yield*wordKeys(e,l);if(t===\"created\")return e.created;if(t===\"size\")return e.sizes;if(t===\"package\")return Float64Array.from(e.packages);return yield*ranks(yield*sort_keys_labels(e))}function byKeys(e,t){const l=t?-1:1;return(t,n)=>{const s=e[t]??NaN;const i=e[n]??NaN;if(Number.isNaN(s)||Number.isNaN(i)){return Number(Number.isNaN(s))-Number(Number.isNaN(i))||t-n}return l*(s-i)||t-n}}function*wordKeys(e,t){const l=yield*ranks(e.words);return Float64Array.from(e[t],e=>l[e]??NaN)}function*sort_keys_labels(e){const t=[];for(let l=0;l<e.count;l+=1){t.push((0,i.dp)({name:e.names[l]??\"\",tags:e.tags[l]??null}));if(l%n.xz===n.xz-1)yield}return t}function*ranks(e){const t=[];for(const l of e){t.push(naturalText(l));if(t.length%n.xz===0)yield}const compare=(e,l)=>(0,o.z4)(t[e]??\"\",t[l]??\"\")||e-l;const l=yield*sorted(Uint32Array.from(t.keys()),compare);const s=new Float64Array(e.length);let i=0;for(const[e,n]of l.entries()){if(e>0&&t[n]!==t[l[e-1]??0])i+=1;s[n]=i}return s}function naturalText(e){return e.toLowerCase().replace(/\\d+/g,e=>e.padStart(20,\"0\"))}var a=l(581);function columnsOf(e){return c.filter(({key:t})=>{if(t===\"outcome\")return!e.head.dryRun;return t!==\"package\"||e.head.packages.length>1})}const c=[column(\"decision\",\"Decision\",\"84px\",a.g),column(\"outcome\",\"Outcome\",\"92px\",a.e7),column(\"version\",\"Version\",\"minmax(170px, 1.3fr)\",a.QK,true),column(\"package\",\"Package\",\"minmax(140px, 1fr)\",a.qg),column(\"kind\",\"Kind\",\"86px\",(e,t)=>(0,a.en)(e,\"kinds\",t)),column(\"created\",\"Created\",\"92px\",(e,t)=>(0,a.Ew)(e.created[t])),column(\"size\",\"Size\",\"70px\",(e,t)=>(0,a.lP)(e.sizes[t])),column(\"rule\",\"Rule\",\"minmax(130px, 1fr)\",(e,t)=>(0,a.en)(e,\"rules\",t)),column(\"reason\",\"Reason\",\"minmax(220px, 2fr)\",(e,t)=>(0,a.en)(e,\"reasons\",t))];function column(e,t,l,n,s=false){return{key:e,title:t,width:l,isMono:s,cell:n}}var u=l(333);var f=l(698);var d=l(548);const h=100;function showPrintRows(e,t){const l=columnsOf(e);const n=l.map(({key:e,title:t})=>(0,u.ND)(\"th\",{scope:\"col\",class:e},t));const s=Array.from(t.subarray(0,h),t=>(0,u.ND)(\"tr\",{},...l.map(({key:l,cell:n})=>(0,u.ND)(\"td\",{class:l},n(e,t)))));(0,u.$H)(\"print-rows\",HTMLTableElement).replaceChildren((0,u.ND)(\"thead\",{},(0,u.ND)(\"tr\",{},...n)),(0,u.ND)(\"tbody\",{},...s));(0,u.$H)(\"print-note\",HTMLElement).textContent=t.length>h?`The first ${h} of ${(0,d.B4)(t.length)} rows; report.csv has all.`:\"\"}const p=8e6;function listHeight({rowHeight:e,count:t}){return Math.min(p,e*t)}function rowWindow(e){const{scrollTop:t,height:l,rowHeight:n,count:s}=e;const i=t*stretch(e);const o=Math.max(0,Math.min(s,Math.floor(i/n)));const r=Math.min(s,o+Math.ceil(l/n)+1);return{first:o,last:r,offset:t-(i-o*n)}}function scrollTopFor(e,t){const l=stretch(t);const n=t.scrollTop*l;const s=e*t.rowHeight;if(s<n)return s/l;const i=s+t.rowHeight;return i>n+t.height?(i-t.height)/l:t.scrollTop}function stretch(e){const t=listHeight(e)-e.height;const l=e.rowHeight*e.count-e.height;return t<=0||l<=0?1:l/t}function rowElement(e,t,l,{place:n,isActive:s}){const i={role:\"row\",id:`row-${n}`,class:`row${s?\" active\":\"\"}`,\"aria-rowindex\":n+2,\"aria-selected\":String(s),\"data-place\":n};const o=t.map((t,n)=>cellElement(e,l,t,n));return(0,u.ND)(\"div\",i,...o)}function cellElement(e,t,{key:l,cell:n,isMono:s},i){const o=n(e,t);const r={role:\"gridcell\",class:`cell ${l}${s?\" mono\":\"\"}`,\"aria-colindex\":i+1,title:typeof o===\"string\"&&o!==\"\"?o:null};return(0,u.ND)(\"div\",r,o)}function headElement({key:e,title:t},l,n,s){const i=e===n.key;const o=n.isDescending?\"descending\":\"ascending\";const r=n.isDescending?\" ▼\":\" ▲\";const a={role:\"columnheader\",class:`cell ${e}`,\"aria-colindex\":l+1,\"aria-sort\":i?o:\"none\"};const c=(0,u.ND)(\"span\",{\"aria-hidden\":\"true\"},i?r:\"\");return(0,u.ND)(\"div\",a,(0,u.x6)({\"data-sort\":e},()=>s(e),t,c))}class RowTable{#e;#t;#l;#n;#s;#i;#o;#r=new Uint32Array;#a=0;#c=36;#u=false;constructor(e,t,l){this.#e=e;this.#t=t;this.#l=l;this.#s=(0,u.ND)(\"div\",{role:\"row\",class:\"row head\",\"aria-rowindex\":1});this.#o=(0,u.ND)(\"div\",{class:\"drawn\",role:\"presentation\"});this.#i=(0,u.ND)(\"div\",{class:\"list\",role:\"rowgroup\"},this.#o);this.#n=(0,u.ND)(\"div\",{role:\"grid\",id:\"grid\",class:\"grid\",tabindex:0,\"aria-labelledby\":\"decisions-title\",\"aria-colcount\":t.length},(0,u.ND)(\"div\",{role:\"rowgroup\",class:\"heads\"},this.#s),this.#i);const n=t.map(({width:e})=>e).join(\" \");this.#n.style.setProperty(\"--columns\",n);this.#f()}get element(){return this.#n}show(e,t){this.#r=e;this.#a=0;this.#d(t);this.#n.setAttribute(\"aria-rowcount\",String(e.length+1));this.#n.scrollTop=0;this.resize()}resize(){const e=getComputedStyle(this.#n).getPropertyValue(\"--row-height\");this.#c=Number.parseFloat(e)||this.#c;const{rowHeight:t,count:l}=this.#h();const n=listHeight({rowHeight:t,count:l});this.#i.style.height=`${n}px`;const s=n+this.#s.offsetHeight+2;this.#n.style.setProperty(\"--content-height\",`${s}px`);this.#p()}focus(){this.#n.focus()}#f(){this.#n.addEventListener(\"scroll\",()=>this.#m());this.#n.addEventListener(\"keydown\",e=>this.#g(e));this.#o.addEventListener(\"click\",e=>this.#w(e));new ResizeObserver(()=>this.resize()).observe(this.#n)}#m(){if(this.#u)return;this.#u=true;requestAnimationFrame(()=>{this.#u=false;this.#p()})}#h(){return{scrollTop:this.#n.scrollTop,height:Math.max(0,this.#n.clientHeight-this.#s.offsetHeight),rowHeight:this.#c,count:this.#r.length}}#p(){const{first:e,last:t,offset:l}=rowWindow(this.#h());const n=Array.from(this.#r.subarray(e,t),(t,l)=>rowElement(this.#e,this.#t,t,{place:e+l,isActive:e+l===this.#a}));this.#o.style.transform=`translateY(${l}px)`;this.#o.replaceChildren(...n);const s=this.#a>=e&&this.#a<t;if(s)this.#n.setAttribute(\"aria-activedescendant\",`row-${this.#a}`);else this.#n.removeAttribute(\"aria-activedescendant\")}#d(e){const t=this.#t.map((t,l)=>headElement(t,l,e,this.#l.sort));const l=document.activeElement?.getAttribute(\"data-sort\");this.#s.replaceChildren(...t);if(typeof l===\"string\")this.#x(l)}#x(e){for(const t of this.#s.querySelectorAll(\"button\")){if(t.dataset[\"sort\"]===e)t.focus()}}#w(e){const t=e.target instanceof Element?e.target.closest(\"[data-place]\"):null;const l=Number(t?.getAttribute(\"data-place\")??NaN);if(Number.isNaN(l))return;this.#y(l);this.#S(false)}#g(e){if(e.target!==this.#n||e.altKey||e.metaKey)return;const t=this.#v(e.key);if(t!==null)this.#y(t);else if(e.key===\"Enter\"||e.key===\" \")this.#S(true);else return;e.preventDefault()}#v(e){const t=Math.max(1,Math.floor(this.#h().height/this.#c)-1);const l={ArrowDown:1,ArrowUp:-1,PageDown:t,PageUp:-t,Home:-Infinity,End:Infinity};const n=l[e];if(n===undefined)return null;return Math.max(0,Math.min(this.#r.length-1,this.#a+n))}#y(e){this.#a=e;this.#n.scrollTop=scrollTopFor(e,this.#h());this.#p();const t=this.#r[e];if(t!==undefined)this.#l.move(t)}#S(e){const t=this.#r[this.#a];if(t!==undefined)this.#l.open(t,e)}}function resultText(e,t){return e===t?`All ${(0,d.B4)(t)} versions`:`${(0,d.B4)(e)} of ${(0,d.B4)(t)} versions`}var m=l(178);const g=new Set([\"created\",\"size\"]);class DecisionsView{#e;#b;#k=new Map;#_={key:\"created\",isDescending:true};#D=s;#T=0;constructor(e,t){this.#e=e;this.#b=new RowTable(e,columnsOf(e),{...t,sort:e=>this.#P(e)});(0,u.$H)(\"table\",HTMLElement).replaceChildren(this.#b.element)}async start(){await(0,f.pB)(this.#e);const e=(0,u.$H)(\"filters\",HTMLFormElement);e.addEventListener(\"input\",()=>this.#M());e.addEventListener(\"submit\",e=>e.preventDefault());e.addEventListener(\"reset\",()=>setTimeout(()=>this.#M()));await this.#N()}focus(){this.#b.focus()}#M(){this.#D=(0,f.h9)();void this.#N()}#P(e){const t=e===this.#_.key?!this.#_.isDescending:g.has(e);this.#_={key:e,isDescending:t};void this.#N()}async#N(){this.#T+=1;const e=this.#T;const t=await(0,m.Z)(this.#A(),()=>e!==this.#T);if(t===null)return;this.#b.show(t,this.#_);showPrintRows(this.#e,t);const l=resultText(t.length,this.#e.count);(0,u.$H)(\"result-count\",HTMLElement).textContent=l}*#A(){const{key:e,isDescending:t}=this.#_;const l=this.#k.get(e)??(yield*sortKeys(this.#e,e));this.#k.set(e,l);const i=this.#D===s?(0,n.Pl)(this.#e):yield*matching(this.#e,this.#D);return yield*sorted(i,byKeys(l,t))}}},96:(e,t,l)=>{l.d(t,{r:()=>DetailsPanel});var n=l(177);var s=l(827);const i=365.25*n.sO;function ageText(e){const t=Math.abs(e);if(t<2*n.kg)return(0,s.LS)(Math.floor(t/n._L),\"second\");if(t<2*n.iQ)return(0,s.LS)(Math.floor(t/n.kg),\"minute\");if(t<2*n.sO)return(0,s.LS)(Math.floor(t/n.iQ),\"hour\");if(t<2*i)return(0,s.LS)(Math.floor(t/n.sO),\"day\");const l=Math.floor(t/i*10)/10;return`${l} years`}var o=l(548);var r=l(637);var a=l(651);var c=l(378);var u=l(333);var f=l(581);const d=200;class DetailsPanel{#e;#z;#C=null;#E=null;constructor(e){this.#e=e;this.#z=(0,u.$H)(\"details\",HTMLElement);this.#z.addEventListener(\"keydown\",e=>{if(e.key===\"Escape\")this.close()})}get isOpen(){return!this.#z.hidden}open(e,t){const l=this.#p(e);if(this.#z.hidden)this.#E=document.activeElement;this.#z.hidden=false;this.#z.scrollTop=0;if(t)l.focus()}close(){const e=this.#z.contains(document.activeElement);this.#z.hidden=true;if(e&&this.#E instanceof HTMLElement)this.#E.focus()}#p(e){const t=this.#e;const l=(0,u.ND)(\"h2\",{id:\"details-title\",tabindex:-1},(0,f.QK)(t,e));this.#z.replaceChildren((0,u.x6)({class:\"close\",\"aria-label\":\"Close details\"},()=>this.close(),\"×\"),l,(0,u.ND)(\"p\",{class:\"badges\"},(0,f.g)(t,e),\" \",(0,f.e7)(t,e)),(0,u.ND)(\"p\",{class:\"reason\"},(0,f.en)(t,\"reasons\",e)),this.#O(e),...this.#L(e));return l}#O(e){const t=this.#e;const l=t.changes.get(e);const n=[[\"Rule\",(0,f.en)(t,\"rules\",e)],[\"About the outcome\",(0,f.en)(t,\"errors\",e)],[\"Package\",(0,f.qg)(t,e)],[\"Name\",(0,r.Q)(t.names[e]??\"\")],[\"Id\",String(t.ids[e]??\"\")],[\"Kind\",(0,f.en)(t,\"kinds\",e)],[\"Tags\",...this.#H(e)],[\"Tags to take off\",...listed(l?.untag)],[\"Tags taken off\",...listed(l?.untagged)],[\"Tags attached again\",...listed(l?.retagged)],[\"Created\",this.#$(t.created[e])],[\"Updated\",this.#$(t.updated[e])],[(0,c.jX)(t,e)?\"Size of the image\":\"Size\",(0,f.lP)(t.sizes[e])]];return(0,u.ND)(\"dl\",{},...n.flatMap(([e,...t])=>factElements(e,t)))}#H(e){const t=this.#e.tags[e]??null;return t===null?[\"unknown\"]:listed(t)}#$(e){const t=(0,f.Tc)(e);if(e===undefined||t===\"\")return\"unknown\";const l=this.#e.head.now-e;return`${t} (${ageText(l)} ${l<0?\"ahead\":\"old\"})`}#L(e){const t=this.#e.roots[e]??e;this.#C??=(0,a.zp)(this.#e);const l=this.#C.get(t)??[];if(l.length===0)return[];const n=l.slice(0,d);const s=(0,a._n)(this.#e,t,e===t?n:withRow(n,e));const i=l.length-n.length;return[(0,u.ND)(\"h3\",{id:\"image-title\"},`Its image, ${(0,o.B4)(l.length+1)} versions`),(0,u.ND)(\"ul\",{class:\"tree\",\"aria-labelledby\":\"image-title\"},this.#R(s,e)),...i>0?[(0,u.ND)(\"p\",{class:\"quiet\"},`… and ${(0,o.B4)(i)} more`)]:[]]}#R({row:e,children:t},l){const n=this.#e;const s=(0,u.x6)({class:\"link mono\",\"aria-current\":e===l?\"true\":null},()=>this.open(e,true),(0,f.QK)(n,e));const i=(0,u.ND)(\"span\",{class:\"kind\"},(0,f.en)(n,\"kinds\",e));const o=(0,u.ND)(\"span\",{class:\"quiet\"},(0,f.lP)(n.sizes[e]));const r=(0,u.ND)(\"div\",{class:\"node\"},i,s,(0,f.g)(n,e),o);if(t.length===0)return(0,u.ND)(\"li\",{},r);const a=(0,u.ND)(\"ul\",{},...t.map(e=>this.#R(e,l)));return(0,u.ND)(\"li\",{},r,a)}}function withRow(e,t){return e.includes(t)?e:[...e,t]}function listed(e){const[t=\"\",...l]=(e??[]).map(e=>(0,r.Q)(e));return[t,...l]}function factElements(e,t){if(t.join(\"\")===\"\")return[];return[(0,u.ND)(\"dt\",{},e),...t.map(e=>(0,u.ND)(\"dd\",{},e))]}},333:(e,t,l)=>{l.d(t,{$H:()=>byId,ND:()=>element,x6:()=>button});function element(e,t,...l){const n=document.createElement(e);for(const[e,l]of Object.entries(t)){if(l!==null)n.setAttribute(e,String(l))}n.append(...l);return n}function byId(e,t){const l=document.getElementById(e);if(l instanceof t)return l;throw new Error(`the page has no ${t.name} with the id ${e}`)}function button(e,t,...l){const n=element(\"button\",{type:\"button\",...e},...l);n.addEventListener(\"click\",t);return n}},968:(e,t,l)=>{l.d(t,{Bi:()=>styleColor,Bv:()=>onColorChange,aX:()=>fateColor});function fateColor(e){return styleColor(`--${e}`)}function styleColor(e){return getComputedStyle(document.documentElement).getPropertyValue(e).trim()}function onColorChange(e){for(const t of[\"(prefers-color-scheme: dark)\",\"print\"]){matchMedia(t).addEventListener(\"change\",e)}addEventListener(\"beforeprint\",e);addEventListener(\"afterprint\",e)}},698:(e,t,l)=>{l.d(t,{LP:()=>chooseWords,Tg:()=>chooseDays,h9:()=>readFilter,pB:()=>fillFilters});var n=l(548);var s=l(637);var i=l(827);var o=l(177);var r=l(378);var a=l(333);var c=l(178);const u={decisions:\"filter-decision\",outcomes:\"filter-outcome\",rules:\"filter-rule\",whys:\"filter-why\",kinds:\"filter-kind\"};const f=[\"decisions\",\"outcomes\",\"rules\",\"whys\",\"kinds\"];async function fillFilters(e){for(const t of f){const l=await(0,c.Z)((0,r.D3)(e,t))??new Map;const n=[...l].map(([t,l])=>({index:t,count:l,word:e.words[t]??\"\"})).sort((e,t)=>(0,i.z4)(e.word,t.word)).map(({index:e,count:t,word:l})=>option(e,l===\"\"?\"none\":l,t));fillSelect(u[t],n)}const t=e.head.packages.map(({title:e,rowCount:t},l)=>option(l,e,t));fillSelect(\"filter-package\",t)}function option(e,t,l){return(0,a.ND)(\"option\",{value:e},`${(0,s.Q)(t)} (${(0,n.B4)(l)})`)}function fillSelect(e,t){const l=(0,a.$H)(e,HTMLSelectElement);l.replaceChildren((0,a.ND)(\"option\",{value:\"\"},\"any\"),...t);const n=l.closest(\"label\");if(n!==null)n.hidden=t.length<2}function readFilter(){const e={};for(const t of f){const l=selected(u[t]);if(l!==null)e[t]=l}const t=dateValue(\"filter-until\");return{text:(0,a.$H)(\"filter-text\",HTMLInputElement).value,words:e,package:selected(\"filter-package\"),rootsOnly:(0,a.$H)(\"filter-roots\",HTMLInputElement).checked,from:dateValue(\"filter-from\"),until:t===null?null:t+o.sO}}function selected(e){const{value:t}=(0,a.$H)(e,HTMLSelectElement);return t===\"\"?null:Number(t)}function dateValue(e){const t=Date.parse((0,a.$H)(e,HTMLInputElement).value);return Number.isNaN(t)?null:t}function chooseDays(e,t){(0,a.$H)(\"filter-from\",HTMLInputElement).value=day(e);(0,a.$H)(\"filter-until\",HTMLInputElement).value=day(t);announce()}function chooseWords(e){for(const t of f){const l=e[t];if(l!==undefined)(0,a.$H)(u[t],HTMLSelectElement).value=String(l)}announce()}function day(e){return new Date(e).toISOString().slice(0,10)}function announce(){(0,a.$H)(\"filters\",HTMLFormElement).dispatchEvent(new Event(\"input\"))}},667:(e,t,l)=>{l.d(t,{_:()=>drawLanes});var n=l(548);var s=l(637);var i=l(317);var o=l(333);var r=l(968);var a=l(698);const c=12;const u=14;function drawLanes(e,t){const l=t.slice(0,c).map(t=>laneItem(e,t));const s=t.length-l.length;const i=s>0?[(0,o.ND)(\"li\",{class:\"quiet\"},`… and ${(0,n.B4)(s)} more reasons, in the table below`)]:[];(0,o.$H)(\"lanes\",HTMLElement).replaceChildren(...l,...i)}function laneItem(e,t){const l=(0,o.ND)(\"canvas\",{height:u,\"aria-hidden\":\"true\"});const draw=()=>drawStrip(l,t);new ResizeObserver(draw).observe(l);(0,r.Bv)(draw);const s=(0,o.x6)({class:\"lane\",title:\"Show these in the table below\"},()=>{(0,a.LP)({decisions:t.decision,rules:t.rule,whys:t.why});(0,o.$H)(\"decisions\",HTMLElement).scrollIntoView()},(0,o.ND)(\"span\",{class:`badge fate-${t.fate}`},(0,i.fo)(t.fate,e.head.dryRun)),(0,o.ND)(\"span\",{},laneText(e,t)),(0,o.ND)(\"span\",{class:\"quiet\"},(0,n.B4)(t.count)));return(0,o.ND)(\"li\",{},s,l)}function laneText(e,{why:t,rule:l}){const n=[e.words[t]??\"as the report says\",e.words[l]??\"\"];return(0,s.Q)(n.filter(e=>e!==\"\").join(\", \"))}function drawStrip(e,{counts:t,fate:l}){const n=e.getContext(\"2d\");if(n===null||e.clientWidth===0)return;const s=Math.round(e.clientWidth*devicePixelRatio);e.width=s;e.height=Math.round(u*devicePixelRatio);n.fillStyle=(0,r.Bi)(\"--strip\");n.fillRect(0,0,s,e.height);const i=Math.max(...t,1);const o=s/Math.max(1,t.length);n.fillStyle=(0,r.aX)(l);for(const[l,s]of t.entries()){if(s===0)continue;n.globalAlpha=.35+.65*Math.sqrt(s/i);n.fillRect(l*o,0,Math.max(2,o-.5),e.height)}n.globalAlpha=1}},440:(e,t,l)=>{l.a(e,async(e,t)=>{try{var n=l(780);var s=l(3);var i=l(101);var o=l(96);var r=l(333);var a=l(667);var c=l(410);var u=l(178);var f=l(443);const e=await(0,c.r)();if(e!==null&&e.count>0){(0,r.$H)(\"interactive\",HTMLElement).hidden=false;const t=new o.r(e);const l=new i.r(e,{open:(e,l)=>t.open(e,l),move:e=>{if(t.isOpen)t.open(e,false)}});await l.start();(0,s.G)(e,(e,l)=>t.open(e,l));const c=await(0,u.Z)((0,n.I)(e));if(c!==null){(0,f.O)(c.timeline,e.head.dryRun);(0,a._)(e,c.lanes)}}document.documentElement.dataset[\"ready\"]=\"true\";t()}catch(e){t(e)}},1)},410:(e,t,l)=>{l.d(t,{r:()=>pageRows});var n=l(378);var s=l(178);async function pageRows(){const[e]=blocks(\"head\");return e===undefined?null:await(0,s.Z)((0,n.aK)(e,blocks(\"rows\")))}function*blocks(e){for(const t of document.querySelectorAll(`script[data-block=${e}]`)){const e=JSON.parse(t.textContent);t.remove();yield e}}},581:(e,t,l)=>{l.d(t,{Ew:()=>dayText,QK:()=>labelText,Tc:()=>timeText,e7:()=>outcomeBadge,en:()=>wordText,g:()=>decisionBadge,lP:()=>sizeText,qg:()=>packageText});var n=l(548);var s=l(496);var i=l(637);var o=l(317);var r=l(378);var a=l(333);function wordText(e,t,l){return(0,i.Q)((0,r.E7)(e,t,l)??\"\")}function labelText(e,t){return(0,i.Q)((0,s.dp)({name:e.names[t]??\"\",tags:e.tags[t]??null}))}function packageText(e,t){return(0,i.Q)(e.head.packages[e.packages[t]??-1]?.title??\"\")}function dayText(e){return isoText(e).slice(0,10)}function timeText(e){const t=isoText(e);return t===\"\"?\"\":`${t.slice(0,19).replace(\"T\",\" \")} UTC`}function isoText(e){return e===undefined||Number.isNaN(e)?\"\":new Date(e).toISOString()}function sizeText(e){return e===undefined||Number.isNaN(e)?\"\":(0,n.z3)(e)}function decisionBadge(e,t){const l=(0,o.sq)(e,t);return(0,a.ND)(\"span\",{class:`badge fate-${l}`},wordText(e,\"decisions\",t))}function outcomeBadge(e,t){const l=wordText(e,\"outcomes\",t);if(l===\"\")return\"\";const n=l===\"failed\"?\"failed\":`fate-${(0,o.wk)(e,t)}`;return(0,a.ND)(\"span\",{class:`badge ${n}`},l)}},178:(e,t,l)=>{l.d(t,{Z:()=>inSlices});const n=12;async function inSlices(e,t=()=>false){let l=performance.now()+n;for(;;){const s=e.next();if(s.done===true)return s.value;if(performance.now()<l)continue;await nextTask();if(t())return null;l=performance.now()+n}}async function nextTask(){await new Promise(e=>{const{port1:t,port2:l}=new MessageChannel;t.addEventListener(\"message\",()=>{t.close();e()});t.start();l.postMessage(null)})}},443:(e,t,l)=>{l.d(t,{O:()=>drawTimeline});var n=l(369);var s=l(548);var i=l(317);var o=l(333);var r=l(968);var a=l(698);var c=l(581);const u=220;const f=52;function drawTimeline(e,t){const l=(0,o.$H)(\"timeline\",HTMLElement);if(e.starts.length===0){l.replaceChildren(\"No version has a date.\");return}const s=i.QH.filter(t=>e.counts[t].some(e=>e>0));drawLegend(e,s,t);l.setAttribute(\"role\",\"img\");l.setAttribute(\"aria-label\",spokenText(e,s,t));const a=new n(options(e,s,l.clientWidth),stack(e,s),l);(0,r.Bv)(()=>a.redraw(false,true));new ResizeObserver(()=>{if(l.clientWidth>0)a.setSize({width:l.clientWidth,height:u})}).observe(l)}function drawLegend({counts:e},t,l){const n=t.map(t=>(0,o.ND)(\"li\",{},(0,o.ND)(\"span\",{class:`swatch fate-${t}`,\"aria-hidden\":\"true\"}),`${(0,i.fo)(t,l)} ${(0,s.B4)(total(e[t]))}`));(0,o.$H)(\"legend\",HTMLElement).replaceChildren(...n)}function spokenText({starts:e,counts:t},l,n){const o=l.map(e=>`${(0,s.B4)(total(t[e]))} ${(0,i.fo)(e,n)}`);return`Versions from ${(0,c.Ew)(e[0])} to ${(0,c.Ew)(e.at(-1))}: ${o.join(\", \")}`}function total(e){return e.reduce((e,t)=>e+t,0)}function stack({starts:e,counts:t,stepMs:l},n){const s=e.map(()=>0);const i=n.map(e=>t[e].map((e,t)=>s[t]=(s[t]??0)+e));const o=e.map(e=>(e+l/2)/1e3);return[o,...i.toReversed()]}function options(e,t,l){const{starts:s,stepMs:i}=e;const o=(s.at(-1)??0)+i;return{width:l,height:u,padding:[8,8,0,0],legend:{show:false},tzDate:e=>n.tzDate(new Date(e*1e3),\"Etc/UTC\"),cursor:{y:false,points:{show:false},drag:{x:true,y:false,setScale:false}},scales:{x:{time:true,range:[(s[0]??0)/1e3,o/1e3]},y:{range:(e,t,l)=>[0,Math.max(1,l*1.05)]}},axes:[axis(),countAxis()],series:[{},...t.toReversed().map(e=>bars(e))],hooks:{setSelect:[e=>chooseSelected(e)]}}}function axis(){return{stroke:()=>(0,r.Bi)(\"--quiet\"),grid:{stroke:()=>(0,r.Bi)(\"--line\"),width:1},ticks:{stroke:()=>(0,r.Bi)(\"--line\"),width:1},font:\"12px system-ui, sans-serif\"}}function countAxis(){const e=[1,10,100,1e3,1e4,1e5].flatMap(e=>[e,2*e,5*e]);const values=(e,t)=>t.map(e=>(0,s.B4)(e));return{...axis(),size:f,incrs:e,values:values}}function bars(e){const t=n.paths.bars?.({size:[.9,40],align:0});return{width:0,fill:()=>(0,r.aX)(e),points:{show:false},...t===undefined?{}:{paths:t}}}function chooseSelected(e){const{left:t,width:l}=e.select;if(l<4)return;const n=e.posToVal(t,\"x\")*1e3;const s=e.posToVal(t+l,\"x\")*1e3;(0,a.Tg)(n,s);e.setSelect({left:0,top:0,width:0,height:0},false)}},317:(e,t,l)=>{l.d(t,{QH:()=>s,fo:()=>fateTitle,sq:()=>plannedFateAt,wk:()=>fateAt});var n=l(378);const s=[\"keep\",\"untag\",\"back\",\"left\",\"go\"];const i=new Map([[\"keep\",\"keep\"],[\"untag\",\"untag\"],[\"restore\",\"back\"],[\"delete\",\"go\"]]);const o=new Map([[\"deleted\",\"go\"],[\"gone\",\"go\"],[\"untagged\",\"untag\"],[\"restored\",\"back\"]]);function plannedFateAt(e,t){return i.get((0,n.E7)(e,\"decisions\",t)??\"\")??\"keep\"}function fateAt(e,t){const l=plannedFateAt(e,t);if(e.head.dryRun||l===\"keep\")return l;return o.get((0,n.E7)(e,\"outcomes\",t)??\"\")??\"left\"}function fateTitle(e,t){if(e===\"keep\")return\"kept\";if(e===\"left\")return\"planned, not done\";const l={go:\"deleted\",untag:\"untagged\",back:\"restored\"}[e];return t?`would be ${l}`:l}},651:(e,t,l)=>{l.d(t,{_n:()=>imageTree,rd:()=>largestImages,zp:()=>followersByRoot});var n=l(828);var s=l(378);function followersByRoot(e){const t=new Map;for(let l=0;l<e.count;l+=1){const n=e.roots[l]??l;if(n===l)continue;const s=t.get(n);if(s===undefined)t.set(n,[l]);else s.push(l)}return t}function imageTree(e,t,l){const n=new Map([t,...l].map(t=>[e.names[t]??\"\",t]));const s=new Map;for(const i of byKind(e,l)){const l=parentOf(e,i,n)??t;s.set(l,[...s.get(l)??[],i])}return nodeOf(t,s)}function nodeOf(e,t){const l=new Set(t.get(e));const n=[...t].filter(([t])=>t!==e&&!l.has(t));const s=[...l,...n.flatMap(([,e])=>e)];return{row:e,children:s.map(e=>({row:e,children:(l.has(e)?t.get(e)??[]:[]).map(e=>({row:e,children:[]}))}))}}function parentOf(e,t,l){for(const s of e.tags[t]??[]){const e=l.get((0,n.kp)(s)?.digest??\"\");if(e!==undefined&&e!==t)return e}return null}const i=[\"index\",\"image\",\"artifact\",\"attestation\",\"signature\",\"sbom\",\"referrers\"];function byKind(e,t){const rank=t=>{const l=i.indexOf((0,s.E7)(e,\"kinds\",t)??\"\");return l<0?i.length:l};return t.toSorted((e,t)=>rank(e)-rank(t)||e-t)}function largestImages(e,t){const l=[];for(let t=0;t<e.count;t+=1){if((0,s.jX)(e,t)&&(e.sizes[t]??NaN)>0)l.push(t)}return l.sort((t,l)=>(e.sizes[l]??0)-(e.sizes[t]??0)||t-l).slice(0,t)}},378:(e,t,l)=>{l.d(t,{D3:()=>wordCounts,E7:()=>wordAt,Pl:()=>allRows,aK:()=>readRows,jX:()=>isRoot,xz:()=>s});const n=[\"kinds\",\"decisions\",\"outcomes\",\"rules\",\"reasons\",\"whys\",\"errors\"];function*readRows(e,t){const l=e.rowCount;const n=[];const s=[];const i=[];const o=new Map;const r=emptyColumns(e);for(const e of t){const t=s.length;for(const t of e.words)n.push(t);for(const t of e.names)s.push(t);for(const t of e.tags)i.push(t);for(const[l,n]of e.changes)o.set(t+l,n);copyNumbers(r,e,t);yield}return{head:e,count:l,words:n,names:s,tags:i,changes:o,...r}}function emptyColumns(e){const t=e.rowCount;const l=new Int32Array(t);let n=0;for(const[t,{rowCount:s}]of e.packages.entries()){l.fill(t,n,n+s);n+=s}return{packages:l,ids:new Float64Array(t),created:new Float64Array(t),updated:new Float64Array(t),sizes:new Float64Array(t),roots:new Int32Array(t),kinds:new Int32Array(t),decisions:new Int32Array(t),outcomes:new Int32Array(t),rules:new Int32Array(t),reasons:new Int32Array(t),whys:new Int32Array(t),errors:new Int32Array(t)}}function copyNumbers(e,t,l){e.ids.set(t.ids,l);e.created.set(t.created.map(orNaN),l);e.updated.set(t.updated.map(orNaN),l);e.sizes.set(t.sizes.map(orNaN),l);e.roots.set(t.roots.map((e,t)=>l+t+e),l);for(const s of n)e[s].set(t[s],l)}function orNaN(e){return e??NaN}function wordAt(e,t,l){return e.words[e[t][l]??-1]??null}function isRoot(e,t){return e.roots[t]===t}function allRows(e){return Uint32Array.from({length:e.count},(e,t)=>t)}function*wordCounts(e,t){const l=new Map;const n=e[t];for(const[e,t]of n.entries()){l.set(t,(l.get(t)??0)+1);if(e%s===s-1)yield}return l}const s=4096},780:(e,t,l)=>{l.d(t,{I:()=>timeline});var n=l(177);var s=l(317);var i=l(378);const o=120;const r=[...[1,3,6,12].map(e=>e*n.iQ),...[1,2,7,14,28,91,182,364].map(e=>e*n.sO)];function dateRange(e){let t=Infinity;let l=-Infinity;for(const n of e.created){if(n<t)t=n;if(n>l)l=n}return t<=l?[t,l]:null}function*timeline(e){const t=dateRange(e)??[0,-1];const l=stepFor(t[1]-t[0]);const n=Math.floor(t[0]/l)*l;const o=t[1]<t[0]?0:Math.floor((t[1]-n)/l)+1;const r={keep:zeros(o),untag:zeros(o),back:zeros(o),left:zeros(o),go:zeros(o)};const a=new Map;for(let t=0;t<e.count;t+=1){const c=(0,s.wk)(e,t);const u=laneOf(e,t,c,a,o);const f=Math.floor(((e.created[t]??NaN)-n)/l);u.count+=1;increment(u.counts,f);increment(r[c],f);if(t%i.xz===i.xz-1)yield}const c=Array.from({length:o},(e,t)=>n+t*l);return{timeline:{stepMs:l,starts:c,counts:r},lanes:inOrder([...a.values()])}}function zeros(e){return Array.from({length:e},()=>0)}function increment(e,t){const l=e[t];if(l!==undefined)e[t]=l+1}function laneOf(e,t,l,n,s){const i=e.whys[t]??-1;const o=e.rules[t]??-1;const r=e.decisions[t]??-1;const a=`${l} ${r} ${i} ${o}`;const c=n.get(a);if(c!==undefined)return c;const u={decision:r,why:i,rule:o,fate:l,count:0,counts:zeros(s)};n.set(a,u);return u}function inOrder(e){return e.toSorted((e,t)=>s.QH.indexOf(t.fate)-s.QH.indexOf(e.fate)||t.count-e.count)}function stepFor(e){const t=r.find(t=>e/t<o);return t??Math.ceil(e/o/(364*n.sO))*364*n.sO}},496:(e,t,l)=>{l.d(t,{dp:()=>versionLabel});var n=l(828);var s=l(827);const i=\"sha256:\".length+12;const o=2;function shortName(e){return(0,n.q9)(e)?e.slice(0,i):e}function versionLabel({name:e,tags:t}){const l=(t??[]).filter(e=>(0,n.Kx)(e));if(l.length===0)return(0,s.$Q)(shortName(e),128);const i=l.length-o;const r=l.slice(0,o).join(\", \");return(0,s.$Q)(i>0?`${r} +${i}`:r,128)}function packageTitle({owner:e,name:t,type:l}){return`${e}/${t} (${l})`}},637:(e,t,l)=>{l.d(t,{Q:()=>visibleText});const n=/(?!(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic}))[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]|<(?=U\\+)/gu;function visibleText(e){return e.replace(n,codePointName)}function codePointName(e){const t=e.codePointAt(0)??0;return`<U+${t.toString(16).toUpperCase().padStart(4,\"0\")}>`}},827:(e,t,l)=>{l.d(t,{$Q:()=>clip,LS:()=>plural,z4:()=>byText});var n=l(548);function plural(e,t,l=`${t}s`){return`${(0,n.B4)(e)} ${e===1?t:l}`}function ordinal(e){return`${formatCount(e)}${ordinalSuffix(e)}`}function ordinalSuffix(e){const t=e%100;if(t>=11&&t<=13)return\"th\";return[\"th\",\"st\",\"nd\",\"rd\"][e%10]??\"th\"}function enumerate(e,t=Infinity){const l=e.length-t;const n=l>0?[...e.slice(0,t),`${formatCount(l)} more`]:e;if(n.length<2)return n.join(\"\");return`${n.slice(0,-1).join(\", \")} and ${n.at(-1)??\"\"}`}function clip(e,t){if(e.length<=t)return e;return`${e.slice(0,t-1).replace(/[\\uD800-\\uDBFF]$/,\"\")}…`}function byText(e,t){if(e===t)return 0;return e<t?-1:1}}};var t={};function __nccwpck_require__(l){var n=t[l];if(n!==undefined){return n.exports}var s=t[l]={exports:{}};var i=true;try{e[l](s,s.exports,__nccwpck_require__);i=false}finally{if(i)delete t[l]}return s.exports}if(typeof __nccwpck_require__!==\"undefined\")__nccwpck_require__.ab=decodeURIComponent(new URL(\".\",import.meta.url).pathname).slice(import.meta.url.match(/^file:\\/\\/\\/\\w:/)?1:0,-1)+\"/\";(()=>{var e=typeof Symbol===\"function\"?Symbol(\"webpack queues\"):\"__webpack_queues__\";var t=typeof Symbol===\"function\"?Symbol(\"webpack exports\"):\"__webpack_exports__\";var l=typeof Symbol===\"function\"?Symbol(\"webpack error\"):\"__webpack_error__\";var resolveQueue=e=>{if(e&&e.d<1){e.d=1;e.forEach(e=>e.r--);e.forEach(e=>e.r--?e.r++:e())}};var wrapDeps=n=>n.map(n=>{if(n!==null&&typeof n===\"object\"){if(n[e])return n;if(n.then){var s=[];s.d=0;n.then(e=>{i[t]=e;resolveQueue(s)},e=>{i[l]=e;resolveQueue(s)});var i={};i[e]=e=>e(s);return i}}var o={};o[e]=e=>{};o[t]=n;return o});__nccwpck_require__.a=(n,s,i)=>{var o;i&&((o=[]).d=-1);var r=new Set;var a=n.exports;var c;var u;var f;var d=new Promise((e,t)=>{f=t;u=e});d[t]=a;d[e]=e=>(o&&e(o),r.forEach(e),d[\"catch\"](e=>{}));n.exports=d;s(n=>{c=wrapDeps(n);var s;var getResult=()=>c.map(e=>{if(e[l])throw e[l];return e[t]});var i=new Promise(t=>{s=()=>t(getResult);s.r=0;var fnQueue=e=>e!==o&&!r.has(e)&&(r.add(e),e&&!e.d&&(s.r++,e.push(s)));c.map(t=>t[e](fnQueue))});return s.r?i:getResult()},e=>(e?f(d[l]=e):u(a),resolveQueue(o)));o&&o.d<0&&(o.d=0)}})();(()=>{__nccwpck_require__.d=(e,t)=>{for(var l in t){if(__nccwpck_require__.o(t,l)&&!__nccwpck_require__.o(e,l)){Object.defineProperty(e,l,{enumerable:true,get:t[l]})}}}})();(()=>{__nccwpck_require__.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var l=__nccwpck_require__(440);l=await l;\n";

// EXTERNAL MODULE: ./lib/report/visible-text.js
var visible_text = __webpack_require__(5810);
;// CONCATENATED MODULE: ./lib/report/html/escape-html.js

const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};
/**
 * The text as HTML, for the inside of an element or of a quoted attribute. What can't be seen or
 * turns the reading direction is written out.
 */
function escapeHtml(text) {
    return escapeSigns((0,visible_text/* visibleText */.Q)(text));
}
/** Likewise, with its line feeds as they are: for the inside of a `pre`. */
function escapeHtmlLines(text) {
    return text
        .split('\n')
        .map((line) => escapeHtml(line))
        .join('\n');
}
function escapeSigns(text) {
    return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
// A `<` could end the script or open a comment in it, and U+2028 ends a line of old scripts.
const UNSAFE_IN_SCRIPT = /[<>&\u2028\u2029]/g;
/**
 * A value as a data block of the page. No text in it can end the block, whatever it says; it
 * reads back the same with `JSON.parse`.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
function jsonBlock(kind, value) {
    const json = JSON.stringify(value).replace(UNSAFE_IN_SCRIPT, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return `<script type="application/json" data-block="${kind}">${json}</script>\n`;
}

// EXTERNAL MODULE: ./lib/report/findings.js
var findings = __webpack_require__(7470);
;// CONCATENATED MODULE: ./lib/report/html/finding-section.js


const LEVEL_WORDS = {
    error: 'Error',
    warning: 'Warning',
    notice: 'Note'
};
/** What a person should look at, the gravest first; empty for a run without a hitch. */
function findingSection(report) {
    const items = (0,findings/* findings */.P)(report).map((finding) => findingItem(finding));
    if (items.length === 0)
        return '';
    return `<section aria-labelledby="attention">
<h2 id="attention">What needs a person</h2>
<ul class="findings">
${items.join('')}</ul>
</section>
`;
}
function findingItem({ level, code, title, lines }) {
    const list = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
    return (`<li class="finding ${level}" data-code="${code}"><p><b class="level">${LEVEL_WORDS[level]}</b> ` +
        `${escapeHtml(title)}</p>${list === '' ? '' : `<ul>${list}</ul>`}</li>\n`);
}

;// CONCATENATED MODULE: ./lib/report/html/interactive-sections.js
/**
 * The places that the page's script fills: charts, the table of all decisions, details. The
 * script unhides them, so that a page without scripts shows nothing empty.
 */
const INTERACTIVE_SECTIONS = `<noscript><p class="quiet">The charts and the table of all decisions need JavaScript; report.csv has the same rows.</p></noscript>
<div id="interactive" hidden>
<section aria-labelledby="timeline-title">
<h2 id="timeline-title">Timeline</h2>
<p class="quiet">Versions by the day that they were created (UTC). <span class="screen">Drag over the chart to narrow the table below to a time; choose a reason to narrow it to that.</span></p>
<ul id="legend" class="legend"></ul>
<div id="timeline" class="chart"></div>
<ul id="lanes" class="lanes" aria-label="Why, and when"></ul>
</section>
<section aria-labelledby="bytes-title" id="bytes-section">
<h2 id="bytes-title">Bytes by image</h2>
<p class="quiet" id="bytes-note"></p>
<ol id="bytes" class="bytes"></ol>
</section>
<section aria-labelledby="decisions-title" id="decisions">
<h2 id="decisions-title">All decisions</h2>
<form id="filters" class="filters screen" role="search" aria-label="Decisions">
<label class="wide">Search tags, names, reasons <input id="filter-text" type="search" autocomplete="off" spellcheck="false"></label>
<label>Decision <select id="filter-decision"></select></label>
<label>Outcome <select id="filter-outcome"></select></label>
<label>Package <select id="filter-package"></select></label>
<label>Rule <select id="filter-rule"></select></label>
<label>Why <select id="filter-why"></select></label>
<label>Kind <select id="filter-kind"></select></label>
<label>Created from <input id="filter-from" type="date"></label>
<label>to <input id="filter-until" type="date"></label>
<label class="check"><input id="filter-roots" type="checkbox"> images only, without their parts</label>
<button type="reset">Clear</button>
</form>
<p id="result-count" class="quiet" role="status"></p>
<div id="table" class="screen"></div>
<table id="print-rows" class="print-rows"></table>
<p id="print-note" class="print-note"></p>
</section>
</div>
<aside id="details" class="details" aria-labelledby="details-title" hidden></aside>
`;

// EXTERNAL MODULE: ./lib/report/package-columns.js
var package_columns = __webpack_require__(7280);
// EXTERNAL MODULE: ./lib/report/wording.js
var wording = __webpack_require__(7142);
;// CONCATENATED MODULE: ./lib/report/html/package-section.js




const SHOWN_PACKAGES = 500;
/** The table of packages, in the order given; the rest of very many is in report.csv. */
function packageSection(report, packages) {
    const columns = (0,package_columns/* packageColumns */.y)(report);
    const heads = columns.map(({ title }) => `<th scope="col" class="number">${escapeHtml(title)}</th>`);
    const rows = packages.slice(0, SHOWN_PACKAGES).map((entry) => packageRow(entry, columns));
    return `<section aria-labelledby="packages">
<h2 id="packages">Packages</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="packages">
<table class="packages">
<thead><tr><th scope="col">package</th>${heads.join('')}</tr></thead>
<tbody>
${rows.join('')}</tbody>
${totalRow(report, columns)}</table>
</div>
${leftNote(packages.length - rows.length)}</section>
`;
}
function packageRow(entry, columns) {
    const note = (0,package_order/* packageNote */.$)(entry);
    const name = `<span class="name">${escapeHtml(`${entry.owner}/${entry.name}`)}</span> ` +
        `<span class="quiet">${escapeHtml(entry.type)}</span>` +
        (note === '' ? '' : ` <span class="note">${escapeHtml(note)}</span>`);
    return `<tr><th scope="row">${name}</th>${cells(entry.totals, columns)}</tr>\n`;
}
function totalRow({ packages, totals }, columns) {
    if (packages.length < 2)
        return '';
    return `<tfoot><tr><th scope="row">all</th>${cells(totals, columns)}</tr></tfoot>\n`;
}
function cells(totals, columns) {
    return columns.map(({ cell }) => `<td class="number">${escapeHtml(cell(totals))}</td>`).join('');
}
function leftNote(left) {
    return left > 0
        ? `<p class="quiet">${escapeHtml((0,wording/* plural */.LS)(left, 'more package'))} in report.csv.</p>\n`
        : '';
}

// EXTERNAL MODULE: ./lib/report/reason-titles.js
var reason_titles = __webpack_require__(8142);
;// CONCATENATED MODULE: ./lib/report/html/row-chunks.js

/** How many rows a chunk has at most: what a browser parses at one go without a hitch. */
const CHUNK_ROWS = 5000;
/** The versions of the packages, in their order, as chunks of columns. */
function* rowChunks(packages) {
    const words = new Map();
    for (const { versions } of packages) {
        const roots = rootOffsets(versions);
        for (let start = 0; start < versions.length; start += CHUNK_ROWS) {
            const end = start + CHUNK_ROWS;
            yield chunk(versions.slice(start, end), roots.slice(start, end), words);
        }
    }
}
// Few rows name a root, and a root that is not listed is none.
function rootOffsets(versions) {
    const places = new Map(versions.map(({ id }, place) => [id, place]));
    return versions.map(({ root }, place) => root === null ? 0 : (places.get(root) ?? place) - place);
}
function chunk(rows, roots, words) {
    const known = words.size;
    const column = (text) => rows.map((row) => wordIndex(text(row), words));
    const columns = {
        ids: rows.map(({ id }) => id),
        names: rows.map(({ name }) => name),
        tags: rows.map(({ tags }) => tags),
        created: rows.map(({ createdAt }) => epoch(createdAt)),
        updated: rows.map(({ updatedAt }) => epoch(updatedAt)),
        roots,
        sizes: rows.map(({ sizeBytes }) => sizeBytes),
        kinds: column(({ kind }) => kind),
        decisions: column(({ decision }) => decision),
        outcomes: column(({ outcome }) => outcome),
        rules: column(({ rule }) => rule),
        reasons: column(({ reason }) => reason),
        whys: column(({ reasonCode }) => (reasonCode === null ? null : (0,reason_titles/* reasonTitle */.tc)(reasonCode))),
        errors: column(({ error }) => error),
        changes: rows.flatMap((row, place) => hasChanges(row) ? [[place, changesOf(row)]] : [])
    };
    return { words: [...words.keys()].slice(known), ...columns };
}
function wordIndex(text, words) {
    if (text === null)
        return -1;
    const known = words.get(text);
    if (known !== undefined)
        return known;
    words.set(text, words.size);
    return words.size - 1;
}
function epoch(date) {
    const ms = Date.parse(date ?? '');
    return Number.isNaN(ms) ? null : ms;
}
function hasChanges({ untag, untagged, retagged }) {
    return untag.length + untagged.length + retagged.length > 0;
}
function changesOf({ untag, untagged, retagged }) {
    return { untag, untagged, retagged };
}

// EXTERNAL MODULE: ./lib/model/time.js
var time = __webpack_require__(588);
;// CONCATENATED MODULE: ./lib/report/html/undo-section.js



/** How to undo a live run, or how to carry out the plan of a dry one; empty where neither helps. */
function undoSection(report, now, undo) {
    if (report.dryRun)
        return report.mode === 'cleanup' ? nextSection() : '';
    const changed = report.totals.deleted + report.totals.untagged > 0;
    if (!changed || undo === undefined)
        return '';
    const days = Math.max(0, Math.floor((undo.until - now) / time/* DAY_MS */.sO));
    return `<section aria-labelledby="undo">
<h2 id="undo">Undo this run</h2>
<p>Possible for ${escapeHtml((0,wording/* plural */.LS)(days, 'more day'))}. On a terminal:</p>
<pre tabindex="0"><code>${escapeHtmlLines(undo.command)}</code></pre>
<p>In a workflow:</p>
<pre tabindex="0"><code>${escapeHtmlLines(undo.workflowStep)}</code></pre>
</section>
`;
}
function nextSection() {
    return `<section aria-labelledby="next">
<h2 id="next">Carry it out</h2>
<p>To carry out exactly this plan, give its <code>report.json</code> as <code>plan</code> to a run with <code>mode: apply</code>. What a run deletes can be brought back for 30 days.</p>
</section>
`;
}

;// CONCATENATED MODULE: ./lib/report/html/verdict-section.js



/** What happened in one line, the numbers behind it, and when it was. */
function verdictSection(report) {
    return `<header class="verdict">
<p class="eyebrow">${report.dryRun ? 'Dry run, nothing was changed' : 'Live run'}</p>
<h1>${escapeHtml((0,headline/* headline */.Pl)(report))}</h1>
<p class="lead">${escapeHtml((0,headline/* summarySentence */.qv)(report))}</p>
${proportionBar(report)}
<dl class="numbers">${numbers(report)}</dl>
<p class="when">${whenText(report)}</p>
</header>
`;
}
function numbers(report) {
    return (0,package_columns/* packageColumns */.y)(report)
        .map(({ title, cell }) => `<div><dt>${escapeHtml(title)}</dt><dd>${escapeHtml(cell(report.totals))}</dd></div>`)
        .join('');
}
// The numbers beside it say the same, so readers of text lose nothing.
function proportionBar({ totals, dryRun }) {
    if (totals.versions === 0)
        return '';
    let start = 0;
    const bars = shares(totals, dryRun).map(([fate, count]) => {
        const width = (count / totals.versions) * 100;
        const bar = `<rect class="fate-${fate}" x="${percent(start)}" width="${percent(width)}" height="100%"/>`;
        start += width;
        return bar;
    });
    return `<svg class="proportion" aria-hidden="true" focusable="false" width="100%" height="14">${bars.join('')}</svg>\n`;
}
function shares(totals, dryRun) {
    const gone = dryRun ? totals.selected : totals.deleted + totals.gone;
    const back = dryRun ? totals.toRestore : totals.restored;
    const untagged = dryRun ? totals.toUntag : totals.untagged;
    const kept = Math.max(0, totals.kept - untagged);
    const all = [
        ['keep', kept],
        ['untag', untagged],
        ['back', back],
        ['left', Math.max(0, totals.versions - kept - untagged - back - gone)],
        ['go', gone]
    ];
    return all.filter(([, count]) => count > 0);
}
function percent(share) {
    return `${Number(share.toFixed(3))}%`;
}
function whenText({ startedAt, finishedAt, tool, policyDigest }) {
    const parts = [
        `started ${timeElement(startedAt)}`,
        ...(finishedAt === null ? ['not finished'] : [`finished ${timeElement(finishedAt)}`]),
        escapeHtml(`${tool.name} ${tool.version}`),
        ...(policyDigest === null
            ? []
            : [`policy <code>${escapeHtml(policyDigest.slice(0, 19))}</code>`])
    ];
    return parts.join(' · ');
}
function timeElement(date) {
    return `<time datetime="${escapeHtml(date)}">${escapeHtml(minuteText(Date.parse(date)))}</time>`;
}
/** `2026-01-31 02:00 UTC`; empty where there is no such time. */
function minuteText(ms) {
    if (Number.isNaN(ms))
        return '';
    return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

;// CONCATENATED MODULE: ./lib/report/html/html-report.js











// Nothing is fetched, and nothing runs but the one script of the tool. Trusted Types make the
// browser refuse every way of turning text into HTML.
const CONTENT_SECURITY_POLICY = [
    "default-src 'none'",
    `script-src '${SCRIPT_HASH}'`,
    `style-src '${STYLE_HASH}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
].join('; ');
/**
 * The whole run as one self-contained page: the verdict, what needs a person, the packages, how
 * to undo it, a timeline, bytes by image, and every decision in a table that can be searched.
 * It asks nothing of the network. Without scripts its first half can still be read.
 *
 * @see https://www.w3.org/TR/CSP3/#meta-element
 */
function htmlReport(report, options) {
    const packages = (0,package_order/* byImportance */.G)(report.packages);
    return [
        pageStart(report),
        '<main>\n',
        verdictSection(report),
        findingSection(report),
        undoSection(report, options.now, options.undo),
        packageSection(report, packages),
        INTERACTIVE_SECTIONS,
        '</main>\n',
        ...dataBlocks(report, packages, options.now),
        `<script type="module">${CLIENT_SCRIPT}</script>\n</body>\n</html>\n`
    ].join('');
}
function pageStart(report) {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml((0,headline/* headline */.Pl)(report))}</title>
<link rel="icon" href="data:,">
<style>${CLIENT_STYLE}</style>
</head>
<body>
`;
}
function dataBlocks(report, packages, now) {
    const listed = packages.filter(({ versions }) => versions.length > 0);
    const head = {
        dryRun: report.dryRun,
        now,
        packages: listed.map((entry) => ({
            title: (0,labels/* packageTitle */.by)(entry),
            rowCount: entry.versions.length
        })),
        rowCount: listed.reduce((sum, { versions }) => sum + versions.length, 0)
    };
    return [
        jsonBlock('head', head),
        ...Array.from(rowChunks(listed), (chunk) => jsonBlock('rows', chunk))
    ];
}


/***/ }),

/***/ 4203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ applyJournal)
});

// EXTERNAL MODULE: ./lib/plan/outcome.js
var outcome = __webpack_require__(8095);
// EXTERNAL MODULE: ./lib/report/json-reader.js
var json_reader = __webpack_require__(4784);
;// CONCATENATED MODULE: ./lib/report/read-journal-line.js


/** Reads one line of the journal; `null` where it is empty, torn, or of a kind that is not known. */
function readJournalLine(line) {
    if (line.trim() === '')
        return null;
    const at = { path: '$', errors: [] };
    const value = parseJson(line);
    const entry = (0,json_reader/* isObject */.Gv)(value) ? readEntry(value, at) : null;
    return at.errors.length === 0 ? entry : null;
}
function parseJson(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return null;
    }
}
function readEntry(value, at) {
    switch (value['kind']) {
        case 'run':
            return { kind: 'run', startedAt: (0,json_reader/* readText */.yR)(value['startedAt'], at) };
        case 'version':
            return {
                kind: 'version',
                package: readPackage(value['package'], at),
                outcome: readOutcome(value['outcome'], at)
            };
        case 'package':
            return {
                kind: 'package',
                package: readPackage(value['package'], at),
                outcome: readStep(value['outcome'], at)
            };
        default:
            return null;
    }
}
function readPackage(value, at) {
    const fields = (0,json_reader/* readObject */.Ag)(value, at);
    return {
        owner: (0,json_reader/* readText */.yR)(fields['owner'], at),
        type: (0,json_reader/* readText */.yR)(fields['type'], at),
        name: (0,json_reader/* readText */.yR)(fields['name'], at)
    };
}
function readStep(value, at) {
    const fields = (0,json_reader/* readObject */.Ag)(value, at);
    return {
        outcome: (0,json_reader/* readOneOf */.Qk)(fields['outcome'], at, outcome/* OUTCOMES */.i),
        error: (0,json_reader/* readOrNull */.di)(fields['error'] ?? null, at, json_reader/* readText */.yR)
    };
}
function readOutcome(value, at) {
    const fields = (0,json_reader/* readObject */.Ag)(value, at);
    return {
        id: (0,json_reader/* readWhole */.oD)(fields['id'], at),
        ...readStep(value, at),
        untagged: (0,json_reader/* readList */.LD)(fields['untagged'] ?? [], at, json_reader/* readText */.yR),
        retagged: (0,json_reader/* readList */.LD)(fields['retagged'] ?? [], at, json_reader/* readText */.yR)
    };
}

// EXTERNAL MODULE: ./lib/report/row-outcome.js
var row_outcome = __webpack_require__(5435);
// EXTERNAL MODULE: ./lib/report/totals.js
var totals = __webpack_require__(5251);
;// CONCATENATED MODULE: ./lib/report/journal.js



/**
 * The report with everything that the journal beside it knows, counted anew; `complete` stays
 * as it is. Lines that are torn, of an unknown kind, of another run or about a version that the
 * report does not have are passed over. Applying it twice changes nothing.
 */
function applyJournal(report, lines) {
    const steps = new Map();
    let isThisRun = true;
    for (const line of lines.split('\n')) {
        const entry = readJournalLine(line);
        if (entry?.kind === 'run')
            isThisRun = entry.startedAt === report.startedAt;
        else if (entry !== null && isThisRun)
            noteStep(steps, entry);
    }
    const packages = report.packages.map((entry) => withSteps(entry, steps.get(packageKey(entry))));
    return (0,totals/* recount */.d3)(report, packages);
}
function noteStep(steps, entry) {
    const key = packageKey(entry.package);
    const known = steps.get(key) ?? { versions: [], whole: null };
    steps.set(key, known);
    if (entry.kind === 'package')
        known.whole = entry.outcome;
    else
        known.versions.push(entry.outcome);
}
function withSteps(entry, steps) {
    if (steps === undefined)
        return entry;
    const rows = (0,row_outcome/* withOutcomes */.I)(entry.versions, steps.versions);
    return {
        ...entry,
        packageOutcome: steps.whole?.outcome ?? entry.packageOutcome,
        versions: (0,row_outcome/* withPackageOutcome */.R)(rows, entry.packageDecision, steps.whole)
    };
}
// Letter case does not matter to GitHub in owners' names.
function packageKey({ owner, type, name }) {
    return JSON.stringify([owner.toLowerCase(), type, name]);
}


/***/ }),

/***/ 4784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   LD: () => (/* binding */ readList),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   Qk: () => (/* binding */ readOneOf),
/* harmony export */   Vf: () => (/* binding */ readBoolean),
/* harmony export */   cc: () => (/* binding */ complain),
/* harmony export */   di: () => (/* binding */ readOrNull),
/* harmony export */   h2: () => (/* binding */ readDate),
/* harmony export */   oD: () => (/* binding */ readWhole),
/* harmony export */   wh: () => (/* binding */ readId),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7142);

const MAX_ERRORS = 20;
/** Whether it is an object and no list. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The place of a member of an object. */
function member(at, key) {
    return { path: `${at.path}.${key}`, errors: at.errors };
}
/** Notes what was expected and what was found. After 20 faults the rest is only hinted at. */
function complain(at, expected, value) {
    if (at.errors.length > MAX_ERRORS)
        return;
    at.errors.push(at.errors.length === MAX_ERRORS
        ? 'and more of the kind'
        : `${at.path}: expected ${expected}, found ${found(value)}`);
}
function found(value) {
    if (value === undefined)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (isObject(value))
        return 'an object';
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(JSON.stringify(value), 80);
}
// Each reader notes a fault and gives something of the right type, which nobody sees then.
function readObject(value, at) {
    if (isObject(value))
        return value;
    complain(at, 'an object', value);
    return {};
}
function readText(value, at) {
    if (typeof value === 'string')
        return value;
    complain(at, 'text in quotes', value);
    return '';
}
/** A name in a URL: text that is neither empty nor a step to another folder. */
function readName(value, at) {
    if (typeof value === 'string' && !['', '.', '..'].includes(value))
        return value;
    complain(at, 'a name', value);
    return '';
}
function readBoolean(value, at) {
    if (typeof value === 'boolean')
        return value;
    complain(at, 'true or false', value);
    return false;
}
/** A whole number from 0. */
function readWhole(value, at) {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0)
        return value;
    complain(at, 'a whole number from 0', value);
    return 0;
}
/** An id of GitHub's: a whole number from 1. */
function readId(value, at) {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0)
        return value;
    complain(at, 'an id, which is a whole number from 1', value);
    return 1;
}
const ISO_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
/** A date in UTC, given back with milliseconds. */
function readDate(value, at) {
    const time = typeof value === 'string' && ISO_DATE.test(value) ? Date.parse(value) : NaN;
    if (!Number.isNaN(time))
        return new Date(time).toISOString();
    complain(at, 'a date such as "2026-01-31T02:00:00.000Z"', value);
    return '';
}
function readOneOf(value, at, allowed) {
    const known = allowed.find((one) => one === value);
    if (known === undefined)
        complain(at, `one of ${allowed.join(', ')}`, value);
    return known ?? allowed[0];
}
function readList(value, at, read) {
    if (Array.isArray(value)) {
        return value.map((item, index) => read(item, { path: `${at.path}[${index}]`, errors: at.errors }));
    }
    complain(at, 'a list', value);
    return [];
}
function readOrNull(value, at, read) {
    return value === null ? null : read(value, at);
}


/***/ }),

/***/ 7419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ shortName),
/* harmony export */   by: () => (/* binding */ packageTitle),
/* harmony export */   dp: () => (/* binding */ versionLabel)
/* harmony export */ });
/* harmony import */ var _model_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4505);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7142);


const SHORT_DIGEST = 'sha256:'.length + 12;
const SHOWN_TAGS = 2;
/** A digest cut to 12 hex digits, any other name whole. */
function shortName(name) {
    return (0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isSha256Digest */ .q9)(name) ? name.slice(0, SHORT_DIGEST) : name;
}
/** How lists name a version: its first user tags, else its shortened digest or its name. */
function versionLabel({ name, tags }) {
    const userTags = (tags ?? []).filter((tag) => (0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserTag */ .Kx)(tag));
    if (userTags.length === 0)
        return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(shortName(name), 128);
    const left = userTags.length - SHOWN_TAGS;
    const shown = userTags.slice(0, SHOWN_TAGS).join(', ');
    return (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(left > 0 ? `${shown} +${left}` : shown, 128);
}
/** `owner/name (type)`. */
function packageTitle({ owner, name, type }) {
    return `${owner}/${name} (${type})`;
}


/***/ }),

/***/ 4302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ totalsLines),
/* harmony export */   MB: () => (/* binding */ packageHeaderLine),
/* harmony export */   Wp: () => (/* binding */ decisionLines),
/* harmony export */   cf: () => (/* binding */ packageResultLine)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1925);
/* harmony import */ var _counts_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4718);
/* harmony import */ var _decision_groups_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7967);
/* harmony import */ var _escape_log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2564);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5916);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7419);
/* harmony import */ var _freed_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5634);
/* harmony import */ var _package_columns_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7280);
/* harmony import */ var _package_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6343);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7142);










const SHOWN_GROUPS = 25;
const SHOWN_LABELS = 3;
const SHOWN_PACKAGES = 1000;
/** The title of a package's group in the log: which one, and what is decided. */
function packageHeaderLine(entry, dryRun) {
    const note = (0,_package_order_js__WEBPACK_IMPORTED_MODULE_4__/* .packageNote */ .$)(entry);
    const counts = [(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(entry.totals.versions, 'version'), ...(0,_counts_text_js__WEBPACK_IMPORTED_MODULE_6__/* .countsText */ .W)(entry.totals, dryRun)];
    return (0,_escape_log_js__WEBPACK_IMPORTED_MODULE_7__/* .logLine */ .B)(`${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .packageTitle */ .by)(entry)}: ${counts.join(', ')}${note === '' ? '' : ` (${note})`}`);
}
/** What is decided in a package and why: one line for each rule and reason, with examples. */
function decisionLines(entry) {
    const problems = [entry.error, entry.leftAlone, entry.frozen, ...entry.warnings];
    const groups = (0,_decision_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .decisionGroups */ .v)(entry.versions);
    const left = groups.length - SHOWN_GROUPS;
    return [
        ...problems.filter((text) => text !== null),
        ...groups.slice(0, SHOWN_GROUPS).map((group) => groupLine(group)),
        ...(left > 0 ? [`… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(left, 'more group')}, all in report.csv`] : [])
    ].map((text) => (0,_escape_log_js__WEBPACK_IMPORTED_MODULE_7__/* .logLine */ .B)(`  ${text}`));
}
function groupLine(group) {
    const rule = group.rule === null ? '' : `${group.rule}: `;
    const labels = group.examples.map((row) => (0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .versionLabel */ .dp)(row)).slice(0, SHOWN_LABELS);
    const left = group.count - labels.length;
    const names = (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .enumerate */ .HL)([...labels, ...(left > 0 ? [`${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(left)} more`] : [])]);
    const reason = (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .clip */ .$Q)(group.examples[0]?.reason ?? '', 300);
    const example = reason === (0,_decision_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .groupTitle */ .S)(group) || reason === '' ? '' : ` [${reason}]`;
    return `${group.decision.padEnd(7)} ${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(group.count).padStart(6)}  ${rule}${(0,_decision_groups_js__WEBPACK_IMPORTED_MODULE_0__/* .groupTitle */ .S)(group)}: ${names}${example}`;
}
/** What became of a package in a live run; of a dry run what would be freed. */
function packageResultLine(entry, dryRun) {
    const { totals } = entry;
    const outcomes = (0,_counts_text_js__WEBPACK_IMPORTED_MODULE_6__/* .outcomesText */ .x)(totals);
    const done = outcomes.length === 0 ? 'nothing was changed' : outcomes.join(', ');
    return (0,_escape_log_js__WEBPACK_IMPORTED_MODULE_7__/* .logLine */ .B)(`${(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .packageTitle */ .by)(entry)}: ${done}${(0,_freed_text_js__WEBPACK_IMPORTED_MODULE_9__/* .freedText */ .K)(totals, dryRun)}`);
}
/** The end of the log: a table of the packages with the totals below, then what happened. */
function totalsLines(report) {
    const columns = (0,_package_columns_js__WEBPACK_IMPORTED_MODULE_3__/* .packageColumns */ .y)(report);
    const numbers = (totals) => columns.map(({ cell }) => cell(totals));
    const shown = report.packages.slice(0, SHOWN_PACKAGES);
    const left = report.packages.length - shown.length;
    const rows = [
        ['package', ...columns.map(({ title }) => title)],
        ...shown.map((entry) => [(0,_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .packageTitle */ .by)(entry), ...numbers(entry.totals)]),
        ...(report.packages.length > 1 ? [['all', ...numbers(report.totals)]] : [])
    ];
    return [
        ...aligned(rows.map((row) => row.map((cell) => (0,_escape_log_js__WEBPACK_IMPORTED_MODULE_7__/* .logLine */ .B)(cell)))),
        ...(left > 0 ? [`… and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(left, 'more package')}, counted in all`] : []),
        (0,_escape_log_js__WEBPACK_IMPORTED_MODULE_7__/* .logLine */ .B)((0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .headline */ .Pl)(report)),
        (0,_escape_log_js__WEBPACK_IMPORTED_MODULE_7__/* .logLine */ .B)((0,_headline_js__WEBPACK_IMPORTED_MODULE_1__/* .summarySentence */ .qv)(report))
    ];
}
function aligned(rows) {
    const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
    return rows.map((row) => row
        .map((cell, index) => index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))
        .join('  '));
}


/***/ }),

/***/ 7280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ packageColumns)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1925);
/* harmony import */ var _freed_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5634);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5916);



/** The columns that this run's table of packages has, the package itself left out. */
function packageColumns(report) {
    return allColumns(report).filter(({ isBasic, count }) => isBasic || count(report.totals) > 0);
}
function allColumns({ mode, dryRun }) {
    const outcomes = [
        column('retained', ({ retained }) => retained),
        column('blocked', ({ blocked }) => blocked),
        column('gone', ({ gone }) => gone),
        column('skipped', ({ skipped }) => skipped),
        column('failed', ({ failed }) => failed),
        column('remaining', ({ remaining }) => remaining)
    ];
    const versions = column('versions', (totals) => totals.versions, true);
    return (0,_headline_js__WEBPACK_IMPORTED_MODULE_0__/* .bringsBack */ .Z5)(mode)
        ? [versions, ...restoreColumns(dryRun), ...outcomes]
        : [versions, ...cleanupColumns(dryRun), ...outcomes, bytesColumn(dryRun)];
}
function restoreColumns(dryRun) {
    return dryRun
        ? [column('would be restored', ({ toRestore }) => toRestore, true)]
        : [
            column('to restore', ({ toRestore }) => toRestore, true),
            column('restored', ({ restored }) => restored, true)
        ];
}
function cleanupColumns(dryRun) {
    const kept = column('kept', (totals) => totals.kept, true);
    return dryRun
        ? [
            kept,
            column('would be deleted', ({ selected }) => selected, true),
            column('would be untagged', ({ toUntag }) => toUntag)
        ]
        : [
            kept,
            column('selected', ({ selected }) => selected, true),
            column('deleted', ({ deleted }) => deleted, true),
            column('untagged', ({ untagged }) => untagged)
        ];
}
function bytesColumn(dryRun) {
    const title = dryRun ? 'would be freed' : 'freed';
    return {
        title,
        isBasic: true,
        count: ({ reclaimedBytes }) => reclaimedBytes,
        cell: (totals) => (0,_freed_text_js__WEBPACK_IMPORTED_MODULE_1__/* .freedCell */ .d)(totals, dryRun)
    };
}
function column(title, count, isBasic = false) {
    return { title, isBasic, count, cell: (totals) => (0,_bytes_js__WEBPACK_IMPORTED_MODULE_2__/* .formatCount */ .B4)(count(totals)) };
}


/***/ }),

/***/ 6343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ packageNote),
/* harmony export */   G: () => (/* binding */ byImportance)
/* harmony export */ });
/** The packages of a report, those first that a person should look at; else as they were. */
function byImportance(packages) {
    return packages.toSorted((a, b) => weight(b) - weight(a) || changes(b) - changes(a));
}
function weight({ error, lastVersionFailure, frozen, totals }) {
    if (error !== null || lastVersionFailure !== null)
        return 3;
    if (totals.failed > 0)
        return 2;
    return frozen === null ? 0 : 1;
}
function changes({ totals }) {
    return totals.selected + totals.toUntag + totals.toRestore;
}
/** What is particular about a package, in two or three words; empty for most. */
function packageNote(entry) {
    if (entry.error !== null)
        return 'not processed';
    if (entry.lastVersionFailure !== null)
        return 'stopped by last-version';
    if (entry.leftAlone !== null)
        return 'left alone';
    if (entry.frozen !== null)
        return 'frozen';
    return entry.packageDecision === 'delete' ? 'goes as a whole' : '';
}


/***/ }),

/***/ 132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ plannedChanges),
/* harmony export */   U: () => (/* binding */ addedText)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7142);

/** What these rows, as they were planned, change in their package. */
function plannedChanges(rows, packageDecision) {
    return {
        package: packageDecision,
        delete: rows.filter(({ decision }) => decision === 'delete').map(({ id }) => id),
        untag: rows
            .filter(({ decision }) => decision === 'untag')
            .map(({ id, untag }) => ({ id, tags: untag }))
    };
}
/**
 * In a sentence that rows were added to a package of a plan: of one that does not list what it
 * changes, its own counts tell. `null` where it does, where it has no counts, and where they are
 * not gone beyond.
 */
function addedText({ stated, versions }) {
    const isBeyond = (count, decision) => versions.filter((row) => row.decision === decision).length > count;
    const { selected = null, toUntag = null } = stated ?? {};
    if (selected !== null && isBeyond(selected, 'delete'))
        return beyondText('delete', selected);
    if (toUntag !== null && isBeyond(toUntag, 'untag'))
        return beyondText('untag', toUntag);
    return null;
}
function beyondText(decision, count) {
    const key = decision === 'delete' ? 'selected' : 'toUntag';
    return (`the plan has more entries to ${decision} than the ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(count, 'version')} of its ` +
        `totals.${key}: by hand changes can only be taken out of a plan`);
}


/***/ }),

/***/ 5165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ readReport)
});

// UNUSED EXPORTS: MAX_REPORT_LENGTH

// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/plan/outcome.js
var outcome = __webpack_require__(8095);
// EXTERNAL MODULE: ./lib/report/json-reader.js
var json_reader = __webpack_require__(4784);
;// CONCATENATED MODULE: ./lib/report/read-planned.js

/** Reads what the plan of a package changes; where it does not say, the counts that it states. */
function readPlanned(fields, at) {
    const planned = fields['planned'] ?? null;
    if (planned !== null)
        return { planned: readChanges(planned, (0,json_reader/* member */.Dc)(at, 'planned')) };
    const totals = fields['totals'] ?? null;
    return totals === null ? {} : { stated: readStated(totals, (0,json_reader/* member */.Dc)(at, 'totals')) };
}
function readChanges(value, at) {
    const fields = (0,json_reader/* readObject */.Ag)(value, at);
    const place = (key) => (0,json_reader/* member */.Dc)(at, key);
    return {
        package: (0,json_reader/* readOrNull */.di)(fields['package'] ?? null, place('package'), (v, p) => (0,json_reader/* readOneOf */.Qk)(v, p, ['delete'])),
        delete: (0,json_reader/* readList */.LD)(fields['delete'], place('delete'), json_reader/* readId */.wh),
        untag: (0,json_reader/* readList */.LD)(fields['untag'], place('untag'), readUntag)
    };
}
function readUntag(value, at) {
    const { id, tags } = (0,json_reader/* readObject */.Ag)(value, at);
    return {
        id: (0,json_reader/* readId */.wh)(id, (0,json_reader/* member */.Dc)(at, 'id')),
        tags: (0,json_reader/* readList */.LD)(tags, (0,json_reader/* member */.Dc)(at, 'tags'), json_reader/* readText */.yR)
    };
}
function readStated(value, at) {
    const { selected = null, toUntag = null } = (0,json_reader/* readObject */.Ag)(value, at);
    return {
        selected: (0,json_reader/* readOrNull */.di)(selected, (0,json_reader/* member */.Dc)(at, 'selected'), json_reader/* readWhole */.oD),
        toUntag: (0,json_reader/* readOrNull */.di)(toUntag, (0,json_reader/* member */.Dc)(at, 'toUntag'), json_reader/* readWhole */.oD)
    };
}

// EXTERNAL MODULE: ./lib/report/reason-titles.js
var reason_titles = __webpack_require__(8142);
;// CONCATENATED MODULE: ./lib/report/read-version-row.js



const DECISIONS = ['keep', 'delete', 'untag', 'restore'];
const KINDS = [
    'image',
    'index',
    'attestation',
    'signature',
    'sbom',
    'referrers',
    'artifact',
    'unknown',
    'version'
];
/** Reads one row of a report, noting what is wrong with it. */
function readVersionRow(value, at) {
    const fields = (0,json_reader/* readObject */.Ag)(value, at);
    const place = (key) => (0,json_reader/* member */.Dc)(at, key);
    const texts = (key) => (0,json_reader/* readList */.LD)(fields[key] ?? [], place(key), json_reader/* readText */.yR);
    const reasonCode = (0,json_reader/* readText */.yR)(fields['reasonCode'] ?? '', place('reasonCode'));
    return {
        id: (0,json_reader/* readId */.wh)(fields['id'], place('id')),
        name: (0,json_reader/* readName */.MQ)(fields['name'], place('name')),
        tags: (0,json_reader/* readOrNull */.di)(fields['tags'], place('tags'), (list, p) => (0,json_reader/* readList */.LD)(list, p, json_reader/* readText */.yR)),
        createdAt: (0,json_reader/* readOrNull */.di)(fields['createdAt'], place('createdAt'), json_reader/* readDate */.h2),
        updatedAt: (0,json_reader/* readOrNull */.di)(fields['updatedAt'], place('updatedAt'), json_reader/* readDate */.h2),
        kind: (0,json_reader/* readOneOf */.Qk)(fields['kind'] ?? 'unknown', place('kind'), KINDS),
        root: (0,json_reader/* readOrNull */.di)(fields['root'] ?? null, place('root'), json_reader/* readId */.wh),
        sizeBytes: (0,json_reader/* readOrNull */.di)(fields['sizeBytes'] ?? null, place('sizeBytes'), json_reader/* readWhole */.oD),
        decision: (0,json_reader/* readOneOf */.Qk)(fields['decision'], place('decision'), DECISIONS),
        rule: (0,json_reader/* readOrNull */.di)(fields['rule'] ?? null, place('rule'), json_reader/* readText */.yR),
        reason: (0,json_reader/* readText */.yR)(fields['reason'] ?? '', place('reason')),
        reasonCode: (0,reason_titles/* isReasonCode */.O8)(reasonCode) ? reasonCode : null,
        untag: texts('untag'),
        outcome: (0,json_reader/* readOrNull */.di)(fields['outcome'] ?? null, place('outcome'), (v, p) => (0,json_reader/* readOneOf */.Qk)(v, p, outcome/* OUTCOMES */.i)),
        error: (0,json_reader/* readOrNull */.di)(fields['error'] ?? null, place('error'), json_reader/* readText */.yR),
        untagged: texts('untagged'),
        retagged: texts('retagged')
    };
}

// EXTERNAL MODULE: ./lib/report/report.js
var report_report = __webpack_require__(5650);
// EXTERNAL MODULE: ./lib/report/totals.js
var totals = __webpack_require__(5251);
;// CONCATENATED MODULE: ./lib/report/read-report.js







/** No report of ours comes near; a file beyond it is something else. UTF-16 units. */
const MAX_REPORT_LENGTH = 256 * 1024 * 1024;
/**
 * Reads a report.json, as the tool wrote it or as a person changed it: rows may be missing,
 * decisions turned. All counts are made anew; fields that it does not know are dropped, and
 * fields beyond those of the contract may be missing. Each error begins with `name`, which is
 * how the file is called, and says where, what was expected and what was found.
 */
function readReport(text, name) {
    const errors = [];
    const report = readDocument(text, { path: '$', errors });
    if (report !== null && errors.length === 0)
        return { ok: true, report };
    return { ok: false, errors: errors.map((error) => `${name}: ${error}`) };
}
function readDocument(text, at) {
    if (text.length > MAX_REPORT_LENGTH) {
        at.errors.push('too large for a report');
        return null;
    }
    const value = parseJson(text, at);
    if (!(0,json_reader/* isObject */.Gv)(value)) {
        if (at.errors.length === 0)
            (0,json_reader/* complain */.cc)(at, 'a report, which is an object', value);
        return null;
    }
    if (value['version'] !== 1) {
        (0,json_reader/* complain */.cc)((0,json_reader/* member */.Dc)(at, 'version'), '1, the version of reports that is known', value['version']);
        return null;
    }
    return readFields(value, at);
}
function parseJson(text, at) {
    try {
        return JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch (error) {
        at.errors.push(`not JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
        return undefined;
    }
}
function readFields(value, at) {
    const packages = (0,json_reader/* readList */.LD)(value['packages'], (0,json_reader/* member */.Dc)(at, 'packages'), readPackage);
    checkUnique(packages, at);
    const textOrNull = (key) => (0,json_reader/* readOrNull */.di)(value[key] ?? null, (0,json_reader/* member */.Dc)(at, key), json_reader/* readText */.yR);
    const report = {
        schema: (0,json_reader/* readText */.yR)(value['schema'], (0,json_reader/* member */.Dc)(at, 'schema')),
        version: 1,
        tool: { name: 'package-retention', version: readToolVersion(value['tool'], at) },
        mode: (0,json_reader/* readOneOf */.Qk)(value['mode'], (0,json_reader/* member */.Dc)(at, 'mode'), report_report/* RUN_MODES */.P),
        dryRun: (0,json_reader/* readBoolean */.Vf)(value['dryRun'], (0,json_reader/* member */.Dc)(at, 'dryRun')),
        startedAt: (0,json_reader/* readDate */.h2)(value['startedAt'], (0,json_reader/* member */.Dc)(at, 'startedAt')),
        finishedAt: (0,json_reader/* readOrNull */.di)(value['finishedAt'] ?? null, (0,json_reader/* member */.Dc)(at, 'finishedAt'), json_reader/* readDate */.h2),
        complete: (0,json_reader/* readBoolean */.Vf)(value['complete'], (0,json_reader/* member */.Dc)(at, 'complete')),
        policyDigest: textOrNull('policyDigest'),
        error: textOrNull('error'),
        fuse: textOrNull('fuse'),
        stopped: textOrNull('stopped'),
        warnings: (0,json_reader/* readList */.LD)(value['warnings'] ?? [], (0,json_reader/* member */.Dc)(at, 'warnings'), json_reader/* readText */.yR),
        totals: (0,totals/* runTotals */.zj)([]),
        requests: readRequests(value['requests'] ?? {}, (0,json_reader/* member */.Dc)(at, 'requests')),
        packages
    };
    return (0,totals/* recount */.d3)(report, packages);
}
function readToolVersion(value, at) {
    return (0,json_reader/* isObject */.Gv)(value) ? (0,json_reader/* readText */.yR)(value['version'], (0,json_reader/* member */.Dc)(at, 'tool.version')) : '';
}
function readRequests(value, at) {
    const { api = 0, registry = 0 } = (0,json_reader/* readObject */.Ag)(value, at);
    return {
        api: (0,json_reader/* readWhole */.oD)(api, (0,json_reader/* member */.Dc)(at, 'api')),
        registry: (0,json_reader/* readWhole */.oD)(registry, (0,json_reader/* member */.Dc)(at, 'registry'))
    };
}
function readPackage(value, at) {
    const fields = (0,json_reader/* readObject */.Ag)(value, at);
    const place = (key) => (0,json_reader/* member */.Dc)(at, key);
    const textOrNull = (key) => (0,json_reader/* readOrNull */.di)(fields[key] ?? null, place(key), json_reader/* readText */.yR);
    const versions = (0,json_reader/* readList */.LD)(fields['versions'], place('versions'), readVersionRow);
    return {
        owner: (0,json_reader/* readName */.MQ)(fields['owner'], place('owner')),
        ownerKind: (0,json_reader/* readOneOf */.Qk)(fields['ownerKind'], place('ownerKind'), ['organization', 'user']),
        type: (0,json_reader/* readOneOf */.Qk)(fields['type'], place('type'), model_package/* PACKAGE_TYPES */.Zc),
        name: (0,json_reader/* readName */.MQ)(fields['name'], place('name')),
        repository: textOrNull('repository'),
        error: textOrNull('error'),
        leftAlone: textOrNull('leftAlone'),
        frozen: textOrNull('frozen'),
        packageDecision: (0,json_reader/* readOrNull */.di)(fields['packageDecision'] ?? null, place('packageDecision'), (v, p) => (0,json_reader/* readOneOf */.Qk)(v, p, ['delete'])),
        packageOutcome: (0,json_reader/* readOrNull */.di)(fields['packageOutcome'] ?? null, place('packageOutcome'), (v, p) => (0,json_reader/* readOneOf */.Qk)(v, p, outcome/* OUTCOMES */.i)),
        lastVersionFailure: (0,json_reader/* readOrNull */.di)(fields['lastVersionFailure'] ?? null, place('lastVersionFailure'), (v, p) => (0,json_reader/* readOneOf */.Qk)(v, p, ['tagged', 'helper-tagged', 'any'])),
        reclaimableBytes: (0,json_reader/* readWhole */.oD)(fields['reclaimableBytes'] ?? 0, place('reclaimableBytes')),
        totals: (0,totals/* packageTotals */.Iz)([], 0, true),
        warnings: (0,json_reader/* readList */.LD)(fields['warnings'] ?? [], place('warnings'), json_reader/* readText */.yR),
        ...readPlanned(fields, at),
        versions: versions.toSorted((a, b) => b.id - a.id)
    };
}
function checkUnique(packages, at) {
    const seen = new Set();
    packages.forEach(({ owner, type, name, versions }, index) => {
        const key = JSON.stringify([owner.toLowerCase(), type, name.toLowerCase()]);
        const path = `${at.path}.packages[${index}]`;
        if (seen.has(key))
            (0,json_reader/* complain */.cc)({ ...at, path }, 'each package once', `${owner}/${name}`);
        seen.add(key);
        const twice = versions.find(({ id }, place) => versions[place - 1]?.id === id);
        if (twice)
            (0,json_reader/* complain */.cc)({ ...at, path: `${path}.versions` }, 'each id once', twice.id);
    });
}


/***/ }),

/***/ 6658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ reasonText)
/* harmony export */ });
/* harmony import */ var _age_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9141);
/* harmony import */ var _evidence_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5665);
/* harmony import */ var _freeze_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8567);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7142);




const SHOWN_TAGS = 5;
/** One sentence for a reason. A new code without a line does not compile. */
function reasonText(reason) {
    switch (reason.code) {
        case 'frozen':
            return `the package is frozen: ${(0,_freeze_text_js__WEBPACK_IMPORTED_MODULE_2__/* .freezeText */ .B)(reason.freeze)}`;
        case 'future-dated':
            return `dated ${(0,_age_text_js__WEBPACK_IMPORTED_MODULE_0__/* .ageText */ .X)(reason.aheadMs)} in the future`;
        case 'too-young':
            return `untagged and only ${(0,_age_text_js__WEBPACK_IMPORTED_MODULE_0__/* .ageText */ .X)(reason.ageMs)} old, not older than untagged-grace ${reason.grace}`;
        case 'unknown-manifest':
            return 'the registry does not know its manifest, and no rule asks for such';
        case 'helper-tags-only':
            return 'it has helper tags only, and what they belong to can not be known here';
        case 'not-told':
            return 'the saved list does not tell what needs it';
        case 'kept-by-rule':
            return `${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .becauseText */ .Y)(reason.because, 'kept')}, by ${reason.rule}`;
        case 'within-quota':
            return `${quotaText(reason.quota, reason.rank)}${groupText(reason.group)} by ${reason.rule}`;
        case 'beside-quota':
            return `part of ${reason.root.label}, which ${reason.rule} keeps`;
        case 'unanswered':
            return `kept by ${reason.rule}, whose question could not be answered: ${reason.why}`;
        case 'needed':
            return relationText(reason.as, reason.root);
        case 'in-circle':
            return 'part of a circle of versions that need each other, and no root leads there';
        case 'not-selected':
            return 'no rule selects it';
        case 'partly-selected':
            return partlySelectedText(reason.selected, reason.total, reason.holding);
        case 'last-version':
            return `the newest, kept by last-version: ${lastVersionText(reason.case)}`;
        case 'last-version-fail':
            return `last-version: fail stops this package: ${lastVersionText(reason.case)}`;
        case 'already-there':
            return 'it is there already';
        case 'not-planned':
            return 'the plan does not delete it';
        case 'not-applied':
            return `not carried out: ${reason.why}`;
        case 'selected':
            return (0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .becauseText */ .Y)(reason.because, `selected by ${reason.rule}`);
        case 'follows':
            return `${relationText(reason.as, reason.root)}, which goes`;
        case 'left-over':
            return 'left over from an image that an earlier run deleted before it was cut off';
        case 'replacement':
            return `left behind by a run that was cut off while it took off the tag ${reason.tag}`;
        case 'package-deleted':
            return `the whole package goes by last-version: delete-package, since ${lastVersionText(reason.case)}`;
        case 'planned':
            return `by the plan: ${reason.reason}`;
        case 'tags-selected':
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .enumerate */ .HL)(reason.tags, SHOWN_TAGS)} ${reason.tags.length === 1 ? 'goes' : 'go'}: ${(0,_evidence_text_js__WEBPACK_IMPORTED_MODULE_1__/* .becauseText */ .Y)(reason.because, `selected by ${reason.rule}`)}; the version stays: ${reasonText(reason.stays)}`;
        case 'deleted-by-run':
            return `deleted by the run of ${reason.startedAt}`;
        case 'named-by-id':
            return 'named by its id';
        case 'deleted-tag':
            return `its tag ${reason.tag} matches ${reason.pattern}`;
        case 'deleted-within':
            return `deleted within the last ${reason.limit}`;
        case 'tags-lost':
            return `it is there, but ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .enumerate */ .HL)(reason.tags, SHOWN_TAGS)} ${reason.tags.length === 1 ? 'is' : 'are'} on no version any more`;
        case 'missing-part':
            return `${relationText(reason.as, reason.root)}, where it is missing`;
    }
}
function relationText(as, { label }) {
    switch (as) {
        case 'part':
        case 'attestation':
        case 'signature':
        case 'referrer':
            return `${as} of ${label}`;
        case 'sbom':
            return `SBOM of ${label}`;
        case 'referrers':
            return `list of referrers of ${label}`;
    }
}
function quotaText({ kind, count }, rank) {
    if (kind !== 'newest')
        return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ordinal */ .IE)(rank)} of ${count} ${kind}`;
    return rank === 1 ? `newest of ${count}` : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .ordinal */ .IE)(rank)} newest of ${count}`;
}
function groupText(group) {
    if (group === null)
        return '';
    return group === '' ? ' among those in no group' : ` in ${group}`;
}
function partlySelectedText(selected, total, holding) {
    const verb = selected === 1 ? 'is' : 'are';
    const counts = `only ${selected} of its ${total} tags ${verb} selected`;
    if (holding.length === 0)
        return counts;
    return `${counts}; ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .enumerate */ .HL)(holding, SHOWN_TAGS)} ${holding.length === 1 ? 'holds' : 'hold'} it`;
}
function lastVersionText(which) {
    switch (which) {
        case 'tagged':
            return 'no version with a tag of its own would be left';
        case 'helper-tagged':
            return 'no version with a tag would be left';
        case 'any':
            return 'no version would be left';
    }
}


/***/ }),

/***/ 8142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J1: () => (/* binding */ DELETE_REASON_TITLES),
/* harmony export */   O8: () => (/* binding */ isReasonCode),
/* harmony export */   tc: () => (/* binding */ reasonTitle)
/* harmony export */ });
/* unused harmony exports KEEP_REASON_TITLES, UNTAG_REASON_TITLES, RESTORE_REASON_TITLES */
/** What each code means, in a few words. A new code without a line does not compile. */
const KEEP_REASON_TITLES = {
    frozen: 'the package is frozen',
    'future-dated': 'dated in the future',
    'too-young': 'younger than untagged-grace',
    'unknown-manifest': 'its manifest is unknown to the registry',
    'helper-tags-only': 'helper tags only',
    'not-told': 'the saved list does not tell what needs it',
    'kept-by-rule': 'a keep rule holds',
    'within-quota': 'within a quota',
    'beside-quota': 'part of what a quota keeps',
    unanswered: 'a question could not be answered',
    needed: 'needed by what stays',
    'in-circle': 'part of a circle',
    'not-selected': 'no rule selects it',
    'partly-selected': 'only some of its tags are selected',
    'last-version': 'the last version stays',
    'last-version-fail': 'last-version: fail',
    'already-there': 'it is there already',
    'not-planned': 'the plan does not delete it',
    'not-applied': 'the plan can not be carried out for it'
};
const DELETE_REASON_TITLES = {
    selected: 'a delete rule selects it',
    follows: 'goes with what it belongs to',
    'left-over': 'left over from a run that was cut off',
    replacement: 'a stand-in for a tag that a run was taking off',
    'package-deleted': 'the whole package goes',
    planned: 'the plan says so'
};
const UNTAG_REASON_TITLES = {
    'tags-selected': 'selected tags on a version that stays'
};
const RESTORE_REASON_TITLES = {
    'deleted-by-run': 'deleted by the run to undo',
    'named-by-id': 'named by its id',
    'deleted-tag': 'had a tag that matches',
    'deleted-within': 'deleted recently',
    'tags-lost': 'it lost tags',
    'missing-part': 'missing from what needs it'
};
const TITLES = {
    ...KEEP_REASON_TITLES,
    ...DELETE_REASON_TITLES,
    ...UNTAG_REASON_TITLES,
    ...RESTORE_REASON_TITLES
};
/** A few words for a code, for headings of groups. */
function reasonTitle(code) {
    return TITLES[code];
}
/** Whether `text` is a code of this version of the tool. */
function isReasonCode(text) {
    return Object.hasOwn(TITLES, text);
}


/***/ }),

/***/ 5650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ REPORT_SCHEMA),
/* harmony export */   P: () => (/* binding */ RUN_MODES)
/* harmony export */ });
/** Where the JSON Schema of report.json is published; the value of its `schema`. */
const REPORT_SCHEMA = 'https://raw.githubusercontent.com/package-retention/package-retention/v1/schema/report-v1.json';
const RUN_MODES = ['cleanup', 'apply', 'restore', 'repair'];


/***/ }),

/***/ 5435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ withOutcomes),
/* harmony export */   R: () => (/* binding */ withPackageOutcome)
/* harmony export */ });
/**
 * The rows after these outcomes: of several for one version the last counts, and their tags add
 * up. An outcome of a version that has no row is passed over.
 */
function withOutcomes(rows, outcomes) {
    const changed = new Map(rows.map((row) => [row.id, row]));
    for (const { id, ...step } of outcomes) {
        const row = changed.get(id);
        if (row !== undefined)
            changed.set(id, withOutcome(row, step));
    }
    return [...changed.values()];
}
function withOutcome(row, step) {
    return {
        ...row,
        outcome: step.outcome,
        error: step.error,
        untagged: union(row.untagged, step.untagged),
        retagged: union(row.retagged, step.retagged)
    };
}
function union(before, added) {
    return added.length === 0 ? before : [...new Set([...before, ...added])];
}
/**
 * The rows of a package that was to go as a whole: each that was to be deleted and has no
 * outcome of its own shares that of the package (ruling 69).
 */
function withPackageOutcome(rows, packageDecision, step) {
    if (packageDecision !== 'delete' || step === null)
        return rows;
    return rows.map((row) => row.decision === 'delete' && row.outcome === null
        ? { ...row, outcome: step.outcome, error: step.error }
        : row);
}


/***/ }),

/***/ 5251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ packageTotals),
/* harmony export */   d3: () => (/* binding */ recount),
/* harmony export */   zj: () => (/* binding */ runTotals)
/* harmony export */ });
function noCounts() {
    return {
        versions: 0,
        selected: 0,
        deleted: 0,
        untagged: 0,
        restored: 0,
        kept: 0,
        toUntag: 0,
        toRestore: 0,
        gone: 0,
        retained: 0,
        blocked: 0,
        skipped: 0,
        failed: 0,
        remaining: 0,
        reclaimedBytes: 0
    };
}
/** Counts the versions of one package by ruling 73. */
function packageTotals(rows, reclaimableBytes, dryRun) {
    const counts = noCounts();
    for (const row of rows)
        countRow(counts, row);
    counts.reclaimedBytes = dryRun ? reclaimableBytes : freedBytes(rows, reclaimableBytes);
    return counts;
}
function countRow(counts, { decision, outcome }) {
    counts.versions += 1;
    if (decision === 'delete')
        counts.selected += 1;
    else if (decision === 'restore')
        counts.toRestore += 1;
    else
        counts.kept += 1;
    if (decision === 'untag')
        counts.toUntag += 1;
    if (outcome !== null)
        counts[outcome] += 1;
}
// What was planned and not done may hold every blob of its own: what is left is certain.
function freedBytes(rows, reclaimableBytes) {
    const planned = rows.filter(({ decision }) => decision === 'delete');
    const left = planned.filter(({ outcome }) => outcome !== 'deleted');
    if (left.length === planned.length)
        return 0;
    const held = left.reduce((bytes, { sizeBytes }) => bytes + (sizeBytes ?? 0), 0);
    return Math.max(0, reclaimableBytes - held);
}
/** Adds up the packages of a run. */
function runTotals(packages) {
    const counts = noCounts();
    for (const { totals } of packages) {
        for (const key of TOTAL_KEYS)
            counts[key] += totals[key];
    }
    return { packages: packages.length, ...counts };
}
const TOTAL_KEYS = [
    'versions',
    'selected',
    'deleted',
    'untagged',
    'restored',
    'kept',
    'toUntag',
    'toRestore',
    'gone',
    'retained',
    'blocked',
    'skipped',
    'failed',
    'remaining',
    'reclaimedBytes'
];
/** The report with all its counts made anew from its rows. */
function recount(report, packages) {
    const counted = packages.map((entry) => ({
        ...entry,
        totals: packageTotals(entry.versions, entry.reclaimableBytes, report.dryRun)
    }));
    return { ...report, totals: runTotals(counted), packages: counted };
}


/***/ }),

/***/ 5810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText),
/* harmony export */   R: () => (/* binding */ codePointName)
/* harmony export */ });
// Control and format characters (bidi overrides, zero-width ones), line and paragraph separators
// and lone surrogates; a joiner inside an emoji stays. `<U+` is escaped to keep it unambiguous.
const INVISIBLE = /(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic}))[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|<(?=U\+)/gu;
/**
 * The text on one line, with what can't be seen or turns the reading direction written out:
 * `<U+000A>` for a line feed, `<U+202E>` for a right-to-left override. Different texts stay
 * different.
 */
function visibleText(text) {
    return text.replace(INVISIBLE, codePointName);
}
/** `<U+000A>`: how one character is written out. */
function codePointName(sign) {
    const code = sign.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}


/***/ }),

/***/ 7142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   HL: () => (/* binding */ enumerate),
/* harmony export */   IE: () => (/* binding */ ordinal),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   z4: () => (/* binding */ byText)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1925);

/** `1 version`, `2 versions`, `1,000 versions`. `many` where an `s` is not enough. */
function plural(count, one, many = `${one}s`) {
    return `${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(count)} ${count === 1 ? one : many}`;
}
/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
function ordinal(rank) {
    return `${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(rank)}${ordinalSuffix(rank)}`;
}
function ordinalSuffix(rank) {
    const hundredth = rank % 100;
    if (hundredth >= 11 && hundredth <= 13)
        return 'th';
    return ['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th';
}
/** `a`, `a and b`, `a, b and c`; of more than `limit` the first ones `and 3 more`. */
function enumerate(items, limit = Infinity) {
    const left = items.length - limit;
    const shown = left > 0 ? [...items.slice(0, limit), `${(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(left)} more`] : items;
    if (shown.length < 2)
        return shown.join('');
    return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
/** At most `limit` UTF-16 units, the last one an ellipsis where something was cut. */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** By UTF-16 units, so that the order is the same wherever the tool runs. */
function byText(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : 1;
}


/***/ }),

/***/ 9160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ FactAsker)
});

// EXTERNAL MODULE: ./lib/policy/facts.js
var facts = __webpack_require__(3337);
// EXTERNAL MODULE: ./lib/model/digest.js
var digest = __webpack_require__(4505);
// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/policy/prepared-facts.js + 2 modules
var prepared_facts = __webpack_require__(496);
// EXTERNAL MODULE: ./lib/policy/pull-request-conditions.js
var pull_request_conditions = __webpack_require__(2818);
// EXTERNAL MODULE: ./lib/policy/questions.js
var policy_questions = __webpack_require__(527);
// EXTERNAL MODULE: ./lib/policy/root-conditions.js
var root_conditions = __webpack_require__(9723);
// EXTERNAL MODULE: ./lib/policy/tag-conditions.js + 1 modules
var tag_conditions = __webpack_require__(8824);
// EXTERNAL MODULE: ./lib/plan/list-check.js
var list_check = __webpack_require__(238);
// EXTERNAL MODULE: ./lib/plan/roots.js
var roots = __webpack_require__(1182);
;// CONCATENATED MODULE: ./lib/plan/questions-needed.js










const NOTHING = { questions: [], pullRequests: new Set() };
/**
 * The questions of rules in use: none where nothing is deleted or the package is frozen, and none
 * of a rule that holds for nothing here whatever the answer: where no tag fits its template, or,
 * in `delete`, none of a version that passes its other conditions as well. In `keep` those are
 * not looked at (ruling 5).
 */
function questionsNeeded(listed) {
    const { inventory, policy } = listed;
    if (policy.delete.length === 0)
        return NOTHING;
    const checked = (0,list_check/* checkList */.R)(inventory);
    if (!checked.ok)
        return NOTHING;
    const { versions } = checked;
    const context = contextWithoutFacts(listed, versions);
    const asking = { context, facts: (0,prepared_facts/* prepareFacts */.N)(context), versions };
    const inUse = [...asked(policy.delete, 'delete', asking), ...asked(policy.keep, 'keep', asking)];
    return {
        questions: inUse.flatMap(({ conditions, side }) => conditions.flatMap((condition) => (0,policy_questions/* questionsOf */.PW)(condition, side, context.type))),
        pullRequests: numbersAsked(inUse.flatMap(({ conditions }) => conditions), tagsOf(versions, context))
    };
}
function asked(rules, side, asking) {
    return rules
        .filter(({ conditions }) => mayHold(conditions, side, asking))
        .map(({ conditions }) => ({ conditions, side }));
}
/** Whether the rule could hold for some version, all that it asks being answered its way. */
function mayHold(conditions, side, asking) {
    const { context, facts, versions } = asking;
    if (!conditions.some((condition) => asksOfRepository(condition)))
        return true;
    // npm's dist-tags stand beside the name, and are not known yet (ruling 34).
    if (conditions.some((condition) => (0,policy_questions/* asksForDistTags */.t5)(condition, side, context.type)))
        return true;
    const known = side === 'delete' ? conditions.filter(isAboutTheList) : [];
    const ofRoot = known.flatMap((condition) => (0,root_conditions/* rootCondition */.m)(condition, context, side) ?? []);
    const ofTag = known.flatMap((condition) => (0,tag_conditions/* tagCondition */.K)(condition, context, facts) ?? []);
    const fits = conditions.flatMap(fitOf);
    return versions.some((version) => {
        const tags = (0,roots/* userTagsOf */.Q4)(version, context.type);
        const root = {
            version,
            userTags: tags,
            helperTags: helperTagsOf(version),
            image: [version],
            broken: []
        };
        return (tags.some((tag) => fits.every((fit) => fit(tag)) && ofTag.every((one) => one.holds(tag))) &&
            ofRoot.every((one) => one.holds(root)));
    });
}
function helperTagsOf({ tags }) {
    return tags.filter((tag) => !(0,digest/* isUserTag */.Kx)(tag));
}
function asksOfRepository({ kind }) {
    return kind === 'release' || TEMPLATED.has(kind);
}
const TEMPLATED = new Set([
    'closed-pull-request',
    'open-pull-request',
    'gone-branch',
    'live-branch'
]);
/** Whether the list of versions alone says whether it holds. */
function isAboutTheList(condition) {
    switch (condition.kind) {
        case 'tags':
        case 'untagged':
        case 'semver':
        case 'prerelease':
        case 'superseded':
        case 'older-than':
        case 'newer-than':
        case 'ids':
        case 'digests':
            return true;
        case 'broken':
        case 'listed-in':
        case 'release':
        case 'closed-pull-request':
        case 'open-pull-request':
        case 'gone-branch':
        case 'live-branch':
            return false;
    }
}
function fitOf(condition) {
    if (!('templates' in condition))
        return [];
    return [(tag) => condition.templates.some((template) => template.match(tag) !== null)];
}
/** `null` where a rule asks for the branches that pull requests were made from. */
function numbersAsked(conditions, tags) {
    if (conditions.some(({ kind }) => kind === 'gone-branch'))
        return null;
    const templates = conditions.flatMap((condition) => condition.kind === 'closed-pull-request' || condition.kind === 'open-pull-request'
        ? condition.templates
        : []);
    return new Set(tags.flatMap((tag) => (0,pull_request_conditions/* numbersIn */.MC)(tag, templates)));
}
function tagsOf(versions, { type }) {
    return versions.flatMap((version) => (0,roots/* userTagsOf */.Q4)(version, type));
}
function contextWithoutFacts({ inventory, policy, now }, versions) {
    const { type, name } = inventory.package;
    return {
        type,
        packageName: name,
        now,
        ageBy: policy.settings.ageBy,
        facts: facts/* NO_FACTS */.K,
        listedTags: versions.flatMap((version) => (0,model_package/* hasTags */.kS)(type) ? (0,roots/* userTagsOf */.Q4)(version, type) : version.name),
        lastTagged: {}
    };
}

;// CONCATENATED MODULE: ./lib/policy/listed-block.js
/** The key of a tag or version that stands beside a name: `tag`, `newTag`, `targetRevision`. */
const TAG_KEY = /(?:^|[a-z_-])(?:tag|version|revision|resolved)$/i;
/** A key with its value on one line, as YAML, JSON, TOML and shells write it. */
const KEY_VALUE = /^["'\\]*([A-Za-z][\w.-]*)["'\\]*\s*[:= ]\s*["'\\]*([^"'\\,;\s}#]*)/;
/**
 * The tags that stand beside a name and not behind it, as in Helm's values and in
 * kustomizations: the values of keys for tags and versions in the block in which the name,
 * from `start` to `end`, is the whole value of a key, or is a key itself.
 */
function valuesInBlock(text, start, end) {
    const behind = text.slice(end, end + 4);
    if (!/^["'\\]*\s*(?:$|[\r\n,;}#=@]|:(?:\s|$))/.test(behind))
        return [];
    const inline = inlineBlock(text, start, end);
    if (inline !== null)
        return valuesIn(inline.split(','));
    return valuesIn(linesOfBlock(text, start));
}
function valuesIn(entries) {
    return entries.flatMap((entry) => {
        const [, key, value] = KEY_VALUE.exec(entry.trim().replace(/^- +/, '')) ?? [];
        const isTag = key !== undefined && TAG_KEY.test(key) && value !== undefined;
        return isTag && /^\w[\w.+-]*$/.test(value) ? [value] : [];
    });
}
/** What stands between braces around a place, on its line; `null` where there are none. */
function inlineBlock(text, start, end) {
    const open = /\{([^{}\n]*)$/.exec(text.slice(Math.max(0, start - 1000), start))?.[1];
    const close = /^([^{}\n]*)\}/.exec(text.slice(end, end + 1000))?.[1];
    return open === undefined || close === undefined ? null : open + text.slice(start, end) + close;
}
/**
 * The lines that belong together with the one of a place: those of the same depth on both
 * sides, up to one that is less deep or the next entry of a list, and the lines under a
 * `ref:` among them. Where the line opens a deeper block, the lines of that block instead.
 */
function linesOfBlock(text, place) {
    const lineStart = text.lastIndexOf('\n', place - 1) + 1;
    const above = text
        .slice(Math.max(0, lineStart - 4000), lineStart)
        .split('\n')
        .slice(0, -1);
    const [line = '', ...below] = text.slice(lineStart, lineStart + 4000).split('\n');
    const opened = /[:{]\s*$/.test(line) ? blockUnder(line, below) : [];
    if (opened.length > 0)
        return opened;
    return [...siblings(line, above.toReversed(), 'up'), line, ...siblings(line, below, 'down')];
}
function blockUnder(line, below) {
    const depth = depthOf(below[0] ?? '');
    const first = below[0];
    if (first === undefined || depth <= depthOf(line))
        return [];
    return [first, ...siblings(first, below.slice(1), 'down')];
}
/** The lines of one depth with `line`, walking away from it. */
function siblings(line, lines, way) {
    const depth = depthOf(line);
    const found = [];
    // An entry of a list begins at its dash: nothing above that belongs to it.
    if (way === 'up' && isListEntry(line))
        return found;
    let inRef = false;
    for (const next of lines) {
        if (/^\s*(?:#.*)?\r?$/.test(next))
            continue;
        const nextDepth = depthOf(next);
        if (nextDepth < depth || (way === 'down' && isListEntry(next) && nextDepth === depth))
            break;
        if (nextDepth === depth) {
            found.push(next);
            inRef = /^\s*["']?ref["']?\s*:/.test(next);
            if (isListEntry(next))
                break;
        }
        else if (inRef)
            found.push(next);
    }
    return found;
}
/** Where the first key of a line begins, behind the dash of a list's entry. */
function depthOf(line) {
    return /^\s*(?:- +)?/.exec(line)?.[0].length ?? 0;
}
function isListEntry(line) {
    return /^\s*- /.test(line);
}

;// CONCATENATED MODULE: ./lib/policy/listed-names.js
/**
 * Where a text names a package, whole: not as a part of a longer word, and with no other
 * owner in front. `ghcr.io/acme/app`, `acme/app`, `@acme/app` and `app` name acme's app, and so
 * does `${REGISTRY}/app`; `myapp`, `app-db`, `other/app` and `acme/tools/app` do not. Letter
 * case does not count (ruling 35).
 */
function namePlaces(text, wanted) {
    const places = [];
    for (const match of text.matchAll(patternOf(wanted))) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (startsWhole(text, start, wanted) && endsWhole(text, end))
            places.push({ start, end });
    }
    return places;
}
/** Maven's packages are named `group.artifact`; files write `group:artifact`. */
function patternOf({ type, name }) {
    const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
    return new RegExp(type === 'maven' ? escaped.replaceAll('\\.', '[.:]') : escaped, 'gi');
}
const WORD_SIGN = /[\p{L}\p{N}._-]/u;
function startsWhole(text, start, wanted) {
    const before = text.slice(Math.max(0, start - 300), start);
    if (/(?:\/|%2F)$/i.test(before))
        return isOurPath(before.replaceAll(/%2F/gi, '/'), wanted);
    // In a text within a text a line break is written as a backslash and a letter.
    return !WORD_SIGN.test(before.at(-1) ?? '') || /\\[nrt]$/.test(before);
}
/** Whether a path that ends in a slash may be where the package lies. */
function isOurPath(before, { type, owner }) {
    const path = /[A-Za-z0-9._:/-]*$/.exec(before)?.[0].split('/').slice(0, -1) ?? [];
    const last = path.at(-1) ?? '';
    const isOwner = (part) => part?.toLowerCase() === owner.toLowerCase();
    // docker.pkg.github.com/OWNER/REPOSITORY/NAME
    if (isOwner(last) || (type === 'docker' && isOwner(path.at(-2))))
        return true;
    const isHost = path.length === 1 && /[.:]|^localhost$/.test(last);
    return last === '' || isHost;
}
function endsWhole(text, end) {
    // A full stop may be the end of a sentence, a minus or underline is a part of the name.
    return !/^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u.test(text.slice(end, end + 4));
}

;// CONCATENATED MODULE: ./lib/policy/listed-text.js



/**
 * What a file names of a package (ruling 6): every `sha256:` digest, wherever it stands, and
 * the tags, or versions, that stand with the package's name. Any kind of text: manifests of
 * Kubernetes, Compose files, Helm values, lock files, prose, however it is quoted.
 *
 * A name counts only whole: `app:v1` is not in `myapp:v1` nor in `app:v1.2`. Where a tag is
 * put together from variables only what is certain counts: the default in `app:${TAG:-v1}`.
 */
function scanListed(text, wanted) {
    const tags = new Set();
    const read = (0,model_package/* hasTags */.kS)(wanted.type) ? tagsBehind : versionsBehind;
    for (const { start, end } of namePlaces(text, wanted)) {
        for (const tag of read(text, end))
            tags.add(tag);
        for (const value of valuesInBlock(text, start, end)) {
            tags.add((0,model_package/* hasTags */.kS)(wanted.type) ? chartTag(value) : value);
        }
    }
    if (wanted.type === 'maven')
        for (const version of versionsInPom(text, wanted))
            tags.add(version);
    return { digests: digestsIn(text), tags: [...tags] };
}
/**
 * Helm writes a `+` of a chart's version as `_` in its tag, which can't hold the sign.
 *
 * @see https://helm.sh/docs/topics/registries/
 */
function chartTag(version) {
    return version.replaceAll('+', '_');
}
function digestsIn(text) {
    const found = text.matchAll(/(?<![A-Za-z0-9])sha256:[0-9a-f]{64}(?![0-9a-f])/gi);
    return [...new Set(Array.from(found, ([digest]) => digest.toLowerCase()))];
}
/** `:v1`, and what `:${TAG:-v1}` is without the variable. */
function tagsBehind(text, end) {
    const behind = text.slice(end, end + 300);
    const byDefault = /^:\$\{\w+:?-(\w[\w.-]*)\}(?![\w.$/{-])/.exec(behind)?.[1];
    if (byDefault !== undefined)
        return [byDefault];
    // Not a part of something longer: a port and its path, or a text with a variable in it.
    const tag = /^:(\w[\w.-]*)(?![\w.+$/{%-])/.exec(behind)?.[1];
    return tag === undefined ? [] : withoutFullStop(tag);
}
const VERSION_BEHIND = /^(?:["'\\]*\s*(?:[@:,=/(<>~^]|npm:|version)["'\\=\s]*){1,4}[<>=~^v ]*(\d[\w.+-]*)/i;
/** `@1.2.3`, `": "^1.2.3"`, `" Version="1.2.3"`, ` (1.2.3)`, `', '1.2.3'`, ` = 1.2.3`. */
function versionsBehind(text, end) {
    const line = text.slice(end, end + 200).split('\n', 1)[0] ?? '';
    const version = VERSION_BEHIND.exec(line)?.[1];
    return version === undefined ? [] : withoutFullStop(version);
}
/** A full stop at the end may be that of a sentence. */
function withoutFullStop(tag) {
    return tag.endsWith('.') ? [tag, tag.replace(/\.+$/, '')] : [tag];
}
function versionsInPom(text, { name }) {
    const coordinates = /<groupId>\s*([^<\s]+)\s*<\/groupId>\s*<artifactId>\s*([^<\s]+)\s*<\/artifactId>\s*<version>\s*([^<\s]+)\s*<\/version>/g;
    return Array.from(text.matchAll(coordinates)).flatMap(([, group, artifact, version]) => `${group}.${artifact}`.toLowerCase() === name.toLowerCase() ? (version ?? []) : []);
}

;// CONCATENATED MODULE: ./lib/run/ask-facts.js




/**
 * Asks what the rules of packages ask besides the packages: only what a rule in use needs, each
 * repository's lists and each set of files once a run. What can't be answered is an answer too:
 * it says why (ruling 5). Never throws.
 */
class FactAsker {
    #world;
    #asked = new Map();
    constructor(world) {
        this.#world = world;
    }
    /** The facts that a package as it is listed needs. */
    async factsFor(observed) {
        const ref = observed.inventory.package;
        const { questions, pullRequests: numbers } = questionsNeeded(observed);
        const kinds = new Set(questions.map(({ kind }) => kind));
        const [pullRequests, branches, releaseTags, distTags, listed] = await Promise.all([
            kinds.has('pull-requests')
                ? this.#pullRequests(ref, numbers)
                : kinds.has('open-pull-requests')
                    ? this.#ofRepository(ref, 'open pull requests', READ_OPEN_PULLS)
                    : NOT_NEEDED,
            kinds.has('branches') ? this.#ofRepository(ref, 'branches', READ_BRANCHES) : NOT_NEEDED,
            kinds.has('releases')
                ? this.#ofRepository(ref, 'releases and tags', READ_RELEASES)
                : NOT_NEEDED,
            kinds.has('dist-tags') ? this.#distTags(ref) : null,
            this.#listed(ref, questions)
        ]);
        return { ...facts/* NO_FACTS */.K, pullRequests, branches, releaseTags, distTags, listed };
    }
    /** All of them, or enough to settle the numbers that tags name. */
    async #pullRequests(ref, numbers) {
        const repository = await this.#repositoryOf(ref);
        const isRead = repository.known && this.#asked.has(`${ALL_PULLS} of ${repository.value}`);
        if (numbers === null || isRead)
            return this.#ofRepository(ref, ALL_PULLS, READ_PULLS);
        const read = (github, name) => github.pullRequests(name, { numbers });
        // What was read for another package of the repository may do.
        const found = await this.#ofRepository(ref, 'pull requests', read);
        if (!found.known || found.value.isWhole || settles(found.value, numbers))
            return found;
        return this.#ofRepository(ref, ALL_PULLS, READ_PULLS);
    }
    async #ofRepository(ref, what, read) {
        const repository = await this.#repositoryOf(ref);
        if (!repository.known)
            return repository;
        const name = repository.value;
        return this.#once(`${what} of ${name}`, async () => {
            try {
                return { known: true, value: await read(this.#world.github, name) };
            }
            catch (error) {
                return {
                    known: false,
                    why: `the ${what} of ${name} could not be read: ${messageOf(error)}`
                };
            }
        });
    }
    /** The repository that a package is linked to: the questions are about this one alone. */
    #repositoryOf(ref) {
        return this.#once(`repository of ${ref.type} ${ref.name}`, async () => {
            try {
                const { repository } = await this.#world.github.getPackage(ref);
                if (repository !== null)
                    return { known: true, value: repository };
                return { known: false, why: 'the package is not linked to a repository' };
            }
            catch (error) {
                return { known: false, why: `its repository could not be read: ${messageOf(error)}` };
            }
        });
    }
    async #distTags({ owner, name }) {
        try {
            return { known: true, value: await this.#world.npm.readDistTags(owner.login, name) };
        }
        catch (error) {
            return { known: false, why: `npm's dist-tags could not be read: ${messageOf(error)}` };
        }
    }
    async #listed(ref, questions) {
        const listed = {};
        for (const question of questions) {
            if (question.kind !== 'files')
                continue;
            const key = (0,policy_questions/* listedKey */.R$)(question.globs);
            const texts = await this.#once(`files ${key}`, () => this.#read(question.globs));
            listed[key] = texts.known ? { known: true, value: scanAll(texts.value, ref) } : texts;
        }
        return listed;
    }
    async #read(globs) {
        const { workspace } = this.#world;
        const patterns = globs.join(', ');
        if (workspace === null) {
            return { known: false, why: `there is no workspace to look for ${patterns} in` };
        }
        try {
            const files = await workspace.read(globs);
            if (files.length > 0)
                return { known: true, value: files.map(({ text }) => text) };
            return {
                known: false,
                why: `no file of the workspace matches ${patterns}: is actions/checkout missing?`
            };
        }
        catch (error) {
            return { known: false, why: `a file could not be read: ${messageOf(error)}` };
        }
    }
    #once(key, ask) {
        const known = this.#asked.get(key);
        // A key stands for one kind of answer only.
        if (known !== undefined)
            return known;
        const asked = ask();
        this.#asked.set(key, asked);
        return asked;
    }
}
const ALL_PULLS = 'list of all pull requests';
function settles({ open, closed }, numbers) {
    const seen = new Set([...open, ...closed.map(({ number }) => number)]);
    return [...numbers].every((number) => seen.has(number));
}
const NOT_NEEDED = 'not-needed';
const READ_PULLS = (github, repository) => github.pullRequests(repository);
const READ_OPEN_PULLS = (github, repository) => github.pullRequests(repository, { state: 'open' });
const READ_BRANCHES = (github, repository) => github.branches(repository);
const READ_RELEASES = (github, repository) => github.releaseTags(repository);
function scanAll(texts, ref) {
    const found = texts.map((text) => scanListed(text, { owner: ref.owner.login, name: ref.name, type: ref.type }));
    return {
        digests: found.flatMap(({ digests }) => digests),
        tags: found.flatMap(({ tags }) => tags)
    };
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 4684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ deadlineOf),
/* harmony export */   PJ: () => (/* binding */ stopReason),
/* harmony export */   S4: () => (/* binding */ isLimit),
/* harmony export */   xH: () => (/* binding */ unseenBecause)
/* harmony export */ });
/* harmony import */ var _github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9452);
/* harmony import */ var _model_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(588);


/** Days that a month counts in a time limit, where no calendar is meant. */
const MONTH_DAYS = 30;
/** When a limit that began at `start` is reached; never for `null`. */
function deadlineOf(start, limit) {
    if (limit === null)
        return Infinity;
    return start + limit.exactMs + limit.months * MONTH_DAYS * _model_time_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY_MS */ .sO;
}
/**
 * Why no further change may be begun now, or `null`: a signal, the time limit, the token's hour.
 * Of the hour counts what is under way as well as the requests that the change would take.
 */
function stopReason({ startedAt, timeLimit, reserveRequests }, { interrupted, clock, github }, requests = 1) {
    const signal = interrupted();
    if (signal !== null)
        return { why: signal, atOnce: true };
    if (clock.now() >= deadlineOf(startedAt, timeLimit)) {
        return { why: `time-limit: ${timeLimit?.text ?? ''} have passed`, atOnce: false };
    }
    const { remaining, resetAt } = github.tokenFacts;
    const isOfThisHour = resetAt === null || resetAt > clock.now();
    if (remaining === null || !isOfThisHour)
        return null;
    if (remaining - github.openCount - requests >= reserveRequests)
        return null;
    const until = resetAt === null ? '' : ` until ${new Date(resetAt).toISOString()}`;
    return {
        why: `reserve-requests: the token has ${remaining} requests left in its hour${until}, ` +
            `of which ${reserveRequests} are to stay`,
        atOnce: false
    };
}
const SPENT = {
    'rate-limited': 'requests',
    'secondary-rate-limited': 'pace',
    'out-of-time': 'time'
};
/** Why a package was not looked at, where that is because of a limit; else `null`. */
function unseenBecause(error) {
    const spent = error instanceof _github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y ? SPENT[error.code] : undefined;
    if (!(error instanceof _github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y) || spent === undefined)
        return null;
    return { code: 'not-looked-at', spent, until: spent === 'time' ? null : error.retryAt };
}
/** Whether the token has to wait for longer than this run may: what is left remains. */
function isLimit(error) {
    return error instanceof _github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y && SPENT[error.code] !== undefined;
}


/***/ }),

/***/ 734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ buildWorld)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/model/time.js
var time = __webpack_require__(588);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./lib/github/json.js
var json = __webpack_require__(7781);
// EXTERNAL MODULE: ./lib/github/token.js
var github_token = __webpack_require__(5230);
;// CONCATENATED MODULE: ./lib/github/waits.js

/**
 * How long the answer asks to wait: its `Retry-After` (seconds or a date), else until the
 * reset time where nothing remains; `null` where it does not say. Moments are compared with
 * the server's own `Date`, so that a wrong clock here does not matter.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function askedWait(headers, now) {
    const serverNow = parseHttpDate(headers['date']) ?? now;
    return retryAfter(headers['retry-after'], serverNow) ?? untilReset(headers, serverNow);
}
function retryAfter(header, serverNow) {
    // GitHub sends it blank now and then.
    const text = header?.trim() ?? '';
    if (/^\d+(\.\d+)?$/.test(text))
        return Math.ceil(Number(text) * time/* SECOND_MS */._L);
    const moment = parseHttpDate(text);
    return moment === null ? null : Math.max(0, moment - serverNow);
}
function untilReset(headers, serverNow) {
    if (!hasNothingLeft(headers))
        return null;
    const resetAt = parseEpochSeconds(headers['x-ratelimit-reset']);
    if (resetAt === null)
        return null;
    // The reset is written in whole seconds, and so is `Date`.
    return Math.max(0, resetAt - serverNow) + time/* SECOND_MS */._L;
}
/** Whether the answer says that no request is left in this hour. */
function hasNothingLeft(headers) {
    return headers['x-ratelimit-remaining']?.trim() === '0';
}
/** Seconds since the epoch; `null` where that is not what it says. */
function parseEpochSeconds(text) {
    return text !== undefined && /^\s*\d{1,12}\s*$/.test(text) ? Number(text) * time/* SECOND_MS */._L : null;
}
/** A date as HTTP writes it; `null` where it can't be read. */
function parseHttpDate(text) {
    if (text === undefined || !/[a-z]{3}/i.test(text))
        return null;
    const moment = Date.parse(text);
    return Number.isNaN(moment) ? null : moment;
}

;// CONCATENATED MODULE: ./lib/github/classify.js



const isRefusal = ({ status }) => status === 403 || status === 429;
const says = (pattern) => ({ said }) => pattern.test(said);
/**
 * From the particular to the general; the first that holds is meant. What plainly speaks of
 * a permission goes before the limits, because such an answer may carry their headers too.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api
 */
const MEANINGS = [
    {
        code: 'sso-required',
        holds: (evidence) => evidence.status >= 400 &&
            (ssoUrl(evidence.headers) !== null || (isRefusal(evidence) && says(/\bSAML\b/)(evidence))),
        remedy: ({ headers }) => `Authorise the token for the organisation's single sign-on: ${ssoUrl(headers) ?? 'Settings, Developer settings, Personal access tokens, Configure SSO'}`
    },
    {
        code: 'missing-scope',
        holds: (evidence) => isRefusal(evidence) && says(/\bat least \S+ scope\b/i)(evidence),
        remedy: ({ said }) => `Give the token the scope ${/at least (\S+) scope/i.exec(said)?.[1] ?? ''} under Settings, Developer settings, Personal access tokens (classic)`
    },
    {
        code: 'forbidden',
        holds: (evidence) => evidence.status === 403 && says(/accessible by personal access token/i)(evidence),
        remedy: () => 'GitHub Packages takes no fine-grained tokens: use a classic one'
    },
    {
        code: 'forbidden',
        holds: (evidence) => evidence.status === 403 && says(/accessible by integration/i)(evidence),
        remedy: () => "Give the job the permission it needs (for packages `permissions: packages: write`), and the repository the role Admin in the package's settings under Manage Actions access"
    },
    {
        code: 'secondary-rate-limited',
        holds: (evidence) => isRefusal(evidence) && says(/secondary rate|abuse detection/i)(evidence)
    },
    {
        code: 'rate-limited',
        holds: (evidence) => isRefusal(evidence) && (hasNothingLeft(evidence.headers) || says(/\brate limit/i)(evidence))
    },
    {
        code: 'secondary-rate-limited',
        holds: (evidence) => evidence.status === 429 ||
            (evidence.status === 403 && (evidence.headers['retry-after'] ?? '').trim() !== '')
    },
    {
        code: 'unauthorized',
        holds: ({ status }) => status === 401,
        remedy: () => 'The token is missing, expired, revoked, or not one of this server'
    },
    { code: 'forbidden', holds: ({ status }) => status === 403 },
    { code: 'not-found', holds: ({ status }) => status === 404 },
    { code: 'invalid-argument', holds: ({ status }) => status === 400 || status === 422 },
    { code: 'server', holds: ({ status }) => status >= 500 || status === 408 }
];
/** Tells what an answer with an unexpected status means. `now` is the local time of it. */
function classify(status, headers, body, now) {
    const evidence = { status, headers, said: messageOf(body) };
    const meaning = MEANINGS.find(({ holds }) => holds(evidence));
    return {
        code: meaning?.code ?? 'unexpected-status',
        said: evidence.said,
        remedy: meaning?.remedy?.(evidence) ?? null,
        waitMs: askedWait(headers, now)
    };
}
/** The address under which a token is authorised for single sign-on; `null` where none is given. */
function ssoUrl(headers) {
    const match = /^\s*required\b.*?url=(https:\/\/[^\s;,]+)/i.exec(headers['x-github-sso'] ?? '');
    return match?.[1] ?? null;
}
const LONGEST_MESSAGE = 300;
function messageOf(body) {
    if ((0,json/* isRecord */.u4)(body))
        return oneLine((0,json/* textAt */.$6)(body, 'message') ?? '');
    if (typeof body !== 'string')
        return '';
    return /^\s*</.test(body) ? 'a web page instead of JSON' : oneLine(body);
}
function oneLine(text) {
    const line = (0,github_token/* redactTokens */.v)(text.replace(/\s+/g, ' ').trim());
    return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

// EXTERNAL MODULE: ./lib/github/errors.js
var errors = __webpack_require__(9452);
// EXTERNAL MODULE: ./lib/http/errors.js
var http_errors = __webpack_require__(9729);
// EXTERNAL MODULE: ./lib/github/octokit.js
var octokit = __webpack_require__(1282);
;// CONCATENATED MODULE: ./lib/github/exchange.js




/** How logs and errors name a request. */
function requestLine({ method, path }) {
    return `${method} ${path}`;
}
/**
 * Sends one request once. Octokit throws for error statuses and has its own ideas of what a
 * broken connection is: here the one is an answer, and the other an error.
 *
 * @throws GitHubError `connection`, `timed-out`, `malformed` or `aborted`.
 */
async function exchange(octokit, call, signal) {
    const answer = await answerTo(octokit, call, signal);
    if (answer.status === 200 && call.expects === 200 && typeof answer.data !== 'object') {
        throw notJson(call, answer.data);
    }
    return answer;
}
async function answerTo(octokit, call, signal) {
    try {
        const answer = asAnswer(await octokit.request(octokitRequest(call, signal)));
        if (answer !== null)
            return answer;
    }
    catch (error) {
        const answer = (0,json/* isRecord */.u4)(error) ? asAnswer(error['response']) : null;
        if (answer !== null)
            return answer;
        throw signal?.aborted === true ? aborted(call) : unanswered(call, error);
    }
    throw unanswered(call, new Error('Octokit gave no response'));
}
function octokitRequest({ method, path }, signal) {
    const request = { method, url: path, headers: octokit/* API_HEADERS */.Q };
    return signal === undefined ? request : { ...request, request: { signal } };
}
function asAnswer(value) {
    if (!(0,json/* isRecord */.u4)(value) || typeof value['status'] !== 'number')
        return null;
    const headers = (0,json/* isRecord */.u4)(value['headers']) ? value['headers'] : {};
    return { status: value['status'], headers: textHeaders(headers), data: value['data'] };
}
function textHeaders(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}
/** Octokit gives JSON that it can't parse as text, with status 200 and no error. */
function notJson(call, data) {
    return new errors/* GitHubError */.y({
        code: 'malformed',
        request: requestLine(call),
        problem: `expected JSON, got ${excerpt(data)}`,
        status: 200
    });
}
function excerpt(data) {
    const text = typeof data === 'string' ? data.replace(/\s+/g, ' ') : String(data);
    return text.trim() === '' ? 'nothing' : `\`${text.slice(0, 80)}${text.length > 80 ? '…' : ''}\``;
}
const CODES = {
    connection: 'connection',
    'timed-out': 'timed-out',
    'too-large': 'incomplete',
    redirect: 'unexpected-status'
};
function unanswered(call, error) {
    const cause = transportError(error);
    return new errors/* GitHubError */.y({
        code: cause === null ? 'connection' : CODES[cause.code],
        request: requestLine(call),
        problem: `no answer: ${exchange_messageOf(cause ?? error)}`,
        // Octokit's own error is left out: it carries the request with its headers.
        cause
    });
}
/** What a request fails with once its caller has given it up. */
function aborted(call) {
    return new errors/* GitHubError */.y({
        code: 'aborted',
        request: requestLine(call),
        problem: 'cut off: the next run will tell'
    });
}
function transportError(error) {
    if (error instanceof http_errors/* TransportError */.w)
        return error;
    return error instanceof Error && error.cause !== undefined ? transportError(error.cause) : null;
}
function exchange_messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/github/pace.js

const WINDOW_POINTS = 900;
const AT_ONCE = 100;
// Some more than GitHub's minute, for timers and clocks that differ a little.
const WINDOW_MS = time/* MINUTE_MS */.kg + 250;
const SLOWEST = 1 / 16;
const RECOVERY_PER_MINUTE = 1 / 8;
/** Thrown to those that wait their turn when there is a pause longer than they may wait. */
class PausedError extends Error {
    name = 'PausedError';
    until;
    constructor(until) {
        super('the wait would be too long');
        this.until = until;
    }
}
/** Thrown to those that are not meant any more when their turn comes. They cost nothing. */
class OvertakenError extends Error {
    name = 'OvertakenError';
    constructor() {
        super('not meant any more');
    }
}
/** Thrown to those that would have to wait longer than they may. They cost nothing. */
class TooLateError extends Error {
    name = 'TooLateError';
    constructor() {
        super('its turn would come too late');
    }
}
/**
 * Keeps all requests of a token within GitHub's secondary limits: never more than 900 points
 * in any minute and never more than 100 requests at once, without any wait below that, in
 * the order in which they came.
 *
 * GitHub counts a request when it arrives, somewhere between its start and its end here. So
 * its points are held from its start until a minute after its end: whenever one starts, all
 * that may have arrived in the minute before count.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
class Pace {
    #clock;
    #mayWait;
    #queue = [];
    #ended = [];
    #heldPoints = 0;
    #underWay = 0;
    #pausedUntil = -Infinity;
    #share = 1;
    #slowedAt = -Infinity;
    #alarm = null;
    /** `mayWait` is asked before anybody waits for the end of a pause. */
    constructor(clock, mayWait = () => true) {
        this.#clock = clock;
        this.#mayWait = mayWait;
    }
    /**
     * Runs `task` when its turn has come.
     *
     * @throws PausedError where it would have to wait longer than it may, without running it.
     * @throws OvertakenError where `isStillMeant` says no when its turn comes, likewise
     * @throws TooLateError where its turn does not come in time, likewise
     */
    async run(points, task, { isStillMeant = () => true, notAfter = Infinity } = {}) {
        await new Promise((start, refuse) => {
            this.#queue.push({ points, isStillMeant, notAfter, start, refuse });
            this.#startAll();
        });
        try {
            return await task();
        }
        finally {
            this.#ended.push({ at: this.#clock.now(), points });
            this.#underWay -= 1;
            this.#startAll();
        }
    }
    /** Nobody starts before `moment`; a later pause that was asked for before still holds. */
    pauseUntil(moment) {
        this.#pausedUntil = Math.max(this.#pausedUntil, moment);
        this.#startAll();
    }
    /**
     * Halves the pace, because a request that began at `startedAt` hit a secondary limit; an
     * eighth comes back with each minute. What began before the last time is no news.
     */
    slowDown(startedAt) {
        if (startedAt < this.#slowedAt)
            return;
        this.#share = Math.max(SLOWEST, this.#currentShare() / 2);
        this.#slowedAt = this.#clock.now();
    }
    #currentShare() {
        if (this.#share === 1)
            return 1;
        const minutes = Math.floor((this.#clock.now() - this.#slowedAt) / time/* MINUTE_MS */.kg);
        return Math.min(1, this.#share + minutes * RECOVERY_PER_MINUTE);
    }
    #startAll() {
        this.#forgetOld();
        for (let next = this.#queue[0]; next !== undefined; next = this.#queue[0]) {
            if (this.#hasToWait(next)) {
                if (!this.#refuseLate())
                    return;
                continue;
            }
            this.#queue.shift();
            this.#admit(next);
        }
    }
    #hasToWait({ points }) {
        if (this.#pauseLeft() <= 0)
            return !this.#hasRoomFor(points);
        if (!this.#mayWait(this.#pauseLeft()))
            return false;
        this.#wakeAt(this.#pausedUntil);
        return true;
    }
    /** Those that may not wait any longer; whether there were any. */
    #refuseLate() {
        const now = this.#clock.now();
        const late = this.#queue.filter(({ notAfter }) => notAfter <= now);
        if (late.length === 0)
            return false;
        this.#queue.splice(0, Infinity, ...this.#queue.filter(({ notAfter }) => notAfter > now));
        for (const { refuse } of late)
            refuse(new TooLateError());
        return true;
    }
    #admit({ points, isStillMeant, notAfter, start, refuse }) {
        if (this.#clock.now() > notAfter) {
            refuse(new TooLateError());
            return;
        }
        if (!isStillMeant()) {
            refuse(new OvertakenError());
            return;
        }
        if (this.#pauseLeft() > 0) {
            refuse(new PausedError(this.#pausedUntil));
            return;
        }
        this.#heldPoints += points;
        this.#underWay += 1;
        start();
    }
    #pauseLeft() {
        return this.#pausedUntil - this.#clock.now();
    }
    #hasRoomFor(points) {
        const share = this.#currentShare();
        if (this.#underWay >= Math.floor(AT_ONCE * share))
            return false;
        const excess = this.#heldPoints + points - Math.floor(WINDOW_POINTS * share);
        if (excess <= 0)
            return true;
        this.#wakeWhenFreed(excess);
        return false;
    }
    /** Where those under way hold too much, the end of one of them wakes instead. */
    #wakeWhenFreed(excess) {
        let freed = 0;
        for (const { at, points } of this.#ended) {
            freed += points;
            if (freed >= excess) {
                this.#wakeAt(at + WINDOW_MS);
                return;
            }
        }
    }
    #forgetOld() {
        const now = this.#clock.now();
        for (let oldest = this.#ended[0]; oldest !== undefined; oldest = this.#ended[0]) {
            if (now - oldest.at < WINDOW_MS)
                return;
            this.#ended.shift();
            this.#heldPoints -= oldest.points;
        }
    }
    #wakeAt(latest) {
        // Whoever may not wait so long is told at once when its time is over.
        const moment = this.#queue.reduce((at, { notAfter }) => Math.min(at, notAfter), latest);
        if (this.#alarm !== null && this.#alarm <= moment)
            return;
        this.#alarm = moment;
        void this.#sleepUntil(moment);
    }
    async #sleepUntil(moment) {
        await this.#clock.sleep(moment - this.#clock.now());
        if (this.#alarm === moment)
            this.#alarm = null;
        this.#startAll();
    }
}

;// CONCATENATED MODULE: ./lib/github/retry.js

const MAX_RETRIES = 5;
/**
 * Whether and when a request is sent again after `error`; `null` for not at all. `random`
 * gives numbers from 0 to 1.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
function planRetry(error, history, random) {
    if (history.retries >= MAX_RETRIES)
        return null;
    const { waitMs: asked = null } = error.failure;
    if (isLimit(error.code)) {
        const atLeast = asked ?? time/* MINUTE_MS */.kg * 2 ** history.retries;
        return { waitMs: atLeast + random() * time/* SECOND_MS */._L, waits: 'everybody', isAsked: true };
    }
    if (error.code === 'unauthorized') {
        const isFirst = history.tokenWorked && !history.codes.includes('unauthorized');
        return isFirst ? backOff(0, random) : null;
    }
    if (!mayHaveBeenDone(error.code))
        return null;
    const plan = backOff(history.retries, random);
    return asked === null ? plan : { ...plan, waitMs: asked + plan.waitMs, isAsked: true };
}
/** Whether the token has to wait, rather than the request being wrong. */
function isLimit(code) {
    return code === 'rate-limited' || code === 'secondary-rate-limited';
}
/** Between half and all of 1, 2, 4, 8, 16 seconds. */
function backOff(retries, random) {
    const most = time/* SECOND_MS */._L * 2 ** retries;
    return { waitMs: most / 2 + (random() * most) / 2, waits: 'this-request', isAsked: false };
}
const UNCLEAR = new Set([
    'server',
    'connection',
    'timed-out',
    'malformed'
]);
/** Whether a request that failed so may have been carried out all the same. */
function mayHaveBeenDone(code) {
    return UNCLEAR.has(code);
}

;// CONCATENATED MODULE: ./lib/github/token-facts.js


const NO_TOKEN_FACTS = {
    worked: false,
    scopes: null,
    ssoUrl: null,
    ssoHiddenOrganizations: [],
    expiresAt: null,
    limit: null,
    remaining: null,
    resetAt: null,
    clocks: null
};
/**
 * Adds what one answer says. Nothing is taken back by an answer that says nothing.
 *
 * @see https://docs.github.com/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps
 * @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#authenticating-with-saml-sso
 */
function observe(facts, status, headers, now) {
    const server = parseHttpDate(headers['date']);
    const hidden = hiddenOrganizations(headers['x-github-sso']);
    return {
        ...withUsage(facts, headers),
        worked: facts.worked || (status >= 200 && status < 300),
        scopes: commaList(headers['x-oauth-scopes']) ?? facts.scopes,
        ssoUrl: ssoUrl(headers) ?? facts.ssoUrl,
        ssoHiddenOrganizations: [...new Set([...facts.ssoHiddenOrganizations, ...hidden])],
        expiresAt: parseExpiry(headers['github-authentication-token-expiration']) ?? facts.expiresAt,
        clocks: server === null ? facts.clocks : { server, local: now }
    };
}
/** Answers overtake each other: within one hour the lowest count is the latest. */
function withUsage(facts, headers) {
    const resetAt = parseEpochSeconds(headers['x-ratelimit-reset']);
    const remaining = parseCount(headers['x-ratelimit-remaining']);
    const isCore = (headers['x-ratelimit-resource'] ?? 'core') === 'core';
    if (!isCore || remaining === null)
        return facts;
    if (facts.resetAt !== null && resetAt !== null && resetAt < facts.resetAt)
        return facts;
    const isSameHour = facts.resetAt === resetAt && facts.remaining !== null;
    return {
        ...facts,
        limit: parseCount(headers['x-ratelimit-limit']) ?? facts.limit,
        remaining: isSameHour ? Math.min(facts.remaining ?? remaining, remaining) : remaining,
        resetAt
    };
}
function parseCount(text) {
    return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
function commaList(text) {
    if (text === undefined)
        return null;
    return text
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
function hiddenOrganizations(header) {
    const match = /^\s*partial-results\b.*?organizations=([\d,\s]+)/i.exec(header ?? '');
    return commaList(match?.[1]) ?? [];
}
/** `2024-06-01 00:00:00 UTC`, or with an offset such as `+0900`. */
function parseExpiry(text) {
    const match = /^\s*(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) (UTC|[+-]\d{4})\s*$/.exec(text ?? '');
    if (match === null)
        return null;
    const [, day = '', time = '', zone = ''] = match;
    const offset = zone === 'UTC' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3)}`;
    const moment = Date.parse(`${day}T${time}${offset}`);
    return Number.isNaN(moment) ? null : moment;
}

;// CONCATENATED MODULE: ./lib/github/connection.js








const WRITE_POINTS = 5;
const READ_POINTS = 1;
/**
 * Sends requests at the token's pace, again where that helps, and remembers what the answers
 * say about the token.
 */
class Connection {
    #options;
    #tokenFacts = NO_TOKEN_FACTS;
    #requestCount = 0;
    #openCount = 0;
    constructor(options) {
        this.#options = options;
        // One listener for each request under way is no leak.
        if (options.signal !== undefined)
            (0,external_node_events_.setMaxListeners)(0, options.signal);
    }
    get tokenFacts() {
        return this.#tokenFacts;
    }
    /** Requests sent so far, tries again included. */
    get requestCount() {
        return this.#requestCount;
    }
    /** Requests that wait for their turn, their answer or another try. */
    get openCount() {
        return this.#openCount;
    }
    /**
     * The answer with the expected status.
     *
     * @throws GitHubError for anything else, after all tries; with `retryAt` where one more
     *   would have had to wait longer than it may.
     */
    async send(call) {
        this.#openCount += 1;
        try {
            return await orAborted(this.#sendWithRetries(call), this.#options.signal, call);
        }
        finally {
            this.#openCount -= 1;
        }
    }
    async #sendWithRetries(call) {
        const codes = [];
        for (;;) {
            const outcome = await this.#attempt(call);
            if (!(outcome instanceof errors/* GitHubError */.y))
                return outcome;
            const error = outcome.with({
                tries: codes.length + 1,
                afterFault: codes.some(mayHaveBeenDone)
            });
            const history = { retries: codes.length, codes, tokenWorked: this.#tokenFacts.worked };
            const plan = planRetry(error, history, this.#options.random);
            if (plan === null)
                throw this.#givenUp(error);
            await this.#wait(error, plan);
            codes.push(error.code);
        }
    }
    async #attempt(call) {
        const isRead = call.method === 'GET';
        const { clock, deadline, pace } = this.#options;
        const notAfter = isRead ? Infinity : Math.max(deadline, clock.now());
        const turn = { isStillMeant: call.isStillMeant, notAfter };
        try {
            const points = isRead ? READ_POINTS : WRITE_POINTS;
            return await pace.run(points, () => this.#sendOnce(call), turn);
        }
        catch (error) {
            if (error instanceof errors/* GitHubError */.y)
                return error;
            if (error instanceof PausedError)
                throw refusedByPause(call, error.until);
            if (error instanceof OvertakenError)
                return overtaken(call);
            if (error instanceof TooLateError)
                return tooLate(call);
            throw error;
        }
    }
    async #sendOnce(call) {
        const { octokit, clock, onRequest, signal } = this.#options;
        const startedAt = clock.now();
        let status = null;
        this.#requestCount += 1;
        try {
            const answer = await exchange(octokit, call, signal);
            status = answer.status;
            this.#tokenFacts = observe(this.#tokenFacts, status, answer.headers, clock.now());
            if (status === call.expects)
                return answer;
            throw this.#failure(call, answer, startedAt);
        }
        finally {
            const tookMs = clock.now() - startedAt;
            onRequest?.({ method: call.method, path: call.path, status, tookMs });
        }
    }
    #failure(call, { status, headers, data }, startedAt) {
        const { clock, pace } = this.#options;
        const meaning = classify(status, headers, data, clock.now());
        if (meaning.code === 'secondary-rate-limited')
            pace.slowDown(startedAt);
        return new errors/* GitHubError */.y({
            ...meaning,
            request: requestLine(call),
            problem: `expected ${call.expects}, got ${status}${meaning.said === '' ? '' : `: ${meaning.said}`}`,
            status,
            requestId: headers['x-github-request-id'] ?? null
        });
    }
    /** One that was refused too often for a limit stops the others as well. */
    #givenUp(error) {
        if (!isLimit(error.code))
            return error;
        const retryAt = this.#options.clock.now() + (error.failure.waitMs ?? time/* MINUTE_MS */.kg);
        this.#options.pace.pauseUntil(retryAt);
        return error.with({ retryAt });
    }
    async #wait(error, { waitMs, waits, isAsked }) {
        const { clock, pace, mayWait, deadline } = this.#options;
        const until = clock.now() + waitMs;
        if (waits === 'everybody')
            pace.pauseUntil(until);
        if (isAsked && !mayWait(waitMs))
            throw error.with({ retryAt: until });
        if (until > deadline)
            throw outOfTime(error);
        if (waits === 'this-request')
            await clock.sleep(waitMs);
    }
}
function refusedByPause(call, until) {
    return new errors/* GitHubError */.y({
        code: 'rate-limited',
        request: requestLine(call),
        problem: 'not sent, because the token is rate-limited',
        retryAt: until
    });
}
/** Not tried again; a limit stays one. */
function outOfTime(error) {
    if (isLimit(error.code))
        return error;
    return error.with({
        code: 'out-of-time',
        problem: `${error.failure.problem}, and the run's time leaves no other try`,
        afterFault: error.failure.afterFault === true || mayHaveBeenDone(error.code)
    });
}
function tooLate(call) {
    return new errors/* GitHubError */.y({
        code: 'out-of-time',
        request: requestLine(call),
        problem: "not sent, because its turn would have come after the run's time"
    });
}
function overtaken(call) {
    return new errors/* GitHubError */.y({
        code: 'overtaken',
        request: requestLine(call),
        problem: 'not sent, because what it is based on grew too old while it waited'
    });
}
/** A wait between two tries ends at once, too, when the caller gives up. */
function orAborted(work, signal, call) {
    if (signal === undefined)
        return work;
    return new Promise((resolve, reject) => {
        const giveUp = () => reject(aborted(call));
        signal.addEventListener('abort', giveUp, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
    });
}

// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/github/pages.js
var pages = __webpack_require__(9983);
// EXTERNAL MODULE: ./lib/github/paths.js
var paths = __webpack_require__(1075);
;// CONCATENATED MODULE: ./lib/github/packages.js





/** GitHub answers 400 where `per_page` times `page` goes beyond 10,000. */
const MAX_PAGES = 100;
/**
 * All packages of one type that the token can see.
 *
 * @throws GitHubError `listing-not-allowed` for a token that can use packages by name only.
 * @see https://docs.github.com/rest/packages/packages#list-packages-for-an-organization
 */
async function listPackages(connection, owner, type, tokenKind) {
    try {
        return await (0,pages/* listAll */._)(connection, {
            path: (0,paths/* packageListPath */.AJ)(owner, type),
            parse: parsePackage,
            keyOf: ({ name }) => name,
            maxPages: MAX_PAGES,
            mayHide: true
        });
    }
    catch (error) {
        throw error instanceof errors/* GitHubError */.y ? explainListing(error, tokenKind) : error;
    }
}
/**
 * One package.
 *
 * @throws GitHubError `not-found` where it is hidden, deleted or was never there.
 * @see https://docs.github.com/rest/packages/packages#get-a-package-for-an-organization
 */
async function getPackage(connection, ref) {
    const path = (0,paths/* packagePath */.C0)(ref);
    const { data } = await connection.send({ method: 'GET', path, expects: 200 });
    const summary = parsePackage(data);
    if (summary !== null)
        return summary;
    throw new errors/* GitHubError */.y({
        code: 'malformed',
        request: `GET ${path}`,
        problem: 'expected a package, got something else',
        status: 200
    });
}
/** Whether GitHub shows the package to this token. */
async function hasPackage(connection, ref) {
    try {
        await connection.send({ method: 'GET', path: (0,paths/* packagePath */.C0)(ref), expects: 200 });
        return true;
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y && error.code === 'not-found')
            return false;
        throw error;
    }
}
function parsePackage(row) {
    if (!(0,json/* isRecord */.u4)(row))
        return null;
    const name = (0,json/* textAt */.$6)(row, 'name');
    const type = model_package/* PACKAGE_TYPES */.Zc.find((known) => known === row['package_type']);
    if (name === null || name === '' || type === undefined)
        return null;
    const repository = row['repository'];
    const visibility = VISIBILITIES.find((known) => known === row['visibility']);
    return {
        name,
        type,
        visibility: visibility ?? 'unknown',
        repository: (0,json/* isRecord */.u4)(repository) ? (0,json/* textAt */.$6)(repository, 'full_name') : null,
        versionCount: (0,json/* integerAt */.OW)(row, 'version_count'),
        htmlUrl: (0,json/* textAt */.$6)(row, 'html_url')
    };
}
const VISIBILITIES = ['public', 'private', 'internal'];
const LISTING_REMEDY = 'This token may not list packages: write exact names instead of globs, or use a personal access token (classic) with the scope read:packages';
/** Tokens of workflows, of apps, and fine-grained ones get 400 `Invalid argument.` */
function explainListing(error, tokenKind) {
    const isNamesOnly = ['installation', 'app-user', 'fine-grained'].includes(tokenKind);
    const isRefused = error.code === 'invalid-argument'
        ? isNamesOnly || /invalid argument/i.test(error.said)
        : isNamesOnly && (error.code === 'forbidden' || error.code === 'not-found');
    return isRefused ? error.with({ code: 'listing-not-allowed', remedy: LISTING_REMEDY }) : error;
}

// EXTERNAL MODULE: ./lib/github/versions.js
var versions = __webpack_require__(4382);
;// CONCATENATED MODULE: ./lib/github/deletions.js





/**
 * Deletes one version, with all its tags. `isStillMeant` is asked right before each sending;
 * where it says no, the error is `overtaken`.
 *
 * @throws GitHubError for all that is no outcome.
 * @see https://docs.github.com/rest/packages/packages#delete-package-version-for-an-organization
 */
async function deleteVersion(connection, ref, id, isStillMeant) {
    try {
        const path = (0,paths/* versionPath */.qW)(ref, id);
        await connection.send({ method: 'DELETE', path, expects: 204, isStillMeant });
        return { kind: 'deleted' };
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y))
            throw error;
        if (error.code === 'not-found')
            return missingVersion(connection, ref, id, error);
        if (error.code === 'out-of-time') {
            return afterTime(error, async () => (await lookUp(connection, ref, id)) !== 'there');
        }
        return refusal(error);
    }
}
/**
 * Deletes a package with all its versions.
 *
 * @throws GitHubError for all that is no outcome.
 * @see https://docs.github.com/rest/packages/packages#delete-a-package-for-an-organization
 */
async function deletePackage(connection, ref, isStillMeant) {
    try {
        const path = (0,paths/* packagePath */.C0)(ref);
        await connection.send({ method: 'DELETE', path, expects: 204, isStillMeant });
        return { kind: 'deleted' };
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y))
            throw error;
        if (error.code === 'out-of-time') {
            return afterTime(error, async () => !(await hasPackage(connection, ref)));
        }
        if (error.code !== 'not-found')
            return refusal(error);
        if (await hasPackage(connection, ref))
            return denied(ref);
        return { kind: error.failure.afterFault === true ? 'deleted' : 'gone' };
    }
}
/**
 * A deletion of which the answer was lost, and which is not sent again because the run's time is
 * over: asked for once, to tell what GitHub did with it.
 */
async function afterTime(error, isGone) {
    if (error.failure.afterFault !== true)
        throw error;
    const remedy = (found) => ({ remedy: `${found}: the next run goes on` });
    let isDeleted;
    try {
        isDeleted = await isGone();
    }
    catch {
        throw error.with(remedy('Nobody knows whether it was deleted'));
    }
    if (isDeleted)
        return { kind: 'deleted' };
    throw error.with(remedy('Asked about it, it is still there'));
}
/**
 * GitHub says 404 both for what is gone and to those who may not delete: the difference is
 * whether it still shows the version to them.
 */
async function missingVersion(connection, ref, id, { said, failure }) {
    const absent = failure.afterFault === true ? 'deleted' : 'gone';
    if (absent === 'deleted' && /version not found/i.test(said))
        return { kind: absent };
    const found = await lookUp(connection, ref, id);
    if (found === 'there')
        return denied(ref);
    // Its list was shown a moment ago: a package that is hidden from deletion only is no loss.
    const isHidden = found === 'no-package' && (await hasPackage(connection, ref));
    return isHidden ? denied(ref) : { kind: absent };
}
async function lookUp(connection, ref, id) {
    try {
        return (await (0,versions/* getVersion */.HF)(connection, ref, id)) === null ? 'no-version' : 'there';
    }
    catch (error) {
        if (!(error instanceof errors/* GitHubError */.y) || error.code !== 'not-found')
            throw error;
        return 'no-package';
    }
}
function denied(ref) {
    return { kind: 'denied', message: adminRemedy(ref, 'delete') };
}
/** What to click where GitHub hides from a token what it may not change. */
function adminRemedy(ref, change) {
    return `GitHub still shows ${(0,model_package/* packageLabel */.lL)(ref)} but refuses to ${change} in it: the token lacks the Admin role. In the package's settings, under Manage Actions access, give this repository the role Admin, or use a personal access token (classic) of an admin with the scope ${change === 'delete' ? 'delete:packages' : 'write:packages'}`;
}
const REFUSALS = new Set([400, 403, 409, 422]);
/**
 * The two refusals that are outcomes, told by their words: their status is the same.
 *
 * @see https://docs.github.com/packages/learn-github-packages/deleting-and-restoring-a-package
 */
function refusal(error) {
    const isRefusal = error.status !== null && REFUSALS.has(error.status);
    if (isRefusal && /\bdownloads?\b/i.test(error.said))
        return { kind: 'blocked', message: error.said };
    if (isRefusal && /\blast (tagged )?version\b|delete the package instead/i.test(error.said)) {
        return { kind: 'retained', message: error.said };
    }
    throw error;
}

;// CONCATENATED MODULE: ./lib/github/owners.js



/**
 * Finds out what an owner is, whatever the case of its letters, and whether the token is
 * its own. A token of an app is nobody's, and GitHub is not asked about it.
 *
 * @throws GitHubError `not-found` where there is none of that name.
 * @see https://docs.github.com/rest/users/users#get-a-user
 */
async function findOwner(connection, login, tokenKind) {
    const found = await account(connection, `/users/${(0,paths/* segment */.mX)(login)}`).catch(explainMissing(login));
    const isOrganization = found.type === 'Organization';
    return {
        login: found.login,
        kind: isOrganization ? 'organization' : 'user',
        isTokenOwner: !isOrganization &&
            tokenKind !== 'installation' &&
            isSameLogin(await tokenLogin(connection), found.login)
    };
}
async function account(connection, path) {
    const { data } = await connection.send({ method: 'GET', path, expects: 200 });
    const login = (0,json/* isRecord */.u4)(data) ? (0,json/* textAt */.$6)(data, 'login') : null;
    const type = (0,json/* isRecord */.u4)(data) ? (0,json/* textAt */.$6)(data, 'type') : null;
    if (login !== null && login !== '' && type !== null)
        return { login, type };
    throw new errors/* GitHubError */.y({
        code: 'malformed',
        request: `GET ${path}`,
        problem: 'expected a user or an organisation, got something else',
        status: 200
    });
}
/** `null` where the token belongs to no user. */
async function tokenLogin(connection) {
    try {
        return (await account(connection, '/user')).login;
    }
    catch (error) {
        const isNobodys = error instanceof errors/* GitHubError */.y && (error.code === 'forbidden' || error.code === 'not-found');
        if (isNobodys)
            return null;
        throw error;
    }
}
function isSameLogin(one, other) {
    return one?.toLowerCase() === other.toLowerCase();
}
function explainMissing(login) {
    return (error) => {
        if (!(error instanceof errors/* GitHubError */.y) || error.code !== 'not-found')
            throw error;
        throw error.with({
            remedy: `There is no organisation or user \`${login}\` that this token can see: check the name, and whether the API URL is that of the right server`
        });
    };
}

;// CONCATENATED MODULE: ./lib/github/rate-limit.js


/**
 * What is left of the token's hour, which costs nothing of it; `null` where there is no
 * limit, as on Enterprise Server by default.
 *
 * @see https://docs.github.com/rest/rate-limit/rate-limit
 */
async function rateLimit(connection) {
    try {
        const path = '/rate_limit';
        const { data } = await connection.send({ method: 'GET', path, expects: 200 });
        return (0,json/* isRecord */.u4)(data) ? parseRateLimit(data) : null;
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y && error.code === 'not-found')
            return null;
        throw error;
    }
}
function parseRateLimit(answer) {
    const resources = answer['resources'];
    const core = (0,json/* isRecord */.u4)(resources) ? resources['core'] : answer['rate'];
    if (!(0,json/* isRecord */.u4)(core))
        return null;
    const limit = (0,json/* integerAt */.OW)(core, 'limit');
    const remaining = (0,json/* integerAt */.OW)(core, 'remaining');
    const reset = (0,json/* integerAt */.OW)(core, 'reset');
    if (limit === null || remaining === null || reset === null)
        return null;
    return { limit, remaining, resetAt: reset * 1000 };
}

;// CONCATENATED MODULE: ./lib/github/repository-facts.js




/**
 * The pull requests of `repository` (`owner/name`). Oldest first, so that new ones do not shift
 * the pages; newest first where some numbers alone matter, which are most often new.
 *
 * @throws GitHubError where the list can't be read to its end.
 * @see https://docs.github.com/rest/pulls/pulls#list-pull-requests
 */
async function pullRequests(connection, repository, { state = 'all', numbers } = {}) {
    const direction = numbers === undefined ? 'asc' : 'desc';
    let isWhole = true;
    const all = await (0,pages/* listAll */._)(connection, {
        path: `${(0,paths/* repositoryPath */.SH)(repository)}/pulls?state=${state}&sort=created&direction=${direction}`,
        parse: parsePullRequest,
        keyOf: ({ number }) => number,
        ...(numbers === undefined
            ? {}
            : {
                // Whatever order they come in, what was seen is settled (ruling 62).
                isEnough: (rows) => {
                    const seen = new Set(rows.map(({ number }) => number));
                    isWhole = [...numbers].some((number) => !seen.has(number));
                    return !isWhole;
                }
            })
    }).catch(withPermission('pull-requests: read'));
    const own = all.filter(({ headRepository }) => headRepository?.toLowerCase() === repository.toLowerCase());
    return {
        open: all.filter(({ isOpen }) => isOpen).map(({ number }) => number),
        closed: all
            .filter(({ isOpen }) => !isOpen)
            .map(({ number, closedAt }) => ({ number, closedAt })),
        heads: [...new Set(own.flatMap(({ headBranch }) => headBranch ?? []))],
        isWhole
    };
}
/**
 * Names of all branches.
 *
 * @throws GitHubError where the list can't be read to its end.
 * @see https://docs.github.com/rest/branches/branches#list-branches
 */
function branches(connection, repository) {
    return names(connection, `${(0,paths/* repositoryPath */.SH)(repository)}/branches`, 'name');
}
/**
 * Names of all git tags, and of the tags of all releases that are no drafts.
 *
 * @throws GitHubError where a list can't be read to its end.
 * @see https://docs.github.com/rest/repos/repos#list-repository-tags
 * @see https://docs.github.com/rest/releases/releases#list-releases
 */
async function releaseTags(connection, repository) {
    const root = (0,paths/* repositoryPath */.SH)(repository);
    const [tags, releases] = await Promise.all([
        names(connection, `${root}/tags`, 'name'),
        names(connection, `${root}/releases`, 'tag_name', isPublished)
    ]);
    return [...new Set([...tags, ...releases])];
}
async function names(connection, path, field, isMeant = () => true) {
    const rows = await (0,pages/* listAll */._)(connection, {
        path,
        parse: (row) => {
            const name = (0,json/* isRecord */.u4)(row) ? (0,json/* textAt */.$6)(row, field) : null;
            if (!(0,json/* isRecord */.u4)(row) || name === null)
                return null;
            return { key: (0,json/* integerAt */.OW)(row, 'id') ?? name, name, isMeant: isMeant(row) };
        },
        keyOf: ({ key }) => key
    }).catch(withPermission('contents: read'));
    return rows.flatMap((row) => (row.isMeant ? [row.name] : []));
}
function isPublished(row) {
    return (0,json/* isRecord */.u4)(row) && row['draft'] !== true;
}
function parsePullRequest(row) {
    if (!(0,json/* isRecord */.u4)(row))
        return null;
    const number = (0,json/* integerAt */.OW)(row, 'number');
    const state = row['state'];
    if (number === null || (state !== 'open' && state !== 'closed'))
        return null;
    const head = (0,json/* isRecord */.u4)(row['head']) ? row['head'] : {};
    // A fork that was deleted since leaves `null`.
    const repository = (0,json/* isRecord */.u4)(head['repo']) ? head['repo'] : {};
    return {
        number,
        isOpen: state === 'open',
        closedAt: (0,json/* parseTimestamp */.EH)(row['closed_at']),
        headRepository: (0,json/* textAt */.$6)(repository, 'full_name'),
        headBranch: (0,json/* textAt */.$6)(head, 'ref')
    };
}
function withPermission(permission) {
    return (error) => {
        const isRefused = error instanceof errors/* GitHubError */.y && (error.code === 'forbidden' || error.code === 'not-found');
        if (!isRefused)
            throw error;
        throw error.with({
            remedy: `Give the job the permission \`${permission}\`, or use a token that can read the repository`
        });
    };
}

;// CONCATENATED MODULE: ./lib/github/restorations.js





/**
 * Restores one version. Its package must be there.
 *
 * @throws GitHubError for all that is no outcome.
 * @see https://docs.github.com/rest/packages/packages#restore-package-version-for-an-organization
 */
async function restoreVersion(connection, ref, id) {
    const path = `${(0,paths/* versionPath */.qW)(ref, id)}/restore`;
    const refused = await restore(connection, path);
    if (refused === null)
        return { kind: 'restored' };
    if (!(await hasPackage(connection, ref))) {
        return {
            kind: 'expired-or-taken',
            message: `the package itself is not there: restore it first (${refused.said})`
        };
    }
    if (await hasVersion(connection, ref, id))
        return there(refused);
    const isHidden = refused.code === 'not-found' && /package not found/i.test(refused.said);
    return isHidden ? { kind: 'denied', message: adminRemedy(ref, 'restore') } : lost(refused);
}
/**
 * Restores a package with the versions that it had.
 *
 * @throws GitHubError for all that is no outcome.
 * @see https://docs.github.com/rest/packages/packages#restore-a-package-for-an-organization
 */
async function restorePackage(connection, ref) {
    const refused = await restore(connection, `${(0,paths/* packagePath */.C0)(ref)}/restore`);
    if (refused === null)
        return { kind: 'restored' };
    return (await hasPackage(connection, ref)) ? there(refused) : lost(refused);
}
const restorations_REFUSALS = new Set([400, 404, 409, 410, 422]);
/** The refusal, where it may be an outcome: GitHub documents none but 404. */
async function restore(connection, path) {
    try {
        await connection.send({ method: 'POST', path, expects: 204 });
        return null;
    }
    catch (error) {
        const isRefusal = error instanceof errors/* GitHubError */.y && restorations_REFUSALS.has(error.status ?? 0);
        if (isRefusal)
            return error;
        throw error;
    }
}
async function hasVersion(connection, ref, id) {
    try {
        return (await (0,versions/* getVersion */.HF)(connection, ref, id)) !== null;
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y && error.code === 'not-found')
            return false;
        throw error;
    }
}
/** It is there: by an earlier try of this request that broke off, or by somebody else. */
function there({ failure }) {
    return { kind: failure.afterFault === true ? 'restored' : 'already-there' };
}
function lost({ said }) {
    return {
        kind: 'expired-or-taken',
        message: `GitHub restores only what was deleted within 30 days and of which the name was not used again${said === '' ? '' : ` (${said})`}`
    };
}

;// CONCATENATED MODULE: ./lib/github/client.js










const LONGEST_WAIT_MS = 5 * time/* MINUTE_MS */.kg;
/** Makes the client. Nothing is sent before the first method is called. */
function createGitHubClient(options) {
    const { clock, octokit, tokenKind, onRequest, signal, deadline = Infinity } = options;
    const isShort = options.mayWait ?? ((ms) => ms <= LONGEST_WAIT_MS);
    const mayWait = (ms) => clock.now() + ms <= deadline && isShort(ms);
    const random = options.random ?? Math.random;
    const pace = new Pace(clock, mayWait);
    const shared = { octokit, clock, pace, random, mayWait, deadline };
    const connection = new Connection({ ...shared, onRequest, signal });
    return {
        get tokenFacts() {
            return connection.tokenFacts;
        },
        tokenKind,
        get requestCount() {
            return connection.requestCount;
        },
        get openCount() {
            return connection.openCount;
        },
        findOwner: (login) => findOwner(connection, login, tokenKind),
        listPackages: (owner, type) => listPackages(connection, owner, type, tokenKind),
        getPackage: (ref) => getPackage(connection, ref),
        listVersions: (ref, { state } = {}) => (0,versions/* listVersions */.yO)(connection, ref, state),
        getVersion: (ref, id) => (0,versions/* getVersion */.HF)(connection, ref, id),
        deleteVersion: (ref, id, isStillMeant) => deleteVersion(connection, ref, id, isStillMeant),
        deletePackage: (ref, isStillMeant) => deletePackage(connection, ref, isStillMeant),
        restoreVersion: (ref, id) => restoreVersion(connection, ref, id),
        restorePackage: (ref) => restorePackage(connection, ref),
        pullRequests: (repository, query) => pullRequests(connection, repository, query),
        branches: (repository) => branches(connection, repository),
        releaseTags: (repository) => releaseTags(connection, repository),
        rateLimit: () => rateLimit(connection)
    };
}

// EXTERNAL MODULE: ./lib/http/fetch.js + 4 modules
var fetch = __webpack_require__(8531);
// EXTERNAL MODULE: ./lib/model/manifest.js
var manifest = __webpack_require__(1004);
// EXTERNAL MODULE: ./lib/registry/digests.js
var digests = __webpack_require__(5546);
;// CONCATENATED MODULE: ./lib/registry/errors.js
/** A registry said no, or something that makes no sense. `code` is for programs, `message` for people. */
class RegistryError extends Error {
    name = 'RegistryError';
    code;
    status;
    request;
    isOfRepository;
    constructor(code, what, options) {
        super(`${options.request}: ${what}`, options);
        this.code = code;
        this.status = options.status ?? null;
        this.request = options.request;
        this.isOfRepository = options.isOfRepository ?? false;
    }
}

// EXTERNAL MODULE: ./lib/registry/json-fields.js
var json_fields = __webpack_require__(4051);
// EXTERNAL MODULE: ./lib/registry/parse-manifest.js + 1 modules
var parse_manifest = __webpack_require__(4263);
;// CONCATENATED MODULE: ./lib/registry/request.js
/** `GET /v2/acme/app/manifests/latest`: the query and the headers stay out. */
function request_requestLine({ method, url }) {
    return `${method} ${url.pathname}`;
}

;// CONCATENATED MODULE: ./lib/registry/manifest-reading.js






/** What is made of the answer of 200 to a digest that can be checked. */
function readingOf({ body, headers }, digest) {
    if (!(0,digests/* isDigestOf */._Q)(digest, body))
        return unreadable(`${digest}: the bytes have another digest`);
    const json = (0,json_fields/* parseJson */.qF)(body);
    if (json === undefined)
        return unreadable(`${digest}: not JSON`);
    const contentType = headers.get('content-type');
    const manifest = (0,parse_manifest/* parseManifest */.N)(json, { digest, size: body.byteLength, contentType });
    if (typeof manifest === 'string')
        return unreadable(`${digest}: ${manifest}`);
    return { reading: { kind: 'read', manifest }, bytes: body, contentType };
}
/** The registry says that it does not know it. */
const ABSENT = {
    reading: { kind: 'absent' },
    bytes: null,
    contentType: null
};
/** A reading that brought nothing. */
function unreadable(why) {
    return { reading: { kind: 'unreadable', why }, bytes: null, contentType: null };
}
/** A reading that failed. */
function unreadableFor(error) {
    const failed = unreadable(error instanceof Error ? error.message : String(error));
    const isRefused = error instanceof RegistryError && error.isOfRepository;
    if (!isRefused || !manifest_reading_REFUSALS.has(error.code))
        return failed;
    return { ...failed, reading: { kind: 'unreadable', why: error.message, isForPackage: true } };
}
const manifest_reading_REFUSALS = new Set(['DENIED', 'UNAUTHORIZED']);
/** @throws RegistryError `WRONG_DIGEST` where the registry states another digest than that of the bytes */
function taggedManifestOf(answer) {
    const { body, headers } = answer;
    refuseOtherDigest(answer, body);
    const etag = headers.get('etag');
    return {
        digest: (0,digests/* digestOf */.ol)(body),
        bytes: body,
        contentType: headers.get('content-type'),
        etag: etag?.startsWith('"') === true ? etag : null
    };
}
/**
 * Compares the bytes with the digest that the registry states, where it states one that can
 * be checked.
 *
 * @throws RegistryError `WRONG_DIGEST`
 */
function refuseOtherDigest(answer, bytes) {
    const stated = answer.headers.get('docker-content-digest');
    if (stated === null || !(0,digests/* canCheck */.N1)(stated) || (0,digests/* isDigestOf */._Q)(stated, bytes))
        return;
    throw new RegistryError('WRONG_DIGEST', `${stated} is not the digest of the bytes`, {
        status: answer.status,
        request: request_requestLine(answer.request)
    });
}
/** @throws RegistryError `TOO_LARGE` where the body was cut off */
function refuseCut(answer) {
    if (!answer.isCut)
        return;
    throw new RegistryError('TOO_LARGE', `more than ${manifest/* MAX_MANIFEST_BYTES */.Z} bytes are no manifest`, {
        status: answer.status,
        request: request_requestLine(answer.request)
    });
}

// EXTERNAL MODULE: ./lib/registry/media-types.js
var media_types = __webpack_require__(7103);
;// CONCATENATED MODULE: ./lib/registry/concealed.js
const MAX_SHOWN = 300;
/**
 * A stranger's words as they may stand in a message: one line, without control characters (a
 * log would take `::` at a line's start for a command), cut where they go on and on, and
 * without what was sent as `authorization`, should the stranger repeat it.
 */
function concealed(text, authorization) {
    const hidden = secretsIn(authorization)
        .filter((secret) => secret !== '')
        .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    const line = hidden.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
    return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}
function secretsIn(authorization) {
    const [scheme = '', sent = ''] = authorization.split(' ', 2);
    if (!/^basic$/i.test(scheme))
        return [sent];
    const plain = Buffer.from(sent, 'base64').toString('utf8');
    return [sent, plain.slice(plain.indexOf(':') + 1)];
}

;// CONCATENATED MODULE: ./lib/registry/refusal-body.js

/**
 * The error codes that a registry's answer names, upper-case; empty where the body is not in
 * the form of the specification.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
function codesOf(body) {
    return (0,json_fields/* listField */.FZ)((0,json_fields/* parseJson */.qF)(body), 'errors').flatMap((error) => (0,json_fields/* textField */.M8)(error, 'code')?.toUpperCase() ?? []);
}

;// CONCATENATED MODULE: ./lib/registry/retry-wait.js

/** Retries of one request, after its first try. */
const retry_wait_MAX_RETRIES = 5;
/** Retries where it took too long each time. */
const MAX_TIMED_OUT_RETRIES = 2;
const FIRST_BACKOFF_MS = 500;
const GO_UNIT_MS = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    ms: 1,
    s: time/* SECOND_MS */._L,
    m: time/* MINUTE_MS */.kg,
    h: time/* HOUR_MS */.iQ
};
const GO_DURATION = /retry-after:\s*((?:\d+(?:\.\d+)?(?:ns|us|µs|μs|ms|s|m|h))+)/i;
/** Whether a registry that answers so may answer otherwise in a moment. */
function isPassing(status) {
    return status === 408 || status === 429 || status >= 500;
}
/**
 * How long a registry asks to be left alone: by the header `Retry-After` (seconds or a date),
 * else by what ghcr.io writes into the text, `retry-after: 1.16676ms, allowed: 44000/minute`.
 * `null` where it does not say.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * @see https://github.com/falcosecurity/plugins/issues/1069
 */
function askedWaitMs(header, text, now) {
    return headerWaitMs(header?.trim() ?? '', now) ?? goDurationMs(text);
}
function headerWaitMs(header, now) {
    if (/^\d+(\.\d+)?$/.test(header))
        return Number(header) * time/* SECOND_MS */._L;
    // Only the date forms have a letter; Date.parse would take a stray number for a year.
    const date = /[a-z]/i.test(header) ? Date.parse(header) : Number.NaN;
    return Number.isNaN(date) ? null : Math.max(0, date - now);
}
function goDurationMs(text) {
    const written = GO_DURATION.exec(text)?.[1];
    if (written === undefined)
        return null;
    const parts = written.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)/gi);
    return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * (GO_UNIT_MS[unit?.toLowerCase() ?? ''] ?? 0), 0);
}
/**
 * The pause before retry number `retry` (0 for the first): what was asked for and, so that
 * those who were sent away together do not come back together, a jittered backoff that
 * doubles each time. `random` gives 0 to 1.
 */
function retryWaitMs(retry, asked, random) {
    return (asked ?? 0) + FIRST_BACKOFF_MS * 2 ** retry * (0.5 + random / 2);
}

;// CONCATENATED MODULE: ./lib/registry/rate-limit.js



/** As GitHub words its limits; the rest of the sentence varies. */
const SECONDARY = /secondary rate|abuse detection/i;
const ANY_LIMIT = /secondary rate|abuse detection|\brate limit exceeded/i;
/**
 * Whether an answer asks to come again later, rather than refusing a permission: 429, and the
 * 403 that says so by `Retry-After`, its code or its words.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function isRateLimit({ status, headers, body }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    const isAsked = (headers.get('retry-after') ?? '').trim() !== '';
    return isAsked || ANY_LIMIT.test(textOf(body)) || codesOf(body).includes('TOOMANYREQUESTS');
}
/** Whether another try may bring another answer. */
function isWorthAnotherTry(answer) {
    return isPassing(answer.status) || isRateLimit(answer);
}
/** How long the answer asks to be left alone: a minute for a secondary limit that does not say. */
function waitAskedBy(answer, now) {
    if (!isWorthAnotherTry(answer))
        return null;
    const text = textOf(answer.body);
    const asked = askedWaitMs(answer.headers.get('retry-after'), text, now);
    if (asked !== null)
        return asked;
    return isRateLimit(answer) && SECONDARY.test(text) ? time/* MINUTE_MS */.kg : null;
}
function textOf(body) {
    return new TextDecoder().decode(body);
}

;// CONCATENATED MODULE: ./lib/registry/refusal.js






/** A body that says no is short; more of it is not looked at. */
const MAX_REFUSAL_BYTES = 64 * 1024;
/** Whether the registry itself says that it knows the repository but not this manifest. */
function isManifestUnknown(answer) {
    return codeOf(answer) === 'MANIFEST_UNKNOWN';
}
/**
 * The error that an unexpected answer stands for, with the server's words and what to do. What
 * was sent as authorization is taken out, should the server repeat it.
 */
function refusalOf(answer, options) {
    const code = codeOf(answer);
    const said = concealed(saidOf(answer.body), answer.request.headers['authorization'] ?? '');
    const what = `expected ${options.expected}, got ${answer.status}${said === '' ? '' : `: ${said}`}`;
    const remedy = remedyOf(answer, code, said, options.remedy);
    return new RegistryError(code, remedy === '' ? what : `${what}; ${remedy}`, {
        status: answer.status,
        request: request_requestLine(answer.request),
        isOfRepository: options.isOfRepository ?? false
    });
}
function codeOf(answer) {
    const { status } = answer;
    if (isRateLimit(answer))
        return 'TOO_MANY_REQUESTS';
    if (status === 401)
        return 'UNAUTHORIZED';
    if (status === 403)
        return 'DENIED';
    if (status === 404)
        return codeOfMissing(answer);
    if (status === 408)
        return 'TIMED_OUT';
    if (status === 413)
        return 'TOO_LARGE';
    return status >= 500 ? 'SERVER' : 'UNEXPECTED_STATUS';
}
/** Only a 404 that gives the one code, in the registry's own answer, speaks of the manifest. */
function codeOfMissing({ body, isRedirected, isCut }) {
    const codes = isRedirected || isCut ? [] : codesOf(body);
    if (codes.includes('NAME_UNKNOWN'))
        return 'NAME_UNKNOWN';
    const isOnlyThat = codes.length > 0 && codes.every((code) => code === 'MANIFEST_UNKNOWN');
    return isOnlyThat ? 'MANIFEST_UNKNOWN' : 'UNEXPECTED_STATUS';
}
function remedyOf({ source, isRedirected }, code, said, remedy) {
    if (source === 'elsewhere')
        return 'the answer came from another host, after a redirect';
    if (isRedirected)
        return 'the answer came from another address, after a redirect';
    if (code !== 'DENIED' && code !== 'UNAUTHORIZED')
        return '';
    if (/SAML/i.test(said))
        return 'authorize the token for single sign-on ("Configure SSO")';
    return remedy;
}
/** The server's words: its error messages where the body has the form, else the body's beginning. */
function saidOf(body) {
    const json = (0,json_fields/* parseJson */.qF)(body);
    const errors = (0,json_fields/* listField */.FZ)(json, 'errors').map((error) => [(0,json_fields/* textField */.M8)(error, 'code'), (0,json_fields/* textField */.M8)(error, 'message')].filter(Boolean).join(' '));
    if (errors.length > 0)
        return errors.join(', ');
    const text = (0,json_fields/* textField */.M8)(json, 'message') ?? (0,json_fields/* textField */.M8)(json, 'error');
    return text ?? ((0,json_fields/* field */.ZZ)(json, 'errors') === undefined ? new TextDecoder().decode(body) : '');
}

;// CONCATENATED MODULE: ./lib/registry/repository.js



/** A tag. @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/**
 * The name of the package's repository in the registry: `owner/name`, lower-case, slashes as
 * they are. Looser than the OCI grammar, since GitHub's own rule is not published, but never
 * anything that an address would read as more than a name.
 *
 * @throws RegistryError `MALFORMED` where no address can be made of it
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 */
function repositoryOf(ref) {
    const repository = `${ref.owner.login}/${ref.name}`.toLowerCase();
    if (repository.split('/').every((part) => /^[a-z0-9._-]+$/.test(part) && !/^\.+$/.test(part))) {
        return repository;
    }
    throw new RegistryError('MALFORMED', `${(0,model_package/* packageLabel */.lL)(ref)} can't be a repository's name`, {
        request: 'no request sent'
    });
}
/**
 * Where a manifest is, as a path: `/v2/acme/app/manifests/latest`.
 *
 * @throws RegistryError `MALFORMED` where `reference` is neither a tag nor a digest
 */
function manifestPath(ref, reference) {
    if (TAG.test(reference) || (0,digests/* isDigest */.Bc)(reference)) {
        return `/v2/${repositoryOf(ref)}/manifests/${reference}`;
    }
    const shown = JSON.stringify(reference).slice(0, 200);
    throw new RegistryError('MALFORMED', `${shown} is neither a tag nor a digest`, {
        request: 'no request sent'
    });
}

;// CONCATENATED MODULE: ./lib/registry/scope.js

/** @throws RegistryError `MALFORMED` where the package's name is none that a registry takes */
function pullScope(ref) {
    return `repository:${repositoryOf(ref)}:pull`;
}
/** @throws RegistryError `MALFORMED` where the package's name is none that a registry takes */
function pushScope(ref) {
    return `${pullScope(ref)},push`;
}
/** Whether nobody in particular may be let in: what is public may be read, never written. */
function isReadOnly(scope) {
    return scope.endsWith(':pull');
}
/** What to click when the registry refuses something in this scope. */
function remedyFor(scope) {
    const [role, permission] = isReadOnly(scope) ? ['Read', 'read'] : ['Write', 'write'];
    return (`the token needs ${permission}:packages (in a workflow: permissions: packages: ${permission}) ` +
        `and at least the ${role} role on the package (its settings, Manage Actions access)`);
}

;// CONCATENATED MODULE: ./lib/registry/challenge.js
const PART = /[\s,]*([\w!#$%&'*+.^`|~-]+)(?:[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/y;
/**
 * The challenges of a header, in order; nothing of what stands after a part that makes no
 * sense.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.www-authenticate
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
function parseChallenges(header) {
    const challenges = [];
    const part = new RegExp(PART);
    for (let match = part.exec(header); match !== null; match = part.exec(header)) {
        const [, name = '', quoted, bare] = match;
        const value = quoted?.replace(/\\(.)/g, '$1') ?? bare;
        if (value === undefined)
            challenges.push({ scheme: name.toLowerCase(), parameters: new Map() });
        else
            challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
    }
    return challenges;
}
/**
 * Where to get a token by a Bearer challenge: an http(s) address, relative ones taken from
 * the registry, without a user or password in it. `null` where there is none.
 */
function realmOf(challenge, registryUrl) {
    const realm = challenge.parameters.get('realm');
    if (realm === undefined || !URL.canParse(realm, registryUrl))
        return null;
    const url = new URL(realm, registryUrl);
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
        return null;
    url.username = '';
    url.password = '';
    url.hash = '';
    return url;
}
/**
 * Whether the token may be sent to the realm of a challenge: to the registry's own origin alone,
 * of which loopback has several names. GitHub's registries give out their tokens themselves, and
 * a GitHub token is for nobody else.
 */
function mayHoldCredentials(realm, registryUrl) {
    const registry = new URL(registryUrl);
    if (realm.origin === registry.origin)
        return true;
    return realm.port === registry.port && isLoopback(realm) && isLoopback(registry);
}
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./lib/registry/token-endpoint.js

/**
 * What an answer says about authorization: none is needed where it is a success, as the
 * challenge has it where it is 401. `null` where it says nothing, or came from elsewhere.
 */
function namedEndpoint({ status, headers, source }, registryUrl) {
    if (source === 'elsewhere')
        return null;
    if (status >= 200 && status < 300)
        return { kind: 'none' };
    if (status !== 401)
        return null;
    const challenges = parseChallenges(headers.get('www-authenticate') ?? '');
    for (const challenge of challenges) {
        const realm = challenge.scheme === 'bearer' ? realmOf(challenge, registryUrl) : null;
        if (realm === null)
            continue;
        const service = challenge.parameters.get('service') ?? new URL(registryUrl).host;
        const isTrusted = mayHoldCredentials(realm, registryUrl);
        return { kind: 'bearer', realm, service, isTrusted, isGuess: false };
    }
    return challenges.some(({ scheme }) => scheme === 'basic') ? { kind: 'basic' } : null;
}
/** `/token` at the registry itself, as on ghcr.io. */
function guessedEndpoint(registryUrl) {
    const realm = new URL(`${registryUrl}/token`);
    return { kind: 'bearer', realm, service: realm.host, isTrusted: true, isGuess: true };
}

;// CONCATENATED MODULE: ./lib/registry/token.js







/** What a token lives where the answer does not say. @see https://distribution.github.io/distribution/spec/auth/token/ */
const DEFAULT_LIFE_S = 60;
const EARLY_MS = 10 * time/* SECOND_MS */._L;
/** Before a doubtful answer is asked about once more. */
const SECOND_ASKING_MS = 500;
const REFUSAL_LIFE_MS = 60 * time/* SECOND_MS */._L;
/**
 * The token exchange of the distribution specification: the registry names in its challenge
 * who gives out tokens; where it does not, `/token` at the registry is asked. One exchange is
 * in flight for one scope, whoever waits for it.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
function createTokenSource(options) {
    const { registryUrl, token, transport, clock } = options;
    const grants = new Map();
    let endpoint = null;
    async function authorize(scope) {
        const held = grants.get(scope);
        const grant = await held;
        if (grant !== undefined && clock.now() < grant.expiresAt)
            return unwrap(grant);
        if (held !== undefined)
            forget(scope, held);
        return unwrap(await (grants.get(scope) ?? obtain(scope)));
    }
    function obtain(scope) {
        endpoint ??= askForEndpoint();
        const grant = endpoint.then((found) => grantBy(found, scope));
        grants.set(scope, grant);
        grant.catch(() => forget(scope, grant));
        return grant;
    }
    function forget(scope, grant) {
        if (grants.get(scope) === grant)
            grants.delete(scope);
    }
    async function renew(scope, refused, answer) {
        const guess = refused.header === null ? guessedEndpoint(registryUrl) : null;
        const named = namedEndpoint(answer, registryUrl) ?? guess;
        if (named !== null)
            endpoint = Promise.resolve(named);
        const held = grants.get(scope);
        // Somebody else's 401 may have brought a new one already.
        if (held !== undefined && (await held) === refused)
            forget(scope, held);
        return authorize(scope);
    }
    async function askForEndpoint() {
        const url = new URL(`${registryUrl}/v2/`);
        const answer = await transport
            .send({
            method: 'GET',
            url,
            headers: {},
            maxBytes: MAX_REFUSAL_BYTES,
            isWorthRetrying: false
        })
            .catch(() => null);
        // A fault says nothing about next time.
        if (answer === null || answer.status === 408 || answer.status >= 429)
            endpoint = null;
        const named = answer === null ? null : namedEndpoint(answer, registryUrl);
        return named ?? guessedEndpoint(registryUrl);
    }
    async function grantBy(found, scope) {
        if (found.kind === 'none')
            return token_open(null);
        if (found.kind === 'basic')
            return token_open(token === null ? null : `Basic ${basic(token)}`);
        if (token === null)
            return exchange(found, scope, null);
        if (!found.isTrusted)
            return standIn(await exchange(found, scope, null));
        const grant = await exchange(found, scope, token);
        if (!('refusal' in grant) || !isReadOnly(scope))
            return grant;
        const asNobody = await exchange(found, scope, null);
        return 'refusal' in asNobody ? grant : standIn(asNobody);
    }
    async function exchange({ realm, service, isGuess }, scope, credentials) {
        const url = new URL(realm);
        url.searchParams.set('service', service);
        url.searchParams.set('scope', scope);
        const { askedAt, answer } = await askTwice({
            method: 'GET',
            url,
            headers: credentials === null ? {} : { authorization: `Basic ${basic(credentials)}` },
            maxBytes: MAX_REFUSAL_BYTES
        });
        if (answer.status === 200)
            return bearerOf(answer, askedAt);
        // A registry without tokens, such as a plain one on loopback, has nobody to give them out.
        if (isGuess && (answer.status === 404 || answer.status === 405))
            return token_open(null);
        const remedy = remedyFor(scope);
        const refusal = refusalOf(answer, { expected: '200', remedy, isOfRepository: true });
        if (refusal.code !== 'DENIED' && refusal.code !== 'UNAUTHORIZED')
            throw refusal;
        return { refusal, expiresAt: clock.now() + REFUSAL_LIFE_MS };
    }
    /** Once more where the answer is one that a registry gives by mistake: nothing is concluded from one. */
    async function askTwice(request) {
        const first = await ask(request);
        if (!isDoubtful(first.answer))
            return first;
        await clock.sleep(SECOND_ASKING_MS);
        return ask(request);
    }
    async function ask(request) {
        const askedAt = clock.now();
        return { askedAt, answer: await transport.send(request) };
    }
    return { authorize, renew };
}
/** Credentials that were not taken, and a success without a token, such as a web page. */
function isDoubtful({ status, body, request }) {
    if (status === 401)
        return request.headers['authorization'] !== undefined;
    return status === 200 && tokenIn((0,json_fields/* parseJson */.qF)(body)) === '';
}
function tokenIn(json) {
    return (0,json_fields/* textField */.M8)(json, 'token') || (0,json_fields/* textField */.M8)(json, 'access_token') || '';
}
function bearerOf(answer, askedAt) {
    const json = answer.source === 'elsewhere' ? null : (0,json_fields/* parseJson */.qF)(answer.body);
    const bearer = tokenIn(json);
    // With a line break in it, the header would be refused with the token in the message.
    if (!/^[\u0021-\u007e]+$/.test(bearer)) {
        throw new RegistryError('MALFORMED', 'the answer holds no token', {
            status: answer.status,
            request: request_requestLine(answer.request)
        });
    }
    const lifeMs = lifeSecondsOf((0,json_fields/* field */.ZZ)(json, 'expires_in')) * time/* SECOND_MS */._L;
    const expiresAt = askedAt + Math.max(lifeMs - EARLY_MS, lifeMs / 2);
    return { header: `Bearer ${bearer}`, isStandIn: false, expiresAt };
}
function unwrap(grant) {
    if ('refusal' in grant)
        throw grant.refusal;
    return grant;
}
function token_open(header) {
    return { header, isStandIn: false, expiresAt: Number.POSITIVE_INFINITY };
}
function standIn(grant) {
    return 'refusal' in grant ? grant : { ...grant, isStandIn: true };
}
function lifeSecondsOf(expiresIn) {
    return typeof expiresIn === 'number' && expiresIn > 0 ? expiresIn : DEFAULT_LIFE_S;
}
/** Any user name will do on GitHub. */
function basic(token) {
    return Buffer.from(`token:${token}`, 'utf8').toString('base64');
}

;// CONCATENATED MODULE: ./lib/registry/body.js
/**
 * Reads a body until `maxBytes` are exceeded, and hangs up then: whatever length the server
 * claims, and however far it unpacks, no more than a piece beyond that is ever held.
 */
async function readBody(response, maxBytes) {
    if (response.body === null)
        return { bytes: new Uint8Array(), isCut: false };
    const reader = response.body.getReader();
    const pieces = [];
    let size = 0;
    for (;;) {
        const { done, value } = await reader.read();
        if (done)
            return { bytes: join(pieces, size), isCut: false };
        pieces.push(value);
        size += value.byteLength;
        if (size > maxBytes) {
            // What the connection says to being cut off is no news.
            await reader.cancel().catch(() => undefined);
            return { bytes: join(pieces, size).slice(0, maxBytes), isCut: true };
        }
    }
}
function join(pieces, size) {
    const bytes = new Uint8Array(size);
    let offset = 0;
    for (const piece of pieces) {
        bytes.set(piece, offset);
        offset += piece.byteLength;
    }
    return bytes;
}

;// CONCATENATED MODULE: ./lib/registry/fault.js





const FAULTS = {
    CONNECTION: 'the connection failed',
    TIMED_OUT: 'no answer in time',
    TOO_LARGE: 'the answer is too large',
    UNEXPECTED_STATUS: 'a redirect that is not followed'
};
/** The error for a request that brought no answer, whatever `fetch` threw. */
function faultOf(request, cause) {
    const chain = chainOf(cause);
    const why = concealed(wordsOf(chain), request.headers['authorization'] ?? '');
    const code = faultCodeOf(chain);
    const what = FAULTS[code] + (why === '' ? '' : ` (${why})`);
    return new RegistryError(code, what, { request: request_requestLine(request), cause });
}
/** How many retries a request may have had that ends so. What stalls for a minute mostly stalls again. */
function retriesAfter({ code }) {
    if (code === 'TIMED_OUT')
        return MAX_TIMED_OUT_RETRIES;
    return code === 'CONNECTION' ? retry_wait_MAX_RETRIES : 0;
}
/** The error and its causes: fetch hides `ECONNRESET` behind `fetch failed`. */
function chainOf(cause) {
    const chain = [];
    let error = cause;
    while (typeof error === 'object' && error !== null && chain.length < 10) {
        const fault = error;
        chain.push(fault);
        error = fault.cause;
    }
    return chain;
}
function faultCodeOf(chain) {
    const [first] = chain;
    if (first instanceof http_errors/* TransportError */.w && first.code === 'too-large')
        return 'TOO_LARGE';
    if (first instanceof http_errors/* TransportError */.w && first.code === 'redirect')
        return 'UNEXPECTED_STATUS';
    const names = chain.flatMap(({ name, code }) => [name, code]);
    const isTimeOut = names.some((name) => typeof name === 'string' && /timed?[-_]?out/i.test(name));
    return isTimeOut ? 'TIMED_OUT' : 'CONNECTION';
}
function wordsOf(chain) {
    const [first] = chain;
    if (first instanceof http_errors/* TransportError */.w)
        return first.message;
    const { code, message } = chain.at(-1) ?? {};
    const words = typeof code === 'string' ? code : message;
    return typeof words === 'string' ? words : '';
}

;// CONCATENATED MODULE: ./lib/registry/pace.js
/** Answers without a complaint before one more request may be in flight again. */
const ANSWERS_TO_RECOVER = 20;
/**
 * At most `concurrency` requests in flight. After a complaint nothing starts until the pause
 * is over, and half as many run at once, never less than one; for every few answers without a
 * complaint there is room for one more.
 */
function createPace(clock, concurrency) {
    const most = Math.max(1, concurrency);
    const waiting = [];
    let limit = most;
    let inFlight = 0;
    let answered = 0;
    let pausedUntil = 0;
    let slowdowns = 0;
    function startNext() {
        while (inFlight < limit) {
            const start = waiting.shift();
            if (start === undefined)
                return;
            inFlight += 1;
            start();
        }
    }
    async function turn() {
        await new Promise((resolve) => {
            waiting.push(resolve);
            startNext();
        });
        for (let left = pausedUntil - clock.now(); left > 0; left = pausedUntil - clock.now()) {
            await clock.sleep(left);
        }
    }
    // Requests that were in flight together complain together: that slows down once.
    function slowDown(slowdownsAtStart, pauseMs) {
        pausedUntil = Math.max(pausedUntil, clock.now() + pauseMs);
        answered = 0;
        if (slowdowns !== slowdownsAtStart)
            return;
        slowdowns += 1;
        limit = Math.max(1, Math.floor(limit / 2));
    }
    function finish() {
        inFlight -= 1;
        answered += 1;
        if (answered >= ANSWERS_TO_RECOVER) {
            answered = 0;
            limit = Math.min(most, limit + 1);
        }
        startNext();
    }
    return {
        async run(task) {
            await turn();
            const slowdownsAtStart = slowdowns;
            try {
                return await task((pauseMs) => slowDown(slowdownsAtStart, pauseMs));
            }
            finally {
                finish();
            }
        }
    };
}

;// CONCATENATED MODULE: ./lib/registry/transport.js






/** A transport with its own limit of requests in flight, count and pace. */
function createTransport(options) {
    const { clock, random, signal, mayWait = (ms) => ms <= 5 * time/* MINUTE_MS */.kg } = options;
    const pace = createPace(clock, options.concurrency ?? 16);
    let requestCount = 0;
    async function attempt(request, complain) {
        requestCount += 1;
        try {
            const answer = await transport_exchange(options, request);
            const asked = waitAskedBy(answer, clock.now());
            if (isRateLimit(answer))
                complain(mayWait(asked ?? 0) ? (asked ?? 0) : 0);
            return { retries: isWorthAnotherTry(answer) ? retry_wait_MAX_RETRIES : 0, asked, answer };
        }
        catch (cause) {
            const error = faultOf(request, cause);
            return { retries: signal?.aborted === true ? 0 : retriesAfter(error), asked: null, error };
        }
    }
    async function send(request) {
        for (let retry = 0;; retry += 1) {
            const outcome = await pace.run((complain) => attempt(request, complain));
            const waitMs = retryWaitMs(retry, outcome.asked, random());
            const retries = request.isWorthRetrying === false ? 0 : outcome.retries;
            if (retry >= retries || !mayWait(waitMs))
                return transport_unwrap(outcome);
            await clock.sleep(waitMs);
            if (signal?.aborted === true)
                return transport_unwrap(outcome);
        }
    }
    return { send, requestCount: () => requestCount };
}
function transport_unwrap(outcome) {
    if ('error' in outcome)
        throw outcome.error;
    return outcome.answer;
}
async function transport_exchange({ fetch, signal, userAgent }, request) {
    const { method, url, maxBytes } = request;
    const response = await fetch(url.href, {
        method,
        headers: {
            ...request.headers,
            ...(userAgent === undefined ? {} : { 'user-agent': userAgent })
        },
        ...(request.body === undefined ? {} : { body: request.body }),
        ...(signal === undefined ? {} : { signal })
    });
    const { bytes, isCut } = await readBody(response, maxBytes);
    const { status, headers } = response;
    const source = sourceOf(url, response.url);
    const isRedirected = source !== 'unknown' && new URL(response.url).href !== url.href;
    return { request, status, headers, body: bytes, isCut, source, isRedirected };
}
function sourceOf(asked, answered) {
    if (!URL.canParse(answered))
        return 'unknown';
    return new URL(answered).origin === asked.origin ? 'registry' : 'elsewhere';
}

;// CONCATENATED MODULE: ./lib/registry/manifest-client.js











/** Before a 404 is asked about once more. */
const manifest_client_SECOND_ASKING_MS = 200;
/** A client of one registry with one token. All packages share its limit of requests in flight. */
function createRegistryClient(options) {
    const { token, clock } = options;
    const registryUrl = options.registryUrl.replace(/\/+$/, '');
    const transport = createTransport(options);
    const tokens = createTokenSource({ registryUrl, token, transport, clock });
    async function send(scope, request) {
        const authorization = await tokens.authorize(scope);
        const answer = await transport.send(withHeader(request, authorization));
        if (answer.status !== 401 || answer.source === 'elsewhere')
            return { answer, authorization };
        const renewed = await tokens.renew(scope, authorization, answer);
        return { answer: await transport.send(withHeader(request, renewed)), authorization: renewed };
    }
    async function ask(method, ref, reference) {
        return send(pullScope(ref), {
            method,
            url: new URL(`${registryUrl}${manifestPath(ref, reference)}`),
            headers: { accept: media_types/* ACCEPT */.FA },
            maxBytes: manifest/* MAX_MANIFEST_BYTES */.Z
        });
    }
    /** The answer of 200, or `null` for a 404 that the registry means. */
    async function get(ref, reference) {
        const { answer, authorization } = await ask('GET', ref, reference);
        if (answer.status === 200) {
            refuseCut(answer);
            return answer;
        }
        const remedy = remedyFor(pullScope(ref));
        if (!isManifestUnknown(answer))
            throw refusalOf(answer, { expected: '200', remedy });
        if (!authorization.isStandIn)
            return null;
        throw new RegistryError('DENIED', `404 to a reader without a token; ${remedy}`, {
            status: answer.status,
            request: request_requestLine(answer.request)
        });
    }
    async function getTwice(ref, digest) {
        const first = await get(ref, digest);
        if (first !== null)
            return first;
        await clock.sleep(manifest_client_SECOND_ASKING_MS);
        return get(ref, digest);
    }
    async function readManifest(ref, digest) {
        if (!(0,digests/* canCheck */.N1)(digest))
            return unreadable(`${digest}: not a digest that can be checked`);
        try {
            const answer = await getTwice(ref, digest);
            return answer === null ? ABSENT : readingOf(answer, digest);
        }
        catch (error) {
            return unreadableFor(error);
        }
    }
    async function knows(ref, digest) {
        try {
            const { answer } = await ask('HEAD', ref, digest);
            if (answer.status === 200)
                return 'present';
            if (answer.status !== 404 && answer.status !== 405)
                return 'unreadable';
            // An answer to HEAD has no body, and so never says whose 404 it is.
            return (await get(ref, digest)) === null ? 'absent' : 'present';
        }
        catch {
            return 'unreadable';
        }
    }
    async function readTag(ref, tag) {
        const answer = await get(ref, tag);
        return answer === null ? null : taggedManifestOf(answer);
    }
    async function putManifest(ref, tag, bytes, mediaType, ifOn) {
        const scope = pushScope(ref);
        const etag = ifOn?.etag ?? null;
        const { answer } = await send(scope, {
            method: 'PUT',
            url: new URL(`${registryUrl}${manifestPath(ref, tag)}`),
            headers: { 'content-type': mediaType, ...(etag === null ? {} : { 'if-match': etag }) },
            body: bytes,
            maxBytes: MAX_REFUSAL_BYTES
        });
        const isStored = (answer.status === 201 || answer.status === 200) && isNear(answer);
        if (!isStored)
            throw refusalOf(answer, { expected: '201', remedy: remedyFor(scope) });
        refuseOtherDigest(answer, bytes);
        return { digest: (0,digests/* digestOf */.ol)(bytes) };
    }
    return { readManifest, knows, readTag, putManifest, requestCount: transport.requestCount };
}
function isNear({ source }) {
    return source !== 'elsewhere';
}
function withHeader(request, { header }) {
    if (header === null)
        return request;
    return { ...request, headers: { ...request.headers, authorization: header } };
}

;// CONCATENATED MODULE: ./lib/registry/npm-dist-tags.js





/** The whole document of a package with thousands of versions is large. */
const MAX_BYTES = 64 * 1024 * 1024;
const REMEDY = 'the token needs read:packages (in a workflow: permissions: packages: read) and at least the ' +
    'Read role on the package';
/**
 * A client of one npm registry with one token.
 *
 * @see https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md
 * @see https://docs.github.com/packages/working-with-a-github-packages-registry/working-with-the-npm-registry
 */
function createNpmClient(options) {
    const base = options.npmRegistryUrl.replace(/\/+$/, '');
    const transport = createTransport(options);
    /** The answer of 200, or `null` where there is no such route or package. */
    async function get(path) {
        const answer = await transport.send({
            method: 'GET',
            url: new URL(`${base}${path}`),
            headers: { accept: 'application/json', ...authorizationOf(options.token) },
            maxBytes: MAX_BYTES
        });
        if (answer.status === 200)
            return answer;
        if ([404, 405, 501].includes(answer.status))
            return null;
        throw refusalOf(answer, { expected: '200', remedy: REMEDY });
    }
    async function readDistTags(owner, name) {
        const path = `@${encodeURIComponent(owner.toLowerCase())}%2f${encodeURIComponent(name)}`;
        const short = await get(`/-/package/${path}/dist-tags`);
        const tags = short === null ? null : parseTags((0,json_fields/* parseJson */.qF)(short.body));
        // What was published has a tag: an empty answer comes of a route that is not really there.
        if (tags !== null && Object.keys(tags).length > 0)
            return tags;
        return tagsOfDocument(path, await get(`/${path}`));
    }
    return { readDistTags, requestCount: transport.requestCount };
}
function tagsOfDocument(path, answer) {
    if (answer === null) {
        throw new RegistryError('NAME_UNKNOWN', 'the npm registry does not know this package', {
            status: 404,
            request: `GET /${path}`
        });
    }
    const tags = answer.isCut ? null : parseTags((0,json_fields/* field */.ZZ)((0,json_fields/* parseJson */.qF)(answer.body), 'dist-tags'));
    if (tags !== null)
        return tags;
    throw new RegistryError('MALFORMED', 'the answer holds no dist-tags', {
        status: answer.status,
        request: request_requestLine(answer.request)
    });
}
function authorizationOf(token) {
    if (token === null)
        return {};
    if (/^[\u0021-\u007e]+$/.test(token))
        return { authorization: `Bearer ${token}` };
    // The HTTP library would repeat the whole header in its message.
    throw new RegistryError('UNAUTHORIZED', 'the token holds signs that no token has', {
        request: 'no request sent'
    });
}
/** `null` unless each tag has a version. */
function parseTags(json) {
    if (!(0,json_fields/* isJsonObject */.OW)(json))
        return null;
    const tags = [];
    for (const [tag, version] of Object.entries(json)) {
        // npm's own client leaves this one out: it is no tag.
        if (tag === '_etag')
            continue;
        if (typeof version !== 'string' || version === '')
            return null;
        tags.push([tag, version]);
    }
    return Object.fromEntries(tags);
}

// EXTERNAL MODULE: ./lib/run/budget.js
var budget = __webpack_require__(4684);
// EXTERNAL MODULE: ./lib/run/tool-version.js
var tool_version = __webpack_require__(6034);
;// CONCATENATED MODULE: ./lib/run/build-world.js










/** No wait that a server asks for is longer. */
const build_world_LONGEST_WAIT_MS = 5 * time/* MINUTE_MS */.kg;
/** A tag that was being taken off when the time was over has to be put back all the same. */
const REGISTRY_GRACE_MS = 10 * time/* SECOND_MS */._L;
/** Puts together all that a run touches; nothing is asked of any server yet. */
function buildWorld(parts) {
    const { config, clock, environment, interruption, octokit } = parts;
    const deadline = config.dryRun ? Infinity : (0,budget/* deadlineOf */.G0)(clock.now(), config.timeLimit);
    const mayWait = (ms) => interruption.reason === null && ms <= build_world_LONGEST_WAIT_MS;
    const token = config.token === '' ? null : config.token;
    const { signal } = interruption;
    const common = { clock, signal, random: Math.random };
    const registry = {
        ...common,
        token,
        userAgent: tool_version/* USER_AGENT */._,
        mayWait: (ms) => mayWait(ms) && ms <= Math.max(REGISTRY_GRACE_MS, deadline - clock.now())
    };
    return {
        github: createGitHubClient({
            ...common,
            mayWait,
            deadline,
            octokit,
            tokenKind: (0,github_token/* classifyToken */.O)(config.token)
        }),
        registry: createRegistryClient({
            ...registry,
            registryUrl: config.registryUrl,
            fetch: (0,fetch/* createFetch */.H)({ environment, maxBodyBytes: manifest/* MAX_MANIFEST_BYTES */.Z })
        }),
        npm: createNpmClient({
            ...registry,
            npmRegistryUrl: config.npmRegistryUrl,
            fetch: (0,fetch/* createFetch */.H)({ environment })
        }),
        clock,
        telling: parts.telling,
        files: parts.files,
        kept: config.manifestCache ? parts.kept : null,
        workspace: parts.workspace,
        nonce: () => (0,external_node_crypto_.randomBytes)(16).toString('hex'),
        interrupted: () => interruption.reason,
        toolVersion: tool_version/* TOOL_VERSION */.w
    };
}


/***/ }),

/***/ 6968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ writeDurably)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



/**
 * Replaces a file in one step: whoever reads it finds the old or the new content, also after a
 * power cut. Makes the folder where there is none.
 *
 * @throws Error as the file system gives it; the file is as it was then
 */
async function writeDurably(path, content) {
    const draft = `${path}.${process.pid}.tmp`;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(draft, 'w');
        try {
            await file.writeFile(content);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(draft, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(draft, { force: true });
        throw error;
    }
    syncFolder((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
}
/** Makes a rename last. Not every file system can. */
function syncFolder(folder) {
    try {
        const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(folder, 'r');
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fsyncSync)(handle);
        }
        finally {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
        }
    }
    catch {
        // Windows refuses to open a folder; the rename stands all the same.
    }
}


/***/ }),

/***/ 258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   bd: () => (/* binding */ inputRow),
/* harmony export */   wp: () => (/* binding */ isInputName)
/* harmony export */ });
/* unused harmony export INPUTS */
/* harmony import */ var _report_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5650);

const ALL = _report_report_js__WEBPACK_IMPORTED_MODULE_0__/* .RUN_MODES */ .P;
const CLEANUP = ['cleanup'];
/** `apply` asks for the limits again of what is left of the plan (ruling 3). */
const DECIDING = ['cleanup', 'apply'];
const APPLY = ['apply'];
const RESTORE = ['restore'];
/** All inputs, in the order of the documentation. */
const INPUTS = {
    token: row('text', ALL, null, 'TOKEN', 'token for the REST API and the registry'),
    owner: row('text', ALL, null, 'NAME', 'organisation or user that has the packages'),
    'package-type': row('list', ALL, 'container', 'TYPES', 'types of packages, or all'),
    packages: row('list', ALL, null, 'NAMES', 'names or globs of packages; ! in front excludes'),
    'api-url': row('url', ALL, null, 'URL', 'address of the REST API'),
    'registry-url': row('url', ALL, null, 'URL', 'address of the container registry'),
    'npm-registry-url': row('url', ALL, null, 'URL', 'address of the npm registry'),
    'delete-tags': row('list', CLEANUP, null, 'PATTERNS', 'selects these tags'),
    'delete-untagged': row('boolean', CLEANUP, null, '', 'selects untagged images'),
    'older-than': row('duration', CLEANUP, null, 'AGE', 'selects only what is older'),
    'delete-prereleases': row('boolean', CLEANUP, null, '', 'selects only prereleases'),
    'delete-broken': row('list', CLEANUP, null, 'KINDS', 'ghost, partial, orphaned, unpullable'),
    'keep-tags': row('list', CLEANUP, null, 'PATTERNS', 'always kept'),
    'keep-newest': row('number', CLEANUP, null, 'N', 'keeps the N newest tagged images'),
    'keep-newest-untagged': row('number', CLEANUP, null, 'N', 'keeps the N newest untagged images'),
    'keep-newer-than': row('duration', CLEANUP, null, 'AGE', 'keeps everything younger'),
    'policy-file': row('path', CLEANUP, null, 'FILE', 'policy file instead of the rules above'),
    policy: row('yaml', CLEANUP, null, 'YAML', 'the policy itself'),
    mode: row('word', ALL, 'cleanup', 'MODE', 'cleanup, apply, restore or repair'),
    'dry-run': row('boolean', ALL, 'false', '', 'compute and report the plan, change nothing'),
    plan: row('path', APPLY, null, 'FILE', 'report.json of the dry run to carry out'),
    'plan-max-age': row('duration', APPLY, '7d', 'AGE', 'refuse an older plan'),
    report: row('path', RESTORE, null, 'FILE', 'report.json of the run to undo'),
    'version-ids': row('list', RESTORE, null, 'IDS', 'ids of versions to bring back'),
    'deleted-tags': row('list', RESTORE, null, 'PATTERNS', 'bring back deleted versions by tag'),
    'deleted-within': row('duration', RESTORE, null, 'AGE', 'bring back what was deleted since'),
    untag: row('boolean', DECIDING, 'false', '', 'take selected tags off versions that stay'),
    'untagged-grace': row('duration', DECIDING, '1d', 'AGE', 'younger untagged images stay'),
    'age-by': row('word', DECIDING, 'created', 'DATE', 'created or updated'),
    'last-version': row('word', DECIDING, 'keep', 'WAY', 'keep, delete-package or fail'),
    'max-deletions': row('limit', DECIDING, null, 'LIMIT', 'such as 500 or 25%; beyond it nothing'),
    share: row('share', ALL, null, 'N/M', 'only this share of the packages, such as 3/20'),
    'time-limit': row('duration', ALL, null, 'TIME', 'start no new changes after this long'),
    'reserve-requests': row('number', ALL, '100', 'N', 'requests to leave of the hour’s budget'),
    concurrency: row('number', ALL, '10', 'N', 'changes in flight at once, 1 to 50'),
    'manifest-cache': row('boolean', ALL, 'true', '', 'keep what was read of manifests'),
    'report-directory': row('path', ALL, null, 'FOLDER', 'where the reports are written'),
    'fail-on': row('word', ALL, 'error', 'WHEN', 'error, or never: failures only warn')
};
const INPUT_NAMES = Object.keys(INPUTS).filter(isInputName);
/** The row of an input, in the general form. */
function inputRow(name) {
    return INPUTS[name];
}
function isInputName(name) {
    return Object.hasOwn(INPUTS, name);
}
function row(kind, modes, fallback, placeholder, help) {
    return { kind, modes, default: fallback, placeholder, help };
}


/***/ }),

/***/ 6098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseInputs)
});

// EXTERNAL MODULE: ./lib/model/parse-duration.js
var parse_duration = __webpack_require__(7227);
// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/policy/file/nearest-word.js
var nearest_word = __webpack_require__(3420);
// EXTERNAL MODULE: ./lib/policy/settings.js
var policy_settings = __webpack_require__(4661);
// EXTERNAL MODULE: ./lib/report/report.js
var report = __webpack_require__(5650);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/run/inputs/scalar-texts.js
const BOOLEAN = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false]
]);
/**
 * Reads a boolean of YAML 1.2's core schema.
 *
 * @see https://yaml.org/spec/1.2.2/#1032-tag-resolution
 */
function parseBoolean(text) {
    const value = BOOLEAN.get(text);
    return value === undefined ? no('expected true or false') : { ok: true, value };
}
const WHOLE = /^(?:0|[1-9]\d*)$/;
/** Reads a whole number as people write one: `10`, neither `1e1` nor `010` nor `+1`. */
function parseWhole(text, least, most) {
    const value = WHOLE.test(text) ? Number(text) : Number.NaN;
    if (Number.isSafeInteger(value) && value >= least && value <= most)
        return { ok: true, value };
    const to = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`;
    return no(`expected a whole number from ${least}${to}, such as 10`);
}
/** Reads `3/20`: the third of 20 shares. */
function parseShare(text) {
    const [index, of, ...more] = text.split('/').map((part) => part.trim());
    const expected = 'expected a share such as 3/20, the third of 20';
    if (index === undefined || of === undefined || more.length > 0)
        return no(expected);
    if (!WHOLE.test(index) || !WHOLE.test(of))
        return no(expected);
    const share = { index: Number(index), of: Number(of) };
    if (!Number.isSafeInteger(share.of))
        return no(expected);
    if (share.index >= 1 && share.index <= share.of)
        return { ok: true, value: share };
    return no(`${expected}: the first number goes from 1 to the second`);
}
/** Reads an address of http or https, to which paths are added: no credentials, query or fragment. */
function parseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null || !['http:', 'https:'].includes(url.protocol) || /\s/.test(text)) {
        return no('expected an address such as https://api.github.com');
    }
    if (url.username !== '' || url.password !== '') {
        return no('it holds credentials; expected host and path alone, for there is the input token');
    }
    if (url.search !== '' || url.hash !== '' || /[?#]$/.test(text)) {
        return no('it has a query or a fragment; expected host and path alone');
    }
    return { ok: true, value: url.href.replace(/\/+$/, '') };
}
function no(why) {
    return { ok: false, why };
}

// EXTERNAL MODULE: ./lib/policy/package-names.js
var package_names = __webpack_require__(3015);
;// CONCATENATED MODULE: ./lib/registry/registry-url.js
const GITHUB_HOST = 'github.com';
const GITHUB_URLS = {
    container: 'https://ghcr.io',
    npm: 'https://npm.pkg.github.com'
};
/**
 * Derives the registries from the server's address: `https://ghcr.io` for github.com,
 * `https://containers.HOST` for ghe.com and Enterprise Server; npm likewise (ruling 34).
 * Where only the API's address is known the server is found from that; with neither it is
 * github.com.
 *
 * Says no where the API in use is not that server's: the token would go to a stranger, and a
 * registry that never heard of the packages would call each of their manifests missing. Says
 * no as well where there can be no subdomains (loopback, addresses of digits).
 *
 * @see https://docs.github.com/enterprise-server/packages/working-with-a-github-packages-registry/working-with-the-container-registry
 * @see https://docs.github.com/enterprise-cloud@latest/admin/data-residency/network-details-for-ghecom
 */
function deriveRegistryUrls({ serverUrl, apiUrl }) {
    const server = serverUrl === null ? serverBehind(apiUrl) : hostOf(serverUrl);
    if (server === null) {
        return serverUrl === null
            ? registry_url_no(`api-url ${quote(apiUrl)} does not tell which GitHub it belongs to`)
            : registry_url_no(`GITHUB_SERVER_URL ${quote(serverUrl)} does not tell where its registries are`);
    }
    if (apiUrl !== null && !isApiOf(apiUrl, server)) {
        return registry_url_no(`api-url ${quote(apiUrl)} is not the API of ${server}, which GITHUB_SERVER_URL names`);
    }
    return { ok: true, urls: urlsOf(server) };
}
function urlsOf(host) {
    if (host === GITHUB_HOST)
        return GITHUB_URLS;
    return { container: `https://containers.${host}`, npm: `https://npm.${host}` };
}
function registry_url_no(what) {
    return { ok: false, why: `${what}; set registry-url, and npm-registry-url for npm packages` };
}
/** Host, with a port that is not the default, of an http(s) address that can have subdomains. */
function hostOf(address) {
    const url = registry_url_parseUrl(address);
    if (url === null || !canHaveSubdomains(url.hostname))
        return null;
    return url.host === `www.${GITHUB_HOST}` ? GITHUB_HOST : url.host;
}
/**
 * The server behind a REST address: `api.github.com` and `api.SUB.ghe.com` lose their `api.`,
 * `HOST/api/v3` its path. `null` for anything else, which may be anybody's proxy.
 */
function serverBehind(apiUrl) {
    if (apiUrl === null)
        return GITHUB_HOST;
    const host = hostOf(apiUrl);
    if (host === null)
        return null;
    if (/^\/api\/v3\/?$/.test(new URL(apiUrl).pathname))
        return host;
    return /^api\.(github|.+\.ghe)\.com$/.test(host) ? host.slice('api.'.length) : null;
}
function isApiOf(apiUrl, server) {
    const host = hostOf(apiUrl);
    return host === server || host === `api.${server}`;
}
/** `127.0.0.1`, `[::1]` and `localhost` have no `containers.` in front. */
function canHaveSubdomains(hostname) {
    return !hostname.startsWith('[') && !/^[0-9.]*$/.test(hostname) && hostname !== 'localhost';
}
function registry_url_parseUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : null;
}
function quote(text) {
    return JSON.stringify((text ?? '').slice(0, 200));
}

;// CONCATENATED MODULE: ./lib/run/inputs/where-inputs.js





const GITHUB_API = 'https://api.github.com';
/** The token; '' with an error where there is none. */
function readToken(inputs) {
    const token = inputs.text('token');
    if (token === null) {
        const why = 'none is given; in a workflow leave the input out or write ${{ github.token }}, and where ' +
            'it comes from a secret, see that the secret is there';
        inputs.refuse('token', null, why);
        return '';
    }
    if (/^[\u0021-\u007e]+$/.test(token))
        return token;
    const why = 'the value holds spaces, line breaks or signs that no token has';
    inputs.refuse('token', null, why);
    return token;
}
const OWNER = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;
/** The owner as it was given; `null` where it is not. */
function readOwner(inputs) {
    return inputs.parsed('owner', (text) => OWNER.test(text)
        ? { ok: true, value: text }
        : { ok: false, why: 'expected the name of one organisation or user, such as octo-org' });
}
/** The types, each once and in their usual order; `null` where not given or wrong. */
function readPackageTypes(inputs) {
    const words = inputs.list('package-type');
    const wrong = words.filter((word) => !ALL_OR_TYPES.includes(word));
    for (const word of wrong) {
        const near = (0,nearest_word/* nearestWord */.z)(word, ALL_OR_TYPES);
        const hint = near === null ? '' : `; did you mean ${near}?`;
        inputs.refuse('package-type', word, `expected one of ${ALL_OR_TYPES.join(', ')}${hint}`);
    }
    if (words.length === 0 || wrong.length > 0)
        return null;
    return model_package/* PACKAGE_TYPES */.Zc.filter((type) => words.includes('all') || words.includes(type));
}
const ALL_OR_TYPES = [...model_package/* PACKAGE_TYPES */.Zc, 'all'];
/** The names, as they are given; `null` where not given or wrong (ruling 54). */
function readPackageNames(inputs) {
    const sources = inputs.list('packages');
    const [first] = sources;
    if (first === undefined)
        return null;
    if (first.startsWith('!')) {
        const why = 'the list must begin with a name or glob that includes, such as "*"';
        inputs.refuse('packages', first, why);
        return null;
    }
    return compiled(inputs, sources);
}
function compiled(inputs, sources) {
    const result = (0,package_names/* compilePackageNames */.UW)(sources);
    if (result.ok)
        return result.names;
    for (const { source, why } of result.problems)
        inputs.refuse('packages', source, why);
    return null;
}
/**
 * The name of the workflow's repository, which is the default of `packages`; an error and
 * `null` where there is none.
 */
function defaultPackageNames(inputs, { repository }, types) {
    if (inputs.isGiven('packages'))
        return null;
    const name = repository?.split('/')[1] ?? '';
    if (name === '') {
        inputs.refuse('packages', null, 'expected names or globs: outside a workflow there is no default');
        return null;
    }
    // Both registries know names in small letters only; a repository's may have capitals.
    const isSmall = types.every((type) => ['container', 'docker', 'npm'].includes(type));
    return compiled(inputs, [isSmall ? name.toLowerCase() : name]);
}
/**
 * The addresses, derived where they are not given. A registry that `types` has no use for is
 * never an error: where it can't be derived, an address stands in that has the token already.
 */
function readUrls(inputs, surroundings, types) {
    const given = inputs.parsed('api-url', parseUrl);
    const apiUrl = given ?? surroundingUrl(surroundings.apiUrl);
    const container = inputs.parsed('registry-url', parseUrl);
    const npm = inputs.parsed('npm-registry-url', parseUrl);
    const { serverUrl } = surroundings;
    const derived = deriveRegistryUrls({ serverUrl, apiUrl });
    const urls = derived.ok ? derived.urls : null;
    const isNeeded = types.includes('container') || (types.includes('npm') && container === null);
    if (!derived.ok && container === null && isNeeded && !isExcused(inputs, types)) {
        inputs.refuse('registry-url', null, derived.why);
    }
    const api = apiUrl ?? apiOf(serverUrl);
    const standIn = container ?? npm ?? api;
    return {
        apiUrl: api,
        registryUrl: container ?? urls?.container ?? standIn,
        npmRegistryUrl: npm ?? urls?.npm ?? standIn
    };
}
/** Whether the addresses are wrong themselves, or all that is needed is there. */
function isExcused(inputs, types) {
    const isWrong = inputs.errors.some(({ input }) => input?.endsWith('-url') ?? false);
    return isWrong || (!types.includes('container') && inputs.isGiven('npm-registry-url'));
}
function surroundingUrl(url) {
    const parsed = url === null ? null : parseUrl(url.trim());
    return parsed?.ok ? parsed.value : null;
}
/**
 * Where only the server is known: on Enterprise Server the API is below it, on ghe.com beside.
 *
 * @see https://docs.github.com/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
function apiOf(serverUrl) {
    const server = surroundingUrl(serverUrl);
    if (server === null)
        return GITHUB_API;
    const { host, origin, protocol } = new URL(server);
    if (host === 'github.com' || host.endsWith('.ghe.com'))
        return `${protocol}//api.${host}`;
    return `${origin}/api/v3`;
}

;// CONCATENATED MODULE: ./lib/run/inputs/common-config.js



/** What every mode needs; `null` where something is missing, which is noted. */
function readCommon(place, about) {
    const { inputs, surroundings } = place;
    const token = readToken(inputs);
    const owner = ownerOf(place, about);
    const urls = readUrls(inputs, surroundings, about.types);
    const given = readPackageNames(inputs);
    const byDefault = about.names === null ? null : defaultPackageNames(inputs, surroundings, about.names);
    const share = inputs.parsed('share', parseShare);
    const pace = {
        concurrency: inputs.whole('concurrency', 1, 50) ?? 10,
        timeLimit: inputs.duration('time-limit'),
        reserveRequests: inputs.whole('reserve-requests') ?? 100
    };
    const how = {
        dryRun: inputs.boolean('dry-run') ?? false,
        manifestCache: inputs.boolean('manifest-cache') ?? true,
        failOn: inputs.word('fail-on', ['error', 'never']) ?? 'error',
        reportDirectory: reportDirectory(place)
    };
    const types = readPackageTypes(inputs);
    if (owner === null)
        return null;
    return {
        token,
        owner,
        ...urls,
        ...pace,
        ...how,
        share,
        packages: given ?? byDefault,
        packageTypes: types
    };
}
/** A policy's owner goes before the workflow's, but not against one that was given. */
function ownerOf({ inputs, surroundings }, about) {
    const given = readOwner(inputs);
    const usual = surroundings.repositoryOwner;
    const isUsual = given?.toLowerCase() === usual?.toLowerCase();
    if (about.owner !== null) {
        if (given !== null && !isUsual && given.toLowerCase() !== about.owner.toLowerCase()) {
            inputs.refuse('owner', given, `the policy names another owner, ${about.owner}; give one of them`);
        }
        return about.owner;
    }
    const owner = given ?? usual ?? about.fallbackOwner ?? null;
    if (owner === null && !inputs.isGiven('owner')) {
        inputs.refuse('owner', null, 'expected an organisation or user: outside a workflow there is no default');
    }
    return owner;
}
/**
 * Where the report goes. By default never over the report that the run starts from, which may
 * be asked for again: then into a folder beside it that is called like the mode.
 */
function reportDirectory({ inputs, surroundings }) {
    const base = surroundings.workspace ?? '';
    const given = inputs.text('report-directory');
    if (given !== null)
        return (0,external_node_path_.resolve)(base, given);
    const usual = surroundings.reportDirectory;
    const source = inputs.text('report') ?? inputs.text('plan');
    const isSame = source !== null && (0,external_node_path_.dirname)((0,external_node_path_.resolve)(base, source)) === (0,external_node_path_.resolve)(usual);
    return isSame ? (0,external_node_path_.join)(usual, inputs.text('mode') ?? 'cleanup') : usual;
}

// EXTERNAL MODULE: ./lib/policy/pattern-text.js
var pattern_text = __webpack_require__(9374);
;// CONCATENATED MODULE: ./lib/policy/list-text.js

/**
 * Splits a list at newlines and commas, trims, and drops what is empty. A comma inside `{}`,
 * `[]`, `()` or a `/…/` at the front of an entry does not separate, nor does one after a
 * backslash (ruling 7). A newline always does, so an entry that is still open there is
 * refused, and so is one with a bracket of any kind that is never closed.
 */
function splitList(text) {
    const items = [];
    for (const line of text.split(/\r\n|\n|\r/)) {
        let from = 0;
        while (from <= line.length) {
            const end = endOfItem(line, from);
            if (end === null)
                return { ok: false, why: unclosed(line.slice(from).trim()) };
            items.push(line.slice(from, end).trim());
            from = end + 1;
        }
    }
    return { ok: true, items: items.filter((item) => item !== '') };
}
function unclosed(item) {
    return `"${item}" has a bracket, brace or slash that is not closed; a backslash makes it an ordinary sign`;
}
/** Where the comma after this entry is, or the end of the line; `null` where it stays open. */
function endOfItem(line, from) {
    const open = [];
    let at = afterRegExp(line, from);
    while (at !== null && at < line.length) {
        const sign = line[at] ?? '';
        if (sign === ',' && open.length === 0)
            return at;
        if (sign === open.at(-1))
            open.pop();
        else if (sign === '{' || sign === '(')
            open.push(sign === '{' ? '}' : ')');
        at = sign === '[' ? (0,pattern_text/* endOfClass */.r)(line, at) : at + (sign === '\\' ? 2 : 1);
    }
    return at === null || open.length > 0 ? null : line.length;
}
/** Where to go on: behind the regular expression that the entry begins with, if it does. */
function afterRegExp(line, from) {
    const start = from + (/^\s*(?:!\s*)?/.exec(line.slice(from))?.[0].length ?? 0);
    return line[start] === '/' ? (0,pattern_text/* endOfRegExp */.e)(line, start) : from;
}

// EXTERNAL MODULE: ./lib/github/token.js
var github_token = __webpack_require__(5230);
// EXTERNAL MODULE: ./lib/report/visible-text.js
var visible_text = __webpack_require__(5810);
// EXTERNAL MODULE: ./lib/report/wording.js
var wording = __webpack_require__(7142);
;// CONCATENATED MODULE: ./lib/run/inputs/given-text.js

// Line ends and tabs are ordinary in lists, and so is the mark at the front of a file.
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
/** The text of an input without the space around it; `null` where nothing is left. */
function givenText(text) {
    const trimmed = (text ?? '').trim();
    return trimmed === '' ? null : trimmed;
}
/** In one clause, why no input can have this text whatever it means; `null` where it can. */
function unfitText(text) {
    const unseen = UNSEEN.exec(text)?.[0];
    if (unseen !== undefined) {
        return `it holds the sign ${(0,visible_text/* codePointName */.R)(unseen)}, which nobody can see; type it anew`;
    }
    // As a pattern it would match everything.
    return /(^|[\s,!])\*{3}($|[\s,])/.test(text)
        ? 'it holds ***, which is how a log shows what is masked; write what was meant'
        : null;
}
const QUOTES = `"'“”„‟‘’‚‛«»`;
const QUOTED = new RegExp(`^!?\\s*[${QUOTES}]|[${QUOTES}]$`);
/** In one clause, why an entry of a list is none; `null` where it may be one. */
function unfitEntry(entry) {
    return QUOTED.test(entry) ? 'in a list quotes are part of the entry; write it without them' : null;
}

// EXTERNAL MODULE: ./lib/run/inputs/input-table.js
var input_table = __webpack_require__(258);
;// CONCATENATED MODULE: ./lib/run/inputs/input-reader.js









const SHOWN = 200;
/** YAML is read by its own parser, which says where such a sign stands. */
const UNCHECKED = ['policy', 'token'];
/**
 * Reads inputs by name and collects what is wrong with them. Each method gives the value, or
 * `null` where the input is not given or wrong: then `errors` has more.
 */
class InputReader {
    #raw;
    #errors = [];
    #unfit = new Set();
    constructor(raw) {
        this.#raw = raw;
    }
    /** All that was found wrong so far, each once, without the token anywhere. */
    get errors() {
        const distinct = new Map(this.#errors.map((error) => [error.message, error]));
        return [...distinct.values()].map((error) => this.#withoutToken(error));
    }
    /** The trimmed text; `null` where nothing is given, or nothing that could be meant. */
    text(name) {
        const text = givenText(this.#raw[name]);
        if (text === null || this.#unfit.has(name))
            return null;
        const why = UNCHECKED.includes(name) ? null : unfitText(text);
        if (why === null)
            return text;
        this.#unfit.add(name);
        this.refuse(name, text, why);
        return null;
    }
    /** The text as it was given, space around it included; `null` where nothing is. */
    untrimmed(name) {
        return this.isGiven(name) ? (this.#raw[name] ?? null) : null;
    }
    /** Whether something stands there, be it wrong. */
    isGiven(name) {
        return givenText(this.#raw[name]) !== null;
    }
    /** Whether something stands there that is not what holds anyway. */
    isGivenOtherwise(name) {
        return this.isGiven(name) && givenText(this.#raw[name]) !== (0,input_table/* inputRow */.bd)(name).default;
    }
    parsed(name, parse) {
        const text = this.text(name);
        if (text === null)
            return null;
        const parsed = parse(text);
        if (parsed.ok)
            return parsed.value;
        this.refuse(name, text, parsed.why);
        return null;
    }
    boolean(name) {
        return this.parsed(name, parseBoolean);
    }
    whole(name, least = 0, most = Number.MAX_SAFE_INTEGER) {
        return this.parsed(name, (text) => parseWhole(text, least, most));
    }
    duration(name) {
        return this.parsed(name, (text) => {
            const parsed = (0,parse_duration/* parseDuration */.E)(text);
            return parsed.ok ? { ok: true, value: parsed.duration } : parsed;
        });
    }
    word(name, words) {
        return this.parsed(name, (text) => parseWord(text, words));
    }
    /** The entries of a list; empty where it is not given or wrong. */
    list(name) {
        const split = this.parsed(name, (text) => {
            const list = splitList(text);
            return list.ok ? { ok: true, value: list.items } : list;
        });
        return (split ?? []).filter((entry) => {
            const why = unfitEntry(entry);
            if (why !== null)
                this.refuse(name, entry, why);
            return why === null;
        });
    }
    /** Notes what is wrong with a value of an input, as a clause without the two. */
    refuse(name, value, why) {
        const shown = value === null ? '' : `"${(0,wording/* clip */.$Q)((0,visible_text/* visibleText */.Q)(value), SHOWN)}": `;
        this.#errors.push({ input: name, value, message: `${name}: ${shown}${why}` });
    }
    /** Notes errors that are whole sentences already. */
    add(...errors) {
        this.#errors.push(...errors);
    }
    #withoutToken(error) {
        const { value, message } = error;
        const token = givenText(this.#raw['token']);
        return {
            ...error,
            value: value === null ? null : withoutToken(value, token),
            message: withoutToken(message, token)
        };
    }
}
/** Shorter ones are words that may stand anywhere. */
const SHORTEST_TOKEN = 4;
/** The text without this token, and without anything that looks like one of GitHub's. */
function withoutToken(text, token) {
    if (token === null || token.length < SHORTEST_TOKEN)
        return (0,github_token/* redactTokens */.v)(text);
    return (0,github_token/* redactTokens */.v)(text.replaceAll(token, '***'));
}
/** One of these words, or a clause that names them and the nearest. */
function parseWord(text, words) {
    const word = words.find((known) => known === text);
    if (word !== undefined)
        return { ok: true, value: word };
    const near = (0,nearest_word/* nearestWord */.z)(text, words);
    const hint = near === null ? '' : `; did you mean ${near}?`;
    return { ok: false, why: `expected one of ${words.join(', ')}${hint}` };
}

;// CONCATENATED MODULE: ./lib/policy/quick-inputs.js
/** The inputs that are rules by themselves or narrow one, in the order of the documentation. */
const QUICK_INPUTS = [
    'delete-tags',
    'delete-untagged',
    'older-than',
    'delete-prereleases',
    'delete-broken',
    'keep-tags',
    'keep-newest',
    'keep-newest-untagged',
    'keep-newer-than'
];
/**
 * Names of the inputs that were given and count as rules: `false` counts for nothing, neither
 * does an empty list.
 */
function rulesGiven(inputs) {
    return QUICK_INPUTS.filter((name) => GIVEN[name](inputs));
}
const GIVEN = {
    'delete-tags': ({ deleteTags }) => deleteTags.length > 0,
    'delete-untagged': ({ deleteUntagged }) => deleteUntagged === true,
    'older-than': ({ olderThan }) => olderThan !== null,
    'delete-prereleases': ({ deletePrereleases }) => deletePrereleases === true,
    'delete-broken': ({ deleteBroken }) => deleteBroken.length > 0,
    'keep-tags': ({ keepTags }) => keepTags.length > 0,
    'keep-newest': ({ keepNewest }) => keepNewest !== null,
    'keep-newest-untagged': ({ keepNewestUntagged }) => keepNewestUntagged !== null,
    'keep-newer-than': ({ keepNewerThan }) => keepNewerThan !== null
};
/** Whether an input says what to delete; `older-than` only says how old (ruling 32). */
function hasDeleteInput(inputs) {
    return rulesGiven(inputs).some((name) => name.startsWith('delete-'));
}
/** Whether `keep-newest-untagged` is the only rule beside `older-than` (ruling 32). */
function isAboutUntaggedAlone(inputs) {
    const rules = rulesGiven(inputs).filter((name) => name !== 'older-than');
    return rules.length === 1 && rules[0] === 'keep-newest-untagged';
}

;// CONCATENATED MODULE: ./lib/run/inputs/quick-values.js

/** What was given for the quick rules; what is wrong is noted and counts as not given. */
function readQuickInputs(inputs, types) {
    return {
        types,
        deleteTags: inputs.list('delete-tags'),
        deleteUntagged: inputs.boolean('delete-untagged'),
        olderThan: inputs.duration('older-than'),
        deletePrereleases: inputs.boolean('delete-prereleases'),
        deleteBroken: inputs.list('delete-broken'),
        keepTags: inputs.list('keep-tags'),
        keepNewest: inputs.whole('keep-newest'),
        keepNewestUntagged: inputs.whole('keep-newest-untagged'),
        keepNewerThan: inputs.duration('keep-newer-than')
    };
}
/**
 * The quick inputs that were given, be they wrong. `delete-prereleases: false` is as good as
 * absent (ruling 15), and so is a list without an entry.
 */
function quickInputsGiven(inputs) {
    return QUICK_INPUTS.filter((name) => {
        const text = inputs.text(name);
        if (text === null || /^[\s,]*$/.test(text))
            return false;
        return name !== 'delete-prereleases' || !/^(false|False|FALSE)$/.test(text);
    });
}

;// CONCATENATED MODULE: ./lib/run/inputs/mode-conflicts.js


/**
 * Refuses settings of another mode (ruling 74). What is given as it holds anyway says nothing,
 * and `delete-prereleases: false` is as good as absent (ruling 15).
 */
function refuseOtherModes(inputs, mode) {
    const quick = quickInputsGiven(inputs);
    for (const name of input_table/* INPUT_NAMES */.Qh) {
        const { modes } = (0,input_table/* inputRow */.bd)(name);
        const isIdle = name === 'delete-prereleases' && !quick.includes(name);
        if (modes.includes(mode) || isIdle || !inputs.isGivenOtherwise(name))
            continue;
        const where = modes.map((one) => `mode: ${one}`).join(' and ');
        inputs.refuse(name, shownValue(inputs, name), `it belongs to ${where}, but mode is ${mode}`);
    }
}
function shownValue(inputs, name) {
    return name === 'policy' ? null : inputs.text(name);
}

// EXTERNAL MODULE: ./lib/run/inputs/report-source.js
var report_source = __webpack_require__(475);
// EXTERNAL MODULE: ./lib/policy/pattern-check.js
var pattern_check = __webpack_require__(4609);
// EXTERNAL MODULE: ./lib/policy/pattern-list.js
var pattern_list = __webpack_require__(165);
;// CONCATENATED MODULE: ./lib/run/inputs/restore-source.js





const EXPECTED = 'expected exactly one of report, version-ids, and deleted-tags or deleted-within';
/** What `restore` brings back: exactly one source. `null` where something is wrong with it. */
function readRestoreSource(inputs, surroundings, types, names) {
    const given = sourcesGiven(inputs);
    const [first, second] = given;
    if (first === undefined)
        inputs.refuse('report', null, `mode: restore needs a source; ${EXPECTED}`);
    if (first !== undefined && second !== undefined) {
        inputs.refuse(first, inputs.text(first), `${second} is given too; ${EXPECTED}`);
    }
    const report = reportToUndo(inputs, surroundings);
    const ids = given.includes('version-ids') ? readIds(inputs, types, names) : null;
    const tags = readTags(inputs, types);
    const within = inputs.duration('deleted-within');
    if (first === 'report')
        return report && { kind: 'report', report };
    if (first === 'version-ids')
        return ids && { kind: 'ids', ids };
    return tags === null && within === null ? null : { kind: 'deleted', tags, within };
}
/** One name for each source that is given. */
function sourcesGiven(inputs) {
    const deleted = inputs.isGiven('deleted-tags') ? 'deleted-tags' : 'deleted-within';
    const sources = ['report', 'version-ids', deleted];
    return sources.filter((name) => inputs.isGiven(name));
}
function reportToUndo(inputs, surroundings) {
    const report = (0,report_source/* readReportInput */.h2)(inputs, 'report', surroundings);
    if (report?.dryRun !== true)
        return report;
    const why = 'it is the report of a dry run, which changed nothing; expected the run to undo';
    inputs.refuse('report', inputs.text('report'), why);
    return null;
}
function readIds(inputs, types, names) {
    const ids = inputs.list('version-ids').map((text) => {
        const parsed = parseWhole(text, 1, Number.MAX_SAFE_INTEGER);
        if (!parsed.ok)
            inputs.refuse('version-ids', text, 'expected ids of versions, such as 123456');
        return parsed.ok ? parsed.value : 0;
    });
    if (ids.length === 0)
        inputs.refuse('version-ids', inputs.text('version-ids'), 'it names none');
    refuseSeveral(inputs, types, names);
    return ids.length > 0 && !ids.includes(0) ? [...new Set(ids)] : null;
}
/** An id belongs to one package, and asking another one about it would only say that it is gone. */
function refuseSeveral(inputs, types, names) {
    const isOne = names === null || (names.sources.length === 1 && names.sources.every(package_names/* isPlainName */.sh));
    if (!isOne) {
        inputs.refuse('packages', inputs.text('packages'), 'version-ids needs exactly one plain name');
    }
    if (types.length > 1) {
        inputs.refuse('package-type', inputs.text('package-type'), 'version-ids needs exactly one type');
    }
}
function readTags(inputs, types) {
    const sources = inputs.list('deleted-tags');
    if (inputs.isGiven('deleted-tags') && /^[\s,]+$/.test(inputs.text('deleted-tags') ?? '')) {
        inputs.refuse('deleted-tags', null, 'the list has no entry');
    }
    let isWrong = false;
    for (const source of sources) {
        const check = (0,pattern_check/* checkPattern */.r)(source, types);
        if (check.ok)
            continue;
        isWrong = true;
        inputs.refuse('deleted-tags', source, check.why);
    }
    const compiled = sources.length === 0 || isWrong ? null : (0,pattern_list/* compilePatternList */._)(sources);
    return compiled?.ok ? compiled.list : null;
}

// EXTERNAL MODULE: ./lib/policy/policy-file.js + 15 modules
var policy_file = __webpack_require__(6318);
// EXTERNAL MODULE: ./lib/model/broken.js
var model_broken = __webpack_require__(6588);
// EXTERNAL MODULE: ./lib/model/duration.js
var duration = __webpack_require__(5149);
;// CONCATENATED MODULE: ./lib/policy/quick-rules-check.js





/** All that is wrong with the quick inputs, each alone and all together. Empty where all is well. */
function quickInputErrors(inputs) {
    return [
        ...patternErrors('delete-tags', inputs.deleteTags, inputs),
        ...patternErrors('keep-tags', inputs.keepTags, inputs),
        ...brokenKindErrors(inputs),
        ...countErrors('keep-newest', inputs.keepNewest),
        ...countErrors('keep-newest-untagged', inputs.keepNewestUntagged),
        ...typeErrors(inputs),
        ...combinationErrors(inputs)
    ];
}
function patternErrors(input, patterns, { types }) {
    return patterns.flatMap((value) => {
        const check = (0,pattern_check/* checkPattern */.r)(value, types);
        return check.ok ? [] : [{ input, value, message: `${input}: "${value}": ${check.why}` }];
    });
}
function brokenKindErrors({ deleteBroken }) {
    const known = model_broken/* BROKEN_KINDS */.s;
    return deleteBroken
        .filter((value) => !known.includes(value))
        .map((value) => {
        const message = `delete-broken: "${value}" is not one of ${known.join(', ')}`;
        return { input: 'delete-broken', value, message };
    });
}
function countErrors(input, count) {
    if (count === null || (Number.isSafeInteger(count) && count >= 0))
        return [];
    const value = String(count);
    return [{ input, value, message: `${input}: "${value}" is not a whole number from 0` }];
}
/** What none of the package types has can hold for nothing (ruling 37). */
function typeErrors(inputs) {
    const types = inputs.types.join(', ');
    const errors = [];
    if (!inputs.types.some(model_package/* hasTags */.kS)) {
        const why = `only container and docker images can be untagged, and package-type is ${types}`;
        if (inputs.deleteUntagged === true)
            errors.push(wrong('delete-untagged', 'true', why));
        const count = inputs.keepNewestUntagged;
        if (count !== null)
            errors.push(wrong('keep-newest-untagged', String(count), why));
    }
    if (inputs.deleteBroken.length > 0 && !inputs.types.includes('container')) {
        const why = `only container images can be broken, and package-type is ${types}`;
        errors.push(wrong('delete-broken', inputs.deleteBroken.join(', '), why));
    }
    return errors;
}
function combinationErrors(inputs) {
    const rules = rulesGiven(inputs);
    if (rules.length === 0)
        return [NO_RULE];
    if (inputs.deletePrereleases === true && hasNoRuleAboutTags(inputs)) {
        return [
            wrong('delete-prereleases', 'true', 'it narrows the rule about tags, and there is none: add delete-tags: "*"')
        ];
    }
    if (isAboutUntaggedAlone(inputs) && inputs.deleteUntagged === false) {
        return [
            wrong('keep-newest-untagged', null, 'with delete-untagged: false there is nothing to delete')
        ];
    }
    return keepsNothing(inputs) ? [nothingKept(inputs)] : [];
}
/** The table has no rule about tags beside these two unless `delete-tags` is there (ruling 50). */
function hasNoRuleAboutTags(inputs) {
    const otherRules = inputs.deleteUntagged === true || inputs.deleteBroken.length > 0;
    return otherRules && inputs.deleteTags.length === 0;
}
/** Nothing says what to delete or how old, and what says what to keep, keeps none (ruling 32). */
function keepsNothing(inputs) {
    if (hasDeleteInput(inputs) || inputs.olderThan !== null || isAboutUntaggedAlone(inputs)) {
        return false;
    }
    const { keepTags, keepNewest, keepNewestUntagged, keepNewerThan } = inputs;
    const newerThanNone = keepNewerThan === null || (0,duration/* isZero */.be)(keepNewerThan);
    return keepTags.length === 0 && !keepNewest && !keepNewestUntagged && newerThanNone;
}
function wrong(input, value, why) {
    const given = value === null ? '' : `"${value}": `;
    return { input, value, message: `${input}: ${given}${why}` };
}
const NO_RULE = {
    input: null,
    value: null,
    message: 'no rule is given, and nothing is ever deleted by default: set at least one of delete-tags, ' +
        'delete-untagged, delete-broken, older-than, delete-prereleases, keep-tags, keep-newest, ' +
        'keep-newest-untagged or keep-newer-than, or give a policy-file'
};
function nothingKept({ keepNewest }) {
    return wrong(keepNewest === null ? 'keep-newer-than' : 'keep-newest', '0', 'no rule says what to delete and no rule keeps anything, so everything would go; if that ' +
        'is meant, write delete-tags: "*"');
}

;// CONCATENATED MODULE: ./lib/policy/quick-rules.js





/**
 * The rules that the quick inputs stand for: the table at the end of 5-rulings, to the letter.
 * Their labels are the names of the inputs. All errors are given at once; a policy that would
 * delete everything only because nothing was said is one of them.
 */
function quickRules(inputs) {
    const tags = inputs.deleteTags.length > 0 ? (0,pattern_list/* compilePatternList */._)(inputs.deleteTags) : null;
    const kept = inputs.keepTags.length > 0 ? (0,pattern_list/* compilePatternList */._)(inputs.keepTags) : null;
    const errors = quickInputErrors(inputs);
    if (errors.length > 0 || tags?.ok === false || kept?.ok === false)
        return { ok: false, errors };
    const keep = keepRules(inputs, tags?.list ?? null, kept?.list ?? null);
    return {
        ok: true,
        keep,
        delete: deleteRules(inputs, tags?.list ?? null),
        requiredKeep: kept === null || hasDeleteInput(inputs) ? null : 0
    };
}
/** `keep-tags` comes first: `requiredKeep` counts on it. */
function keepRules(inputs, tags, kept) {
    const rules = [];
    if (kept !== null)
        rules.push(keepRule('keep-tags', [{ kind: 'tags', patterns: kept }], null));
    if (inputs.keepNewest !== null) {
        const about = [tags === null ? TAGGED : tagsCondition(tags), ...prereleases(inputs)];
        rules.push(keepRule('keep-newest', about, inputs.keepNewest));
    }
    if (inputs.keepNewestUntagged !== null) {
        rules.push(keepRule('keep-newest-untagged', [UNTAGGED], inputs.keepNewestUntagged));
    }
    if (inputs.keepNewerThan !== null) {
        const younger = { kind: 'newer-than', age: inputs.keepNewerThan };
        rules.push(keepRule('keep-newer-than', [younger], null));
    }
    return rules;
}
function keepRule(label, conditions, newest) {
    const quotas = newest === null ? [] : [{ kind: 'newest', count: newest }];
    return { label, conditions, quotas, per: null, by: null };
}
function deleteRules(inputs, tags) {
    const older = { kind: 'older-than', age: inputs.olderThan ?? duration/* NO_TIME */.wM };
    const rules = [];
    if (tags !== null) {
        const conditions = [tagsCondition(tags), ...prereleases(inputs), older];
        rules.push({ label: 'delete-tags', conditions });
    }
    if (inputs.deleteUntagged === true) {
        rules.push({ label: 'delete-untagged', conditions: [UNTAGGED, older] });
    }
    if (inputs.deleteBroken.length > 0)
        rules.push(brokenRule(inputs, older));
    return rules.length > 0 ? rules : [ruleAboutEverything(inputs, older)];
}
/** `delete-untagged: false` takes untagged images out of every delete rule, of this one too. */
function brokenRule(inputs, older) {
    const given = new Set(inputs.deleteBroken);
    const broken = {
        kind: 'broken',
        kinds: model_broken/* BROKEN_KINDS */.s.filter((kind) => given.has(kind))
    };
    return { label: 'delete-broken', conditions: [...taggedOnly(inputs), broken, older] };
}
function ruleAboutEverything(inputs, older) {
    if (isAboutUntaggedAlone(inputs)) {
        return { label: 'keep-newest-untagged', conditions: [UNTAGGED, older] };
    }
    return {
        label: labelOfEverything(inputs),
        conditions: [...taggedOnly(inputs), ...prereleases(inputs), older]
    };
}
function labelOfEverything(inputs) {
    if (inputs.deletePrereleases === true)
        return 'delete-prereleases';
    return inputs.olderThan === null ? 'everything else' : 'older-than';
}
function taggedOnly(inputs) {
    return inputs.deleteUntagged === false ? [TAGGED] : [];
}
function prereleases(inputs) {
    return inputs.deletePrereleases === true ? [{ kind: 'prerelease', value: true }] : [];
}
function tagsCondition(patterns) {
    return { kind: 'tags', patterns };
}
const TAGGED = { kind: 'untagged', value: false };
const UNTAGGED = { kind: 'untagged', value: true };

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/run/inputs/policy-digest.js

/** `sha256:` of a policy's text as it was read. */
function digestOfText(text) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(text).digest('hex')}`;
}
/** The same of the quick rules and the settings that hold with them, however they were written. */
function digestOfQuickRules(quick, settings) {
    return digestOfText(canonicalJson({ quick, settings }));
}
/** JSON with its keys in order; a duration is what it lasts, not how it was written. */
function canonicalJson(value) {
    return JSON.stringify(value, (_, member) => {
        if (typeof member !== 'object' || member === null || Array.isArray(member))
            return member;
        const entries = Object.entries(member).filter(([key]) => !(key === 'text' && 'exactMs' in member));
        return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
    });
}

;// CONCATENATED MODULE: ./lib/run/inputs/rule-source.js






const QUICK_NAMES = new Set(QUICK_INPUTS);
/** The rules of the quick inputs; `null` where something is wrong with any of them. */
function readQuickRules(inputs, types, given) {
    const quick = readQuickInputs(inputs, types);
    const unread = inputs.errors.some(({ input }) => QUICK_NAMES.has(input));
    const rules = quickRules(quick);
    // What could not be read counts as not given: that no rule is left is no fault of its own.
    if (!rules.ok)
        inputs.add(...rules.errors.filter(({ input }) => !unread || input !== null));
    if (!rules.ok || unread)
        return null;
    const settings = (0,policy_settings/* resolveSettings */.Mo)(given);
    const policyDigest = digestOfQuickRules(quick, settings);
    return { rules: { kind: 'quick', rules, settings }, policyDigest, warnings: [] };
}
/** Whether rules come from a policy, be it wrong. */
function hasPolicy(inputs) {
    return inputs.isGiven('policy') || inputs.isGiven('policy-file');
}
/** The rules of `policy` or `policy-file`; `null` where something is wrong with it. */
function readPolicyRules(inputs, surroundings, given) {
    refuseTogether(inputs);
    const source = readSource(inputs, surroundings);
    if (source === null)
        return null;
    const result = (0,policy_file/* parsePolicyFile */._6)(source.text, source.fileName);
    if (!result.ok) {
        for (const { message } of result.errors) {
            inputs.add({ input: source.input, value: null, message: `${source.input}: ${message}` });
        }
        return null;
    }
    return {
        rules: { kind: 'file', file: result.file, inputs: given },
        policyDigest: digestOfText(source.text),
        warnings: result.warnings.map(({ message }) => message)
    };
}
/** The types that the entries of a policy are about. */
function typesOf({ entries }) {
    return [...new Set(entries.flatMap(({ types }) => types))];
}
function refuseTogether(inputs) {
    const policy = inputs.isGiven('policy-file') ? 'policy-file' : 'policy';
    if (policy === 'policy-file' && inputs.isGiven('policy')) {
        inputs.refuse('policy-file', inputs.text('policy-file'), 'policy is given too; give one of them');
    }
    for (const name of quickInputsGiven(inputs)) {
        const why = `it can't be given together with ${policy}; write the rule into the policy`;
        inputs.refuse(name, inputs.text(name), why);
    }
}
function readSource(inputs, surroundings) {
    const path = inputs.text('policy-file');
    if (path === null) {
        const text = inputs.untrimmed('policy');
        return text === null ? null : { input: 'policy', fileName: 'policy', text };
    }
    const file = surroundings.readFile(path);
    if (file.ok)
        return { input: 'policy-file', fileName: path, text: file.text };
    const hint = surroundings.workspace === null ? '' : '; is there an actions/checkout step before?';
    inputs.refuse('policy-file', path, `${file.why}${hint}`);
    return null;
}

// EXTERNAL MODULE: ./lib/policy/deletion-limit.js
var deletion_limit = __webpack_require__(580);
// EXTERNAL MODULE: ./lib/policy/policy.js
var policy = __webpack_require__(3506);
;// CONCATENATED MODULE: ./lib/run/inputs/setting-values.js


/** The settings about deciding that the inputs give. */
function readSettings(inputs) {
    return {
        untaggedGrace: inputs.duration('untagged-grace'),
        ageBy: inputs.word('age-by', policy/* AGE_DATES */.s_),
        untag: inputs.boolean('untag'),
        lastVersion: inputs.word('last-version', policy/* LAST_VERSION_WAYS */.b4),
        maxDeletions: inputs.parsed('max-deletions', (text) => {
            const parsed = (0,deletion_limit/* parseDeletionLimit */.d)(text);
            return parsed.ok ? { ok: true, value: parsed.limit } : parsed;
        })
    };
}

;// CONCATENATED MODULE: ./lib/run/inputs/parse-inputs.js














/**
 * Reads the inputs of the action, or flags of the command line, into what a run is made of.
 * All that is wrong is told at once, and nothing was asked of GitHub yet. The token stands in
 * no error.
 */
function parseInputs(raw, surroundings) {
    const inputs = new InputReader(raw);
    const warnings = unknownInputs(inputs, raw);
    const mode = inputs.word('mode', report/* RUN_MODES */.P);
    const place = { inputs, surroundings };
    if (mode !== null || !inputs.isGiven('mode')) {
        refuseOtherModes(inputs, mode ?? 'cleanup');
        const config = CONFIGS[mode ?? 'cleanup'](place, warnings);
        const { errors } = inputs;
        if (config !== null && errors.length === 0)
            return { ok: true, config, warnings };
        return { ok: false, errors };
    }
    readCommon(place, { types: model_package/* PACKAGE_TYPES */.Zc, names: null, owner: null });
    return { ok: false, errors: inputs.errors };
}
const CONFIGS = {
    cleanup: cleanupConfig,
    apply: applyConfig,
    restore: restoreConfig,
    repair: repairConfig
};
/** The runner passes misspelt inputs on: they must not be without effect in silence. */
function unknownInputs(inputs, raw) {
    const warnings = [];
    for (const name of Object.keys(raw)) {
        if ((0,input_table/* isInputName */.wp)(name))
            continue;
        const near = (0,nearest_word/* nearestWord */.z)(name.replaceAll('_', '-'), input_table/* INPUT_NAMES */.Qh);
        if (near === null)
            warnings.push(`${name}: there is no such input`);
        else {
            const message = `${name}: there is no such input; did you mean ${near}?`;
            inputs.add({ input: name, value: null, message });
        }
    }
    return warnings;
}
function cleanupConfig(place, warnings) {
    const { inputs, surroundings } = place;
    const given = readSettings(inputs);
    const isFile = hasPolicy(inputs);
    const types = readPackageTypes(inputs);
    const quickTypes = types ?? ['container'];
    const read = isFile
        ? readPolicyRules(inputs, surroundings, given)
        : readQuickRules(inputs, quickTypes, given);
    warnings.push(...(read?.warnings ?? []));
    const file = read?.rules.kind === 'file' ? read.rules.file : null;
    const common = readCommon(place, {
        types: file === null ? quickTypes : typesInUse(typesOf(file), types),
        names: isFile ? null : quickTypes,
        owner: file?.owner ?? null,
        fallbackOwner: isFile && file === null ? UNREAD : null
    });
    if (common === null || read === null)
        return null;
    const packageTypes = isFile ? types : quickTypes;
    const { rules, policyDigest } = read;
    return { ...common, packageTypes, mode: 'cleanup', rules, policyDigest };
}
function typesInUse(inFile, given) {
    return given === null ? inFile : inFile.filter((type) => given.includes(type));
}
const WEEK = parsedDefault('7d');
function applyConfig(place) {
    const { inputs, surroundings } = place;
    const packageTypes = readPackageTypes(inputs);
    const settings = (0,policy_settings/* resolveSettings */.Mo)(readSettings(inputs));
    const planMaxAge = inputs.duration('plan-max-age') ?? WEEK;
    const plan = (0,report_source/* readPlan */.m3)(inputs, surroundings);
    const types = plan === null ? [] : plan.packages.map(({ type }) => type);
    const owner = plan === null ? UNREAD : onlyOwner(plan);
    const common = readCommon(place, { types, names: null, owner: null, fallbackOwner: owner });
    if (common === null || plan === null)
        return null;
    return { ...common, packageTypes, mode: 'apply', plan, planMaxAge, settings };
}
function restoreConfig(place) {
    const { inputs, surroundings } = place;
    const isByReport = inputs.isGiven('report');
    const given = readPackageTypes(inputs);
    const types = given ?? ['container'];
    const names = readPackageNames(inputs);
    const source = readRestoreSource(inputs, surroundings, types, names);
    const report = source?.kind === 'report' ? source.report : null;
    const common = readCommon(place, {
        types: report === null ? (isByReport ? [] : types) : report.packages.map(({ type }) => type),
        names: isByReport ? null : types,
        owner: null,
        fallbackOwner: report === null ? (isByReport ? UNREAD : null) : onlyOwner(report)
    });
    if (common === null || source === null)
        return null;
    return { ...common, packageTypes: isByReport ? given : types, mode: 'restore', source };
}
function repairConfig(place) {
    const { inputs } = place;
    const packageTypes = readPackageTypes(inputs) ?? ['container'];
    if (!packageTypes.includes('container')) {
        const why = 'mode: repair is about container packages, the only ones with parts';
        inputs.refuse('package-type', inputs.text('package-type'), why);
    }
    const common = readCommon(place, { types: packageTypes, names: packageTypes, owner: null });
    return common && { ...common, packageTypes, mode: 'repair' };
}
/** Stands for an owner whom a file names that can't be read: one error for it is enough. */
const UNREAD = 'unread';
/** The owner of all packages of a report; `null` where there are several or none. */
function onlyOwner({ packages }) {
    const [first] = packages;
    const isOnly = packages.every(({ owner }) => owner.toLowerCase() === first?.owner.toLowerCase());
    return first !== undefined && isOnly ? first.owner : null;
}
function parsedDefault(text) {
    const parsed = (0,parse_duration/* parseDuration */.E)(text);
    if (!parsed.ok)
        throw new Error(parsed.why);
    return parsed.duration;
}


/***/ }),

/***/ 475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h2: () => (/* binding */ readReportInput),
/* harmony export */   m3: () => (/* binding */ readPlan),
/* harmony export */   qR: () => (/* binding */ JOURNAL_NAME)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _report_journal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4203);
/* harmony import */ var _report_read_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5165);



/** How the journal beside a report.json is called. */
const JOURNAL_NAME = 'report.journal.ndjson';
/**
 * The report that an input names, with what its journal knows where the run did not come to
 * its end; `null` where it is not given or can't be read.
 */
function readReportInput(inputs, name, surroundings) {
    const path = inputs.text(name);
    if (path === null)
        return null;
    const file = surroundings.readFile(path);
    if (!file.ok) {
        inputs.refuse(name, path, `${file.why}; expected the report.json of a run`);
        return null;
    }
    const read = (0,_report_read_report_js__WEBPACK_IMPORTED_MODULE_1__/* .readReport */ .t)(file.text, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path));
    if (!read.ok) {
        for (const error of read.errors)
            inputs.refuse(name, path, error);
        return null;
    }
    return read.report.complete ? read.report : withJournal(read.report, path, surroundings);
}
/** A killed run may have changed nothing yet: then there is no journal. */
function withJournal(report, path, surroundings) {
    const journal = surroundings.readFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), JOURNAL_NAME));
    return journal.ok ? (0,_report_journal_js__WEBPACK_IMPORTED_MODULE_2__/* .applyJournal */ .i)(report, journal.text) : report;
}
/** The plan of `apply`: the report of a dry run that deletes. */
function readPlan(inputs, surroundings) {
    if (!inputs.isGiven('plan')) {
        inputs.refuse('plan', null, 'mode: apply needs one: the report.json of a dry run');
    }
    const report = readReportInput(inputs, 'plan', surroundings);
    if (report === null)
        return null;
    if (report.dryRun && (report.mode === 'cleanup' || report.mode === 'apply'))
        return report;
    const what = report.dryRun ? `a dry run in mode: ${report.mode}` : 'a run that was carried out';
    inputs.refuse('plan', inputs.text('plan'), `it is the report of ${what}, expected a dry run’s`);
    return null;
}


/***/ }),

/***/ 2706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Interruption)
/* harmony export */ });
/* harmony import */ var _model_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);

/** What is in flight this long after the signal is cut off (ruling 77). */
const CUT_OFF_MS = 4 * _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND_MS */ ._L;
/** Within 5 seconds the process has ended (4-running), its last lines included. */
const FORCE_MS = 4.7 * _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND_MS */ ._L;
const SIGNALS = ['SIGTERM', 'SIGINT'];
/**
 * Listens for the signals that end a run: the first gives a reason at once, cuts off what is in
 * flight 4 seconds later, and has the process ended before 5 have passed. A second one cuts off
 * at once.
 */
class Interruption {
    #source;
    #onForce;
    #controller = new AbortController();
    #timers = [];
    #listeners = [];
    #reason = null;
    /** `onForce` has to end the process: nothing has come to an end by itself. */
    constructor(source, onForce) {
        this.#source = source;
        this.#onForce = onForce;
        for (const name of SIGNALS) {
            const listener = () => this.#interrupt(name);
            this.#listeners.push([name, listener]);
            source.on(name, listener);
        }
    }
    /** Why the run has to end, or `null`. */
    get reason() {
        return this.#reason;
    }
    /** Aborted when what is in flight is to be cut off. */
    get signal() {
        return this.#controller.signal;
    }
    /** Stops listening: the run has come to its end. */
    close() {
        for (const timer of this.#timers)
            clearTimeout(timer);
        for (const [name, listener] of this.#listeners)
            this.#source.off(name, listener);
    }
    #interrupt(name) {
        if (this.#reason !== null) {
            this.#controller.abort();
            return;
        }
        const reason = `the run was ended by ${name}`;
        this.#reason = reason;
        this.#timers.push(setTimeout(() => this.#controller.abort(), CUT_OFF_MS), setTimeout(() => this.#onForce(reason), FORCE_MS));
    }
}


/***/ }),

/***/ 9675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ KeptRecord)
/* harmony export */ });
/* unused harmony export NOTHING_KEPT */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8522);


const NOTHING_KEPT = { manifests: {}, lastTagged: {}, leftOver: [] };
const FORMAT = 1;
/** More than this many bytes unpacked is not ours. */
const MAX_BYTES = 1024 * 1024 * 1024;
/** What is kept between runs, by package. Changed while a run goes on, saved at its end. */
class KeptRecord {
    #packages;
    constructor(packages) {
        this.#packages = packages;
    }
    /**
     * Reads a record. What is broken is dropped: an entry that is no entry, a manifest whose
     * bytes do not have its digest. No bytes, or bytes that are no record, give an empty one.
     */
    static parse(bytes) {
        const packages = new Map();
        for (const [key, value] of Object.entries(unpack(bytes))) {
            packages.set(key, keptPackage(value));
        }
        return new KeptRecord(packages);
    }
    of(ref) {
        return this.#packages.get(keyOf(ref)) ?? NOTHING_KEPT;
    }
    set(ref, kept) {
        this.#packages.set(keyOf(ref), kept);
    }
    format() {
        const packages = Object.fromEntries([...this.#packages].sort(([a], [b]) => (a < b ? -1 : 1)));
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gzipSync)(JSON.stringify({ format: FORMAT, packages }));
    }
}
function keyOf({ owner, type, name }) {
    return `${owner.login.toLowerCase()}/${type}/${name.toLowerCase()}`;
}
function unpack(bytes) {
    if (bytes === null)
        return {};
    try {
        const text = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.gunzipSync)(bytes, { maxOutputLength: MAX_BYTES }).toString('utf8');
        const record = JSON.parse(text);
        if (!isRecord(record) || record['format'] !== FORMAT)
            return {};
        return isRecord(record['packages']) ? record['packages'] : {};
    }
    catch {
        return {};
    }
}
function keptPackage(value) {
    if (!isRecord(value))
        return NOTHING_KEPT;
    return {
        manifests: Object.fromEntries(entriesOf(value['manifests']).flatMap(([digest, entry]) => {
            const kept = keptManifest(digest, entry);
            return kept === null ? [] : [[digest, kept]];
        })),
        lastTagged: Object.fromEntries(entriesOf(value['lastTagged']).filter((entry) => Number.isFinite(entry[1]))),
        leftOver: Array.isArray(value['leftOver']) ? value['leftOver'].flatMap(leftOver) : []
    };
}
function keptManifest(digest, value) {
    if (!isRecord(value) || typeof value['text'] !== 'string')
        return null;
    const { text, contentType } = value;
    if (`sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex')}` !== digest)
        return null;
    return { text, contentType: typeof contentType === 'string' ? contentType : null };
}
function leftOver(value) {
    if (!isRecord(value))
        return [];
    const { id, digest, parent } = value;
    return typeof id === 'number' && typeof digest === 'string' && typeof parent === 'string'
        ? [{ id, digest, parent }]
        : [];
}
function entriesOf(value) {
    return isRecord(value) ? Object.entries(value) : [];
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 5751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tq: () => (/* binding */ proofsOf),
/* harmony export */   X6: () => (/* binding */ leftOverAhead),
/* harmony export */   ay: () => (/* binding */ leftOverAfter),
/* harmony export */   g4: () => (/* binding */ belongsTo),
/* harmony export */   j0: () => (/* binding */ leftOverOf)
/* harmony export */ });
/* harmony import */ var _model_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4505);

/**
 * What was left over by earlier runs and still is. A version that somebody has tagged or taken
 * into use since is not left over any more, for ever: nobody knows what for they need it.
 */
function leftOverOf({ leftOver }, plan) {
    const unused = new Set(plan.versions
        .filter(({ version, root }) => root === null && version.tags?.some(_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isUserTag */ .Kx) !== true)
        .map(({ version }) => version.id));
    return leftOver.filter(({ id }) => unused.has(id));
}
/**
 * What is kept of a package before its changes, so that the next run finishes what a killed one
 * has begun: every part that is to go, with the version that it goes after. It counts for
 * nothing as long as that one is there (ruling 64).
 */
function leftOverAhead(kept, planned) {
    return withLeftOver(kept, planned, kept.leftOver, () => true, () => true);
}
/**
 * What is kept of a package after its changes: of images that were deleted but for some of
 * their parts, those parts and the manifest that proves that they belonged to it, so that the
 * next run takes them up (ruling 64).
 */
function leftOverAfter(kept, planned, outcomes) {
    const lastOf = new Map(outcomes.map(({ id, outcome }) => [id, outcome]));
    const gone = new Set([...lastOf.keys()].filter((id) => lastOf.get(id) === 'deleted' || lastOf.get(id) === 'gone'));
    const ofThisRun = new Set(planned.plan.versions.flatMap(({ version, root }) => (root === null ? [] : [version.id])));
    const earlier = kept.leftOver.filter(({ id }) => !gone.has(id) && !ofThisRun.has(id));
    const isGone = (id) => gone.has(id);
    return withLeftOver(kept, planned, earlier, isGone, (id) => !isGone(id));
}
/** Adds the parts that are to go and are left, where what they belong to is gone. */
function withLeftOver(kept, { plan, reader }, earlier, isGone, isLeft) {
    const manifests = { ...kept.manifests, ...Object.fromEntries(reader.kept) };
    const going = plan.versions.filter(({ decision }) => decision === 'delete');
    const parents = namesByImage(going.filter(({ version }) => isGone(version.id)));
    const found = going.flatMap(({ version, root }) => {
        const counts = root !== null && isGone(root) && isLeft(version.id);
        const parent = counts
            ? parents.get(root)?.find((name) => belongsTo(version, name, manifests))
            : undefined;
        return parent === undefined ? [] : [{ id: version.id, digest: version.name, parent }];
    });
    const leftOver = [...earlier, ...found];
    return { ...kept, leftOver, manifests: { ...kept.manifests, ...proofsOf(leftOver, manifests) } };
}
function namesByImage(versions) {
    const names = new Map();
    for (const { version, root } of versions) {
        const image = root ?? version.id;
        const known = names.get(image);
        if (known === undefined)
            names.set(image, [version.name]);
        else
            known.push(version.name);
    }
    return names;
}
/**
 * Whether the parent's manifest has the version as an entry, its own has the parent as its
 * subject, or its own helper tag names the parent: cosign's signatures have nothing else.
 */
function belongsTo({ name, tags }, parent, manifests) {
    return (name !== parent &&
        ((tags ?? []).some((tag) => (0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .parseHelperTag */ .kp)(tag)?.digest === parent) ||
            entriesNaming(manifests[parent], name) ||
            subjectNaming(manifests[name], parent)));
}
function entriesNaming(manifest, digest) {
    const entries = fieldOf(manifest, digest, 'manifests');
    return Array.isArray(entries) && entries.some((entry) => digestIn(entry) === digest);
}
function subjectNaming(manifest, digest) {
    return digestIn(fieldOf(manifest, digest, 'subject')) === digest;
}
/** A field of a manifest that has `digest` somewhere; `undefined` where there is none. */
function fieldOf(manifest, digest, field) {
    if (manifest?.text.includes(digest) !== true)
        return undefined;
    try {
        const json = JSON.parse(manifest.text);
        return isRecord(json) ? json[field] : undefined;
    }
    catch {
        return undefined;
    }
}
function digestIn(descriptor) {
    return isRecord(descriptor) ? descriptor['digest'] : undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
/** The manifests of what is gone that prove what belonged to it, as far as they are known. */
function proofsOf(leftOver, manifests) {
    return Object.fromEntries(leftOver.flatMap(({ parent }) => {
        const manifest = manifests[parent];
        return manifest === undefined ? [] : [[parent, manifest]];
    }));
}


/***/ }),

/***/ 4228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   T: () => (/* binding */ readLocalText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


const WHY = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder, not a file',
    EACCES: 'it may not be read',
    EPERM: 'it may not be read'
};
/** Standard input by its number: by its path it can't be opened where it is a socket. */
const STDIN = 0;
/**
 * Reads a file as UTF-8; `path` is relative to `base` where it is not absolute, and `-` is
 * standard input. Never throws.
 */
function readLocalText(path, base) {
    try {
        const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path === '-' ? STDIN : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(base, path));
        return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch (error) {
        return { ok: false, why: whyOf(error) };
    }
}
function whyOf(error) {
    const code = codeOf(error);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
        return 'it is not text in UTF-8';
    return WHY[code] ?? `it can't be read: ${String(error)}`;
}
/** What the system calls an error, such as `ENOENT`; '' where it has no name for it. */
function codeOf(error) {
    const hasCode = typeof error === 'object' && error !== null && 'code' in error;
    return hasCode ? String(error.code) : '';
}


/***/ }),

/***/ 3094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ ManifestReader)
});

// EXTERNAL MODULE: ./lib/graph/reading.js
var reading = __webpack_require__(5996);
;// CONCATENATED MODULE: ./lib/graph/reading-lanes.js
const MOST_LANES = 16;
const SHORTEST_LANE = 64;
/**
 * How to read many versions at once and still meet an index before its entries: an index is
 * pushed after its entries and has a higher id. The ids are cut, highest first, into at most 16
 * stretches of 64 or more (one stretch where there are fewer); each is to be read one after
 * another from its start, leaving out what `sparedEntries` of a manifest read meanwhile spares.
 */
function readingLanes(ids) {
    const sorted = [...ids].sort((one, other) => other - one);
    if (sorted.length === 0)
        return [];
    const count = Math.min(MOST_LANES, Math.max(1, Math.floor(sorted.length / SHORTEST_LANE)));
    const startOf = (lane) => Math.floor((lane * sorted.length) / count);
    return Array.from({ length: count }, (_, lane) => sorted.slice(startOf(lane), startOf(lane + 1)));
}

// EXTERNAL MODULE: ./lib/registry/parse-manifest.js + 1 modules
var parse_manifest = __webpack_require__(4263);
;// CONCATENATED MODULE: ./lib/run/manifest-reader.js



/**
 * Reads the manifests of one package, each at most once in a run and at most once in a life
 * where they are kept. What it gives is a function of the package and what it is asked for,
 * never of what happened to be kept or of the order in which answers came (ruling 14).
 */
class ManifestReader {
    #options;
    #readings = new Map();
    #read = new Map();
    constructor(options) {
        this.#options = options;
    }
    /** What can be kept for the next run: the bytes of all that was read, by digest. */
    get kept() {
        return this.#read;
    }
    /** Reads all of them. */
    async readAll(digests) {
        const readings = await Promise.all(digests.map((digest) => this.#reading(digest)));
        return Object.fromEntries(digests.map((digest, place) => [digest, readings[place]]));
    }
    /**
     * Reads them in the order given, newest first, but none that an index read before it spares.
     * The order decides what is read; several stretches of it are fetched ahead at once.
     */
    async walk(digests) {
        await this.#fetchAhead(digests);
        const sparing = new Sparing();
        const readings = {};
        for (const digest of digests) {
            if (sparing.spares(digest))
                continue;
            const reading = await this.#reading(digest);
            readings[digest] = reading;
            if (reading.kind === 'read')
                sparing.heed(reading.manifest);
            if (reading.kind === 'unreadable')
                break;
        }
        return readings;
    }
    /** Asks whether the registry has digests that no version has (ruling 31). */
    async ask(digests) {
        const { registry, package: ref } = this.#options;
        const answers = await Promise.all(digests.map(async (digest) => [digest, await registry.knows(ref, digest)]));
        return Object.fromEntries(answers);
    }
    /** The places of ids stand for the ids: `digests` come highest id first. */
    async #fetchAhead(digests) {
        const sparing = new Sparing();
        let isFrozen = false;
        const lanes = readingLanes(digests.map((_, place) => digests.length - place));
        await Promise.all(lanes.map(async (lane) => {
            for (const rank of lane) {
                const digest = digests[digests.length - rank];
                if (isFrozen || digest === undefined || sparing.spares(digest))
                    continue;
                const reading = await this.#reading(digest);
                if (reading.kind === 'read')
                    sparing.heed(reading.manifest);
                // One that can't be read freezes the package: the rest need not be read.
                if (reading.kind === 'unreadable')
                    isFrozen = true;
            }
        }));
    }
    #reading(digest) {
        const known = this.#readings.get(digest);
        if (known !== undefined)
            return known;
        const reading = this.#fetch(digest);
        this.#readings.set(digest, reading);
        return reading;
    }
    async #fetch(digest) {
        const { registry, package: ref, kept, onRead } = this.#options;
        const known = Object.hasOwn(kept, digest) ? kept[digest] : undefined;
        const manifest = known === undefined ? null : parseKept(digest, known);
        if (known !== undefined && manifest !== null) {
            this.#read.set(digest, known);
            onRead?.();
            return { kind: 'read', manifest };
        }
        const { reading, bytes, contentType } = await registry.readManifest(ref, digest);
        if (bytes !== null) {
            this.#read.set(digest, { text: new TextDecoder().decode(bytes), contentType });
        }
        onRead?.();
        return reading;
    }
}
/** What the indexes read so far say need not be read. */
class Sparing {
    #spared = new Set();
    #nested = new Set();
    heed(manifest) {
        for (const digest of (0,reading/* sparedEntries */.c$)(manifest))
            this.#spared.add(digest);
        for (const digest of (0,reading/* nestedEntries */.aP)(manifest))
            this.#nested.add(digest);
    }
    spares(digest) {
        return this.#spared.has(digest) && !this.#nested.has(digest);
    }
}
/** The manifest in bytes that were kept; `null` where they are none, as a later version may find. */
function parseKept(digest, { text, contentType }) {
    try {
        const json = JSON.parse(text);
        const size = new TextEncoder().encode(text).byteLength;
        const manifest = (0,parse_manifest/* parseManifest */.N)(json, { digest, size, contentType });
        return typeof manifest === 'string' ? null : manifest;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 3054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ lastTaggedAfter),
  j: () => (/* binding */ observePackage)
});

// EXTERNAL MODULE: ./lib/model/digest.js
var digest = __webpack_require__(4505);
// EXTERNAL MODULE: ./lib/graph/broken.js
var broken = __webpack_require__(1819);
// EXTERNAL MODULE: ./lib/graph/reading.js
var reading = __webpack_require__(5996);
// EXTERNAL MODULE: ./lib/policy/evaluate.js
var evaluate = __webpack_require__(7127);
// EXTERNAL MODULE: ./lib/plan/list-check.js
var list_check = __webpack_require__(238);
// EXTERNAL MODULE: ./lib/plan/manifest-check.js
var manifest_check = __webpack_require__(947);
// EXTERNAL MODULE: ./lib/plan/plan-package.js + 3 modules
var plan_package = __webpack_require__(9744);
// EXTERNAL MODULE: ./lib/plan/root-fate.js
var root_fate = __webpack_require__(6286);
;// CONCATENATED MODULE: ./lib/plan/readings-needed.js








/**
 * What is still to be observed, step by step: call it again with what was observed until it
 * gives `null`. Only what a decision needs (4-running, Reading; rulings 14 and 31): nothing
 * where no rule deletes, no untagged version where nothing could go, nothing more once the
 * package is frozen. It asks the same of the registry whatever a cache remembers.
 */
function readingsNeeded(input) {
    const { inventory, policy, now } = input;
    if (inventory.package.type !== 'container' || policy.delete.length === 0)
        return null;
    const checked = (0,list_check/* checkList */.R)(inventory);
    if (!checked.ok)
        return null;
    const { versions } = checked;
    const tagged = (0,reading/* taggedToRead */.sL)(versions, inventory.manifests);
    if (tagged.length > 0)
        return { kind: 'read', digests: tagged };
    if ((0,manifest_check/* checkManifests */.d)(inventory, versions, now) !== null || !mayGo(input, versions))
        return null;
    const untagged = (0,reading/* untaggedToRead */.lN)(versions, inventory.manifests);
    if (untagged.length > 0)
        return { kind: 'walk', digests: untagged };
    const graph = (0,plan_package/* graphOf */.cQ)(inventory, versions);
    const ask = (0,broken/* digestsToAsk */.Mh)(graph, brokenKindsAsked(policy), inventory.unlisted);
    if (ask.length > 0)
        return { kind: 'ask', digests: ask };
    const { division } = (0,plan_package/* deliberate */.K5)(input, graph, versions);
    const describers = (0,reading/* describersToRead */.Ik)(graph, division.goes);
    return describers.length > 0 ? { kind: 'read', digests: describers } : null;
}
function brokenKindsAsked(policy) {
    return [...policy.delete, ...policy.keep].flatMap(({ conditions }) => conditions.flatMap((condition) => (condition.kind === 'broken' ? condition.kinds : [])));
}
/**
 * Whether anything could go at all, asked without a graph: every version is taken for a root,
 * which the graph can only make fewer of, and quotas keep nothing.
 */
function mayGo(input, versions) {
    const { inventory, policy } = input;
    if (inventory.leftOver.length > 0)
        return true;
    if (policy.delete.some(({ conditions }) => conditions.some(({ kind }) => kind === 'broken'))) {
        return true;
    }
    const context = (0,plan_package/* contextOf */.Vm)(input, versions);
    const isReplacement = ({ name }) => {
        const reading = inventory.manifests[name];
        return reading?.kind === 'read' && reading.manifest.replacementOf !== null;
    };
    if (versions.some(isReplacement))
        return true;
    const { verdicts } = (0,evaluate/* evaluate */._)(versions.map(asRoot), withoutQuotas(policy), context);
    return verdicts.some((verdict) => (0,root_fate/* fateOf */._)(verdict, policy.settings, context, UNMARKED).wantsToGo);
}
const UNMARKED = { leftOver: new Set(), untold: new Set() };
function asRoot(version) {
    return {
        version,
        userTags: version.tags.filter(digest/* isUserTag */.Kx),
        helperTags: version.tags.filter((tag) => !(0,digest/* isUserTag */.Kx)(tag)),
        image: [version],
        broken: []
    };
}
function withoutQuotas(policy) {
    return { ...policy, keep: policy.keep.filter(({ quotas }) => quotas.length === 0) };
}

// EXTERNAL MODULE: ./lib/run/left-over.js
var left_over = __webpack_require__(5751);
;// CONCATENATED MODULE: ./lib/run/observe-package.js



/**
 * Reads what planning a package takes, step by step, and gives the input of the plan. Never
 * throws for what the registry says: what can't be read freezes the package.
 */
async function observePackage(observation) {
    const { reader, policy, facts, now } = observation;
    let input = { inventory: firstInventory(observation), policy, facts, now };
    for (;;) {
        const needed = readingsNeeded(input);
        if (needed === null)
            return input;
        switch (needed.kind) {
            case 'read':
                input = withReadings(input, await reader.readAll(needed.digests));
                break;
            case 'walk':
                input = withReadings(input, await reader.walk(needed.digests));
                break;
            case 'ask': {
                const unlisted = { ...input.inventory.unlisted, ...(await reader.ask(needed.digests)) };
                input = { ...input, inventory: { ...input.inventory, unlisted } };
                break;
            }
        }
    }
}
function firstInventory({ package: ref, versions, kept, now, begun }) {
    const listed = new Map(versions.map((version) => [version.id, version]));
    const digests = new Set(versions.map(({ name }) => name));
    return {
        package: ref,
        versions,
        manifests: {},
        unlisted: {},
        // A date ahead of now can't have been seen.
        lastTagged: Object.fromEntries(Object.entries(kept.lastTagged).filter(([, seen]) => seen <= now)),
        leftOver: [
            ...kept.leftOver.filter((left) => isProven(left, kept, listed, digests)).map(({ id }) => id),
            ...begun
        ]
    };
}
/**
 * What was kept could have been changed by others. So a version counts as left over only where
 * bytes that have the parent's digest name it as an entry, its own bytes name the parent as its
 * subject, or its own helper tag does, and the parent is gone.
 */
function isProven({ id, digest, parent }, { manifests }, listed, digests) {
    const version = listed.get(id);
    if (version?.name !== digest || digests.has(parent))
        return false;
    return (0,left_over/* belongsTo */.g4)(version, parent, manifests);
}
function withReadings(input, readings) {
    const manifests = { ...input.inventory.manifests, ...readings };
    return { ...input, inventory: { ...input.inventory, manifests } };
}
/** When each digest was last seen with a user's tag, after this list was read. */
function lastTaggedAfter(kept, versions, now) {
    const seen = {};
    for (const { name, tags } of versions) {
        const earlier = kept.lastTagged[name];
        if (tags?.some(digest/* isUserTag */.Kx) === true)
            seen[name] = now;
        else if (earlier !== undefined)
            seen[name] = earlier;
    }
    return seen;
}


/***/ }),

/***/ 243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KV: () => (/* binding */ policyFor),
/* harmony export */   K_: () => (/* binding */ plainNamesOf),
/* harmony export */   pl: () => (/* binding */ typesOf)
/* harmony export */ });
/* harmony import */ var _model_package_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9969);
/* harmony import */ var _policy_policy_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6318);
/* harmony import */ var _policy_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4661);



/**
 * The policy of a package: its entry of the file, or the quick rules; `null` where no entry
 * matches, which leaves the package alone.
 */
function policyFor({ rules }, ref) {
    if (rules.kind === 'quick')
        return { ...rules.rules, settings: rules.settings };
    const entry = (0,_policy_policy_file_js__WEBPACK_IMPORTED_MODULE_0__/* .entryFor */ .cy)(rules.file, ref);
    return entry === null ? null : (0,_policy_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvePolicy */ .nZ)(entry, rules.file.defaults, rules.inputs);
}
/** The types that a run looks at: those given, else `container`, with a file those of its entries. */
function typesOf({ rules, packageTypes }) {
    if (rules.kind === 'quick')
        return packageTypes ?? ['container'];
    const ofEntries = new Set(rules.file.entries.flatMap(({ types }) => types));
    return _model_package_js__WEBPACK_IMPORTED_MODULE_2__/* .PACKAGE_TYPES */ .Zc.filter((type) => ofEntries.has(type) && (packageTypes === null || packageTypes.includes(type)));
}
/**
 * The names that a run may be about without listing packages, for one type; `null` where a
 * pattern asks for a list.
 */
function plainNamesOf(config, type) {
    const { rules, packages } = config;
    const given = packages?.plainNames(type) ?? null;
    if (given !== null || rules.kind === 'quick')
        return given;
    const names = rules.file.entries
        .filter(({ types }) => types.includes(type))
        .map((entry) => entry.names.plainNames(type));
    return names.includes(null) ? null : distinct(names.flatMap((list) => list ?? []));
}
function distinct(names) {
    return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}


/***/ }),

/***/ 3651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ keptAfterReading),
/* harmony export */   _: () => (/* binding */ planOne)
/* harmony export */ });
/* harmony import */ var _github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9452);
/* harmony import */ var _plan_plan_package_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9744);
/* harmony import */ var _left_over_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5751);
/* harmony import */ var _manifest_reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3094);
/* harmony import */ var _observe_package_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3054);





/**
 * Lists, reads and plans one package; `null` where there is no such package.
 *
 * @throws GitHubError where its versions can't be listed
 */
async function planOne(ref, policy, { world, facts, kept, now, leftOver: reported = [], onRead }) {
    const listedAt = world.clock.now();
    const versions = await world.github.listVersions(ref).catch(nullIfNotFound);
    if (versions === null)
        return null;
    const listReadAt = world.clock.now();
    const before = kept.of(ref);
    const reader = new _manifest_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .ManifestReader */ .p({
        registry: world.registry,
        package: ref,
        kept: before.manifests,
        ...(onRead === undefined ? {} : { onRead })
    });
    const observe = async (list, begun) => (0,_observe_package_js__WEBPACK_IMPORTED_MODULE_4__/* .observePackage */ .j)({
        package: ref,
        versions: list,
        policy,
        facts: await facts.factsFor({ inventory: { package: ref, versions: list }, policy, now }),
        now,
        kept: before,
        reader,
        begun: [...reported, ...begun]
    });
    const input = await observe(versions, []);
    const plan = (0,_plan_plan_package_js__WEBPACK_IMPORTED_MODULE_1__/* .planPackage */ .Gv)(input);
    const leftOver = (0,_left_over_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOverOf */ .j0)(before, plan);
    kept.set(ref, keptAfterReading({ ...before, leftOver }, reader, versions, now));
    return { plan, input, listedAt, listReadAt, reader, observe };
}
/** What is kept of a package once it was read: of what is listed, and what proves what is left over. */
function keptAfterReading(before, reader, versions, now) {
    const proofs = (0,_left_over_js__WEBPACK_IMPORTED_MODULE_2__/* .proofsOf */ .Tq)(before.leftOver, before.manifests);
    return {
        manifests: { ...proofs, ...stillListed(reader, versions) },
        lastTagged: (0,_observe_package_js__WEBPACK_IMPORTED_MODULE_4__/* .lastTaggedAfter */ .n)(before, versions, now),
        leftOver: before.leftOver
    };
}
function stillListed(reader, versions) {
    const listed = new Set(versions.map(({ name }) => name));
    return Object.fromEntries([...reader.kept].filter(([digest]) => listed.has(digest)));
}
function nullIfNotFound(error) {
    if (error instanceof _github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y && error.code === 'not-found')
        return null;
    throw error;
}


/***/ }),

/***/ 6617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ ProgressTicker)
});

// UNUSED EXPORTS: progressText

// EXTERNAL MODULE: ./lib/model/time.js
var time = __webpack_require__(588);
// EXTERNAL MODULE: ./lib/report/age-text.js
var age_text = __webpack_require__(9141);
// EXTERNAL MODULE: ./lib/report/bytes.js
var bytes = __webpack_require__(1925);
;// CONCATENATED MODULE: ./lib/report/progress-line.js


/** One line for the log while changes are made. Plain text: the shell makes it safe with `logLine`. */
function progressLine(progress) {
    const { done, total, failed, perMinute, etaMs, waiting } = progress;
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    return [
        `${(0,bytes/* formatCount */.B4)(done)} of ${(0,bytes/* formatCount */.B4)(total)} changes (${percent}%)`,
        ...(failed > 0 ? [`${(0,bytes/* formatCount */.B4)(failed)} failed`] : []),
        ...(perMinute === null ? [] : [`${(0,bytes/* formatCount */.B4)(Math.round(perMinute))} a minute`]),
        ...(etaMs === null || done >= total ? [] : [`about ${(0,age_text/* ageText */.X)(etaMs)} left`]),
        ...(waiting === null ? [] : [waiting])
    ].join(', ');
}

// EXTERNAL MODULE: ./lib/report/wording.js
var wording = __webpack_require__(7142);
;// CONCATENATED MODULE: ./lib/run/progress-ticker.js



/** Turns what a run tells of its progress into a line every few seconds. */
class ProgressTicker {
    #options;
    #timer;
    #saidAt;
    #latest = null;
    #phaseStart;
    /** Starts ticking. */
    constructor(options) {
        this.#options = options;
        this.#saidAt = options.now();
        this.#phaseStart = this.#saidAt;
        this.#timer = setInterval(() => this.#tick(), options.everyMs);
        this.#timer.unref();
    }
    progress(progress) {
        if (progress.phase !== this.#latest?.phase)
            this.#phaseStart = this.#options.now();
        this.#latest = progress;
        if (this.#options.now() - this.#saidAt >= this.#options.everyMs)
            this.#say();
    }
    close() {
        clearInterval(this.#timer);
    }
    // Half a beat of tolerance: else a timer that fires a little early would skip a turn.
    #tick() {
        if (this.#options.now() - this.#saidAt >= this.#options.everyMs / 2)
            this.#say();
    }
    #say() {
        const now = this.#options.now();
        this.#saidAt = now;
        const latest = this.#latest;
        this.#options.say(latest === null ? 'still at work' : progressText(latest, now - this.#phaseStart));
    }
}
/** One line: how far a phase has come that began so long ago. */
function progressText({ phase, done, total }, sinceMs) {
    if (phase === 'reading')
        return `read ${done} of ${(0,wording/* plural */.LS)(total, 'package')}`;
    const perMs = sinceMs > 0 ? done / sinceMs : 0;
    return progressLine({
        done,
        total,
        failed: 0,
        perMinute: perMs > 0 ? perMs * time/* MINUTE_MS */.kg : null,
        etaMs: perMs > 0 ? (total - done) / perMs : null,
        waiting: null
    });
}


/***/ }),

/***/ 6551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ recoveredReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _report_journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4203);
/* harmony import */ var _report_read_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5165);
/* harmony import */ var _report_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4078);




/**
 * What a run that broke off has left on the disk: its report with the journal's outcomes. `null`
 * where it began to write none, or where the report there is of a run before `since`.
 */
function recoveredReport(directory, since) {
    const paths = (0,_report_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .reportPaths */ .R)(directory);
    const text = textOf(paths.json);
    const read = text === null ? null : (0,_report_read_report_js__WEBPACK_IMPORTED_MODULE_1__/* .readReport */ .t)(text, paths.json);
    if (read?.ok !== true || Date.parse(read.report.startedAt) < since)
        return null;
    const journal = read.report.complete ? null : textOf(paths.journal);
    return journal === null ? read.report : (0,_report_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .applyJournal */ .i)(read.report, journal);
}
function textOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 2501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ reportDirectoryProblem)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _report_visible_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5810);
/* harmony import */ var _local_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4228);
/* harmony import */ var _report_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4078);





const FOUND = {
    EEXIST: 'a file is in its place',
    ENOTDIR: 'a part of this path is a file',
    ENOENT: "it is not there and can't be made",
    EACCES: 'it may not be written',
    EPERM: 'it may not be written',
    EROFS: 'its file system can only be read',
    ENOSPC: 'its disk is full',
    EDQUOT: 'its disk is full'
};
/**
 * Why reports can't be written into a folder, in a sentence that names the input; `null` where
 * they can. To be asked before a run begins, lest it ends without its report: the folder is made
 * where it is not there. Never throws.
 */
function reportDirectoryProblem(directory, input = 'report-directory') {
    const found = whyUnfit(directory);
    if (found === null)
        return null;
    return `${input}: "${(0,_report_visible_text_js__WEBPACK_IMPORTED_MODULE_4__/* .visibleText */ .Q)(directory)}": ${found}; expected a folder that can be written`;
}
function whyUnfit(directory) {
    const { json, journal } = (0,_report_paths_js__WEBPACK_IMPORTED_MODULE_3__/* .reportPaths */ .R)(directory);
    const probe = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, `.writable.${process.pid}.tmp`);
    try {
        makeFolder(directory);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(probe, '');
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(probe);
        const folder = [json, journal].find((path) => isFolder(path));
        return folder === undefined ? null : `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder)} in it is a folder`;
    }
    catch (error) {
        return FOUND[(0,_local_text_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$)(error)] ?? `it can't be written: ${String(error)}`;
    }
}
/** Node's own recursive way never ends where a file system refuses new folders with ENOENT. */
function makeFolder(path) {
    if (isFolder(path))
        return;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) !== path)
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path);
    }
    catch (error) {
        // Another run may have made it at this moment.
        if (!isFolder(path))
            throw error;
    }
}
function isFolder(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}


/***/ }),

/***/ 2615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ createReportFiles)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/report/visible-text.js
var visible_text = __webpack_require__(5810);
;// CONCATENATED MODULE: ./lib/report/csv.js

// Tags hold no spaces, so that a space can stand between them.
const COLUMNS = [
    ['owner', ({ owner }) => owner],
    ['type', ({ type }) => type],
    ['package', ({ name }) => name],
    ['id', (_, { id }) => id],
    ['name', (_, { name }) => name],
    ['tags', (_, { tags }) => (tags ?? []).join(' ')],
    ['createdAt', (_, { createdAt }) => createdAt],
    ['updatedAt', (_, { updatedAt }) => updatedAt],
    ['kind', (_, { kind }) => kind],
    ['root', (_, { root }) => root],
    ['sizeBytes', (_, { sizeBytes }) => sizeBytes],
    ['decision', (_, { decision }) => decision],
    ['rule', (_, { rule }) => rule],
    ['reasonCode', (_, { reasonCode }) => reasonCode],
    ['reason', (_, { reason }) => reason],
    ['untag', (_, { untag }) => untag.join(' ')],
    ['outcome', (_, { outcome }) => outcome],
    ['error', (_, { error }) => error],
    ['untagged', (_, { untagged }) => untagged.join(' ')],
    ['retagged', (_, { retagged }) => retagged.join(' ')]
];
/**
 * report.csv by RFC 4180: a header, then one line a version, each ended by CRLF. What is unknown
 * is empty. Text that a spreadsheet would take for a formula gets a `'` in front, and what can't
 * be seen is written out, so that a version never takes two lines.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function csvReport(report) {
    const lines = [COLUMNS.map(([title]) => title).join(',')];
    for (const entry of report.packages) {
        for (const row of entry.versions) {
            lines.push(COLUMNS.map(([, cell]) => field(cell(entry, row))).join(','));
        }
    }
    return lines.map((line) => `${line}\r\n`).join('');
}
const PLAIN = /^[\w.:/-]*$/;
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
function field(cell) {
    if (cell === null)
        return '';
    if (typeof cell === 'number')
        return String(cell);
    const text = (0,visible_text/* visibleText */.Q)(cell);
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return PLAIN.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`;
}

;// CONCATENATED MODULE: ./lib/report/journal-entry.js
/** One entry as a line, with its line feed. */
function formatJournalLine(entry) {
    return `${JSON.stringify(entry)}\n`;
}

// EXTERNAL MODULE: ./lib/run/durable-write.js
var durable_write = __webpack_require__(6968);
;// CONCATENATED MODULE: ./lib/run/earlier-report.js



/** In our files `startedAt` stands before anything that is long. */
const HEAD_BYTES = 4096;
/**
 * Moves the files of an earlier run in the same folder aside, under the date of that run: they
 * are the only way back from it. Does nothing where there are none.
 */
async function moveEarlierAside(paths) {
    if (!(0,external_node_fs_.existsSync)(paths.json))
        return;
    const date = (await startOf(paths.json)).replaceAll(':', '-');
    for (const path of [paths.journal, paths.html, paths.csv, paths.json]) {
        if (!(0,external_node_fs_.existsSync)(path))
            continue;
        const name = (0,external_node_path_.basename)(path).replace('report', `report-${date}`);
        await (0,promises_.rename)(path, (0,external_node_path_.join)((0,external_node_path_.dirname)(path), name));
    }
}
async function startOf(path) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
        const head = buffer.subarray(0, bytesRead).toString('utf8');
        const written = /"startedAt":\s*"(\d{4}-\d\d-\d\dT[\d:.]+Z)"/.exec(head)?.[1];
        return written ?? (await (0,promises_.stat)(path)).mtime.toISOString();
    }
    finally {
        await file.close();
    }
}

// EXTERNAL MODULE: ./lib/run/recovered-report.js
var recovered_report = __webpack_require__(6551);
// EXTERNAL MODULE: ./lib/run/report-paths.js
var report_paths = __webpack_require__(4078);
;// CONCATENATED MODULE: ./lib/run/report-files.js









/**
 * The files of a run's report in one folder. report.json is replaced in one step, the journal is
 * flushed line by line. What an earlier run left in the folder is moved aside first.
 *
 * @throws Error from `writeReport` and `appendJournal` where the folder can't be written
 */
function createReportFiles(options) {
    const paths = (0,report_paths/* reportPaths */.R)(options.directory);
    const journal = new Journal(paths);
    let startedAt = null;
    return {
        earlier: () => (0,recovered_report/* recoveredReport */.E)(options.directory, -Infinity),
        writeReport: async (report) => {
            if (report.startedAt !== startedAt) {
                journal.close();
                await moveEarlierAside(paths);
            }
            startedAt = report.startedAt;
            await (0,durable_write/* writeDurably */.v)(paths.json, jsonOf(report));
        },
        appendJournal: (entry) => journal.append(entry),
        finish: async (report, now) => {
            journal.close();
            await (0,promises_.rm)(paths.journal, { force: true });
            await attempt('report.csv', options, () => (0,durable_write/* writeDurably */.v)(paths.csv, csvReport(report)));
            await attempt('report.html', options, () => (0,durable_write/* writeDurably */.v)(paths.html, options.html(report, now)));
        }
    };
}
/** Indented, since a person may read and change it. */
function jsonOf(report) {
    return `${JSON.stringify(report, null, 1)}\n`;
}
async function attempt(name, { onTrouble }, write) {
    try {
        await write();
    }
    catch (error) {
        onTrouble(`${name} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}
class Journal {
    #paths;
    #handle = null;
    constructor(paths) {
        this.#paths = paths;
    }
    append(entry) {
        const handle = this.#open();
        const line = Buffer.from(formatJournalLine(entry));
        for (let written = 0; written < line.length;) {
            written += (0,external_node_fs_.writeSync)(handle, line, written);
        }
        (0,external_node_fs_.fsyncSync)(handle);
    }
    close() {
        if (this.#handle !== null)
            (0,external_node_fs_.closeSync)(this.#handle);
        this.#handle = null;
    }
    #open() {
        if (this.#handle !== null)
            return this.#handle;
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(this.#paths.journal), { recursive: true });
        this.#handle = (0,external_node_fs_.openSync)(this.#paths.journal, 'a');
        return this.#handle;
    }
}


/***/ }),

/***/ 4078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ reportPaths)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _inputs_report_source_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(475);


function reportPaths(directory) {
    return {
        json: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'report.json'),
        journal: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, _inputs_report_source_js__WEBPACK_IMPORTED_MODULE_1__/* .JOURNAL_NAME */ .qR),
        html: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'report.html'),
        csv: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, 'report.csv')
    };
}


/***/ }),

/***/ 2689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runMode)
});

// EXTERNAL MODULE: ./lib/github/errors.js
var errors = __webpack_require__(9452);
// EXTERNAL MODULE: ./lib/model/duration.js
var duration = __webpack_require__(5149);
// EXTERNAL MODULE: ./lib/model/time.js
var time = __webpack_require__(588);
// EXTERNAL MODULE: ./lib/plan/deletion-limits.js
var deletion_limits = __webpack_require__(6282);
// EXTERNAL MODULE: ./lib/report/exceeded-limit-text.js
var exceeded_limit_text = __webpack_require__(5379);
// EXTERNAL MODULE: ./lib/report/freeze-text.js
var freeze_text = __webpack_require__(8567);
// EXTERNAL MODULE: ./lib/report/planned-changes.js
var planned_changes = __webpack_require__(132);
// EXTERNAL MODULE: ./lib/run/budget.js
var budget = __webpack_require__(4684);
;// CONCATENATED MODULE: ./lib/execute/budget-spent.js
/**
 * A change was not made because the token's budget for this hour is used up. What is left
 * stays `remaining`, and the run ends green (4-running, Changing).
 */
class BudgetSpent extends Error {
    name = 'BudgetSpent';
}

;// CONCATENATED MODULE: ./lib/execute/overtaken.js
/**
 * A change was not made because the list that it is based on grew older than a minute while it
 * waited for its turn (ruling 76): it is to be looked at again.
 */
class Overtaken extends Error {
    name = 'Overtaken';
    /** Whether an earlier try, of which the answer was lost, may have made it. */
    mayBeDone;
    constructor(message, mayBeDone) {
        super(message);
        this.mayBeDone = mayBeDone;
    }
}

;// CONCATENATED MODULE: ./lib/execute/step-outcomes.js
/** What a deletion came to, with what to say of it. */
function outcomeOf(answer) {
    switch (answer.kind) {
        case 'deleted':
        case 'gone':
            return { outcome: answer.kind, error: null };
        case 'retained':
        case 'blocked':
            return { outcome: answer.kind, error: answer.message };
        case 'denied':
            return { outcome: 'failed', error: answer.message };
    }
}
/** What taking tags off a version came to, by the worst of its answers. */
function outcomeOfTags(worst) {
    switch (worst?.kind) {
        case undefined:
        case 'untagged':
            return ['untagged', null];
        case 'moved':
            return ['skipped', worst.message];
        case 'retained':
        case 'failed':
        case 'remaining':
            return [worst.kind, worst.message];
    }
}

;// CONCATENATED MODULE: ./lib/execute/step-queue.js
/** Steps in their order, of which those come first that wait for nothing any more. */
class StepQueue {
    #left;
    #waitingFor = new Map();
    constructor(steps) {
        this.#left = new Set(steps);
        for (const step of steps) {
            if (step.kind !== 'delete')
                continue;
            for (const id of step.after) {
                const waiting = this.#waitingFor.get(id);
                if (waiting === undefined)
                    this.#waitingFor.set(id, [step]);
                else
                    waiting.push(step);
            }
        }
    }
    /** What is left, in order. */
    steps() {
        return [...this.#left];
    }
    get isEmpty() {
        return this.#left.size === 0;
    }
    /**
     * The first step that may be begun, or `undefined` where each waits for another. Taking tags
     * off reads the version list, of which deletions beside it would shift the pages: it waits
     * until nothing is under way, and what comes after waits for it.
     */
    peek(isGone, isIdle) {
        for (const step of this.#left) {
            if (step.kind === 'untag')
                return isIdle ? step : undefined;
            if (isReady(step, isGone))
                return step;
        }
        return undefined;
    }
    /** Drops the others. */
    keepOnly(isWanted) {
        for (const step of this.#left)
            if (!isWanted(step))
                this.#left.delete(step);
    }
    remove(step) {
        this.#left.delete(step);
    }
    /** Takes out all that waits for `id`, directly or through others, and gives their ids. */
    removeDependants(id) {
        const removed = [];
        const failed = [id];
        // The list grows while it is walked.
        for (const one of failed) {
            for (const step of this.#waitingFor.get(one) ?? []) {
                if (!this.#left.delete(step))
                    continue;
                removed.push(step.id);
                failed.push(step.id);
            }
        }
        return removed;
    }
}
function isReady(step, isGone) {
    return step.kind !== 'delete' || step.after.every(isGone);
}
/** What a step takes of the token's hour; a batch of tags reads a list besides. */
function requestsOf(step) {
    if (step === undefined)
        return 0;
    return step.kind === 'untag' ? step.tags.length + 1 : 1;
}

;// CONCATENATED MODULE: ./lib/execute/execute-package.js





/** A change is never based on a version list that is older (ruling 76). */
const LIST_MAX_AGE_MS = time/* MINUTE_MS */.kg;
/**
 * Carries out the plan of one package, after a second look at it. Every planned change ends
 * in exactly one outcome, which `watch` is told as it comes; nothing is thrown but what the
 * first look throws, before which nothing was changed. Where the run has to stop before it,
 * nothing is asked at all.
 */
async function executePackage(options) {
    await new PackageExecution(options).run();
}
class PackageExecution {
    #options;
    #inFlight = new Set();
    #gone = new Set();
    #deleted = new Set();
    #stuck = new Set();
    #untagged = [];
    /** Planned changes by version that have no outcome yet. */
    #open;
    #begunImages = new Set();
    /** Tags to take off, by version. */
    #untag;
    #queue = new StepQueue([]);
    #isUntagging = false;
    /** Deletions that were overtaken, though a try of which the answer was lost may have made them. */
    #maybeDone = new Set();
    #mustLook = false;
    #listedAt = -Infinity;
    #ending = null;
    constructor(options) {
        this.#options = options;
        this.#untag = new Map(options.plan.versions.map(({ version, untag }) => [version.id, untag]));
        this.#open = new Set(options.plan.versions.flatMap(({ decision, version }) => decision === 'keep' ? [] : [version.id]));
    }
    async run() {
        let isLeft = await this.#begins();
        while (isLeft)
            isLeft = await this.#next();
        await Promise.all(this.#inFlight);
        await this.#bringBack();
        const why = this.#ending?.why ?? 'not reached';
        for (const id of this.#open)
            this.#end(id, 'remaining', why);
    }
    /** The first look; whether it was possible within what the run may still do. */
    async #begins() {
        this.#ending = this.#options.watch.stop(1);
        if (this.#ending !== null)
            return false;
        try {
            await this.#look();
            return true;
        }
        catch (error) {
            if (!(error instanceof BudgetSpent))
                throw error;
            this.#ending = { why: error.message, atOnce: true };
            return false;
        }
    }
    /** Whether there is anything left to do. Each call begins a step, waits, or looks again. */
    async #next() {
        if (this.#hasToEndNow())
            return false;
        if (this.#queue.isEmpty && !this.#mustLook)
            return this.#waitForOne();
        if (this.#isStale() || this.#mustLook)
            return this.#inFlight.size > 0 ? this.#waitForOne() : this.#lookOrEnd();
        if (this.#readyStep() === undefined)
            return this.#waitForOne();
        await this.#options.slots.take();
        // While it waited, an image that was begun may have come to its next step.
        const step = this.#hasToEndNow() || this.#isStale() ? undefined : this.#readyStep();
        if (step === undefined)
            this.#options.slots.give();
        else
            this.#begin(step);
        return true;
    }
    #readyStep() {
        if (this.#isUntagging)
            return undefined;
        return this.#queue.peek((id) => this.#gone.has(id), this.#inFlight.size === 0);
    }
    /**
     * What went into use between the last list and the deletions based on it. Where that can't be
     * looked at, the gap stays as GitHub leaves it.
     */
    async #bringBack() {
        if (this.#deleted.size === 0 || this.#ending?.atOnce === true)
            return;
        const progress = { gone: this.#gone, stuck: this.#stuck, untagged: this.#untagged };
        try {
            const back = await this.#options.port.bringBack(progress, this.#deleted);
            for (const { id, outcome, why } of back)
                this.#end(id, outcome, why);
        }
        catch {
            return;
        }
    }
    async #waitForOne() {
        if (this.#inFlight.size === 0)
            return false;
        await Promise.race(this.#inFlight);
        return true;
    }
    #isStale() {
        return this.#options.clock.now() - this.#listedAt > LIST_MAX_AGE_MS;
    }
    /** After a stop only images that were begun are finished, and not even those in haste (ruling 64). */
    #hasToEndNow() {
        this.#ending ??= this.#options.watch.stop(requestsOf(this.#readyStep()));
        if (this.#ending === null)
            return false;
        this.#mustLook = false;
        this.#queue.keepOnly((step) => step.kind === 'delete' && this.#begunImages.has(step.image) && step.image !== step.id);
        return this.#ending.atOnce;
    }
    async #lookOrEnd() {
        try {
            await this.#look();
            return true;
        }
        catch (error) {
            const why = `the package could not be looked at again: ${messageOf(error)}`;
            if (error instanceof BudgetSpent)
                this.#ending = { why: error.message, atOnce: true };
            else
                for (const id of this.#open)
                    this.#end(id, 'failed', why);
            return false;
        }
    }
    async #look() {
        const { port } = this.#options;
        const look = await port.lookAgain({
            gone: this.#gone,
            stuck: this.#stuck,
            untagged: this.#untagged
        });
        this.#listedAt = look.listedAt;
        this.#mustLook = false;
        for (const { id, outcome, why } of look.withdrawn) {
            if (!this.#open.has(id))
                continue;
            if (outcome === 'gone' && this.#maybeDone.has(id))
                this.#end(id, 'deleted', null);
            else
                this.#end(id, outcome, why);
        }
        this.#queue = new StepQueue(look.steps.flatMap((step) => this.#openPart(step)));
    }
    /** What is still to be done of a step. */
    #openPart(step) {
        switch (step.kind) {
            case 'delete-package':
                return [step];
            case 'delete':
                return this.#open.has(step.id) ? [step] : [];
            case 'untag': {
                const tags = step.tags.filter(({ id }) => this.#open.has(id));
                return tags.length > 0 ? [{ kind: 'untag', tags }] : [];
            }
        }
    }
    #begin(step) {
        this.#queue.remove(step);
        if (step.kind === 'delete')
            this.#begunImages.add(step.image);
        if (step.kind === 'untag')
            this.#isUntagging = true;
        const work = this.#carryOut(step).finally(() => {
            if (step.kind === 'untag')
                this.#isUntagging = false;
            this.#inFlight.delete(work);
            this.#options.slots.give();
        });
        this.#inFlight.add(work);
    }
    async #carryOut(step) {
        const { port } = this.#options;
        const isStillMeant = () => !this.#isStale();
        try {
            switch (step.kind) {
                case 'delete-package':
                    return this.#packageAnswered(await port.deletePackage(isStillMeant));
                case 'delete':
                    return this.#deletionAnswered(step.id, await port.deleteVersion(step.id, isStillMeant));
                case 'untag':
                    return this.#tagsAnswered(step, await port.takeOff(step.tags));
            }
        }
        catch (error) {
            if (error instanceof Overtaken)
                return this.#overtaken(step, error);
            if (error instanceof BudgetSpent)
                return this.#leave(step, error);
            this.#fail(step, messageOf(error));
        }
    }
    /** It stays open: the next look tells whether it is still to be done. */
    #overtaken(step, { mayBeDone }) {
        this.#mustLook = true;
        if (mayBeDone && step.kind === 'delete')
            this.#maybeDone.add(step.id);
    }
    /** What was not done, or of which nobody knows whether it was, says so itself. */
    #leave(step, { message }) {
        this.#ending ??= this.#options.watch.stop(1) ?? { why: message, atOnce: true };
        if (step.kind === 'delete')
            this.#end(step.id, 'remaining', message);
    }
    #fail(step, why) {
        switch (step.kind) {
            case 'delete-package':
                this.#options.watch.recordPackage('failed', why);
                for (const id of this.#open)
                    this.#end(id, 'failed', why);
                break;
            case 'delete':
                this.#end(step.id, 'failed', why);
                this.#dropWhatWaitsFor(step.id);
                break;
            case 'untag':
                for (const { id } of step.tags)
                    if (this.#open.has(id))
                        this.#end(id, 'failed', why);
                break;
        }
    }
    #packageAnswered(answer) {
        const { outcome, error } = outcomeOf(answer);
        this.#options.watch.recordPackage(outcome, error);
        for (const id of this.#open)
            this.#end(id, outcome, error);
    }
    #deletionAnswered(id, answer) {
        const { outcome, error } = outcomeOf(answer);
        this.#end(id, outcome, error);
        if (!this.#gone.has(id))
            this.#dropWhatWaitsFor(id);
        if (answer.kind === 'denied')
            this.#giveUp();
    }
    /** Without the Admin role every further deletion of this package would be refused alike. */
    #giveUp() {
        const why = 'not tried: the token may not delete in this package';
        for (const step of this.#queue.steps()) {
            if (step.kind === 'delete')
                this.#end(step.id, 'skipped', why);
        }
        this.#queue = new StepQueue(this.#queue.steps().filter(({ kind }) => kind === 'untag'));
    }
    /** A child of a version that stayed stays too. */
    #dropWhatWaitsFor(id) {
        for (const needed of this.#queue.removeDependants(id)) {
            this.#end(needed, 'skipped', `version ${id}, which needs it, could not be deleted`);
        }
    }
    #tagsAnswered(step, answers) {
        for (const id of new Set(step.tags.map((one) => one.id))) {
            const results = step.tags.flatMap(({ id: owner, tag }, place) => {
                const answer = answers[place];
                return owner !== id || answer === undefined ? [] : [{ tag, answer }];
            });
            const untagged = results.flatMap(({ tag, answer }) => answer.kind === 'untagged' ? [tag] : []);
            for (const tag of untagged)
                this.#untagged.push({ id, tag });
            const all = results.map(({ answer }) => answer);
            const worst = all.find(({ kind }) => kind !== 'untagged') ?? this.#leftOn(id, results);
            if (worst?.kind === 'remaining')
                this.#ending ??= { why: worst.message, atOnce: true };
            this.#end(id, ...outcomeOfTags(worst), untagged);
        }
    }
    /** What was planned to be taken off as well, and no second look agreed to. */
    #leftOn(id, taken) {
        const left = this.#untag.get(id)?.filter((tag) => !taken.some((one) => one.tag === tag)) ?? [];
        if (left.length === 0)
            return undefined;
        return { kind: 'moved', message: `${left.join(', ')}: not to be taken off any more` };
    }
    #end(id, outcome, error, untagged = []) {
        this.#open.delete(id);
        if (outcome === 'deleted')
            this.#deleted.add(id);
        if (outcome === 'deleted' || outcome === 'gone')
            this.#gone.add(id);
        else if (outcome !== 'untagged')
            this.#stuck.add(id);
        const result = { id, outcome, error, untagged, retagged: [] };
        this.#options.watch.record(result);
    }
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/execute/slots.js
/** A limit on changes in flight at once, shared by all packages of a run. First come, first served. */
class Slots {
    #waiting = [];
    #free;
    /** @param count how many may be taken at once, at least 1 */
    constructor(count) {
        this.#free = count;
    }
    /** Takes a slot when one is free. */
    async take() {
        if (this.#free > 0) {
            this.#free -= 1;
            return;
        }
        await new Promise((resolve) => this.#waiting.push(resolve));
    }
    /** Gives a slot back: to the one that has waited longest. */
    give() {
        const next = this.#waiting.shift();
        if (next === undefined)
            this.#free += 1;
        else
            next();
    }
}

// EXTERNAL MODULE: ./lib/run/kept-record.js
var kept_record = __webpack_require__(9675);
;// CONCATENATED MODULE: ./lib/run/kept-runs.js

/**
 * What earlier runs have kept; empty where none is to be used, or it can't be loaded: then
 * everything is read anew.
 */
async function loadKept(config, { kept }) {
    if (!config.manifestCache || kept === null)
        return kept_record/* KeptRecord */.o.parse(null);
    try {
        return kept_record/* KeptRecord */.o.parse(await kept.load());
    }
    catch {
        return kept_record/* KeptRecord */.o.parse(null);
    }
}
/** Keeps it for the next run. What can't be kept is read again; this run has done its work. */
async function saveKept(config, { kept, telling }, record) {
    if (!config.manifestCache || kept === null)
        return;
    try {
        await kept.save(record.format());
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        telling.note(`what was read could not be kept for the next run: ${why}`);
    }
}

// EXTERNAL MODULE: ./lib/run/left-over.js
var left_over = __webpack_require__(5751);
;// CONCATENATED MODULE: ./lib/run/map-limited.js
/**
 * Calls `work` for each item, at most `limit` at once, and gives the results in the order of
 * the items. Rejects with the first rejection.
 */
async function mapLimited(items, limit, work) {
    const results = [];
    const entries = items.entries();
    const lanes = Array.from({ length: Math.min(limit, items.length) }, async () => {
        // All lanes take from one iterator, so that each item is taken once.
        for (const [place, item] of entries)
            results[place] = await work(item);
    });
    await Promise.all(lanes);
    return results;
}

;// CONCATENATED MODULE: ./lib/run/not-begun.js
/** The same outcome for every planned change of a package that has none yet. */
function notBegun({ plan, outcomes }, outcome, error) {
    const told = new Set(outcomes.map(({ id }) => id));
    return (plan?.versions ?? [])
        .filter(({ decision, version }) => decision !== 'keep' && !told.has(version.id))
        .map(({ version: { id } }) => ({ id, outcome, error, untagged: [], retagged: [] }));
}

// EXTERNAL MODULE: ./lib/model/package.js
var model_package = __webpack_require__(9969);
// EXTERNAL MODULE: ./lib/plan/list-check.js
var list_check = __webpack_require__(238);
// EXTERNAL MODULE: ./lib/graph/reach.js
var reach = __webpack_require__(899);
// EXTERNAL MODULE: ./lib/plan/first-needers.js
var first_needers = __webpack_require__(3124);
// EXTERNAL MODULE: ./lib/plan/roots.js
var roots = __webpack_require__(1182);
;// CONCATENATED MODULE: ./lib/plan/withdrawn-reason.js
/** Why a version that was to go stays by the plan of the second look, as a clause. */
function whyItStaysNow({ reason }) {
    return textOf(reason);
}
function textOf(reason) {
    switch (reason.code) {
        case 'frozen':
            return frozenText(reason.freeze);
        case 'future-dated':
            return 'it is dated in the future now';
        case 'too-young':
            return `untagged-grace ${reason.grace} keeps it now`;
        case 'unknown-manifest':
            return 'the registry does not know its manifest any more';
        case 'helper-tags-only':
            return 'it has helper tags only now';
        case 'not-told':
            return 'what it belongs to is not known any more';
        case 'kept-by-rule':
        case 'within-quota':
            return `${reason.rule} keeps it now`;
        case 'beside-quota':
            return `part of ${reason.root.label}, which ${reason.rule} keeps now`;
        case 'unanswered':
            return `${reason.rule} keeps it now: ${reason.why}`;
        case 'needed':
            return `needed by ${reason.root.label}`;
        case 'in-circle':
            return 'it is part of a circle now';
        case 'not-selected':
            return 'no rule selects it any more';
        case 'partly-selected':
            return 'only some of its tags are selected now';
        case 'last-version':
            return 'the newest, which last-version keeps now';
        case 'last-version-fail':
            return 'last-version: fail stops this package now';
        case 'already-there':
        case 'not-planned':
        case 'not-applied':
            return 'the plan does not delete it any more';
        case 'tags-selected':
            return textOf(reason.stays);
        // That plan lets it go as well, so only need can hold it.
        case 'selected':
        case 'follows':
        case 'left-over':
        case 'replacement':
        case 'package-deleted':
        case 'planned':
        case 'deleted-by-run':
        case 'named-by-id':
        case 'deleted-tag':
        case 'deleted-within':
        case 'tags-lost':
        case 'missing-part':
            return 'something that stays needs it';
    }
}
/** Why a package in which nothing was frozen has to be left alone at the second look. */
function frozenText({ code }) {
    switch (code) {
        case 'unreadable-manifest':
        case 'unreadable-entry':
        case 'registry-refused':
        case 'missing-date':
        case 'missing-tags':
            return 'the package can no longer be read whole';
        case 'young-unknown-manifest':
        case 'not-listed-yet':
            return 'something is being published in the package, and can not be read whole yet';
        case 'tag-on-two-versions':
        case 'digest-on-two-versions':
            return 'the version list contradicts itself now';
        case 'keep-tags-match-nothing':
            return 'keep-tags matches nothing in the package any more';
        case 'not-looked-at':
            return 'the package could not be looked at again';
        case 'frozen-in-report':
            return 'the package was frozen when the report was made';
    }
}

;// CONCATENATED MODULE: ./lib/plan/second-look.js




/**
 * Only what both plans say goes, and only where nothing that stays needs it (ruling 13).
 * Counting as staying is what only one plan knows, and what has other tags than before, also
 * where both plans select it.
 */
function agree({ first, second, graph, done, stuck }) {
    const before = byId(first);
    const now = byId(second);
    const candidates = new Set([...before.values()]
        .filter(({ decision }) => decision === 'delete')
        .filter(({ version }) => !done.has(version.id) && !stuck.has(version.id))
        .filter((one) => isStillDeleted(one, now.get(one.version.id), second))
        .map(({ version }) => version.id));
    const staying = [...graph.nodes.keys()].filter((id) => !candidates.has(id) && !done.has(id));
    const needed = (0,reach/* reach */.gl)(graph, staying);
    const goes = new Set([...candidates].filter((id) => !needed.has(id)));
    return {
        goes,
        untag: agreedTags(before, now),
        withdrawn: withdrawals({ before, now, goes, done, second, graph, staying })
    };
}
function byId({ versions }) {
    return new Map(versions.map((one) => [one.version.id, one]));
}
function isStillDeleted(before, now, second) {
    return (second.frozen === null && now?.decision === 'delete' && hasSameTags(before.version, now.version));
}
/** Whether two entries of one version carry the same tags, in whatever order. */
function hasSameTags(one, other) {
    const tags = new Set(one.tags);
    return tags.size === new Set(other.tags).size && (other.tags ?? []).every((tag) => tags.has(tag));
}
function agreedTags(before, now) {
    const agreed = new Map();
    for (const [id, { untag }] of before) {
        const second = new Set(now.get(id)?.untag);
        const tags = untag.filter((tag) => second.has(tag));
        if (tags.length > 0)
            agreed.set(id, tags);
    }
    return agreed;
}
/** What is said of a version that is not listed any more. */
const GONE_MEANWHILE = 'somebody else deleted it meanwhile';
function withdrawals(comparison) {
    const { before, now, goes, done, second } = comparison;
    const needer = neededBecauseOf(comparison);
    return [...before.values()].flatMap(({ version, decision, untag }) => {
        const { id } = version;
        if (done.has(id) || goes.has(id))
            return [];
        const current = now.get(id);
        if (decision === 'untag')
            return withdrawnTags(id, untag, current);
        if (decision !== 'delete')
            return [];
        if (current === undefined) {
            return [{ id, outcome: 'gone', why: GONE_MEANWHILE }];
        }
        return [{ id, outcome: 'skipped', why: whyNot(version, current, second, needer(id)) }];
    });
}
function withdrawnTags(id, untag, current) {
    if (current === undefined) {
        return [{ id, outcome: 'gone', why: GONE_MEANWHILE }];
    }
    // Where some still go, the step that takes them off says what became of the others.
    if (untag.some((tag) => current.untag.includes(tag)))
        return [];
    return [{ id, outcome: 'skipped', why: `${untag.join(', ')}: not to be taken off any more` }];
}
function whyNot(before, current, second, needer) {
    if (second.frozen !== null)
        return frozenText(second.frozen);
    if (current === undefined || !hasSameTags(before, current.version)) {
        return 'its tags changed since the plan was made';
    }
    return needer === null ? whyItStaysNow(current) : neededText(needer);
}
function neededText({ label, turned }) {
    switch (turned) {
        case 'taken-out':
            return `needed by ${label}, which the plan no longer deletes`;
        case 'held':
            return `needed by ${label}, which stays after all`;
        case null:
            return `in use since the plan was made: needed by ${label}`;
    }
}
/** Finds the newest staying root that needs a version. */
function neededBecauseOf(comparison) {
    const { graph, staying, second, before, now } = comparison;
    const needers = (0,first_needers/* firstNeeders */.Z)(graph, (0,first_needers/* needingRoots */.q)(graph, new Set(staying), 'created'));
    return (id) => {
        const version = graph.nodes.get(needers.get(id) ?? -1)?.version;
        if (version === undefined)
            return null;
        const { label } = (0,roots/* nameRoot */.AI)(version, second.package.type);
        return { label, turned: turnOf(before.get(version.id), now.get(version.id)) };
    };
}
function turnOf(before, now) {
    if (before?.decision === 'delete')
        return 'held';
    return before?.decision === 'keep' && now?.decision === 'delete' ? 'taken-out' : null;
}
/** Every change of a plan, as one that is not made; `gone` where `listed` lacks the version. */
function withdrawAll(plan, done, why, listed = null) {
    return plan.versions
        .filter(({ decision, version }) => decision !== 'keep' && !done.has(version.id))
        .map(({ version: { id } }) => listed?.has(id) === false
        ? { id, outcome: 'gone', why: GONE_MEANWHILE }
        : { id, outcome: 'skipped', why });
}

// EXTERNAL MODULE: ./lib/plan/plan-package.js + 3 modules
var plan_package = __webpack_require__(9744);
;// CONCATENATED MODULE: ./lib/run/bring-back.js



/**
 * Ids of what was deleted and something needs that is there. `inventory` has what was deleted
 * put back; none where its list makes no sense.
 */
function neededOf(inventory, there, deleted) {
    const checked = (0,list_check/* checkList */.R)(inventory);
    if (!checked.ok)
        return new Set();
    const graph = (0,plan_package/* graphOf */.cQ)(inventory, checked.versions);
    const living = [...graph.nodes.keys()].filter((id) => there.has(id) && !deleted.has(id));
    return new Set([...(0,reach/* reach */.gl)(graph, living)].filter((id) => deleted.has(id)));
}
const NEEDED = 'it was deleted, and an image that was published at that moment needs it';
/** Restores a version that this run has deleted a moment ago. Never throws. */
async function restoreNeeded(ref, id, { github }) {
    const failed = (why) => ({
        id,
        outcome: 'failed',
        why: `${NEEDED}, but it could not be restored (${why}): mode: repair does that`
    });
    try {
        const answer = await github.restoreVersion(ref, id);
        switch (answer.kind) {
            case 'restored':
            case 'already-there':
                return { id, outcome: 'restored', why: `${NEEDED}, so it was restored` };
            case 'expired-or-taken':
            case 'denied':
                return failed(answer.message);
        }
    }
    catch (error) {
        return failed(error instanceof Error ? error.message : String(error));
    }
}

;// CONCATENATED MODULE: ./lib/run/missing-versions.js
/** Asked about in one look: as many as there may be changes in flight of which the answer was lost. */
const MOST_ASKED = 50;
/**
 * Tells a list that lacks what somebody else has deleted from one that lacks what is there:
 * versions that were to change and are not listed any more are asked for one by one, each until
 * it is gone for certain.
 */
class MissingVersions {
    #options;
    #gone = new Set();
    constructor(options) {
        this.#options = options;
    }
    /** Why a list is not to be believed, in words, or `null`. Throws what `getVersion` throws. */
    async doubt(listed, progress) {
        const { before, getVersion } = this.#options;
        const missing = this.#missing(listed, progress);
        const lost = missing.filter((id) => before.has(id));
        if (lost.length > MOST_ASKED)
            return doubtOf(`${lost.length} versions that were there`);
        // What was not listed before either, as in a plan of last week, needs no more than a sample.
        const asked = [...lost, ...missing.filter((id) => !before.has(id))].slice(0, MOST_ASKED);
        const found = await Promise.all(asked.map((id) => getVersion(id)));
        const there = found.find((version) => version !== null);
        if (there != null)
            return doubtOf(`version ${there.id}, which is there`);
        for (const id of missing)
            this.#gone.add(id);
        return null;
    }
    #missing(listed, { gone, stuck }) {
        const there = new Set(listed.map(({ id }) => id));
        return this.#options.plan.versions
            .filter(({ decision }) => decision !== 'keep')
            .map(({ version }) => version.id)
            .filter((id) => !there.has(id) && !gone.has(id) && !stuck.has(id) && !this.#gone.has(id));
    }
}
function doubtOf(what) {
    return `the version list lacks ${what}, so nothing more is changed on its word`;
}

// EXTERNAL MODULE: ./lib/model/manifest.js
var model_manifest = __webpack_require__(1004);
// EXTERNAL MODULE: ./lib/registry/digests.js
var digests = __webpack_require__(5546);
// EXTERNAL MODULE: ./lib/registry/json-fields.js
var json_fields = __webpack_require__(4051);
// EXTERNAL MODULE: ./lib/registry/media-types.js
var media_types = __webpack_require__(7103);
;// CONCATENATED MODULE: ./lib/registry/replacement.js




/** The nonce's annotation. */
const NONCE_ANNOTATION = `${model_manifest/* REPLACEMENT_ANNOTATION */.r}.nonce`;
/** What a replacement calls itself where the specification asks for it (with an empty config). */
const ARTIFACT_TYPE = 'application/vnd.package-retention.untagged';
/**
 * The manifest that stands in for a tag that is being removed (4-running, Untagging): no two
 * tags share one, it bears the annotation by which the next run knows it (ruling 71), and has
 * neither layers, entries nor a subject.
 *
 * A registry may refuse a manifest whose config it does not have, so that is the config of
 * the original; without one it is an empty index, which points to nothing at all. It is always
 * an OCI type, since Docker's have no annotations.
 *
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
function replacementFor({ tag, nonce, original }) {
    const config = configOf((0,json_fields/* parseJson */.qF)(original));
    const mediaType = config === null ? media_types/* OCI_INDEX */.$p : media_types/* OCI_MANIFEST */.EG;
    const manifest = {
        schemaVersion: 2,
        mediaType,
        ...(config === null ? { manifests: [] } : { ...config, layers: [] }),
        annotations: { [model_manifest/* REPLACEMENT_ANNOTATION */.r]: tag, [NONCE_ANNOTATION]: nonce }
    };
    const bytes = new TextEncoder().encode(JSON.stringify(manifest));
    return { bytes, mediaType, digest: (0,digests/* digestOf */.ol)(bytes) };
}
/** The original's config, as far as a registry looks at it; `null` where there is none to use. */
function configOf(original) {
    const config = (0,json_fields/* field */.ZZ)(original, 'config');
    const mediaType = (0,json_fields/* textField */.M8)(config, 'mediaType');
    const digest = (0,json_fields/* field */.ZZ)(config, 'digest');
    const size = (0,json_fields/* field */.ZZ)(config, 'size');
    if (mediaType === null || !(0,digests/* isDigest */.Bc)(digest) || !Number.isSafeInteger(size))
        return null;
    return {
        ...(mediaType === media_types/* OCI_EMPTY_CONFIG */.Vt ? { artifactType: ARTIFACT_TYPE } : {}),
        config: { mediaType, digest, size }
    };
}

;// CONCATENATED MODULE: ./lib/run/replaced-tag.js

/**
 * Moves a tag from the version that it is expected on to a replacement of its own. What the
 * tag is on is asked right before, and the registry is told what the push is meant for: one
 * that heeds `If-Match` leaves no gap; for one that does not, a push by somebody else between
 * these two requests is the smallest gap that there can be. Never throws.
 *
 * @param expected `undefined` where the version is not known any more
 */
async function replaceTag(ref, tag, expected, world) {
    try {
        const original = await world.registry.readTag(ref, tag);
        if (original === null || original.digest !== expected)
            return moved(tag);
        return await push(ref, tag, original, world);
    }
    catch (error) {
        return { kind: 'failed', message: replaced_tag_messageOf(error) };
    }
}
async function push(ref, tag, original, { registry, nonce }) {
    const { bytes, mediaType, digest } = replacementFor({
        tag,
        nonce: nonce(),
        original: original.bytes
    });
    const replaced = { tag, digest, original };
    try {
        await registry.putManifest(ref, tag, bytes, mediaType, original);
        return replaced;
    }
    catch (error) {
        // Only the answer may have been lost: where the tag is now says what was done.
        const now = await registry.readTag(ref, tag);
        if (now?.digest === digest)
            return replaced;
        if (now?.digest !== original.digest)
            return moved(tag);
        return { kind: 'failed', message: replaced_tag_messageOf(error) };
    }
}
/**
 * A tag must not be left on a replacement that stays: it goes back to what it was on. Gives
 * `answer`, or what became of the tag instead: it may be gone with a deletion of which only
 * the answer was lost, or somebody may have moved it. Never throws.
 */
async function putBack(ref, { tag, digest, original }, answer, { registry }) {
    try {
        const now = await registry.readTag(ref, tag);
        if (now === null)
            return { kind: 'untagged' };
        if (now.digest !== digest)
            return moved(tag);
        const mediaType = original.contentType ?? mediaTypeIn(original.bytes);
        await registry.putManifest(ref, tag, original.bytes, mediaType, now);
        return answer;
    }
    catch (error) {
        const message = `${tag} is on a replacement, which the next run deletes: ${replaced_tag_messageOf(error)}`;
        return { kind: 'failed', message };
    }
}
function moved(tag) {
    return { kind: 'moved', message: `${tag} is not on this version any more` };
}
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
function mediaTypeIn(bytes) {
    const json = JSON.parse(new TextDecoder().decode(bytes));
    return typeof json === 'object' &&
        json !== null &&
        'mediaType' in json &&
        typeof json.mediaType === 'string'
        ? json.mediaType
        : OCI_MANIFEST;
}
function replaced_tag_messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./lib/run/take-off-tags.js



/** A list may lag behind a push: it is read so often, a second apart. */
const LIST_TRIES = 6;
/**
 * Takes tags off versions that stay. GitHub has no way to do that, so each tag is pushed onto
 * a manifest of its own and the version that this makes is deleted. A tag that is not on its
 * version any more is left alone; one whose replacement can't be deleted is put back. One
 * answer for each tag, in their order; never throws.
 *
 * @param nameOf the digest of a version by its id
 */
async function takeOffTags(ref, tags, nameOf, world) {
    const begun = await Promise.all(tags.map(({ id, tag }) => replaceTag(ref, tag, nameOf(id), world)));
    const replaced = begun.flatMap((one) => ('digest' in one ? [one] : []));
    const listed = await listReplacements(ref, replaced, world);
    return Promise.all(begun.map(async (one) => ('digest' in one ? deleteReplacement(ref, one, listed, world) : one)));
}
/** The living versions by digest, read again until those of all replacements are among them. */
async function listReplacements(ref, replaced, { github, clock, interrupted }) {
    let listed = new Map();
    for (let tries = 0; replaced.length > 0 && tries < LIST_TRIES; tries += 1) {
        if (tries > 0)
            await clock.sleep(time/* SECOND_MS */._L);
        try {
            const versions = await github.listVersions(ref);
            listed = new Map(versions.map((version) => [version.name, version]));
        }
        catch (error) {
            return error instanceof Error ? error : new Error(String(error));
        }
        if (replaced.every(({ digest }) => listed.has(digest)) || interrupted() !== null)
            break;
    }
    return listed;
}
async function deleteReplacement(ref, replaced, listed, world) {
    const { tag, digest } = replaced;
    if (listed instanceof Error)
        return putBack(ref, replaced, answerTo(listed), world);
    const version = listed.get(digest);
    if (version === undefined) {
        return putBack(ref, replaced, failedFor('its replacement is not listed'), world);
    }
    // Only a version with exactly that digest and no tag but exactly that one is ours to delete.
    if (version.tags?.every((one) => one === tag) !== true)
        return movedFrom(tag);
    const refused = await deleteFor(ref, version.id, world);
    if (refused !== null)
        return putBack(ref, replaced, refused, world);
    if (version.tags.length === 1)
        return { kind: 'untagged' };
    // Of a version that came without its tag only the registry tells where the tag is.
    return putBack(ref, replaced, movedFrom(tag), world);
}
function movedFrom(tag) {
    return { kind: 'moved', message: `${tag} was moved while it was being taken off` };
}
/** Deletes a replacement; why that could not be done, or `null`. Never throws. */
async function deleteFor(ref, id, { github }) {
    try {
        return refusalIn(await github.deleteVersion(ref, id));
    }
    catch (error) {
        return answerTo(error);
    }
}
function refusalIn(answer) {
    switch (answer.kind) {
        case 'deleted':
        case 'gone':
            return null;
        case 'retained':
            return { kind: 'retained', message: answer.message };
        case 'blocked':
        case 'denied':
            return failedFor(answer.message);
    }
}
/** A limit whose wait is too long for this run is no failure: the tag is left for the next. */
function answerTo(error) {
    const message = error instanceof Error ? error.message : String(error);
    return (0,budget/* isLimit */.S4)(error) ? { kind: 'remaining', message } : failedFor(message);
}
function failedFor(message) {
    return { kind: 'failed', message };
}

;// CONCATENATED MODULE: ./lib/run/package-changes.js











/** What was read no longer ago was read right before. */
const RIGHT_BEFORE_MS = 5 * time/* SECOND_MS */._L;
/** The changes to one package, by GitHub's REST API and its registry. */
class PackageChanges {
    #options;
    #missing;
    #looks = 0;
    /** Ids of the last list that was looked at. */
    #known;
    constructor(options) {
        this.#options = options;
        const before = new Set(options.input.inventory.versions.map(({ id }) => id));
        this.#known = before;
        const { plan } = options;
        this.#missing = new MissingVersions({ plan, before, getVersion: (id) => this.#get(id) });
    }
    async lookAgain(progress) {
        this.#looks += 1;
        const { world, plan, input, observe, decide } = this.#options;
        const isFresh = this.#looks === 1 && this.#isFresh();
        const listedAt = isFresh ? this.#options.listedAt : world.clock.now();
        const listed = isFresh
            ? input.inventory.versions
            : await withinBudget(() => world.github.listVersions(plan.package));
        const doubt = await this.#missing.doubt(listed, progress);
        if (doubt !== null) {
            return { listedAt, steps: [], withdrawn: withdrawAll(plan, progress.gone, doubt) };
        }
        if (isFresh)
            return { ...decide(input, progress), listedAt };
        const returned = await this.#returned(listed, progress);
        const gone = new Set([...progress.gone].filter((id) => !returned.has(id)));
        const now = { ...progress, gone, stuck: new Set([...progress.stuck, ...returned]) };
        const versions = package_changes_putBack(input.inventory.versions, listed, now);
        this.#known = new Set(listed.map(({ id }) => id));
        return { ...decide(await observe(versions, [...gone]), now), listedAt };
    }
    /**
     * What this run has deleted and is listed all the same: either the list lags behind, or
     * somebody has brought it back, which a GET of its own tells. Only of container packages, in
     * which something may need it.
     */
    async #returned(listed, { gone }) {
        if (this.#options.plan.package.type !== 'container')
            return new Set();
        const ids = [...new Set(listed.map(({ id }) => id))].filter((id) => gone.has(id));
        const found = await Promise.all(ids.map((id) => this.#get(id)));
        return new Set(found.flatMap((version) => version?.id ?? []));
    }
    #get(id) {
        const { world, plan } = this.#options;
        return withinBudget(() => world.github.getVersion(plan.package, id));
    }
    async bringBack(progress, deleted) {
        const { world, plan, input, observe } = this.#options;
        if (plan.package.type !== 'container' || plan.packageDecision === 'delete')
            return [];
        const listed = await world.github.listVersions(plan.package);
        if (listed.every(({ id }) => this.#known.has(id)))
            return [];
        const versions = package_changes_putBack(input.inventory.versions, listed, progress);
        const { inventory } = await observe(versions, [...progress.gone]);
        const lost = neededOf(inventory, new Set(listed.map(({ id }) => id)), deleted);
        return Promise.all([...lost].map((id) => restoreNeeded(plan.package, id, world)));
    }
    deleteVersion(id, isStillMeant) {
        const { world, plan } = this.#options;
        return withinBudget(() => world.github.deleteVersion(plan.package, id, isStillMeant));
    }
    deletePackage(isStillMeant) {
        const { world, plan } = this.#options;
        return withinBudget(() => world.github.deletePackage(plan.package, isStillMeant));
    }
    takeOff(tags) {
        const { world, plan } = this.#options;
        const names = new Map(plan.versions.map(({ version }) => [version.id, version.name]));
        return takeOffTags(plan.package, tags, (id) => names.get(id), world);
    }
    /**
     * Where nothing comes between the list and the first change of a package whose versions have
     * no tags and nothing to read, its own list is the one that was read right before. After
     * anything that takes time, such as another package's list, it is read again, and so is one
     * that took a minute itself (ruling 76).
     */
    #isFresh() {
        const { world, plan, input, listedAt, listReadAt } = this.#options;
        const now = world.clock.now();
        return (!(0,model_package/* hasTags */.kS)(plan.package.type) &&
            input.facts.distTags === null &&
            now - listedAt < time/* MINUTE_MS */.kg &&
            now - listReadAt < RIGHT_BEFORE_MS);
    }
}
/**
 * The list as it would be had this run changed nothing: what it has deleted is in it again, and
 * so are the tags that it took off and that nobody else has taken since (ruling 13).
 */
function package_changes_putBack(before, listed, { gone, untagged }) {
    const there = new Set(listed.map(({ id }) => id));
    const used = new Set(listed.flatMap(({ tags }) => tags ?? []));
    const deleted = (0,list_check/* distinctVersions */.G)(before)
        .filter(({ id }) => gone.has(id) && !there.has(id))
        .map((version) => ({ ...version, tags: version.tags?.filter((tag) => !used.has(tag)) ?? null }));
    const retagged = listed.map((version) => {
        const own = untagged.filter(({ id, tag }) => id === version.id && !used.has(tag));
        if (own.length === 0)
            return version;
        return { ...version, tags: [...(version.tags ?? []), ...own.map(({ tag }) => tag)] };
    });
    return [...retagged, ...deleted];
}
/** A limit whose wait is too long for this run is no failure of the step: the rest remains. */
async function withinBudget(work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof errors/* GitHubError */.y && error.code === 'overtaken') {
            throw new Overtaken(error.message, error.failure.afterFault === true);
        }
        if (error instanceof Error && (0,budget/* isLimit */.S4)(error)) {
            throw new BudgetSpent(error.message, { cause: error });
        }
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/run/carry-out.js








/** Packages that are read, or changed, at once. */
const PACKAGES_AT_ONCE = 4;
/**
 * Carries out the plans of packages, some at once, within the run's limits. One package's
 * failure never stops another's. Never throws: what could not be done is in the sessions.
 */
async function carryOut(packages, run) {
    run.session.hasBegun = true;
    const withChanges = packages.filter(({ planned: { plan } }) => plan.versions.some(({ decision }) => decision !== 'keep'));
    await noteAhead(withChanges, run);
    const slots = new Slots(run.config.concurrency);
    await mapLimited(withChanges, PACKAGES_AT_ONCE, (one) => change(one, slots, run));
}
/** Keeps what would be left over of each image, should the run be killed while it deletes it. */
async function noteAhead(packages, { config, world, kept }) {
    let isAny = false;
    for (const { session, planned } of packages) {
        const before = kept.of(session.package);
        const ahead = (0,left_over/* leftOverAhead */.X6)(before, planned);
        isAny ||= ahead.leftOver.length > before.leftOver.length;
        kept.set(session.package, ahead);
    }
    if (isAny)
        await saveKept(config, world, kept);
}
async function change({ session, planned, decide }, slots, { config, world, session: run, kept }) {
    const stop = (requests) => {
        const reason = (0,budget/* stopReason */.PJ)({ ...config, startedAt: run.startedAt }, world, requests);
        run.stopped ??= reason?.why ?? null;
        return reason;
    };
    try {
        await executePackage({
            plan: planned.plan,
            port: new PackageChanges({ world, ...planned, decide }),
            watch: {
                stop,
                record: (outcome) => {
                    if (outcome.outcome === 'remaining')
                        run.stopped ??= outcome.error;
                    run.record(session, outcome);
                },
                recordPackage: (outcome, error) => run.recordPackage(session, outcome, error)
            },
            slots,
            clock: world.clock
        });
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        session.error = `it could not be looked at again, so nothing was changed: ${why}`;
        const ofRow = `the package could not be looked at again: ${why}; nothing was changed in it`;
        for (const outcome of notBegun(session, 'failed', ofRow))
            run.record(session, outcome);
    }
    const { package: ref, outcomes } = session;
    kept.set(ref, (0,left_over/* leftOverAfter */.ay)(kept.of(ref), planned, outcomes));
    const entry = run.entryOf(session);
    if (entry !== null)
        world.telling.changed(entry, false);
}

// EXTERNAL MODULE: ./lib/run/manifest-reader.js + 1 modules
var manifest_reader = __webpack_require__(3094);
;// CONCATENATED MODULE: ./lib/run/preflight.js

/** The run can't go on, for a reason that a person has to see to. Nothing was changed. */
class PreflightError extends Error {
    name = 'PreflightError';
}
/** A runner's clock that is off by more makes every age wrong (ruling 21). */
const MAX_SKEW_MS = 5 * time/* MINUTE_MS */.kg;
const EXPIRES_SOON_MS = 7 * time/* DAY_MS */.sO;
/**
 * Checks what GitHub's first answers said about the token against what the run needs, before
 * anything is changed. Gives sentences worth a warning.
 *
 * @throws PreflightError one message with everything that is missing and what to click
 * @see https://docs.github.com/packages/learn-github-packages/about-permissions-for-github-packages
 */
function preflight(github, owner, intent, now) {
    const { tokenFacts, tokenKind } = github;
    const scopes = scopeProblem(tokenFacts, intent);
    const problems = [...clockProblems(tokenFacts), ...(scopes === null ? [] : [scopes])];
    if (tokenFacts.ssoUrl !== null) {
        problems.push(`the token is not authorised for the single sign-on of ${owner.login}: open ${tokenFacts.ssoUrl}`);
    }
    if (problems.length > 0)
        throw new PreflightError(problems.join('; '));
    return [...(tokenKind === 'fine-grained' ? [FINE_GRAINED] : []), ...expiry(tokenFacts, now)];
}
const FINE_GRAINED = 'the token is fine-grained, which GitHub Packages does not support: if requests are refused, ' +
    'use a classic token with read:packages and delete:packages, or the GITHUB_TOKEN of a workflow';
function clockProblems({ clocks }) {
    if (clocks === null)
        return [];
    const skewMs = clocks.local - clocks.server;
    if (Math.abs(skewMs) <= MAX_SKEW_MS)
        return [];
    const minutes = Math.round(Math.abs(skewMs) / time/* MINUTE_MS */.kg);
    return [
        `the clock of this machine is ${minutes} minutes ${skewMs > 0 ? 'ahead of' : 'behind'} ` +
            "GitHub's, so that every age would be wrong: set it right"
    ];
}
/**
 * Which scopes the token lacks, and what to click; `null` where it lacks none. They are known of
 * classic and OAuth tokens only; of others the first refusal tells.
 */
function scopeProblem({ scopes }, intent) {
    if (scopes === null)
        return null;
    const lacking = (needed) => needed.filter((one) => !isGranted(one, scopes));
    if (lacking(scopesOf(intent, intent.writes === 'yes')).length === 0)
        return null;
    // All at once: what may be needed as well is asked for with what is.
    const missing = lacking(scopesOf(intent, intent.writes !== 'no'));
    return (`the token lacks the scope${missing.length > 1 ? 's' : ''} ${missing.join(', ')} ` +
        `(it has: ${scopes.join(', ') || 'none'}): open ${intent.serverUrl}/settings/tokens, choose ` +
        'the token and tick what is missing');
}
function scopesOf({ deletes, types, serverUrl }, writes) {
    const { hostname } = new URL(serverUrl);
    const isCloud = hostname === 'github.com' || hostname.endsWith('.ghe.com');
    const granular = isCloud
        ? ['container', 'npm', 'nuget', 'rubygems']
        : ['container'];
    const ofRepositories = types.some((type) => !granular.includes(type));
    return [
        'read:packages',
        ...(deletes ? ['delete:packages'] : []),
        ...(writes ? ['write:packages'] : []),
        ...(ofRepositories && (deletes || writes) ? ['repo'] : [])
    ];
}
function isGranted(scope, scopes) {
    return scopes.includes(scope) || (scope === 'read:packages' && scopes.includes('write:packages'));
}
function expiry({ expiresAt }, now) {
    if (expiresAt === null || expiresAt - now > EXPIRES_SOON_MS)
        return [];
    return [`the token expires on ${new Date(expiresAt).toISOString()}`];
}

;// CONCATENATED MODULE: ./lib/run/meet.js

/**
 * The first requests of a run: who the owner is, and whether the token may do what the run
 * needs. A dry run needs to read only.
 *
 * @throws GitHubError where the owner can't be found
 * @throws PreflightError where something is missing; nothing was changed
 */
async function meet(config, world, intent, session) {
    const owner = await world.github.findOwner(config.owner);
    const wanted = {
        ...intent,
        deletes: intent.deletes && !config.dryRun,
        writes: config.dryRun ? 'no' : intent.writes,
        serverUrl: serverUrlOf(config.apiUrl)
    };
    session.warnings.push(...preflight(world.github, owner, wanted, world.clock.now()));
    return owner;
}
/**
 * Why these plans can't be carried out with this token, as far as tags that they take off go;
 * `null` where they can. A request is not needed: GitHub has told with its first answer.
 */
function untagProblem(plans, { apiUrl, dryRun }, { github }) {
    const untags = plans.some(({ versions }) => versions.some(({ decision }) => decision === 'untag'));
    if (dryRun || !untags)
        return null;
    const types = [...new Set(plans.map((plan) => plan.package.type))];
    const serverUrl = serverUrlOf(apiUrl);
    return scopeProblem(github.tokenFacts, { types, deletes: true, writes: 'yes', serverUrl });
}
/** Where people open pages: `https://github.com`, or the host that the API stands on. */
function serverUrlOf(apiUrl) {
    const { protocol, host } = new URL(apiUrl);
    return `${protocol}//${host.replace(/^api\./, '')}`;
}

// EXTERNAL MODULE: ./lib/policy/file/nearest-word.js
var nearest_word = __webpack_require__(3420);
;// CONCATENATED MODULE: ./lib/run/near-names.js

const SHOWN = 3;
/**
 * The packages that a token can see of the types of `refs`, which one owner's exact name could
 * have meant; empty where it may not list packages.
 */
async function listedBeside(refs, github) {
    try {
        const lists = await Promise.all(refs.map(({ owner, type }) => github.listPackages(owner, type)));
        return lists.flat();
    }
    catch {
        // A token that may not list, or a limit: what follows does without.
        return [];
    }
}
/** What of `listed` is the wanted package but for letter case, which does not count (ruling 35). */
function spelledOtherwise({ type, name }, listed) {
    const wanted = name.toLowerCase();
    const found = listed.find((one) => one.type === type && one.name.toLowerCase() === wanted);
    return found?.name ?? null;
}
/**
 * Why a package that was named exactly is not there, and what is near it, as far as the token
 * may list packages.
 */
async function explainMissing(ref, types, github) {
    const refs = types.map((type) => ({ ...ref, type }));
    return missingText(refs, await listedBeside(refs, github));
}
/** The same, where the packages were listed already. */
function missingText(refs, listed) {
    const near = namesNear(refs[0]?.name ?? '', listed);
    const hint = near.length > 0 ? `; near it: ${near.join(', ')}` : '';
    return (`there is no ${refs.map(({ type }) => type).join(' or ')} package of this name that the token ` +
        `can see${hint}. ` +
        'Its name is without the owner and with the repository where it was pushed below one ' +
        '(OWNER/REPO/NAME is REPO/NAME); where it is there, the token lacks access to it: open the ' +
        "package's settings and add the repository under Manage Actions access with the role Admin, " +
        'or use a classic token with read:packages');
}
function namesNear(name, listed) {
    return listed
        .map((summary) => ({ name: summary.name, distance: distanceOf(summary.name, name) }))
        .filter(({ distance }) => distance <= Math.max(2, name.length / 3))
        .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
        .slice(0, SHOWN)
        .map((one) => one.name);
}
/** How far a name is from the wanted one; not at all where one ends with the other after a slash. */
function distanceOf(name, wanted) {
    const [a, b] = [name.toLowerCase(), wanted.toLowerCase()];
    if (a.endsWith(`/${b}`) || b.endsWith(`/${a}`))
        return 0;
    return (0,nearest_word/* editDistance */.Y)(a, b);
}

// EXTERNAL MODULE: ./lib/graph/reading.js
var reading = __webpack_require__(5996);
;// CONCATENATED MODULE: ./lib/plan/apply-withholding.js


const LAST_VERSION = {
    tagged: 'no version with a tag of its own would be left',
    'helper-tagged': 'no version with a tag would be left',
    any: 'no version would be left'
};
/**
 * Says of a row that is not carried out why, in words: on its own account, because something
 * that stays needs it, or because of `last-version`.
 */
function whyNotApplied(input, goes, withholding) {
    const needer = neederOf(input, goes);
    return (id) => {
        const own = withholding.get(id);
        if (own?.kind === 'gone')
            return { outcome: 'gone', why: 'it is not in the package any more' };
        if (own?.kind === 'refused')
            return { outcome: 'skipped', why: own.why };
        const needed = own?.kind === 'last-version' ? null : needer(id);
        return { outcome: 'skipped', why: needed ?? lastVersionText(input, own) };
    };
}
function lastVersionText({ lastVersion }, own) {
    const why = own?.kind === 'last-version' ? own.case : 'any';
    return `${lastVersion === 'fail' ? 'last-version: fail' : 'last-version'}: ${LAST_VERSION[why]}`;
}
/** Names the newest root that stays and needs a version, and says what it has to do with the plan. */
function neederOf({ graph, reviewed, done, plannedAt, type }, goes) {
    const staying = new Set([...graph.nodes.keys()].filter((id) => !goes.has(id) && !done.has(id)));
    const needers = (0,first_needers/* firstNeeders */.Z)(graph, (0,first_needers/* needingRoots */.q)(graph, staying, 'created'));
    const planned = new Set(reviewed.filter(({ decision }) => decision === 'delete').map(({ version }) => version.id));
    return (id) => {
        const version = graph.nodes.get(needers.get(id) ?? -1)?.version;
        if (version === undefined)
            return null;
        const { label } = (0,roots/* nameRoot */.AI)(version, type);
        if (planned.has(version.id))
            return `needed by ${label}, which stays after all`;
        return version.createdAt > plannedAt
            ? `in use since the plan was made: needed by ${label}`
            : `needed by ${label}, which the plan no longer deletes`;
    };
}

// EXTERNAL MODULE: ./lib/plan/last-version.js
var last_version = __webpack_require__(6870);
;// CONCATENATED MODULE: ./lib/plan/apply-plan.js




/**
 * What of a reviewed plan may be carried out now, by ruling 3: of its rows those whose version
 * is what it was and which nothing needs that stays. All that is no `delete` of the plan stays:
 * turned, removed, or never in it. `last-version` is asked again of what is left; what it
 * keeps is never more than what the plan deletes. Pure and total.
 */
function applyPlan(input) {
    const withholding = new Map();
    const candidates = unchangedRows(input, withholding);
    const wanted = divide(input, candidates, []);
    const isWhole = wanted.goes.size === input.graph.nodes.size && input.done.size === 0;
    if (input.packageGoes && isWhole && input.lastVersion !== 'fail') {
        return { ...finish(input, wanted, withholding), packageGoes: true, lastVersionFailure: null };
    }
    const last = lastVersionOf(input, wanted);
    if (last === null) {
        return { ...finish(input, wanted, withholding), packageGoes: false, lastVersionFailure: null };
    }
    for (const id of [...wanted.goes, ...wanted.untag.keys()]) {
        withholding.set(id, { kind: 'last-version', case: last.case });
    }
    // What this run has deleted can't be kept any more: then nothing else goes.
    const nothing = input.lastVersion === 'fail' || input.done.has(last.root);
    const left = nothing ? NOTHING : divide(input, candidates, [last.root]);
    return {
        ...finish(input, left, withholding),
        packageGoes: false,
        lastVersionFailure: input.lastVersion === 'fail' ? last.case : null
    };
}
const NOTHING = { goes: new Set(), untag: new Map() };
/** Rows that may be carried out as far as they themselves go; of the others it notes why not. */
function unchangedRows({ reviewed, graph, done, stuck }, withholding) {
    const seen = new Set();
    const twice = new Set();
    for (const { version } of reviewed)
        (seen.has(version.id) ? twice : seen).add(version.id);
    return reviewed.filter((row) => {
        const { id } = row.version;
        if (row.decision === 'keep' || done.has(id))
            return false;
        const why = twice.has(id)
            ? refused('it is in the plan twice')
            : stuck.has(id)
                ? refused('it could not be changed')
                : rowWithholding(row, graph);
        if (why !== null)
            withholding.set(id, why);
        return why === null;
    });
}
function refused(why) {
    return { kind: 'refused', why };
}
function rowWithholding(row, graph) {
    const { version, refusal, untag } = row;
    if (refusal !== null)
        return refused(refusal);
    const now = graph.nodes.get(version.id)?.version;
    if (now === undefined)
        return { kind: 'gone' };
    if (now.name !== version.name)
        return refused('the package has another version of this id');
    if (!hasSameTags(version, { ...now, deletedAt: null }))
        return refused(TAGS_CHANGED);
    if (now.createdAt !== version.createdAt || now.updatedAt !== version.updatedAt) {
        return refused('its dates changed since the plan was made');
    }
    const strange = untag.filter((tag) => version.tags?.includes(tag) !== true);
    return strange.length > 0 ? refused(`it does not have the tag ${strange.join(', ')}`) : null;
}
const TAGS_CHANGED = 'its tags changed since the plan was made';
/** What goes of the candidates where all else stays, and `kept` with all that they need. */
function divide({ graph, done }, candidates, kept) {
    const wanted = new Set(candidates.filter(({ decision }) => decision === 'delete').map(({ version }) => version.id));
    const staying = [...graph.nodes.keys()].filter((id) => !wanted.has(id) && !done.has(id));
    const needed = (0,reach/* reach */.gl)(graph, [...staying, ...kept]);
    const untag = candidates
        .filter(({ decision, version }) => decision === 'untag' && !kept.includes(version.id))
        .map(({ version, untag: tags }) => [version.id, tags]);
    return {
        goes: new Set([...wanted].filter((id) => !needed.has(id))),
        untag: new Map(untag)
    };
}
function lastVersionOf({ graph, type, ageBy, done }, { goes, untag }) {
    if (goes.size === 0 && untag.size === 0)
        return null;
    const stays = new Set([...graph.nodes.keys()].filter((id) => !goes.has(id) && !done.has(id)));
    return (0,last_version/* findLastVersion */.M)(graph, type, { stays, untag }, ageBy);
}
function finish(input, { goes, untag }, withholding) {
    const why = whyNotApplied(input, goes, withholding);
    const withdrawn = input.reviewed
        .filter(({ decision }) => decision !== 'keep')
        .filter(({ version: { id } }) => !goes.has(id) && !untag.has(id) && !input.done.has(id))
        .map(({ version: { id } }) => ({ id, ...why(id) }));
    return { goes, untag, withdrawn };
}

// EXTERNAL MODULE: ./lib/plan/manifest-check.js
var manifest_check = __webpack_require__(947);
// EXTERNAL MODULE: ./lib/policy/facts.js
var facts = __webpack_require__(3337);
// EXTERNAL MODULE: ./lib/run/observe-package.js + 1 modules
var observe_package = __webpack_require__(3054);
;// CONCATENATED MODULE: ./lib/run/observe-reviewed.js








const NOTHING_DONE = { gone: new Set(), stuck: new Set(), untagged: [] };
/**
 * Reads all that it takes to know what the changes of a reviewed plan would break: as if every
 * version in it were selected by its id.
 */
async function observeReviewed(review, versions, begun) {
    const { package: ref, now, kept, reader } = review;
    const policy = selectingPlanned(review);
    const options = { package: ref, versions, policy, facts: facts/* NO_FACTS */.K, now, kept, reader, begun };
    let input = await (0,observe_package/* observePackage */.j)({ ...options, kept: { ...kept, leftOver: [] } });
    for (;;) {
        const { graph, applied } = judgeReviewed(review, input, NOTHING_DONE);
        const unread = graph === null ? [] : (0,reading/* describersToRead */.Ik)(graph, applied.goes);
        if (unread.length === 0)
            return input;
        const manifests = { ...input.inventory.manifests, ...(await reader.readAll(unread)) };
        input = { ...input, inventory: { ...input.inventory, manifests } };
    }
}
function selectingPlanned({ reviewed, settings }) {
    const planned = reviewed.filter(({ decision }) => decision !== 'keep');
    const ids = planned.map(({ version }) => version.id);
    return {
        keep: [],
        delete: [{ label: 'the plan', conditions: [{ kind: 'ids', ids }] }],
        settings: { ...settings, untaggedGrace: duration/* NO_TIME */.wM },
        requiredKeep: null
    };
}
/** Finds what is left of a reviewed plan: nothing where the package can't be read whole (law 3). */
function judgeReviewed(review, input, progress) {
    const checked = (0,list_check/* checkList */.R)(input.inventory);
    if (!checked.ok)
        return frozen(review, null, checked.freeze);
    const graph = (0,plan_package/* graphOf */.cQ)(input.inventory, checked.versions);
    const freeze = (0,manifest_check/* checkManifests */.d)(input.inventory, checked.versions, input.now);
    if (freeze !== null)
        return frozen(review, graph, freeze);
    const { reviewed, plannedAt, packageGoes, settings } = review;
    const applied = applyPlan({
        reviewed,
        plannedAt,
        packageGoes,
        type: review.package.type,
        graph,
        lastVersion: settings.lastVersion,
        ageBy: settings.ageBy,
        done: progress.gone,
        stuck: progress.stuck
    });
    return { graph, freeze: null, applied };
}
function frozen({ reviewed }, graph, freeze) {
    const withdrawn = reviewed
        .filter(({ decision }) => decision !== 'keep')
        .map(({ version }) => {
        const why = 'nothing may be changed in this package: it can not be read whole';
        return { id: version.id, outcome: 'skipped', why };
    });
    const nothing = { goes: new Set(), untag: new Map() };
    const applied = { ...nothing, withdrawn, packageGoes: false, lastVersionFailure: null };
    return { graph, freeze, applied };
}

// EXTERNAL MODULE: ./lib/run/plan-one.js
var plan_one = __webpack_require__(3651);
// EXTERNAL MODULE: ./lib/report/reason-titles.js
var reason_titles = __webpack_require__(8142);
;// CONCATENATED MODULE: ./lib/run/row-refusal.js

const TURNED = 'the plan did not decide so: by hand changes can only be taken out of a plan';
const UNTAG_CODES = { 'tags-selected': true, planned: true };
/**
 * A person may take changes out of a plan, never add one (4-running): what it lists as planned
 * tells that, and where it lists nothing, the code of what decided.
 */
function row_refusal_refusalIn({ type, planned }) {
    const ask = planned === undefined ? refusedByCode : refusedByList(planned);
    return (row) => {
        if (row.decision === 'keep' || row.decision === 'restore')
            return null;
        const isPossible = row.decision === 'delete' || (type === 'container' && row.untag.length > 0);
        return isPossible ? ask(row) : TURNED;
    };
}
function refusedByList(planned) {
    const deletes = new Set(planned.delete);
    const untags = new Map(planned.untag.map(({ id, tags }) => [id, tags]));
    return ({ id, decision, untag }) => {
        if (decision === 'delete')
            return deletes.has(id) ? null : TURNED;
        const tags = untags.get(id);
        if (tags === undefined)
            return TURNED;
        const added = untag.filter((tag) => !tags.includes(tag));
        return added.length === 0 ? null : `${added.join(', ')}: ${TURNED}`;
    };
}
function refusedByCode({ decision, reasonCode }) {
    const codes = decision === 'delete' ? reason_titles/* DELETE_REASON_TITLES */.J1 : UNTAG_CODES;
    return reasonCode === null || Object.hasOwn(codes, reasonCode) ? null : TURNED;
}
const NOTHING_PLANNED = { package: null, delete: [], untag: [] };
/** The plan in which nothing is planned in packages that were added to it by hand. */
function withoutAdded(plan) {
    if (plan.packages.every(({ planned }) => planned === undefined))
        return plan;
    const packages = plan.packages.map((entry) => ({ planned: NOTHING_PLANNED, ...entry }));
    return { ...plan, packages };
}
/** Whether a plan deletes a package as a whole, and decided so itself. */
function goesWhole({ packageDecision, planned }) {
    return packageDecision === 'delete' && planned?.package !== null;
}

;// CONCATENATED MODULE: ./lib/run/reviewed-plan.js


/** The rows of a reviewed plan, with why one can't be carried out whatever the package says. */
function reviewedVersions(entry) {
    const refusalOf = row_refusal_refusalIn(entry);
    return entry.versions.map((row) => ({
        version: versionOf(row),
        decision: row.decision === 'restore' ? 'keep' : row.decision,
        untag: row.decision === 'untag' ? row.untag : [],
        refusal: refusalOf(row)
    }));
}
function versionOf({ id, name, tags, createdAt, updatedAt }) {
    const created = timeOf(createdAt);
    return { id, name, tags, createdAt: created, updatedAt: timeOf(updatedAt), deletedAt: null };
}
function timeOf(date) {
    return date === null ? null : Date.parse(date);
}
/** Rows that a reviewed plan changes. */
function plannedRows({ versions }) {
    return versions.filter(({ decision }) => decision === 'delete' || decision === 'untag');
}
/** A package of a reviewed plan that was not looked up: nothing of its plan is left, for `why`. */
function nothingFound(ref, report, why) {
    const withdrawn = plannedRows(report).map(({ id }) => ({
        id,
        outcome: 'skipped',
        why
    }));
    const applied = {
        goes: new Set(),
        untag: new Map(),
        withdrawn,
        packageGoes: false,
        lastVersionFailure: null
    };
    return { ref, report, listed: [], graph: null, freeze: null, applied };
}
/**
 * The plan of a run that applies: every row of the reviewed plan, and what is listed beside. A
 * change that can't be carried out is there as it was planned, to end as `skipped`; with
 * `isFinal` it is a `keep` that says why, as a dry run shows it and limits count it.
 */
function planToApply(found, isFinal) {
    const { ref, report, listed, freeze, applied } = found;
    const rows = new Set(report.versions.map(({ id }) => id));
    const beside = (0,list_check/* distinctVersions */.G)(listed).filter(({ id }) => !rows.has(id));
    const withdrawn = new Map(applied.withdrawn.map(({ id, why }) => [id, why]));
    return {
        package: ref,
        frozen: freeze,
        packageDecision: applied.packageGoes ? 'delete' : null,
        lastVersionFailure: applied.lastVersionFailure,
        versions: [
            ...report.versions.map((row) => plannedRow(row, isFinal ? withdrawn.get(row.id) : undefined)),
            ...beside.map((version) => besideRow(version, found))
        ].sort((a, b) => b.version.id - a.version.id),
        warnings: [],
        reclaimedBytes: applied.withdrawn.length === 0 ? report.reclaimableBytes : 0
    };
}
function plannedRow(row, withdrawnFor) {
    const { kind, sizeBytes, root, rule } = row;
    const common = { version: versionOf(row), kind, sizeBytes, root, rule };
    if (row.decision === 'keep' || row.decision === 'restore') {
        return { ...common, decision: 'keep', reason: { code: 'not-planned' }, untag: [] };
    }
    if (withdrawnFor !== undefined) {
        const reason = { code: 'not-applied', why: withdrawnFor };
        return { ...common, decision: 'keep', reason, untag: [] };
    }
    const reason = { code: 'planned', reason: row.reason };
    const untag = row.decision === 'untag' ? row.untag : [];
    return { ...common, decision: row.decision, reason, untag };
}
function besideRow(version, { ref, graph }) {
    const node = graph?.nodes.get(version.id);
    return {
        version,
        kind: node?.kind ?? (ref.type === 'container' ? 'unknown' : 'version'),
        sizeBytes: node?.sizeBytes ?? null,
        root: null,
        decision: 'keep',
        rule: null,
        reason: { code: 'not-planned' },
        untag: []
    };
}

// EXTERNAL MODULE: ./lib/run/run-result.js
var run_result = __webpack_require__(268);
;// CONCATENATED MODULE: ./lib/plan/circles.js
/**
 * Divides ids into circles: those that need each other, directly or through others, are in one;
 * an id that is in no circle is one by itself. What needs comes before what is needed. Takes
 * time by the number of ids and of what they need, and any depth is fine.
 *
 * @param needsOf what one id needs; what is not among `ids` is left out
 * @see https://en.wikipedia.org/wiki/Kosaraju%27s_algorithm
 */
function circlesOf(ids, needsOf) {
    const known = new Set(ids);
    const needed = (id) => needsOf(id).filter((other) => known.has(other));
    const neededBy = turned(ids, needed);
    const seen = new Set();
    const circles = [];
    for (const id of finished(ids, needed).reverse()) {
        if (seen.has(id))
            continue;
        seen.add(id);
        const circle = [id];
        // The list grows while it is walked.
        for (const member of circle) {
            for (const needer of neededBy.get(member) ?? []) {
                if (seen.has(needer))
                    continue;
                seen.add(needer);
                circle.push(needer);
            }
        }
        circles.push(circle);
    }
    return circles;
}
function turned(ids, needed) {
    const neededBy = new Map();
    for (const id of ids) {
        for (const other of needed(id)) {
            const needers = neededBy.get(other);
            if (needers === undefined)
                neededBy.set(other, [id]);
            else
                needers.push(id);
        }
    }
    return neededBy;
}
/** The ids in the order in which a walk into the depth comes to the end of them. */
function finished(ids, needed) {
    const seen = new Set();
    const done = [];
    for (const start of ids) {
        const path = [];
        const enter = (id) => {
            if (seen.has(id))
                return;
            seen.add(id);
            path.push({ id, rest: [...needed(id)] });
        };
        enter(start);
        for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
            const next = top.rest.pop();
            if (next !== undefined) {
                enter(next);
            }
            else {
                done.push(top.id);
                path.pop();
            }
        }
    }
    return done;
}

// EXTERNAL MODULE: ./lib/policy/evaluation-context.js
var evaluation_context = __webpack_require__(7016);
;// CONCATENATED MODULE: ./lib/plan/steps.js


/**
 * Tags that are taken off together, or few more: they share the reading of one version list.
 * Those of one version are never apart, so that it has one outcome.
 */
const TAGS_AT_ONCE = 40;
/**
 * The changes as steps in the order in which they are to be begun: replacements of ours first
 * (ruling 71), then tags to take off, then images, the oldest root first, each finished before
 * the next (ruling 64); within an image a root before its children and a subject before its
 * referrers. What several going images share comes with the last of them.
 */
function orderSteps(changes, graph, ageBy) {
    const replacements = [...changes.goes].filter((id) => graph.nodes.get(id)?.isReplacement === true);
    return [
        ...replacements.map((id) => ({ kind: 'delete', id, image: id, after: [] })),
        ...untagSteps(changes),
        ...imageSteps(changes, new Set(replacements), graph, ageBy)
    ];
}
function untagSteps({ untag }) {
    const batches = [];
    for (const [id, own] of [...untag].sort(([a], [b]) => a - b)) {
        const tags = own.map((tag) => ({ id, tag }));
        const last = batches.at(-1);
        if (last === undefined || last.length >= TAGS_AT_ONCE)
            batches.push(tags);
        else
            last.push(...tags);
    }
    return batches.map((tags) => ({ kind: 'untag', tags }));
}
function imageSteps(changes, replacements, graph, ageBy) {
    const placement = new Placement(changes, replacements, graph);
    for (const root of beginnings(graph, changes, ageBy))
        placement.placeImage(root);
    placement.placeCircles();
    return placement.steps;
}
/** Puts versions in order: each after all that need it and go too. */
class Placement {
    steps = [];
    #changes;
    #graph;
    #placed;
    #walked = new Set();
    /** How many that need it are not placed yet, by id. */
    #waitingFor;
    constructor(changes, replacements, graph) {
        this.#changes = changes;
        this.#graph = graph;
        this.#placed = new Set(replacements);
        this.#waitingFor = new Map([...changes.goes].map((id) => [id, this.#needers(id).length]));
    }
    /** Places what a root begins: itself unless another going root needs it, and what that frees. */
    placeImage(root) {
        const { goes } = this.#changes;
        if (goes.has(root)) {
            if (this.#placed.has(root) || this.#waitingFor.get(root) !== 0)
                return;
            this.#place(root, root, this.#needers(root));
        }
        const image = [root];
        // The list grows while it is walked.
        for (const id of image)
            image.push(...this.#freedBy(id, root));
    }
    /**
     * Places versions that wait for each other in a circle below a root. None of a circle is
     * before the others, but what hangs on it still comes after it.
     */
    placeCircles() {
        const left = [...this.#changes.goes].filter((id) => !this.#placed.has(id));
        if (left.length === 0)
            return;
        const circles = circlesOf(left, (id) => this.#graph.nodes.get(id)?.needs ?? []);
        for (const circle of circles) {
            const [begin = 0] = circle;
            const members = new Set(circle);
            for (const id of circle) {
                const after = this.#needers(id).filter((needer) => !members.has(needer));
                this.#place(id, begin, after);
            }
        }
    }
    /** What may go once `id` is gone; of what is gone already, what lies below it. */
    #freedBy(id, image) {
        const { goes, done } = this.#changes;
        if (this.#walked.has(id))
            return [];
        this.#walked.add(id);
        return (this.#graph.nodes.get(id)?.needs ?? []).filter((needed) => {
            if (done.has(needed))
                return true;
            if (!goes.has(needed) || this.#placed.has(needed))
                return false;
            const left = (this.#waitingFor.get(needed) ?? 0) - (goes.has(id) ? 1 : 0);
            this.#waitingFor.set(needed, left);
            if (left > 0)
                return false;
            this.#place(needed, image, this.#needers(needed));
            return true;
        });
    }
    #needers(id) {
        const neededBy = this.#graph.nodes.get(id)?.neededBy ?? [];
        return neededBy.filter((needer) => this.#changes.goes.has(needer));
    }
    #place(id, image, after) {
        this.#placed.add(id);
        this.steps.push({ kind: 'delete', id, image, after });
    }
}
/** Roots that go or are gone, oldest first. */
function beginnings(graph, { goes, done }, ageBy) {
    return graph.roots
        .filter((id) => goes.has(id) || done.has(id))
        .flatMap((id) => graph.nodes.get(id)?.version ?? [])
        .sort((a, b) => (0,evaluation_context/* dateOf */.Q$)(a, ageBy) - (0,evaluation_context/* dateOf */.Q$)(b, ageBy) || a.id - b.id)
        .map(({ id }) => id);
}

;// CONCATENATED MODULE: ./lib/run/second-steps.js




/** Plans the package again: what `first` and the new plan agree on is still to be done (ruling 13). */
function secondSteps(first) {
    return (input, progress) => {
        const checked = (0,list_check/* checkList */.R)(input.inventory);
        if (!checked.ok) {
            const listed = new Set(input.inventory.versions.map(({ id }) => id));
            return { steps: [], withdrawn: withdrawAll(first, progress.gone, CONTRADICTION, listed) };
        }
        const graph = (0,plan_package/* graphOf */.cQ)(input.inventory, checked.versions);
        const second = (0,plan_package/* planPackage */.Gv)(input);
        const agreement = agree({ first, second, graph, done: progress.gone, stuck: progress.stuck });
        return first.packageDecision === 'delete'
            ? wholePackage(first, second, agreement)
            : stepsOf(agreement, graph, input, progress);
    };
}
/** A package goes as a whole only while everything in it still would. */
function wholePackage(first, second, { withdrawn, goes }) {
    const stillGoes = second.packageDecision === 'delete' &&
        goes.size === second.versions.length &&
        withdrawn.every(({ outcome }) => outcome === 'gone');
    return stillGoes
        ? { steps: [{ kind: 'delete-package' }], withdrawn }
        : { steps: [], withdrawn: withdrawAll(first, new Set(), PACKAGE_CHANGED) };
}
/** The steps of what is agreed, in order, less those that this run has taken already. */
function stepsOf({ goes, untag, withdrawn }, graph, { policy }, { gone, untagged }) {
    const changes = { goes, untag: without(untag, untagged), done: gone };
    const steps = orderSteps(changes, graph, policy.settings.ageBy);
    return { steps, withdrawn };
}
/** The tags to take off, less those that this run has taken off already. */
function without(untag, taken) {
    const left = [...untag].map(([id, tags]) => [
        id,
        tags.filter((tag) => !taken.some((one) => one.id === id && one.tag === tag))
    ]);
    return new Map(left.filter(([, tags]) => tags.length > 0));
}
const CONTRADICTION = 'the version list contradicts itself now';
const PACKAGE_CHANGED = 'the package changed since the plan was made, so it is not deleted whole';

;// CONCATENATED MODULE: ./lib/run/apply.js























/** A plan may seem to be made so long from now: clocks differ (ruling 21). */
const MAX_AHEAD_MS = 5 * time/* MINUTE_MS */.kg;
/**
 * Carries out a plan that a person has reviewed: the report of a dry run, from which rows may
 * have been taken out. Every version in it is looked up again; nothing outside it is touched
 * (4-running, apply; rulings 3, 59 and 67).
 *
 * @throws PreflightError where the plan is none, or of other packages; GitHubError where the
 *   run can't begin. Nothing was changed then.
 */
async function apply(config, world, session) {
    refuseStrangePlan(config);
    const run = new ApplyRun({ ...config, plan: withoutAdded(config.plan) }, world, session);
    const tooOld = ageProblem(config, world.clock.now());
    return tooOld === null ? run.run() : run.refuse(tooOld);
}
class ApplyRun {
    #config;
    #world;
    #session;
    #kept = kept_record/* KeptRecord */.o.parse(null);
    constructor(config, world, session) {
        this.#config = config;
        this.#world = world;
        this.#session = session;
    }
    /**
     * Changes nothing: every planned change ends as `skipped`. A dry run keeps it all, lest its
     * report be a plan in place of the one that was refused.
     */
    async refuse(why) {
        const { plan, dryRun, failOn } = this.#config;
        for (const entry of plan.packages) {
            const { session, found } = this.#unseen(entry, why);
            session.plan = planToApply(found, dryRun);
            for (const row of dryRun ? [] : plannedRows(entry))
                this.#skip(session, row.id, why);
        }
        this.#session.error = why;
        const report = await this.#session.finish();
        return { report, failures: (0,run_result/* failuresOf */.d)(report, failOn) };
    }
    async run() {
        const [config, world, session] = [this.#config, this.#world, this.#session];
        const owner = await meet(config, world, intentOf(config.plan), session);
        this.#kept = await loadKept(config, world);
        const total = config.plan.packages.length;
        let done = 0;
        const found = await mapLimited(config.plan.packages, PACKAGES_AT_ONCE, async (entry) => {
            const one = await this.#find(entry, owner);
            done += 1;
            world.telling.progress({ phase: 'reading', done, total });
            return one;
        });
        const packages = found.flatMap((one) => one ?? []);
        this.#checkPlans(packages);
        await session.begin();
        const isMeant = session.fuse === null && session.error === null;
        if (!config.dryRun && isMeant)
            await this.#change(packages);
        const report = await session.finish();
        await saveKept(config, world, this.#kept);
        return { report, failures: (0,run_result/* failuresOf */.d)(report, config.failOn) };
    }
    async #find(entry, owner) {
        const ref = { owner, type: entry.type, name: entry.name };
        const session = this.#session.open(ref);
        const interrupted = this.#world.interrupted();
        const added = (0,planned_changes/* addedText */.U)(entry);
        if (plannedRows(entry).length === 0)
            session.leftAlone = 'the plan changes nothing in it';
        else if (added !== null)
            session.error = added;
        else if (interrupted !== null)
            session.error = `not looked at: ${interrupted}`;
        else {
            try {
                return await this.#lookUp(entry, ref, session);
            }
            catch (error) {
                const unseen = (0,budget/* unseenBecause */.xH)(error);
                if (unseen === null)
                    session.error = await this.#explain(error, ref);
                else
                    this.#leaveUnseen(entry, session, unseen);
            }
        }
        return null;
    }
    /** What a limit hides: the plan is still to be applied to it. */
    #leaveUnseen(entry, session, freeze) {
        const { dryRun } = this.#config;
        const why = (0,freeze_text/* freezeText */.B)(freeze);
        session.plan = planToApply({ ...nothingFound(session.package, entry, why), freeze }, dryRun);
        if (dryRun)
            return;
        session.outcomes.push(...notBegun(session, 'remaining', why));
        this.#session.stopped ??= why;
    }
    async #lookUp(entry, ref, session) {
        const world = this.#world;
        const listedAt = world.clock.now();
        const listed = await world.github.listVersions(ref);
        const listReadAt = world.clock.now();
        const before = this.#kept.of(ref);
        const review = this.#review(entry, ref);
        const { reader } = review;
        if (entry.packageDecision === 'delete' && !review.packageGoes)
            session.warnings.push(NOT_WHOLE);
        const input = await observeReviewed(review, listed, []);
        this.#kept.set(ref, (0,plan_one/* keptAfterReading */.Z)(before, reader, listed, this.#session.startedAt));
        const verdict = judgeReviewed(review, input, apply_NOTHING_DONE);
        const found = { ref, report: entry, listed, ...verdict };
        const left = planToApply(found, true);
        session.plan = this.#config.dryRun ? left : planToApply(found, false);
        this.#tell(session);
        return {
            session,
            left,
            planned: {
                plan: session.plan,
                input,
                listedAt,
                listReadAt,
                reader,
                observe: (versions, begun) => observeReviewed(review, versions, begun)
            },
            decide: (now, progress) => {
                const { graph, applied } = judgeReviewed(review, now, progress);
                if (applied.packageGoes)
                    return { steps: [{ kind: 'delete-package' }], withdrawn: [] };
                if (graph === null)
                    return { steps: [], withdrawn: applied.withdrawn };
                return stepsOf(applied, graph, now, progress);
            }
        };
    }
    #review(entry, ref) {
        const kept = this.#kept.of(ref);
        const { registry } = this.#world;
        return {
            package: ref,
            reviewed: reviewedVersions(entry),
            plannedAt: Date.parse(this.#config.plan.startedAt),
            packageGoes: goesWhole(entry),
            settings: this.#config.settings,
            now: this.#session.startedAt,
            kept,
            reader: new manifest_reader/* ManifestReader */.p({ registry, package: ref, kept: kept.manifests })
        };
    }
    async #explain(error, ref) {
        const isMissing = error instanceof errors/* GitHubError */.y && error.code === 'not-found';
        if (isMissing)
            return explainMissing(ref, [ref.type], this.#world.github);
        return error instanceof Error ? error.message : String(error);
    }
    #tell(session) {
        const entry = this.#session.entryOf(session);
        if (entry !== null)
            this.#world.telling.planned(entry, this.#config.dryRun);
    }
    /** Of what is left of the plan (ruling 3). */
    #checkPlans(packages) {
        const limits = this.#config.settings.maxDeletions;
        const exceeded = (0,deletion_limits/* exceededLimits */.e)(packages.map(({ left }) => ({ plan: left, limits })));
        if (exceeded.length > 0)
            this.#session.fuse = exceeded.map(exceeded_limit_text/* exceededLimitText */.O).join('; ');
        const plans = packages.map(({ left }) => left);
        this.#session.error = untagProblem(plans, this.#config, this.#world);
    }
    async #change(packages) {
        const failed = packages.filter(({ left }) => left.lastVersionFailure !== null);
        for (const { session } of failed) {
            for (const { version, decision } of session.plan?.versions ?? []) {
                if (decision !== 'keep')
                    this.#skip(session, version.id, 'last-version: fail');
            }
        }
        await carryOut(packages.filter((one) => !failed.includes(one)), { config: this.#config, world: this.#world, session: this.#session, kept: this.#kept });
    }
    #skip(session, id, error) {
        this.#session.record(session, { id, outcome: 'skipped', error, untagged: [], retagged: [] });
    }
    #unseen(entry, why) {
        const owner = { login: entry.owner, kind: entry.ownerKind, isTokenOwner: false };
        const ref = { owner, type: entry.type, name: entry.name };
        return { session: this.#session.open(ref), found: nothingFound(ref, entry, why) };
    }
}
const NOT_WHOLE = 'the plan did not decide to delete the package as a whole, so packageDecision is passed over: ' +
    'by hand changes can only be taken out of a plan';
const apply_NOTHING_DONE = { gone: new Set(), stuck: new Set(), untagged: [] };
function intentOf({ packages }) {
    const changed = packages.filter((entry) => plannedRows(entry).length > 0);
    const untags = changed.some(({ versions }) => versions.some(({ decision }) => decision === 'untag'));
    return {
        types: [...new Set(changed.map(({ type }) => type))],
        deletes: changed.length > 0,
        writes: untags ? 'perhaps' : 'no'
    };
}
/** Refuses what is no plan, or a plan of other packages than those that the run is for. */
function refuseStrangePlan({ plan, owner, packages, packageTypes }) {
    const refuse = (why) => {
        throw new PreflightError(`the plan can not be applied: ${why}; nothing was changed`);
    };
    if (!plan.dryRun)
        refuse('it is the report of a run that was carried out, not of a dry run');
    if (plan.mode !== 'cleanup' && plan.mode !== 'apply')
        refuse(`it was made in mode ${plan.mode}`);
    if (!plan.complete)
        refuse('the dry run did not come to its end');
    const strange = plan.packages.find((one) => one.owner.toLowerCase() !== owner.toLowerCase());
    if (strange !== undefined)
        refuse(`it is for the owner ${strange.owner}, and this run for ${owner}`);
    const other = plan.packages.find(({ type, name, owner: login }) => packageTypes?.includes(type) === false ||
        packages?.matches({ owner: { login }, type, name }) === false);
    if (other !== undefined) {
        refuse(`it has the ${other.type} package ${other.name}, which this run is not for`);
    }
}
function ageProblem({ plan, planMaxAge }, now) {
    const madeAt = Date.parse(plan.startedAt);
    if (madeAt - now > MAX_AHEAD_MS) {
        return `the plan says that it was made at ${plan.startedAt}, which is not yet; nothing was changed`;
    }
    if (!(0,duration/* isOlder */.tW)(madeAt, now, planMaxAge))
        return null;
    return (`the plan was made at ${plan.startedAt} and is older than plan-max-age ${planMaxAge.text}: ` +
        'make a new one and review it; nothing was changed');
}

// EXTERNAL MODULE: ./lib/plan/frozen-plan.js
var frozen_plan = __webpack_require__(8617);
// EXTERNAL MODULE: ./lib/run/ask-facts.js + 4 modules
var ask_facts = __webpack_require__(9160);
// EXTERNAL MODULE: ./lib/run/package-rules.js
var package_rules = __webpack_require__(243);
;// CONCATENATED MODULE: ./lib/run/reported-left-over.js
/**
 * Ids of versions of a package whose image an earlier run deleted without coming to its end, by
 * its report (ruling 64): the parts that were to go with a root that is gone. Empty where there
 * is no report, or it is not of a clean-up that changed something.
 */
function reportedLeftOver(report, ref) {
    const isCleanup = report?.mode === 'cleanup' || report?.mode === 'apply';
    if (report === null || !isCleanup || report.dryRun)
        return [];
    return report.packages.filter((entry) => isOf(entry, ref)).flatMap(leftIn);
}
function leftIn({ versions }) {
    const gone = new Set(versions.filter(isGone).map(({ id }) => id));
    return versions
        .filter((row) => row.decision === 'delete' && row.root !== null && gone.has(row.root))
        .filter((row) => !isGone(row) && row.outcome !== 'skipped')
        .map(({ id }) => id);
}
function isGone({ outcome }) {
    return outcome === 'deleted' || outcome === 'gone';
}
function isOf({ owner, type, name }, ref) {
    return (type === ref.type &&
        name.toLowerCase() === ref.name.toLowerCase() &&
        owner.toLowerCase() === ref.owner.login.toLowerCase());
}

// EXTERNAL MODULE: ./lib/run/select-packages.js
var select_packages = __webpack_require__(6555);
// EXTERNAL MODULE: ./lib/run/shares.js
var shares = __webpack_require__(4845);
;// CONCATENATED MODULE: ./lib/run/cleanup.js


















/**
 * The main job: lists the packages, plans each of them, and unless it is a dry run carries the
 * plans out. One package's failure never stops another's.
 *
 * @throws GitHubError, PreflightError where the run can't begin at all; nothing was changed then
 */
async function cleanup(config, world, session) {
    return new CleanupRun(config, world, session).run();
}
class CleanupRun {
    #config;
    #world;
    #session;
    /** Of the run before, where its report lies where this one's will. */
    #earlier = null;
    #kept = kept_record/* KeptRecord */.o.parse(null);
    constructor(config, world, session) {
        this.#config = config;
        this.#world = world;
        this.#session = session;
    }
    async run() {
        const [config, world] = [this.#config, this.#world];
        const types = (0,package_rules/* typesOf */.pl)(config);
        const owner = await meet(config, world, { types, deletes: true, writes: mayUntag(config) ? 'perhaps' : 'no' }, this.#session);
        const selected = await this.#select(owner, types);
        this.#kept = await loadKept(config, world);
        this.#earlier = world.files.earlier();
        const planned = await this.#planAll(selected);
        this.#checkPlans(planned);
        await this.#session.begin();
        const isMeant = this.#session.fuse === null && this.#session.error === null;
        if (!config.dryRun && isMeant)
            await this.#change(planned);
        const report = await this.#session.finish();
        await saveKept(config, world, this.#kept);
        return { report, failures: (0,run_result/* failuresOf */.d)(report, config.failOn) };
    }
    async #select(owner, types) {
        const config = this.#config;
        const { packages, warnings } = await (0,select_packages/* selectPackages */.A)({ owner, types, names: config.packages, plainNames: (type) => (0,package_rules/* plainNamesOf */.K_)(config, type) }, this.#world.github);
        this.#session.warnings.push(...warnings);
        return (0,shares/* takeShare */.f)(packages, config.share);
    }
    async #planAll(selected) {
        const world = this.#world;
        const facts = new ask_facts/* FactAsker */.V(world);
        const total = selected.length;
        let done = 0;
        const results = await mapLimited(selected, PACKAGES_AT_ONCE, async (one) => {
            const result = await this.#plan(one, facts);
            done += 1;
            world.telling.progress({ phase: 'reading', done, total });
            return result;
        });
        const respelled = await this.#seekMissing(results, facts);
        return [...results, ...respelled].flatMap((one) => (one.kind === 'planned' ? [one] : []));
    }
    async #plan({ ref }, facts, session = this.#session.open(ref)) {
        session.package = ref;
        const policy = (0,package_rules/* policyFor */.KV)(this.#config, ref);
        if (policy === null) {
            session.leftAlone = 'no entry of the policy matches it';
            return { kind: 'left-alone' };
        }
        const interrupted = this.#world.interrupted();
        if (interrupted !== null) {
            session.error = `not looked at: ${interrupted}`;
            return { kind: 'failed' };
        }
        try {
            const now = this.#session.startedAt;
            const planned = await (0,plan_one/* planOne */._)(ref, policy, {
                world: this.#world,
                facts,
                kept: this.#kept,
                now,
                leftOver: reportedLeftOver(this.#earlier, ref)
            });
            if (planned === null)
                return { kind: 'missing', ref, session };
            session.plan = planned.plan;
            this.#tellPlanned(session);
            return { kind: 'planned', session, planned };
        }
        catch (error) {
            const unseen = (0,budget/* unseenBecause */.xH)(error);
            if (unseen === null) {
                session.error = cleanup_messageOf(error);
                return { kind: 'failed' };
            }
            session.plan = (0,frozen_plan/* unseenPlan */.M)(ref, unseen);
            this.#tellPlanned(session);
            return { kind: 'unseen', session };
        }
    }
    #tellPlanned(session) {
        const entry = this.#session.entryOf(session);
        if (entry !== null)
            this.#world.telling.planned(entry, this.#config.dryRun);
    }
    /**
     * A name that several types could have is missing only where none of them has it, and only
     * where none has it in another letter case either, which does not count (ruling 35).
     */
    async #seekMissing(results, facts) {
        const found = new Set(results.flatMap((one) => one.kind === 'planned' || one.kind === 'unseen' ? [nameOf(one.session.package)] : []));
        const missing = results.flatMap((one) => (one.kind === 'missing' ? [one] : []));
        const respelled = [];
        for (const [name, group] of groupBy(missing, ({ ref }) => nameOf(ref))) {
            const refs = group.map(({ ref }) => ref);
            const listed = found.has(name) ? [] : await listedBeside(refs, this.#world.github);
            const again = group.flatMap(({ ref, session }) => {
                const spelled = spelledOtherwise(ref, listed);
                return spelled === null ? [] : [{ ref: { ...ref, name: spelled }, session }];
            });
            for (const one of again)
                respelled.push(await this.#plan(one, facts, one.session));
            this.#dropMissing(group, again, found.has(name) ? null : missingText(refs, listed));
        }
        return respelled;
    }
    /** Of packages that are not there the first is told, unless one of them was found after all. */
    #dropMissing(group, found, why) {
        const left = group.filter(({ session }) => !found.some((one) => one.session === session));
        const told = found.length === 0 && why !== null ? left[0] : undefined;
        if (told !== undefined)
            told.session.error = why;
        for (const { session } of left)
            if (session !== told?.session)
                this.#session.drop(session);
    }
    #checkPlans(planned) {
        const exceeded = (0,deletion_limits/* exceededLimits */.e)(planned.map(({ planned: { plan, input } }) => ({
            plan,
            limits: input.policy.settings.maxDeletions
        })));
        if (exceeded.length > 0)
            this.#session.fuse = exceeded.map(exceeded_limit_text/* exceededLimitText */.O).join('; ');
        const plans = planned.map((one) => one.planned.plan);
        this.#session.error = untagProblem(plans, this.#config, this.#world);
    }
    #change(planned) {
        const packages = planned.map((one) => ({ ...one, decide: secondSteps(one.planned.plan) }));
        return carryOut(packages, {
            config: this.#config,
            world: this.#world,
            session: this.#session,
            kept: this.#kept
        });
    }
}
function mayUntag({ rules, dryRun }) {
    if (dryRun)
        return false;
    if (rules.kind === 'quick')
        return rules.settings.untag;
    const places = [
        rules.inputs,
        rules.file.defaults,
        ...rules.file.entries.map((one) => one.settings)
    ];
    return places.some(({ untag }) => untag === true);
}
function nameOf({ name }) {
    return name.toLowerCase();
}
function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const group = groups.get(keyOf(item));
        if (group === undefined)
            groups.set(keyOf(item), [item]);
        else
            group.push(item);
    }
    return groups;
}
function cleanup_messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: ./lib/graph/build-graph.js + 3 modules
var build_graph = __webpack_require__(1043);
// EXTERNAL MODULE: ./lib/graph/entry.js
var graph_entry = __webpack_require__(532);
// EXTERNAL MODULE: ./lib/graph/followed-root.js
var followed_root = __webpack_require__(2311);
// EXTERNAL MODULE: ./lib/graph/listing.js
var listing = __webpack_require__(9752);
// EXTERNAL MODULE: ./lib/graph/relation.js
var relation = __webpack_require__(5334);
// EXTERNAL MODULE: ./lib/model/digest.js
var digest = __webpack_require__(4505);
;// CONCATENATED MODULE: ./lib/plan/repair-plan.js








/**
 * Finds what living versions need and miss: entries of indexes, lists of referrers among them,
 * and versions whose helper tag names a living digest, where no living version has that tag. A
 * deleted manifest can't be read, so what it needs itself is found when it is back: ask again
 * then.
 */
function missingParts(damaged) {
    const living = distinctNames(damaged.living);
    const deleted = latestByName(damaged);
    const parts = new Map();
    const lost = new Map();
    for (const { needer, entry } of missingEntries(damaged, living)) {
        const part = deleted.get(entry.digest);
        if (part !== undefined)
            parts.set(part.id, part);
        else if (isManifest(entry))
            lost.set(entry.digest, needer);
    }
    for (const part of missingHelpers(damaged, living, deleted))
        parts.set(part.id, part);
    const graph = graphWith(living, [...parts.values()], damaged.readings);
    const rootOf = rootsIn(graph);
    return {
        plans: [...parts.values()].map((part) => planOf(part, graph, rootOf)),
        lost: [...lost].map(([digest, needer]) => ({ digest, root: rootName(needer, graph, rootOf) }))
    };
}
function missingEntries({ readings, among }, living) {
    return [...living.values()].flatMap((needer) => {
        const reading = (0,listing/* readingOf */.MU)(readings, needer.name);
        const isMeant = among === null || among.has(needer.id);
        // Replacements of ours need nothing (ruling 71).
        if (!isMeant || reading?.kind !== 'read' || reading.manifest.replacementOf !== null)
            return [];
        return reading.manifest.entries
            .filter(({ digest }) => !living.has(digest))
            .map((entry) => ({ needer, entry }));
    });
}
/** Cosign's and the registry's helper tags name what they belong to (ruling 27). */
function missingHelpers({ among }, living, deleted) {
    const held = new Set([...living.values()].flatMap(({ tags }) => tags));
    return [...deleted.values()].filter(({ tags, name }) => (tags ?? []).some((tag) => {
        const subject = living.get((0,digest/* parseHelperTag */.kp)(tag)?.digest ?? '');
        if (subject === undefined || subject.name === name || held.has(tag))
            return false;
        if (among !== null && !among.has(subject.id))
            return false;
        held.add(tag);
        return true;
    }));
}
/** Some entries are blobs, as those of BuildKit's older caches: they never are versions. */
function isManifest(entry) {
    return entry.mediaType === '' || (0,graph_entry/* isIndexEntry */.XD)(entry) || !(0,graph_entry/* mayBeIndex */.nH)(entry);
}
/** Of deleted versions of one digest the one that was deleted last, latest first. */
function latestByName({ deleted, living, tried }) {
    const there = new Set(living.map(({ name }) => name));
    const latestFirst = (0,list_check/* distinctVersions */.G)(deleted)
        .filter(({ id, name }) => !tried.has(id) && !there.has(name))
        .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || b.id - a.id);
    const byName = new Map();
    for (const version of latestFirst) {
        if (!byName.has(version.name))
            byName.set(version.name, version);
    }
    return byName;
}
function distinctNames(listed) {
    const byName = new Map();
    for (const version of (0,list_check/* distinctVersions */.G)(listed)) {
        if (!byName.has(version.name))
            byName.set(version.name, completed(version));
    }
    return byName;
}
/** For the graph alone, which looks at dates only to tell which of several roots is meant. */
function completed({ id, name, tags, createdAt, updatedAt }) {
    return {
        id,
        name,
        tags: tags ?? [],
        createdAt: createdAt ?? 0,
        updatedAt: updatedAt ?? createdAt ?? 0,
        deletedAt: null
    };
}
/** The graph as it would be with the parts back: it says what each is, and of which image. */
function graphWith(living, parts, readings) {
    return (0,build_graph/* buildGraph */.Z)('container', [...living.values(), ...parts.map(completed)], readings, {});
}
function rootsIn(graph) {
    const followed = (0,followed_root/* followedRoots */.M)(graph, new Set(graph.nodes.keys()), ({ createdAt }) => createdAt);
    return (id) => followed.get(id) ?? id;
}
function planOf(part, graph, rootOf) {
    const node = graph.nodes.get(part.id);
    // A part with a tag of its own is a root as well: then it is named by what needs it.
    const isRoot = rootOf(part.id) === part.id;
    const root = isRoot ? rootOf(node?.neededBy[0] ?? part.id) : rootOf(part.id);
    const named = graph.nodes.get(root)?.version ?? completed(part);
    const as = (0,relation/* relationOf */.K)(graph, root, part.id);
    return {
        version: part,
        kind: node?.kind ?? 'unknown',
        sizeBytes: null,
        root: root === part.id ? null : root,
        decision: 'restore',
        rule: null,
        reason: { code: 'missing-part', root: (0,roots/* nameRoot */.AI)(named, 'container'), as },
        untag: []
    };
}
function rootName(needer, graph, rootOf) {
    return (0,roots/* nameRoot */.AI)(graph.nodes.get(rootOf(needer.id))?.version ?? needer, 'container');
}

// EXTERNAL MODULE: ./lib/report/labels.js
var labels = __webpack_require__(7419);
// EXTERNAL MODULE: ./lib/report/wording.js
var wording = __webpack_require__(7142);
;// CONCATENATED MODULE: ./lib/run/restore-lists.js


/** A list may lag behind a change: it is read so often, a second apart. */
const restore_lists_LIST_TRIES = 6;
/**
 * Reads both version lists of a package. A server that does not know the state `deleted`, as
 * is documented for packages of other users, may list living versions instead, or refuse: then
 * what was deleted is not known.
 *
 * @throws GitHubError where the living versions can't be listed
 * @see https://docs.github.com/rest/packages/packages#list-package-versions-for-a-package-owned-by-a-user
 */
async function readLists(ref, github) {
    const living = await github.listVersions(ref).catch(nullIfNotFound);
    if (living === null)
        return { living, deleted: null, why: 'the package is not there' };
    const listed = await github.listVersions(ref, { state: 'deleted' }).catch(refusalOf);
    if (typeof listed === 'string')
        return { living, deleted: null, why: listed };
    const there = new Set(living.map(({ id }) => id));
    const deleted = listed.filter(({ id }) => !there.has(id));
    if (listed.length > 0 && deleted.length === 0)
        return { living, deleted: null, why: IGNORED };
    return { living, deleted, why: '' };
}
/** Reads the living versions until all of `ids` are among them, or long enough. */
async function listUntilThere(ref, ids, { github, clock, interrupted }) {
    const wanted = [...ids];
    for (let tries = 1;; tries += 1) {
        const versions = await github.listVersions(ref);
        const there = new Set(versions.map(({ id }) => id));
        const isDone = wanted.every((id) => there.has(id));
        if (isDone || tries >= restore_lists_LIST_TRIES || interrupted() !== null)
            return versions;
        await clock.sleep(time/* SECOND_MS */._L);
    }
}
/** Reads both lists until the package is there, or long enough. */
async function readListsOfRestored(ref, { github, clock, interrupted }) {
    for (let tries = 1;; tries += 1) {
        const lists = await readLists(ref, github);
        if (lists.living !== null || tries >= restore_lists_LIST_TRIES || interrupted() !== null)
            return lists;
        await clock.sleep(time/* SECOND_MS */._L);
    }
}
const IGNORED = 'GitHub gave living versions when asked for deleted ones, which it documents for ' +
    'organisations and for your own packages only';
/** What says that the list is not to be had; anything else is thrown. */
function refusalOf(error) {
    const isRefusal = error instanceof errors/* GitHubError */.y &&
        ['not-found', 'invalid-argument', 'forbidden', 'unexpected-status'].includes(error.code);
    if (isRefusal)
        return `GitHub does not list deleted versions here: ${error.message}`;
    throw error;
}
function nullIfNotFound(error) {
    if (error instanceof errors/* GitHubError */.y && error.code === 'not-found')
        return null;
    throw error;
}

// EXTERNAL MODULE: ./lib/registry/parse-manifest.js + 1 modules
var parse_manifest = __webpack_require__(4263);
;// CONCATENATED MODULE: ./lib/run/restore-attach.js



/** The registry may lag behind a restoration: it is asked so often, a second apart. */
const READ_TRIES = 5;
/**
 * Puts a tag back on a version: the same bytes are pushed under it. A tag that something else
 * has by now is left alone, unless that is a replacement of ours (ruling 71). Never throws.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests
 */
async function attachTag(ref, digest, tag, world) {
    try {
        const current = await world.registry.readTag(ref, tag);
        if (current?.digest === digest)
            return { kind: 'there' };
        if (current !== null && !isReplacementOf(tag, current)) {
            return { kind: 'taken', digest: current.digest };
        }
        const { reading, bytes, contentType } = await readRestored(ref, digest, world);
        if (bytes === null || reading.kind !== 'read') {
            return { kind: 'failed', message: whyUnread(reading) };
        }
        const mediaType = (0,media_types/* bareType */.Hf)(contentType) || reading.manifest.mediaType;
        await world.registry.putManifest(ref, tag, bytes, mediaType, current ?? undefined);
        return { kind: 'attached' };
    }
    catch (error) {
        return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
}
/** Reads a manifest that was just restored: the registry may not know it at once. */
async function readRestored(ref, digest, { registry, clock, interrupted }) {
    for (let tries = 1;; tries += 1) {
        const read = await registry.readManifest(ref, digest);
        if (read.reading.kind !== 'absent' || tries >= READ_TRIES || interrupted() !== null)
            return read;
        await clock.sleep(time/* SECOND_MS */._L);
    }
}
function whyUnread(reading) {
    return reading.kind === 'unreadable' ? reading.why : 'the registry does not know its manifest';
}
function isReplacementOf(tag, { bytes, digest, contentType }) {
    try {
        const json = JSON.parse(new TextDecoder().decode(bytes));
        const manifest = (0,parse_manifest/* parseManifest */.N)(json, { digest, size: bytes.byteLength, contentType });
        return typeof manifest !== 'string' && manifest.replacementOf === tag;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./lib/run/restore-parts.js





/** An index in an index in an index: what goes deeper makes no sense. */
const MAX_ROUNDS = 16;
const READS_AT_ONCE = 8;
const SHOWN_PARTS = 5;
/**
 * Brings back what images miss, and what that misses itself, which can be read only once it is
 * back; each version is tried once. What nobody can restore is told. Gives the plans of all
 * that it tried.
 */
async function restoreParts(work) {
    const { changes, deleted } = work;
    const all = [];
    const tried = new Set();
    let { living, readings, among } = work;
    for (let round = 1;; round += 1) {
        const { plans, lost } = missingParts({ living, deleted, readings, among, tried });
        if (plans.length === 0 || round > MAX_ROUNDS || changes.stopped() !== null) {
            await tellLost(lost, work);
            return all;
        }
        await work.add(plans);
        await changes.restore(plans, living);
        for (const { version } of plans)
            tried.add(version.id);
        all.push(...plans);
        const back = plans.filter(({ version }) => changes.there.has(version.id));
        living = [...living, ...versionsOf(back)];
        if (among !== null)
            among = new Set([...among, ...back.map(({ version }) => version.id)]);
        readings = { ...readings, ...(await readAll(versionsOf(back.filter(mayNeedMore)), work)) };
    }
}
function versionsOf(plans) {
    return plans.map(({ version }) => version);
}
/** Each read counts as a download: a platform's image needs nothing more. */
function mayNeedMore({ kind }) {
    return kind !== 'image';
}
/** Reads manifests that were just restored. */
async function readAll(versions, { world, package: ref }) {
    const readings = await mapLimited(versions, READS_AT_ONCE, async ({ name }) => {
        const { reading } = await readRestored(ref, name, world);
        return [name, reading];
    });
    return Object.fromEntries(readings);
}
/**
 * Tells which images miss what no list has. A digest counts as missing only when the registry
 * says so too: it may be there and not listed yet (ruling 31).
 */
async function tellLost(lost, { world, package: ref, warn }) {
    const answers = await mapLimited(lost, READS_AT_ONCE, ({ digest }) => world.registry.knows(ref, digest));
    const byRoot = new Map();
    lost.forEach(({ digest, root: { id, label } }, place) => {
        if (answers[place] === 'present')
            return;
        const known = byRoot.get(id);
        if (known === undefined)
            byRoot.set(id, { label, digests: [digest] });
        else
            known.digests.push(digest);
    });
    for (const { label, digests } of byRoot.values()) {
        const names = (0,wording/* enumerate */.HL)(digests.map(labels/* shortName */.EU), SHOWN_PARTS);
        warn(`${label} misses ${(0,wording/* plural */.LS)(digests.length, 'part')} that can not be restored: ${names}`);
    }
}

;// CONCATENATED MODULE: ./lib/run/repair-observe.js








/** When so many can't be read, the registry has more trouble than one run can see past. */
const MAX_UNREADABLE = 20;
/**
 * Reads the living versions of a container package and finds what they miss; `null` where there
 * is no such package.
 *
 * @throws Error where something is missing and GitHub does not list what was deleted
 */
async function lookForDamage(ref, session, world) {
    const { living, deleted, why } = await readLists(ref, world.github);
    if (living === null)
        return null;
    const warn = (text) => session.warnings.push(text);
    const readings = await readLiving(ref, living, world);
    for (const text of unreadableText(readings))
        warn(text);
    const among = null;
    const tried = new Set();
    const known = { living, readings, among, tried };
    const { plans, lost } = missingParts({ ...known, deleted: deleted ?? [] });
    if (deleted === null && lost.length > 0) {
        throw new Error(`${(0,wording/* plural */.LS)(lost.length, 'part')} of images ${lost.length === 1 ? 'is' : 'are'} missing, and ` +
            `what was deleted can not be looked through: ${why}`);
    }
    await tellLost(lost, { world, package: ref, warn });
    return { ref, session, living, deleted: deleted ?? [], readings, plans };
}
/** Reads what may be an index: tagged versions, and untagged ones that no index spares. */
async function readLiving(ref, living, { registry }) {
    const reader = new manifest_reader/* ManifestReader */.p({ registry, package: ref, kept: {} });
    const versions = (0,list_check/* distinctVersions */.G)(living).map(asVersion);
    let readings = await reader.readAll((0,reading/* taggedToRead */.sL)(versions));
    for (;;) {
        const unread = (0,reading/* untaggedToRead */.lN)(versions, readings);
        const unreadable = Object.values(readings).filter(({ kind }) => kind === 'unreadable');
        if (unread.length === 0 || unreadable.length > MAX_UNREADABLE)
            return readings;
        // A walk ends early at what can't be read: the next one goes on behind it.
        readings = { ...readings, ...(await reader.walk(unread)) };
    }
}
/** Which version may be an index, its dates don't tell. */
function asVersion({ id, name, tags, createdAt, updatedAt }) {
    return {
        id,
        name,
        tags: tags ?? [],
        createdAt: createdAt ?? 0,
        updatedAt: updatedAt ?? 0,
        deletedAt: null
    };
}
function unreadableText(readings) {
    const unread = Object.entries(readings).flatMap(([digest, reading]) => reading.kind === 'unreadable' ? [`${(0,labels/* shortName */.EU)(digest)}: ${reading.why}`] : []);
    const [first] = unread;
    if (first === undefined)
        return [];
    return [
        `${(0,wording/* plural */.LS)(unread.length, 'manifest')} could not be read, so what ` +
            `${unread.length === 1 ? 'it needs' : 'they need'} is not known (${first})`
    ];
}

;// CONCATENATED MODULE: ./lib/plan/restore-order.js
/**
 * Children before indexes and subjects before referrers (4-running, restore), by what a report
 * says: the manifests themselves can't be read before they are back. An index is pushed after
 * its entries and a referrer after its subject, so that their ids tell where kinds don't.
 */
function restoreOrder(versions) {
    const waves = new Map();
    for (const version of [...versions].sort((a, b) => a.id - b.id)) {
        const { wave, lane } = placeOf(version);
        const lanes = waves.get(wave) ?? new Map();
        waves.set(wave, lanes);
        const ids = lanes.get(lane);
        if (ids === undefined)
            lanes.set(lane, [version.id]);
        else
            ids.push(version.id);
    }
    return [...waves].sort(([a], [b]) => a - b).map(([, lanes]) => [...lanes.values()]);
}
const ONE_LANE = 0;
function placeOf({ id, kind, root }) {
    // Nothing has to be there before a platform's image, or a version without a manifest.
    if (kind === 'image' || kind === 'version')
        return { wave: 0, lane: id };
    // Lists of referrers are pushed last of all that belongs to an image.
    if (kind === 'referrers')
        return { wave: 4, lane: id };
    // One root may be part of another, as a tagged index of one that joins several.
    if (root === null)
        return { wave: 2, lane: ONE_LANE };
    return { wave: kind === 'index' || id < root ? 1 : 3, lane: root };
}

;// CONCATENATED MODULE: ./lib/run/restore-changes.js



/** The tokens that are refused once are refused again. */
const REFUSALS = new Set([
    'forbidden',
    'missing-scope',
    'sso-required',
    'unauthorized'
]);
/** Brings versions of one package back. Nothing is thrown: every version ends in an outcome. */
class RestoreChanges {
    #options;
    #there = new Set();
    #ending = null;
    #hasGivenUp = false;
    constructor(options) {
        this.#options = options;
    }
    /** Ids of versions that this run brought back, or found back. */
    get there() {
        return this.#there;
    }
    /** Why no further change is begun, or `null`. */
    stopped() {
        this.#ending ??= this.#options.stop();
        return this.#ending;
    }
    /**
     * Restores the package as a whole. `null` where it is there now, else why it is not; a stop
     * that came before is no refusal of GitHub's.
     */
    async restorePackage() {
        const { world, package: ref } = this.#options;
        const stop = this.stopped();
        if (stop !== null)
            return ['remaining', stop.why];
        const [outcome, error] = await this.#asked(() => world.github.restorePackage(ref));
        return outcome === 'restored' || outcome === 'skipped' ? null : [outcome, error];
    }
    /** Restores versions that are not there, children before indexes, subjects before referrers. */
    async restore(plans, living) {
        const names = new Map(living.map((version) => [version.name, version]));
        const byId = new Map(plans.map((plan) => [plan.version.id, plan.version]));
        const restorables = plans.map(({ version: { id }, kind, root }) => ({ id, kind, root }));
        for (const wave of restoreOrder(restorables)) {
            await Promise.all(wave.map(async (lane) => {
                for (const id of lane)
                    await this.#restoreOne(id, names.get(byId.get(id)?.name ?? ''));
            }));
        }
    }
    /** Records the outcome of a version that came back otherwise, or of what its tags came to. */
    end(id, [outcome, error], retagged = []) {
        if (outcome === 'restored' || error === THERE_ALREADY)
            this.#there.add(id);
        this.#options.record({ id, outcome, error, untagged: [], retagged });
    }
    /** Deletes a stand-in for a tag that came back among versions. */
    async deleteReplacement(id, tag) {
        const { world, package: ref } = this.#options;
        const what = `it is the stand-in for the tag ${tag}, which a run was taking off`;
        this.#there.delete(id);
        try {
            const answer = await world.github.deleteVersion(ref, id);
            const isGone = answer.kind === 'deleted' || answer.kind === 'gone';
            if (isGone)
                this.end(id, ['skipped', `${what}: deleted again`]);
            else
                this.end(id, ['failed', `${what}, and could not be deleted again: ${answer.message}`]);
        }
        catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            this.end(id, ['failed', `${what}, and could not be deleted again: ${message}`]);
        }
    }
    /** @param namesake the living version of the same name, which may be in the way */
    async #restoreOne(id, namesake) {
        await this.#options.slots.take();
        try {
            this.end(id, this.#refusedBefore() ?? (await this.#restoration(id, namesake)));
        }
        finally {
            this.#options.slots.give();
        }
    }
    #refusedBefore() {
        const stop = this.stopped();
        if (stop !== null)
            return ['remaining', stop.why];
        return this.#hasGivenUp ? ['skipped', GIVEN_UP] : null;
    }
    async #restoration(id, namesake) {
        const { world, package: ref } = this.#options;
        const [outcome, error] = await this.#asked(() => world.github.restoreVersion(ref, id));
        if (outcome !== 'failed' || namesake === undefined)
            return [outcome, error];
        return [
            outcome,
            `its name was used again by version ${namesake.id}: delete that one first to have this one ` +
                `back (${error ?? ''})`
        ];
    }
    async #asked(restore) {
        try {
            const answer = await restore();
            switch (answer.kind) {
                case 'restored':
                    return ['restored', null];
                case 'already-there':
                    return ['skipped', THERE_ALREADY];
                case 'expired-or-taken':
                    return ['failed', answer.message];
                case 'denied':
                    this.#hasGivenUp = true;
                    return ['failed', answer.message];
            }
        }
        catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            if ((0,budget/* isLimit */.S4)(error)) {
                this.#ending ??= { why: message, atOnce: true };
                return ['remaining', message];
            }
            if (error instanceof errors/* GitHubError */.y && REFUSALS.has(error.code))
                this.#hasGivenUp = true;
            return ['failed', message];
        }
    }
}
const THERE_ALREADY = 'it was there already';
const GIVEN_UP = 'not tried: the token may not restore in this package';

;// CONCATENATED MODULE: ./lib/run/restore-report.js
/**
 * What a run changed in a package, by its report. What was in flight when a run was cut off may
 * have been done or not: GitHub's lists will tell.
 */
function reportedPackage(report, entry, owner) {
    const { type, name } = entry;
    return {
        ref: { owner, type, name },
        candidates: entry.versions.flatMap((row) => candidateOf(row, report) ?? []),
        wentWhole: entry.packageDecision === 'delete' &&
            (entry.packageOutcome === 'deleted' || isDoubtful(entry.packageOutcome, report))
    };
}
function candidateOf(row, report) {
    const fate = fateOf(row, report);
    if (fate === null)
        return null;
    const { kind, sizeBytes, root, rule } = row;
    const reason = { code: 'deleted-by-run', startedAt: report.startedAt };
    const tags = fate.kind === 'stays' ? tagsTaken(row, report) : (row.tags ?? []);
    return { version: restore_report_versionOf(row), kind, sizeBytes, root, rule, reason, tags, fate };
}
function fateOf(row, report) {
    if (tagsTaken(row, report).length > 0)
        return { kind: 'stays' };
    // A stand-in for a tag was never anybody's image (ruling 71).
    if (row.decision !== 'delete' || row.reasonCode === 'replacement')
        return null;
    if (row.outcome === 'deleted')
        return { kind: 'deleted' };
    if (!isDoubtful(row.outcome, report))
        return null;
    return { kind: 'perhaps', since: Date.parse(report.startedAt) };
}
/** The tags that the run took off (ruling 75), or was taking off when it was cut off. */
function tagsTaken(row, report) {
    if (row.decision !== 'untag')
        return row.untagged;
    const inFlight = isDoubtful(row.outcome, report) ? row.untag : [];
    return [...new Set([...row.untagged, ...inFlight])];
}
/** Failed, perhaps for want of an answer alone, or never told (ruling 77). */
function isDoubtful(outcome, { complete }) {
    return outcome === 'failed' || (outcome === null && !complete);
}
function restore_report_versionOf({ id, name, tags, createdAt, updatedAt }) {
    return {
        id,
        name,
        tags,
        createdAt: restore_report_timeOf(createdAt),
        updatedAt: restore_report_timeOf(updatedAt),
        deletedAt: null
    };
}
function restore_report_timeOf(date) {
    return date === null ? null : Date.parse(date);
}

;// CONCATENATED MODULE: ./lib/run/restore-select.js




/**
 * Finds the packages that a restoration is about: those of the report, narrowed by names and
 * types where they are given; else as a cleanup finds them.
 *
 * @throws Error where the report is of a run that deletes nothing
 * @throws GitHubError, PreflightError where the run can't begin
 */
async function selectToRestore(config, world, session) {
    if (config.source.kind === 'report') {
        return fromReport(config.source.report, config, world, session);
    }
    const selected = await selectByName(config, world, session);
    return selected.map((one) => ({ ...one, reported: null }));
}
/** The packages that names and types select, after what has to be known before a change. */
async function selectByName(config, world, session) {
    const types = config.packageTypes ?? ['container'];
    const owner = await meet(config, world, { types, deletes: false, writes: 'yes' }, session);
    const plainNames = (type) => config.packages?.plainNames(type) ?? null;
    const wish = { owner, types, names: config.packages, plainNames };
    const { packages, warnings } = await (0,select_packages/* selectPackages */.A)(wish, world.github);
    session.warnings.push(...warnings);
    return (0,shares/* takeShare */.f)(packages, config.share);
}
async function fromReport(report, config, world, session) {
    refuseOtherReports(report);
    const owners = await meetOwners(report, config, world, session);
    const wanted = report.packages.flatMap((entry) => {
        const owner = owners.get(entry.owner.toLowerCase());
        if (owner === undefined)
            return [];
        const reported = reportedPackage(report, entry, owner);
        const { ref, candidates, wentWhole } = reported;
        const isGiven = (config.packages?.matches(ref) ?? true) && (config.packageTypes?.includes(ref.type) ?? true);
        if (!isGiven || (candidates.length === 0 && !wentWhole))
            return [];
        return [{ ref, isNamed: true, versionCount: candidates.length, reported }];
    });
    const share = (0,shares/* takeShare */.f)(wanted, config.share);
    const taken = wanted.filter((one) => share.includes(one));
    if (taken.length === 0)
        session.warnings.push(nothingToUndo(report));
    return taken;
}
function refuseOtherReports({ mode, dryRun, startedAt }) {
    const what = dryRun ? 'a dry run, which changed nothing' : `mode: ${mode}, which deletes nothing`;
    if (!dryRun && (mode === 'cleanup' || mode === 'apply'))
        return;
    throw new Error(`report: the run of ${startedAt} was ${what}: give the report.json of the run that deleted`);
}
function nothingToUndo({ startedAt }) {
    return `the run of ${startedAt} deleted and untagged nothing in the packages that were asked for`;
}
/** The owners of a report, by login in lower case: it says whose packages it is about. */
async function meetOwners(report, config, world, session) {
    const logins = [...new Set(report.packages.map(({ owner }) => owner.toLowerCase()))];
    const [first = config.owner, ...others] = logins;
    const types = [...new Set(report.packages.map(({ type }) => type))];
    const intent = { types, deletes: false, writes: 'yes' };
    const owners = [await meet({ ...config, owner: first }, world, intent, session)];
    for (const login of others)
        owners.push(await world.github.findOwner(login));
    return new Map([first, ...others].flatMap((login, at) => {
        const owner = owners[at];
        return owner === undefined ? [] : [[login.toLowerCase(), owner]];
    }));
}

;// CONCATENATED MODULE: ./lib/plan/restore-tags.js
/**
 * Compares the tags that versions are to have with those that are listed (4-running, restore):
 * a tag is attached again only where no other version has it. Where two are to have the same
 * one, the higher id gets it.
 *
 * @param wishes by id
 */
function tagsLeft(wishes, living) {
    const holders = holdersOf(living);
    const attach = [];
    const taken = [];
    const given = new Set();
    for (const [id, tags] of [...wishes].sort(([a], [b]) => b - a)) {
        for (const tag of tags) {
            const holding = holders.get(tag) ?? [];
            const [holder] = holding;
            if (holding.some((one) => one.id === id))
                given.add(tag);
            else if (holder !== undefined)
                taken.push({ id, tag, holder });
            else if (!given.has(tag))
                attach.push({ id, tag });
            if (holder === undefined)
                given.add(tag);
        }
    }
    return { attach, taken };
}
/** A list may show a tag on two versions while it moves. */
function holdersOf(living) {
    const holders = new Map();
    for (const version of living) {
        for (const tag of version.tags ?? []) {
            const known = holders.get(tag);
            if (known === undefined)
                holders.set(tag, [version]);
            else
                known.push(version);
        }
    }
    return holders;
}

;// CONCATENATED MODULE: ./lib/run/restore-stand-ins.js


const restore_stand_ins_READS_AT_ONCE = 5;
/**
 * The list without the tags that are on stand-ins of ours: a run that was cut off while it took
 * a tag off may have left the tag on one, and there it belongs to nobody (ruling 71). Only
 * what has a tag that is wished for, and nothing else, is read.
 *
 * @param wishes the tags that versions which stayed are to have, by id
 */
async function withoutStandIns(ref, wishes, living, { registry }) {
    if (ref.type !== 'container')
        return living;
    const suspects = tagsLeft(wishes, living).taken.filter(({ holder }) => holder.tags?.length === 1);
    const found = await mapLimited(suspects, restore_stand_ins_READS_AT_ONCE, async ({ tag, holder }) => {
        const { reading } = await registry.readManifest(ref, holder.name);
        return reading.kind === 'read' && reading.manifest.replacementOf === tag ? [holder.id] : [];
    });
    const standIns = new Set(found.flat());
    return living.map((version) => (standIns.has(version.id) ? { ...version, tags: [] } : version));
}

;// CONCATENATED MODULE: ./lib/run/restore-tags.js








/** Tags that are pushed at once: the registry has a limit of its own. */
const restore_tags_TAGS_AT_ONCE = 5;
/**
 * Looks which tags came back with their versions, and attaches those that did not and that no
 * other version has by now. Whatever becomes of a tag is told with its version.
 */
async function restoreTags(restoration) {
    const { world, package: ref, changes, incomplete } = restoration;
    const wishes = wishesOfThose(restoration);
    const isDone = [...wishes.values()].every((tags) => tags.length === 0);
    if (isDone)
        return;
    try {
        const listed = await listUntilThere(ref, wishes.keys(), world);
        const stayed = new Map([...wishes].filter(([id]) => incomplete.has(id)));
        const living = await withoutStandIns(ref, stayed, listed, world);
        const results = await resultsOf(restoration, wishes, living);
        const byId = new Map();
        for (const result of results)
            byId.set(result.id, [...(byId.get(result.id) ?? []), result]);
        for (const id of wishes.keys()) {
            const own = byId.get(id) ?? [];
            if (own.length > 0 || incomplete.has(id))
                tell(id, own, restoration);
        }
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const outcome = (0,budget/* isLimit */.S4)(error) ? 'remaining' : 'failed';
        for (const [id, tags] of wishes) {
            if (tags.length > 0)
                changes.end(id, [outcome, `its tags could not be looked at: ${message}`]);
        }
    }
}
function wishesOfThose({ wishes, changes, incomplete }) {
    return new Map([...wishes].filter(([id]) => changes.there.has(id) || incomplete.has(id)));
}
async function resultsOf(restoration, wishes, living) {
    const { attach, taken } = tagsLeft(wishes, living);
    const names = new Map(living.map(({ id, name }) => [id, name]));
    const attached = await mapLimited(attach, restore_tags_TAGS_AT_ONCE, (one) => attachOne(one, names.get(one.id), restoration));
    return [
        ...attached,
        ...taken.map(({ id, tag, holder }) => ({
            id,
            tag,
            kind: 'taken',
            note: takenText(tag, holder)
        }))
    ];
}
async function attachOne({ id, tag }, digest, { world, package: ref, changes }) {
    const stop = changes.stopped();
    if (stop !== null) {
        return { id, tag, kind: 'left', note: `the tag ${tag} is not attached yet: ${stop.why}` };
    }
    const failed = (why) => {
        const note = `the tag ${tag} did not come back and could not be attached: ${why}`;
        return { id, tag, kind: 'failed', note };
    };
    if (ref.type !== 'container')
        return failed(`there is no way to in ${ref.type} packages`);
    if (digest === undefined)
        return failed('the version is not listed yet');
    const answer = await attachTag(ref, digest, tag, world);
    switch (answer.kind) {
        case 'attached':
        case 'there':
            return { id, tag, kind: answer.kind, note: null };
        case 'taken':
            return { id, tag, kind: 'taken', note: takenText(tag, { name: answer.digest }) };
        case 'failed':
            return failed(answer.message);
    }
}
/** What is said of a tag that another version has by now. */
function takenText(tag, { id, name }) {
    const holder = id === undefined ? (0,labels/* shortName */.EU)(name) : `version ${id} (${(0,labels/* shortName */.EU)(name)})`;
    return `the tag ${tag} belongs to ${holder} by now and stays there`;
}
function tell(id, results, { changes, warn, incomplete }) {
    const having = (kind) => results.filter((result) => result.kind === kind);
    for (const { note } of having('taken'))
        if (note !== null)
            warn(note);
    const retagged = having('attached').map(({ tag }) => tag);
    const notes = results.flatMap(({ note }) => note ?? []);
    const error = notes.length === 0 ? null : (0,wording/* enumerate */.HL)(notes);
    if (having('failed').length > 0)
        changes.end(id, ['failed', error], retagged);
    else if (having('left').length > 0)
        changes.end(id, ['remaining', error], retagged);
    else if (incomplete.has(id) && retagged.length === 0) {
        changes.end(id, ['skipped', error ?? 'its tags came back meanwhile']);
    }
    else
        changes.end(id, ['restored', error], retagged);
}

;// CONCATENATED MODULE: ./lib/plan/restore-plan.js


/**
 * Compares what is wanted with what is there. What is there already, whole and with its tags,
 * needs nothing: restoring twice is restoring once. A container version of the same digest is
 * the same version, whatever its id.
 */
function planRestore(wish) {
    const place = restore_plan_placeOf(wish);
    const drafts = wish.candidates.flatMap((candidate) => draftOf(candidate, place) ?? []);
    const byId = new Map(drafts.map((draft) => [draft.plan.version.id, draft]));
    const absent = [...byId.values()].filter(({ isAbsent }) => isAbsent);
    return {
        plan: restorePackagePlan(wish.package, [...byId.values()].map(({ plan }) => plan)),
        absent: new Set(absent.map(({ plan }) => plan.version.id)),
        wishes: new Map([...byId].map(([id, { tags }]) => [id, tags])),
        unlisted: absent
            .map(({ plan }) => plan.version)
            .filter(({ id }) => place.deleted?.has(id) === false)
            .map(({ name }) => name),
        vanished: wish.candidates
            .filter(({ fate, version }) => fate.kind === 'stays' && livingOf(version, place) === undefined)
            .map(({ version }) => version.name)
    };
}
/** The plan of a package in which nothing is deleted. */
function restorePackagePlan(ref, versions) {
    return {
        package: ref,
        frozen: null,
        packageDecision: null,
        lastVersionFailure: null,
        versions: [...versions].sort((a, b) => b.version.id - a.version.id),
        warnings: [],
        reclaimedBytes: 0
    };
}
function restore_plan_placeOf({ package: { type }, living, deleted }) {
    const versions = living ?? [];
    const digests = type === 'container' ? versions : [];
    return {
        type,
        isThere: living !== null,
        byId: new Map(versions.map((version) => [version.id, version])),
        byDigest: new Map(digests.map((version) => [version.name, version])),
        deleted: deleted && new Map(deleted.map((version) => [version.id, version])),
        heldTags: new Set(versions.flatMap(({ tags }) => tags ?? []))
    };
}
function livingOf({ id, name }, place) {
    return place.byId.get(id) ?? place.byDigest.get(name);
}
function draftOf(candidate, place) {
    const { kind, sizeBytes, root, rule, reason, version } = candidate;
    const tags = (0,model_package/* hasTags */.kS)(place.type) ? candidate.tags : [];
    const living = livingOf(version, place);
    if (living === undefined && !wasDeleted(candidate, place))
        return null;
    const isAbsent = living === undefined;
    const shared = { version: living ?? version, kind, sizeBytes, root, rule, untag: [] };
    if (isAbsent)
        return { plan: { ...shared, decision: 'restore', reason }, isAbsent, tags };
    // What another version took meanwhile is not lost.
    const lost = living.tags === null ? [] : tags.filter((tag) => !place.heldTags.has(tag));
    return {
        plan: lost.length > 0
            ? { ...shared, decision: 'restore', reason: { code: 'tags-lost', tags: lost } }
            : { ...shared, decision: 'keep', reason: { code: 'already-there' } },
        isAbsent,
        tags
    };
}
/** GitHub's dates are whole seconds of a clock of its own; a run refuses clocks further apart. */
const CLOCKS_DIFFER_MS = 5 * time/* MINUTE_MS */.kg;
function wasDeleted({ fate, version }, { isThere, deleted }) {
    switch (fate.kind) {
        case 'deleted':
            return true;
        case 'stays':
            return false;
        case 'perhaps': {
            // With the package whole, all that was in it went; where GitHub does not list what was
            // deleted, trying tells.
            if (!isThere || deleted === null)
                return true;
            const found = deleted.get(version.id);
            return found !== undefined && (found.deletedAt ?? Infinity) >= fate.since - CLOCKS_DIFFER_MS;
        }
    }
}

;// CONCATENATED MODULE: ./lib/run/repair.js












/** Packages that are read, or changed, at once. */
const repair_PACKAGES_AT_ONCE = 4;
const SHOWN_OTHERS = 10;
/**
 * Heals images that lost parts: finds indexes with missing entries and subjects with missing
 * referrers among the living versions, looks for what is missing among the deleted ones, and
 * restores it. What nobody can restore is a warning of the package.
 *
 * @throws GitHubError, PreflightError where the run can't begin at all; nothing was changed then
 */
async function repair(config, world, session) {
    return new RepairRun(config, world, session).run();
}
class RepairRun {
    #config;
    #world;
    #session;
    #slots;
    constructor(config, world, session) {
        this.#config = config;
        this.#world = world;
        this.#session = session;
        this.#slots = new Slots(config.concurrency);
    }
    async run() {
        const { dryRun, failOn } = this.#config;
        const selected = this.#leaveOthers(await selectByName(this.#config, this.#world, this.#session));
        let done = 0;
        const results = await mapLimited(selected, repair_PACKAGES_AT_ONCE, async (one) => {
            const found = await this.#look(one);
            done += 1;
            this.#world.telling.progress({ phase: 'reading', done, total: selected.length });
            return found;
        });
        await this.#session.begin();
        const damaged = results.filter((one) => one !== null && one.plans.length > 0);
        if (!dryRun) {
            await mapLimited(damaged, repair_PACKAGES_AT_ONCE, async (one) => {
                if (one !== null)
                    await this.#heal(one);
            });
        }
        const report = await this.#session.finish();
        return { report, failures: (0,run_result/* failuresOf */.d)(report, failOn) };
    }
    /**
     * The container packages. Of the others those that are known to be there are named in a
     * warning; an exact name is meant as that of a container.
     */
    #leaveOthers(selected) {
        const others = selected.filter(({ ref, isNamed }) => ref.type !== 'container' && !isNamed);
        for (const { ref } of others) {
            this.#session.open(ref).leftAlone = 'only versions of containers have parts';
        }
        const names = others.map(({ ref }) => `${ref.type} package ${ref.name}`);
        if (names.length > 0) {
            this.#session.warnings.push(`only container packages have parts to repair: ${(0,wording/* enumerate */.HL)(names, SHOWN_OTHERS)} ` +
                `${names.length === 1 ? 'was' : 'were'} left alone`);
        }
        return selected.filter(({ ref }) => ref.type === 'container');
    }
    async #look({ ref }) {
        const session = this.#session.open(ref);
        const interrupted = this.#world.interrupted();
        if (interrupted !== null) {
            session.error = `not looked at: ${interrupted}`;
            return null;
        }
        try {
            const found = await lookForDamage(ref, session, this.#world);
            if (found === null) {
                session.error = await explainMissing(ref, [ref.type], this.#world.github);
                return null;
            }
            session.plan = restorePackagePlan(ref, found.plans);
            const entry = this.#session.entryOf(session);
            if (entry !== null)
                this.#world.telling.planned(entry, this.#config.dryRun);
            return found;
        }
        catch (error) {
            session.error = error instanceof Error ? error.message : String(error);
            return null;
        }
    }
    async #heal(found) {
        const { ref, session } = found;
        const world = this.#world;
        const changes = new RestoreChanges({
            world,
            package: ref,
            slots: this.#slots,
            stop: () => this.#stop(),
            record: (outcome) => this.#session.record(session, outcome)
        });
        const warn = (text) => {
            if (!session.warnings.includes(text))
                session.warnings.push(text);
        };
        try {
            const tried = await restoreParts({
                world,
                package: ref,
                changes,
                living: found.living,
                deleted: found.deleted,
                readings: found.readings,
                among: null,
                add: (plans) => this.#add(found, plans),
                warn
            });
            const wishes = new Map(tried.map(({ version }) => [version.id, version.tags ?? []]));
            const incomplete = new Set();
            await restoreTags({ world, package: ref, changes, wishes, incomplete, warn });
        }
        catch (error) {
            session.error = error instanceof Error ? error.message : String(error);
        }
        const entry = this.#session.entryOf(session);
        if (entry !== null)
            world.telling.changed(entry, false);
    }
    /** What is found when a part is back joins the plan, which is written before it is begun. */
    async #add({ ref, session }, plans) {
        const planned = session.plan?.versions ?? [];
        const known = new Set(planned.map(({ version }) => version.id));
        const more = plans.filter(({ version }) => !known.has(version.id));
        if (more.length === 0)
            return;
        session.plan = restorePackagePlan(ref, [...planned, ...more]);
        await this.#session.begin();
    }
    #stop() {
        const reason = (0,budget/* stopReason */.PJ)({ ...this.#config, startedAt: this.#session.startedAt }, this.#world);
        this.#session.stopped ??= reason?.why ?? null;
        return reason;
    }
}

;// CONCATENATED MODULE: ./lib/plan/deleted-candidates.js



/**
 * The deleted versions that had such a tag, or name for types without tags, or were deleted
 * since. Where several had the same tag, only the one that was deleted last gets it back.
 * What GitHub may leave out of its list, and then nothing can be found by, is said.
 */
function searchDeleted(type, deleted, search) {
    const { tags, within } = search;
    if (within !== null &&
        deleted.length > 0 &&
        deleted.every(({ deletedAt }) => deletedAt === null)) {
        return { ok: false, why: NO_DATES };
    }
    const isTagless = (0,model_package/* hasTags */.kS)(type) && deleted.length > 0 && deleted.every((one) => !one.tags?.length);
    if (tags !== null && isTagless)
        return { ok: false, why: NO_TAGS };
    const found = deleted.flatMap((version) => {
        const reason = reasonFor(type, version, search);
        return reason === null ? [] : [deleted_candidates_candidateOf(type, version, reason)];
    });
    return { ok: true, candidates: withoutSharedTags(found) };
}
const NO_DATES = 'GitHub does not say here when versions were deleted, so deleted-within finds nothing: use ' +
    'deleted-tags, version-ids, or the report of the run that deleted them';
const NO_TAGS = 'GitHub lists no tags of deleted versions here, so deleted-tags finds nothing: use ' +
    'deleted-within, version-ids, or the report of the run that deleted them';
/** Those that ids name; what no list has is known by its id alone, and is tried all the same. */
function candidatesOfIds(type, ids, listed) {
    const known = new Map(listed.map((version) => [version.id, version]));
    return ids.map((id) => deleted_candidates_candidateOf(type, known.get(id) ?? bareVersion(id), { code: 'named-by-id' }));
}
function bareVersion(id) {
    const unknown = { createdAt: null, updatedAt: null, deletedAt: null };
    return { id, name: String(id), tags: null, ...unknown };
}
function deleted_candidates_candidateOf(type, version, reason) {
    return {
        version,
        kind: type === 'container' ? 'unknown' : 'version',
        sizeBytes: null,
        root: null,
        rule: null,
        reason,
        tags: version.tags ?? [],
        fate: { kind: 'deleted' }
    };
}
function reasonFor(type, version, { tags, within, now }) {
    const { deletedAt } = version;
    if (within !== null && (deletedAt === null || deletedAt < (0,duration/* limitBefore */.xX)(now, within)))
        return null;
    if (tags === null)
        return within && { code: 'deleted-within', limit: within.text };
    const names = (0,model_package/* hasTags */.kS)(type) ? (version.tags ?? []).filter(digest/* isUserTag */.Kx) : [version.name];
    const tag = names.find((name) => tags.matches(name));
    if (tag === undefined)
        return null;
    return { code: 'deleted-tag', tag, pattern: tags.decidedBy(tag) ?? tags.sources.join(', ') };
}
function withoutSharedTags(candidates) {
    const latestFirst = [...candidates].sort(({ version: a }, { version: b }) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0) || b.id - a.id);
    const taken = new Set();
    return latestFirst.map((candidate) => {
        const tags = candidate.tags.filter((tag) => !taken.has(tag));
        for (const tag of tags)
            taken.add(tag);
        return { ...candidate, tags };
    });
}

;// CONCATENATED MODULE: ./lib/run/restore-observe.js










const SHOWN_NAMES = 10;
/**
 * Looks at a package and plans what is to be restored in it; `null` where it can't be looked
 * at, or was left out by a signal: its entry of the report says why.
 */
async function planRestoreOf(wanted, context) {
    const { world, session: run } = context;
    const session = run.open(wanted.ref);
    const interrupted = world.interrupted();
    if (interrupted !== null) {
        session.error = `not looked at: ${interrupted}`;
        return null;
    }
    try {
        const lists = await listsFor(wanted, world);
        const planned = planFrom(wanted, lists, context);
        const one = {
            ref: wanted.ref,
            reported: wanted.reported,
            isMissing: lists.living === null,
            lists,
            session,
            planned
        };
        session.plan = planned.plan;
        session.warnings.push(...warningsOf(one, context));
        if (one.isMissing && context.config.dryRun)
            session.warnings.push(await restore_observe_missingText(one, context));
        const entry = run.entryOf(session);
        if (entry !== null)
            world.telling.planned(entry, context.config.dryRun);
        return one;
    }
    catch (error) {
        session.error = error instanceof Error ? error.message : String(error);
        return null;
    }
}
async function listsFor({ ref, reported }, world) {
    const lists = await readLists(ref, world.github);
    if (lists.living === null || reported === null)
        return lists;
    const stayed = reported.candidates.filter(({ fate }) => fate.kind === 'stays');
    const wishes = new Map(stayed.map(({ version, tags }) => [version.id, tags]));
    return { ...lists, living: await withoutStandIns(ref, wishes, lists.living, world) };
}
/**
 * What is to be done, by the lists.
 *
 * @throws Error where they don't say what the source asks for
 */
function planFrom({ ref, reported }, lists, { config: { source }, session }) {
    const candidates = reported?.candidates ?? candidatesIn(ref, source, lists, session.startedAt);
    return planRestore({ package: ref, candidates, living: lists.living, deleted: lists.deleted });
}
function candidatesIn({ type }, source, { living, deleted, why }, now) {
    if (source.kind === 'report')
        return [];
    if (source.kind === 'ids') {
        return candidatesOfIds(type, source.ids, [...(living ?? []), ...(deleted ?? [])]);
    }
    // What the package had deleted before it went itself shows once it is back.
    if (living === null)
        return [];
    if (deleted === null)
        throw new Error(`${why}. Use version-ids or a report instead`);
    const found = searchDeleted(type, deleted, { ...source, now });
    if (!found.ok)
        throw new Error(found.why);
    return found.candidates;
}
function warningsOf({ ref, lists, planned, reported }, context) {
    const { living } = lists;
    const { taken } = tagsLeft(planned.wishes, living ?? []);
    return [
        ...(reported === null ? restore_observe_nothingFound(planned, lists, context) : rulesText(planned)),
        ...taken.map(({ tag, holder }) => takenText(tag, holder)),
        ...unlistedText(planned, lists),
        ...(reported === null ? tagsUnknown(ref, planned) : []),
        ...(reported?.wentWhole === true && living !== null && planned.absent.size > 0
            ? [NAME_USED_AGAIN]
            : []),
        ...(planned.vanished.length === 0
            ? []
            : [
                `${(0,wording/* plural */.LS)(planned.vanished.length, 'version')} that lost tags ` +
                    `${planned.vanished.length === 1 ? 'is' : 'are'} not there any more, so the tags can ` +
                    `not be attached: ${(0,wording/* enumerate */.HL)(planned.vanished.map(labels/* shortName */.EU), SHOWN_NAMES)}`
            ]),
        ...partsText(ref, planned, context)
    ];
}
const NAME_USED_AGAIN = 'the run deleted this package as a whole, and a package of its name is there: if that is a new ' +
    'one, delete it first to have the old one back';
function restore_observe_nothingFound({ plan }, { living }, { config: { source } }) {
    if (source.kind !== 'deleted' || living === null || plan.versions.length > 0)
        return [];
    return ['no deleted version is what deleted-tags and deleted-within ask for'];
}
/** Ruling 72: the same rule takes it again. */
function rulesText({ plan }) {
    const counts = new Map();
    for (const { rule, decision } of plan.versions) {
        if (rule !== null && decision === 'restore')
            counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
    if (counts.size === 0)
        return [];
    const rules = [...counts].map(([rule, count]) => `${rule} (${count})`);
    return [
        'the next clean-up takes what it brings back again unless the policy changes first: what took ' +
            `these versions is ${(0,wording/* enumerate */.HL)(rules)}`
    ];
}
/** Where GitHub does not show the tags of what was deleted, nobody but a report knows them. */
function tagsUnknown({ type }, { absent, wishes }) {
    const isKnown = [...absent].some((id) => (wishes.get(id) ?? []).length > 0);
    if (!(0,model_package/* hasTags */.kS)(type) || absent.size === 0 || isKnown)
        return [];
    return [
        'GitHub does not say which tags these versions had: where they do not come back by themselves, ' +
            'the versions stay untagged, and the next clean-up of untagged images may take them. Restore ' +
            'from the report of the run, or attach the tags by hand'
    ];
}
function unlistedText({ unlisted }, { living }) {
    if (unlisted.length === 0 || living === null)
        return [];
    return [
        `GitHub does not list ${(0,wording/* plural */.LS)(unlisted.length, 'version')} as deleted, so ` +
            `${unlisted.length === 1 ? 'it' : 'they'} may not come back: 30 days have passed, or the ` +
            `name was used again: ${(0,wording/* enumerate */.HL)(unlisted.map(labels/* shortName */.EU), SHOWN_NAMES)}`
    ];
}
function partsText({ type }, { absent }, { config: { source, dryRun } }) {
    if (source.kind === 'report' || type !== 'container' || !dryRun || absent.size === 0)
        return [];
    return [
        'platforms, attestations and signatures of these versions come back with them; which ones ' +
            'can be read only when they are back'
    ];
}
/** Only trying would tell whether it was deleted or never was. */
async function restore_observe_missingText({ ref, reported }, { world }) {
    const first = 'the package is not there: a live run restores it as a whole first';
    if (reported !== null)
        return first;
    return `${first}. If that fails: ${await explainMissing(ref, [ref.type], world.github)}`;
}

;// CONCATENATED MODULE: ./lib/run/restore-package.js







/** Restores a package that is not there, then its versions. Says whether the package is back. */
async function restorePackageWhole(one, context) {
    const { session: run, world } = context;
    const { session } = one;
    const changes = changesOf(one, context);
    const refused = await changes.restorePackage();
    if (refused !== null) {
        const [outcome, error] = refused;
        run.recordPackage(session, outcome, error);
        for (const { version } of one.planned.plan.versions)
            changes.end(version.id, refused);
        if (outcome === 'failed')
            session.error = await whyMissing(one, error ?? '', world);
        return false;
    }
    run.recordPackage(session, 'restored', null);
    try {
        const lists = await readListsOfRestored(one.ref, world);
        await restoreVersions({ ...one, lists, planned: await planAgain(one, lists, context) }, context);
    }
    catch (error) {
        session.error = error instanceof Error ? error.message : String(error);
    }
    const entry = run.entryOf(session);
    if (entry !== null)
        world.telling.changed(entry, false);
    return true;
}
async function whyMissing({ ref, reported }, error, { github }) {
    const why = `the package is not there and could not be restored: ${error}`;
    return reported === null
        ? `${why}. If it never was: ${await explainMissing(ref, [ref.type], github)}`
        : why;
}
/**
 * The versions that a search asks for show only once their package is there; some of them came
 * back with it.
 */
async function planAgain(one, lists, context) {
    if (context.config.source.kind !== 'deleted')
        return one.planned;
    const all = [...(lists.living ?? []), ...(lists.deleted ?? [])];
    const searched = planFrom(one, { ...lists, living: [], deleted: all }, context);
    one.session.plan = searched.plan;
    await context.session.begin();
    return searched;
}
/** Restores what the plan of a package asks for, then what that needs, then the tags. */
async function restoreVersions(one, context) {
    const { planned, session, ref } = one;
    const living = one.lists.living ?? [];
    const there = new Set(living.map(({ id }) => id));
    const changes = changesOf(one, context);
    const absent = planned.plan.versions.filter(({ version }) => planned.absent.has(version.id));
    // Those came back with their package.
    for (const { version } of absent)
        if (there.has(version.id))
            changes.end(version.id, RESTORED);
    await changes.restore(absent.filter(({ version }) => !there.has(version.id)), living);
    const parts = await partsOf(one, living, changes, context);
    await restoreTags({
        world: context.world,
        package: ref,
        changes,
        wishes: new Map([
            ...planned.wishes,
            ...parts.map(({ version }) => [version.id, version.tags ?? []])
        ]),
        incomplete: new Set(planned.plan.versions
            .filter(({ decision, version }) => decision === 'restore' && !planned.absent.has(version.id))
            .map(({ version }) => version.id)),
        warn: (text) => warn(session, text)
    });
}
const RESTORED = ['restored', null];
/**
 * A report names every part that the run deleted. An id or a tag names an image alone: what
 * belongs to it is found in its manifest, once that can be read.
 */
async function partsOf({ ref, reported, planned, lists, session }, living, changes, { world, session: run }) {
    if (reported !== null || ref.type !== 'container' || changes.stopped() !== null)
        return [];
    const named = planned.plan.versions.map(({ version }) => version);
    const there = new Set(living.map(({ id }) => id));
    const found = named.filter(({ id }) => changes.there.has(id) || there.has(id));
    const readings = await readAll(found, { world, package: ref });
    const back = await withoutReplacements(found, readings, changes);
    const add = async (plans) => {
        session.plan = restorePackagePlan(ref, [...(session.plan?.versions ?? []), ...plans]);
        await run.begin();
    };
    return restoreParts({
        world,
        package: ref,
        changes,
        living: [...living, ...back.filter(({ id }) => !there.has(id))],
        deleted: lists.deleted ?? [],
        readings,
        among: new Set(back.map(({ id }) => id)),
        add,
        warn: (text) => warn(session, text)
    });
}
/**
 * A stand-in for a tag that a run took off was deleted as versions are (ruling 71), and looks
 * like one until it can be read: it is deleted again.
 */
async function withoutReplacements(versions, readings, changes) {
    const real = [];
    for (const version of versions) {
        const reading = readings[version.name];
        const of = reading?.kind === 'read' ? reading.manifest.replacementOf : null;
        if (of === null || !changes.there.has(version.id))
            real.push(version);
        else
            await changes.deleteReplacement(version.id, of);
    }
    return real;
}
function changesOf({ ref, session }, context) {
    const { world, slots, stop, session: run } = context;
    return new RestoreChanges({
        world,
        package: ref,
        slots,
        stop,
        record: (outcome) => run.record(session, outcome)
    });
}
/** Each sentence once: a tag that was taken already is told by the plan as well. */
function warn(session, text) {
    if (!session.warnings.includes(text))
        session.warnings.push(text);
}

;// CONCATENATED MODULE: ./lib/run/restore.js







/** Packages that are read, or changed, at once. */
const restore_PACKAGES_AT_ONCE = 4;
/**
 * Brings back what a run deleted and the tags that it took off, or deleted versions by id, tag
 * or time. What is there already needs nothing, so that a second run changes nothing. What
 * can't be restored is `failed`, with the reason; the rest goes on.
 *
 * @throws Error where the run can't begin at all; nothing was changed then
 */
async function restore(config, world, session) {
    const wanted = await selectToRestore(config, world, session);
    const slots = new Slots(config.concurrency);
    const context = {
        config,
        world,
        session,
        slots,
        stop: () => {
            const reason = (0,budget/* stopReason */.PJ)({ ...config, startedAt: session.startedAt }, world);
            session.stopped ??= reason?.why ?? null;
            return reason;
        }
    };
    let done = 0;
    const results = await mapLimited(wanted, restore_PACKAGES_AT_ONCE, async (one) => {
        const planned = await planRestoreOf(one, context);
        done += 1;
        world.telling.progress({ phase: 'reading', done, total: wanted.length });
        return planned;
    });
    const planned = results.filter((one) => one !== null);
    const missing = leaveOnlyNamesNowhere(planned, context);
    await session.begin();
    if (!config.dryRun) {
        await restoreMissing(missing, context);
        await mapLimited(planned.filter(isToChange), restore_PACKAGES_AT_ONCE, (one) => restore_change(one, context));
    }
    const report = await session.finish();
    return { report, failures: (0,run_result/* failuresOf */.d)(report, config.failOn) };
}
/** A name that several types could have is missing only where none of them has it. */
function leaveOnlyNamesNowhere(planned, { session }) {
    const found = new Set(planned.filter(({ isMissing }) => !isMissing).map(restore_nameOf));
    return planned.filter((one) => {
        if (!one.isMissing)
            return false;
        const isElsewhere = one.reported === null && found.has(restore_nameOf(one));
        if (isElsewhere)
            session.drop(one.session);
        return !isElsewhere;
    });
}
/** Whole packages come first; of types that a name was only tried with, those that fail are dropped. */
async function restoreMissing(missing, context) {
    const back = new Set();
    const refused = [];
    for (const one of missing) {
        if (await restorePackageWhole(one, context))
            back.add(restore_nameOf(one));
        else
            refused.push(one);
    }
    for (const one of refused) {
        if (one.reported === null && back.has(restore_nameOf(one)))
            context.session.drop(one.session);
    }
}
async function restore_change(one, context) {
    try {
        await restoreVersions(one, context);
    }
    catch (error) {
        one.session.error = error instanceof Error ? error.message : String(error);
    }
    const entry = context.session.entryOf(one.session);
    if (entry !== null)
        context.world.telling.changed(entry, false);
}
function isToChange({ isMissing, session }) {
    return !isMissing && session.error === null;
}
function restore_nameOf({ ref }) {
    return ref.name.toLowerCase();
}

// EXTERNAL MODULE: ./lib/report/build-report.js + 1 modules
var build_report = __webpack_require__(5002);
;// CONCATENATED MODULE: ./lib/run/session.js


const FUSE_BLOWN = 'max-deletions: nothing is changed in this run';
const RUN_FAILED = 'nothing is changed in this run, which failed before';
/** A run from its first to its last moment: the source of its report. */
class RunSession {
    startedAt;
    warnings = [];
    error = null;
    fuse = null;
    stopped = null;
    /** Whether changes of a cleanup or of a reviewed plan were begun. */
    hasBegun = false;
    #world;
    #mode;
    #dryRun;
    #policyDigest;
    #packages = [];
    constructor(world, mode, dryRun, policyDigest) {
        this.#world = world;
        this.#mode = mode;
        this.#dryRun = dryRun;
        this.#policyDigest = policyDigest;
        this.startedAt = world.clock.now();
    }
    /** Adds a package to the run. */
    open(ref, plan = null) {
        const session = {
            package: ref,
            repository: null,
            plan,
            outcomes: [],
            packageOutcome: null,
            error: null,
            leftAlone: null,
            warnings: []
        };
        this.#packages.push(session);
        return session;
    }
    /** Takes a package out again: it turned out to be none. */
    drop(session) {
        const place = this.#packages.indexOf(session);
        if (place >= 0)
            this.#packages.splice(place, 1);
    }
    /** Records an outcome: into the journal at once. */
    record(session, outcome) {
        session.outcomes.push(outcome);
        this.#world.files.appendJournal({
            kind: 'version',
            package: journalled(session.package),
            outcome
        });
    }
    /** Records what became of a package as a whole. */
    recordPackage(session, outcome, error) {
        session.packageOutcome = { outcome, error };
        this.#world.files.appendJournal({
            kind: 'package',
            package: journalled(session.package),
            outcome: { outcome, error }
        });
    }
    /** Writes the plan before the first change, with an empty journal beside it. */
    async begin() {
        const report = this.report(null);
        await this.#world.files.writeReport(report);
        this.#world.files.appendJournal({ kind: 'run', startedAt: report.startedAt });
    }
    /** Writes the complete report and gives it. */
    async finish() {
        const now = this.#world.clock.now();
        this.#leaveUnchanged();
        const isLeft = this.#packages.some(({ outcomes }) => outcomes.some(({ outcome }) => outcome === 'remaining'));
        if (!isLeft)
            this.stopped = null;
        const report = this.report(now);
        await this.#world.files.writeReport(report);
        await this.#world.files.finish(report, now);
        return report;
    }
    /**
     * In a live run that was stopped before its first change, every planned change has an outcome
     * too. The journal has none of them: the complete report is written next.
     */
    #leaveUnchanged() {
        const isMeant = this.#mode === 'cleanup' || this.#mode === 'apply';
        const why = this.fuse !== null ? FUSE_BLOWN : this.error !== null ? RUN_FAILED : null;
        if (this.#dryRun || this.hasBegun || !isMeant || why === null)
            return;
        for (const one of this.#packages)
            one.outcomes.push(...notBegun(one, 'skipped', why));
    }
    /** The report so far; complete where `finishedAt` is given. */
    report(finishedAt) {
        return (0,build_report/* buildReport */.FK)(this.#runRecord(finishedAt, this.#packages));
    }
    /** The entry of one package in the report so far. */
    entryOf(session) {
        return (0,build_report/* buildReport */.FK)(this.#runRecord(null, [session])).packages[0] ?? null;
    }
    #runRecord(finishedAt, packages) {
        const { github, registry, npm, toolVersion } = this.#world;
        return {
            mode: this.#mode,
            dryRun: this.#dryRun,
            startedAt: this.startedAt,
            finishedAt,
            complete: finishedAt !== null,
            toolVersion,
            policyDigest: this.#policyDigest,
            error: this.error,
            fuse: this.fuse,
            stopped: this.stopped,
            warnings: this.warnings,
            requests: {
                api: github.requestCount,
                registry: registry.requestCount() + npm.requestCount()
            },
            packages
        };
    }
}
function journalled({ owner, type, name }) {
    return { owner: owner.login, type, name };
}

;// CONCATENATED MODULE: ./lib/run/run-mode.js






/**
 * Carries out a run in its mode. Never throws: a run that could not begin, or broke, has the
 * reason among its failures, and a report of what was done.
 */
async function runMode(config, world) {
    const session = new RunSession(world, config.mode, config.dryRun, policyDigestOf(config));
    try {
        return await begin(config, world, session);
    }
    catch (error) {
        session.error = error instanceof Error ? error.message : String(error);
        const report = await session.finish();
        return { report, failures: (0,run_result/* failuresOf */.d)(report, config.failOn) };
    }
}
/** Of the rules that decide, or decided the plan; `null` in modes without. */
function policyDigestOf(config) {
    if (config.mode === 'cleanup')
        return config.policyDigest;
    return config.mode === 'apply' ? config.plan.policyDigest : null;
}
function begin(config, world, session) {
    switch (config.mode) {
        case 'cleanup':
            return cleanup(config, world, session);
        case 'restore':
            return restore(config, world, session);
        case 'repair':
            return repair(config, world, session);
        case 'apply':
            return apply(config, world, session);
    }
}


/***/ }),

/***/ 268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ failuresOf)
/* harmony export */ });
/* harmony import */ var _report_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7142);

/**
 * Why a run fails, by 2-action, Exit; empty where it succeeds. Each is also a finding of its
 * report, and an annotation of the gravest level.
 */
function failuresOf(report, failOn) {
    const { error: ofRun, packages, totals, fuse, dryRun } = report;
    const broken = packages.filter(({ error }) => error !== null);
    const emptied = packages.filter(({ lastVersionFailure }) => lastVersionFailure !== null);
    return [
        ...(ofRun === null ? [] : [ofRun]),
        ...(fuse !== null && !dryRun ? [`nothing was changed: ${fuse}`] : []),
        ...broken.map(({ type, name, error }) => `${type} package ${name}: ${error ?? ''}`),
        ...emptied.map(({ type, name }) => `${type} package ${name}: nothing was deleted, since last-version is set to fail and ` +
            'the plan would delete the last version'),
        ...(totals.failed > 0 && failOn === 'error'
            ? [`${(0,_report_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(totals.failed, 'version')} could not be changed`]
            : [])
    ];
}


/***/ }),

/***/ 6555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ selectPackages)
/* harmony export */ });
/**
 * Finds the packages that a run is about. Exact names are taken as they are; patterns need a
 * token that may list packages.
 *
 * @throws GitHubError `listing-not-allowed` where it may not: the error says what to do
 */
async function selectPackages({ owner, types, names, plainNames }, github) {
    const ofTypes = await Promise.all(types.map(async (type) => {
        const plain = plainNames(type);
        return plain === null
            ? listed(await github.listPackages(owner, type), owner)
            : plain.map((name) => named(owner, type, name));
    }));
    const all = ofTypes.flat();
    const packages = all
        .filter(({ ref }) => names === null || names.matches(ref))
        .sort((a, b) => compareRefs(a.ref, b.ref));
    const warnings = [...warningsAbout(names, all, packages), ...hiddenPackages(github)];
    return { packages, warnings };
}
function listed(summaries, owner) {
    return summaries.map(({ type, name, versionCount }) => ({
        ref: { owner, type, name },
        isNamed: false,
        versionCount
    }));
}
/** Names of images are lower-case whatever the repository's name is. */
function named(owner, type, name) {
    const spelled = type === 'container' ? name.toLowerCase() : name;
    return { ref: { owner, type, name: spelled }, isNamed: true, versionCount: null };
}
/** By type, then by name: the order of all that a run does and tells. */
function compareRefs(a, b) {
    return compare(a.type, b.type) || compare(a.name, b.name);
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function warningsAbout(names, all, packages) {
    const idle = names?.idleExclusions(all.map(({ ref }) => ref)) ?? [];
    return [
        ...(packages.length === 0
            ? [`no package matches ${names?.sources.join(', ') ?? ''}`.trim()]
            : []),
        ...idle.map((source) => `packages: ${source} excludes nothing that is there`)
    ];
}
/**
 * Where single sign-on hides organisations from a token, rows are missing from its lists.
 *
 * @see https://docs.github.com/rest/authentication/authenticating-to-the-rest-api
 */
function hiddenPackages({ tokenFacts }) {
    const ids = tokenFacts.ssoHiddenOrganizations;
    if (ids.length === 0)
        return [];
    return [
        'packages may be missing from the list, for the token is not authorised for the single ' +
            `sign-on of some organisations (ids ${ids.join(', ')}): open the token's settings and choose ` +
            'Configure SSO'
    ];
}


/***/ }),

/***/ 4845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ takeShare),
/* harmony export */   s: () => (/* binding */ splitEvenly)
/* harmony export */ });
/** What a package costs besides its versions: the requests that any package takes. */
const COST_OF_A_PACKAGE = 10;
/**
 * The packages of one share, of about equal work: each goes, the largest first, to the share
 * that has the least so far. The same packages give the same shares, whatever order they come
 * in. All of them for `null`.
 */
function takeShare(packages, share) {
    if (share === null)
        return packages;
    return splitEvenly(packages, share.of)[share.index - 1] ?? [];
}
/** The packages in `count` shares of about equal work, each in the order given. */
function splitEvenly(packages, count) {
    const shares = Array.from({ length: count }, () => ({
        work: 0,
        packages: new Set()
    }));
    for (const one of [...packages].sort(byWork)) {
        const least = shares.reduce((a, b) => (b.work < a.work ? b : a));
        least.work += workOf(one);
        least.packages.add(one);
    }
    return shares.map((share) => packages.filter((one) => share.packages.has(one)));
}
function byWork(a, b) {
    return workOf(b) - workOf(a) || (keyOf(a) < keyOf(b) ? -1 : 1);
}
function workOf({ versionCount }) {
    return COST_OF_A_PACKAGE + (versionCount ?? 0);
}
function keyOf({ ref: { type, name } }) {
    return `${type}/${name}`;
}


/***/ }),

/***/ 4471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ SYSTEM_CLOCK)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** Longer waits than this overflow the timer and would end at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** The time of this machine. */
const SYSTEM_CLOCK = {
    now: () => Date.now(),
    sleep: async (ms) => {
        for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(Math.min(left, LONGEST_TIMER_MS));
        }
    }
};


/***/ }),

/***/ 6034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ USER_AGENT),
/* harmony export */   w: () => (/* binding */ TOOL_VERSION)
/* harmony export */ });
/** The version of the tool, as package.json has it. */
const TOOL_VERSION = '1.0.0';
/** How the tool calls itself to servers. */
const USER_AGENT = `package-retention/${TOOL_VERSION}`;


/***/ }),

/***/ 6469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ undoHint)
/* harmony export */ });
/* harmony import */ var _model_time_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);
/* harmony import */ var _used_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2686);


/**
 * How long deleted packages and versions can be brought back.
 *
 * @see https://docs.github.com/packages/learn-github-packages/deleting-and-restoring-a-package
 */
const RESTORABLE_MS = 30 * _model_time_js__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
/** The name under which the documentation has reports uploaded. */
const ARTIFACT = 'package-retention';
const USUAL_ACTION = 'package-retention/package-retention@v1';
/** How to undo a run: on a terminal, and as steps of a workflow. */
function undoHint(report, place) {
    const { workflow } = place;
    const path = workflow === null ? place.path : `${ARTIFACT}/report.json`;
    const restore = `npx package-retention restore --report ${quoted(path)}`;
    return {
        command: workflow === null ? restore : `${download(workflow)}\n${restore}`,
        workflowStep: steps(report, path, workflow),
        until: Date.parse(report.startedAt) + RESTORABLE_MS
    };
}
function download({ id, repository }) {
    const comment = `# the report, where the workflow uploads it as the artifact ${ARTIFACT}`;
    const names = `--repo ${quoted(repository)} --name ${ARTIFACT} --dir ${ARTIFACT}`;
    return `${comment}\ngh run download ${quoted(id)} ${names}`;
}
function steps(report, path, workflow) {
    const owner = report.packages[0]?.owner;
    const ownedBy = workflow?.repository.split('/')[0]?.toLowerCase();
    const isElsewhere = owner !== undefined && owner.toLowerCase() !== ownedBy;
    return [
        ...(workflow === null ? [] : downloadStep(workflow)),
        `- uses: ${workflow?.action ?? USUAL_ACTION}`,
        '  with:',
        '    mode: restore',
        `    report: ${JSON.stringify(path)}`,
        ...(isElsewhere ? [`    owner: ${JSON.stringify(owner)}`] : [])
    ].join('\n');
}
function downloadStep({ id }) {
    return [
        '# the job needs the permissions actions: read and packages: write',
        `# the report, where the workflow uploads it as the artifact ${ARTIFACT}`,
        `- uses: ${_used_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .USED_ACTIONS */ .m.download}`,
        '  with:',
        `    name: ${ARTIFACT}`,
        `    path: ${ARTIFACT}`,
        `    run-id: ${JSON.stringify(id)}`,
        '    github-token: ${{ github.token }}'
    ];
}
/** For a POSIX shell. */
function quoted(text) {
    return /^[\w./@:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 2686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ USED_ACTIONS)
/* harmony export */ });
/** Actions that our own snippets and workflows use, as `uses` has them: pinned, with the release. */
const USED_ACTIONS = {
    checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
    upload: 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1',
    download: 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1'
};


/***/ }),

/***/ 6785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ createWorkspaceFiles)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/minimatch/dist/esm/index.js + 8 modules
var esm = __webpack_require__(1138);
;// CONCATENATED MODULE: ./lib/policy/file-globs.js

// Dots are ordinary, as in the patterns of tags: `**` means `.github` too.
const OPTIONS = { dot: true, nocomment: true, nonegate: true, braceExpandMax: 100 };
/**
 * Compiles globs as minimatch has them, where `*` does not match `/` (ruling 6). Paths are
 * relative to the workspace, with slashes. A list that starts with a `!` starts from everything.
 */
function compileFileGlobs(sources) {
    const globs = sources.map((source) => fileGlob(source.trim()));
    const startsFromAll = globs[0]?.takesAway ?? false;
    return {
        matches: (path) => {
            const deciding = globs.findLast(({ whole }) => whole.match(path));
            return deciding === undefined ? startsFromAll : !deciding.takesAway;
        },
        mayBeBelow: (folder) => startsFromAll || globs.some(({ takesAway, start }) => !takesAway && start.match(folder, true))
    };
}
function fileGlob(source) {
    const takesAway = source.startsWith('!');
    const glob = (takesAway ? source.slice(1) : source).trim().replace(/^(?:\.?\/)+/, '');
    return {
        takesAway,
        whole: new esm/* Minimatch */.VR(glob, OPTIONS),
        start: new esm/* Minimatch */.VR(glob, { ...OPTIONS, partial: true })
    };
}

;// CONCATENATED MODULE: ./lib/run/workspace-files.js



/** What deploys an image is no larger. */
const MAX_BYTES = 64 * 1024 * 1024;
/**
 * The files below a folder. Links are followed, `.git` is left out. Where a file or folder that
 * the globs mean can't be read, the whole answer is an error: what is deployed could stand there.
 */
function createWorkspaceFiles(directory) {
    return {
        read: async (globs) => {
            const compiled = compileFileGlobs(globs);
            const paths = await walk(directory, '', compiled, [await (0,promises_.realpath)(directory)]);
            const files = [];
            for (const path of paths.toSorted())
                files.push({ path, text: await textOf(directory, path) });
            return files;
        }
    };
}
/** `above`: the real paths of the folders that lead here, so that no link goes round in circles. */
async function walk(directory, folder, globs, above) {
    const found = [];
    for (const entry of await (0,promises_.readdir)((0,external_node_path_.join)(directory, folder), { withFileTypes: true })) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        const kind = await kindOf(directory, path, entry);
        if (kind === 'file' && globs.matches(path))
            found.push(path);
        if (kind !== 'folder' || path === '.git' || !globs.mayBeBelow(path))
            continue;
        const real = await (0,promises_.realpath)((0,external_node_path_.join)(directory, path));
        if (above.includes(real))
            continue;
        found.push(...(await walk(directory, path, globs, [...above, real])));
    }
    return found;
}
async function kindOf(directory, path, entry) {
    if (entry.isFile())
        return 'file';
    if (entry.isDirectory())
        return 'folder';
    if (!entry.isSymbolicLink())
        return 'other';
    try {
        const target = await (0,promises_.stat)((0,external_node_path_.join)(directory, path));
        return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other';
    }
    catch {
        // Reading a link that leads nowhere fails, if the globs mean it.
        return 'file';
    }
}
async function textOf(directory, path) {
    const file = (0,external_node_path_.join)(directory, path);
    const { size } = await (0,promises_.stat)(file);
    if (size > MAX_BYTES)
        throw new Error(`${path} has more than ${MAX_BYTES} bytes`);
    return (0,promises_.readFile)(file, 'utf8');
}


/***/ })

};

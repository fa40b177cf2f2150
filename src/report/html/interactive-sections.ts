/**
 * The places that the page's script fills: charts, the table of all decisions, details. The
 * script unhides them, so that a page without scripts shows nothing empty.
 */
export const INTERACTIVE_SECTIONS = `<noscript><p class="quiet">The charts and the table of all decisions need JavaScript; report.csv has the same rows.</p></noscript>
<div id="interactive" hidden>
<section aria-labelledby="timeline-title">
<h2 id="timeline-title">Timeline</h2>
<p class="quiet">Versions by when they were created (UTC)<span id="timeline-step"></span>. <span class="screen">Drag over the chart to narrow the table below to a time; choose a reason to narrow it to that.</span></p>
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
`

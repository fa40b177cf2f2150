import { findings, type Finding } from '../findings.js'
import type { Report } from '../report.js'
import { escapeHtml } from './escape-html.js'

const LEVEL_WORDS: Readonly<Record<Finding['level'], string>> = {
  error: 'Error',
  warning: 'Warning',
  notice: 'Note'
}

/**
 * What a person has to look at, the gravest first, then what is only worth knowing; empty for a
 * run without a hitch.
 */
export function findingSection(report: Report): string {
  const all = findings(report)
  const isNote = ({ level }: Finding) => level === 'notice'
  return (
    listSection(
      'attention',
      'What needs a person',
      all.filter((one) => !isNote(one))
    ) + listSection('notes', 'Worth knowing', all.filter(isNote))
  )
}

function listSection(id: string, title: string, list: readonly Finding[]): string {
  const items = list.map((finding) => findingItem(finding))
  if (items.length === 0) return ''
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<ul class="findings">
${items.join('')}</ul>
</section>
`
}

function findingItem({ level, code, title, lines }: Finding): string {
  const list = lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')
  return (
    `<li class="finding ${level}" data-code="${code}"><p><b class="level">${LEVEL_WORDS[level]}</b> ` +
    `${escapeHtml(title)}</p>${list === '' ? '' : `<ul>${list}</ul>`}</li>\n`
  )
}

"""How a page with notes looks, on a screen, on a phone and in print."""

STYLE = """
:root { --ink: #1b1b1b; --line: #c9cdd2; --soft: #5b6168 }
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.5 "Source Sans 3", "Noto Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums }
header, main { max-width: 1320px; margin: 0 auto; padding: 0 20px }
header { border-bottom: 2px solid var(--ink); margin-bottom: 20px; padding-top: 20px; padding-bottom: 8px }
header p { margin: 0; color: var(--soft); overflow-wrap: anywhere }
header b { color: var(--ink); font-size: 1.3em; line-height: 1.2 }
.passage { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: 28px }
.source { overflow-x: auto; min-width: 0 }
.source p { margin: 0 0 10px }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 20px 0 8px }
h1 { font-size: 1.5em }
table { border-collapse: collapse; font-size: 14px; margin: 6px 0 16px }
caption { text-align: left; font-weight: 600; padding: 4px 0 }
th, td { border: 1px solid var(--line); padding: 3px 7px; vertical-align: top; text-align: left }
th { background: #f3f4f6 }
mark { color: inherit; padding: 0 2px; border-bottom: 2px solid }
mark.error, .remark.error { background: #fde1dc; border-color: #aa1414 }
mark.warning, .remark.warning { background: #fdf0c4; border-color: #8a5a00 }
mark.note, .remark.note { background: #e3edfa; border-color: #1e468c }
sup { line-height: 0; font-size: .72em; font-weight: 700; padding-left: 2px }
sup a { color: inherit }
.remark { border-left: 4px solid; padding: 6px 10px; margin: 0 0 8px; font-size: 14px; line-height: 1.4;
  overflow-wrap: anywhere }
.remark p { margin: 2px 0 0 }
.remark:target { outline: 2px solid var(--ink) }
section { margin-bottom: 20px }
@media (max-width: 820px) { .passage { grid-template-columns: minmax(0, 1fr); gap: 4px } }
@media print {
  body { font-size: 10pt }
  .passage { grid-template-columns: minmax(0, 1fr) 62mm; gap: 6mm }
  table, .remark { font-size: 8.5pt }
  mark, .remark { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .remark, tr { break-inside: avoid }
}
"""

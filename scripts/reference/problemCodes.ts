/** What each problem code says, and what to do. A test holds the list complete: every code in `src`, and no other. */
export const problemCodes: Readonly<Record<string, { readonly meaning: string; readonly fix: string }>> = {
  EMB001: {
    meaning: 'A mark in a page has no other half: each part begins and ends with a comment.',
    fix: 'Write both, each on a line of its own: [embedding](../embedding.md).',
  },
  EMB002: {
    meaning:
      'A mark asks for something that is not known, or names a persona, component or environment that is not there.',
    fix: 'Correct the name; [embedding](../embedding.md) says what can be asked for.',
  },
  EMB003: {
    meaning: 'A part shows a card or a picture that was not built.',
    fix: 'Build first, or say with `links.base` where the output is published.',
  },
  IMG001: {
    meaning: 'A picture that a persona names was not found.',
    fix: 'Put the file where the persona says it is; the path is relative to the YAML file.',
  },
  IMG002: {
    meaning: 'What stands under `image` is an address, or a file of another kind than PNG, JPEG or SVG.',
    fix: 'Save the picture in the project as PNG and name the file.',
  },
  IMG003: {
    meaning:
      'A picture cannot be used: it is damaged or too large, or it is an SVG that holds text, a script or something from elsewhere.',
    fix: 'Save it as PNG; the message says what is wrong with it.',
  },
  SCH001: { meaning: 'A key that the document does not know.', fix: 'Correct the spelling; the hint lists the keys.' },
  SCH002: {
    meaning: 'A value of another type than the key takes, such as a number where a text is meant.',
    fix: 'Write it in the type that [files](files.md) names; texts that look like numbers need quotes.',
  },
  SCH003: { meaning: 'A required key is missing or has no value.', fix: 'Add it.' },
  SCH004: {
    meaning: 'A value that the key does not allow: too long, not one of the choices, not an address.',
    fix: 'Keep to the limits that [files](files.md) lists.',
  },
  SCH005: {
    meaning: 'A file that has to hold one YAML document is empty or holds several.',
    fix: 'Keep exactly one document; only persona files may hold several.',
  },
  SRC001: { meaning: 'A text file is not UTF-8.', fix: 'Save it as UTF-8.' },
  SRC002: { meaning: 'A file is larger than is read.', fix: 'Split it into several.' },
  SRC003: { meaning: 'A file or folder cannot be read.', fix: 'Check its permissions, and that it is a file.' },
  SRC004: {
    meaning: 'A path leads outside the project root.',
    fix: 'Move the file into the project: nothing outside of it is read.',
  },
  SRC005: {
    meaning: 'A symbolic link leads outside the project root.',
    fix: 'Replace the link with the file, or let it lead to a file in the project.',
  },
  SRC006: { meaning: 'A file that is needed does not exist.', fix: 'Create it, or correct the path.' },
  TAB001: {
    meaning: 'A file that is to be imported is damaged, has a password, or is of another kind or encoding.',
    fix: 'Save it again as .xlsx, or as CSV in UTF-8; the message says what is wrong with it.',
  },
  TAB002: { meaning: 'A table is larger than is read.', fix: 'Split it into several.' },
  TAB003: {
    meaning: 'There is no table, no such sheet, no row, or no column for the names of the personas.',
    fix: 'Say which sheet with `--sheet` and which column with `--map "Column=name"`.',
  },
  TAB004: {
    meaning: 'A cell of a table stands below no header: most likely a text with a separator in it lacks quotes.',
    fix: 'Give the column a header, or put the text in quotes.',
  },
  TAB005: {
    meaning: 'A cell of a table cannot be read, or the name of a persona is missing.',
    fix: 'Correct the cell; [tables](../tables.md) says how lists, skills and identities are written.',
  },
  TAB006: {
    meaning: 'An import would overwrite a file.',
    fix: 'Move the file away, or import with `--force`; a file of several personas is never overwritten.',
  },
  THM001: {
    meaning: 'Two colours of a theme are too close to read one on the other: less than 4.5 : 1 (WCAG AA).',
    fix: 'Make the text darker in a light theme, lighter in a dark one.',
  },
  THM002: { meaning: 'A theme names a font that does not ship.', fix: 'Choose one of the [fonts](presets.md#fonts).' },
  TPL001: {
    meaning: "A company's PowerPoint template was not found, or cannot be read.",
    fix: 'Correct the path in the settings or on the command line; the one in the settings is relative to the project root.',
  },
  TPL002: {
    meaning: 'What is named as a template is no PowerPoint file, or one in the format of before 2007.',
    fix: 'Save it in PowerPoint as "PowerPoint Template (*.potx)".',
  },
  TPL003: {
    meaning: 'A template is encrypted: it has a password, or rights management protects it.',
    fix: 'Take the protection off in PowerPoint, and save it again.',
  },
  TPL004: { meaning: 'A template is larger than is read.', fix: 'Take large pictures and slides out of it.' },
  TPL005: { meaning: 'A template has no slide layouts.', fix: 'Add a layout with a title in its slide master view.' },
  TPL006: {
    meaning: 'A template is damaged: its archive or one of its parts cannot be read.',
    fix: 'Open it in PowerPoint to see whether it can be repaired, and save it again.',
  },
  TPL007: {
    meaning: 'A template is saved as "Strict Open XML", or by a program that writes it in an unusual way.',
    fix: 'Open it in PowerPoint and save it as "PowerPoint Template (*.potx)".',
  },
  TPL008: {
    meaning: 'No layout of a template has a place for a title.',
    fix: 'Add a title to a layout in the slide master view of PowerPoint.',
  },
  WLD001: { meaning: 'Two personas have the same id, whatever the letter case.', fix: 'Give one of them another id.' },
  WLD002: {
    meaning: 'Files of two personas would have the same name.',
    fix: 'Change the id or the name of one of them.',
  },
  WLD003: { meaning: 'There is no persona in the workload.', fix: 'Add a YAML file with an id and a name.' },
  WLD004: {
    meaning:
      'Two entries of `workload.yaml` share an id, a name or an alias; or two steps, lanes, zones or parts of one picture do where only one can be meant.',
    fix: 'Take it away from one of them, so that a card means only one; give parts of one name an id each.',
  },
  WLD005: {
    meaning:
      'A flow or an architecture names something that is not there: a step, a lane, a part, a zone, an environment, a process or a persona; or a name that several have.',
    fix: 'Correct the name; the hint has the nearest one. Where several have it, write the id.',
  },
  WLD006: {
    meaning: 'A zone of an architecture would lie in itself, through others or at once.',
    fix: 'Name a zone under `in` that does not lie in it.',
  },
  YAML001: {
    meaning: 'A file is not valid YAML.',
    fix: 'Mend the place that is shown; most often quotes or a space are missing.',
  },
  YAML002: { meaning: 'A key is given twice in one mapping.', fix: 'Keep one of the two.' },
  YAML003: { meaning: 'Aliases expand beyond reason, or contain themselves.', fix: 'Write the values out.' },
  YAML004: { meaning: 'A value has a YAML tag, such as `!!binary`.', fix: 'Write the value without it.' },
  YAML005: {
    meaning: 'A `#` began a comment where a value was meant, so that the key has none.',
    fix: 'Put the value in quotes: `"#0b5cad"`.',
  },
  YAML006: { meaning: 'The YAML is nested too deeply.', fix: 'A persona needs three levels at most.' },
};

// Colours of code, by class, so that they follow the theme; also used for code that is only read.

import { HighlightStyle } from "@codemirror/language";
import { tagHighlighter, tags } from "@lezer/highlight";

const CLASSES = [
    { tag: [tags.keyword, tags.modifier, tags.controlKeyword, tags.self, tags.bool, tags.null], class: "token-keyword" },
    { tag: [tags.typeName, tags.className, tags.namespace, tags.standard(tags.typeName)], class: "token-type" },
    { tag: [tags.string, tags.character, tags.special(tags.string)], class: "token-string" },
    { tag: [tags.number, tags.integer, tags.float], class: "token-number" },
    { tag: [tags.comment, tags.lineComment, tags.blockComment, tags.docComment], class: "token-comment" },
    { tag: [tags.definition(tags.variableName), tags.function(tags.variableName), tags.function(tags.definition(tags.variableName)), tags.macroName], class: "token-name" },
    { tag: [tags.annotation, tags.meta], class: "token-annotation" },
];

export const editorHighlight = HighlightStyle.define(CLASSES);
export const staticHighlight = tagHighlighter(CLASSES);

// The catalogue of Simplified Chinese, for the pages that are shown in it.

import sentences from "../resources/sentences/zh-CN.json";
import texts from "../resources/texts/zh-CN.json";

globalThis.interleaveSentences = sentences;
globalThis.interleaveTexts = texts;

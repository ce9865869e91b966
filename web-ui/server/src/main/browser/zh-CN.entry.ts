// The catalogue of Simplified Chinese, for the pages that are shown in it.

import texts from "../resources/texts/zh-CN.json";

globalThis.interleaveTexts = texts;

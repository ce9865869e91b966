/** Notes of one's own on paragraphs of lessons. */
package dev.interleave.web.note;

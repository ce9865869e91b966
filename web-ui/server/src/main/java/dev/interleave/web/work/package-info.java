/** What a learner has made of the lessons, on pages to be printed and kept. */
package dev.interleave.web.work;

/** What is kept of each learner's work: drafts, runs and how far they are, in a database. */
package dev.interleave.web.progress;

/** What of a report of a grading its learner may see. */
package dev.interleave.web.report;

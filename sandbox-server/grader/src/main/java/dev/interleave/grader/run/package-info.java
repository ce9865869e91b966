/**
 * What runs inside a grading jail, beside the code of a submission: it runs tests and reports on
 * them in sealed records. What it says is believed as far as the judge can check it.
 */
package dev.interleave.grader.run;

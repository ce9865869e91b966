/** What runs inside the jail that compiles submissions: javac, and nothing of a submission. */
package dev.interleave.grader.compile;

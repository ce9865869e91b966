/** Who is learning. */
package dev.interleave.web.learner;

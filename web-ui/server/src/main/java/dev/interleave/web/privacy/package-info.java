/** What this server has of a learner: to be looked at, to be taken along, to be deleted. */
package dev.interleave.web.privacy;

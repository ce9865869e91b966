/** Cards for reviews: when each is due, the page on which they are reviewed, and their export. */
package dev.interleave.web.review;

/** Live comparisons of the lessons: versions, measurements as they go on, and what came out. */
package dev.interleave.web.compare;

/** Searching in all lessons. */
package dev.interleave.web.search;

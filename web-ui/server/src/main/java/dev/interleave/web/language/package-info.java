/** The languages of the interface: which one a request is answered in, and its words. */
package dev.interleave.web.language;

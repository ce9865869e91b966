/** The terms that lessons define, together. */
package dev.interleave.web.glossary;

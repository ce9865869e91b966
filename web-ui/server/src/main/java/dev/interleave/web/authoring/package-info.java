/**
 * What {@code serve --dev} adds for authors: pages that follow the files while they are written.
 */
package dev.interleave.web.authoring;

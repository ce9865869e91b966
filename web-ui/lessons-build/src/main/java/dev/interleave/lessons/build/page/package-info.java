/**
 * Gives the HTML that AsciiDoc makes the form that the course's page expects: every block of the
 * format becomes an element with a class of its own and its data in attributes, readable without
 * JavaScript, without inline styles and without tables used for layout.
 */
package dev.interleave.lessons.build.page;

/** What the product tells as JSON: the same on the command line and in the page. */
package dev.interleave.json;

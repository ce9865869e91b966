/** What the build hands to the server, written as JSON. */
package dev.interleave.lessons.build.data;

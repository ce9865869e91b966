/** Classes: who is in them, and which exercises they have to do until when. */
package dev.interleave.web.classroom;

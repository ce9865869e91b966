/** The built course: its stages and lessons as data, and the one class that reads them. */
package dev.interleave.web.course;

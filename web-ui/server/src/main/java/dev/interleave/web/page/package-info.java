/** What the pages show: one record for each template, and the engine that fills them in. */
package dev.interleave.web.page;

/** What requests carry, read with care. */
package dev.interleave.web.request;

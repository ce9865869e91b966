/** Requests to other servers, of which there are few: sign-in services and learning platforms. */
package dev.interleave.web.outgoing;

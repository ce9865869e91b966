/** The web server: wiring, what every request goes through, and how errors are answered. */
package dev.interleave.web;

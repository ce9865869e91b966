/** {@code doctor}: what this machine offers, what is missing, and how to get it. */
package dev.interleave.cli.doctor;

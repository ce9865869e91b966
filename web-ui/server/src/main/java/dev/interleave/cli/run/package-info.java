/** {@code run}: the cells of files in a session each, told as JSON Lines or to a person. */
package dev.interleave.cli.run;

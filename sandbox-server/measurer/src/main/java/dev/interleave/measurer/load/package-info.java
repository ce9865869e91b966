/**
 * A simulated service of known delay, and requests to it that come at planned moments whether those
 * before them are done or not.
 */
package dev.interleave.measurer.load;

/**
 * What a learner's cell shows besides text: {@link dev.interleave.display.Display}. The only
 * package of the agent's that a cell can see; every cell knows its one public class without an
 * import.
 */
package dev.interleave.display;
